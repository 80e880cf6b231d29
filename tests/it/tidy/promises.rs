//! Promises of the documents and types: every part and every cause of a failure in each of them, and the files to copy.

use std::collections::BTreeSet;

use sandbox_explorer::i18n::LANGUAGES;

use super::{files, read};

fn owned<'a>(names: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    names.into_iter().map(str::to_owned).collect()
}

/// The pieces of a text between two others.
fn all_between<'a>(text: &'a str, before: &str, after: &str) -> BTreeSet<&'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

/// The piece of a file from one text to the next other one.
#[track_caller]
fn section(path: &str, before: &str, after: &str) -> String {
    let text = read(path);
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("{path} has no {before:?}"));
    rest.split(after).next().unwrap_or_default().to_owned()
}

/// The words in backticks.
fn code_words(text: &str) -> BTreeSet<String> {
    owned(text.split('`').skip(1).step_by(2))
}

/// Every part: those of the views, and those of the element's class.
fn parts() -> BTreeSet<String> {
    let views: String = files("src/view", "rs").into_iter().map(|file| file.1).collect();
    let mut scripts = read("npm/class.js");
    scripts += &read("npm/core.js");
    let mut parts = owned(all_between(&views, "\"part\", \"", "\""));
    parts.extend(owned(all_between(&scripts, ".part = '", "'")));
    assert!(parts.len() > 25 && parts.contains("root") && parts.contains("error"), "{parts:?}");
    parts
}

/// Every cause of `sandbox-explorer-error`: those of the class, and that of the program.
fn causes() -> BTreeSet<String> {
    let reasons = section("npm/class.js", "const REASONS = {\n", "\n};");
    let mut causes = owned(reasons.lines().filter_map(|line| line.trim().split(':').next()));
    let element = read("src/element.rs");
    let of_program = all_between(&element, "(\"cause\", \"", "\"");
    assert!(!of_program.is_empty());
    causes.extend(owned(of_program));
    assert!(causes.len() >= 8 && causes.contains("corrupt"), "{causes:?}");
    causes
}

/// The declaration of the element in its manifest.
fn manifest(list: &str) -> Vec<serde_json::Value> {
    let manifest: serde_json::Value = serde_json::from_str(&read("npm/custom-elements.json")).unwrap();
    let list = manifest.pointer(&format!("/modules/0/declarations/0/{list}")).unwrap();
    list.as_array().unwrap().clone()
}

#[test]
fn every_part_is_in_manifest_and_npm_readme() {
    let listed: BTreeSet<String> =
        manifest("cssParts").iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(listed, parts(), "npm/custom-elements.json");
    assert_eq!(manifest("cssParts").len(), listed.len(), "npm/custom-elements.json lists one twice");
    assert_eq!(code_words(&section("npm/README.md", "Parts: ", "\n\n")), parts(), "npm/README.md");
}

#[test]
fn every_cause_is_in_types_manifest_and_documents() {
    let types = section("npm/element.d.ts", "export type SandboxExplorerErrorCause =", ";");
    assert_eq!(owned(all_between(&types, "| '", "'")), causes(), "the type of npm/element.d.ts");
    let told = section("npm/element.d.ts", "Why the explorer did not start", "*/");
    assert_eq!(owned(all_between(&told, "* - `", "`")), causes(), "the comment of npm/element.d.ts");
    let errors = |rows: Vec<serde_json::Value>| rows.into_iter().find(|row| row["name"] == "sandbox-explorer-error");
    let description = errors(manifest("events")).unwrap()["description"].as_str().unwrap().to_owned();
    let listed = description.split("cause is ").nth(1).and_then(|rest| rest.split('.').next()).unwrap_or_default();
    assert_eq!(
        owned(listed.split([',', ' ']).filter(|word| !matches!(*word, "" | "or"))),
        causes(),
        "custom-elements.json"
    );
    for (path, before) in [("docs/reference.md", "`cause`: "), ("npm/README.md", "`cause` is ")] {
        let rest = section(path, before, "\n").split(['.', '|']).next().unwrap_or_default().to_owned();
        assert_eq!(code_words(&rest), causes(), "{path}");
    }
}

