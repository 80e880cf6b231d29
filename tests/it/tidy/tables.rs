//! Lists of the same thing in several places agree: attributes, query keys, versions. And no file names a registry's host.

use std::collections::BTreeSet;
use std::path::Path;

use catalog::files;
use sandbox_explorer::data::VERSION;
use sandbox_explorer::facet::FACETS;
use sandbox_explorer::filter::Sort;
use sandbox_explorer::options::{DEFAULTS, OPTIONS};

use super::{files, none, read};

/// The loader's own attributes, which are never passed to Rust.
const OF_THE_LOADER: [&str; 2] = ["loading", "base"];

/// Every attribute of the element.
fn attributes() -> BTreeSet<String> {
    OPTIONS.iter().map(|row| row.name).chain(OF_THE_LOADER).map(str::to_owned).collect()
}

/// The rows of the table under a heading, as cells.
#[track_caller]
fn table(path: &str, heading: &str) -> Vec<Vec<String>> {
    let text = read(path);
    let (_, section) = text.split_once(&format!("# {heading}\n")).unwrap_or_else(|| panic!("{path} has no {heading}"));
    let section = section.split("\n#").next().unwrap_or_default();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.map(|line| line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect()).collect()
}

fn camel_case(name: &str) -> String {
    let mut words = name.split('-');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
}

/// The default of an option, as the documentation must say it.
fn default_of(name: &str) -> &'static str {
    DEFAULTS.iter().find(|row| row.0 == name).unwrap_or_else(|| panic!("no default of {name}")).1
}

#[test]
fn every_option_has_its_default_in_words() {
    assert_eq!(DEFAULTS.map(|row| row.0), OPTIONS.each_ref().map(|row| row.name));
}

#[test]
fn the_documents_list_the_attributes_with_their_defaults() {
    for (path, heading) in
        [("docs/reference.md", "Attributes"), ("docs/zh/reference.md", "属性"), ("npm/README.md", "Attributes")]
    {
        let rows = table(path, heading);
        let names: BTreeSet<String> = rows.iter().map(|row| row[0].trim_matches('`').to_owned()).collect();
        assert_eq!(names, attributes(), "{path}");
        assert_eq!(rows.len(), names.len(), "{path} lists one twice");
        for row in &rows {
            assert_eq!(row.len(), 3, "{path}: {row:?}");
            let Some(option) = OPTIONS.iter().find(|option| row[0] == format!("`{}`", option.name)) else { continue };
            // A default that is a value is in backticks; others are described in words.
            if row[2].starts_with('`') {
                assert_eq!(row[2].trim_matches('`'), default_of(option.name), "{path}: {}", option.name);
            }
            for value in option.allowed.split(", ").filter(|_| ["theme", "view", "layout"].contains(&option.name)) {
                assert!(row[1].contains(&format!("`{value}`")), "{path}: {} lacks {value}", option.name);
            }
        }
    }
}

#[test]
fn schema_and_tables_are_those_of_the_declared_records() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let stale = |(path, text): &(&str, String)| {
        (read(path) != *text).then(|| format!("{path} is stale; `{}` writes it", files::COMMAND))
    };
    none(&files::documents(root).unwrap().iter().filter_map(stale).collect::<Vec<_>>());
}

#[test]
fn the_reference_lists_the_query_keys() {
    let keys: BTreeSet<&str> = FACETS.iter().map(|facet| facet.key).chain(["q", "project", "sort", "view"]).collect();
    let rows = table("docs/reference.md", "Query strings");
    let names: BTreeSet<&str> = rows.iter().map(|row| row[0].trim_matches('`')).collect();
    assert_eq!(names, keys);
    // The values of the facets with few values.
    let catalog = sandbox_explorer::data::bundled();
    let values = |key: &str| -> BTreeSet<&str> {
        let row = rows.iter().find(|row| row[0] == format!("`{key}`")).unwrap();
        row[1].split('`').skip(1).step_by(2).collect()
    };
    assert_eq!(values("region"), catalog.regions.iter().map(|region| region.slug).collect());
    assert_eq!(values("part"), catalog.parts.iter().map(|part| part.slug).collect());
    let sorts = rows.iter().find(|row| row[0] == "`sort`").unwrap();
    for sort in Sort::ALL {
        assert!(sorts[1].contains(&format!("`{}`", sort.slug())), "sort lacks {}", sort.slug());
    }
}

