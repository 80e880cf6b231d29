//! Unpacks a catalog. [`pack`](super::pack) prints it as one text: tables stored by column, so that similar values are next to
//! each other, which compresses much better than static values (and their pointers). The build prints the bundled catalog; the
//! reader, a separate program, prints an author's own (`src`).
//!
//! No text is copied: every `&'static str` of the catalog is a slice of the packed text. The tables and columns are in the order
//! in which they are read here. Everything was checked before printing, so nothing is checked again. The head rejects a text of
//! another version or with another column order; a text that is damaged after the head yields another catalog, but no panic.

use super::rows::{Rows, take};
use crate::model::{
    Catalog, Category, Claim, Company, Dispute, Extras, Field, Level, Links, Maturity, Part, Project, Purpose, Region,
    Release, Source, Statement, Text,
};
use crate::text::cut;

/// Separates tables. The texts of the data contain no control characters.
pub const TABLE: u8 = 0x1d;
/// Separates the columns of a table.
pub const COLUMN: u8 = 0x1e;
/// Separates the cells of a column, one per row.
pub const CELL: u8 = 0x1f;
/// Separates the items of a list in a cell.
pub const ITEM: u8 = b'\n';
/// The character of the first source or project in a cell that uses one character for each; the next ones follow.
pub const FIRST: char = '0';
/// The character for a field without a source in such a cell.
pub const NONE: char = '-';

/// The version that prints and reads: texts are stored in files and passed between programs, and caches mix those of different
/// builds.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Differs if tables, columns or the meaning of cells differ: a hash of the code that defines them.
pub const LAYOUT: u32 = {
    let code: [&[u8]; 6] = [
        include_bytes!("pack.rs"),
        include_bytes!("packed.rs"),
        include_bytes!("rows.rs"),
        include_bytes!("model.rs"),
        include_bytes!("model/extras.rs"),
        include_bytes!("model/field.rs"),
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

/// Splits off the next table.
fn table(text: &mut &'static str) -> Rows {
    Rows::of(cut(text, TABLE))
}

/// The head of a packed text, if this version has printed it.
fn head(text: &mut &'static str) -> Option<Rows> {
    let mut head = table(text);
    (head.text() == VERSION && head.number() == LAYOUT).then_some(head)
}

/// Makes a catalog from a packed text; `None` if another version has printed it.
#[must_use]
pub fn unpack(mut text: &'static str) -> Option<Catalog> {
    let as_of = head(&mut text)?.date();
    let mut next = || table(&mut text);
    let mut texts = next().all(Rows::words);
    let projects = next();
    let categories = next().all(|row| Category {
        slug: row.text(),
        name: row.label(),
        about: row.words(),
        hue: row.number() as u16,
    });
    let parts = next().all(|row| Part { slug: row.text(), batch: row.text(), name: row.label(), title: row.words() });
    let regions = next().all(|row| Region { slug: row.text(), name: row.label() });
    let sources =
        next().all(|row| Source { slug: row.text(), name: row.label(), url: row.some(), as_of: row.date_or_none() });
    let mut disputes = disputes(next(), next());
    let mut extras = extras(next(), next());
    let projects = projects.all(|row| {
        let texts = take(&mut texts, row.number());
        let (summary, features) = texts.split_first().map_or_else(Default::default, |(first, rest)| (*first, rest));
        let mut project = Project {
            id: row.text(),
            name: row.text(),
            former_names: row.list(),
            summary,
            owner: Some(row.label()).filter(|owner| !owner.en.is_empty()),
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
            activity: None,
            extras: extras(),
            purpose: Purpose::default(),
        };
        project.activity = row.activity(project.snapshot_date);
        project.purpose = row.purpose();
        project
    });
    Some(Catalog { as_of, projects, categories, parts, regions, sources })
}

/// The statements of a separate text.
#[must_use]
pub fn statements(text: &'static str) -> &'static [Statement] {
    Rows::of(text).all(|row| Statement {
        part: row.text(),
        text: row.label(),
        found: row.number() as u16,
        total: row.number() as u16,
        differs: row.number() == 1,
        note: row.label(),
    })
}

/// A catalog with the features, extras, disputes and purposes of a separate text; `None` if another version has printed that text.
#[must_use]
pub fn with_features(catalog: &Catalog, mut text: &'static str) -> Option<Catalog> {
    head(&mut text)?;
    // Each with the number of its project, from 1.
    let rows = table(&mut text).all(|row| (row.number() as usize, row.words()));
    let texts: &[Text] = rows.iter().map(|row| row.1).collect::<Vec<_>>().leak();
    let mut next = || table(&mut text);
    let mut extras = extras(next(), next());
    let mut disputes = disputes(next(), next());
    let purposes = next().all(|row| (take(&mut disputes, row.number().saturating_sub(1)), row.purpose()));
    let mut projects = catalog.projects.to_vec();
    let mut at = 0;
    for (n, project) in projects.iter_mut().enumerate() {
        let from = at;
        while rows.get(at).is_some_and(|row| row.0 == n + 1) {
            at += 1;
        }
        project.features = texts.get(from..at).unwrap_or_default();
        project.extras = extras();
        (project.disputes, project.purpose) = purposes.get(n).copied().unwrap_or_default();
    }
    Some(Catalog { projects: projects.leak(), ..*catalog })
}

/// The disputes of all projects.
#[inline(never)]
fn disputes(claims: Rows, disputes: Rows) -> &'static [Dispute] {
    let mut claims = claims.all(|row| Claim { source: row.text(), value: row.words() });
    disputes.all(|row| Dispute {
        note: row.words(),
        changed_after: row.date_or_none(),
        field: Field::ALL.get(row.number() as usize).copied().unwrap_or(Field::Name),
        claims: take(&mut claims, row.number()),
    })
}

/// Returns the extras of the next project on each call.
#[inline(never)]
fn extras(companies: Rows, extras: Rows) -> impl FnMut() -> Extras {
    let mut companies = companies.all(|row| Company { name: row.label(), value: row.number() });
    let mut rows = extras.all(|row| {
        let project = row.number();
        let extras = Extras {
            applied: row.date_or_none(),
            former_repositories: row.list(),
            release: Some(Release { tag: row.text(), date: row.date() }).filter(|release| release.date.year != 0),
            maintainers: row.maintainers(&mut companies),
            adopters: row.some(),
            best_practices: row.some(),
            chat: row.some(),
        };
        (project, extras)
    });
    let mut number = 0;
    move || {
        number += 1;
        match rows.split_first() {
            Some((first, rest)) if first.0 == number => {
                rows = rest;
                first.1
            }
            _ => Extras::default(),
        }
    }
}
