//! Every item of eight landscapes arrives, in its category, with all its values. Counted in the tree of another reader of YAML.

use std::collections::BTreeMap;

use sandbox_explorer_import::{Catalog, Options, Project, import};
use saphyr::{LoadableYamlNode, Yaml};

use crate::{file, told};

/// The files, and the items that their authors count.
const FILES: [(&str, usize); 8] = [
    ("aswf.yml", 174),
    ("cncf.yml", 2413),
    ("confidential-computing.yml", 61),
    ("finos.yml", 50),
    ("lfedge.yml", 161),
    ("lfenergy.yml", 1560),
    ("openmainframe.yml", 279),
    ("riscv.yml", 482),
];

/// Keys that say nothing about an item.
const LEFT_OUT: &[&str] =
    &["allow_duplicate_repo", "branch", "clomonitor_name", "hide_license", "item", "lfx_slug", "logo"];

struct Item<'y> {
    category: String,
    subcategory: String,
    node: &'y Yaml<'y>,
}

fn list<'y>(node: &'y Yaml<'y>, key: &str) -> &'y [Yaml<'y>] {
    node.as_mapping_get(key).and_then(Yaml::as_sequence).map_or(&[], Vec::as_slice)
}

fn text(node: &Yaml) -> Option<String> {
    let number = || node.as_integer().map(|number| number.to_string());
    let flag = || node.as_bool().map(|flag| if flag { "yes".to_owned() } else { "no".to_owned() });
    node.as_str().map(str::to_owned).or_else(number).or_else(flag)
}

fn items<'y>(landscape: &'y Yaml<'y>) -> Vec<Item<'y>> {
    let mut items = Vec::new();
    let name = |node: &Yaml| node.as_mapping_get("name").and_then(text).unwrap();
    for category in list(landscape, "landscape") {
        for subcategory in list(category, "subcategories") {
            for node in list(subcategory, "items") {
                items.push(Item { category: name(category), subcategory: name(subcategory), node });
            }
        }
    }
    items
}

/// Parent and name of a category.
fn category<'c>(catalog: &'c Catalog, slug: &str) -> (&'c str, &'c str) {
    let category = catalog.categories.iter().find(|category| category.slug == slug).unwrap();
    (category.parent.as_deref().unwrap(), &category.name)
}

