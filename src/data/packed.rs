//! Unpacks the bundled catalog. `build/packed.rs` writes it as one text: tables of columns, so that like stands next to like,
//! which compresses much better than static values (and their pointers) do.
//!
//! No text is copied: every `&'static str` of the catalog is a slice of the packed text. The tables and columns stand there in
//! the order in which they are read here. The build has checked all of it, so nothing is checked again; a text that is
//! not what the build wrote gives some other catalog, and no panic.

use crate::model::{
    Catalog, Category, Claim, Count, Date, Dispute, Field, History, Level, Links, Maturity, Part, Project, Region, Source, Text,
};

/// Stands between tables. No text of the data holds a control character.
pub const TABLE: u8 = 0x1d;
/// Stands between the columns of a table.
pub const COLUMN: u8 = 0x1e;
/// Stands between the cells of a column, one for each row.
pub const CELL: u8 = 0x1f;
/// Stands between the items of a list in a cell.
pub const ITEM: u8 = b'\n';
/// Names the first source of a catalog in the cell that gives each field its source; the next ones follow.
pub const FIRST: u8 = b'0';
/// Stands in that cell for a field without a source.
pub const NONE: u8 = b'-';
/// Dates are numbers like 240926, counted from here.
pub const YEAR: u16 = 2000;

/// Makes a catalog of a packed text.
#[must_use]
pub fn unpack(mut text: &'static str) -> Catalog {
    let mut next = || Rows { columns: split(cut(&mut text, TABLE), COLUMN), at: 0 };
    let mut features = next().all(Rows::words);
    let projects = next();
    let mut head = next();
    let _made_by = head.text();
    let as_of = head.date();
    let categories =
        next().all(|row| Category { slug: row.text(), name: row.words(), about: row.words(), hue: row.number() as u16 });
    let parts = next().all(|row| Part { slug: row.text(), batch: row.text(), name: row.words(), title: row.words() });
    let regions = next().all(|row| Region { slug: row.text(), name: row.words() });
    let sources =
        next().all(|row| Source { slug: row.text(), name: row.words(), url: row.some(), as_of: row.date_or_none() });
    let mut claims = next().all(|row| Claim { source: row.text(), value: row.words() });
    let mut disputes = next().all(|row| Dispute {
        note: row.words(),
        field: Field::ALL.get(row.number() as usize).copied().unwrap_or(Field::Name),
        claims: take(&mut claims, row.number()),
    });
    let projects = projects.all(|row| Project {
        id: row.text(),
        name: row.text(),
        former_names: row.list(),
        summary: row.words(),
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
        history: row.date_or_none().map(|first_accepted| History { first_accepted, archived: row.date() }),
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
        features: take(&mut features, row.number()),
        disputes: take(&mut disputes, row.number()),
        folded: row.text(),
    });
    Catalog { as_of, projects, categories, parts, regions, sources }
}
