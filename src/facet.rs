//! The facets: one row per way to narrow the cards, and the index that turns a catalog into small numbers.
//!
//! To add a facet, add a row here and its label in [`i18n`](crate::i18n). Panel, counts, chips and query string follow.

use std::sync::OnceLock;

use crate::data;
use crate::i18n::{Lang, Messages};
use crate::model::{Catalog, Date, Level, Project};
use crate::text;

/// One way to narrow the cards.
pub struct Facet {
    /// Its key in query strings; never renamed.
    pub key: &'static str,
    /// Its heading.
    pub label: fn(&Messages) -> &'static str,
    /// Hands each value that a project has to `take`.
    each: fn(&Project, take: &mut dyn FnMut(&'static str)),
    /// What a value is called.
    name: fn(&Catalog, value: &'static str, Lang) -> &'static str,
    /// The values in the order in which they are listed, where the catalog has one; else the most frequent come first.
    listed: fn(&Catalog) -> Vec<&'static str>,
}

/// Every facet, in the order of the panel.
pub static FACETS: [Facet; 7] = [
    Facet {
        key: "category",
        label: |messages| messages.category,
        each: |project, take| take(project.category),
        name: |catalog, value, lang| lang.category(catalog, value),
        listed: |catalog| catalog.categories.iter().map(|c| c.slug).collect(),
    },
    Facet {
        key: "part",
        label: |messages| messages.part,
        each: |project, take| take(project.part),
        name: |catalog, value, lang| {
            let part = catalog.parts.iter().find(|p| p.slug == value);
            part.map_or(value, |p| lang.of(p.name))
        },
        listed: |catalog| catalog.parts.iter().rev().map(|p| p.slug).collect(),
    },
    Facet {
        key: "language",
        label: |messages| messages.language,
        each: |project, take| project.languages.iter().for_each(|&language| take(language)),
        name: |_, value, _| value,
        listed: |_| Vec::new(),
    },
    Facet {
        key: "maturity",
        label: |messages| messages.maturity,
        each: |project, take| take(project.maturity.level.slug()),
        name: |_, value, lang| {
            let level = Level::ALL.into_iter().find(|level| level.slug() == value);
            level.map_or(value, |level| lang.messages().level(level))
        },
        listed: |_| Level::ALL.map(Level::slug).to_vec(),
    },
    Facet {
        key: "region",
        label: |messages| messages.region,
        each: |project, take| project.region.into_iter().for_each(take),
        name: |catalog, value, lang| lang.region(catalog, value),
        listed: |catalog| catalog.regions.iter().map(|r| r.slug).collect(),
    },
    Facet {
        key: "licence",
        label: |messages| messages.licence,
        each: |project, take| take(project.licence),
        name: |_, value, _| value,
        listed: |_| Vec::new(),
    },
    Facet {
        key: "tag",
        label: |messages| messages.tag,
        each: |project, take| project.tags.iter().for_each(|&tag| take(tag)),
        name: |_, value, _| value,
        listed: |_| Vec::new(),
    },
];

/// How many facets there are.
pub const N_FACETS: usize = FACETS.len();

/// Which facet the tabs are: the category.
pub const TABS: usize = 0;

/// Which facet the part of the series is.
pub const PARTS: usize = 1;

/// One value of a facet.
pub struct Value {
    /// As the records have it.
    raw: &'static str,
    /// Its name in query strings.
    pub slug: String,
}

/// A catalog whose facet values are numbered, so that filtering compares small numbers and no strings.
pub struct Index {
    /// What it is an index of.
    pub catalog: &'static Catalog,
    /// The year of the oldest first commit, in which the life lines begin.
    pub first_year: u16,
    /// The values of each facet, in the order in which they are offered.
    values: [Vec<Value>; N_FACETS],
    /// For each project and each facet, the numbers of its values.
    of: Vec<[Vec<u16>; N_FACETS]>,
}

/// One index is another when it is the very same.
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

    /// The index of an empty catalog.
    #[must_use]
    pub fn nothing() -> &'static Index {
        static NOTHING: OnceLock<Index> = OnceLock::new();
        NOTHING.get_or_init(|| Index::new(&EMPTY))
    }

    /// Reads the catalog once.
    #[must_use]
    pub fn new(catalog: &'static Catalog) -> Index {
        let years = catalog.projects.iter().map(|project| project.first_commit.year);
        let mut index = Index {
            catalog,
            first_year: years.min().unwrap_or_default(),
            values: [const { Vec::new() }; N_FACETS],
            of: Vec::with_capacity(catalog.projects.len()),
        };
        for (facet, row) in FACETS.iter().enumerate() {
            let mut found: Vec<(&'static str, u16)> = Vec::new();
            for value in (row.listed)(catalog) {
                found.push((value, 0));
            }
            let n_listed = found.len();
            for project in catalog.projects {
                (row.each)(project, &mut |value| match found.iter_mut().find(|(known, _)| *known == value) {
                    Some((_, n)) => *n += 1,
                    None => found.push((value, 1)),
                });
            }
            found[n_listed..].sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
            found.retain(|&(_, n)| n > 0);
            let named = |&(raw, _): &(&'static str, u16)| Value { raw, slug: text::slug(raw) };
            index.values[facet] = found.iter().map(named).collect();
        }
        for project in catalog.projects {
            let of = std::array::from_fn(|facet| {
                let mut numbers = Vec::new();
                (FACETS[facet].each)(project, &mut |value| {
                    let number = index.values[facet].iter().position(|known| known.raw == value);
                    numbers.extend(number.map(|number| number as u16));
                });
                numbers
            });
            index.of.push(of);
        }
        index
    }

    /// The values of a facet, in the order in which they are offered.
    #[must_use]
    pub fn values(&self, facet: usize) -> &[Value] {
        &self.values[facet]
    }

    /// The numbers of the values that a project has in a facet.
    #[must_use]
    pub fn of(&self, project: u16, facet: usize) -> &[u16] {
        &self.of[project as usize][facet]
    }

    /// The number of the value with this slug.
    #[must_use]
    pub fn number(&self, facet: usize, slug: &str) -> Option<u16> {
        let same = |value: &Value| value.slug == slug;
        self.values[facet].iter().position(same).map(|number| number as u16)
    }

    /// What a value is called.
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
