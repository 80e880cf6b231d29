//! Unexpected inputs: catalogs close to the valid one, query strings, attributes, packed texts. A few in each run, and a million in
//! `cargo xtask test fuzz`.

use catalog::model::{Catalog, Project};
use catalog::{check, pack, packed};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index as Any, select};
use proptest::test_runner::{TestCaseResult, TestRunner};
use sandbox_explorer::data;
use sandbox_explorer::data::tree::Tree;
use sandbox_explorer::facet::Index;
use sandbox_explorer::filter;
use sandbox_explorer::options::{OPTIONS, Options};
use sandbox_explorer::query;

use crate::random;

use super::{LONGEST, corpus, texts};

#[track_caller]
fn run<S: Strategy>(many: u32, inputs: S, holds: impl Fn(S::Value) -> TestCaseResult) {
    TestRunner::new(random::cases(200, many)).run(&inputs, holds).unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn a_spoiled_catalog_is_read() {
    run(350_000, spoils(), a_spoiled_catalog);
}

#[test]
fn a_strange_link_is_read() {
    run(350_000, links(), a_strange_link);
}

#[test]
fn strange_attributes_are_set() {
    run(200_000, attributes(), strange_attributes);
}

#[test]
fn a_broken_packed_text_is_unpacked() {
    run(200_000, cuts(), a_broken_packed_text);
}

// ── texts that have caused trouble somewhere ──

fn text() -> impl Strategy<Value = String> {
    let known = corpus::CORPUS.iter().filter(|row| row.json.starts_with('"') && !row.json.contains('⟨'));
    let known: Vec<String> = known.filter_map(|row| serde_json::from_str(row.json).ok()).collect();
    prop_oneof![
        3 => select(known),
        2 => "\\PC{0,12}",
        1 => any::<String>(),
        2 => "https?://[a-z.:@\\\\/?#\\[\\]%\u{202e} -]{0,12}",
        1 => "[0-9-]{1,10}",
        1 => "[a-z0-9-]{1,8}",
        1 => select(vec!["one", "two", "One", "Two", "1", "2", "mesh", "storage", "news", "mars", "sandbox", "name"]).prop_map(str::to_owned),
        1 => (0..3000_usize).prop_map(|n| "x".repeat(n)),
    ]
}

// ── catalogs ──

/// One change of a tree: the path to a place in it, and the change.
type Spoil = (Vec<Any>, Deed);

#[derive(Clone, Debug)]
enum Deed {
    Put(Tree),
    Take,
    Double,
    Rename(String),
    Wrap,
}

fn spoils() -> impl Strategy<Value = Vec<Spoil>> {
    let leaf = prop_oneof![
        Just(Tree::Null),
        any::<bool>().prop_map(Tree::Flag),
        any::<f64>().prop_map(Tree::Number),
        select(vec![f64::NAN, f64::INFINITY, -0.0, -1.0, 1.0, 359.0, 360.0, 4_294_967_295.0, 4_294_967_296.0])
            .prop_map(Tree::Number),
        text().prop_map(|text| Tree::String(text.into())),
    ];
    let tree = leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Tree::List),
            vec((key().prop_map(Into::into), inner), 0..4).prop_map(Tree::Map),
        ]
    });
    let deed = prop_oneof![
        6 => tree.prop_map(Deed::Put),
        1 => Just(Deed::Take),
        1 => Just(Deed::Double),
        1 => key().prop_map(Deed::Rename),
        1 => Just(Deed::Wrap),
    ];
    vec((vec(any::<Any>(), 0..7), deed), 1..4)
}

fn key() -> impl Strategy<Value = String> {
    let known = [
        "en",
        "zh",
        "slug",
        "name",
        "links",
        "website",
        "sources",
        "source",
        "value",
        "id",
        "__proto__",
        "constructor",
        "",
    ];
    prop_oneof![3 => select(known.to_vec()).prop_map(str::to_owned), 1 => text()]
}

