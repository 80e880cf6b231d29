//! Checks the structure of the project: which modules may depend on which, where texts, colours and names may be, and
//! that lists of the same thing agree.

mod documents;
mod knowledge;
mod promises;
mod release;
mod style;
mod suites;
mod tables;
mod terms;
mod tried;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

/// The text of a file of the project.
#[track_caller]
pub(crate) fn read(path: &str) -> String {
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&whole).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file with this ending under a directory, as its path in the project and its text, sorted.
pub(crate) fn files(directory: &str, ending: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut directories = vec![root.join(directory)];
    let mut found: Vec<PathBuf> = Vec::new();
    while let Some(directory) = directories.pop() {
        for entry in fs::read_dir(&directory).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => directories.push(path),
                false if path.extension().is_some_and(|known| known == ending) => found.push(path),
                false => {}
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no .{ending} under {directory}");
    let relative = |path: &Path| path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
    found.iter().map(|path| (relative(path), fs::read_to_string(path).unwrap())).collect()
}

/// Rust without its comments, line by line. A `//` in a string also ends the line; addresses do not count as code.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(n, line)| (n + 1, line.split("//").next().unwrap_or_default()));
    lines.filter(|(_, line)| !line.trim().is_empty())
}

/// Panics with every broken promise at once.
#[track_caller]
pub(crate) fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
