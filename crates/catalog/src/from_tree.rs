//! Catalogs loaded at run time: from unchecked data to records.

use std::cmp::Reverse;

use crate::keys::{Key, Keys, Kind};
use crate::kind::{FieldKind, List, Value};
use crate::mistake::{Mistake, Place, Report, quoted};
use crate::model::{Catalog, Category, Column, Date, Label, Part, Project, Region, Source, Terms, Text};
use crate::reader::Entries;
use crate::record::Row;
use crate::slug::{self, Taken};
use crate::slugs::{self, Slugs};
use crate::tree::Tree;
use crate::words;
use crate::{json, limits, preferred, project, similar};

/// Makes a catalog from unchecked data: the content of a `catalog.json`, from any deserialiser.
///
/// A project needs a name. A value that cannot be read costs itself, an entry without a name is left out, and the list says what is wrong
/// and where. Missing tables (`categories`, `parts`, `regions`, `sources`) are taken from `other`, usually the bundled catalog; a word that is in none of its rows becomes a row. The catalog is never freed (see [`model`](crate::model)). Values
/// that are too long or too many are rejected too: see [`limits`].
///
/// ```
/// use sandbox_explorer_catalog::{from_tree, model::Catalog};
///
/// let json = serde_json::from_str(r#"{ "projects": [{ "name": "Loom", "links": { "website": "loom" } }, {}] }"#).unwrap();
/// let (catalog, mistakes) = from_tree(&json, &Catalog::default());
/// assert_eq!(catalog.projects[0].id, "loom");
/// assert_eq!(mistakes[0].place, "projects[0].links.website");
/// assert_eq!(mistakes[1].place, "projects[1].name");
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
    from_json_in("", bytes, other)
}

/// The same for readers of a language, a BCP 47 tag: of texts in many languages they see theirs.
///
/// # Errors
/// One line that says why it is no JSON.
pub fn from_json_in(language: &str, bytes: Vec<u8>, other: &Catalog) -> Result<(Catalog, Vec<Mistake>), String> {
    similar::ready();
    let mut tree = json::read(bytes)?;
    preferred::keep_only(language, &mut tree);
    Ok(checked(&tree, other))
}

/// The same from records in memory, without similar projects. A search service has found them, and tables that the catalog lacks are those of
/// `other`. Of texts in many languages those in this one are read.
#[must_use]
pub fn from_records(language: &str, mut tree: Tree, other: &Catalog) -> (Catalog, Vec<Mistake>) {
    preferred::keep_only(language, &mut tree);
    checked(&tree, other)
}

/// The keys of a catalog. Its tables are read row by row.
const KEYS: Keys = &[
    Key::may("$schema", Kind::Line),
    Key::may("as_of", Kind::Date),
    Key::may("title", Kind::Label),
    Key::may("about", Kind::Text),
    Key::may("item", Kind::Record(&ITEM)),
    Key::may("accepted", Kind::Label),
    Key::may("lang", Kind::Value),
    Key::may("tabs", Kind::Value),
    Key::may_list("facets", Kind::Value),
    Key::may_list(Column::KEY, Kind::Line),
    Key::may_list(Category::KEY, Kind::Line),
    Key::may_list(Part::KEY, Kind::Line),
    Key::may_list(Region::KEY, Kind::Line),
    Key::may_list(Source::KEY, Kind::Line),
    Key::may_list("projects", Kind::Line),
];

/// The keys before the tables.
const N_TERMS: usize = 9;

/// What its items are called.
const ITEM: Keys = &[Key::need("one", Kind::Label), Key::need("many", Kind::Label)];

fn checked(tree: &Tree, other: &Catalog) -> (Catalog, Vec<Mistake>) {
    let report = Report::default();
    let mut catalog = *other;
    catalog.projects = &[];
    if let Some(entries) = Entries::open(tree, Place::default(), KEYS, &report) {
        let mut head = entries.read(&KEYS[..N_TERMS], &Slugs::default());
        let _schema = head.text();
        let as_of = Option::<Date>::read(&mut head);
        let (title, about) = (Label::read(&mut head), Text::read(&mut head));
        let [one, many, accepted] = [Label::read(&mut head), Label::read(&mut head), Label::read(&mut head)];
        let (lang, tabs, facets) = (head.text(), head.text(), List::<Value>::read(&mut head));
        catalog.columns = table(&entries, &[], &report);
        catalog.categories = words::with_hues(table(&entries, other.categories, &report));
        catalog.parts = table(&entries, other.parts, &report);
        catalog.regions = table(&entries, other.regions, &report);
        catalog.sources = table(&entries, other.sources, &report);
        let lost = projects(&entries, &mut catalog, lang, &report);
        catalog.as_of = as_of.unwrap_or_else(|| words::as_of(catalog.projects));
        let terms = Terms { title, about, one, many, accepted, tabs, facets, lost };
        catalog.terms = Some(Box::leak(Box::new(terms)));
    }
    (catalog, report.into_mistakes())
}

fn table<T: Row>(entries: &Entries, other: &'static [T], report: &Report) -> &'static [T] {
    match entries.get(T::KEY) {
        Some(_) => slugs::rows(entries, T::KEY, report, &mut Vec::new()),
        None => other,
    }
}

/// Reads the projects, and adds what they name to the tables. Returns how many could not be read.
fn projects(entries: &Entries, catalog: &mut Catalog, lang: &'static str, report: &Report) -> u32 {
    if entries.get("projects").is_none() {
        entries.refuse("projects", &["missing"]);
    }
    let items = entries.items("projects", limits::PROJECTS);
    let mut slugs = Slugs::of(catalog);
    words::add(entries, items, catalog, &mut slugs);
    let mut projects: Vec<Project> = Vec::with_capacity(items.len());
    let mut ids = Taken::default();
    // Ids that authors have given come first: those that are made must not take them.
    let mut unnamed = Vec::new();
    for (n, tree) in items.iter().enumerate() {
        let place = entries.item("projects", n);
        let before = report.count();
        let read = project::read(tree, place, &slugs, report);
        if let Some(mut project) = read.filter(|project| !project.name.is_empty()) {
            if !project.id.is_empty() && !ids.take(project.id) {
                report
                    .add(Place { outer: Some(&place), key: "id", item: None }, &[&quoted(project.id), " occurs twice"]);
                project.id = "";
            }
            if project.id.is_empty() {
                unnamed.push(projects.len());
            }
            if project.lang.is_empty() {
                project.lang = words::language(tree).unwrap_or(lang);
            }
            projects.push(project);
        }
        if report.count() > before {
            let id = tree.text("id");
            report.name(before, if id.is_empty() { tree.text("name") } else { id });
        }
    }
    let lost = entries.count("projects") - projects.len();
    for at in unnamed {
        projects[at].id = ids.distinct(slug::of(projects[at].name, "p"));
    }
    words::others(&mut projects, catalog);
    catalog.columns = words::columns(&projects, catalog.columns);
    if projects.iter().any(|project| project.accepted.year > 0) {
        // Sorting what decides is faster than moving projects.
        let key = |(n, one): (usize, &Project)| (Reverse(one.accepted), one.name, n);
        let mut order: Vec<_> = projects.iter().enumerate().map(key).collect();
        order.sort_unstable();
        projects = order.into_iter().map(|(_, _, n)| projects[n]).collect();
    }
    catalog.projects = projects.leak();
    lost as u32
}
