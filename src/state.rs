//! The state: one writable [`Filter`] and everything derived from it. Effects only affect the outside (the URL, storage, focus).

mod catalog;
mod history;
mod landmark;
pub mod later;
mod layout;
mod picks;
mod surroundings;

use leptos::prelude::*;

use crate::catalogs::Fetch;
use crate::dom;
use crate::effect::effect;
use crate::facet::{Index, N_FACETS};
use crate::filter::{self, Filter, Outcome, Sort, View};
use crate::i18n::Lang;
use crate::options::Options;
use crate::page::{self, Host, Scheme, Series};
use crate::query;
use crate::signal::{ErasedMemo, ErasedSignal};
use landmark::Landmark;
use later::Later;
pub use layout::Layout;
pub use picks::MOST_COMPARED;
use picks::{compared, those_of};
use surroundings::changes_around;

/// The state of the current catalog.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LoadState {
    /// Loaded.
    Loaded,
    /// A `src` is being loaded; on a server it stays so, because nothing has been fetched yet.
    Loading,
    /// A `src` cannot be loaded, with the reason.
    Failed(String),
}

/// The initial query of an explorer: the link's if there is one, else the page's.
fn start(options: &Options) -> String {
    let link = options.url_key.as_deref().and_then(State::start);
    link.unwrap_or_else(|| options.query.clone())
}

/// The state of one explorer. A handle: copies are the same state.
#[derive(Clone, Copy)]
pub struct State {
    /// The state of the current catalog.
    pub load_state: ErasedSignal<LoadState>,
    /// The options of the page.
    pub options: ErasedSignal<Options>,
    /// The current catalog.
    pub index: ErasedSignal<&'static Index>,
    /// The bundled catalog that this program contains at the start.
    pub bundled: &'static Index,
    /// The same with features, once they are loaded.
    pub whole: ErasedSignal<Option<&'static Index>>,
    /// The current catalog, with everything loaded so far. The numbers are the same.
    pub known: ErasedMemo<&'static Index>,
    /// The reader's filter: the one value from which everything else is derived.
    pub filter: ErasedSignal<Filter>,
    /// The same as a query string.
    pub query: ErasedMemo<String>,
    /// The last query from outside, as text, and the filter it resulted in. Another catalog parses the text again.
    asked_for: ErasedSignal<(String, Filter)>,
    /// Language of the interface and the texts.
    pub lang: ErasedMemo<Lang>,
    /// The page's `scope`, parsed.
    pub asked: ErasedMemo<Filter>,
    /// The projects that exist here.
    pub scope: ErasedMemo<Vec<u16>>,
    /// The projects shown, and every count.
    pub outcome: ErasedMemo<Outcome>,
    /// The current view.
    pub view: ErasedMemo<View>,
    /// Projects picked for a comparison, in the order of picking.
    pub picked: ErasedSignal<Vec<u16>>,
    /// Those of them that exist here.
    pub picks: ErasedMemo<Vec<u16>>,
    /// The projects being compared: at least two, or none.
    pub compared: ErasedMemo<Vec<u16>>,
    /// The outcome regardless of sort order. Counts depend on this one, so that re-sorting does not update a hundred of them.
    pub unordered: ErasedMemo<Outcome>,
    /// The selected values of each facet: code that depends on one facet does not run when others change.
    pub chosen: [ErasedMemo<Vec<u16>>; N_FACETS],
    /// Whether the facets are expanded where they can be collapsed.
    pub panel_open: ErasedSignal<bool>,
    /// Whether every tag is listed, or only the frequent ones.
    pub all_tags: ErasedSignal<bool>,
    /// The parts of the layout, and their form.
    pub layout: ErasedMemo<Layout>,
    /// Links in the page to the site's own posts, for the projects and parts that they are about.
    pub series: ErasedSignal<Vec<Series>>,
    /// The colours in use.
    pub scheme: ErasedMemo<Scheme>,
    /// The names of the landmarks.
    pub landmark: Landmark,
    is_prerendered: bool,
    /// The parts that no first view shows.
    pub later: Later,
}

