//! The records of a catalog. They have no logic.
//!
//! Every string is `&'static`: the bundled catalog is slices of one packed text, and one loaded at run time (`src`) is kept as long as
//! the page lives, so that views can hold a plain reference to a project.

mod date;
mod extras;
mod field;

pub use date::Date;
pub use extras::{Activity, Company, Extras, Maintainers, Release};
pub use field::Field;

/// A text in every language of the data.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

/// A text in every language of the interface: a name in a table, an owner, or a statement of an article. The texts of projects have no
/// traditional Chinese.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Label {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
    /// Traditional Chinese, with the vocabulary of Taiwan; empty if it is the same as `zh`.
    pub zh_hant: &'static str,
}

impl Label {
    /// A label without traditional Chinese.
    #[must_use]
    pub const fn text(self) -> Text {
        Text { en: self.en, zh: self.zh }
    }
}

/// Everything that the explorer shows: the projects, and the tables that they refer to by slug.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Catalog {
    /// The day on which the facts were collected; life lines end here.
    pub as_of: Date,
    /// Projects, newest in the Sandbox first.
    pub projects: &'static [Project],
    /// Categories in the order of the tabs.
    pub categories: &'static [Category],
    /// Parts of the series, in order.
    pub parts: &'static [Part],
    /// Regions of the owners, in display order.
    pub regions: &'static [Region],
    /// Sources of the facts.
    pub sources: &'static [Source],
}

impl Catalog {
    /// The category with this slug.
    #[must_use]
    pub fn category(&self, slug: &str) -> Option<&'static Category> {
        self.categories.iter().find(|category| category.slug == slug)
    }
}

/// The purposes of a project, in the words of readers who look for such a project. The lists of the two languages are not translations of
/// each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Purpose {
    /// In English.
    pub en: &'static [&'static str],
    /// In Chinese.
    pub zh: &'static [&'static str],
}

/// A category of the CNCF landscape.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Category {
    /// Its name in query strings.
    pub slug: &'static str,
    /// Its name.
    pub name: Label,
    /// One line about its projects.
    pub about: Text,
    /// Hue of its mark and life line, in degrees, 0–359.
    pub hue: u16,
}

/// A part of the article series.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Part {
    /// Its name in query strings: "1".
    pub slug: &'static str,
    /// The half-year that it covers: "2023 H1".
    pub batch: &'static str,
    /// "Part 1 · 2023 H1".
    pub name: Label,
    /// Title of the article.
    pub title: Text,
}

/// A region of owners.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Region {
    /// Its name in query strings.
    pub slug: &'static str,
    /// Its name.
    pub name: Label,
}

/// A source of facts.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Source {
    /// Its name in the data files.
    pub slug: &'static str,
    /// Its name.
    pub name: Label,
    /// Its address, if it is public.
    pub url: Option<&'static str>,
    /// The day of the data; `None` if it differs by project (the repository's snapshot).
    pub as_of: Option<Date>,
}

/// The CNCF level of a project.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Level {
    /// In the Sandbox.
    #[default]
    Sandbox,
    /// Moved up to Incubating.
    Incubating,
    /// Moved up to Graduated.
    Graduated,
    /// Archived.
    Archived,
}

impl Level {
    /// Every level, in display order.
    pub const ALL: [Level; 4] = [Level::Sandbox, Level::Incubating, Level::Graduated, Level::Archived];

    /// Its name in query strings and data files.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Level::Sandbox => "sandbox",
            Level::Incubating => "incubating",
            Level::Graduated => "graduated",
            Level::Archived => "archived",
        }
    }
}

/// The level of a project, with the day it was reached and the day of the check.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Maturity {
    /// The level.
    pub level: Level,
    /// The day on which it was reached.
    pub since: Date,
    /// The day of the check.
    pub as_of: Date,
    /// Slug of the [`Source`].
    pub source: &'static str,
}

/// A number that grows, with the day of the count.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Count {
    /// The number.
    pub value: u32,
    /// The day of the count.
    pub as_of: Date,
    /// Slug of the [`Source`] that counted.
    pub source: &'static str,
}

