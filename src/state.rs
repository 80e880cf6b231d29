//! The state of an explorer, in four parts, each made where its noun is: what the page says, what exists here, what the reader has chosen
//! (one writable [`Filter`](crate::filter::Filter)), and the results, which are memos of the other three. Effects only affect the outside
//! (the URL, storage, focus).

mod catalog;
mod catalog_cache;
pub mod finder;
mod found;
mod history;
mod landmark;
pub mod later;
mod learned;
mod page;
mod picks;
mod request;
mod results;
mod selection;
pub mod service;
mod src;
mod surroundings;

use leptos::prelude::*;

use crate::dom;
use crate::effect::effect;
use crate::facet::Index;
use crate::i18n::{self, Lang, Messages};
use crate::options::Options;
use crate::page::Host;
use crate::reader::Fetch;
pub use catalog::{LoadState, ShownCatalog};
pub use catalog_cache::given;
pub use found::Found;
pub use history::Shown;
use landmark::Landmark;
use later::Later;
pub use learned::learn;
pub use page::{Page, Structure, lang};
pub use picks::MOST_COMPARED;
pub use results::Results;
pub use selection::Selection;

/// The state of one explorer. A handle: copies are the same state.
#[derive(Clone, Copy)]
pub struct State {
    /// What exists here.
    pub catalog: ShownCatalog,
    /// What the reader has chosen.
    pub selection: Selection,
    /// What is shown.
    pub results: Results,
    /// What the page says.
    pub page: Page,
    /// The names of the landmarks.
    pub landmark: Landmark,
    /// The parts that no first view shows.
    pub later: Later,
    is_prerendered: bool,
}

impl State {
    /// A state for these options at this place, with the bundled catalog; `fetch` fetches a `src`. Must be called under a reactive
    /// owner.
    #[must_use]
    pub fn new(options: Options, host: Host, bundled: &'static Index, fetch: Fetch, later: Later) -> State {
        let page = Page::new(options, &host);
        let catalog = ShownCatalog::new(page, bundled, later);
        let selection = Selection::new(page, catalog);
        let results = Results::new(page, catalog, selection, later);
        let landmark = Landmark::new(host.clone(), page.lang, catalog);
        let state = State { page, catalog, selection, results, landmark, later, is_prerendered: false };
        state.keep_in_url();
        state.load_src(host, fetch);
        state
    }

    /// The strings of a language for the catalog that is shown.
    #[must_use]
    pub fn words(self, lang: Lang) -> &'static Messages {
        lang.words(self.catalog.known.get_untracked().catalog)
    }

    /// The same state, rendered to be used before any code runs (`view/prerendered`): as much as possible must work with HTML and CSS alone.
    #[must_use]
    pub fn prerendered(self) -> State {
        State { is_prerendered: true, ..self }
    }

    /// Whether it is rendered to be used before any code runs.
    #[must_use]
    pub const fn is_prerendered(self) -> bool {
        !dom::IS_LIVE && self.is_prerendered
    }

    /// The parts have been loaded, or could not be loaded.
    pub fn arrive(self, is_loaded: bool) {
        self.later.arrive(is_loaded);
        self.complete();
    }

    /// Shows what the program has learned.
    pub fn complete(self) {
        self.catalog.whole.set(learned::index(self.later));
        self.page.languages.set(i18n::are_here());
    }

    /// Follows changes of the options. A new `query` replaces the reader's filter.
    pub fn follow(self, options: Signal<Options>) {
        effect(move || {
            let now = options.get();
            let before = self.page.options.with_untracked(|options| options.query.clone());
            if now.query != before {
                self.set_query(&now.query);
            }
            self.page.options.set(now);
        });
    }
}
