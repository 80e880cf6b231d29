//! Catalogs of others: what is not there is not shown, and nothing of ours is said about them.

use leptos::prelude::*;
use sandbox_explorer::Options;
use sandbox_explorer::data::{bundled, from_tree};
use sandbox_explorer::facet::Index;
use sandbox_explorer::i18n::{LANGUAGES, Lang};
use sandbox_explorer::page::Host;
use sandbox_explorer::state::State;
use sandbox_explorer::view::{explorer, later};

use super::node::Node;
use super::names;

/// Three names and nothing else.
const NAMES: &str = r#"{ "projects": [{ "name": "Anvil" }, { "name": "Bellows" }, { "name": "Crucible" }] }"#;

/// A list that says what it is.
const TOOLS: &str = r#"{
    "title": { "en": "Tools of the forge", "zh": "锻造工具" },
    "item": { "one": "tool", "many": { "en": "tools", "zh": "工具" } },
    "accepted": { "en": "Joined", "zh": "加入" },
    "as_of": "2026-03-01",
    "fields": [{ "slug": "country", "name": { "en": "Country", "zh": "国家" } }],
    "projects": [
        {
            "name": "Anvil", "category": "Heavy", "summary": "First line\nsecond line", "accepted": "2024-05-02",
            "first_commit": "2019-03-01", "maturity": "graduated", "licence": "MIT", "languages": ["Rust"],
            "owner": "Smith & Sons", "region": "Alps", "tags": ["iron"],
            "links": { "website": "https://anvil.example/", "Wiki": "https://anvil.example/wiki" },
            "fields": { "country": "Japan", "shop": "https://shop.example/anvil" }
        },
        { "name": "Bellows", "categories": ["Heavy", "Light"], "fields": { "country": ["Japan", "Peru"] }, "accepted": "2023-01" },
        { "name": "Crucible", "maturity": { "level": "proven", "since": "2025-01-01" }, "lang": "de", "summary": "Ein Tiegel" },
        { "summary": "without a name" }
    ]
}"#;

pub(crate) fn index(json: &str) -> &'static Index {
    let tree = serde_json::from_str(json).expect("JSON");
    let (catalog, _) = from_tree(&tree, bundled());
    Box::leak(Box::new(Index::new(Box::leak(Box::new(catalog)))))
}

fn html(index: &'static Index, attributes: &[&str]) -> String {
    let mut options = Options::default();
    for attribute in attributes {
        let (name, value) = attribute.split_once('=').unwrap_or((attribute, ""));
        options.set(name, Some(value)).unwrap();
    }
    let state = || State::new(options, Host::page(), index, sandbox_explorer::reader::here(), later::here());
    Owner::new_root(None).with(|| explorer(state()).to_string())
}

fn show(index: &'static Index, attributes: &[&str]) -> Node {
    Node::parse(&html(index, attributes))
}

#[test]
fn a_card_of_a_name_is_a_name() {
    let page = show(index(NAMES), &[]);
    println!("{}", html(index(NAMES), &[]));
    println!("{}", html(index(TOOLS), &["lang=zh"]));
    println!("{}", html(index(TOOLS), &["query=project=anvil"]));
    panic!();
}
