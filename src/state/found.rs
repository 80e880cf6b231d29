//! The matches of the words that the reader has typed. They come at once, or, in a catalog of thousands, after some tasks. Until then, and
//! until the search is loaded (`later`), the matches before them stay.

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;

use super::later::Later;
use super::{Selection, ShownCatalog};
use crate::facet::Index;
use crate::filter::{Finder, Matches, has_words};
use crate::signal::{ErasedMemo, ErasedSignal};

/// The matches of a search, or those of the search before it while it is not complete.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Found {
    /// The matches; without a search, all projects match.
    pub matches: Arc<Matches>,
    /// Whether they are those of the search before.
    pub is_waiting: bool,
}

/// The searches of an explorer.
#[derive(Default)]
struct Searches {
    finder: Option<(&'static Index, Box<dyn Finder>)>,
    /// The projects that the last complete matches are about, in their catalog.
    among: (Option<&'static Index>, Vec<u16>),
    /// These matches.
    last: Arc<Matches>,
}

/// The matches of the reader's words.
pub(super) fn found(catalog: ShownCatalog, selection: Selection, later: Later) -> ErasedMemo<Found> {
    let ShownCatalog { index, known, scope, .. } = catalog;
    let searches = Mutex::new(Searches::default());
    let turn = ErasedSignal::new(0_u32);
    let typed = ErasedMemo::new(move || selection.filter.with(|filter| filter.search.clone()));
    ErasedMemo::new(move || {
        turn.track();
        let Searches { finder, among, last } = &mut *searches.lock().unwrap_or_else(PoisonError::into_inner);
        // The numbers refer to other projects elsewhere.
        let now = (Some(index.get()), scope.get());
        if *among != now {
            (*among, *last) = (now, Arc::default());
        }
        let (known, typed, engine) = (known.get(), typed.get(), later.engine());
        if let Some(engine) = engine
            && finder.as_ref().is_none_or(|(of, _)| *of != known)
        {
            let wake = move || turn.update(|turn| *turn = turn.wrapping_add(1));
            *finder = Some((known, engine.finder(known, Arc::new(wake))));
        }
        let mut is_waiting = has_words(&typed);
        if !is_waiting {
            *last = Arc::default();
        } else if let Some((_, finder)) = finder.as_mut().filter(|_| engine.is_some())
            && let Some(matches) = finder.find(&among.1, &typed)
        {
            (*last, is_waiting) = (Arc::new(matches), false);
        }
        Found { matches: last.clone(), is_waiting }
    })
}
