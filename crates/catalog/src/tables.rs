//! Reads the tables that projects name by slug: categories, parts, regions, sources.

use super::keys::{Form, Key, Keys, LABEL, WORDS};
use super::limits;
use super::mistake::{Report, quoted};
use super::record::Record;
use super::values::{Value, Values};
use crate::model::{Catalog, Category, Part, Region, Source};

/// How the rows of one table are read.
pub struct Table<T: 'static> {
    /// The key of the rows in a catalog.
    pub key: &'static str,
    keys: Keys,
    read: fn(&mut Values) -> T,
    /// The slug of a row.
    pub slug: fn(&T) -> &'static str,
}

/// Categories.
pub const CATEGORIES: Table<Category> = Table {
    key: "categories",
    keys: &[
        Key::need("slug", Form::Slug),
        Key::need("name", LABEL),
        Key::need("about", WORDS),
        Key::need("hue", Form::Degrees),
    ],
    read: |row| Category { slug: row.text(), name: row.label(), about: row.words(), hue: row.number() as u16 },
    slug: |category| category.slug,
};

/// Parts of the series.
pub const PARTS: Table<Part> = Table {
    key: "parts",
    keys: &[
        Key::need("slug", Form::Slug),
        Key::need("batch", Form::Name),
        Key::need("name", LABEL),
        Key::need("title", WORDS),
    ],
    read: |row| Part { slug: row.text(), batch: row.text(), name: row.label(), title: row.words() },
    slug: |part| part.slug,
};

/// Regions.
pub const REGIONS: Table<Region> = Table {
    key: "regions",
    keys: &[Key::need("slug", Form::Slug), Key::need("name", LABEL)],
    read: |row| Region { slug: row.text(), name: row.label() },
    slug: |region| region.slug,
};

/// Sources.
pub const SOURCES: Table<Source> = Table {
    key: "sources",
    keys: &[
        Key::need("slug", Form::Slug),
        Key::need("name", LABEL),
        Key::may("url", Form::Address),
        Key::may("as_of", Form::Date),
    ],
    read: |row| Source { slug: row.text(), name: row.label(), url: row.may_text(), as_of: row.may_date() },
    slug: |source| source.slug,
};

impl<T> Table<T> {
    /// Reads the rows under a key. A row with a mistake is left out; its slug goes to `broken`, so that no error is reported for the
    /// projects that name it.
    #[must_use]
    pub fn read(&self, rows: &Record, key: &str, report: &Report, broken: &mut Vec<&'static str>) -> &'static [T] {
        read(rows, key, self.keys, report, broken).list(self.read)
    }
}

/// The rows as a list of values.
fn read(rows: &Record, key: &str, keys: Keys, report: &Report, broken: &mut Vec<&'static str>) -> Values {
    let mut good = Vec::new();
    let mut all = vec![Value::default()];
    for (n, tree) in rows.items(key, limits::ROWS).iter().enumerate() {
        let before = report.count();
        let Some(record) = Record::open(tree, rows.item(key, n), keys, report) else { continue };
        let row = record.read(keys, &Slugs::default()).values;
        let slug = row[0].text;
        if good.contains(&slug) {
            record.refuse("slug", &[&quoted(slug), " occurs twice"]);
        }
        if report.count() == before {
            good.push(slug);
            all.extend(row);
        } else {
            report.name(before, tree.text("slug"));
            broken.push(slug);
        }
    }
    all[0].number = good.len() as u32;
    Values { values: all, next: 0 }
}

/// The slugs that projects may name.
#[derive(Default)]
pub struct Slugs {
    /// Of categories.
    pub categories: Vec<&'static str>,
    /// Of parts.
    pub parts: Vec<&'static str>,
    /// Of regions.
    pub regions: Vec<&'static str>,
    /// Of sources.
    pub sources: Vec<&'static str>,
}

impl Slugs {
    /// The slugs of a catalog.
    #[must_use]
    pub fn of(catalog: &Catalog) -> Slugs {
        Slugs {
            categories: catalog.categories.iter().map(CATEGORIES.slug).collect(),
            parts: catalog.parts.iter().map(PARTS.slug).collect(),
            regions: catalog.regions.iter().map(REGIONS.slug).collect(),
            sources: catalog.sources.iter().map(SOURCES.slug).collect(),
        }
    }
}
