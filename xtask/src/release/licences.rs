//! The licences of what is compiled in, as one text: a list of the packages, then each licence text once with the packages to which it
//! applies. Where a package offers a choice, Apache-2.0 is taken, which is ours as well; else the texts come from its source.

use super::compiled::{Id, Package, Packages};
use anyhow::{Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The name of the file.
pub(crate) const FILE: &str = "THIRD-PARTY-LICENSES.txt";

/// Where a package has no file with it.
const MIT: &str = include_str!("mit.txt");

/// The words by which names of files with licences begin.
const NAMES: [&str; 5] = ["licence", "license", "copying", "copyright", "notice"];

/// The text, for packages that are not our own.
pub(crate) fn text(packages: &Packages, apache: &str, version: &str) -> Result<String> {
    let mut out = format!(
        "Third-party software in Sandbox Explorer {version}\n\n\
         The programs of the element (*.wasm and what sandbox-explorer.inline.js contains of them) and of the page contain code of these\n\
         Rust packages. Package, version, licence, and where it is from:\n\n"
    );
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (id, package) in packages.iter().filter(|(id, _)| !is_own(id)) {
        let (name, number) = id;
        let from = package.repository.as_deref().unwrap_or("-");
        writeln!(out, "{name} {number}  {}  {from}", package.licence)?;
        for text in of(id, package, apache)? {
            texts.entry(text).or_default().insert(format!("{name} {number}"));
        }
    }
    for (text, packages) in &texts {
        let packages: Vec<&str> = packages.iter().map(String::as_str).collect();
        write!(out, "\n{}\n{}\n\n{text}\n", "=".repeat(100), wrapped(&packages))?;
    }
    Ok(out)
}

pub(crate) fn is_own(id: &Id) -> bool {
    // The stub in place of wasm-streams is ours as well.
    id.0.starts_with("sandbox-explorer") || id.0 == "wasm-streams"
}

/// The texts that apply to a package.
fn of(id: &Id, package: &Package, apache: &str) -> Result<Vec<String>> {
    let files = files(&package.directory)?;
    let is_notice = |path: &PathBuf| name(path).starts_with("notice");
    let read = |path: &PathBuf| Ok(tidied(&fs::read_to_string(path)?));
    let notices = files.iter().filter(|path| is_notice(path)).map(read).collect::<Result<Vec<_>>>()?;
    if is_offered(&package.licence, "Apache-2.0") {
        return Ok([vec![tidied(apache)], notices].concat());
    }
    let found = files.iter().filter(|path| !is_notice(path)).map(read).collect::<Result<Vec<_>>>()?;
    if found.is_empty() {
        ensure!(
            is_offered(&package.licence, "MIT"),
            "{} {} has no file with the text of its licence, {}",
            id.0,
            id.1,
            package.licence
        );
        let holders =
            if package.authors.is_empty() { format!("the authors of {}", id.0) } else { package.authors.join(", ") };
        return Ok(vec![tidied(&MIT.replace("<holders>", &holders))]);
    }
    Ok([found, notices].concat())
}

/// Whether one may choose this licence alone.
fn is_offered(expression: &str, licence: &str) -> bool {
    !expression.contains(" AND ") && expression.split(" OR ").any(|one| one.trim_matches(['(', ')', ' ']) == licence)
}

/// The files with licences in a directory, or else in the next one above it that has some: packages of Rust itself lie in those of their
/// project.
fn files(directory: &Path) -> Result<Vec<PathBuf>> {
    let is_rust = directory.components().any(|part| part.as_os_str() == "rustlib");
    for directory in directory.ancestors().take(if is_rust { 2 } else { 1 }) {
        let entries = fs::read_dir(directory)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        let is_one = |path: &PathBuf| path.is_file() && NAMES.iter().any(|word| name(path).starts_with(word));
        let mut found: Vec<PathBuf> = entries.into_iter().filter(is_one).collect();
        if !found.is_empty() {
            found.sort();
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().to_lowercase()
}

/// Without what differs between copies of the same text.
fn tidied(text: &str) -> String {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned() + "\n"
}

/// Names, separated by commas, in lines of at most 100 characters.
fn wrapped(names: &[&str]) -> String {
    let mut lines = vec![String::new()];
    for (n, name) in names.iter().enumerate() {
        let end = if n + 1 < names.len() { "," } else { "" };
        let is_full = lines.last().is_some_and(|line| !line.is_empty() && line.len() + name.len() + 2 > 100);
        if is_full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            *line += &format!("{}{name}{end}", if line.is_empty() { "" } else { " " });
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_offered_if_it_suffices_alone() {
        assert!(is_offered("MIT OR Apache-2.0", "Apache-2.0") && is_offered("MIT", "MIT"));
        assert!(!is_offered("MIT", "Apache-2.0") && !is_offered("Apache-2.0 WITH LLVM-exception", "Apache-2.0"));
        assert!(!is_offered("(MIT OR Apache-2.0) AND Unicode-3.0", "Apache-2.0"));
    }

    #[test]
    fn a_package_without_a_text_is_an_error_unless_its_licence_is_mit() {
        let directory = std::env::temp_dir().join(format!("licences-{}", std::process::id()));
        fs::create_dir_all(&directory).unwrap();
        let package = |licence: &str| Package {
            licence: licence.to_owned(),
            authors: vec!["Ann".to_owned()],
            repository: None,
            directory: directory.clone(),
            checksum: None,
            needs: BTreeSet::new(),
        };
        let id = ("a".to_owned(), "1.0.0".to_owned());
        assert!(of(&id, &package("MIT"), "").unwrap()[0].contains("Copyright (c) Ann"));
        let error = of(&id, &package("Zlib"), "").unwrap_err().to_string();
        assert_eq!(error, "a 1.0.0 has no file with the text of its licence, Zlib");
        fs::write(directory.join("LICENSE.md"), "Zlib text  \r\n\n").unwrap();
        assert_eq!(of(&id, &package("Zlib"), "").unwrap(), ["Zlib text\n"]);
        fs::remove_dir_all(directory).unwrap();
    }
}
