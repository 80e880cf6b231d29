//! Whether and by whom a project is kept up, and what else no first view shows.

use super::{Count, Date, Text};

/// When a repository was last worked on, as far as a copy of it shows.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Activity {
    /// Day of the newest commit.
    pub last_commit: Date,
    /// The day whose state of the repository was read.
    pub as_of: Date,
    /// Slug of the [`Source`](super::Source) that says so.
    pub source: &'static str,
}

/// A released version.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Release {
    /// Its tag in the repository.
    pub tag: &'static str,
    /// The day of the tag.
    pub date: Date,
}

/// A company, and how many maintainers of a project it employs.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Company {
    /// Its name, the same spelling everywhere.
    pub name: Text,
    /// Number of maintainers.
    pub value: u32,
}

/// Who maintains a project.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Maintainers {
    /// How many there are.
    pub count: Count,
    /// Their companies, the one with most maintainers first. Whoever is in none of them and not independent: not known.
    pub companies: &'static [Company],
    /// How many belong to no company.
    pub independent: u32,
}

/// What only details, insights and search show: it comes with the features, after the first view.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Extras {
    /// Day of the application for the Sandbox, or its month.
    pub applied: Option<Date>,
    /// Addresses at which the main repository was before.
    pub former_repositories: &'static [&'static str],
    /// The latest release, as of [`Activity::as_of`].
    pub release: Option<Release>,
    /// Who maintains it.
    pub maintainers: Option<Maintainers>,
    /// The list of adopters.
    pub adopters: Option<&'static str>,
    /// The entry at OpenSSF Best Practices.
    pub best_practices: Option<&'static str>,
    /// A channel to talk in.
    pub chat: Option<&'static str>,
}
