//! Unpacks a catalog. [`pack`](super::pack) prints it as one text: tables stored by column, so that similar values are next to
//! each other, which compresses much better than static values (and their pointers). The build prints the bundled catalog.
//!
//! No text is copied: every `&'static str` of the catalog is a slice of the packed text. The columns of a table are the fields of its
//! record in the order of their declaration, those that are loaded late after the others. A list is a table in the cells of another,
//! with separators of its own. Everything was checked before printing, so nothing is checked again. The head rejects a text of
//! another version or with other columns; a text that is damaged after the head yields another catalog, but no panic.

use std::cell::Cell;

use super::kind::FieldKind;
use super::kind::List;
use super::rows::Rows;
use crate::model::{Catalog, Category, Dispute, Part, Project, Region, Source, Statement};
use crate::text::cut;

/// Separates tables. The texts of the data contain no control characters.
pub const TABLE: u8 = 0x1d;
/// Separates the columns of a table.
pub const COLUMN: u8 = 0x1e;
/// Separates the cells of a column, one per row.
pub const CELL: u8 = 0x1f;
/// Separates the items of a list in a cell.
pub const ITEM: u8 = b'\n';
/// Separates the items of a list in such an item.
pub const PART: u8 = 0x1c;

/// What separates the items of a list in a cell that this separates.
pub(super) const fn inner(separator: u8) -> u8 {
    if separator == CELL { ITEM } else { PART }
}

/// The character of 0 in a cell of numbers that uses one character for each; the next ones follow.
pub const FIRST: char = '0';
/// The character for none in such a cell.
pub const NONE: char = '-';

/// The version that prints and reads: texts are stored in files and passed between programs, and caches mix those of different
/// builds.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Differs if tables, columns or the meaning of cells differ: a hash of the code that defines them.
pub const LAYOUT: u32 = {
    let code: [&[u8]; 12] = [
        include_bytes!("pack.rs"),
        include_bytes!("packed.rs"),
        include_bytes!("rows.rs"),
        include_bytes!("record.rs"),
        include_bytes!("model/names.rs"),
        include_bytes!("model/project.rs"),
        include_bytes!("model/tables.rs"),
        include_bytes!("kind.rs"),
        include_bytes!("kind/list.rs"),
        include_bytes!("kind/number.rs"),
        include_bytes!("kind/source.rs"),
        include_bytes!("kind/text.rs"),
    ];
    hash(&code)
};

/// FNV-1a.
const fn hash(texts: &[&[u8]]) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    let mut n = 0;
    while n < texts.len() {
        let mut at = 0;
        while at < texts[n].len() {
            hash = (hash ^ texts[n][at] as u32).wrapping_mul(0x0100_0193);
            at += 1;
        }
        n += 1;
    }
    hash
}

/// In the head of a text with Chinese.
pub const CHINESE: &str = "zh";

/// The head of a packed text, if this version has printed it.
fn head<'a>(text: &mut &'static str, chinese: &'a Cell<&'static str>) -> Option<Rows<'a>> {
    let mut head = Rows::of(cut(text, TABLE), &[], chinese);
    (head.text() == VERSION && head.number() == LAYOUT).then_some(head)
}

/// Makes a catalog from a packed text; `None` if another version has printed it.
#[must_use]
pub fn unpack(text: &'static str) -> Option<Catalog> {
    let rows = (whole::<Source> as Row<_>, whole::<Category> as _, whole::<Part> as _);
    unpacked(text, &Cell::default(), rows, |row| derived(whole::<Project>(row)))
}

/// The Chinese texts of a packed text, and what follows them; `None` if it is another text, or of another version.
#[must_use]
pub fn chinese(mut text: &'static str) -> Option<(&'static str, &'static str)> {
    (head(&mut text, &Cell::default())?.text() == CHINESE).then(|| (cut(&mut text, TABLE), text))
}

/// Makes a catalog from a packed text without the fields that are loaded late, and its Chinese texts from another one; where that one
/// ends, the English ones are in their place.
#[must_use]
pub fn brief(text: &'static str, chinese: &'static str) -> Option<Catalog> {
    let rows = (Source::unpack as Row<_>, Category::unpack as _, Part::unpack as _);
    unpacked(text, &Cell::new(chinese), rows, |row| {
        let project = Project::unpack(row);
        Project { disputes: List::<Dispute>::unpack(row), ..project }
    })
}

type Row<T> = fn(&mut Rows) -> T;

fn unpacked(
    mut text: &'static str,
    chinese: &Cell<&'static str>,
    (source, category, part): (Row<Source>, Row<Category>, Row<Part>),
    project: Row<Project>,
) -> Option<Catalog> {
    let as_of = head(&mut text, chinese)?.date();
    let mut sources: &[Source] = &[];
    let mut next = |sources| Rows::of(cut(&mut text, TABLE), sources, chinese);
    sources = next(sources).all(source);
    let categories = next(sources).all(category);
    let parts = next(sources).all(part);
    let regions = next(sources).all(Region::unpack);
    let projects = next(sources).all(project);
    Some(Catalog { as_of, projects, categories, parts, regions, sources, columns: &[], terms: None })
}

/// All fields of a row.
fn whole<K: FieldKind>(row: &mut Rows) -> K::Value {
    let mut value = K::unpack(row);
    K::unpack_late(&mut value, row);
    value
}

/// A project with what was left out because it follows from other fields: the day of the snapshot if it is that of the last commit.
fn derived(mut project: Project) -> Project {
    if let (0, Some(activity)) = (project.snapshot.date.year, project.activity) {
        project.snapshot.date = activity.last_commit;
    }
    project
}

/// The statements of a separate text.
#[must_use]
pub fn statements(text: &'static str) -> &'static [Statement] {
    Rows::of(text, &[], &Cell::default()).all(Statement::unpack)
}

/// A catalog with the late fields from a separate text; `None` if another version has printed that text.
#[must_use]
pub fn with_features(catalog: &Catalog, mut text: &'static str) -> Option<Catalog> {
    let chinese = Cell::default();
    head(&mut text, &chinese)?;
    let mut next = || Rows::of(cut(&mut text, TABLE), catalog.sources, &chinese);
    let sources = completed::<Source>(catalog.sources, next());
    let categories = completed::<Category>(catalog.categories, next());
    let parts = completed::<Part>(catalog.parts, next());
    let mut projects = completed::<Project>(catalog.projects, next());
    projects.iter_mut().for_each(|project| *project = derived(*project));
    let (sources, categories, parts, projects) = (sources.leak(), categories.leak(), parts.leak(), projects.leak());
    Some(Catalog { projects, categories, parts, sources, ..*catalog })
}

/// Rows with their late fields.
fn completed<K: FieldKind>(rows: &[K::Value], mut table: Rows) -> Vec<K::Value> {
    let mut rows = rows.to_vec();
    for row in &mut rows {
        table.next();
        K::unpack_late(row, &mut table);
    }
    rows
}
