//! From the files of `data/` to the packed text and JSON. `build.rs` calls it, and the tests, which break its input on purpose.

use std::fmt;
use std::path::Path;

use crate::keys::{Key, Kind};
use crate::kind::{FieldKind, Line, List};
use crate::mistake::{Place, Report};
use crate::model::{Catalog, Date, Project, Statement};
use crate::pack;
use crate::project;
use crate::reader::Entries;
use crate::record::Row;
use crate::similar;
use crate::slugs::{self, Slugs};
use crate::tree::Tree;

mod documents;
mod house;
mod json;
mod schema;
mod statements;
mod toml_file;
mod words;

pub use documents::{COMMAND, documents};

/// The files and folders of `data/` that are read here.
pub const FILES: [&str; 9] = [
    "categories.toml",
    "licences.toml",
    "parts.toml",
    "regions.toml",
    "sources.toml",
    "statements.toml",
    "synonyms.toml",
    "traditional.toml",
    "projects",
];

/// The output of the build.
pub struct Built {
    /// The catalog, as [`packed`](crate::packed) unpacks it.
    pub packed: String,
    /// The same without the fields that are loaded late, and without Chinese.
    pub brief: String,
    /// The Chinese of `brief`.
    pub chinese: String,
    /// Those fields.
    pub features: String,
    /// The statements of the articles about their projects, as [`packed`](crate::packed) unpacks them.
    pub statements: String,
    /// The catalog as `catalog.json`.
    pub json: String,
    /// Traditional characters with their simplified forms, as `src/search/dictionary.rs` reads them.
    pub traditional: String,
    /// Synonyms, a group in each line.
    pub synonyms: String,
}

/// A mistake in a file.
#[derive(PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Mistake {
    /// Its path below the data directory's parent: `data/projects/kmesh.toml`.
    pub file: String,
    /// The key, or the line if the file cannot be read at all; may be empty.
    pub key: String,
    /// What is wrong, and which values are allowed.
    pub reason: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Mistake { file, key, reason } = self;
        if key.is_empty() { write!(out, "{file}: {reason}") } else { write!(out, "{file}: {key}: {reason}") }
    }
}

/// Reads everything below `dir`.
///
/// # Errors
/// All mistakes, by file.
pub fn build(dir: &Path) -> Result<Built, Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let (catalog, statements) = read(dir, &mut mistakes);
    let pairs = words::pairs(dir, &mut mistakes);
    let synonyms = words::synonyms(dir, &pairs, &mut mistakes);
    if !mistakes.is_empty() {
        // By file; within a file in the order of discovery.
        mistakes.sort_by(|one, other| one.file.cmp(&other.file));
        return Err(mistakes);
    }
    let packed = pack::print(&catalog);
    let [brief, chinese] = pack::brief(&catalog);
    Ok(Built {
        packed,
        brief,
        chinese,
        features: pack::features(&catalog),
        statements: pack::statements(&statements),
        json: json::catalog(&catalog),
        traditional: words::joined(&pairs),
        synonyms,
    })
}

