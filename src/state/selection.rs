//! What the reader has chosen: the filter, the projects picked for a comparison, and what is expanded.

use leptos::prelude::*;

use super::picks::compared;
use super::request::{NO_REQUEST, Request};
use super::{Page, ShownCatalog, State};
use crate::facet::Index;
use crate::filter::{Filter, View};
use crate::options::Options;
use crate::query;
use crate::signal::{ErasedMemo, ErasedSignal};

/// What the reader has chosen. A handle.
#[derive(Clone, Copy)]
pub struct Selection {
    /// The filter: the one value from which everything that is shown is derived.
    pub filter: ErasedSignal<Filter>,
    /// The same as a query string.
    pub query: ErasedMemo<String>,
    /// The last query from outside, as text, and the filter it resulted in. Another catalog parses the text again.
    asked_for: ErasedSignal<(String, Filter)>,
    /// Projects picked for a comparison, in the order of picking.
    pub picked: ErasedSignal<Vec<u16>>,
    /// What the reader asks for.
    pub(super) request: ErasedSignal<Request>,
    /// Whether the facets are expanded where they can be collapsed.
    pub facets_open: ErasedSignal<bool>,
    /// The facets of which every value is listed, a bit for each: of a long facet otherwise only the frequent ones are, and of many
    /// categories only the tabs.
    pub expanded: ErasedSignal<u32>,
}

/// The initial query of an explorer: the link's if there is one, else the page's.
fn initial_query(options: &Options) -> String {
    let link = options.url_key.as_deref().and_then(State::initial_query);
    link.unwrap_or_else(|| if options.query.is_empty() { &options.initial_query } else { &options.query }.clone())
}

impl Selection {
    pub(super) fn new(page: Page, catalog: ShownCatalog) -> Selection {
        let text = page.options.with_untracked(initial_query);
        let index = catalog.index;
        let first = query::parse(index.get_untracked(), &text);
        let picked = ErasedSignal::new(compared(&first).to_vec());
        let asked_for = ErasedSignal::new((text, first.clone()));
        let filter = ErasedSignal::new(first);
        let query = ErasedMemo::new(move || filter.with(|filter| query::print(index.get(), filter)));
        let (facets_open, expanded) = (ErasedSignal::new(false), ErasedSignal::new(0));
        let request = ErasedSignal::new(NO_REQUEST.to_vec());
        Selection { filter, query, asked_for, picked, request, facets_open, expanded }
    }
}

impl State {
    /// Replaces the reader's filter by a query string of the page.
    pub fn set_query_of_page(self, query: &str) {
        // Nothing depends on these options; they are where another catalog starts.
        self.page.options.update(|options| {
            query.clone_into(&mut options.query);
            options.initial_query.clear();
        });
        self.set_query(query);
    }

    /// Replaces the reader's filter by a query string.
    pub fn set_query(self, query: &str) {
        let filter = query::parse(self.catalog.index.get_untracked(), query);
        self.selection.asked_for.set((query.to_owned(), filter.clone()));
        self.apply(filter);
    }

    /// Removes all of the reader's filters and picks.
    pub fn reset(self) {
        self.selection.picked.set(Vec::new());
        self.set_query_of_page("");
    }

    /// Another catalog is about to be loaded, and starts with the query of the page or the link.
    pub(super) fn start_again(self) {
        self.selection
            .asked_for
            .set((self.page.options.with_untracked(initial_query), self.selection.filter.get_untracked()));
    }

    /// The filter in another catalog: the last query from outside, plus the words, order and view that the reader has chosen since.
    pub(super) fn filter_in(self, index: &Index) -> Filter {
        let (text, before) = self.selection.asked_for.get_untracked();
        let mut filter = query::parse(index, &text);
        let now = self.selection.filter.get_untracked();
        if now.search != before.search {
            filter.search = now.search;
        }
        if now.sort != before.sort && now.sort.is_offered(index) {
            filter.sort = now.sort;
        }
        if now.view != before.view {
            filter.view = now.view;
        }
        filter
    }

    /// The project whose details are open.
    #[must_use]
    pub fn open(self) -> Option<u16> {
        self.selection.filter.with(|filter| match filter.projects.as_slice() {
            [one] => Some(*one),
            _ => None,
        })
    }

    /// Opens the details of a project, or closes the details or the comparison.
    pub fn set_open(self, project: Option<u16>) {
        self.selection.filter.update(|filter| filter.projects = project.into_iter().collect());
    }

    /// Opens the details of the project with this id. `false`: it does not exist here.
    #[must_use]
    pub fn open_by_id(self, project: &str) -> bool {
        let number = self.catalog.index.get_untracked().project(project);
        let number = number.filter(|number| self.catalog.has(*number));
        if number.is_some() {
            self.set_open(number);
        }
        number.is_some()
    }

    /// Whether every value of a facet is listed. Tracks that.
    #[must_use]
    pub fn is_expanded(self, facet: usize) -> bool {
        self.selection.expanded.get() >> facet & 1 != 0
    }

    /// Lists every value of a facet, or no longer.
    pub fn expand(self, facet: usize, is_expanded: bool) {
        self.selection.expanded.update(|all| *all = *all & !(1 << facet) | u32::from(is_expanded) << facet);
    }

    /// Changes the view. The page's own choice is not written into links.
    pub fn set_view(self, view: View) {
        let of_page = self.page.options.with_untracked(|options| options.view);
        self.selection.filter.update(|filter| filter.view = (view != of_page).then_some(view));
    }
}