impl State {
    /// A state for these options at this place, with the bundled catalog; `fetch` fetches a `src`. Must be called under a reactive
    /// owner.
    #[must_use]
    pub fn new(options: Options, host: Host, bundled: &'static Index, fetch: Fetch, later: Later) -> State {
        let (first, load_state) =
            if options.src.is_some() { (Index::nothing(), LoadState::Loading) } else { (bundled, LoadState::Loaded) };
        let whole = ErasedSignal::new(None);
        let index = ErasedSignal::new(first);
        let text = start(&options);
        let start = query::parse(first, &text);
        let picked = ErasedSignal::new(compared(&start).to_vec());
        let asked_for = ErasedSignal::new((text, start.clone()));
        let filter = ErasedSignal::new(start);
        let options = ErasedSignal::new(options);

        // Colours and language of the page are read again whenever they may have changed.
        let page_changes = changes_around(&host);

        let series = ErasedSignal::new(host.series());
        // The program has no threads, so browser objects may be used in any closure.
        let (host_of_lang, host_of_label) = (host.clone(), host.clone());
        let lang = ErasedMemo::new(move || {
            page_changes.track();
            let asked = options.with(|options| options.lang.as_deref().and_then(Lang::from_tag));
            let page = || host_of_lang.lang().and_then(|tag| Lang::from_tag(&tag));
            asked.or_else(page).unwrap_or_default()
        });
        let scheme = ErasedMemo::new(move || {
            page_changes.track();
            let theme = options.with(|options| options.theme);
            host.scheme(theme)
        });
        let layout = ErasedMemo::new(move || options.with(Layout::of));
        let asked = ErasedMemo::new(move || options.with(|options| query::parse(index.get(), &options.scope)));
        let landmark = Landmark::new(host_of_label, lang, index, asked);
        let scope = ErasedMemo::new(move || {
            let index = index.get();
            asked.with(|asked| filter::scope(index, asked))
        });
        let query = ErasedMemo::new(move || filter.with(|filter| query::print(index.get(), filter)));
        let known = ErasedMemo::new(move || {
            let index = index.get();
            whole.get().filter(|_| index == bundled).unwrap_or(index)
        });
        let outcome = ErasedMemo::new(move || {
            let index = known.get();
            let mut outcome = scope.with(|scope| filter.with(|filter| filter::apply(index, scope, filter)));
            if filter.with(|filter| filter.sort == Sort::Name) {
                let name = |&number: &u16| index.catalog.projects[usize::from(number)].name;
                page::sort_by_name(&mut outcome.shown, name, lang.get().tag());
            }
            outcome
        });
        let view =
            ErasedMemo::new(move || filter.with(|filter| filter.view).unwrap_or(options.with(|options| options.view)));
        let picks = ErasedMemo::new(move || scope.with(|scope| picked.with(|picked| those_of(scope, picked))));
        let compared = ErasedMemo::new(move || {
            let compared = scope.with(|scope| filter.with(|filter| those_of(scope, compared(filter))));
            if compared.len() > 1 { compared } else { Vec::new() }
        });
        let unordered = ErasedMemo::new(move || {
            let mut outcome = outcome.get();
            outcome.shown.sort_unstable();
            outcome
        });
        let chosen =
            std::array::from_fn(|facet| ErasedMemo::new(move || filter.with(|filter| filter.chosen[facet].clone())));
        let panel_open = ErasedSignal::new(false);
        let all_tags = ErasedSignal::new(false);
        let load_state = ErasedSignal::new(load_state);
        let state = State {
            load_state,
            options,
            index,
            bundled,
            whole,
            known,
            filter,
            query,
            asked_for,
            lang,
            asked,
            scope,
            outcome,
            view,
            picked,
            picks,
            compared,
            unordered,
            chosen,
            panel_open,
            all_tags,
            layout,
            series,
            scheme,
            landmark,
            is_prerendered: false,
            later,
        };
        state.keep_in_url();
        state.load_src(fetch);
        state
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

    /// Replaces the reader's filter by a query string of the page.
    pub fn ask(self, query: &str) {
        // Nothing depends on this option; it is where another catalog starts.
        self.options.update(|options| query.clone_into(&mut options.query));
        self.set_query(query);
    }

    /// Replaces the reader's filter by a query string.
    pub fn set_query(self, query: &str) {
        let filter = query::parse(self.index.get_untracked(), query);
        self.asked_for.set((query.to_owned(), filter.clone()));
        self.take_up(filter);
    }

    /// Applies a filter from outside. If it is a comparison, its projects are picked as well.
    fn take_up(self, filter: Filter) {
        let compared = compared(&filter);
        if !compared.is_empty() {
            self.picked.set(compared.to_vec());
        }
        self.filter.set(filter);
    }

    /// Follows changes of the options. A new `query` replaces the reader's filter.
    pub fn follow(self, options: Signal<Options>) {
        effect(move || {
            let now = options.get();
            let before = self.options.with_untracked(|options| options.query.clone());
            if now.query != before {
                self.set_query(&now.query);
            }
            self.options.set(now);
        });
    }

    /// The values of a facet that projects have here, in display order.
    #[must_use]
    pub fn values_here(self, facet: usize) -> Vec<u16> {
        let index = self.index.get_untracked();
        let all = 0..index.values(facet).len() as u16;
        self.scope.with_untracked(|scope| {
            let is_here = |value: &u16| scope.iter().any(|&project| index.of(project, facet).contains(value));
            all.filter(is_here).collect()
        })
    }

    /// The project whose details are open.
    #[must_use]
    pub fn open(self) -> Option<u16> {
        self.filter.with(|filter| match filter.projects.as_slice() {
            [one] => Some(*one),
            _ => None,
        })
    }

    /// Opens the details of a project, or closes the details or the comparison.
    pub fn set_open(self, project: Option<u16>) {
        self.filter.update(|filter| filter.projects = project.into_iter().collect());
    }

    /// Changes the view. The page's own choice is not written into links.
    pub fn set_view(self, view: View) {
        let of_page = self.options.with_untracked(|options| options.view);
        self.filter.update(|filter| filter.view = (view != of_page).then_some(view));
    }
}
