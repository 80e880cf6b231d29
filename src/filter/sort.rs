//! The sort orders. Each has only the direction that readers need.

use super::age;
use crate::choice::choices;
use crate::facet::Index;
use crate::i18n::Messages;
use crate::model::Project;

choices! {
    /// The order of the projects.
    pub enum Sort {
        /// Best match first if there is a search, else newest in the Sandbox first; if the scope lists projects, their order.
        Accepted = "accepted",
        /// By name.
        Name = "name",
        /// Oldest first commit first.
        FirstCommit = "first-commit",
        /// Oldest at acceptance first.
        Age = "age",
        /// Most stars first; unknown last.
        Stars = "stars",
        /// Newest last commit first; projects without one on record last.
        LastCommit = "last-commit",
    }
}

impl Sort {
    /// Whether the sorted value increases from one project to the next.
    #[must_use]
    pub fn is_ascending(self) -> bool {
        matches!(self, Sort::Name | Sort::FirstCommit)
    }

    /// Whether a catalog has what it needs, or the search service offers it. A catalog that is still being loaded may have it.
    #[must_use]
    pub fn is_offered(self, index: &Index) -> bool {
        if let Some(hits) = index.hits {
            return hits.sorts(self.slug());
        }
        let catalog = index.catalog;
        let has = |project: &Project| match self {
            Sort::Accepted | Sort::Name => true,
            Sort::FirstCommit => project.first_commit.year > 0,
            Sort::Age => age(project).is_some(),
            Sort::Stars => project.counts.stars.is_some(),
            Sort::LastCommit => project.activity.is_some(),
        };
        catalog.projects.is_empty() || catalog.projects.iter().any(has)
    }

    /// The display name. The default order has three: relevance during a search, and the scope's order if the scope lists
    /// projects.
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
