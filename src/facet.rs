//! The facets: one row per filter criterion, and the index that maps facet values to small numbers.
//!
//! To add a facet, add a row here and its label in [`i18n`](crate::i18n). Panel, counts, chips, query string and its documentation follow.
//!
//! ```
//! use sandbox_explorer::facet::{FACETS, LANGUAGE};
//!
//! assert_eq!(FACETS[LANGUAGE].key, "language");
//! ```
//!
//! A facet that does not exist does not compile:
//!
//! ```compile_fail
//! use sandbox_explorer::facet::{FACETS, LANGAUGE};
//!
//! assert_eq!(FACETS[LANGAUGE].key, "language");
//! ```

mod groups;
mod index;

pub use groups::{Group, grouped};
pub use index::{Hits, Index, Offered, ready};

use crate::i18n::{Lang, Messages};
use crate::model::{Catalog, LEVELS, Project};

/// One criterion by which the cards can be filtered.
pub struct Facet {
    /// Its key in query strings; never renamed.
    pub key: &'static str,
    /// Its heading.
    pub label: fn(&Messages) -> &'static str,
    /// Passes each value of a project to `take`.
    pub(crate) each: fn(&Project, take: &mut dyn FnMut(&'static str)),
    /// The display name of a value.
    pub(crate) name: fn(&Catalog, value: &'static str, Lang) -> &'static str,
    /// The values in display order, if the catalog defines one; otherwise the most frequent come first.
    pub listed: fn(&Catalog) -> Vec<&'static str>,
}

/// Prints [`FACETS`] from its rows, and for each row a constant of its name: a facet is named and never numbered, so a row may be put
/// anywhere, and a name that no row has does not compile. The doc comment of a row says what its values are; the documentation prints it.
macro_rules! facets {
    ($($(#[doc = $values:literal])? $name:ident = $row:expr),* $(,)?) => {
        #[allow(clippy::upper_case_acronyms, reason = "the names of the constants")]
        enum Number {
            $($name),*
        }

        $(
            #[doc = concat!("The facet ", stringify!($name), ", as its place in [`FACETS`].")]
            pub const $name: usize = Number::$name as usize;
        )*

        /// The number of built-in facets.
        const N_BUILT_IN: usize = [$(Number::$name),*].len();

        /// Every built-in facet, in the order of the panel. After them come those that a catalog makes of its fields.
        pub static FACETS: [Facet; N_BUILT_IN] = [$($row),*];

        /// What the values of each facet are, for the documentation; no program contains these texts.
        pub static VALUES: [&str; N_BUILT_IN] = [$(concat!($($values)?)),*];
    };
}

facets!(
    /// slugs of [data/categories.toml](../data/categories.toml)
    CATEGORY = Facet {
        key: "category",
        label: |messages| messages.category,
        each: |project, take| project.all_categories().iter().for_each(|&category| take(category)),
        name: |catalog, value, lang| lang.category(catalog, value),
        listed: |catalog| catalog.categories.iter().map(|c| c.slug).collect(),
    },
    PART = Facet {
        key: "part",
        label: |messages| messages.part,
        each: |project, take| one(project.part, take),
        name: |catalog, value, lang| {
            let part = catalog.parts.iter().find(|p| p.slug == value);
            part.map_or(value, |p| lang.label(p.name))
        },
        listed: |catalog| catalog.parts.iter().rev().map(|p| p.slug).collect(),
    },
    /// programming languages
    LANGUAGE = Facet {
        key: "language",
        label: |messages| messages.language,
        each: |project, take| project.languages.iter().for_each(|&language| take(language)),
        name: |_, value, _| value,
        listed: |_| Vec::new(),
    },
    MATURITY = Facet {
        key: "maturity",
        label: |messages| messages.maturity,
        each: |project, take| one(project.maturity.level, take),
        name: |_, value, lang| lang.messages().level(value),
        listed: |_| LEVELS.to_vec(),
    },
    REGION = Facet {
        key: "region",
        label: |messages| messages.region,
        each: |project, take| project.region.into_iter().for_each(take),
        name: |catalog, value, lang| lang.region(catalog, value),
        listed: |catalog| catalog.regions.iter().map(|r| r.slug).collect(),
    },
    LICENCE = Facet {
        key: "licence",
        label: |messages| messages.licence,
        each: |project, take| one(project.licence, take),
        name: |_, value, _| value,
        listed: |_| Vec::new(),
    },
    /// as on the cards' details
    TAG = Facet {
        key: "tag",
        label: |messages| messages.tag,
        each: |project, take| project.tags.iter().for_each(|&tag| take(tag)),
        name: |_, value, _| value,
        listed: |_| Vec::new(),
    },
);

/// Passes a value on, if there is one.
fn one(value: &'static str, take: &mut dyn FnMut(&'static str)) {
    if !value.is_empty() {
        take(value);
    }
}

/// What a project has in a field of its catalog.
#[must_use]
pub fn field(project: &Project, slug: &str) -> &'static [&'static str] {
    project.fields.iter().find(|extra| extra.field == slug).map_or(&[], |extra| extra.values)
}

/// How many facets a catalog can make of its fields.
const MOST_FIELDS: usize = 8;

/// The number of facets.
pub const N_FACETS: usize = N_BUILT_IN + MOST_FIELDS;

/// One value of a facet.
pub struct Value {
    /// As in the records.
    pub(crate) raw: &'static str,
    /// Its name in query strings.
    pub slug: String,
}
