//! The projects picked for a comparison.

use leptos::prelude::*;

use super::State;
use crate::facet::Index;
use crate::filter::Filter;

/// The maximum number of projects in a comparison: more columns are not visible at once.
pub const MOST_COMPARED: usize = 4;

/// The projects that a filter compares: all that it names if it names several, the first ones if there are too many.
pub(super) fn compared(filter: &Filter) -> &[u16] {
    match filter.projects.as_slice() {
        [] | [_] => &[],
        several => &several[..several.len().min(MOST_COMPARED)],
    }
}

/// Whether a project exists in a scope. What a search service has found does.
pub(super) fn is_in_scope(index: &Index, scope: &[u16], project: u16) -> bool {
    index.hits.is_some() || scope.contains(&project)
}

/// The projects of a list that exist in a scope.
pub(super) fn in_scope(index: &Index, scope: &[u16], projects: &[u16]) -> Vec<u16> {
    projects.iter().copied().filter(|&project| is_in_scope(index, scope, project)).collect()
}

impl State {
    /// Applies a filter from outside. If it is a comparison, its projects are picked as well.
    pub(super) fn apply(self, filter: Filter) {
        let compared = compared(&filter);
        if !compared.is_empty() {
            self.selection.picked.set(compared.to_vec());
        }
        self.selection.filter.set(filter);
    }

    /// Picks a project for a comparison, or removes the pick. Does nothing if the limit is reached.
    pub fn pick(self, project: u16) {
        let mut picks = self.results.picks.get_untracked();
        match picks.iter().position(|&pick| pick == project) {
            Some(at) => drop(picks.remove(at)),
            None if picks.len() < MOST_COMPARED => picks.push(project),
            None => {}
        }
        self.selection.picked.set(picks);
    }

    /// The reader asks for a comparison of the picked projects, if there is more than one.
    pub fn compare(self) {
        let picks = self.results.picks.get_untracked();
        if picks.len() > 1 {
            self.request(&picks);
        }
    }

    /// Removes a project from the comparison and from the picks. A comparison with one project left is closed.
    pub fn uncompare(self, project: u16) {
        let but = |mut projects: Vec<u16>| {
            projects.retain(|&other| other != project);
            projects
        };
        self.selection.picked.set(but(self.selection.picked.get_untracked()));
        let left = but(self.results.compared.get_untracked());
        self.selection.filter.update(|filter| filter.projects = if left.len() > 1 { left } else { Vec::new() });
    }
}
