//! Exports the projects shown: CSV for spreadsheets, JSON for programs, Markdown for other texts.

mod others;

use crate::citation::{self, address, plain};
use crate::filter;
use crate::hook::Hook;
use crate::i18n::Lang;
use crate::model::{Catalog, Date, Label, Project};
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
    ("category", |catalog, project, lang| {
        text(&join(&lang.categories(catalog, project), lang.messages().list_separator))
    }),
    ("part", |_, project, _| text(project.part)),
    ("summary", |_, project, lang| text(lang.of(project.summary))),
    ("languages", |_, project, _| list(project.languages)),
    ("licence", |_, project, _| text(project.licence)),
    ("owner", |_, project, lang| label(project.owner, lang)),
    ("region", |catalog, project, lang| {
        project.region.map_or(Value::Unknown, |region| text(lang.region(catalog, region)))
    }),
    ("first_commit", |_, project, _| date(project.first_commit)),
    ("accepted", |_, project, _| date(project.accepted)),
    ("age_in_years", |_, project, _| age(project)),
    ("maturity", |_, project, _| text(project.maturity.level)),
    ("maturity_since", |_, project, _| date(project.maturity.since)),
    ("stars", |_, project, _| project.counts.stars.map_or(Value::Unknown, |stars| Value::Number(decimal(stars.value)))),
    ("tags", |_, project, _| list(project.tags)),
    ("website", |_, project, _| text(project.links.website)),
    ("repository", |_, project, _| text(project.links.repository)),
];

fn text(text: &str) -> Value {
    if text.is_empty() { Value::Unknown } else { Value::Text(text.to_owned()) }
}

fn list(items: &'static [&'static str]) -> Value {
    if items.is_empty() { Value::Unknown } else { Value::List(items) }
}

fn date(date: Date) -> Value {
    if date.year == 0 { Value::Unknown } else { Value::Text(date.iso()) }
}

fn age(project: &Project) -> Value {
    filter::age(project).map_or(Value::Unknown, |age| Value::Number(tenths(age.into())))
}

fn label(label: Option<Label>, lang: Lang) -> Value {
    label.map_or(Value::Unknown, |label| text(lang.label(label)))
}

/// The projects as CSV (RFC 4180), with a byte order mark so that spreadsheets recognise UTF-8.
#[must_use]
pub fn csv(catalog: &Catalog, projects: &[&'static Project], lang: Lang) -> String {
    match of(catalog) {
        Some(others) => (others.csv)(catalog, projects, lang),
        None => table(catalog, projects, lang, &COLUMNS, &[], |_, _| {}),
    }
}

/// Columns, the names of further ones, and what adds the cells of these.
fn table(
    catalog: &Catalog,
    projects: &[&'static Project],
    lang: Lang,
    columns: &[Column],
    more: &[&str],
    cells: impl Fn(&mut String, &Project),
) -> String {
    let mut csv = String::from("\u{feff}");
    let names: Vec<&str> = columns.iter().map(|column| column.0).collect();
    csv.push_str(&join(&names, ","));
    for name in more {
        csv.push(',');
        quoted(&mut csv, name);
    }
    for project in projects {
        csv.push_str("\r\n");
        for (n, (_, value)) in columns.iter().enumerate() {
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
        cells(&mut csv, project);
    }
    csv.push_str("\r\n");
    csv
}

/// The exports of a catalog that is not the bundled one.
#[derive(Clone, Copy)]
struct Others {
    csv: fn(&Catalog, &[&'static Project], Lang) -> String,
    json: fn(&Catalog, &[&'static Project]) -> String,
    markdown_table: fn(&Catalog, &[&'static Project], Lang) -> String,
}

const OTHERS: Others = Others { csv: others::csv, json: others::json, markdown_table: others::markdown_table };

static HOOK: Hook<&'static Others> = Hook::new();

/// From now on, catalogs of others are exported in their own way: called by the code that reads catalogs.
pub fn ready() {
    HOOK.set(&OTHERS);
}

fn of(catalog: &Catalog) -> Option<&'static Others> {
    catalog.terms.and_then(|_| HOOK.get(&OTHERS))
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
    if let Some(others) = of(catalog) {
        return (others.json)(catalog, projects);
    }
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

/// A quoted JSON string. Control characters are dropped, as a typed query does not need them; except for line breaks, which a summary may
/// have.
fn string(json: &mut String, text: &str) {
    json.push('"');
    for c in text.chars() {
        if c == '\n' {
            json.push_str("\\n");
        }
        if c.is_ascii_control() {
            continue;
        }
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
    if let Some(others) = of(catalog) {
        return (others.markdown_table)(catalog, projects, lang);
    }
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

/// The name of a file: that of the catalog, in letters that every system takes.
#[must_use]
pub fn file_name(catalog: &Catalog, end: &str) -> String {
    let title = catalog.terms.map_or("sandbox-projects", |terms| terms.title.en);
    let mut name = String::new();
    for c in title.chars() {
        if c.is_ascii_alphanumeric() || !c.is_ascii() {
            name.push(c.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.strip_suffix('-').unwrap_or(&name);
    concat(&[if name.is_empty() { "list" } else { name }, ".", end])
}
