//! What is shown: memos of the catalog and of what the reader has chosen.

use leptos::prelude::*;

use super::found::{Found, found};
use super::later::{Later, Stage};
use super::picks::{compared, in_scope};
use super::{Page, Selection, ShownCatalog, State};
use crate::effect::effect;
use crate::facet::N_FACETS;
use crate::filter::{self, Outcome, Sort, View};
use crate::signal::{ErasedMemo, ErasedSignal};

/// What is shown. A handle.
#[derive(Clone, Copy)]
pub struct Results {
    /// The matches of the reader's words.
    pub found: ErasedMemo<Found>,
    /// Counts the news of the search service, where one has the list.
    pub answers: ErasedSignal<u32>,
    /// The projects shown, and every count.
    pub outcome: ErasedMemo<Outcome>,
    /// The outcome regardless of sort order. Counts depend on this one, so that re-sorting does not update a hundred of them.
    pub unordered: ErasedMemo<Outcome>,
    /// The picked projects that exist here.
    pub picks: ErasedMemo<Vec<u16>>,
    /// The projects being compared: at least two, or none.
    pub compared: ErasedMemo<Vec<u16>>,
    /// The current view.
    pub view: ErasedMemo<View>,
    /// The selected values of each facet: code that depends on one facet does not run when others change.
    pub chosen: [ErasedMemo<Vec<u16>>; N_FACETS],
}

impl Results {
    pub(super) fn new(page: Page, catalog: ShownCatalog, selection: Selection, later: Later) -> Results {
        let ShownCatalog { index, known, scope, .. } = catalog;
        let Selection { filter, picked, .. } = selection;
        let found = found(catalog, selection, later);
        let answers = ErasedSignal::new(0);
        let outcome = ErasedMemo::new(move || {
            let index = known.get();
            if let Some(hits) = index.hits {
                answers.track();
                return hits.outcome().downcast::<Outcome>().map(|outcome| *outcome).unwrap_or_default();
            }
            let mut outcome = scope.with(|scope| {
                filter.with(|filter| found.with(|found| filter::applied(index, scope, filter, &found.matches)))
            });
            if filter.with(|filter| filter.sort == Sort::Name) {
                let name = |&number: &u16| index.at(number).name;
                crate::page::sort_by_name(&mut outcome.shown, name, page.lang.get().tag());
            }
            outcome
        });
        let unordered = ErasedMemo::new(move || {
            let mut outcome = outcome.get();
            let mut is_shown = vec![false; known.get_untracked().n_projects()];
            outcome.shown.iter().for_each(|&number| is_shown[usize::from(number)] = true);
            outcome.shown = (0..).zip(&is_shown).filter_map(|(number, is_shown)| is_shown.then_some(number)).collect();
            outcome
        });
        let chosen =
            std::array::from_fn(|facet| ErasedMemo::new(move || filter.with(|filter| filter.chosen[facet].clone())));
        let view = ErasedMemo::new(move || {
            let view = filter.with(|filter| filter.view).unwrap_or(page.options.with(|options| options.view));
            if view.is_offered(known.get()) { view } else { View::default() }
        });
        let picks =
            ErasedMemo::new(move || scope.with(|scope| picked.with(|picked| in_scope(index.get(), scope, picked))));
        let compared = ErasedMemo::new(move || {
            let compared = scope.with(|scope| filter.with(|filter| in_scope(index.get(), scope, compared(filter))));
            if compared.len() > 1 { compared } else { Vec::new() }
        });
        Results { found, answers, outcome, unordered, chosen, view, picks, compared }
    }
}

impl State {
    /// Whether an answer of a search service is awaited.
    #[must_use]
    #[inline(never)]
    pub fn is_asking(self) -> bool {
        self.results.answers.track();
        let hits = self.catalog.index.get().hits;
        hits.is_some_and(|hits| self.selection.filter.with(|filter| hits.is_pending(filter)))
    }

    /// Whether what is shown is not yet the result of the reader's words. Of words that cannot be searched for, there is no other result.
    #[must_use]
    pub fn is_searching(self) -> bool {
        self.later.stage.get() != Stage::Failed
            && (self.catalog.is_waiting.get() || self.results.found.with(|found| found.is_waiting))
            || self.is_asking()
    }

    /// As [`on_each_change`](crate::effect::on_each_change), but while a search goes on, nothing has changed yet.
    pub fn on_each_result<T: PartialEq + 'static>(
        self,
        value: impl Fn() -> T + 'static,
        mut told: impl FnMut(&T) + 'static,
    ) {
        let mut before: Option<T> = None;
        effect(move || {
            let now = value();
            if self.is_searching() {
                return;
            }
            if before.as_ref().is_some_and(|before| *before != now) {
                untrack(|| told(&now));
            }
            before = Some(now);
        });
    }
}
