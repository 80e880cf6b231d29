//! The views: ways to look at the same filtered projects.

use crate::choice::choices;
use crate::facet::Index;

choices! {
    /// A way to look at the projects that are shown.
    pub enum View {
        /// A grid of cards.
        Cards = "cards",
        /// A table with sortable columns.
        Table = "table",
        /// A time line for each project, batch by batch.
        Timeline = "timeline",
        /// Statistics of the projects.
        Insights = "insights",
    }
}

/// Of this many projects, one must have a first commit for a timeline.
const OF: usize = 4;

impl View {
    /// Whether a catalog has what it needs. One that is still being loaded may have it; what a search service has found is only a part.
    #[must_use]
    pub fn is_offered(self, index: &Index) -> bool {
        let catalog = index.catalog;
        let n_dated = || catalog.projects.iter().filter(|project| project.first_commit.year > 0).count();
        self != View::Timeline
            || index.hits.is_none()
                && (catalog.projects.is_empty() || catalog.as_of.year > 0 && n_dated() * OF >= catalog.projects.len())
    }
}
