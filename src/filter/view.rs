//! The views: ways to look at the same filtered projects.

/// A way to look at the projects that are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum View {
    /// A grid of cards.
    #[default]
    Cards,
    /// A table with sortable columns.
    Table,
    /// A time line for each project, batch by batch.
    Timeline,
    /// Statistics of the projects.
    Insights,
}

impl View {
    /// Every view, in display order.
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

    /// The view with this name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<View> {
        View::ALL.into_iter().find(|view| view.slug() == slug)
    }
}
