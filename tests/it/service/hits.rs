//! Hits become projects.

use sandbox_explorer::facet::CATEGORY;
use sandbox_explorer::i18n::Lang;
use sandbox_explorer::service::known::Read;
use serde_json::{Value, json};

use super::{answered, first, values};

/// Reads hits: the ids, names and mistakes.
fn read(options: &Value, hits: &Value) -> (Vec<(&'static str, &'static str)>, Read) {
    let (service, read) = first(options, &json!({ "hits": hits }));
    let name = |&number: &u16| (service.index.at(number).id, service.index.at(number).name);
    (read.numbers.iter().map(name).collect(), read)
}

#[test]
fn attributes_become_facts_by_their_names() {
    // Fields in the order of the alphabet: without `ssr`, serde_json keeps no other.
    let hit = json!({
        "objectID": "42", "title": "Loom", "description": "Weaves.", "url": "https://loom.example/", "repo": "https://code.example/loom",
        "category": ["Weaving", "Cloth"], "language": "Rust", "license": "MIT", "tag": "cli", "stars": 12, "maturity": "graduated",
        "colours": ["red", "blue"], "isNew": true, "nothing": null, "price": 9.5, "_rankingInfo": { "x": 1 }, "text_match": 7,
        "vendor": { "name": "Jacquard", "since": 1804 }, "first_commit": "2020-05",
    });
    let options = json!({ "attributes": { "fields.vendor": "vendor.name", "links.Shop": "shop" } });
    let (service, read) = first(&options, &json!({ "hits": [hit] }));
    assert!(read.mistakes.is_empty(), "{:?}", read.mistakes);
    let loom = service.index.at(0);
    assert_eq!((loom.id, loom.name, loom.summary.en, loom.licence), ("42", "Loom", "Weaves.", "MIT"));
    assert_eq!((loom.links.website, loom.links.repository), ("https://loom.example/", "https://code.example/loom"));
    assert_eq!((loom.categories, loom.languages, loom.tags), (&["weaving", "cloth"][..], &["Rust"][..], &["cli"][..]));
    assert_eq!((loom.maturity.level, loom.counts.stars.map(|count| count.value)), ("graduated", Some(12)));
    assert_eq!((loom.first_commit.year, loom.first_commit.month), (2020, 5));
    let fields: Vec<(&str, Vec<&str>)> = loom.fields.iter().map(|it| (it.field, it.values.to_vec())).collect();
    let expected = [
        ("vendor", vec!["Jacquard"]),
        ("colours", vec!["red", "blue"]),
        ("isnew", vec!["true"]),
        ("price", vec!["9.5"]),
    ];
    assert_eq!(fields, expected);
    // The names of fields are those of the catalog.
    let columns: Vec<&str> = service.index.catalog.columns.iter().map(|column| Lang::En.label(column.name)).collect();
    assert_eq!(columns, ["Vendor", "Colours", "Isnew", "Price"]);
}

#[test]
fn the_page_says_what_an_attribute_is() {
    let options = json!({ "attributes": { "name": "heading", "summary": "texts.short", "website": "links.home" } });
    let hit = json!({ "id": 7, "heading": "A", "title": "No name", "texts": { "short": "S" }, "links": { "home": "https://a.example/" } });
    let (service, _) = first(&options, &json!({ "hits": [hit] }));
    let one = service.index.at(0);
    assert_eq!((one.id, one.name, one.summary.en, one.links.website), ("7", "A", "S", "https://a.example/"));
}

#[test]
fn documents_may_be_projects_of_a_catalog() {
    let hit = json!({
        "id": "loom", "name": "Loom", "summary": { "en": "Weaves.", "zh": "织布。" }, "links": { "website": "https://loom.example/", "Forum": "https://f.example/" },
        "fields": { "country": "Japan" }, "maturity": { "level": "sandbox", "since": "2024-01" },
    });
    let (service, read) = first(&json!({}), &json!({ "hits": [hit] }));
    assert!(read.mistakes.is_empty(), "{:?}", read.mistakes);
    let loom = service.index.at(0);
    assert_eq!((loom.summary.zh, loom.links.others[0].name, loom.maturity.since.year), ("织布。", "Forum", 2024));
    assert_eq!((loom.fields[0].field, loom.fields[0].values), ("country", &["Japan"][..]));
}

#[test]
fn what_is_not_trusted_costs_itself() {
    let (names, read) = read(
        &json!({}),
        &json!([
            { "objectID": "a", "name": "<b>A</b>", "url": "javascript:alert(1)", "logo": "data:text/html,x" },
            { "objectID": "b", "name": { "no": ["language"] } },
            "a text",
            { "objectID": "c", "name": "x".repeat(5000), "stars": "many" },
            { "objectID": "a", "name": "A again" },
        ]),
    );
    assert_eq!(names.iter().map(|(id, _)| *id).collect::<Vec<_>>(), ["a", "c"]);
    assert_eq!((names[0].1, names[1].1.chars().count(), read.lost), ("<b>A</b>", 200, 2));
    let mistakes: Vec<String> = read.mistakes.iter().map(ToString::to_string).collect();
    assert!(mistakes.iter().any(|line| line.contains("links.website")), "{mistakes:?}");
    assert!(mistakes.iter().any(|line| line.contains("logo")), "{mistakes:?}");
    assert!(mistakes.iter().any(|line| line.contains("counts.stars")), "{mistakes:?}");
}

