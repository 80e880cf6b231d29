//! The catalog in docs/data.md is complete, and its table of optional fields matches the schema.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{ids, read};

const PAGE: &str = include_str!("../../../docs/data.md");
const SCHEMA: &str = include_str!("../../../data/catalog.schema.json");

/// The catalogs of the page: the smallest one, and one with most of what a catalog can have.
fn examples() -> [&'static str; 2] {
    let mut blocks = PAGE.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap_or_default());
    [(); 2].map(|()| blocks.next().expect("an example"))
}

/// The fields of a project: all of them, and the required ones.
fn fields() -> (BTreeSet<String>, BTreeSet<String>) {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let project = &schema["$defs"]["project"];
    let all = project["properties"].as_object().unwrap().keys().cloned().collect();
    let required = project["required"].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned());
    (all, required.collect())
}

#[test]
fn the_examples_of_the_documents_are_catalogs() {
    for (example, expected) in examples().into_iter().zip([&["loom"][..], &["hazel", "birch"]]) {
        let (catalog, mistakes) = read(example);
        assert_eq!(mistakes, [""; 0]);
        assert_eq!(ids(&catalog), expected);
    }
}

#[test]
fn the_first_example_has_the_required_fields_and_no_others() {
    let example: Value = serde_json::from_str(examples()[0]).unwrap();
    let names: BTreeSet<String> = example["projects"][0].as_object().unwrap().keys().cloned().collect();
    assert_eq!(names, fields().1);
}

#[test]
fn the_documents_list_the_optional_fields() {
    let (all, required) = fields();
    let (_, section) = PAGE.split_once("\n### Optional fields\n").expect("a section on optional fields");
    let section = section.split("\n## ").next().unwrap_or_default();
    let cells = section.lines().filter_map(|line| line.strip_prefix("| `")?.split(" |").next());
    let listed: BTreeSet<String> =
        cells.flat_map(|cell| cell.split(", ")).map(|name| name.trim_matches('`').to_owned()).collect();
    assert_eq!(listed, &all - &required);
}
