//! The Rust packages that are compiled into what ships: those of the element and its page, and those of the standard library, which a
//! release builds from source. Macros and build scripts run at build time and are not inside.

use crate::command::{command, read};
use crate::{project, tools};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const TARGET: &str = "--target wasm32-unknown-unknown --edges normal,no-proc-macro --prefix depth --format |{p}";

/// Name and version.
pub(crate) type Id = (String, String);

pub(crate) struct Package {
    /// An SPDX expression.
    pub(crate) licence: String,
    pub(crate) authors: Vec<String>,
    pub(crate) repository: Option<String>,
    /// Its source.
    pub(crate) directory: PathBuf,
    /// SHA-256 of the archive in the registry; packages of this project and of Rust itself have none.
    pub(crate) checksum: Option<String>,
    /// The packages that it needs directly.
    pub(crate) needs: BTreeSet<Id>,
}

pub(crate) type Packages = BTreeMap<Id, Package>;

/// All of them, by name and version.
pub(crate) fn packages() -> Result<Packages> {
    let features = "--features programs --package sandbox-explorer";
    let mut all = workspace(Path::new("Cargo.toml"), features, "--features programs")?;
    if let Some(library) = tools::library_source()? {
        all.extend(workspace(&library.join("std/Cargo.toml"), "--package std", "")?);
    }
    Ok(all)
}

/// What a package of a workspace consists of.
fn workspace(manifest: &Path, of: &str, features: &str) -> Result<Packages> {
    // The standard library's manifests have unstable keys.
    let cargo = |words: &str| read(command(words).arg("--manifest-path").arg(manifest).env("RUSTC_BOOTSTRAP", "1"));
    let edges = tree(&cargo(&format!("cargo tree --locked {TARGET} {of}"))?);
    let metadata = "cargo metadata --format-version 1 --locked --filter-platform wasm32-unknown-unknown";
    let metadata: Value = serde_json::from_str(&cargo(&format!("{metadata} {features}"))?)?;
    let root = metadata["workspace_root"].as_str().context("no workspace")?;
    let checksums = checksums(&fs::read_to_string(Path::new(root).join("Cargo.lock"))?);
    let listed = metadata["packages"].as_array().context("no packages")?;
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let mut all = Packages::new();
    for (id, needs) in edges {
        let of_id = |package: &&Value| package["name"] == *id.0 && package["version"] == *id.1;
        let package = listed.iter().find(of_id).with_context(|| format!("cargo metadata has no {} {}", id.0, id.1))?;
        let licence = text(&package["license"]).with_context(|| format!("{} {} names no licence", id.0, id.1))?;
        let authors = package["authors"].as_array().into_iter().flatten().filter_map(text).collect();
        let manifest = package["manifest_path"].as_str().context("no manifest")?;
        let package = Package {
            // The old way to say it.
            licence: licence.replace('/', " OR "),
            authors,
            repository: text(&package["repository"]),
            directory: Path::new(manifest).parent().unwrap_or(project::root()).to_path_buf(),
            checksum: checksums.get(&id).cloned(),
            needs,
        };
        all.insert(id, package);
    }
    Ok(all)
}

/// Each package of a `cargo tree --prefix depth`, with what it needs. A package that was printed before is not expanded again.
fn tree(printed: &str) -> BTreeMap<Id, BTreeSet<Id>> {
    let mut all: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
    let mut above: Vec<Id> = Vec::new();
    for line in printed.lines() {
        let Some((depth, package)) = line.split_once('|') else { continue };
        let mut words = package.split_whitespace();
        let (Ok(depth), Some(name), Some(version)) = (depth.parse::<usize>(), words.next(), words.next()) else {
            continue;
        };
        let id = (name.to_owned(), version.trim_start_matches('v').to_owned());
        above.truncate(depth);
        if let Some(parent) = above.last() {
            all.entry(parent.clone()).or_default().insert(id.clone());
        }
        all.entry(id.clone()).or_default();
        above.push(id);
    }
    all
}

/// The checksums of a `Cargo.lock`.
fn checksums(lock: &str) -> BTreeMap<Id, String> {
    let value = |package: &str, key: &str| {
        let (_, rest) = package.split_once(&format!("{key} = \""))?;
        Some(rest.split('"').next()?.to_owned())
    };
    let packages = lock.split("[[package]]").skip(1);
    packages
        .filter_map(|it| Some(((value(it, "\nname")?, value(it, "\nversion")?), value(it, "\nchecksum")?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str, version: &str) -> Id {
        (name.to_owned(), version.to_owned())
    }

    #[test]
    fn a_tree_becomes_edges() {
        let all = tree("0|ours v1.0.0 (/work)\n1|a v2.0.0\n2|b v3.0.0\n1|b v3.0.0 (*)\n");
        assert_eq!(all.len(), 3);
        assert_eq!(all[&id("ours", "1.0.0")], [id("a", "2.0.0"), id("b", "3.0.0")].into());
        assert_eq!(all[&id("a", "2.0.0")], [id("b", "3.0.0")].into());
        assert!(all[&id("b", "3.0.0")].is_empty());
    }

    #[test]
    fn checksums_are_those_of_the_lock_file() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nsource = \"x\"\nchecksum = \"ab\"\n\n[[package]]\nname = \"ours\"\nversion = \"0.1.0\"\n";
        assert_eq!(checksums(lock), [(id("a", "1.0.0"), "ab".to_owned())].into());
    }
}
