//! The notes of written disputes in both languages, and the names of months.

use crate::catalog::Catalog;
use crate::compare::LANDSCAPE;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A source as part of a sentence; the landscape with its date.
fn witness(catalog: &Catalog, slug: &str, as_of: &str) -> (String, String) {
    match slug {
        LANDSCAPE => (format!("the landscape of {as_of}"), format!("{as_of} 的 CNCF 全景图")),
        _ => {
            let source = catalog.source(slug);
            (source.en, source.zh)
        }
    }
}

/// Our value is kept.
pub(crate) fn kept(catalog: &Catalog, theirs: &str, ours: &str, as_of: &str) -> [String; 2] {
    let (ours, theirs) = (witness(catalog, ours, as_of), witness(catalog, theirs, as_of));
    [
        format!("The value is that of {}; {} gives another one.", ours.0, theirs.0),
        format!("此处以{}为准；{}所记不同。", ours.1, theirs.1),
    ]
}

/// Their value is taken, and another source has a different one.
pub(crate) fn taken(catalog: &Catalog, theirs: &str, ours: &str, as_of: &str) -> [String; 2] {
    let (ours, theirs) = (witness(catalog, ours, as_of), witness(catalog, theirs, as_of));
    [
        format!("The value is that of {}, which is newer than {}.", theirs.0, ours.0),
        format!("此处采用{}的记载，它比{}更新。", theirs.1, ours.1),
    ]
}

/// Their value is taken, and the landscape had a different one before.
pub(crate) fn changed(before: &str, as_of: &str) -> [String; 2] {
    [
        format!("The landscape changed this between {before} and {as_of}."),
        format!("CNCF 全景图在 {before} 至 {as_of} 之间改动了这一项。"),
    ]
}

/// The landscape now has our value.
pub(crate) fn settled(before: &str, as_of: &str) -> [String; 2] {
    [
        format!("The landscape took over the first value between {before} and {as_of}."),
        format!("CNCF 全景图在 {before} 至 {as_of} 之间改为第一个值。"),
    ]
}

/// `August 2026` and `2026 年 8 月`, or the day itself.
pub(crate) fn month(day: &str, whole: bool) -> (String, String) {
    let mut numbers = day.split('-').map(|part| part.parse::<usize>().unwrap_or_default());
    let (year, month) = (numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default());
    match MONTHS.get(month.wrapping_sub(1)) {
        Some(name) if !whole => (format!("{name} {year}"), format!("{year} 年 {month} 月")),
        _ => (day.to_owned(), format!("{day} ")),
    }
}
