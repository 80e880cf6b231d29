//! The archives for people without Node or Rust: the files to copy, with a page that shows them from the disk; and the standalone page.

use super::archive::{Files, directory};
use super::licences;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// What the zip contains: `npm/download` with version and hash filled in, the files of the element in one directory to copy, snippets for
/// blog systems, the schema of a catalog, and licences.
pub(crate) fn element(version: &str, integrity: &str, changelog: String) -> Result<Files> {
    let mut files = Files::new();
    for (path, bytes) in directory(Path::new("npm/download"), "")? {
        let text = String::from_utf8(bytes).with_context(|| format!("npm/download/{path}"))?;
        files.insert(path, text.replace("{version}", version).replace("{integrity}", integrity).into_bytes());
    }
    files.extend(directory(Path::new("dist/embed"), "sandbox-explorer/")?);
    files.extend(directory(Path::new("npm/snippets"), "snippets/")?);
    add(&mut files, "catalog.schema.json", "dist/catalog.schema.json")?;
    files.insert("CHANGELOG.md".to_owned(), changelog.into_bytes());
    with_licences(files)
}

/// The standalone page, to be put on any server, in a directory of any name.
pub(crate) fn page() -> Result<Files> {
    with_licences(directory(Path::new("dist/page"), "")?)
}

fn with_licences(mut files: Files) -> Result<Files> {
    add(&mut files, "LICENSE", "LICENSE")?;
    add(&mut files, licences::FILE, &format!("dist/{}", licences::FILE))?;
    Ok(files)
}

fn add(files: &mut Files, name: &str, from: &str) -> Result<()> {
    files.insert(name.to_owned(), fs::read(from).with_context(|| from.to_owned())?);
    Ok(())
}
