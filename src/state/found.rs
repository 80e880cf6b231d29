//! The matches of the words that the reader has typed. They come at once, or, in a catalog of thousands, after some tasks: none takes so long
//! that the reader would notice. Until then, and until the search is loaded (`later`), the matches before them stay.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use leptos::prelude::*;

use super::later::Later;
use super::{Selection, ShownCatalog};
use crate::effect::effect;
use crate::facet::Index;
use crate::filter::{Engine, Matches, Run, has_words};
use crate::page;
use crate::signal::{ErasedMemo, ErasedSignal};

/// How long one task may search or index, in milliseconds.
const SLICE: f64 = 8.0;

/// How many projects come between two looks at the clock.
const STEPS: usize = 64;

/// From this number of projects on, an index of their texts is made.
const MANY: usize = 100;

/// The matches of a search, or those of the search before it while it is not complete.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Found {
    /// The matches; without a search, all projects match.
    pub matches: Arc<Matches>,
    /// Whether they are those of the search before.
    pub is_waiting: bool,
}

/// The searches in one catalog.
#[derive(Default)]
struct Searches {
    run: Option<(&'static Index, Box<dyn Run>)>,
    /// The projects that the last complete matches are about, in their catalog.
    among: (Option<&'static Index>, Vec<u16>),
    /// These matches.
    last: Arc<Matches>,
    has_turn: bool,
}

/// The searches in this catalog.
fn run_in<'r>(
    run: &'r mut Option<(&'static Index, Box<dyn Run>)>,
    index: &'static Index,
    engine: &'static dyn Engine,
) -> &'r mut dyn Run {
    if run.as_ref().is_none_or(|(of, _)| *of != index) {
        *run = None;
    }
    &mut *run.get_or_insert_with(|| (index, engine.run(index))).1
}

/// The matches of the reader's words.
pub(super) fn found(catalog: ShownCatalog, selection: Selection, later: Later) -> ErasedMemo<Found> {
    let ShownCatalog { index: of, known, scope, .. } = catalog;
    let searches: Arc<Mutex<Searches>> = Arc::default();
    let turn = ErasedSignal::new(0_u32);
    let typed = ErasedMemo::new(move || selection.filter.with(|filter| filter.search.clone()));
    let kept = searches.clone();
    let found = ErasedMemo::new(move || {
        turn.track();
        let (index, scope, typed) = (known.get(), scope.get(), typed.get());
        let mut searches = lock(&kept);
        // The numbers refer to other projects elsewhere.
        let among = (Some(of.get()), scope);
        if searches.among != among {
            searches.among = among;
            searches.last = Arc::default();
        }
        if !has_words(&typed) {
            searches.last = Arc::default();
            return Found::default();
        }
        let found = |matches: &Arc<Matches>, is_waiting| Found { matches: matches.clone(), is_waiting };
        let Some(engine) = later.engine() else { return found(&searches.last, true) };
        let Searches { run, among: (_, scope), .. } = &mut *searches;
        let run = run_in(run, index, engine);
        if let Some(matches) = in_time(|| run.step(scope, &typed, STEPS)) {
            searches.last = Arc::new(matches);
            return found(&searches.last, false);
        }
        if !std::mem::replace(&mut searches.has_turn, true) {
            let kept = kept.clone();
            page::after_update(move || {
                lock(&kept).has_turn = false;
                turn.update(|turn| *turn = turn.wrapping_add(1));
            });
        }
        found(&searches.last, true)
    });
    effect(move || {
        let index = known.get();
        if index.catalog.projects.len() > MANY
            && let Some(engine) = later.engine()
        {
            run_in(&mut lock(&searches).run, index, engine);
            make_index(searches.clone(), index);
        }
    });
    found
}

/// Makes the index of the texts, in pieces, while the page has nothing else to do.
fn make_index(searches: Arc<Mutex<Searches>>, of: &'static Index) {
    page::when_idle(move || {
        let is_done = match &mut lock(&searches).run {
            Some((index, run)) if *index == of => in_time(|| (!run.grow(STEPS)).then_some(())).is_some(),
            // Another catalog is shown.
            _ => true,
        };
        if !is_done {
            make_index(searches, of);
        }
    });
}

fn lock(searches: &Mutex<Searches>) -> MutexGuard<'_, Searches> {
    searches.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Repeats a step until it has a result; `None` if that takes longer than a task should.
fn in_time<T>(mut step: impl FnMut() -> Option<T>) -> Option<T> {
    let start = page::now();
    loop {
        let done = step();
        if done.is_some() || page::now() - start > SLICE {
            return done;
        }
    }
}
