//! Searches that no task takes so long over that the reader would notice. In a catalog of thousands they take several, and an index of the
//! texts is made while the page has nothing else to do.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::facet::Index;
use crate::filter::{self, Engine, Filter, Finder, Matches, Matching, Wake};
use crate::page;
use crate::search::Texts;

/// How long one task may search or index, in milliseconds.
const SLICE: f64 = 8.0;

/// How many projects come between two looks at the clock.
const STEPS: usize = 64;

/// Above this number of projects, an index of their texts is made.
const MANY: usize = 100;

/// The search itself.
pub static ENGINE: Whole = Whole;

/// See [`ENGINE`].
#[derive(Clone, Copy, Debug)]
pub struct Whole;

impl Engine for Whole {
    fn finder(&self, index: &'static Index, wake: Wake) -> Box<dyn Finder> {
        let texts = Arc::new(Mutex::new(Texts::new(index.catalog)));
        if index.catalog.projects.len() > MANY {
            make_index(texts.clone());
        }
        Box::new(Slices { texts, current: None, wake, is_to_wake: Arc::default() })
    }

    fn scope(&self, index: &Index, scope: &Filter) -> Vec<u16> {
        filter::scope(index, scope)
    }
}

struct Slices {
    texts: Arc<Mutex<Texts>>,
    current: Option<Matching>,
    wake: Wake,
    is_to_wake: Arc<Mutex<bool>>,
}

impl Finder for Slices {
    fn find(&mut self, scope: &[u16], typed: &str) -> Option<Matches> {
        if self.current.as_ref().is_none_or(|current| !current.is(scope, typed)) {
            self.current = Some(Matching::new(scope, typed));
        }
        let current = self.current.as_mut()?;
        let texts = lock(&self.texts);
        let found = in_time(|| current.step(&texts, STEPS));
        if found.is_some() {
            self.current = None;
        } else if !std::mem::replace(&mut *lock(&self.is_to_wake), true) {
            let (wake, is_to_wake) = (self.wake.clone(), self.is_to_wake.clone());
            page::after_update(move || {
                *lock(&is_to_wake) = false;
                wake();
            });
        }
        found
    }
}

/// Makes the index of the texts, in pieces.
fn make_index(texts: Arc<Mutex<Texts>>) {
    page::when_idle(move || {
        // Nobody searches there any more.
        let is_over = Arc::strong_count(&texts) == 1;
        if !is_over && in_time(|| (!lock(&texts).grow(STEPS)).then_some(())).is_none() {
            make_index(texts);
        }
    });
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

fn lock<T>(value: &Mutex<T>) -> MutexGuard<'_, T> {
    value.lock().unwrap_or_else(PoisonError::into_inner)
}
