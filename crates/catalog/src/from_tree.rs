//! Catalogs loaded at run time: from unchecked data to records.

use std::cmp::Reverse;

use crate::distinct::Distinct;
use crate::keys::{Key, Keys, Kind};
use crate::kind::FieldKind;
use crate::mistake::{Mistake, Place, Report};
use crate::model::{Catalog, Category, Date, Part, Project, Region, Source};
use crate::reader::Entries;
use crate::record::Row;
use crate::slugs::{self, Slugs};
use crate::tree::Tree;
use crate::{json, limits, project, similar};

/// Makes a catalog from unchecked data: the content of a `catalog.json`, from any deserialiser.
///
/// The catalog contains the valid entries; the others are left out, and the list says what is wrong with them and where. Missing tables
/// (`categories`, `parts`, `regions`, `sources`) and a missing `as_of` are taken from `other`, usually the bundled catalog. The catalog
/// is never freed (see [`model`](crate::model)). Values that are too long or too many are rejected too: see [`limits`].
///
/// ```
/// use sandbox_explorer_catalog::{from_tree, model::Catalog};
///
/// let json = serde_json::from_str(r#"{ "projects": [{ "id": "no spaces" }] }"#).unwrap();
/// let (catalog, mistakes) = from_tree(&json, &Catalog::default());
/// assert!(catalog.projects.is_empty());
/// assert_eq!(mistakes[0].place, "projects[0].id");
/// ```
#[must_use]
pub fn from_tree(tree: &Tree, other: &Catalog) -> (Catalog, Vec<Mistake>) {
    let (mut catalog, mistakes) = checked(tree, other);
    let mut projects = catalog.projects.to_vec();
    similar::fill(&mut projects);
    catalog.projects = projects.leak();
    (catalog, mistakes)
}

/// The same from the bytes of a `catalog.json`, as fast as possible: it does not fill in which projects are similar ([`similar::found`]
/// tells it of one), and the texts of the catalog are slices of the file, which is kept.
///
/// # Errors
/// One line that says why it is no JSON.
pub fn from_json(bytes: Vec<u8>, other: &Catalog) -> Result<(Catalog, Vec<Mistake>), String> {
    similar::ready();
    Ok(checked(&json::read(bytes)?, other))
}

fn checked(tree: &Tree, other: &Catalog) -> (Catalog, Vec<Mistake>) {
    let report = Report::default();
    let none = Slugs::default();
    let mut catalog = *other;
    catalog.projects = &[];
    if let Some(entries) = Entries::open(tree, Place::default(), KEYS, &report) {
        let mut head = entries.read(&KEYS[..2], &none);
        let _schema = head.text();
        catalog.as_of = Option::<Date>::read(&mut head).unwrap_or(other.as_of);
        catalog.categories = table(&entries, other.categories, &report);
        catalog.parts = table(&entries, other.parts, &report);
        catalog.regions = table(&entries, other.regions, &report);
        catalog.sources = table(&entries, other.sources, &report);
        catalog.projects = projects(&entries, &catalog, &report).leak();
    }
    (catalog, report.into_mistakes())
}

/// The keys of a catalog. Its lists are read item by item.
const KEYS: Keys = &[
    Key::may("$schema", Kind::Line),
    Key::may("as_of", Kind::Date),
    Key::may_list(Category::KEY, Kind::Line),
    Key::may_list(Part::KEY, Kind::Line),
    Key::may_list(Region::KEY, Kind::Line),
    Key::may_list(Source::KEY, Kind::Line),
    Key::may_list("projects", Kind::Line),
];

fn table<T: Row>(entries: &Entries, other: &'static [T], report: &Report) -> &'static [T] {
    match entries.get(T::KEY) {
        Some(_) => slugs::rows(entries, T::KEY, report, &mut Vec::new()),
        None => other,
    }
}

fn projects(entries: &Entries, catalog: &Catalog, report: &Report) -> Vec<Project> {
    if entries.get("projects").is_none() {
        entries.refuse("projects", &["missing"]);
    }
    let slugs = Slugs::of(catalog);
    let items = entries.items("projects", limits::PROJECTS);
    let mut projects: Vec<Project> = Vec::with_capacity(items.len());
    let mut distinct = Distinct::default();
    for (n, tree) in items.iter().enumerate() {
        let place = entries.item("projects", n);
        let before = report.count();
        let Some(project) = project::read(tree, place, &slugs, report) else { continue };
        distinct.check(&project, place, report);
        if report.count() == before {
            distinct.add(&project);
            projects.push(project);
        } else {
            report.name(before, tree.text("id"));
        }
    }
    // Sorting what decides is faster than moving projects. No two have the same name.
    let mut order: Vec<_> = projects.iter().enumerate().map(|(n, one)| (Reverse(one.accepted), one.name, n)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, _, n)| projects[n]).collect()
}
