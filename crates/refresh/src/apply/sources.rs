//! The file `sources.toml`: the day of the landscape, and a row for the landscape of an earlier day, which disputes name as
//! the source of a former value.

use toml_edit::{DocumentMut, Item};

use super::document::date;
use crate::catalog::{self, Catalog};
use crate::compare::LANDSCAPE;
use crate::note;

/// `sources.toml` with the landscape's new day and, if needed, a row for the former landscape.
pub(super) fn text(text: &str, catalog: &Catalog, as_of: &str, was: Option<&str>) -> Result<String, String> {
    let error = |error: toml_edit::TomlError| format!("sources.toml: {}", error.to_string().replace('\n', " "));
    let mut document: DocumentMut = text.parse().map_err(error)?;
    let set = |item: Option<&mut Item>| {
        if let Some(old) = item.and_then(Item::as_value_mut)
            && catalog::plain(&Item::Value(old.clone())).is_some_and(|old| *old < *as_of)
        {
            let mut new = date(as_of);
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
    };
    set(document.get_mut("as_of"));
    let rows = document.get_mut("source").and_then(Item::as_array_of_tables_mut);
    for row in rows.into_iter().flat_map(|rows| rows.iter_mut()) {
        if row.get("slug").and_then(Item::as_str) == Some(LANDSCAPE) {
            set(row.get_mut("as_of"));
        }
    }
    let mut text = document.to_string();
    let Some(was) = was else { return Ok(text) };
    let slug = dated(catalog, was);
    if catalog.sources.iter().all(|source| source.0 != slug) {
        let row = row(&slug, was);
        // After the row of the landscape itself.
        let at = text.find(&format!("slug = \"{LANDSCAPE}\"")).and_then(|at| Some(at + text[at..].find("[[source]]")?));
        match at {
            Some(at) => text.insert_str(at, &row),
            None => text.push_str(&format!("\n{}", row.trim_end_matches('\n').to_owned() + "\n")),
        }
    }
    Ok(text)
}

/// The row for the landscape of a former day. If the slug has the day and not just the month, the names have it too.
fn row(slug: &str, day: &str) -> String {
    let (en, zh) = note::month(day, slug.len() > LANDSCAPE.len() + 8);
    format!(
        "[[source]]\nslug = \"{slug}\"\nname = {{ en = \"CNCF landscape of {en}\", zh = \"{zh}的 CNCF 全景图\" }}\n\
         url = \"https://github.com/cncf/landscape\"\nas_of = {day}\n\n"
    )
}

/// The slug of the landscape of that day.
pub(super) fn dated(catalog: &Catalog, day: &str) -> String {
    let month = format!("{LANDSCAPE}-{}", day.get(..7).unwrap_or(day));
    match catalog.sources.iter().find(|source| source.0 == month) {
        Some(source) if source.1.as_of != day => format!("{LANDSCAPE}-{day}"),
        _ => month,
    }
}
