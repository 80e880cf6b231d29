//! The data that the hand-written page fetches besides the explorer's style sheet: the part of the catalog that its
//! cards, filters and search use. It gets no more than that, which is to its advantage.

use std::fs;
use std::path::PathBuf;

use e2e::site;
use serde_json::{Map, Value};

/// Creates the data, and returns their directory.
pub(crate) fn make() -> PathBuf {
    let directory = site::root().join("target/bench");
    fs::create_dir_all(&directory).expect("target/bench can be made");

    let catalog = fs::read_to_string(site::shipped("catalog.json")).expect("a catalog");
    let catalog: Value = serde_json::from_str(&catalog).expect("catalog.json is JSON");
    fs::write(directory.join("cards.json"), cards(&catalog).to_string()).expect("cards.json can be written");
    directory
}

fn cards(catalog: &Value) -> Value {
    let mut cards = pick(catalog, &["as_of", "categories", "parts", "regions"]);
    for category in cards["categories"].as_array_mut().into_iter().flatten() {
        *category = pick(category, &["slug", "name", "hue"]);
    }
    for part in cards["parts"].as_array_mut().into_iter().flatten() {
        *part = pick(part, &["slug", "name"]);
    }
    let projects = catalog["projects"].as_array().into_iter().flatten().map(|project| {
        let mut card = pick(
            project,
            &[
                "id",
                "name",
                "former_names",
                "part",
                "category",
                "licence",
                "languages",
                "owner",
                "region",
                "first_commit",
                "accepted",
                "tags",
                "summary",
                "features",
            ],
        );
        card["links"] = pick(&project["links"], &["website", "repository"]);
        card["maturity"] = pick(&project["maturity"], &["level", "since"]);
        if let Some(stars) = project["counts"]["stars"]["value"].as_u64() {
            card["stars"] = stars.into();
        }
        card
    });
    cards["projects"] = projects.collect();
    cards
}

/// An object with these keys only.
fn pick(from: &Value, keys: &[&str]) -> Value {
    let picked = keys.iter().filter_map(|&key| Some((key.to_owned(), from.get(key)?.clone())));
    Value::Object(picked.collect::<Map<_, _>>())
}
