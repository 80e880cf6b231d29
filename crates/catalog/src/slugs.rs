//! Reads the tables that projects name by slug: categories, parts, regions, sources.

use std::borrow::Cow;
use std::cell::RefCell;

use super::keys::{Keys, Kind};
use super::limits;
use super::mistake::{Report, quoted};
use super::reader::{Entries, keep};
use super::record::Row;
use super::scalars::{Scalar, Scalars};
use crate::model::Catalog;
use crate::text::Numbered;
use crate::words;

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
    /// Words that stand for a slug, sorted, and the slug of each.
    pub words: Vec<(&'static str, &'static str)>,
    /// The slugs of the fields named so far, by key.
    fields: RefCell<Numbered<'static>>,
    field_slugs: RefCell<Vec<&'static str>>,
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
            ..Slugs::default()
        }
    }

    /// The place of the slug that a word stands for.
    #[must_use]
    pub(super) fn named(&self, kind: Kind, word: &str) -> Option<usize> {
        let slugs = match kind {
            Kind::Category => &self.categories,
            Kind::Region => &self.regions,
            _ => return None,
        };
        let at = self.words.binary_search_by(|(known, _)| (*known).cmp(word)).ok()?;
        let slug = self.words[at].1;
        slugs.iter().position(|known| *known == slug)
    }

    /// The slug of a field, from its key: made once for each.
    #[must_use]
    pub(super) fn field(&self, key: &Cow<'static, str>) -> &'static str {
        let mut known = self.fields.borrow_mut();
        if let Some(number) = known.find(key) {
            return self.field_slugs.borrow()[usize::from(number)];
        }
        known.number(keep(key.clone()));
        let slug = words::field(key);
        self.field_slugs.borrow_mut().push(slug);
        slug
    }
}
