//! The views: ways to look at the same filtered projects.

/// A way to look at the projects that are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum View {
    /// A grid of cards.
    #[default]
    Cards,
    /// A table with sortable columns.
    Table,
    /// One line of time for each project, batch by batch.
    Timeline,
    /// What the projects have in common, as numbers.
    Insights,
}

impl View {
    /// Every view, as offered.
    pub const ALL: [View; 4] = [View::Cards, View::Table, View::Timeline, View::Insights];

    /// Its name in query strings and in the attribute.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            View::Cards => "cards",
            View::Table => "table",
            View::Timeline => "timeline",
            View::Insights => "insights",
        }
    }

    /// The view of this name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<View> {
        View::ALL.into_iter().find(|view| view.slug() == slug)
    }
}
