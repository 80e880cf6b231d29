//! The records of a catalog. They have no logic; each is declared once, with [`record!`](crate::record).
//!
//! Every string is `&'static`: the bundled catalog is slices of one packed text, and one loaded at run time (`src`) is kept as long as
//! the page lives, so that views can hold a plain reference to a project.

mod date;
mod names;
mod project;
mod tables;
mod terms;

pub use date::Date;
pub use names::{Field, LEVELS};
pub use project::{
    Activity, Claim, Company, Count, Counts, Dispute, Extra, History, Links, Maintainers, Maturity, Other, Project,
    Purpose, Release, Snapshot,
};
pub use tables::{Category, Column, Part, Region, Source, Statement};
pub use terms::Terms;

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
    /// Fields of the projects that are not keys of theirs.
    pub columns: &'static [Column],
    /// What it says about itself; `None` is the bundled catalog, of which the interface speaks.
    pub terms: Option<&'static Terms>,
}

impl Catalog {
    /// The category with this slug.
    #[must_use]
    pub fn category(&self, slug: &str) -> Option<&'static Category> {
        self.categories.iter().find(|category| category.slug == slug)
    }
}
