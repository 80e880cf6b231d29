//! JSON: a list of objects, an object with such a list, or a catalog of our own, which passes as it is. And how catalogs are printed.

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value as Json, json};

use crate::builder::Builder;
use crate::draft::{Draft, Value};
use crate::header;
use crate::report::{Refused, quoted};
use crate::target::{Plain, Target};
use crate::text;

/// Keys under which an object may have its list, the best first.
const LISTS: &[&str] =
    &["projects", "items", "entries", "list", "data", "results", "records", "rows", "values", "hits"];

/// The keys of a project in a catalog of our own.
const OWN: &[&str] = &[
    "id",
    "name",
    "former_names",
    "part",
    "category",
    "categories",
    "licence",
    "languages",
    "owner",
    "region",
    "first_commit",
    "accepted",
    "tags",
    "summary",
    "features",
    "purpose",
    "links",
    "logo",
    "maturity",
    "history",
    "counts",
    "snapshot",
    "sources",
    "disputes",
    "applied",
    "former_repositories",
    "activity",
    "maintainers",
    "fields",
];

const EXPECTED: &str = "expected a list of objects, an object with one such list, or a catalog of the explorer";

/// Whether a text begins as JSON does, and not as Markdown with a link.
pub(crate) fn is_json(text: &str) -> bool {
    let mut chars = text.chars();
    let first_two = (chars.next(), chars.find(|c| !c.is_whitespace()));
    matches!(first_two, (Some('{'), Some('"' | '}')) | (Some('['), Some('{' | ']')))
}

/// Reads JSON.
pub(crate) fn read(file: &str, builder: &mut Builder) -> Result<Option<Json>, Refused> {
    let entries: Vec<&RawValue> = if file.trim_start().starts_with('[') {
        parse(file)?
    } else if let Some(lines) = lines(file) {
        lines
    } else {
        let object: BTreeMap<String, &RawValue> = parse(file)?;
        if let Some(own) = own(file, builder)? {
            return Ok(Some(own));
        }
        let lists = || object.iter().filter(|(_, value)| value.get().starts_with('['));
        let named = LISTS.iter().find_map(|key| lists().find(|(known, _)| known == key));
        let Some((_, list)) = named.or_else(|| lists().next().filter(|_| lists().count() == 1)) else {
            let keys = object.keys().take(8).map(|key| quoted(key)).collect::<Vec<_>>().join(", ");
            return Err(Refused(format!("an object with the keys {keys}; {EXPECTED}")));
        };
        let title = object.get("title").and_then(|title| serde_json::from_str::<String>(title.get()).ok());
        builder.catalog.title = title.map(|title| text::name(&title).0).filter(|title| !title.is_empty());
        parse(list.get())?
    };
    let rows = rows(file, &entries, builder);
    let mut seen: HashSet<&str> = HashSet::new();
    let keys = rows.iter().flat_map(|(_, row)| row.iter().map(|(key, _)| key.as_str()));
    let columns: Vec<String> = keys.filter(|key| seen.insert(key)).map(str::to_owned).collect();
    if rows.is_empty() {
        return Err(Refused(format!("no object in the list; {EXPECTED}")));
    }
    let targets: BTreeMap<String, Target> = columns.iter().cloned().zip(header::targets(&columns, builder)?).collect();
    for (line, row) in rows {
        let mut draft = Draft::at(line);
        let is_name = |key: &String| targets.get(key) == Some(&Target::Plain(Plain::Name));
        // The name first, so that it is in all messages.
        let (names, others): (Vec<_>, Vec<_>) = row.into_iter().partition(|(key, _)| is_name(key));
        for (key, value) in names.into_iter().chain(others) {
            if let Some(target) = targets.get(&key) {
                draft.put(target, &value, &key, line, &mut builder.report);
            }
        }
        builder.add(draft);
    }
    Ok(None)
}

/// The objects of JSON Lines: several, one after the other.
fn lines(file: &str) -> Option<Vec<&RawValue>> {
    let objects = serde_json::Deserializer::from_str(file).into_iter().collect::<Result<Vec<&RawValue>, _>>();
    objects.ok().filter(|objects| objects.len() > 1)
}

fn parse<'j, T: serde::Deserialize<'j>>(text: &'j str) -> Result<T, Refused> {
    serde_json::from_str(text).map_err(|error| Refused(format!("not JSON: {error}; {EXPECTED}")))
}

/// The file itself, if it is a catalog of our own; with the title and the names that the options give.
fn own(file: &str, builder: &Builder) -> Result<Option<Json>, Refused> {
    let mut catalog: Map<String, Json> = parse(file)?;
    let is_project = |project: &Json| {
        project
            .as_object()
            .is_some_and(|it| it.contains_key("name") && it.keys().all(|key| OWN.contains(&key.as_str())))
    };
    let projects = catalog.get("projects").and_then(Json::as_array);
    if builder.map.is_empty()
        && projects.is_some_and(|projects| !projects.is_empty() && projects.iter().all(is_project))
    {
        let options = builder.options;
        let item = options.item.as_ref().map(|(one, many)| json!({ "one": one, "many": many }));
        let given = [
            ("title", options.title.clone().map(Json::String)),
            ("as_of", options.as_of.clone().map(Json::String)),
            ("item", item),
        ];
        catalog.extend(given.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))));
        return Ok(Some(Json::Object(catalog)));
    }
    Ok(None)
}

