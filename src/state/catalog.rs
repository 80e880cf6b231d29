//! What exists here: which catalog is shown, ours or that of a `src`, and which of its projects are in the scope.

use leptos::prelude::*;

use super::later::Later;
use super::picks::is_in_scope;
use super::{Page, State, catalog_cache, learned};
use crate::facet::Index;
use crate::filter::{self, Filter, has_words};
use crate::query;
use crate::reader::{Check, Content, Fetch};
use crate::signal::{ErasedMemo, ErasedSignal};

/// Whether the catalog has been loaded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LoadState {
    /// Loaded.
    Loaded,
    /// A `src` is being loaded; on a server it stays so, because nothing has been fetched yet.
    Loading,
    /// A `src` cannot be loaded, with the reason.
    Failed(String),
}

/// The catalog that is shown. A handle.
#[derive(Clone, Copy)]
pub struct ShownCatalog {
    /// Whether it has been loaded.
    pub load_state: ErasedSignal<LoadState>,
    /// The catalog.
    pub index: ErasedSignal<&'static Index>,
    /// The bundled catalog that this program contains at the start.
    pub(super) bundled: &'static Index,
    /// The same with what has been loaded since (`learned`).
    pub whole: ErasedSignal<Option<&'static Index>>,
    /// The catalog with everything loaded so far. The numbers are the same.
    pub known: ErasedMemo<&'static Index>,
    /// The page's `scope`, parsed.
    pub scope_filter: ErasedMemo<Filter>,
    /// The projects that exist here.
    pub scope: ErasedMemo<Vec<u16>>,
    /// Whether the scope has words, and the search is not loaded: until then nothing exists here.
    pub is_waiting: ErasedMemo<bool>,
}

impl ShownCatalog {
    pub(super) fn new(page: Page, bundled: &'static Index, later: Later) -> ShownCatalog {
        let has_src = page.options.with_untracked(|options| options.src.is_some());
        let (first, load_state) =
            if has_src { (Index::nothing(), LoadState::Loading) } else { (bundled, LoadState::Loaded) };
        let index = ErasedSignal::new(first);
        let whole = ErasedSignal::new(learned::index(later));
        let known = ErasedMemo::new(move || {
            let index = index.get();
            whole.get().filter(|_| index == bundled).unwrap_or(index)
        });
        let scope_filter =
            ErasedMemo::new(move || page.options.with(|options| query::parse(index.get(), &options.scope)));
        let scope = ErasedMemo::new(move || {
            let index = known.get();
            scope_filter.with(|scope| match later.engine() {
                _ if !has_words(&scope.search) => filter::wordless_scope(index, scope),
                Some(engine) => engine.scope(index, scope),
                None => Vec::new(),
            })
        });
        let is_waiting =
            ErasedMemo::new(move || scope_filter.with(|scope| has_words(&scope.search)) && later.engine().is_none());
        let load_state = ErasedSignal::new(load_state);
        ShownCatalog { load_state, index, bundled, whole, known, scope_filter, scope, is_waiting }
    }

    /// The facet of the tabs.
    #[must_use]
    pub fn tabs(self) -> usize {
        self.index.get().tabs
    }

    /// Whether a project exists here.
    #[must_use]
    pub fn has(self, project: u16) -> bool {
        self.scope.with_untracked(|scope| is_in_scope(self.index.get_untracked(), scope, project))
    }

    /// The values of a facet that projects have here, in display order.
    #[must_use]
    pub fn values(self, facet: usize) -> Vec<u16> {
        let index = self.index.get_untracked();
        let mut is_here = vec![index.hits.is_some(); index.values(facet).len()];
        self.scope.with_untracked(|scope| {
            for &value in scope.iter().flat_map(|&project| index.of(project, facet)) {
                is_here[usize::from(value)] = true;
            }
        });
        (0..is_here.len() as u16).filter(|&value| is_here[usize::from(value)]).collect()
    }
}

impl State {
    /// Whether it is known what exists here. Tracks that.
    #[must_use]
    pub fn is_there(self) -> bool {
        self.catalog.load_state.with(|load_state| *load_state == LoadState::Loaded) && !self.catalog.is_waiting.get()
    }

    /// Shows the catalog that was fetched from an address, or says why it could not be. By now the attribute may name another catalog,
    /// or the explorer may have been removed.
    pub(super) fn show_loaded(self, address: &str, language: &str, check: Check, fetch: &Fetch, owner: Owner) {
        let is_current = |options: &crate::Options| options.src.as_deref() == Some(address);
        if self.page.options.try_with_untracked(is_current) != Some(true) {
            return;
        }
        // Another explorer of this page may have read it meanwhile.
        let key = catalog_cache::key(address, language);
        if let Some(index) = catalog_cache::get(&key) {
            return self.show_catalog(index);
        }
        match check(language) {
            Ok(Content::Catalog(catalog)) => self.show_catalog(catalog_cache::keep(&key, catalog)),
            Ok(Content::Service(options)) => self.ask([address, language], options, fetch, owner),
            Err(why) => self.catalog.load_state.set(LoadState::Failed(why)),
        }
    }

    /// Shows a catalog. The reader's filter then starts again.
    pub(super) fn show_catalog(self, index: &'static Index) {
        self.start_with(index);
        self.catalog.load_state.set(LoadState::Loaded);
    }

    /// The catalog from now on is this one.
    pub(super) fn start_with(self, index: &'static Index) {
        let filter = self.filter_in(index);
        // Their numbers refer to other projects there.
        self.selection.picked.set(Vec::new());
        self.selection.expanded.set(0);
        self.catalog.index.set(index);
        self.apply(filter);
    }
}