fn spoil(tree: &mut Tree, (way, deed): &Spoil) {
    let Some((step, way)) = way.split_first() else { return put(tree, deed) };
    let is_last = way.is_empty();
    match tree {
        Tree::List(items) if !items.is_empty() => {
            let at = step.index(items.len());
            match deed {
                Deed::Take if is_last => _ = items.remove(at),
                Deed::Double if is_last => items.push(items[at].clone()),
                _ => spoil(&mut items[at], &(way.to_vec(), deed.clone())),
            }
        }
        Tree::Map(entries) if !entries.is_empty() => {
            let at = step.index(entries.len());
            match deed {
                Deed::Take if is_last => _ = entries.remove(at),
                Deed::Double if is_last => entries.push(entries[at].clone()),
                Deed::Rename(key) if is_last => entries[at].0 = key.clone().into(),
                _ => spoil(&mut entries[at].1, &(way.to_vec(), deed.clone())),
            }
        }
        tree => put(tree, deed),
    }
}

fn put(tree: &mut Tree, deed: &Deed) {
    match deed {
        Deed::Put(other) => *tree = other.clone(),
        Deed::Take => *tree = Tree::Null,
        Deed::Double | Deed::Rename(_) => {}
        Deed::Wrap => *tree = Tree::List(vec![tree.clone()]),
    }
}

/// The valid catalog with two projects: read catalogs are never freed, and a million of them must fit into memory.
fn small() -> Tree {
    let mut catalog = corpus::good();
    let projects = catalog["projects"].as_array_mut().unwrap();
    *projects = vec![projects[0].take(), projects[2].take()];
    serde_json::from_value(catalog).unwrap()
}

fn small_text() -> &'static str {
    static TEXT: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    TEXT.get_or_init(|| pack::print(&data::from_tree(&small(), data::brief()).0))
}

fn links_of(project: &Project) -> impl Iterator<Item = &'static str> {
    let links = project.links;
    let more = [links.docs, links.sandbox_request, links.onboarding, links.onboarding_other, links.devstats];
    [links.website, links.repository].into_iter().chain(more.into_iter().flatten())
}

