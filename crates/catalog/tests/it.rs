//! What the declaration of a record yields, against the files of `data/`: the published JSON says what they say, and the two packed
//! texts together are the catalog.

use std::fs;
use std::path::Path;

use sandbox_explorer_catalog::files::{self, Built};
use sandbox_explorer_catalog::packed;
use serde_json::Value;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn built() -> Built {
    let Ok(built) = files::build(&root().join("data")) else { panic!("data/ has mistakes") };
    built
}

/// TOML as JSON. Dates are texts, and a part may be written as a number.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(items) => items.into_iter().map(json).collect(),
        toml::Value::Table(table) => table
            .into_iter()
            .map(|(key, value)| match value {
                toml::Value::Integer(part) if key == "part" => (key, part.to_string().into()),
                value => (key, json(value)),
            })
            .collect(),
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_value_of_a_project_is_published_under_its_own_key() {
    let catalog: Value = serde_json::from_str(&built().json).unwrap();
    let projects = catalog["projects"].as_array().unwrap();
    for project in projects {
        let id = project["id"].as_str().unwrap();
        let text = fs::read_to_string(root().join(format!("data/projects/{id}.toml"))).unwrap();
        assert_eq!(*project, json(text.parse::<toml::Table>().unwrap().into()), "{id}");
    }
    assert_eq!(projects.len(), 52);
}

#[test]
fn the_first_view_and_the_texts_that_come_later_are_the_catalog() {
    let built = built();
    let english = packed::brief(built.brief.clone().leak(), "").unwrap();
    let (chinese, _) = packed::chinese(built.chinese.leak()).unwrap();
    let brief = packed::brief(built.brief.leak(), chinese).unwrap();
    let whole = packed::unpack(built.packed.leak()).unwrap();
    assert_ne!(english, brief);
    assert_ne!(brief, whole);
    assert_eq!(packed::with_features(&brief, built.features.leak()).unwrap(), whole);
    // No late field is in the first text.
    for project in brief.projects {
        assert!(project.features.is_empty() && project.purpose.en.is_empty() && project.links.chat.is_none());
        assert!(project.maintainers.is_none() && project.activity.is_some_and(|it| it.release.is_none()));
    }
}

#[test]
fn a_damaged_text_is_another_catalog_and_no_panic() {
    let built = built();
    let whole = packed::brief(built.brief.leak(), "").unwrap();
    let features: &'static str = built.features.leak();
    for n in (0..features.len()).step_by(997).filter(|&n| features.is_char_boundary(n)) {
        _ = packed::with_features(&whole, &features[..n]);
    }
}
