//! Catalogs loaded at run time: from unchecked data to records.

use crate::distinct::Distinct;
use crate::keys::{Form, Key, Keys};
use crate::mistake::{Mistake, Place, Report};
use crate::model::{Catalog, Project};
use crate::record::Record;
use crate::tables::{self, Slugs, Table};
use crate::tree::Tree;
use crate::{limits, project, similar};

/// Makes a catalog from unchecked data: the content of a `catalog.json`, from any deserialiser.
///
/// The catalog contains the valid entries; the others are left out, and the list says what is wrong with them and where. Missing tables
/// (`categories`, `parts`, `regions`, `sources`) and a missing `as_of` are taken from `other`, usually the bundled catalog. The catalog
/// is never freed (see [`model`](crate::model)). Values that are too long or too many are rejected too: see [`limits`].
///
/// ```
/// use catalog::model::Catalog;
///
/// let json = serde_json::from_str(r#"{ "projects": [{ "id": "no spaces" }] }"#).unwrap();
/// let (catalog, mistakes) = catalog::from_tree(&json, &Catalog::default());
/// assert!(catalog.projects.is_empty());
/// assert_eq!(mistakes[0].place, "projects[0].languages");
/// ```
#[must_use]
pub fn from_tree(tree: &Tree, other: &Catalog) -> (Catalog, Vec<Mistake>) {
    let report = Report::default();
    let none = Slugs::default();
    let mut catalog = *other;
    catalog.projects = &[];
    if let Some(record) = Record::open(tree, Place::default(), KEYS, &report) {
        let mut head = record.read(&[SCHEMA, AS_OF], &none);
        let _schema = head.text();
        catalog.as_of = head.may_date().unwrap_or(other.as_of);
        catalog.categories = table(&record, &tables::CATEGORIES, other.categories, &report);
        catalog.parts = table(&record, &tables::PARTS, other.parts, &report);
        catalog.regions = table(&record, &tables::REGIONS, other.regions, &report);
        catalog.sources = table(&record, &tables::SOURCES, other.sources, &report);
        catalog.projects = projects(&record, &catalog, &report).leak();
    }
    (catalog, report.into_mistakes())
}

/// The keys of a catalog. Its lists are read item by item.
const KEYS: Keys = &[
    SCHEMA,
    AS_OF,
    Key::may_list("categories", Form::Text),
    Key::may_list("parts", Form::Text),
    Key::may_list("regions", Form::Text),
    Key::may_list("sources", Form::Text),
    Key::may_list("projects", Form::Text),
];

const SCHEMA: Key = Key::may("$schema", Form::Text);
const AS_OF: Key = Key::may("as_of", Form::Date);

fn table<T>(record: &Record, table: &Table<T>, other: &'static [T], report: &Report) -> &'static [T] {
    match record.get(table.key) {
        Some(_) => table.read(record, table.key, report, &mut Vec::new()),
        None => other,
    }
}

fn projects(record: &Record, catalog: &Catalog, report: &Report) -> Vec<Project> {
    if record.get("projects").is_none() {
        record.refuse("projects", &["missing"]);
    }
    let slugs = Slugs::of(catalog);
    let mut projects: Vec<Project> = Vec::new();
    // The indices of the projects in display order: sorting numbers is faster than moving projects.
    let mut order: Vec<usize> = Vec::new();
    let mut distinct = Distinct::default();
    for (n, tree) in record.items("projects", limits::PROJECTS).iter().enumerate() {
        let place = record.item("projects", n);
        let before = report.count();
        let Some(project) = project::read(tree, place, &slugs, report) else { continue };
        distinct.check(&project, place, report);
        if report.count() == before {
            distinct.take(&project);
            let at = order.partition_point(|&other| project::stands_before(&projects[other], &project));
            order.insert(at, projects.len());
            projects.push(project);
        } else {
            report.name(before, tree.text("id"));
        }
    }
    let mut projects: Vec<Project> = order.into_iter().map(|at| projects[at]).collect();
    similar::fill(&mut projects);
    projects
}