#[test]
fn every_item_arrives_in_its_category() {
    for (name, count) in FILES {
        let yaml = file(name);
        let imported = import(&yaml, &Options::default()).unwrap();
        let catalog = &imported.catalog;
        let documents = Yaml::load_from_str(&yaml).unwrap();
        let items = items(&documents[0]);
        // By lines too: the dashes in the column of the first item.
        let dash = yaml.lines().find_map(|line| line.find("- item:")).unwrap();
        let n_dashes =
            yaml.lines().filter(|line| line.find("- ") == Some(dash) && line[..dash].trim().is_empty()).count();
        assert_eq!([items.len(), catalog.projects.len(), n_dashes], [count; 3], "{name}");
        let (mut expected, mut found) = (BTreeMap::new(), BTreeMap::new());
        for (item, project) in items.iter().zip(&catalog.projects) {
            let words = text(item.node.as_mapping_get("name").unwrap()).unwrap();
            assert_eq!(project.name, words.split_whitespace().collect::<Vec<_>>().join(" "), "{name}");
            *expected.entry((item.category.as_str(), item.subcategory.as_str())).or_insert(0) += 1;
            let first = project.in_categories().next().unwrap();
            *found.entry(category(catalog, first)).or_insert(0) += 1;
            let n_paths = 1 + list(item.node, "second_path").len();
            assert!(project.in_categories().count() <= n_paths, "{name}: {}", project.name);
        }
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn a_second_path_is_a_second_category() {
    for (name, _) in FILES {
        let yaml = file(name);
        let catalog = import(&yaml, &Options::default()).unwrap().catalog;
        let documents = Yaml::load_from_str(&yaml).unwrap();
        for (item, project) in items(&documents[0]).iter().zip(&catalog.projects) {
            let mut expected: Vec<String> = vec![format!("{} / {}", item.category, item.subcategory)];
            for path in list(item.node, "second_path").iter().filter_map(text) {
                if !expected.contains(&path) {
                    expected.push(path);
                }
            }
            let found: Vec<String> = project
                .in_categories()
                .map(|slug| category(&catalog, slug))
                .map(|(a, b)| format!("{a} / {b}"))
                .collect();
            assert_eq!(found, expected, "{name}: {}", project.name);
        }
    }
}

/// All texts below a node, apart from what is left out.
fn texts(node: &Yaml, key: &str, all: &mut Vec<(String, String)>) {
    if let Some(map) = node.as_mapping() {
        for (key, value) in map {
            let key = key.as_str().unwrap_or_default();
            if !LEFT_OUT.contains(&key) && key != "second_path" {
                texts(value, key, all);
            }
        }
    } else if let Some(items) = node.as_sequence() {
        items.iter().for_each(|item| texts(item, key, all));
    } else if let Some(text) = text(node) {
        all.push((key.to_owned(), text));
    }
}

/// A project's values without what the import adds to addresses.
fn values(project: &Project) -> String {
    let json = serde_json::to_string(project).unwrap();
    json.replace("\\n", " ").replace("\\\"", "\"").replace("\\\\", "\\")
}

/// No value is lost: each word of an item is in its project, or was told.
#[test]
fn every_value_of_every_item_arrives_or_is_told() {
    for (name, _) in FILES {
        let yaml = file(name);
        let imported = import(&yaml, &Options::default()).unwrap();
        let told = told(&imported).join("\n");
        let documents = Yaml::load_from_str(&yaml).unwrap();
        let mut lost = Vec::new();
        for (item, project) in items(&documents[0]).iter().zip(&imported.catalog.projects) {
            let mut all = Vec::new();
            texts(item.node, "", &mut all);
            let found = values(project);
            for (key, text) in all {
                for word in text
                    .replace("\\n", " ")
                    .replace('"', " ")
                    .split([' ', ',', '\n', '、', '\u{a0}', '|', ';', '\t', '\u{3000}'])
                {
                    let plain = word.trim().replace(
                        ['<', '>', '\u{200b}', '\u{feff}', '\u{2028}', '\u{200e}', '\u{200f}', '\u{fffd}'],
                        "",
                    );
                    let start = plain.split(|c: char| !c.is_ascii() || c == '\\').next().unwrap_or_default();
                    let is_there = found.contains(&plain)
                        || plain.starts_with("http") && found.contains(start) && start.len() > 12;
                    // The licence gets its usual name, and how an audit is called goes before it.
                    let is_other = ["license", "date", "vendor"].contains(&key.as_str())
                        || told.contains(&project.name) && told.contains(&key);
                    if !is_there && !is_other {
                        lost.push(format!("{name}: {}: {key}: {word:?}", project.name));
                    }
                }
            }
        }
        assert!(lost.is_empty(), "{}\n{}", lost.len(), lost[..lost.len().min(30)].join("\n"));
    }
}

/// What cannot be read in eight landscapes: an address, and a text in place of one.
#[test]
fn what_is_told_about_them_is_little_and_true() {
    let all: Vec<String> =
        FILES.iter().flat_map(|(name, _)| told(&import(&file(name), &Options::default()).unwrap())).collect();
    let starts = [
        "line 8244: Argo: summary_intro_url: \"Argo Workflows: https://youtu.be/",
        "line 509: IBM® CICS® Plug-in for Zowe CLI: homepage_url: \"https://https://github.com/",
    ];
    assert_eq!(all.len(), starts.len(), "{all:#?}");
    for (line, start) in all.iter().zip(starts) {
        assert!(line.starts_with(start), "{line}");
    }
}

/// Ids are what links name: distinct, and as the reader of catalogs demands.
#[test]
fn ids_and_categories_are_distinct_slugs() {
    for name in FILES.map(|(name, _)| name).into_iter().chain(["awesome-rust.md", "awesome-python-cn.md"]) {
        let catalog = import(&file(name), &Options::default()).unwrap().catalog;
        let ids = catalog.projects.iter().map(|project| &project.id);
        for slugs in [ids.collect::<Vec<_>>(), catalog.categories.iter().map(|category| &category.slug).collect()] {
            let mut sorted = slugs.clone();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(sorted.len(), slugs.len(), "{name}");
            assert!(
                slugs.iter().all(|slug| sandbox_explorer_catalog::check::is_slug(slug) && slug.len() <= 100),
                "{name}"
            );
        }
        let known: Vec<&str> = catalog.categories.iter().map(|category| category.slug.as_str()).collect();
        assert!(
            catalog.projects.iter().all(|project| project.in_categories().all(|slug| known.contains(&slug))),
            "{name}"
        );
    }
}

/// The texts and addresses are what the reader of catalogs accepts; line breaks apart.
#[test]
fn the_reader_of_catalogs_accepts_every_text_and_address() {
    use sandbox_explorer_catalog::check;
    for name in FILES.map(|(name, _)| name).into_iter().chain(["awesome-rust.md", "awesome-python-cn.md"]) {
        let options = Options { logos: Some("https://logos.example/".to_owned()), ..Options::default() };
        let catalog = import(&file(name), &options).unwrap().catalog;
        for project in &catalog.projects {
            check::text(&project.name).unwrap();
            for (link, address) in &project.links.0 {
                assert!(check::address(address).is_ok() || address.starts_with("mailto:"), "{name}: {link}: {address}");
            }
            assert!(project.logo.iter().all(|logo| check::address(logo).is_ok()), "{name}: {:?}", project.logo);
            let json = serde_json::to_string(project).unwrap().replace("\\n", "");
            check::text(&json).unwrap_or_else(|why| panic!("{name}: {json}: {why}"));
        }
    }
}
