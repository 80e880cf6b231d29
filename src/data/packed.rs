//! Unpacks a catalog. [`pack`](super::pack) prints it as one text: tables of columns, so that like stands next to like, which
//! compresses much better than static values (and their pointers) do. The bundled catalog is printed by the build, one of an
//! author's own (`src`) by the reader, which is a program of its own.
//!
//! No text is copied: every `&'static str` of the catalog is a slice of the packed text. The tables and columns stand there in
//! the order in which they are read here. All of it was checked before it was printed, so nothing is checked again. A text of
//! another version, or whose columns have another order, is refused by its head; one that is damaged behind that gives some other
//! catalog, and no panic.

use crate::model::{
    Catalog, Category, Claim, Count, Date, Dispute, Field, History, Level, Links, Maturity, Part, Project, Purpose,
    Region, Source, Statement, Text,
};
use crate::text::cut;

/// Stands between tables. No text of the data holds a control character.
pub const TABLE: u8 = 0x1d;
/// Stands between the columns of a table.
pub const COLUMN: u8 = 0x1e;
/// Stands between the cells of a column, one for each row.
pub const CELL: u8 = 0x1f;
/// Stands between the items of a list in a cell.
pub const ITEM: u8 = b'\n';
/// Names the first source or project of a catalog in a cell that names them by one character each; the next ones follow.
pub const FIRST: char = '0';
/// Stands in that cell for a field without a source.
pub const NONE: char = '-';