fn read(dir: &Path, mistakes: &mut Vec<Mistake>) -> (Catalog, Vec<Statement>) {
    let mut slugs = Slugs::default();
    let row = |name| Key::may_list(name, Kind::Line);
    let categories = table(dir, "categories.toml", &[row("category")], &mut slugs.categories, mistakes);
    let parts = table(dir, "parts.toml", &[row("part")], &mut slugs.parts, mistakes);
    let regions = table(dir, "regions.toml", &[row("region")], &mut slugs.regions, mistakes);
    let as_of = Key::need("as_of", Kind::Date);
    let source_keys = [row("source"), as_of];
    let sources = table(dir, "sources.toml", &source_keys, &mut slugs.sources, mistakes);
    let none = Slugs::default();
    let as_of = from_file(dir, "sources.toml", &source_keys, mistakes, |entries, _| {
        Date::read(&mut entries.read(&source_keys[1..], &none))
    });
    let spdx = [Key::may_list("spdx", Kind::Line)];
    let licences = from_file(dir, "licences.toml", &spdx, mistakes, |entries, _| {
        List::<Line>::read(&mut entries.read(&spdx, &none))
    });
    let as_of = as_of.unwrap_or_default();
    let mut catalog = Catalog { as_of, categories, parts, regions, sources, ..Catalog::default() };

    // If the tables cannot be read or have wrong slugs, every project would be wrong too.
    if !mistakes.iter().any(|mistake| mistake.key.is_empty() || mistake.key.ends_with(".slug")) {
        let house = house::House { as_of: catalog.as_of, licences: licences.unwrap_or_default() };
        catalog.projects = projects(dir, &slugs, &house, mistakes).leak();
    }
    // Only correct data can be counted.
    let statements = if mistakes.is_empty() { statements::read(dir, &slugs, &catalog, mistakes) } else { Vec::new() };
    (catalog, statements)
}

/// Reads the file of a table. The first of its keys contains the rows: one `[[row]]` each.
fn table<T: Row>(
    dir: &Path,
    name: &str,
    keys: &[Key],
    slugs: &mut Vec<&'static str>,
    mistakes: &mut Vec<Mistake>,
) -> &'static [T] {
    let row = keys[0].name;
    let rows = from_file(dir, name, keys, mistakes, |entries, report| {
        let rows = slugs::rows(entries, row, report, slugs);
        if entries.get(row).is_none() {
            entries.refuse(row, &["missing"]);
        }
        rows
    });
    let rows = rows.unwrap_or_default();
    slugs.extend(rows.iter().map(T::slug));
    rows
}

fn projects(dir: &Path, slugs: &Slugs, house: &house::House, mistakes: &mut Vec<Mistake>) -> Vec<Project> {
    let mut projects: Vec<Project> = Vec::new();
    for name in toml_file::names(&dir.join("projects"), mistakes) {
        let name = format!("projects/{name}");
        let project = with_tree(dir, &name, mistakes, |tree, report| {
            let project = project::read(tree, Place::default(), slugs, report)?;
            house::check_needed(tree, report);
            house.check(&project, &name, report.count() == 0, report);
            for (key, twin) in [
                ("id", projects.iter().find(|other| other.id == project.id && !other.id.is_empty())),
                ("name", projects.iter().find(|other| other.name == project.name && !other.name.is_empty())),
            ] {
                if let Some(twin) = twin {
                    report.add(Place { key, ..Place::default() }, &["already taken by the project \"", twin.id, "\""]);
                }
            }
            Some(project)
        });
        if let Some(project) = project.flatten() {
            project::insert(&mut projects, project);
        }
    }
    similar::fill(&mut projects);
    projects
}

fn from_file<T>(
    dir: &Path,
    name: &str,
    keys: &[Key],
    mistakes: &mut Vec<Mistake>,
    read: impl FnOnce(&Entries, &Report) -> T,
) -> Option<T> {
    let read = |tree: &Tree, report: &Report| {
        Entries::open(tree, Place::default(), keys, report).map(|entries| read(&entries, report))
    };
    with_tree(dir, name, mistakes, read).flatten()
}

/// Reads a file, checks it with `read`, and adds the mistakes found.
fn with_tree<T>(
    dir: &Path,
    name: &str,
    mistakes: &mut Vec<Mistake>,
    read: impl FnOnce(&Tree, &Report) -> T,
) -> Option<T> {
    let tree = toml_file::tree(dir, name).map_err(|mistake| mistakes.push(mistake)).ok()?;
    let report = Report::default();
    let value = read(&tree, &report);
    house::check_rows(&tree, &report);
    house::check_texts(&tree, Place::default(), &report);
    let file = toml_file::shown(name);
    let found = report.into_mistakes().into_iter();
    mistakes.extend(found.map(|m| Mistake { file: file.clone(), key: m.place, reason: m.reason }));
    Some(value)
}
