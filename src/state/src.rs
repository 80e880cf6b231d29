//! The `src` of the page: another catalog is fetched when it changes.

use leptos::prelude::*;

use super::{LoadState, State, catalog_cache};
use crate::effect::effect;
use crate::page::Host;
use crate::reader::Fetch;
use crate::signal::ErasedMemo;

impl State {
    /// With a `src`, loads that catalog and shows it. The reader's filter then starts with the query of the page or the link, plus the
    /// words, order and view that the reader has chosen while loading.
    pub(super) fn load_src(self, host: Host, fetch: Fetch) {
        let src = ErasedMemo::new(move || self.page.options.with(|options| options.src.clone()));
        let mut is_first = true;
        effect(move || {
            let src = src.get();
            self.start_again();
            // Taken once.
            self.page.options.update(|options| options.initial_query.clear());
            match src {
                Some(address) => {
                    self.catalog.load_state.set(LoadState::Loading);
                    let language = language(self, &host);
                    match catalog_cache::get(&catalog_cache::key(&address, &language)) {
                        Some(index) => self.show_catalog(index),
                        None => {
                            let (of, more) = (address.clone(), fetch.clone());
                            // What asks a service lives until the `src` changes.
                            let owner = Owner::current();
                            let loaded = move |check| {
                                if let Some(owner) = owner {
                                    self.show_loaded(&of, &language, check, &more, owner);
                                }
                            };
                            fetch(&address, Box::new(loaded));
                        }
                    }
                }
                None if !is_first => self.show_catalog(self.catalog.bundled),
                None => {}
            }
            is_first = false;
        });
    }

    /// The catalog of an application cannot be shown. A `src` comes in its place.
    pub(crate) fn refuse(self, why: &str) {
        if self.page.options.with_untracked(|options| options.src.is_none()) {
            self.catalog.load_state.set(LoadState::Failed(why.to_owned()));
        }
    }
}

/// The language of the readers here, a BCP 47 tag: texts of the catalog may be in one that the interface does not have.
fn language(state: State, place: &Host) -> String {
    let asked = state.page.options.try_with_untracked(|options| options.lang.clone()).flatten();
    asked.or_else(|| place.lang()).unwrap_or_default()
}
