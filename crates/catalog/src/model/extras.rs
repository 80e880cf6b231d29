//! How a project is maintained, and other facts that the first view does not show.

use super::{Count, Date, Label};

/// The latest activity in a repository, as far as a copy of it shows.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Activity {
    /// The day of the newest commit.
    pub last_commit: Date,
    /// The day on which the repository was read.
    pub as_of: Date,
    /// The slug of the [`Source`](super::Source).
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
    /// Its name, spelled the same in all projects.
    pub name: Label,
    /// Number of maintainers.
    pub value: u32,
}

/// Who maintains a project.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Maintainers {
    /// The number of maintainers.
    pub count: Count,
    /// Their companies, the one with most maintainers first. For maintainers who are neither in one of them nor
    /// independent, the company is not known.
    pub companies: &'static [Company],
    /// The number of maintainers without a company.
    pub independent: u32,
}

/// Facts that only details, insights and search use: they are loaded with the features, after the first view.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Extras {
    /// The day or month of the application to the Sandbox.
    pub applied: Option<Date>,
    /// Former addresses of the main repository.
    pub former_repositories: &'static [&'static str],
    /// The latest release, as of [`Activity::as_of`].
    pub release: Option<Release>,
    /// Its maintainers.
    pub maintainers: Option<Maintainers>,
    /// The list of adopters.
    pub adopters: Option<&'static str>,
    /// The entry in OpenSSF Best Practices.
    pub best_practices: Option<&'static str>,
    /// A chat channel.
    pub chat: Option<&'static str>,
}
