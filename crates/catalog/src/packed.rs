//! Unpacks a catalog. [`pack`](super::pack) prints it as one text: tables stored by column, so that similar values are next to
//! each other, which compresses much better than static values (and their pointers). The build prints the bundled catalog.
//!
//! No text is copied: every `&'static str` of the catalog is a slice of the packed text. The columns of a table are the fields of its
//! record in the order of their declaration, those that are loaded late after the others. A list is a table in the cells of another,
//! with separators of its own. Everything was checked before printing, so nothing is checked again. The head rejects a text of
//! another version or with other columns; a text that is damaged after the head yields another catalog, but no panic.

use super::kind::FieldKind;
use super::rows::Rows;
use crate::model::{Catalog, Category, Part, Project, Region, Source, Statement};
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

/// The head of a packed text, if this version has printed it.
fn head(text: &mut &'static str) -> Option<Rows> {
    let mut head = Rows::of(cut(text, TABLE), &[]);
    (head.text() == VERSION && head.number() == LAYOUT).then_some(head)
}

/// Makes a catalog from a packed text; `None` if another version has printed it.
#[must_use]
pub fn unpack(mut text: &'static str) -> Option<Catalog> {
    let as_of = head(&mut text)?.date();
    let mut sources: &[Source] = &[];
    let mut next = |sources| Rows::of(cut(&mut text, TABLE), sources);
    sources = next(sources).all(Source::unpack);
    let categories = next(sources).all(Category::unpack);
    let parts = next(sources).all(Part::unpack);
    let regions = next(sources).all(Region::unpack);
    let projects = next(sources).all(|row| {
        let mut project = Project::unpack(row);
        Project::unpack_late(&mut project, row);
        // Left out if it is the one of the snapshot.
        if let Some(activity) = &mut project.activity
            && activity.last_commit.year == 0
        {
            activity.last_commit = project.snapshot.date;
        }
        project
    });
    Some(Catalog { as_of, projects, categories, parts, regions, sources })
}

/// The statements of a separate text.
#[must_use]
pub fn statements(text: &'static str) -> &'static [Statement] {
    Rows::of(text, &[]).all(Statement::unpack)
}

/// A catalog with the late fields from a separate text; `None` if another version has printed that text.
#[must_use]
pub fn with_features(catalog: &Catalog, mut text: &'static str) -> Option<Catalog> {
    head(&mut text)?;
    let mut rows = Rows::of(text, catalog.sources);
    let mut projects = catalog.projects.to_vec();
    for project in &mut projects {
        rows.next();
        Project::unpack_late(project, &mut rows);
    }
    Some(Catalog { projects: projects.leak(), ..*catalog })
}
