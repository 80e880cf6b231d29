//! The views: ways to look at the same filtered projects.

use crate::choice::choices;

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
