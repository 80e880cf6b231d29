//! The search behind an interface, for a program that loads it later than the first view (`state/later`).

use super::{Filter, Matches, Matching};
use crate::facet::Index;
use crate::search::Texts;

/// What a search can do.
pub trait Engine: Sync {
    /// Prepares searches in a catalog.
    fn run(&self, index: &'static Index) -> Box<dyn Run>;
    /// See [`scope`](super::scope).
    fn scope(&self, index: &Index, scope: &Filter) -> Vec<u16>;
}

/// Searches in a catalog, one after the other, step by step.
pub trait Run: Send {
    /// Adds the next projects to the index of texts; `false`: all are in it.
    fn grow(&mut self, n_projects: usize) -> bool;
    /// Does the next `n` steps of this search, which takes the place of an unfinished one; returns the matches if they are complete.
    fn step(&mut self, scope: &[u16], typed: &str, n: usize) -> Option<Matches>;
}

/// The search itself.
pub static ENGINE: Whole = Whole;

/// All of it, from the start.
#[derive(Clone, Copy, Debug)]
pub struct Whole;

impl Engine for Whole {
    fn run(&self, index: &'static Index) -> Box<dyn Run> {
        Box::new(Searches { texts: Texts::new(index.catalog), current: None })
    }

    fn scope(&self, index: &Index, scope: &Filter) -> Vec<u16> {
        super::scope(index, scope)
    }
}

struct Searches {
    texts: Texts,
    current: Option<Matching>,
}

impl Run for Searches {
    fn grow(&mut self, n_projects: usize) -> bool {
        self.texts.grow(n_projects)
    }

    fn step(&mut self, scope: &[u16], typed: &str, n: usize) -> Option<Matches> {
        if self.current.as_ref().is_none_or(|current| !current.is(scope, typed)) {
            self.current = Some(Matching::new(scope, typed));
        }
        let done = self.current.as_mut()?.step(&self.texts, n);
        if done.is_some() {
            self.current = None;
        }
        done
    }
}
