//! A hit as the record of a project: its attributes under the keys of a catalog. What no key takes becomes a field.

use catalog::slug;

use super::options::{Options, Text};
use super::target::{Shape, TARGETS, Target};
use super::{json, tree};
use crate::data::limits;
use crate::data::tree::Tree;

/// Attributes that services add to every hit.
const ADDED: [&str; 8] = [
    "objectID",
    "id",
    "text_match",
    "text_match_info",
    "curated",
    "vector_distance",
    "hybrid_search_info",
    "geo_distance_meters",
];

/// What identifies a hit: its `objectID`, else its `id`, else a hash of its content.
#[must_use]
pub fn identity(hit: &Tree, options: &Options) -> Text {
    let named = options.attribute("id").into_iter().chain(["objectID", "id"]);
    let given = named.filter_map(|path| tree::text(tree::at(hit, path)?)).find(|id| !id.is_empty());
    given.unwrap_or_else(|| {
        let mut text = String::new();
        json::tree(&mut text, hit);
        slug::hash(&text).into()
    })
}

/// The attribute of a target in a hit: the one that the page has named, else one that has its name.
fn path<'p>(target: &'p Target, hit: &Tree, options: &'p Options) -> Option<&'p str> {
    let is_taken = |name: &str| options.attributes.iter().any(|(_, attribute)| attribute == name);
    options.attribute(target.key).or_else(|| {
        let mut names = std::iter::once(target.key).chain(target.others.iter().copied());
        names.find(|name| !is_taken(name) && tree::at(hit, name).is_some())
    })
}

/// Makes the record of a hit, with this id.
#[must_use]
pub fn record(hit: &Tree, id: &str, options: &Options) -> Tree {
    let mut record: Vec<(Text, Tree)> = vec![("id".into(), Tree::String(id.to_owned().into()))];
    let mut links: Vec<(Text, Tree)> = own(hit, "links");
    let mut fields: Vec<(Text, Tree)> = own(hit, "fields");
    let mut used: Vec<&str> = ADDED.to_vec();
    used.extend(["links", "fields"]);
    for target in &TARGETS {
        let Some(path) = path(target, hit, options) else { continue };
        used.push(path);
        let Some(value) = tree::at(hit, path) else { continue };
        match target.shape {
            Shape::Link => links.extend(first(value).map(|text| (target.key.into(), text))),
            Shape::Stars => {
                record.push(("counts".into(), Tree::Map(vec![("stars".into(), value.clone())])));
            }
            Shape::List => record.push((target.key.into(), list(value))),
            Shape::Category if matches!(value, Tree::List(_)) => record.push(("categories".into(), list(value))),
            Shape::One | Shape::Category => record.extend(first(value).map(|text| {
                let is_name = target.key == "name";
                (target.key.into(), if is_name { clipped(text) } else { text })
            })),
            Shape::Plain => record.push((target.key.into(), value.clone())),
        }
    }
    for (target, attribute) in &options.attributes {
        used.push(attribute);
        let Some(value) = tree::at(hit, attribute) else { continue };
        if let Some(name) = target.strip_prefix("links.") {
            links.extend(first(value).map(|text| (name.to_owned().into(), text)));
        } else if let Some(name) = target.strip_prefix("fields.") {
            fields.push((name.to_owned().into(), value.clone()));
        }
    }
    if let Tree::Map(attributes) = hit {
        for (name, value) in attributes {
            // What is nested is named by a path, and of these names the service has its own.
            let is_plain = !matches!(value, Tree::Null | Tree::Map(_)) && !tree::texts(value).is_empty();
            if is_plain && !name.starts_with('_') && !used.contains(&&**name) {
                fields.push((name.clone(), value.clone()));
            }
        }
    }
    record.extend([("links".into(), Tree::Map(links)), ("fields".into(), Tree::Map(fields))]);
    Tree::Map(record)
}

/// What a hit has there if it is written as a project of a catalog.
fn own(hit: &Tree, key: &str) -> Vec<(Text, Tree)> {
    match tree::at(hit, key) {
        Some(Tree::Map(entries)) => entries.clone(),
        _ => Vec::new(),
    }
}

fn first(value: &Tree) -> Option<Tree> {
    tree::texts(value).into_iter().next().map(Tree::String)
}

fn list(value: &Tree) -> Tree {
    Tree::List(tree::texts(value).into_iter().map(Tree::String).collect())
}

/// A name that is too long is cut: an item without a name would be lost.
fn clipped(name: Tree) -> Tree {
    match name {
        Tree::String(name) if name.chars().count() > limits::NAME => {
            let start: String = name.chars().take(limits::NAME - 1).collect();
            Tree::String([&start, "…"].concat().into())
        }
        name => name,
    }
}
