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

use std::sync::{Mutex, OnceLock, PoisonError};

use catalog::similar;

use crate::data;
use crate::i18n::{Lang, Messages};
use crate::model::{Catalog, Date, Level, Project};
use crate::text::{self, Numbered, fold_char, letters};
pub use groups::{Group, grouped};

/// One criterion by which the cards can be filtered.
pub struct Facet {
    /// Its key in query strings; never renamed.
    pub key: &'static str,
    /// Its heading.
    pub label: fn(&Messages) -> &'static str,
    /// Passes each value of a project to `take`.
    each: fn(&Project, take: &mut dyn FnMut(&'static str)),
    /// The display name of a value.
    name: fn(&Catalog, value: &'static str, Lang) -> &'static str,
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

        /// The number of facets.
        pub const N_FACETS: usize = [$(Number::$name),*].len();

        /// Every facet, in the order of the panel.
        pub static FACETS: [Facet; N_FACETS] = [$($row),*];

        /// What the values of each facet are, for the documentation; no program contains these texts.
        pub static VALUES: [&str; N_FACETS] = [$(concat!($($values)?)),*];
    };
}

facets!(
    /// slugs of [data/categories.toml](../data/categories.toml)
    CATEGORY = Facet {
        key: "category",
        label: |messages| messages.category,
        each: |project, take| take(project.category),
        name: |catalog, value, lang| lang.category(catalog, value),
        listed: |catalog| catalog.categories.iter().map(|c| c.slug).collect(),
    },
    PART = Facet {
        key: "part",
        label: |messages| messages.part,
        each: |project, take| take(project.part),
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
        each: |project, take| take(project.maturity.level.slug()),
        name: |_, value, lang| {
            let level = Level::ALL.into_iter().find(|level| level.slug() == value);
            level.map_or(value, |level| lang.messages().level(level))
        },
        listed: |_| Level::ALL.map(Level::slug).to_vec(),
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
        each: |project, take| take(project.licence),
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

/// The facet of the tabs.
pub const TABS: usize = CATEGORY;

/// One value of a facet.
pub struct Value {
    /// As in the records.
    raw: &'static str,
    /// Its name in query strings.
    pub slug: String,
}

/// A catalog whose facet values are numbered, so that filtering compares small numbers instead of strings.
pub struct Index {
    /// The indexed catalog.
    pub catalog: &'static Catalog,
    /// The year of the oldest first commit, where the life lines begin.
    pub first_year: u16,
    /// The values of each facet, in display order.
    values: [Vec<Value>; N_FACETS],
    /// For each facet, the numbers of the values of all projects, one project after the other.
    of: [Vec<u16>; N_FACETS],
    /// For each facet, where those of each project begin, and their end.
    starts: [Vec<u32>; N_FACETS],
}

/// Two indexes are equal only if they are the same object.
impl PartialEq for Index {
    fn eq(&self, other: &Index) -> bool {
        std::ptr::eq(self, other)
    }
}

static EMPTY: Catalog = Catalog {
    as_of: Date { year: 0, month: 0, day: 0 },
    projects: &[],
    categories: &[],
    parts: &[],
    regions: &[],
    sources: &[],
};

impl Index {
    /// The index of the bundled catalog, made once.
    #[must_use]
    pub fn bundled() -> &'static Index {
        static INDEX: OnceLock<Index> = OnceLock::new();
        INDEX.get_or_init(|| Index::new(data::bundled()))
    }

    /// The index of the bundled catalog without features, made once.
    #[must_use]
    pub fn brief() -> &'static Index {
        static INDEX: OnceLock<Index> = OnceLock::new();
        INDEX.get_or_init(|| Index::new(data::brief()))
    }

    /// The index of a catalog, made once for each: both live as long as the program.
    #[must_use]
    pub fn kept(catalog: &'static Catalog) -> &'static Index {
        static KEPT: Mutex<Vec<&'static Index>> = Mutex::new(Vec::new());
        if std::ptr::eq(catalog, data::bundled()) {
            return Index::bundled();
        }
        let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept.iter().copied().find(|index| std::ptr::eq(index.catalog, catalog));
        known.unwrap_or_else(|| {
            let index: &'static Index = Box::leak(Box::new(Index::new(catalog)));
            kept.push(index);
            index
        })
    }

    /// The index of an empty catalog.
    #[must_use]
    pub fn nothing() -> &'static Index {
        static NOTHING: OnceLock<Index> = OnceLock::new();
        NOTHING.get_or_init(|| Index::new(&EMPTY))
    }

    /// Indexes a catalog.
    #[must_use]
    pub fn new(catalog: &'static Catalog) -> Index {
        let years = catalog.projects.iter().map(|project| project.first_commit.year);
        let mut index = Index {
            catalog,
            first_year: years.min().unwrap_or_default(),
            values: [const { Vec::new() }; N_FACETS],
            of: [const { Vec::new() }; N_FACETS],
            starts: [const { Vec::new() }; N_FACETS],
        };
        for (facet, row) in FACETS.iter().enumerate() {
            // Numbered on first sight: a thousand tags, each used by most of ten thousand projects, cannot be compared with each
            // other again and again.
            let mut known = Numbered::default();
            for value in (row.listed)(catalog) {
                known.number(value);
            }
            let n_listed = known.texts.len();
            let mut counts = vec![0; n_listed];
            let (of, starts) = (&mut index.of[facet], &mut index.starts[facet]);
            starts.reserve(catalog.projects.len() + 1);
            for project in catalog.projects {
                starts.push(of.len() as u32);
                (row.each)(project, &mut |value| {
                    let number = known.number(value);
                    if usize::from(number) == counts.len() {
                        counts.push(0);
                    }
                    counts[usize::from(number)] += 1;
                    of.push(number);
                });
            }
            starts.push(of.len() as u32);
            // The numbers in display order, and the position of each.
            let mut offered: Vec<u16> = (0..counts.len() as u16).collect();
            let key = |&number: &u16| {
                let at = usize::from(number);
                if at < n_listed { (0, number, "") } else { (u32::MAX - counts[at], 0, known.texts[at]) }
            };
            offered.sort_unstable_by(|a, b| key(a).cmp(&key(b)));
            offered.retain(|&number| counts[usize::from(number)] > 0);
            let mut places = vec![0; counts.len()];
            for (place, &number) in offered.iter().enumerate() {
                let raw = known.texts[usize::from(number)];
                index.values[facet].push(Value { raw, slug: text::slug(raw) });
                places[usize::from(number)] = place as u16;
            }
            for number in of {
                *number = places[usize::from(*number)];
            }
        }
        index
    }

    /// The values of a facet, in display order.
    #[must_use]
    pub fn values(&self, facet: usize) -> &[Value] {
        &self.values[facet]
    }

    /// The numbers of the values that a project has in a facet.
    #[must_use]
    pub fn of(&self, project: u16, facet: usize) -> &[u16] {
        let at = usize::from(project);
        let starts = &self.starts[facet];
        &self.of[facet][starts[at] as usize..starts[at + 1] as usize]
    }

    /// The number of the value with this slug; a letter with an accent may be one character or two on either side.
    #[must_use]
    pub fn number(&self, facet: usize, slug: &str) -> Option<u16> {
        let values = &self.values[facet];
        let same = |value: &Value| value.slug == slug;
        let alike =
            |value: &Value| !slug.is_ascii() && letters(&value.slug).map(fold_char).eq(letters(slug).map(fold_char));
        let place = values.iter().position(same).or_else(|| values.iter().position(alike));
        place.map(|number| number as u16)
    }

    /// The projects that are similar to one. The bundled catalog says so; in one of a `src` they are looked for.
    #[must_use]
    pub fn similar(&self, number: u16, project: &Project) -> Vec<u16> {
        match project.similar {
            [] => similar::found(self.catalog.projects, number),
            known => known.to_vec(),
        }
    }

    /// The display name of a value.
    #[must_use]
    pub fn name(&self, facet: usize, value: u16, lang: Lang) -> &'static str {
        (FACETS[facet].name)(self.catalog, self.values[facet][value as usize].raw, lang)
    }

    /// The number of the project with this id.
    #[must_use]
    pub fn project(&self, id: &str) -> Option<u16> {
        let same = |project: &Project| project.id == id;
        self.catalog.projects.iter().position(same).map(|number| number as u16)
    }
}
