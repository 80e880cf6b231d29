//! Prints a catalog as one packed text. [`packed`](super::packed) unpacks it and explains the format. Which columns a record has, and
//! in which order, follows from its declaration.

use std::cell::RefCell;

use super::kind::FieldKind;
use super::kind::List;
use super::packed::{CELL, CHINESE, COLUMN, FIRST, LAYOUT, NONE, TABLE, VERSION, inner};
use crate::model::{Catalog, Category, Date, Dispute, Part, Project, Region, Source, Statement, Text};

/// Prints a catalog whose texts contain no control characters; [`reader`](super::reader) rejects those.
#[must_use]
pub fn print(catalog: &Catalog) -> String {
    let rows = (whole::<Source> as Print<_>, whole::<Category> as _, whole::<Part> as _);
    printed(catalog, None, rows, whole::<Project>)
}

/// Prints a catalog without the fields that are loaded late, as two texts: without Chinese, and its Chinese.
#[must_use]
pub fn brief(catalog: &Catalog) -> [String; 2] {
    let chinese = RefCell::default();
    let rows = (Source::pack as Print<_>, Category::pack as _, Part::pack as _);
    let printed = printed(catalog, Some(&chinese), rows, |project, cells| {
        Project::pack(project, cells);
        // What has changed since a post is on cards (`since`); the rest is in the details only.
        let on_cards = project.disputes.iter().filter(|dispute| dispute.changed_after.is_some());
        let on_cards = on_cards.map(|dispute| Dispute { values: &[], note: Text::default(), ..*dispute });
        List::<Dispute>::pack(&&*on_cards.collect::<Vec<_>>().leak(), cells);
    });
    let head = table(&[()], Context::default(), |(), cells| {
        cells.head();
        cells.text(CHINESE);
    });
    [printed, join(&[head, join(&chinese.into_inner(), CELL)], TABLE)]
}

type Print<T> = fn(&T, &mut Cells);

fn printed(
    catalog: &Catalog,
    chinese: Option<&RefCell<Vec<String>>>,
    (source, category, part): (Print<Source>, Print<Category>, Print<Part>),
    project: Print<Project>,
) -> String {
    let Catalog { as_of, projects, categories, parts, regions, sources, .. } = *catalog;
    let context = Context { sources, chinese };
    let tables = [
        table(&[as_of], context, |as_of, cells| {
            cells.head();
            Date::pack(as_of, cells);
        }),
        table(sources, context, source),
        table(categories, context, category),
        table(parts, context, part),
        table(regions, context, Region::pack),
        table(&squeezed(projects), context, project),
    ];
    join(&tables, TABLE)
}

/// Prints statements as a separate text: they are about the bundled projects, and not part of a catalog.
#[must_use]
pub fn statements(statements: &[Statement]) -> String {
    table(statements, Context::default(), Statement::pack)
}

/// Prints all fields that are loaded late as a separate text, for a program that shows the rest first.
#[must_use]
pub fn features(catalog: &Catalog) -> String {
    let Catalog { projects, categories, parts, sources, .. } = *catalog;
    let context = Context { sources, chinese: None };
    let tables = [
        table(&[()], context, |(), cells| cells.head()),
        table(sources, context, Source::pack_late),
        table(categories, context, Category::pack_late),
        table(parts, context, Part::pack_late),
        table(&squeezed(projects), context, Project::pack_late),
    ];
    join(&tables, TABLE)
}

/// All cells of a row, those that are loaded late after the others.
fn whole<K: FieldKind>(value: &K::Value, cells: &mut Cells) {
    K::pack(value, cells);
    K::pack_late(value, cells);
}

/// Projects without what follows from other fields: the commit of the snapshot is usually the last one.
fn squeezed(projects: &[Project]) -> Vec<Project> {
    let mut projects = projects.to_vec();
    for project in &mut projects {
        let last_commit = project.activity.map(|activity| activity.last_commit);
        if last_commit == Some(project.snapshot.date) {
            project.snapshot.date = Date::BLANK;
        }
    }
    projects
}

/// What all cells of a catalog have in common.
#[derive(Clone, Copy, Default)]
struct Context<'a> {
    /// The sources of the catalog, which some cells name by number.
    sources: &'a [Source],
    /// Takes the Chinese texts, if they are printed apart.
    chinese: Option<&'a RefCell<Vec<String>>>,
}

/// The cells of a row.
pub struct Cells<'a> {
    all: Vec<String>,
    /// Separates the cells of a column.
    separator: u8,
    context: Context<'a>,
}

impl Cells<'_> {
    /// Identifies the version that has printed the text.
    fn head(&mut self) {
        self.text(VERSION);
        self.number(LAYOUT);
    }

    /// Adds a cell.
    pub fn text(&mut self, text: &str) {
        self.all.push(text.to_owned());
    }

    /// Two cells; the second is empty if it is the same.
    pub fn texts(&mut self, Text { en, zh }: Text) {
        self.text(en);
        self.chinese(if zh == en { "" } else { zh });
    }

    /// Adds a cell with a Chinese text.
    pub fn chinese(&mut self, text: &str) {
        match self.context.chinese {
            Some(chinese) => {
                chinese.borrow_mut().push(text.to_owned());
                self.text("");
            }
            None => self.text(text),
        }
    }

    /// The number of a source.
    pub(super) fn source(&self, slug: &str) -> Option<usize> {
        self.context.sources.iter().position(|source| source.slug == slug)
    }

    /// Empty for zero.
    pub fn number(&mut self, number: u32) {
        self.all.push(if number == 0 { String::new() } else { number.to_string() });
    }

    /// Small numbers, one character for each. Above about 55,000 there are no more characters.
    pub fn characters(&mut self, numbers: impl IntoIterator<Item = Option<usize>>) {
        let character = |number: Option<usize>| char::from_u32(u32::try_from(number?).ok()? + u32::from(FIRST));
        let cell: String = numbers.into_iter().map(|number| character(number).unwrap_or(NONE)).collect();
        self.text(cell.trim_end_matches(NONE));
    }

    /// A list: a table of its own, whose columns become cells.
    pub fn list<T>(&mut self, n_columns: usize, items: &[T], pack: fn(&T, &mut Cells)) {
        let separator = inner(self.separator);
        let mut columns = columns(items, separator, self.context, pack);
        columns.resize(n_columns, String::new());
        // The first column says how many items there are.
        let n_first = columns[0].split(char::from(separator)).filter(|cell| !cell.is_empty()).count();
        debug_assert_eq!(n_first, items.len(), "a list whose items may begin with an empty cell");
        self.all.extend(columns);
    }
}

/// The columns of a table, without the empty cells at their ends.
fn columns<T>(items: &[T], separator: u8, context: Context, pack: fn(&T, &mut Cells)) -> Vec<String> {
    let mut columns: Vec<String> = Vec::new();
    for (n, item) in items.iter().enumerate() {
        let mut cells = Cells { all: Vec::new(), separator, context };
        pack(item, &mut cells);
        columns.resize(cells.all.len(), String::new());
        for (column, cell) in columns.iter_mut().zip(cells.all) {
            if n > 0 {
                column.push(char::from(separator));
            }
            column.push_str(&cell);
        }
    }
    for column in &mut columns {
        column.truncate(column.trim_end_matches(char::from(separator)).len());
    }
    columns
}

fn table<T>(rows: &[T], context: Context, pack: fn(&T, &mut Cells)) -> String {
    join(&columns(rows, CELL, context, pack), COLUMN)
}

fn join(texts: &[String], separator: u8) -> String {
    texts.join(char::from(separator).encode_utf8(&mut [0; 4]))
}
