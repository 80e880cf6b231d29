//! What follows from the declarations of options, languages, facets and the rest of the contract is printed from them: types, manifest,
//! tables of the class and of the documentation. The test fails if a file is stale; with `UPDATE=1` it writes the file instead.

mod class;
mod first;
mod manifest;
mod package;
mod tables;
mod tokens;
mod types;

use std::path::Path;
use std::{env, fs};

use sandbox_explorer::options::{Attribute, Kind};

use crate::tidy::none;

const COMMAND: &str = "UPDATE=1 cargo test --test it generated";

/// Prints a region of a file.
type Region = (&'static str, fn() -> String);

/// The files, with the regions that are printed. A region begins after the line with `generated: <name>;`, which also names the command,
/// and ends before the one with `end of <name>`. Without a region the whole file is printed.
const FILES: &[(&str, &[Region])] = &[
    ("npm/class.js", &[("attributes", class::attributes), ("lines", class::lines)]),
    ("npm/custom-elements.json", &[("", manifest::manifest)]),
    ("npm/package.json", &[("", package::package)]),
    (
        "npm/element.d.ts",
        &[
            ("languages", types::languages),
            ("events", types::events),
            ("members", types::members),
            ("names", types::names),
        ],
    ),
    (
        "npm/README.md",
        &[
            ("attributes", tables::attributes),
            ("events", tables::events),
            ("methods", tables::methods),
            ("parts", tables::part_names),
        ],
    ),
    ("npm/snippets/wordpress/sandbox-explorer.php", &[("attributes", class::attributes_of_posts)]),
    (
        "docs/reference.md",
        &[
            ("attributes", tables::attributes),
            ("other properties", tables::other_properties),
            ("read-only properties", tables::read_only),
            ("states", tables::states),
            ("keys", tables::keys),
            ("events", tables::events),
            ("methods", tables::methods),
            ("slots", tables::slots),
            ("properties", tables::properties),
            ("parts", tables::parts),
        ],
    ),
    ("index.html", &[("first", first::first)]),
    ("docs/zh/reference.md", &[("attributes", tables::attributes_in_chinese)]),
];

/// A text with a region replaced.
fn with_region(path: &str, text: &str, name: &str, printed: &str) -> String {
    let place = |mark: &str| text.find(mark).unwrap_or_else(|| panic!("{path} has no \"{mark}\""));
    let begin = place(&format!("generated: {name}; {COMMAND}"));
    let end = place(&format!("end of {name}"));
    let begin = begin + text[begin..].find('\n').unwrap_or_default() + 1;
    let end = text[..end].rfind('\n').unwrap_or_default() + 1;
    assert!(begin <= end, "{path}: {name} ends before it begins");
    [&text[..begin], printed, &text[end..]].concat()
}

#[test]
fn what_is_generated_is_up_to_date() {
    let mut stale = Vec::new();
    for (path, regions) in FILES {
        let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let before = fs::read_to_string(&whole).unwrap_or_default();
        let after = regions.iter().fold(before.clone(), |text, (name, print)| match *name {
            "" => print(),
            name => with_region(path, &text, name, &print()),
        });
        if after == before {
            continue;
        }
        if env::var_os("UPDATE").is_some() {
            fs::write(&whole, after).unwrap();
        } else {
            stale.push(format!("{path} is stale: {COMMAND}"));
        }
    }
    none(&stale);
}

/// `url-key` as `urlKey`.
fn camel_case(name: &str) -> String {
    let mut words = name.split('-');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
}

/// A clause as a sentence.
fn sentence(clause: &str) -> String {
    let mut rest = clause.trim().chars();
    let first = rest.next().unwrap_or_default();
    let end = if clause.ends_with(['.', '”']) { "" } else { "." };
    format!("{}{}{end}", first.to_uppercase(), rest.as_str())
}

/// The default of an attribute if it is a value: what is in backticks.
fn value(default: &str) -> Option<&str> {
    default.strip_prefix('`')?.strip_suffix('`').filter(|value| !value.contains('`'))
}

/// The default of the property, in JavaScript; texts between these quotes.
fn js_default(attribute: &Attribute, quote: char) -> String {
    match attribute.kind {
        Kind::Flag => "false".to_owned(),
        Kind::Number => value(attribute.default).expect("a number has a default").to_owned(),
        _ => format!("{quote}{}{quote}", value(attribute.default).unwrap_or_default()),
    }
}

/// The type of the property, in TypeScript.
fn js_type(attribute: &Attribute) -> String {
    match attribute.kind {
        Kind::Language | Kind::Text | Kind::Address => "string".to_owned(),
        Kind::Choice => attribute.allowed.split(", ").map(|value| format!("'{value}'")).collect::<Vec<_>>().join(" | "),
        Kind::Number => "number".to_owned(),
        Kind::Flag => "boolean".to_owned(),
    }
}

/// The meaning in a sentence, with the default if it is described in words.
fn described(attribute: &Attribute) -> String {
    let meaning = sentence(attribute.en);
    match attribute.kind {
        Kind::Flag => meaning,
        _ if value(attribute.default).is_some() => meaning,
        _ => format!("{meaning} Default: {}.", attribute.default),
    }
}
