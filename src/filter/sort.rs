//! The orders in which the projects can be shown. Each has the one direction that readers ask for.

use crate::i18n::Messages;

/// The order of the projects.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Sort {
    /// Best match first when there are search words, else newest in the Sandbox first; where the scope lists projects,
    /// its own order.
    #[default]
    Accepted,
    /// By name.
    Name,
    /// Oldest first commit first.
    FirstCommit,
    /// Oldest at acceptance first.
    Age,
    /// Most stars first; unknown last.
    Stars,
    /// Newest last commit first; unknown last.
    LastCommit,
}

impl Sort {
    /// Every order, as offered.
    pub const ALL: [Sort; 6] =
        [Sort::Accepted, Sort::Name, Sort::FirstCommit, Sort::Age, Sort::Stars, Sort::LastCommit];

    /// Its name in query strings.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Sort::Accepted => "accepted",
            Sort::Name => "name",
            Sort::FirstCommit => "first-commit",
            Sort::Age => "age",
            Sort::Stars => "stars",
            Sort::LastCommit => "last-commit",
        }
    }

    /// Whether what it goes by grows from one project to the next.
    #[must_use]
    pub fn is_ascending(self) -> bool {
        matches!(self, Sort::Name | Sort::FirstCommit)
    }

    /// What it is called. The default order has three names: it is relevance while there is a search, and the scope's own order
    /// where the scope lists projects.
    #[must_use]
    pub fn label(self, messages: &Messages, searching: bool, listed: bool) -> &'static str {
        match self {
            Sort::Accepted if searching => messages.sort_match,
            Sort::Accepted if listed => messages.sort_scope,
            Sort::Accepted => messages.sort_accepted,
            Sort::Name => messages.sort_name,
            Sort::FirstCommit => messages.sort_first_commit,
            Sort::Age => messages.sort_age,
            Sort::Stars => messages.sort_stars,
            Sort::LastCommit => messages.sort_last_commit,
        }
    }
}
