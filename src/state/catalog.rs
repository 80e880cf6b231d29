//! Which catalog is shown: ours, or that of a `src`.

use super::{LoadState, State, start};
use leptos::prelude::*;

use crate::catalogs::{self, Fetch};
use crate::effect::effect;
use crate::facet::Index;
use crate::query;
use crate::signal::ErasedMemo;

impl State {
    /// With a `src`, loads that catalog and shows it. The reader's filter then starts with the query of the page or the link, plus the
    /// words, order and view that the reader has chosen while loading.
    pub(super) fn load_src(self, fetch: Fetch) {
        let src = ErasedMemo::new(move || self.options.with(|options| options.src.clone()));
        let mut is_first = true;
        effect(move || {
            let src = src.get();
            self.asked_for.set((self.options.with_untracked(start), self.filter.get_untracked()));
            match &src {
                Some(address) => {
                    self.load_state.set(LoadState::Loading);
                    let of = address.clone();
                    catalogs::load(address, &fetch, move |loaded| {
                        // By now the attribute may name another catalog, or the explorer may have been removed.
                        let current = self.options.try_with_untracked(|options| options.src.as_ref() == Some(&of));
                        if current == Some(true) {
                            match loaded {
                                Ok(index) => self.show_catalog(index),
                                Err(why) => self.load_state.set(LoadState::Failed(why)),
                            }
                        }
                    });
                }
                None if !is_first => self.show_catalog(self.bundled),
                None => {}
            }
            is_first = false;
        });
    }

    fn show_catalog(self, index: &'static Index) {
        let (text, before) = self.asked_for.get_untracked();
        let mut filter = query::parse(index, &text);
        let now = self.filter.get_untracked();
        if now.search != before.search {
            filter.search = now.search;
        }
        if now.sort != before.sort {
            filter.sort = now.sort;
        }
        if now.view != before.view {
            filter.view = now.view;
        }
        // Their numbers refer to other projects there.
        self.picked.set(Vec::new());
        self.index.set(index);
        self.take_up(filter);
        self.load_state.set(LoadState::Loaded);
    }
}
