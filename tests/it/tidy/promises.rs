//! Promises of the documents: the contract (`src/contract.rs`) lists what the element does, and whoever says which files to copy names all.

use std::collections::BTreeSet;

use sandbox_explorer::contract::{EVENTS, Event, METHODS, PARTS, READ_ONLY, SLOTS, STATES, STATIC_METHODS};
use sandbox_explorer::i18n::CAUSES;

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

/// Every cause of `sandbox-explorer-error`.
fn causes() -> BTreeSet<String> {
    owned(CAUSES.iter().map(|cause| cause.0))
}

/// Types, manifest and documents list what the contract lists; see `tests/it/generated`.
#[test]
fn the_contract_lists_every_part() {
    assert_eq!(owned(PARTS.iter().map(|part| part.0)), parts(), "src/contract.rs");
    assert_eq!(PARTS.len(), parts().len(), "src/contract.rs lists one twice");
}

/// Every slot with a name is made by a view.
#[test]
fn the_contract_lists_every_slot() {
    let views: String = files("src/view", "rs").into_iter().map(|file| file.1).collect();
    let mut made = owned(all_between(&views, "slot(\"", "\""));
    made.extend(all_between(&views, "slot(&concat(&[\"", "\"").into_iter().map(|start| format!("{start}<id>")));
    assert_eq!(owned(SLOTS.iter().map(|slot| slot.0).filter(|name| !name.is_empty())), made);
}

/// Those of the class, of the loading of files, and of the program.
#[test]
fn the_contract_lists_every_cause_and_no_other() {
    let mut set = owned(all_between(&read("npm/details.js"), "cause: '", "'"));
    for path in ["npm/class.js", "npm/files.js"] {
        let chosen = section(path, "const cause = ", ";");
        let words = chosen.split('\'').skip(1).step_by(2);
        set.extend(owned(words.filter(|word| word.bytes().all(|b| b.is_ascii_lowercase()))));
    }
    assert_eq!(set, causes());
}

/// The boundary reports the events of the contract, of which JavaScript makes their data. `later` and `used` are for the loader only.
#[test]
fn the_contract_lists_the_events_and_their_data() {
    let details = read("npm/details.js");
    // The loader reports its own failures as the program does.
    assert!(
        read("npm/class.js")
            .contains("'sandbox-explorer-error', { bubbles: true, composed: true, detail: { message, cause } }")
    );
    let boundary = read("src/bin/embed/events.rs");
    let mut reported = owned(all_between(&boundary, ".emit(\"", "\""));
    let is_name = |name: &&str| !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase());
    for names in all_between(&boundary, "[\"?", "};") {
        reported.extend(owned(names.split('"').map(|name| name.trim_start_matches('?')).filter(is_name)));
    }
    for own in ["later", "used"] {
        assert!(reported.remove(own), "{own}");
    }
    assert_eq!(reported, owned(EVENTS.iter().map(|event| event.name)));
    for Event { name, detail, .. } in EVENTS {
        let (_, made) =
            details.split_once(&format!("\n  {name}")).unwrap_or_else(|| panic!("npm/details.js has no {name}"));
        let made = made.split(",\n  ").next().unwrap_or_default();
        for (key, ..) in *detail {
            let is_made = made.contains(key) || made.contains("...detail") && details.contains(&format!("{{ {key}: "));
            assert!(is_made, "{name}: npm/details.js makes no {key}");
        }
    }
}

/// The class has the methods of the contract.
#[test]
fn the_contract_lists_the_methods() {
    let class = read("npm/class.js");
    let own = ["constructor", "handleEvent"];
    let is_name =
        |name: &str| name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(char::is_alphanumeric);
    for method in STATIC_METHODS {
        assert!(class.contains(&format!("  static {}(", method.name)), "{}", method.name);
    }
    for (name, ..) in READ_ONLY {
        assert!(class.contains(&format!("this.{name} = ")), "{name}");
    }
    for (state, _) in STATES {
        let scripts = read("npm/core.js") + &class;
        assert!(
            scripts.contains(&format!("turn('{state}'")) || scripts.contains(&format!("name == '{state}') turn(name")),
            "{state}"
        );
    }
    let method = |line: &str| {
        let line = line.strip_prefix("  ")?;
        let (name, rest) = line.strip_prefix("async ").unwrap_or(line).split_once('(')?;
        (rest.ends_with(") {") && is_name(name)).then(|| name.to_owned())
    };
    let found =
        class.lines().filter_map(method).filter(|name| !own.contains(&name.as_str()) && !name.ends_with("Callback"));
    assert_eq!(found.collect::<BTreeSet<_>>(), owned(METHODS.iter().map(|method| method.name)));
}

/// A page that copies fewer files than the loader requests gets details without features, or nothing.
#[test]
fn whoever_says_which_files_to_copy_names_all_that_are_asked_for() {
    let build = read("npm/build.mjs");
    let name = |constant: &str| {
        let all = all_between(&build, &format!("const {constant} = '"), "'");
        (*all.first().unwrap_or_else(|| panic!("no {constant} in npm/build.mjs"))).to_owned()
    };
    let names = ["LOADER", "CORE", "PROGRAM", "CHUNK", "FEATURES", "CHINESE"].map(name);
    // The page names them by `crates/kit`, which has this test as well.
    let places = [
        ("README.md", section("README.md", "## Put it in a page", "\n| ")),
        ("README.zh.md", section("README.zh.md", "## 嵌入网页", "\n| ")),
        ("docs/hosting.md", section("docs/hosting.md", "## Files", "\n## ")),
    ];
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
    let source = section("src/prerender.rs", "const FORMATS", "];\n");
    let forms = owned(all_between(&source, "(\"", "\""));
    assert!(forms.len() >= 7);
    let rows = section("docs/hosts.md", "| `--as` |", "\n\n");
    let listed = rows.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    assert_eq!(owned(listed), forms);
}

/// The hosts that `cargo xtask test-hosts` tests, and their snippets.
#[test]
fn every_host_is_listed() {
    let source = read("tests/hosts.mjs");
    let hosts = all_between(&source, "name: '", "'");
    assert!(hosts.len() > 12, "{hosts:?}");
    let rows = section("docs/hosts.md", "| host |", "\n\n").to_lowercase();
    for host in hosts {
        assert!(rows.contains(&format!("\n| {}", host.replace("react18", "react 18"))), "docs/hosts.md lacks {host}");
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

/// Each site has its row in the table of hosts, each row its site, and the tool prints a text for both.
#[test]
fn every_site_is_tested_with_what_the_tool_prints() {
    let source = read("tests/hosts.mjs");
    let rows = source.split("name: '").filter(|row| row.contains("make: site,"));
    let rows = owned(rows.filter_map(|row| row.split('\'').next()));
    let names = |directory: &str| -> BTreeSet<String> {
        let entries = std::fs::read_dir(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(directory))
            .unwrap()
            .map(Result::unwrap);
        entries.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().into_string().unwrap()).collect()
    };
    assert_eq!(rows, names("tests/sites"));
    let known = read("crates/kit/src/hosts.rs");
    let printed = owned(all_between(&known, "slug: \"", "\"").into_iter().filter(|slug| !slug.is_empty()));
    assert!(rows.is_subset(&printed), "{rows:?}");
    // Whatever else the tool prints is tested in another way: with the npm package, WordPress and Ghost, or by the suite of the page.
    let all = owned(all_between(&source, "name: '", "'"));
    let others = owned(["iframe", "wordpress-shortcode"]);
    assert_eq!(&printed - &all, &others & &printed, "not tested by tests/hosts.mjs");
}