/// The addresses of a project. All are http or https.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Links {
    /// Home page.
    pub website: &'static str,
    /// Main source repository.
    pub repository: &'static str,
    /// Documentation.
    pub docs: Option<&'static str>,
    /// The request to enter the Sandbox.
    pub sandbox_request: Option<&'static str>,
    /// The onboarding issue.
    pub onboarding: Option<&'static str>,
    /// A second copy of the onboarding issue, if the issue was moved: the one in cncf/toc.
    pub onboarding_other: Option<&'static str>,
    /// DevStats dashboard.
    pub devstats: Option<&'static str>,
}

/// An earlier stay in the Sandbox.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct History {
    /// When the project was accepted for the first time.
    pub first_accepted: Date,
    /// When it was archived, before it was accepted again.
    pub archived: Date,
}

/// The claim of one source in a dispute.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Claim {
    /// Slug of the [`Source`].
    pub source: &'static str,
    /// The claimed value.
    pub value: Text,
}

/// A fact on which sources disagree.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Dispute {
    /// The field.
    pub field: Field,
    /// The claim of each source; the first one is used.
    pub claims: &'static [Claim],
    /// Why they differ.
    pub note: Text,
    /// If they differ because the fact has changed: a day or month until which the older value is known to be true.
    pub changed_after: Option<Date>,
}

/// A statement of an article of the series about its own projects, and the result of checking it.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Statement {
    /// Slug of the [`Part`].
    pub part: &'static str,
    /// The statement.
    pub text: Label,
    /// The number of projects of the part for which it is true.
    pub found: u16,
    /// How many projects the part has.
    pub total: u16,
    /// Whether it contradicts the facts; `note` then says why.
    pub differs: bool,
    /// An explanation; may be empty.
    pub note: Label,
}

/// A project of the CNCF Sandbox.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Project {
    /// Its name in query strings; also the name of its data file.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Former, full and other names.
    pub former_names: &'static [&'static str],
    /// Slug of its [`Part`].
    pub part: &'static str,
    /// Slug of its [`Category`].
    pub category: &'static str,
    /// SPDX identifier.
    pub licence: &'static str,
    /// Programming languages, most used first.
    pub languages: &'static [&'static str],
    /// The first owner or creator.
    pub owner: Option<Label>,
    /// Slug of the owner's [`Region`].
    pub region: Option<&'static str>,
    /// Day of the first commit with content (committer date in UTC, or the author date if it was committed again much later).
    pub first_commit: Date,
    /// Day of acceptance into the Sandbox, or the month if only that is known.
    pub accepted: Date,
    /// Its level since then.
    pub maturity: Maturity,
    /// An earlier stay in the Sandbox.
    pub history: Option<History>,
    /// Free keywords, spelled the same everywhere.
    pub tags: &'static [&'static str],
    /// What it does, 25–45 English words.
    pub summary: Text,
    /// What it offers, 3–8 lines.
    pub features: &'static [Text],
    /// What readers who need it would type; searched, but never shown.
    pub purpose: Purpose,
    /// Its addresses.
    pub links: Links,
    /// Up to three similar projects, by their numbers in the catalog, the most similar one first. Computed when the catalog is made; not
    /// a key of a catalog.
    pub similar: &'static [u16],
    /// Stars of the repository.
    pub stars: Option<Count>,
    /// Contributors as counted by the series.
    pub contributors: Option<Count>,
    /// People with a commit in the repository, without bots.
    pub authors: Option<Count>,
    /// Short hash of the commit at which the repository was read.
    pub snapshot: &'static str,
    /// Day of that commit.
    pub snapshot_date: Date,
    /// The latest activity in its repository.
    pub activity: Option<Activity>,
    /// Facts that only details, insights and search use.
    pub extras: Extras,
    /// The sources of its facts: a field and the slug of a [`Source`].
    pub sources: &'static [(Field, &'static str)],
    /// Facts on which sources disagree.
    pub disputes: &'static [Dispute],
}
