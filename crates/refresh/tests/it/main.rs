//! Compares the project's own data with an excerpt of the landscape, unchanged and changed.

mod changed;
mod program;
mod same;
mod tidy;
mod toc;
mod written;

use std::fs;
use std::path::{Path, PathBuf};

use refresh::catalog::{self, Catalog, Files};
use refresh::compare::{self, Difference};
use refresh::{landscape, table};

/// A file next to these tests.
fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The project's `data/`.
fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")
}

fn files() -> Files {
    let mut files = Files::new();
    for below in ["", "projects/"] {
        for entry in fs::read_dir(data().join(below)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "toml") {
                let name = format!("{below}{}", path.file_name().unwrap().to_str().unwrap());
                files.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

fn read(files: &Files) -> Catalog {
    catalog::read(files).unwrap()
}

/// The excerpt of the landscape with texts replaced, each exactly once.
#[track_caller]
fn changed(changes: &[(&str, &str)]) -> String {
    let mut text = fixture("landscape.yml");
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from:?} in the excerpt");
        text = text.replacen(from, to, 1);
    }
    text
}

/// The entry of a project in the excerpt, from `- item:` to the next one.
#[track_caller]
fn entry(name: &str) -> String {
    let text = fixture("landscape.yml");
    let line = format!("            name: {name}\n");
    let at = text.find(&line).unwrap_or_else(|| panic!("{name} in the excerpt"));
    let begin = text[..at].rfind("          - item:\n").unwrap();
    // All lines of an item are indented more than its dash.
    let lines = text[at..].split_inclusive('\n').take_while(|line| line.starts_with("            "));
    let end = at + lines.map(str::len).sum::<usize>();
    text[begin..end].to_owned()
}

fn differences(files: &Files, landscape: &str) -> Vec<Difference> {
    compare::with_landscape(&read(files), &landscape::read(landscape).unwrap()).differences
}

/// Differences as `project.field: ours -> theirs`.
fn lines(differences: &[Difference]) -> Vec<String> {
    differences.iter().map(|it| format!("{}.{}: {} -> {}", it.project, it.field, it.ours, it.theirs)).collect()
}

#[track_caller]
fn none(differences: &[Difference]) {
    assert!(differences.is_empty(), "\n{}", table::table(differences));
}
