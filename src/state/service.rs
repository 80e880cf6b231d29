//! A list that a search service holds: asks when the reader has chosen something else, and shows the answers. Requests wait for a pause in
//! typing, an answer that another question has overtaken is dropped, and a failure keeps what was shown.

mod session;

use leptos::prelude::*;

use super::State;
use crate::dom::Element;
use crate::hook::Hook;
use crate::i18n::{self, Lang};
use crate::reader::Fetch;
use crate::service::known::{Answered, Known, Wish};
use crate::{export, facet};
pub(crate) use session::ask;

/// What comes with the chunk that asks services.
#[derive(Clone, Copy)]
pub struct Brought {
    /// Asks the service of an address for readers of a language, until the owner is cleaned up. The page says this about it.
    pub ask: fn(State, [&str; 2], Vec<u8>, &Fetch, Owner),
    /// Puts around the projects what such a list has besides: a line above, a button below.
    pub around: fn(State, Lang, Element) -> Element,
}

static HERE: Hook<Brought> = Hook::new();

/// In an application, no page sets a client.
const NONE: Brought = Brought { ask: |_, _, _, _, _| (), around: |_, _, shown| shown };

/// From now on, services can be asked: called by the code that reads catalogs.
pub fn ready(brought: Brought) {
    i18n::ready();
    facet::ready();
    export::ready();
    HERE.set(brought);
}

/// The projects, with what a list of a service has besides.
pub(crate) fn around(state: State, lang: Lang, shown: Element) -> Element {
    match state.catalog.index.get_untracked().hits.and_then(|_| HERE.get(NONE)) {
        Some(brought) => (brought.around)(state, lang, shown),
        None => shown,
    }
}

impl State {
    /// Asks the service of an address for readers of a language from now on, until the owner is cleaned up.
    pub(super) fn ask(self, asked: [&str; 2], options: Vec<u8>, fetch: &Fetch, owner: Owner) {
        if let Some(brought) = HERE.get(NONE) {
            (brought.ask)(self, asked, options, fetch, owner);
        }
    }

    /// The service whose hits are shown.
    fn known(self) -> Option<&'static Known> {
        self.catalog.index.get_untracked().hits?.as_any().downcast_ref()
    }

    /// The state of the reader's question. Tracks it.
    pub(crate) fn answered<T: Default>(self, of: impl FnOnce(&mut Answered) -> T) -> T {
        self.results.answers.track();
        self.known().map(|known| known.answered(of)).unwrap_or_default()
    }

    /// The reader wishes more hits, or to ask again.
    pub(crate) fn wish(self, wish: Wish) {
        self.known().inspect(|known| known.answered(|answered| answered.wish = Some(wish)));
        self.news();
    }

    fn news(self) {
        self.results.answers.update(|n| *n = n.wrapping_add(1));
    }
}