/// A page that copies fewer files than the loader requests gets details without features, or nothing.
#[test]
fn whoever_says_which_files_to_copy_names_all_that_are_asked_for() {
    let build = read("npm/build.mjs");
    let name = |constant: &str| {
        let all = all_between(&build, &format!("const {constant} = '"), "'");
        (*all.first().unwrap_or_else(|| panic!("no {constant} in npm/build.mjs"))).to_owned()
    };
    let names = ["LOADER", "CORE", "PROGRAM", "CHUNK", "FEATURES"].map(name);
    let words = read("src/bin/page/words.rs");
    let leads: Vec<&str> = words.split("put_lead: \"").skip(1).filter_map(|rest| rest.split("\",").next()).collect();
    assert_eq!(leads.len(), LANGUAGES.len());
    let mut places = leads.iter().map(|lead| ("src/bin/page/words.rs", (*lead).to_owned())).collect::<Vec<_>>();
    places.push(("README.md", section("README.md", "## Put it in a page", "```")));
    places.push(("README.zh.md", section("README.zh.md", "## 嵌入网页", "```")));
    places.push(("docs/hosting.md", section("docs/hosting.md", "## Files", "\n## ")));
    for (path, text) in places {
        for name in &names {
            assert!(text.contains(name), "{path} does not name {name}: {text}");
        }
        for count in ["three files", "two files", "三个文件", "两个文件"] {
            assert!(!text.contains(count), "{path}: {count}");
        }
    }
    for path in ["docs/reference.md", "docs/zh/reference.md", "npm/README.md"] {
        let row = section(path, "| `base` |", "\n");
        assert!(!row.contains("two") && !row.contains('两'), "{path}: {row}");
    }
}

/// The table of messages for readers names every cause.
#[test]
fn every_cause_is_in_the_table_of_failures() {
    let rows = section("docs/hosting.md", "| what is wrong |", "\n\n");
    let cells = rows.lines().filter_map(|row| row.split(" | ").nth(1));
    let told: BTreeSet<String> = cells.flat_map(code_words).collect();
    // The causes that concern external catalogs are in the paragraph below.
    let mut expected = causes();
    expected.remove("catalog");
    expected.remove("file");
    assert_eq!(told, expected);
}

#[test]
fn the_reference_lists_the_events_and_methods() {
    let first_words = |heading: &str| -> BTreeSet<String> {
        let rows = section("docs/reference.md", &format!("## {heading}\n"), "\n## ");
        let rows = rows.lines().filter_map(|line| line.strip_prefix("| `"));
        rows.filter_map(|row| row.split(['`', '(']).next()).map(str::to_owned).collect()
    };
    let names = |rows: Vec<serde_json::Value>| -> BTreeSet<String> {
        rows.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(first_words("Events"), names(manifest("events")));
    let methods = manifest("members").into_iter().filter(|row| row["kind"] == "method").collect();
    assert_eq!(first_words("Methods"), names(methods));
}

/// Roles and names are promises: the tests of other projects rely on them.
#[test]
fn the_names_of_roles_are_those_of_the_interface() {
    let messages = read("src/i18n/en.rs");
    let rows = section("docs/reference.md", "## Roles\n", "\n## ");
    let rows: Vec<&str> = rows.lines().filter(|line| line.starts_with("| `")).collect();
    assert!(rows.len() > 10);
    let names = [
        "CNCF Sandbox projects",
        "Search projects",
        "Categories",
        "Filters",
        "Language",
        "Licence",
        "Sort",
        "Active filters",
        "Clear all",
        "View",
        "Share",
        "Compare",
        "Table of projects",
    ];
    for name in names {
        assert!(rows.iter().any(|row| row.contains(name)), "docs/reference.md lacks the role called {name}");
        assert!(messages.contains(&format!("\"{name}\"")), "src/i18n/en.rs has no {name}");
    }
}

/// The values of `cargo prerender --as`.
#[test]
fn every_form_of_prerender_is_listed() {
    let source = section("src/bin/prerender/main.rs", "const FORMS", "];\n");
    let forms = owned(all_between(&source, "(\"", "\""));
    assert!(forms.len() >= 7);
    let rows = section("docs/hosts.md", "| `--as` |", "\n\n");
    let listed = rows.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    assert_eq!(owned(listed), forms);
}

/// The hosts that `cargo xtask test-hosts` tests, and their snippets.
#[test]
fn every_host_is_listed() {
    let source = read("xtask/src/hosts/table.rs");
    let hosts = all_between(&source, "name: \"", "\"");
    assert!(hosts.len() > 12, "{hosts:?}");
    let rows = section("docs/hosts.md", "| host |", "\n\n").to_lowercase();
    for host in hosts {
        assert!(rows.contains(&format!("\n| {host}")), "docs/hosts.md lacks {host}");
    }
}

#[test]
fn the_examples_are_built_with_the_versions_of_the_project() {
    // The tool wasm-bindgen is installed in the version of Cargo.lock, and works with no other.
    let version = |lock: &str, name: &str| {
        let text = read(lock);
        let (_, rest) = text.split_once(&format!("\nname = \"{name}\"\nversion = \"")).expect("it is locked");
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    for name in ["wasm-bindgen", "leptos", "web-sys"] {
        assert_eq!(version("examples/Cargo.lock", name), version("Cargo.lock", name), "{name}");
    }
}