/// The version that prints and reads: texts travel in files and between programs, and caches mix those of different builds.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Differs where tables, columns or what their cells mean differ: a hash of the code that decides it.
pub const LAYOUT: u32 = {
    let code: [&[u8]; 4] = [
        include_bytes!("pack.rs"),
        include_bytes!("packed.rs"),
        include_bytes!("../model/mod.rs"),
        include_bytes!("../model/field.rs"),
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

/// Cuts off the next table.
fn table(text: &mut &'static str) -> Rows {
    Rows { columns: split(cut(text, TABLE), COLUMN), at: 0 }
}

/// The head of a packed text, if this very version prints such texts.
fn head(text: &mut &'static str) -> Option<Rows> {
    let mut head = table(text);
    (head.text() == VERSION && head.number() == LAYOUT).then_some(head)
}

/// Makes a catalog of a packed text; `None`: it comes from another version.
#[must_use]
pub fn unpack(mut text: &'static str) -> Option<Catalog> {
    let as_of = head(&mut text)?.date();
    let mut next = || table(&mut text);
    let mut texts = next().all(Rows::words);
    let projects = next();
    let categories = next().all(|row| Category {
        slug: row.text(),
        name: row.words(),
        about: row.words(),
        hue: row.number() as u16,
    });
    let parts = next().all(|row| Part { slug: row.text(), batch: row.text(), name: row.words(), title: row.words() });
    let regions = next().all(|row| Region { slug: row.text(), name: row.words() });
    let sources =
        next().all(|row| Source { slug: row.text(), name: row.words(), url: row.some(), as_of: row.date_or_none() });
    let mut claims = next().all(|row| Claim { source: row.text(), value: row.words() });
    let mut disputes = next().all(|row| Dispute {
        note: row.words(),
        changed_after: row.date_or_none(),
        field: Field::ALL.get(row.number() as usize).copied().unwrap_or(Field::Name),
        claims: take(&mut claims, row.number()),
    });
    let projects = projects.all(|row| {
        let texts = take(&mut texts, row.number());
        let (summary, features) = texts.split_first().map_or_else(Default::default, |(first, rest)| (*first, rest));
        Project {
            id: row.text(),
            name: row.text(),
            former_names: row.list(),
            summary,
            owner: Some(row.words()).filter(|owner| !owner.en.is_empty()),
            tags: row.list(),
            languages: row.list(),
            licence: row.text(),
            category: row.text(),
            part: row.text(),
            region: row.some(),
            first_commit: row.date(),
            accepted: row.date(),
            maturity: Maturity {
                since: row.date(),
                as_of: row.date(),
                level: Level::ALL.get(row.number() as usize).copied().unwrap_or_default(),
                source: row.text(),
            },
            history: row.history(),
            links: Links {
                website: row.text(),
                repository: row.text(),
                docs: row.some(),
                sandbox_request: row.some(),
                onboarding: row.some(),
                onboarding_other: row.some(),
                devstats: row.some(),
            },
            stars: row.count(),
            contributors: row.count(),
            authors: row.count(),
            snapshot: row.text(),
            snapshot_date: row.date(),
            sources: row.sources(sources),
            features,
            disputes: take(&mut disputes, row.number()),
            similar: row.numbers(),
            purpose: row.purpose(),
        }
    });
    Some(Catalog { as_of, projects, categories, parts, regions, sources })
}

/// The statements of a text of their own.
#[must_use]
pub fn statements(text: &'static str) -> &'static [Statement] {
    Rows { columns: split(text, COLUMN), at: 0 }.all(|row| Statement {
        part: row.text(),
        text: row.words(),
        found: row.number() as u16,
        total: row.number() as u16,
        differs: row.number() == 1,
        note: row.words(),
    })
}

/// A catalog with the features and purposes of a text of their own; `None`: that comes from another version.
#[must_use]
pub fn with_features(catalog: &Catalog, mut text: &'static str) -> Option<Catalog> {
    head(&mut text)?;
    // Each with the number of its project, from 1.
    let rows = table(&mut text).all(|row| (row.number() as usize, row.words()));
    let texts: &[Text] = rows.iter().map(|row| row.1).collect::<Vec<_>>().leak();
    let purposes = table(&mut text).all(|row| {
        row.text();
        row.purpose()
    });
    let mut projects = catalog.projects.to_vec();
    let mut at = 0;
    for (n, project) in projects.iter_mut().enumerate() {
        let from = at;
        while rows.get(at).is_some_and(|row| row.0 == n + 1) {
            at += 1;
        }
        project.features = texts.get(from..at).unwrap_or_default();
        project.purpose = purposes.get(n).copied().unwrap_or_default();
    }
    Some(Catalog { projects: projects.leak(), ..*catalog })
}

/// Reads the rows of a table, cell by cell.
struct Rows {
    /// What is still to be read of each column.
    columns: Vec<&'static str>,
    /// The column of the next cell.
    at: usize,
}

impl Rows {
    /// Reads every row. The first cell of a row is never empty; where the first column ends, so does the table.
    fn all<T>(mut self, mut read: impl FnMut(&mut Rows) -> T) -> &'static [T] {
        let mut rows = Vec::new();
        while self.columns.first().is_some_and(|first| !first.is_empty()) {
            self.at = 0;
            rows.push(read(&mut self));
        }
        rows.leak()
    }

    fn text(&mut self) -> &'static str {
        self.at += 1;
        self.columns.get_mut(self.at - 1).map(|column| cut(column, CELL)).unwrap_or_default()
    }

    fn some(&mut self) -> Option<&'static str> {
        Some(self.text()).filter(|text| !text.is_empty())
    }

    /// Two cells; the second is empty where it says the same.
    fn words(&mut self) -> Text {
        let en = self.text();
        Text { en, zh: self.some().unwrap_or(en) }
    }

    fn list(&mut self) -> &'static [&'static str] {
        split(self.text(), ITEM).leak()
    }

    fn purpose(&mut self) -> Purpose {
        Purpose { en: self.list(), zh: self.list() }
    }

    fn number(&mut self) -> u32 {
        self.text().bytes().fold(0, |n, digit| n.wrapping_mul(10).wrapping_add(u32::from(digit & 15)))
    }

    /// One character for each.
    fn numbers(&mut self) -> &'static [u16] {
        self.text().chars().map(|c| (c as u32).wrapping_sub(FIRST as u32) as u16).collect::<Vec<_>>().leak()
    }

    /// A date such as 20240926; month and day may be 00.
    fn date(&mut self) -> Date {
        let n = self.number();
        Date { year: (n / 10_000) as u16, month: (n / 100 % 100) as u8, day: (n % 100) as u8 }
    }

    fn date_or_none(&mut self) -> Option<Date> {
        Some(self.date()).filter(|date| date.year != 0)
    }

    /// Three cells, all empty where nothing was counted.
    fn count(&mut self) -> Option<Count> {
        let (as_of, value, source) = (self.date_or_none(), self.number(), self.text());
        as_of.map(|as_of| Count { value, as_of, source })
    }

    /// Two cells, both empty where there is none.
    fn history(&mut self) -> Option<History> {
        let (first_accepted, archived) = (self.date_or_none(), self.date());
        first_accepted.map(|first_accepted| History { first_accepted, archived })
    }

    /// One character for each field.
    fn sources(&mut self, sources: &[Source]) -> &'static [(Field, &'static str)] {
        let source = |name: char| sources.get((name as usize).wrapping_sub(FIRST as usize));
        let named = Field::ALL.into_iter().zip(self.text().chars());
        named.filter_map(|(field, name)| Some((field, source(name)?.slug))).collect::<Vec<_>>().leak()
    }
}

fn split(mut text: &'static str, separator: u8) -> Vec<&'static str> {
    let mut parts = Vec::new();
    while !text.is_empty() {
        parts.push(cut(&mut text, separator));
    }
    parts
}

/// Cuts off the first rows of a table; all or nothing.
fn take<T>(rows: &mut &'static [T], n: u32) -> &'static [T] {
    let (first, rest) = rows.split_at_checked(n as usize).unwrap_or_default();
    *rows = rest;
    first
}
