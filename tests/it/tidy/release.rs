//! What a release promises: complete descriptions of its packages, one version everywhere, a guide for those who update, and the same pinned
//! loader in every document.

use std::collections::BTreeSet;
use std::path::Path;

use sandbox_explorer::data::{VERSION, bundled};

use super::{none, read};

/// The crates that are published, by their directories.
const CRATES: [&str; 5] = [".", "crates/catalog", "crates/import", "crates/kit", "crates/cli"];

/// `0.2` of `0.2.1`.
fn minor(version: &str) -> &str {
    version.rsplit_once('.').map_or(version, |(minor, _)| minor)
}

#[test]
fn every_published_crate_is_described() {
    let mut wrong = Vec::new();
    for directory in CRATES {
        let manifest = read(&format!("{directory}/Cargo.toml"));
        let has = |line: &str| manifest.lines().any(|it| it.starts_with(line));
        let shared = ["version", "edition", "rust-version", "license", "authors", "repository", "homepage"];
        let lines = shared.map(|key| format!("{key}.workspace = true"));
        for line in lines.iter().map(String::as_str).chain(["description = ", "keywords = [", "categories = ["]) {
            if !has(line) {
                wrong.push(format!("{directory}/Cargo.toml has no line `{line}`"));
            }
        }
        // Without a slash, `README.md` is that of every package below as well.
        let include = manifest.lines().find_map(|line| line.strip_prefix("include = [")?.strip_suffix(']'));
        for pattern in include.unwrap_or("none").split(", ") {
            if !pattern.starts_with("\"/") {
                wrong.push(format!("{directory}/Cargo.toml: include: {pattern} does not begin with /"));
            }
        }
        for file in ["README.md", "LICENSE"] {
            if !Path::new(env!("CARGO_MANIFEST_DIR")).join(directory).join(file).is_file() {
                wrong.push(format!("{directory} has no {file}"));
            }
        }
    }
    none(&wrong);
}

/// The release notes are cut out of the changelog, and data from after the day of the release would be wrong.
#[test]
fn the_release_is_not_older_than_its_data() {
    let changelog = read("CHANGELOG.md");
    let heading = format!("\n## {VERSION} – ");
    let (_, rest) = changelog.split_once(&heading).unwrap_or_else(|| panic!("CHANGELOG.md: no day of {VERSION}"));
    let day = rest.lines().next().unwrap_or_default();
    let as_of = bundled().as_of.to_string();
    assert!(*day >= *as_of && day.len() == as_of.len(), "{VERSION} is of {day}, its data of {as_of}");
}

#[test]
fn those_who_update_find_what_to_change() {
    let changelog = read("CHANGELOG.md");
    let versions = changelog.lines().filter_map(|line| line.strip_prefix("## ")?.split(' ').next());
    let versions: Vec<&str> = versions.filter(|version| *version != "Unreleased").collect();
    assert!(versions.len() > 1, "{versions:?}");
    let guide = read("docs/upgrade.md");
    for pair in versions.windows(2).filter(|pair| minor(pair[0]) != minor(pair[1])) {
        let heading = format!("\n## From {} to {}\n", minor(pair[1]), minor(pair[0]));
        assert!(guide.contains(&heading), "docs/upgrade.md has no `{}`", heading.trim());
    }
}

/// `cargo xtask release` compares the hash with the loader that was built, and writes both.
#[test]
fn every_document_loads_the_same_version_from_a_cdn() {
    let mut seen = BTreeSet::new();
    for path in ["README.md", "README.zh.md", "npm/README.md"] {
        let text = read(path);
        let mut tags = text.split("<script type=\"module\" src=\"https://").skip(1);
        let tag =
            tags.next().and_then(|rest| rest.split("></script>").next()).unwrap_or_else(|| panic!("{path}: no tag"));
        let (_, address) = tag.split_once("/npm/sandbox-explorer@").unwrap_or_else(|| panic!("{path}: {tag}"));
        let (version, rest) = address.split_once("/sandbox-explorer.js\"").unwrap_or_else(|| panic!("{path}: {tag}"));
        let hash = rest.split("integrity=\"sha384-").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        let is_base64 = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/');
        assert!(hash.len() == 64 && hash.chars().all(is_base64), "{path}: {tag}");
        // Without it, browsers check no hash of another origin's file, and refuse it.
        assert!(tag.ends_with(" crossorigin"), "{path}: {tag}");
        assert_eq!(version, VERSION, "{path}");
        seen.insert(hash.to_owned());
    }
    assert_eq!(seen.len(), 1, "the documents pin different loaders: {seen:?}");
}
