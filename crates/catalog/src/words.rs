//! What the entries of an open catalog name without a table: rows are made from words.

use crate::limits::ROWS;
use crate::model::{Catalog, Category, Column, Label, Project, Region};
use crate::reader::{Entries, keep};
use crate::record::Row;
use crate::slug;
use crate::slugs::Slugs;
use crate::text::Numbered;
use crate::tree::Tree;

/// The category of what has none, if other projects have one.
pub const OTHER: Category =
    Category { slug: "other", name: Label { en: "Other", zh: "其他", zh_hant: "" }, ..Category::BLANK };

/// The same text in all languages.
fn plain(text: &'static str) -> Label {
    Label { en: text, zh: text, zh_hant: "" }
}

/// Adds a row for each word that projects use for their category or region, if the catalog has no such table.
pub fn add(entries: &Entries, items: &[Tree], catalog: &mut Catalog, slugs: &mut Slugs) {
    if entries.get(Category::KEY).is_none() {
        let keys = ["category", "categories"];
        let make = |slug, word| Category { slug, name: plain(word), ..Category::BLANK };
        catalog.categories = made(items, &keys, catalog.categories, &mut slugs.categories, &mut slugs.words, make);
        catalog.categories = with_hues(catalog.categories);
    }
    if entries.get(Region::KEY).is_none() {
        let make = |slug, word| Region { slug, name: plain(word) };
        catalog.regions = made(items, &["region"], catalog.regions, &mut slugs.regions, &mut slugs.words, make);
    }
}

fn made<T: Row>(
    items: &[Tree],
    keys: &[&str],
    rows: &'static [T],
    slugs: &mut Vec<&'static str>,
    words: &mut Vec<(&'static str, &'static str)>,
    make: impl Fn(&'static str, &'static str) -> T,
) -> &'static [T] {
    let mut known = Numbered::default();
    for item in items {
        let Tree::Map(entries) = item else { continue };
        for (key, tree) in entries {
            if !keys.contains(&&**key) {
                continue;
            }
            let one = std::slice::from_ref(tree);
            for tree in if let Tree::List(list) = tree { list } else { one } {
                if let Tree::String(word) = tree {
                    if known.texts.len() < ROWS && crate::check::text(word).is_ok() {
                        known.number(word);
                    }
                }
            }
        }
    }
    let mut all = rows.to_vec();
    for word in known.texts {
        let slug = if crate::check::is_slug(word) { word.to_owned() } else { slug::of(word, "c") };
        if slugs.iter().all(|known| *known != slug) {
            let (slug, word) = (&*slug.clone().leak(), &*word.to_owned().leak());
            all.push(make(slug, word));
            slugs.push(slug);
        }
        if slug != word {
            words.push((keep(word.to_owned().into()), slug.leak()));
        }
    }
    words.sort_unstable();
    all.leak()
}

/// Categories with different hues, if they say none: each far from those before it.
#[must_use]
pub fn with_hues(categories: &'static [Category]) -> &'static [Category] {
    // 360° by the golden ratio.
    const STEP: usize = 222;
    if categories.iter().any(|category| category.hue > 0) {
        return categories;
    }
    let hued = |(n, category): (usize, &Category)| Category { hue: ((n + 1) * STEP % 360) as u16, ..*category };
    categories.iter().enumerate().map(hued).collect::<Vec<_>>().leak()
}

/// Fills in the first category of those that have several, and "Other" for those without one, if others have one.
pub fn others(projects: &mut [Project], catalog: &mut Catalog) {
    for project in projects.iter_mut() {
        if let ("", [first, ..]) = (project.category, project.categories) {
            project.category = first;
        }
    }
    let has_none = |project: &Project| project.category.is_empty();
    if projects.iter().all(has_none) || !projects.iter().any(has_none) {
        return;
    }
    if catalog.category(OTHER.slug).is_none() {
        catalog.categories = [catalog.categories, &[OTHER]].concat().leak();
    }
    projects.iter_mut().filter(|project| has_none(project)).for_each(|project| project.category = OTHER.slug);
}

/// The fields of a catalog, with those that only its projects name.
#[must_use]
pub fn columns(projects: &[Project], columns: &'static [Column]) -> &'static [Column] {
    let mut known = Numbered::default();
    for column in columns {
        known.number(column.slug);
    }
    for extra in projects.iter().flat_map(|project| project.fields) {
        if known.texts.len() < ROWS {
            known.number(extra.field);
        }
    }
    let made = known.texts[columns.len()..].iter().map(|&slug| Column { slug, name: plain(named(slug)) });
    let all: Vec<Column> = columns.iter().copied().chain(made).collect();
    all.leak()
}

/// The name of a field that has none: `fiscal-year` is "Fiscal year".
fn named(slug: &'static str) -> &'static str {
    let mut name = slug.replace('-', " ");
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name.leak()
}

/// The slug of a field, from its key.
#[must_use]
pub fn field(key: &str) -> &'static str {
    let mut slug = String::new();
    for c in key.chars() {
        match c {
            'a'..='z' | '0'..='9' | '\u{80}'.. if crate::check::sign(c).is_ok() => slug.push(c),
            'A'..='Z' => slug.push(c.to_ascii_lowercase()),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug.leak()
}

/// The language of a project's summary, if it is in none of the interface.
#[must_use]
pub fn language(project: &Tree) -> Option<&'static str> {
    let Tree::Map(entries) = project else { return None };
    let (_, Tree::Map(texts)) = entries.iter().find(|(key, _)| key == "summary")? else { return None };
    let (tag, _) = texts.first()?;
    let is_of_interface = texts.iter().any(|(tag, _)| matches!(tag.get(..2), Some("en" | "zh")));
    (!is_of_interface && tag.is_ascii()).then(|| keep(tag.clone()))
}