fn a_spoiled_catalog(spoils: Vec<Spoil>) -> TestCaseResult {
    thread_local!(static GOOD: (Tree, &'static Catalog) = (small(), data::brief()));
    GOOD.with(|(good, tables)| {
        let mut tree = good.clone();
        spoils.iter().for_each(|one| spoil(&mut tree, one));
        let (catalog, mistakes) = data::from_tree(&tree, tables);
        for mistake in &mistakes {
            let line = mistake.to_string();
            prop_assert!(line.len() <= LONGEST, "{}", line);
            prop_assert!(line.chars().all(|c| check::sign(c).is_ok()), "{:?}", line);
            prop_assert!(!mistake.reason.is_empty());
        }
        // A valid project is lost only if an error is reported.
        let Tree::Map(entries) = &tree else { return Ok(()) };
        if let Some((_, Tree::List(projects))) = entries.iter().find(|(key, _)| key == "projects") {
            prop_assert!(catalog.projects.len() == projects.len() || !mistakes.is_empty());
        }
        for project in catalog.projects {
            for link in links_of(project).filter(|link| !link.is_empty()) {
                prop_assert_eq!(check::address(link), Ok(()));
            }
            for text in texts(project) {
                prop_assert!(text.is_empty() || text.lines().all(|line| check::text(line).is_ok()), "{:?}", text);
            }
            prop_assert!(check::is_slug(project.id));
            prop_assert!(project.category.is_empty() || catalog.category(project.category).is_some());
        }
        for source in catalog.sources {
            prop_assert_eq!(source.url.map_or(Ok(()), check::address), Ok(()));
        }
        let catalog = Catalog { terms: None, columns: &[], ..catalog };
        prop_assert_eq!(packed::unpack(pack::print(&catalog).leak()).unwrap(), catalog);
        Ok(())
    })
}

// ── links ──

fn links() -> impl Strategy<Value = (String, String)> {
    let piece = prop_oneof![
        4 => select(vec![
            "q=", "category=", "part=", "language=", "tag=", "project=", "sort=", "view=", "region=", "maturity=", "licence=",
            "&", ",", "=", "+", "%", "%2", "%25", "%26", "%2526", "%00", "%ff", "%E6%9C", "#", "?", " ", "1", "go", "rust", "youki",
            "service-mesh", "name", "stars", "explorer=", "__proto__=", "constructor", "javascript:alert(1)", "<script>", "\u{202e}",
        ])
        .prop_map(str::to_owned),
        1 => text(),
    ];
    (vec(piece, 0..16).prop_map(|pieces| pieces.concat()), "[a-zA-Z0-9_-]{1,6}")
}

fn a_strange_link((link, key): (String, String)) -> TestCaseResult {
    let index = Index::bundled();
    let parsed = query::parse(index, &link);
    let printed = query::print(index, &parsed);
    prop_assert_eq!(&query::parse(index, &printed), &parsed);
    prop_assert!(!printed.contains(|c: char| c.is_ascii_control() || " \"<>`#".contains(c)), "{}", printed);
    let scope = filter::scope(index, &parsed);
    let outcome = filter::apply(index, &scope, &parsed);
    prop_assert!(outcome.shown.len() <= scope.len());

    // As the browser returns fragments: with their `#`.
    let given = |fragment: &str| ["#", fragment].concat();
    let fragment = query::to_fragment(&given(&link), &key, &printed);
    prop_assert_eq!(query::from_fragment(&given(&fragment), &key).unwrap_or_default(), printed);
    let _ = query::from_fragment(&link, &key);
    // Removing our part leaves the rest; removing it twice changes nothing more.
    let without = query::to_fragment(&given(&fragment), &key, "");
    prop_assert_eq!(query::from_fragment(&given(&without), &key), None);
    prop_assert_eq!(&query::to_fragment(&given(&without), &key, ""), &without);
    Ok(())
}

// ── attributes ──

fn attributes() -> impl Strategy<Value = Vec<(String, Option<String>)>> {
    let names: Vec<&str> = OPTIONS.iter().map(|row| row.name).collect();
    let name = prop_oneof![8 => select(names).prop_map(str::to_owned), 1 => text()];
    let value = prop_oneof![
        4 => text(),
        2 => select(vec!["auto", "dark", "false", "true", "", " ", "3", "7", "-1", "256", "４", "cards", "zh-Hant-TW", "x-y_z"]).prop_map(str::to_owned),
    ];
    vec((name, proptest::option::of(value)), 1..8)
}

fn strange_attributes(attributes: Vec<(String, Option<String>)>) -> TestCaseResult {
    let mut options = Options::default();
    for (name, value) in &attributes {
        let before = options.clone();
        match options.set(name, value.as_deref()) {
            Ok(()) => {}
            Err(refused) => {
                prop_assert_eq!(&options, &before);
                prop_assert!(refused.reason().contains(name.as_str()));
            }
        }
        prop_assert!((2..=6).contains(&options.heading_level));
        let is_key = |key: &String| key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        prop_assert!(options.url_key.as_ref().is_none_or(is_key));
    }
    for row in &OPTIONS {
        prop_assert!(options.set(row.name, None).is_ok());
    }
    prop_assert_eq!(options, Options::default());
    Ok(())
}

// ── packed texts ──

fn cuts() -> impl Strategy<Value = Vec<(Any, usize, String)>> {
    let put = prop_oneof!["[0-9\u{1d}\u{1e}\u{1f}\n]{0,6}", text(), "\u{1e}{1,60}", "[0-9]{8,12}"];
    vec((any::<Any>(), 0..200_usize, put), 1..5)
}

fn a_broken_packed_text(cuts: Vec<(Any, usize, String)>) -> TestCaseResult {
    let mut text: Vec<char> = small_text().chars().collect();
    for (at, n, put) in cuts {
        let from = at.index(text.len() + 1);
        let to = (from + n).min(text.len());
        text.splice(from..to, put.chars());
    }
    let text: String = text.into_iter().collect();
    // A text with a broken head is rejected.
    let Some(catalog) = packed::unpack(text.leak()) else { return Ok(()) };
    // And any result can be shown: no index is out of range.
    let index = Index::new(Box::leak(Box::new(catalog)));
    let everything = filter::scope(&index, &filter::Filter::default());
    let _ = filter::apply(&index, &everything, &query::parse(&index, "q=a&part=1&sort=name"));
    Ok(())
}
