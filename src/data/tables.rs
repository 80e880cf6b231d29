//! Reads the tables that projects name by slug: categories, parts, regions, sources.

use super::mistake::Report;
use super::record::Record;
use crate::model::{Catalog, Category, Part, Region, Source};

/// How one kind of row is read.
pub struct Table<T: 'static> {
    /// The key that holds the rows in a catalog.
    pub key: &'static str,
    keys: &'static [&'static str],
    read: fn(&Record, &'static str) -> T,
    /// The slug of a row.
    pub slug: fn(&T) -> &'static str,
}

/// Categories.
pub const CATEGORIES: Table<Category> = Table {
    key: "categories",
    keys: &["slug", "name", "about", "hue"],
    read: |record, slug| Category {
        slug,
        name: record.need("name", Record::words),
        about: record.need("about", Record::words),
        hue: match record.need("hue", Record::number) {
            hue @ 0..360 => hue as u16,
            _ => {
                record.refuse("hue", &["must lie between 0 and 359 degrees"]);
                0
            }
        },
    },
    slug: |category| category.slug,
};

/// Parts of the series.
pub const PARTS: Table<Part> = Table {
    key: "parts",
    keys: &["slug", "batch", "name", "title"],
    read: |record, slug| Part {
        slug,
        batch: record.need("batch", Record::text),
        name: record.need("name", Record::words),
        title: record.need("title", Record::words),
    },
    slug: |part| part.slug,
};

/// Regions.
pub const REGIONS: Table<Region> = Table {
    key: "regions",
    keys: &["slug", "name"],
    read: |record, slug| Region { slug, name: record.need("name", Record::words) },
    slug: |region| region.slug,
};

/// Sources.
pub const SOURCES: Table<Source> = Table {
    key: "sources",
    keys: &["slug", "name", "url", "as_of"],
    read: |record, slug| Source {
        slug,
        name: record.need("name", Record::words),
        url: record.may("url", Record::address),
        as_of: record.may("as_of", Record::date),
    },
    slug: |source| source.slug,
};

impl<T> Table<T> {
    /// Reads the rows under a key. A row with a mistake is left out; its slug is kept in `broken`, so that the projects that name it
    /// are not blamed for it.
    #[must_use]
    pub fn read(&self, rows: &Record, key: &str, report: &Report, broken: &mut Vec<&'static str>) -> Vec<T> {
        let mut good: Vec<T> = Vec::new();
        for (n, tree) in rows.items(key).iter().enumerate() {
            let before = report.count();
            let Some(record) = Record::open(tree, rows.item(key, n), self.keys, report) else { continue };
            let slug = record.need("slug", Record::slug);
            let row = (self.read)(&record, slug);
            if good.iter().any(|other| (self.slug)(other) == slug) {
                record.refuse("slug", &["\"", slug, "\" stands here twice"]);
            }
            if report.count() == before {
                good.push(row);
            } else {
                broken.push(slug);
            }
        }
        good
    }
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
    /// Those of a catalog.
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