#[test]
fn ids_are_slugs_and_differ() {
    let (names, _) = read(
        &json!({}),
        &json!([
            { "objectID": "A b/ü", "name": "1" }, { "objectID": "a-b-u", "name": "2" }, { "objectID": "facet-0-0", "name": "3" },
            { "objectID": "数据", "name": "4" }, { "name": "5" }, { "name": "6" }, { "objectID": 1.5, "name": "7" },
        ]),
    );
    let ids: Vec<&str> = names.iter().map(|(id, _)| *id).collect();
    assert_eq!(ids[..3], ["a-b-u", "a-b-u-2", "h-facet-0-0"]);
    assert_eq!(ids.iter().collect::<std::collections::HashSet<_>>().len(), 7, "{ids:?}");
    assert_eq!(names.iter().map(|(_, name)| *name).collect::<String>(), "1234567");
}

#[test]
fn dates_do_not_change_the_order_of_an_answer() {
    let hits = json!([
        { "objectID": "old", "name": "Old", "accepted": "2020-01-01" },
        { "objectID": "none", "name": "None" },
        { "objectID": "new", "name": "New", "accepted": "2024-01-01" },
    ]);
    let (names, _) = read(&json!({}), &hits);
    assert_eq!(names.map_names(), ["Old", "None", "New"]);
}

trait Names {
    fn map_names(&self) -> Vec<&'static str>;
}

impl Names for Vec<(&'static str, &'static str)> {
    fn map_names(&self) -> Vec<&'static str> {
        self.iter().map(|(_, name)| *name).collect()
    }
}

#[test]
fn a_hit_that_comes_again_is_the_same_project() {
    let (service, read) =
        first(&json!({}), &json!({ "hits": [{ "objectID": "a", "name": "A" }, { "objectID": "b", "name": "B" }] }));
    assert_eq!(read.numbers, [0, 1]);
    let next = answered(&json!({ "hits": [{ "objectID": "c", "name": "C" }, { "objectID": "a", "name": "A" }] }));
    assert_eq!(service.known.take(&next.hits, &service).numbers, [2, 0]);
    assert_eq!((service.index.project("c"), service.index.project("d")), (Some(2), None));
    assert_eq!((service.index.at(2).name, service.index.at(9).name), ("C", ""));
}

#[test]
fn without_a_word_what_splits_the_list_is_a_facet() {
    let count = |n: usize| (0..n).map(|n| (format!("v{n}"), json!(1))).collect::<serde_json::Map<_, _>>();
    let facets = json!({
        "category": { "Weaving & Cloth": 3, "Dyeing": 5 }, "tags": count(41), "one": { "only": 8 }, "country": { "Japan": 4, "Kenya": 4 },
        "languages": { "Go": 5, "go": 2, "Rust": 1 },
    });
    let (service, _) = first(
        &json!({}),
        &json!({ "hits": [{ "objectID": "a", "name": "A", "category": "Dyeing", "languages": ["go", "Go"] }], "facets": facets }),
    );
    assert_eq!(values(&service, "category"), ["dyeing", "weaving-cloth"]);
    // What links cannot tell apart is one value.
    assert_eq!(values(&service, "language"), ["go", "rust"]);
    let language = service.index.facet("language").unwrap();
    assert_eq!(service.facet(language).unwrap().values[0], ["Go", "go"]);
    assert_eq!(service.index.of(0, language), [0]);
    assert_eq!(values(&service, "country"), ["japan", "kenya"]);
    assert_eq!((service.index.facet("tags"), service.index.facet("one")), (None, None));
    assert_eq!(service.index.tabs, CATEGORY);
    assert_eq!(service.index.name(CATEGORY, 1, Lang::En), "Weaving & Cloth");
    // Each category has a hue of its own.
    let hues: Vec<u16> = service.index.catalog.categories.iter().map(|category| category.hue).collect();
    assert!(hues.iter().all(|&hue| hue > 0) && hues[0] != hues[1], "{hues:?}");
}

#[test]
fn the_page_names_facets_and_tabs() {
    let options = json!({ "facets": ["brand", "tag", "q"], "tabs": "brand", "fields": [{ "slug": "brand", "name": { "en": "Maker", "zh": "厂商" } }] });
    let facets =
        json!({ "brand": { "A": 1, "B": 2 }, "tag": { "x": 1 }, "q": { "y": 3 }, "other": { "o": 1, "p": 1 } });
    let (service, _) = first(&options, &json!({ "hits": [], "facets": facets }));
    let names: Vec<&str> = service.index.order.iter().map(|&facet| service.index.label(facet, Lang::En)).collect();
    assert_eq!(names, ["Maker", "Topic", "Q"]);
    assert_eq!(service.index.key(service.index.tabs), "brand");
    // `q` is the search.
    assert_eq!(service.index.key(service.index.order[2]), "field-q");
}
