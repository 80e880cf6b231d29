//! Lists of the same thing in several places agree: query keys, versions; and each attribute is described. And no file names a registry's host.

use std::collections::BTreeSet;
use std::path::Path;

use catalog::files;
use sandbox_explorer::activity;
use sandbox_explorer::data::VERSION;
use sandbox_explorer::facet::{FACETS, Index};
use sandbox_explorer::filter::{self, Filter, Sort, View};
use sandbox_explorer::model::Date;
use sandbox_explorer::options::{ATTRIBUTES, Kind, OPTIONS};
use sandbox_explorer::since;

use super::{files, none, read};

/// The rows of the table under a heading, as cells.
#[track_caller]
fn table(path: &str, heading: &str) -> Vec<Vec<String>> {
    let text = read(path);
    let (_, section) = text.split_once(&format!("# {heading}\n")).unwrap_or_else(|| panic!("{path} has no {heading}"));
    let section = section.split("\n#").next().unwrap_or_default();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.map(|line| line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// The tables and types are generated from these rows; see `tests/it/generated`.
#[test]
fn every_attribute_is_described_with_its_values() {
    let mut names: Vec<&str> = ATTRIBUTES.iter().map(|row| row.name).collect();
    assert!(names.starts_with(&OPTIONS.each_ref().map(|row| row.name)));
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), ATTRIBUTES.len());
    for row in &ATTRIBUTES {
        for text in [row.en, row.default, row.zh, row.zh_default] {
            assert!(!text.trim().is_empty() && !text.ends_with(['.', '。']), "{}: {text}", row.name);
        }
        for value in row.allowed.split(", ").filter(|_| row.kind == Kind::Choice) {
            let value = format!("`{value}`");
            assert!(row.en.contains(&value) && row.zh.contains(&value), "{} lacks {value}", row.name);
        }
        // A default that is a value is the same in both languages, and the first of a choice.
        if row.default.starts_with('`') {
            assert_eq!(row.zh_default, row.default, "{}", row.name);
        }
        if row.kind == Kind::Choice {
            assert_eq!(row.allowed.split(", ").next(), Some(row.default.trim_matches('`')), "{}", row.name);
        }
    }
}

/// Whoever may only write data attributes, a shortcode or the address of a frame must not say where something is loaded from.
#[test]
fn an_address_is_for_the_site_to_set() {
    let (class, register, frame) = (read("npm/class.js"), read("npm/register.js"), read("npm/frame.js"));
    assert!(class.contains("observedAttributes = Object.keys(ATTRIBUTES).slice(0, -1);"), "all but the last");
    let last = ATTRIBUTES.len() - 1;
    let mut n = 0;
    for (at, row) in ATTRIBUTES.iter().enumerate().filter(|(_, row)| row.kind == Kind::Address) {
        let refused = format!("name != '{}'", row.name);
        let is_left_out = at == last || (register.contains(&refused) && frame.contains(&refused));
        assert!(is_left_out, "npm/register.js and npm/frame.js take {}", row.name);
        let data = format!("`data-{}`", row.name);
        assert!(row.en.contains(&data) && row.zh.contains(&data), "{} does not say so", row.name);
        n += 1;
    }
    assert_eq!(n, 2);
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
    let views = rows.iter().find(|row| row[0] == "`view`").unwrap();
    for view in View::ALL {
        assert!(views[1].contains(&format!("`{}`", view.slug())), "view lacks {}", view.slug());
    }
    for sort in Sort::ALL {
        assert!(sorts[1].contains(&format!("`{}`", sort.slug())), "sort lacks {}", sort.slug());
    }
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
    for directory in ["xtask/node", "tests/bench"] {
        for (n, line) in read(&format!("{directory}/package-lock.json")).lines().enumerate() {
            if line.contains("\"resolved\"") {
                wrong.push(format!("{directory}/package-lock.json:{}: {}", n + 1, line.trim()));
            }
        }
        assert!(read(&format!("{directory}/.npmrc")).contains("omit-lockfile-registry-resolved=true"));
    }
    none(&wrong);
}

#[test]
fn no_other_file_names_a_registry_host() {
    let mut wrong = Vec::new();
    let mut all = vec![(".cargo/config.toml".to_owned(), read(".cargo/config.toml"))];
    all.extend(["xtask/node/.npmrc", "tests/bench/.npmrc"].map(|path| (path.to_owned(), read(path))));
    all.extend(files(".github", "yml"));
    all.push((".cargo/deny.toml".to_owned(), read(".cargo/deny.toml")));
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

/// The props of the component are written by hand, because a macro cannot print parameters of a `#[component]`.
#[test]
fn every_attribute_has_a_prop() {
    let (component, reference) = (read("src/component.rs"), read("docs/reference.md"));
    let mut wrong = Vec::new();
    for option in &OPTIONS {
        let name = option.name.replace('-', "_");
        if !component.contains(&format!("\n    {name}: ")) {
            wrong.push(format!("src/component.rs: no prop {name}"));
        }
        if !reference.contains(&format!("`{name}`")) {
            wrong.push(format!("docs/reference.md: no prop {name}"));
        }
    }
    none(&wrong);
}

/// The element has late fields after its first view only; until then, facets, orders and cards must not differ.
#[test]
fn no_first_view_reads_a_field_that_is_declared_late() {
    let (brief, whole) = (Index::brief(), Index::bundled());
    let all: Vec<u16> = (0..whole.catalog.projects.len() as u16).collect();
    let why = "crates/catalog/src/model/project.rs declares `late` a field that";
    for (n, facet) in FACETS.iter().enumerate() {
        let slugs = |index: &Index| index.values(n).iter().map(|value| value.slug.clone()).collect::<Vec<_>>();
        let of = |index: &Index| all.iter().map(|&project| index.of(project, n).to_vec()).collect::<Vec<_>>();
        assert_eq!((slugs(brief), of(brief)), (slugs(whole), of(whole)), "{why} the facet {} reads", facet.key);
    }
    for sort in Sort::ALL {
        let order = |index: &Index| filter::apply(index, &all, &Filter { sort, ..Filter::default() }).shown;
        assert_eq!(order(brief), order(whole), "{why} the order {} reads", sort.slug());
    }
    for (brief, whole) in brief.catalog.projects.iter().zip(whole.catalog.projects) {
        let changes = |project| {
            (2015..2027).map(|year| since::changes(project, Date { year, month: 6, day: 1 })).collect::<Vec<_>>()
        };
        assert_eq!(changes(brief), changes(whole), "{why} says what has changed");
    }
    for (project, other) in brief.catalog.projects.iter().zip(whole.catalog.projects) {
        let quiet = [activity::quiet_since(brief.catalog, project), activity::quiet_since(whole.catalog, other)];
        assert_eq!(quiet[0], quiet[1], "{why} the last commit on a card reads");
    }
}
