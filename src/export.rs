//! Exports the projects shown: CSV for spreadsheets, JSON for programs, Markdown for other texts.

use crate::citation::{self, address, plain};
use crate::filter;
use crate::i18n::Lang;
use crate::model::{Catalog, Label, Project};
use crate::text::{concat, decimal, fold_char, is_mark, join, tenths};

/// The value of a column.
enum Value {
    Text(String),
    List(&'static [&'static str]),
    /// In digits, with or without a decimal point.
    Number(String),
    Unknown,
}

/// The name of a column, and its value for a project.
type Column = (&'static str, fn(&Catalog, &'static Project, Lang) -> Value);

/// The columns of CSV, and the keys of JSON, which are those of the catalog where it has them. Text is in the reader's language.
const COLUMNS: [Column; 18] = [
    ("id", |_, project, _| text(project.id)),
    ("name", |_, project, _| text(project.name)),
    ("category", |catalog, project, lang| text(lang.category(catalog, project.category))),
    ("part", |_, project, _| text(project.part)),
    ("summary", |_, project, lang| text(lang.of(project.summary))),
    ("languages", |_, project, _| Value::List(project.languages)),
    ("licence", |_, project, _| text(project.licence)),
    ("owner", |_, project, lang| label(project.owner, lang)),
    ("region", |catalog, project, lang| {
        project.region.map_or(Value::Unknown, |region| text(lang.region(catalog, region)))
    }),
    ("first_commit", |_, project, _| Value::Text(project.first_commit.iso())),
    ("accepted", |_, project, _| Value::Text(project.accepted.iso())),
    ("age_in_years", |_, project, _| Value::Number(tenths(filter::age_in_tenths(project).into()))),
    ("maturity", |_, project, _| text(project.maturity.level)),
    ("maturity_since", |_, project, _| Value::Text(project.maturity.since.iso())),
    ("stars", |_, project, _| project.counts.stars.map_or(Value::Unknown, |stars| Value::Number(decimal(stars.value)))),
    ("tags", |_, project, _| Value::List(project.tags)),
    ("website", |_, project, _| text(project.links.website)),
    ("repository", |_, project, _| text(project.links.repository)),
];

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn label(label: Option<Label>, lang: Lang) -> Value {
    label.map_or(Value::Unknown, |label| text(lang.label(label)))
}

/// The projects as CSV (RFC 4180), with a byte order mark so that spreadsheets recognise UTF-8.
#[must_use]
pub fn csv(catalog: &Catalog, projects: &[&'static Project], lang: Lang) -> String {
    let mut csv = String::from("\u{feff}");
    let names = COLUMNS.map(|column| column.0);
    csv.push_str(&join(&names, ","));
    for project in projects {
        csv.push_str("\r\n");
        for (n, (_, value)) in COLUMNS.iter().enumerate() {
            if n > 0 {
                csv.push(',');
            }
            match value(catalog, project, lang) {
                Value::Text(text) => quoted(&mut csv, &text),
                Value::List(items) => quoted(&mut csv, &join(items, ", ")),
                Value::Number(digits) => csv.push_str(&digits),
                Value::Unknown => {}
            }
        }
    }
    csv.push_str("\r\n");
    csv
}

/// A quoted cell. A text that a spreadsheet would treat as a formula (in a catalog that is not ours) gets an apostrophe in front; so
/// does one that would become a cell of its own where cells are separated by semicolons or tabs, as in half of Europe.
fn quoted(csv: &mut String, text: &str) {
    csv.push('"');
    if is_formula(text) {
        csv.push('\'');
    }
    let mut rest = text.chars();
    let mut has_begun = false;
    while let Some(c) = rest.next() {
        if c == '"' {
            csv.push('"');
        }
        csv.push(c);
        has_begun |= !is_passed_over(c);
        if has_begun && matches!(fold_char(c), ';' | '\t' | '\n' | '\r') && is_formula(rest.as_str()) {
            csv.push('\'');
        }
    }
    csv.push('"');
}

/// Whether a spreadsheet may treat a text as a formula, or as a call of another program. The first significant character decides, which
/// is not always the first one. Full-width and small forms count like plain ones.
fn is_formula(text: &str) -> bool {
    let first = text.chars().find(|&c| !is_passed_over(c));
    first.is_some_and(|c| {
        matches!(fold_char(c), '=' | '+' | '-' | '@' | '|' | '%' | '\u{2212}' | '\u{fe62}'..='\u{fe6b}')
    })
}

/// Whether a character is a space, a quotation mark or invisible.
fn is_passed_over(c: char) -> bool {
    is_mark(c)
        || matches!(
            fold_char(c),
            '\0'..=' ' | '"' | '\'' | '`' | '\u{7f}'..='\u{9f}' | '“' | '”'
            | '\u{1680}' | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}'
        )
}

