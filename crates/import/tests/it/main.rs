//! Imports the lists of `tests/data`, and small ones of their kinds.

mod awesome;
mod damage;
mod decode;
mod guess;
mod json;
mod landscape;
mod landscapes;
mod lists;
mod progress;
mod sheet;
mod shown;

use std::fs;
use std::path::Path;

use sandbox_explorer_import::{Imported, Options, Project, import};

/// A file of `tests/data`.
#[track_caller]
fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A text that is read.
#[track_caller]
fn read(text: &str) -> Imported {
    import(text, &Options::default()).unwrap_or_else(|refused| panic!("{refused}"))
}

/// What is told, a line each.
fn told(imported: &Imported) -> Vec<String> {
    imported.skipped.iter().map(ToString::to_string).collect()
}

/// What was left out, as `3 key branch`.
fn left_out(imported: &Imported) -> Vec<String> {
    imported.left_out.iter().map(|it| format!("{} {}", it.count, it.what)).collect()
}

/// Checks the projects of a text, each as the JSON that is printed without its braces.
#[track_caller]
fn check(text: &str, expected: &[&str]) -> Imported {
    let imported = read(text);
    let lines: Vec<String> = imported.catalog.projects.iter().map(line).collect();
    assert_eq!(lines, expected, "{:?}", told(&imported));
    imported
}

/// A project as a line: name, then its keys without the id.
fn line(project: &Project) -> String {
    let json = serde_json::to_value(project).unwrap();
    let entries = json.as_object().unwrap().iter().filter(|(key, _)| !["id", "name"].contains(&key.as_str()));
    let entries = entries.map(|(key, value)| match value.as_str() {
        Some(text) => format!(" | {key}: {text}"),
        None => format!(" | {key}: {value}"),
    });
    project.name.clone() + &entries.collect::<String>()
}

#[track_caller]
fn refused(text: &str, options: &Options) -> String {
    import(text, options).expect_err("it is refused").0
}