#[test]
fn the_class_has_every_attribute_with_its_default() {
    let text = read("npm/class.js");
    let (_, rest) = text.split_once("const ATTRIBUTES = {\n").unwrap();
    let (body, _) = rest.split_once("\n};").unwrap();
    let rows: Vec<(&str, &str)> =
        body.lines().filter_map(|line| line.trim().trim_end_matches(',').split_once(": ")).collect();
    let mut names: BTreeSet<String> = rows.iter().map(|row| row.0.trim_matches('\'').to_owned()).collect();
    // HTMLElement already has it.
    names.insert("lang".into());
    assert_eq!(names, attributes());
    for (name, default) in rows {
        let Some(option) = OPTIONS.iter().find(|option| option.name == name.trim_matches('\'')) else { continue };
        let expected = match default.trim_matches('\'') {
            "false" => "absent",
            // A default described in words is the empty text.
            "" => default_of(option.name),
            default => default,
        };
        assert_eq!(default_of(option.name), expected, "{name}");
    }
}

#[test]
fn types_and_manifest_have_every_attribute() {
    let types = read("npm/element.d.ts");
    for name in attributes() {
        assert!(
            types.contains(&format!("\n  {}: ", camel_case(&name))),
            "npm/element.d.ts lacks {}",
            camel_case(&name)
        );
        // The types for JSX and templates are derived from this list.
        assert!(types.contains(&format!("  | '{}'", camel_case(&name))), "SandboxExplorerProperties lacks {name}");
    }
    let manifest: serde_json::Value = serde_json::from_str(&read("npm/custom-elements.json")).unwrap();
    let listed = manifest.pointer("/modules/0/declarations/0/attributes").unwrap().as_array().unwrap();
    let listed: BTreeSet<String> = listed.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(listed, attributes());
}

#[test]
fn the_changelog_knows_the_version() {
    let text = read("CHANGELOG.md");
    let headings: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    assert_eq!(headings[0], "Unreleased");
    let version = |heading: &&str| heading.split(' ').next() == Some(VERSION);
    assert_eq!(headings.iter().position(version), Some(1), "{VERSION} is not the newest of {headings:?}");
}

#[test]
fn no_lock_file_names_a_registry_host() {
    let index = "registry+https://github.com/rust-lang/crates.io-index";
    let mut wrong = Vec::new();
    for (n, line) in read("Cargo.lock").lines().enumerate() {
        if line.contains("://") && line != format!("source = \"{index}\"") {
            wrong.push(format!("Cargo.lock:{}: {line}", n + 1));
        }
    }
    let lock = read("xtask/node/package-lock.json");
    for (n, line) in lock.lines().enumerate() {
        if line.contains("\"resolved\"") {
            wrong.push(format!("xtask/node/package-lock.json:{}: {}", n + 1, line.trim()));
        }
    }
    assert!(read("xtask/node/.npmrc").contains("omit-lockfile-registry-resolved=true"));
    none(&wrong);
}

#[test]
fn no_other_file_names_a_registry_host() {
    let mut wrong = Vec::new();
    let mut all = vec![(".cargo/config.toml".to_owned(), read(".cargo/config.toml"))];
    all.push(("xtask/node/.npmrc".to_owned(), read("xtask/node/.npmrc")));
    for directory in ["src", "crates", "tests/it", "tests/browser", "xtask/src"] {
        all.extend(files(directory, "rs"));
    }
    for (path, text) in all {
        // Concatenated, so that this file does not name them itself.
        for name in [["regis", "try="].concat(), ["source.", "crates-io"].concat(), ["replace", "-with"].concat()] {
            if text.contains(&name) {
                wrong.push(format!("{path}: {name}"));
            }
        }
    }
    none(&wrong);
}