/// An entry as keys and values, with its line.
type Row = (usize, Vec<(String, Value)>);

fn rows(file: &str, entries: &[&RawValue], builder: &mut Builder) -> Vec<Row> {
    let (mut line, mut until) = (1, 0);
    let mut rows = Vec::new();
    for entry in entries {
        // Entries are slices of the file, in its order.
        let at = (entry.get().as_ptr() as usize).saturating_sub(file.as_ptr() as usize).min(file.len());
        line += file.as_bytes()[until.min(at)..at].iter().filter(|&&b| b == b'\n').count();
        until = at;
        match serde_json::from_str(entry.get()) {
            Ok(Json::Object(object)) => {
                let mut row = Vec::new();
                flatten(object, "", line, builder, &mut row);
                rows.push((line, row));
            }
            _ => builder.report.skip(line, "an entry", format!("expected an object, found {}", quoted(entry.get()))),
        }
    }
    rows
}

/// Puts the values of an object into a row; those of inner objects have keys such as `owner.login`.
fn flatten(
    object: Map<String, Json>,
    before: &str,
    line: usize,
    builder: &mut Builder,
    row: &mut Vec<(String, Value)>,
) {
    for (key, value) in object {
        let key = format!("{before}{key}");
        match value {
            Json::Object(inner) if is_languages(&inner) => {
                let texts = inner.into_iter().filter_map(|(tag, text)| Some((tag, text.as_str()?.to_owned())));
                row.push((key, Value::Languages(texts.collect())));
            }
            Json::Object(inner) => flatten(inner, &format!("{key}."), line, builder, row),
            Json::Array(items) => match items.iter().map(named).collect::<Option<Vec<_>>>() {
                Some(texts) => row.push((key, Value::List(texts))),
                None => builder.report.leave_out(line, &format!("key {key}, a list of objects without names")),
            },
            // Addresses for programs.
            Json::String(text) if text.starts_with("https://api.") => {
                builder.report.leave_out(line, &format!("key {key}"))
            }
            value => row.extend(scalar(&value).map(|text| (key, Value::Text(text)))),
        }
    }
}

/// Whether the keys of an object are language tags, such as `en` and `zh-Hant`.
fn is_languages(object: &Map<String, Json>) -> bool {
    let is_tag = |key: &String| {
        let language = key.split('-').next().unwrap_or_default();
        (2..=3).contains(&language.len())
            && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && language != "url"
    };
    let is_known =
        object.keys().any(|key| ["en", "zh", "ja", "ko", "de", "fr", "es", "pt", "ru"].contains(&key.as_str()));
    is_known && object.keys().all(is_tag) && object.values().all(Json::is_string)
}

fn scalar(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(flag) => Some(text::plain(if *flag { "true" } else { "false" }).to_owned()),
        _ => None,
    }
}

/// A text, or the name of an object.
fn named(value: &Json) -> Option<String> {
    let keys = ["name", "title", "label", "login", "url"];
    value
        .as_object()
        .map_or_else(|| scalar(value), |object| keys.iter().find_map(|key| object.get(*key).and_then(scalar)))
}

/// Prints a catalog: a line for each key, and in lists of objects for each object.
pub(crate) fn print(catalog: &impl Serialize) -> String {
    serde_json::to_value(catalog).map_or_else(|_| String::new(), |catalog| printed(&catalog))
}

/// The same without the logos of the projects; `None` if no project has one.
pub(crate) fn print_without_logos(catalog: &impl Serialize) -> Option<String> {
    let mut catalog = serde_json::to_value(catalog).ok()?;
    let projects = catalog.get_mut("projects")?.as_array_mut()?;
    let n_logos = projects.iter_mut().filter_map(|project| project.as_object_mut()?.shift_remove("logo")).count();
    (n_logos > 0).then(|| printed(&catalog))
}

fn printed(catalog: &Json) -> String {
    let Json::Object(catalog) = catalog else { return String::new() };
    let entries = catalog.iter().map(|(key, value)| {
        let value = match value {
            Json::Array(items) if items.iter().any(Json::is_object) => {
                let lines: Vec<String> = items.iter().map(|item| format!("    {item}")).collect();
                format!("[\n{}\n  ]", lines.join(",\n"))
            }
            value => value.to_string(),
        };
        format!("  {}: {value}", Json::from(key.as_str()))
    });
    format!("{{\n{}\n}}\n", entries.collect::<Vec<_>>().join(",\n"))
}