/// The projects as JSON: the date of the data, the query that selected them, and a record for each.
#[must_use]
pub fn json(catalog: &Catalog, projects: &[&'static Project], lang: Lang, query: &str) -> String {
    let mut json = String::from("{\n  \"as_of\": ");
    string(&mut json, &catalog.as_of.iso());
    json.push_str(",\n  \"query\": ");
    string(&mut json, query);
    json.push_str(",\n  \"projects\": [");
    for (n, project) in projects.iter().enumerate() {
        json.push_str(if n > 0 { ",\n    {" } else { "\n    {" });
        let mut is_first = true;
        for (name, value) in &COLUMNS {
            let value = value(catalog, project, lang);
            if let Value::Unknown = value {
                continue;
            }
            json.push_str(if is_first { "\n      " } else { ",\n      " });
            is_first = false;
            string(&mut json, name);
            json.push_str(": ");
            match value {
                Value::Text(text) => string(&mut json, &text),
                Value::Number(digits) => json.push_str(&digits),
                Value::List(items) => {
                    json.push('[');
                    for (n, item) in items.iter().enumerate() {
                        if n > 0 {
                            json.push_str(", ");
                        }
                        string(&mut json, item);
                    }
                    json.push(']');
                }
                Value::Unknown => {}
            }
        }
        json.push_str("\n    }");
    }
    json.push_str("\n  ]\n}\n");
    json
}

/// A quoted JSON string. Control characters are dropped; the data have none, and a typed query does not need them.
fn string(json: &mut String, text: &str) {
    json.push('"');
    for c in text.chars().filter(|c| !c.is_ascii_control()) {
        if matches!(c, '"' | '\\') {
            json.push('\\');
        }
        json.push(c);
    }
    json.push('"');
}

/// The projects as a Markdown table: name with link, category, languages, day of acceptance, summary.
#[must_use]
pub fn markdown_table(catalog: &Catalog, projects: &[&'static Project], lang: Lang) -> String {
    let (messages, late) = (lang.messages(), lang.late());
    let head = [late.name, messages.category, messages.language, late.accepted, late.description];
    let mut table = concat(&["| ", &join(&head, " | "), " |\n| --- | --- | --- | --- | --- |\n"]);
    for project in projects {
        let cells = [
            &concat(&["[", &plain(project.name), "](<", &address(project.links.website), ">)"]),
            &plain(lang.category(catalog, project.category)),
            &plain(&join(project.languages, messages.list_separator)),
            &messages.date(project.accepted),
            &plain(lang.of(project.summary)),
        ];
        table.push_str(&concat(&["| ", &join(&cells.map(String::as_str), " | "), " |\n"]));
    }
    table
}

/// The projects as a Markdown list of citations.
#[must_use]
pub fn markdown_list(catalog: &Catalog, projects: &[&'static Project], lang: Lang) -> String {
    let items = projects.iter().map(|project| concat(&["- ", &citation::markdown(catalog, project, lang), "\n"]));
    items.collect()
}
