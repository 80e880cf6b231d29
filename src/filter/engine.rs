//! The search behind an interface, for a program that loads it later than the first view (`state/later`).

use std::sync::Arc;

use super::{Filter, Matches};
use crate::facet::Index;

/// To be called when a search that was not complete may go on.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// What a search can do.
pub trait Engine: Sync {
    /// Prepares searches in a catalog.
    fn finder(&self, index: &'static Index, wake: Wake) -> Box<dyn Finder>;
    /// See [`scope`](super::scope).
    fn scope(&self, index: &Index, scope: &Filter) -> Vec<u16>;
}

/// Searches in a catalog, one after the other.
pub trait Finder: Send {
    /// Goes on with this search, which takes the place of an unfinished one; returns the matches if they are complete.
    fn find(&mut self, scope: &[u16], typed: &str) -> Option<Matches>;
}
