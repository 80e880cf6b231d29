//! What is printed from the declarations of the records: the schema, and the tables of keys in the documents.

use std::path::Path;
use std::{fs, io};

use super::schema::{self, about_first};
use super::statements::Written;
use crate::keys::{Kind, Times};
use crate::kind::FieldKind;
use crate::model::{Category, Part, Project, Region, Source};
use crate::record::{About, AboutField};

/// The command that writes these files.
pub const COMMAND: &str = "cargo documents";

/// The paths of the files below the root of the project, and what they must contain. The documents keep everything outside their
/// tables.
///
/// # Errors
/// A file that cannot be read.
pub fn documents(root: &Path) -> io::Result<Vec<(&'static str, String)>> {
    let project = &[("", Project::ABOUT)];
    let rows = &[
        ("category[].", Category::ABOUT),
        ("part[].", Part::ABOUT),
        ("region[].", Region::ABOUT),
        ("source[].", Source::ABOUT),
    ];
    let tables = [
        ("data/README.md", "kinds", kinds()),
        ("data/README.md", "keys of a project", keys(project)),
        ("data/README.md", "keys of the tables", keys(rows)),
        ("data/README.md", "keys of a statement", keys(&[("", Written::ABOUT)])),
        ("docs/data.md", "optional fields", Project::ABOUT.map(optional).unwrap_or_default()),
    ];
    let mut files = vec![("data/catalog.schema.json", schema::print())];
    for path in ["data/README.md", "docs/data.md"] {
        let mut text = fs::read_to_string(root.join(path))?;
        for (_, name, table) in tables.iter().filter(|table| table.0 == path) {
            let begin = format!("<!-- {name}: made by `{COMMAND}` -->\n");
            let lacks = || io::Error::other(format!("{path} lacks {begin:?} or <!-- end --> after it"));
            let (before, rest) = text.split_once(&begin).ok_or_else(lacks)?;
            let (_, after) = rest.split_once("<!-- end -->").ok_or_else(lacks)?;
            text = [before, &begin, table, "<!-- end -->", after].concat();
        }
        files.push((path, text));
    }
    Ok(files)
}

/// The keys of records, each after the keys that contain it.
fn keys(records: &[(&str, Option<&About>)]) -> String {
    let mut out = String::from("| key | kind | meaning |\n|---|---|---|\n");
    for (outer, record) in records {
        out += &record.map(|record| key_rows(record, outer, &mut Vec::new())).unwrap_or_default();
    }
    out
}

/// A row for each key, also for those of the records in it: `links.docs`. A record that occurs again is not `known` twice.
fn key_rows(about: &About, outer: &str, known: &mut Vec<(&'static str, String)>) -> String {
    let mut out = String::new();
    for field in about.fields {
        let AboutField { name, times, record, .. } = field;
        let optional = if let Times::May | Times::MayList = times { ", optional" } else { "" };
        let is_list = !matches!(times, Times::May | Times::Need);
        let list = if is_list { "list: " } else { "" };
        let mut about = field.about.split_whitespace().collect::<Vec<_>>().join(" ");
        let twin = record.and_then(|record| known.iter().find(|(about, _)| *about == record.about));
        if let Some((_, name)) = twin {
            about += &format!(" Keys as in `{name}`");
        }
        let record = record.filter(|_| twin.is_none());
        out += &format!("| `{outer}{name}` | {list}{}{optional} | {about} |\n", named(field.kind));
        if let Some(record) = record {
            known.push((record.about, format!("{outer}{name}")));
            out += &key_rows(record, &format!("{outer}{name}{}.", if is_list { "[]" } else { "" }), known);
        }
    }
    out
}

/// The optional fields of a record.
fn optional(about: &About) -> String {
    let mut out = String::from("| field | contents |\n|---|---|\n");
    for field in about.fields.iter().filter(|field| matches!(field.times, Times::May | Times::MayList)) {
        let keys = field.record.map_or(String::new(), |record| {
            let keys: Vec<String> = record.fields.iter().map(|field| format!("`{}`", field.name)).collect();
            format!(" Keys: {}", keys.join(", "))
        });
        out += &format!("| `{}` | {}{keys} |\n", field.name, about_first(field.about));
    }
    out
}

/// The kinds of values, with their limits.
fn kinds() -> String {
    let mut out = String::from("| kind | meaning |\n|---|---|\n");
    for (name, about, most, _) in schema::TEXTS {
        out += &format!("| {name} | {about} At most {most} characters |\n");
    }
    out += &format!("| date | {} |\n", schema::DATE_IS);
    for (name, about, most) in schema::LANGUAGES {
        out += &format!("| {name} | {about} At most {most} characters |\n");
    }
    for (name, about, keys) in schema::RECORDS {
        let keys: Vec<String> = keys.iter().map(|key| format!("`{}`", key.name)).collect();
        out += &format!("| {name} | {about} Keys: {} |\n", keys.join(", "));
    }
    out
}

/// The name of a kind in the tables.
fn named(kind: Kind) -> &'static str {
    match kind {
        Kind::Line => "line",
        Kind::Name => "name",
        Kind::Value => "value",
        Kind::Text => "text",
        Kind::Label => "label",
        Kind::Slug => "slug",
        Kind::Date => "date",
        Kind::Address => "address",
        Kind::Number | Kind::Positive => "number",
        Kind::Degrees => "number, 0–359",
        Kind::Category => "slug of `categories.toml`",
        Kind::Part => "slug of `parts.toml`",
        Kind::Region => "slug of `regions.toml`",
        Kind::Source => "slug of `sources.toml`",
        Kind::Field => "a key of `sources`",
        Kind::Column => "slug",
        Kind::Fields => "values by field",
        Kind::Others => "addresses by name",
        Kind::Record(keys) => schema::record(keys).unwrap_or("table"),
    }
}
