//! Reads the tables that projects name by slug: categories, parts, regions, sources.

use super::keys::Keys;
use super::limits;
use super::mistake::{Report, quoted};
use super::reader::Entries;
use super::record::Row;
use super::scalars::{Scalar, Scalars};
use crate::model::Catalog;

/// Reads the rows under a key. A row with a mistake is left out; its slug goes to `broken`, so that no error is reported for the
/// projects that name it.
#[must_use]
pub fn rows<T: Row>(entries: &Entries, key: &str, report: &Report, broken: &mut Vec<&'static str>) -> &'static [T] {
    read(entries, key, T::KEYS, report, broken).list(T::read)
}

/// The rows as a list of scalars.
fn read(entries: &Entries, key: &str, keys: Keys, report: &Report, broken: &mut Vec<&'static str>) -> Scalars {
    let mut good = Vec::new();
    let mut all = vec![Scalar::default()];
    for (n, tree) in entries.items(key, limits::ROWS).iter().enumerate() {
        let before = report.count();
        let Some(row) = Entries::open(tree, entries.item(key, n), keys, report) else { continue };
        let scalars = row.read(keys, &Slugs::default()).all;
        let slug = scalars[0].text;
        if good.contains(&slug) {
            row.refuse("slug", &[&quoted(slug), " occurs twice"]);
        }
        if report.count() == before {
            good.push(slug);
            all.extend(scalars);
        } else {
            report.name(before, tree.text("slug"));
            broken.push(slug);
        }
    }
    all[0].number = good.len() as u32;
    Scalars { all, next: 0 }
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
            categories: catalog.categories.iter().map(Row::slug).collect(),
            parts: catalog.parts.iter().map(Row::slug).collect(),
            regions: catalog.regions.iter().map(Row::slug).collect(),
            sources: catalog.sources.iter().map(Row::slug).collect(),
        }
    }
}
