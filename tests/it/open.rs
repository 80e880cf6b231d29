//! Open catalogs: a name is enough, and everything else is shown if it is there.

use catalog::model::{Catalog, Label};
use sandbox_explorer::data;
use sandbox_explorer::facet::{CATEGORY, FACETS, Index, MATURITY};
use sandbox_explorer::filter::{self, Filter};
use sandbox_explorer::i18n::Lang;
use sandbox_explorer::query;
use serde_json::{Value, json};

fn read(json: &Value) -> (Catalog, Vec<String>) {
    let (catalog, mistakes) = data::from_json(json.to_string().into_bytes(), data::brief()).unwrap();
    (catalog, mistakes.iter().map(ToString::to_string).collect())
}

#[track_caller]
fn fine(json: &Value) -> Catalog {
    let (catalog, mistakes) = read(json);
    assert_eq!(mistakes, [""; 0]);
    catalog
}

fn index(json: &Value) -> Index {
    Index::new(Box::leak(Box::new(fine(json))))
}

#[test]
fn a_name_is_enough_and_ids_are_made_from_names() {
    let names = ["Loom", "AT&T", "C++", "Ænix", "数据库", "Loom", "loom-2"];
    let catalog = fine(&json!({ "projects": names.map(|name| json!({ "name": name })) }));
    let ids: Vec<&str> = catalog.projects.iter().map(|project| project.id).collect();
    assert_eq!(ids, ["loom", "at-t", "c-plus-plus", "aenix", "p-2fe19137", "loom-2", "loom-2-2"]);
    // In the order of the file: there are no dates.
    assert_eq!(catalog.projects.iter().map(|project| project.name).collect::<Vec<_>>(), names);
}

#[test]
fn readers_of_another_language_see_their_texts() {
    let json = json!({
        "title": { "en": "Looms", "fr": "Métiers" },
        "projects": [
            { "name": "Loom", "summary": { "en": "It weaves.", "fr": "Il tisse.", "zh": "织布。" } },
            { "name": "Reed", "summary": { "en": "It beats." }, "links": { "fr": "https://reed.example/fr", "en": "https://reed.example/" } }
        ]
    });
    let (catalog, mistakes) = data::from_json_in("fr-CH", json.to_string().into_bytes(), data::brief()).unwrap();
    assert_eq!(mistakes.len(), 0);
    let [loom, reed] = catalog.projects else { panic!("{:?}", catalog.projects.len()) };
    assert_eq!((loom.summary.en, Lang::En.tag_in(loom, loom.summary)), ("Il tisse.", Some("fr")));
    assert_eq!((reed.summary.en, Lang::En.tag_in(reed, reed.summary)), ("It beats.", None));
    assert_eq!(reed.links.others.len(), 2);
    assert_eq!(catalog.terms.unwrap().title.en, "Métiers");
    let catalog = fine(&json);
    assert_eq!((catalog.projects[0].summary.en, catalog.projects[0].summary.zh), ("It weaves.", "织布。"));
}

#[test]
fn given_ids_come_before_those_that_are_made() {
    let catalog = fine(&json!({ "projects": [{ "name": "Loom" }, { "id": "loom", "name": "Other loom" }] }));
    assert_eq!(catalog.projects.iter().map(|project| project.id).collect::<Vec<_>>(), ["loom-2", "loom"]);
}

#[test]
fn what_has_no_category_is_in_other_if_others_have_one() {
    let one = |category: Value| json!({ "name": "A", "category": category });
    let catalog = fine(&json!({ "projects": [one(json!("Data Bases")), one(json!("yarn")), { "name": "B" }] }));
    let slugs: Vec<&str> = catalog.projects.iter().map(|project| project.category).collect();
    assert_eq!(slugs, ["data-bases", "yarn", "other"]);
    assert_eq!(Lang::En.category(&catalog, "data-bases"), "Data Bases");
    assert_eq!(Lang::Zh.category(&catalog, "other"), "其他");
    let catalog = fine(&json!({ "projects": [{ "name": "A" }, { "name": "B" }] }));
    assert!(catalog.projects.iter().all(|project| project.category.is_empty()));
}

#[test]
fn a_category_can_be_named_by_its_slug_or_its_word_and_be_one_of_several() {
    let index = index(&json!({
        "categories": [{ "slug": "a", "name": "Alpha", "parent": "Letters" }, { "slug": "b", "name": "Beta" }],
        "projects": [{ "name": "A", "categories": ["a", "b"] }, { "name": "B", "category": "b" }]
    }));
    assert_eq!(index.catalog.projects[0].category, "a");
    assert_eq!(index.catalog.categories[0].parent.en, "Letters");
    let names: Vec<&str> = (0..2).map(|value| index.name(CATEGORY, value, Lang::En)).collect();
    assert_eq!(names, ["Alpha", "Beta"]);
    let all = filter::scope(&index, &Filter::default());
    assert_eq!(filter::apply(&index, &all, &query::parse(&index, "category=b")).shown, [0, 1]);
}

#[test]
fn categories_without_hues_get_different_ones() {
    let rows: Vec<Value> = (0..12).map(|n| json!({ "slug": format!("c{n}"), "name": "C" })).collect();
    let catalog = fine(&json!({ "categories": rows, "projects": [{ "name": "A" }] }));
    let mut hues: Vec<u16> = catalog.categories.iter().map(|category| category.hue).collect();
    hues.sort_unstable();
    assert!(hues.windows(2).all(|pair| pair[1] - pair[0] >= 12), "{hues:?}");
}

#[test]
fn texts_are_of_any_language_and_the_best_match_is_read() {
    let summary = |summary: Value| fine(&json!({ "projects": [{ "name": "A", "summary": summary }] })).projects[0];
    let check = |given: Value, en: &str, zh: &str, lang: &str| {
        let project = summary(given);
        assert_eq!((project.summary.en, project.summary.zh, project.lang), (en, zh, lang));
    };
    check(json!("One"), "One", "One", "");
    check(json!({ "en": "One" }), "One", "One", "");
    check(json!({ "zh-CN": "一", "en-GB": "One" }), "One", "一", "");
    check(json!({ "de": "Eins", "fr": "Un" }), "Eins", "Eins", "de");
    check(json!({ "de": "Eins", "zh_TW": "一" }), "Eins", "一", "");
    check(json!("Line\r\nand\u{2028}line\tend "), "Line\nand\nline end", "Line\nand\nline end", "");
    let catalog = fine(&json!({ "lang": "ja", "projects": [{ "name": "A", "summary": "織機" }] }));
    assert_eq!(catalog.projects[0].lang, "ja");
    assert_eq!(summary(json!("x".repeat(10_000))).summary.en.len(), 10_000);
}

#[test]
fn fields_links_and_levels_have_any_name() {
    let catalog = fine(&json!({ "projects": [{
        "name": "A",
        "maturity": "Emerging",
        "links": { "website": "https://a.example/", "Bug tracker": "https://a_b.example/" },
        "fields": { "Fiscal Year": 2024, "is open": true, "none": null, "ratio": 0.25, "国家": ["日本", "中国"] }
    }] }));
    let project = &catalog.projects[0];
    assert_eq!((project.maturity.level, project.links.others[0].name), ("Emerging", "Bug tracker"));
    let fields: Vec<_> = project.fields.iter().map(|extra| (extra.field, extra.values)).collect();
    let expected: [(&str, &[&str]); 4] =
        [("fiscal-year", &["2024"]), ("is-open", &["true"]), ("ratio", &["0.25"]), ("国家", &["日本", "中国"])];
    assert_eq!(fields, expected);
    assert_eq!(catalog.columns[0].name, Label { en: "Fiscal year", zh: "Fiscal year", zh_hant: "" });
}

#[test]
fn a_bad_value_costs_that_value_and_an_entry_without_a_name_is_lost() {
    let (catalog, mistakes) = read(&json!({ "projects": [
        { "name": "A", "id": "No Slug", "links": { "website": "javascript:alert(1)", "docs": "https://a.example/" }, "accepted": "soon" },
        { "summary": "Nameless" },
        "no table",
        { "name": "B", "licence": 7, "unknown": 1, "counts": { "stars": 12 } }
    ] }));
    assert_eq!(catalog.projects.iter().map(|project| project.id).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(catalog.projects[0].links.docs, Some("https://a.example/"));
    assert_eq!(catalog.projects[1].counts.stars.map(|count| count.value), Some(12));
    assert_eq!(catalog.terms.map(|terms| terms.lost), Some(2));
    let places: Vec<&str> = mistakes.iter().filter_map(|line| line.split([':', ' ']).next()).collect();
    let expected = [
        "projects[0].id",
        "projects[0].accepted",
        "projects[0].links.website",
        "projects[1].name",
        "projects[2]",
        "projects[3].unknown",
        "projects[3].licence",
    ];
    let sorted = |mut places: Vec<&'static str>| {
        places.sort_unstable();
        places
    };
    assert_eq!(sorted(places.iter().map(|place| &*place.to_string().leak()).collect()), sorted(expected.to_vec()));
}

fn countries() -> Value {
    let projects: Vec<Value> = (0..40)
        .map(|n| {
            let country = ["Japan", "japan", "Norway"][n % 3];
            json!({
                "name": format!("P{n}"),
                "fields": { "country": country, "serial": format!("s{n}"), "sort": format!("k{}", n % 2) }
            })
        })
        .collect();
    json!({ "projects": projects })
}

#[test]
fn fields_that_split_the_list_into_a_few_groups_become_facets() {
    let index = index(&countries());
    let country = index.facet("country").unwrap();
    // "japan" is "Japan" in a link.
    let names: Vec<&str> = (0..2).map(|value| index.name(country, value, Lang::En)).collect();
    assert_eq!((names.as_slice(), index.values(country).len()), (&["Japan", "Norway"][..], 2));
    assert_eq!((index.label(country, Lang::En), index.facet("serial")), ("Country", None));
    // A key that means something else in links.
    assert!(index.facet("sort").is_none() && index.facet("field-sort").is_some());
    // Without categories, the first one that each project has is that of the tabs.
    assert_eq!(index.tabs, country);
    let all = filter::scope(&index, &Filter::default());
    let shown = filter::apply(&index, &all, &query::parse(&index, "country=norway")).shown;
    assert_eq!(shown.len(), 13);
    let filter = query::parse(&index, "country=norway&field-sort=k1");
    assert_eq!(query::print(&index, &filter), "country=norway&field-sort=k1");
}

#[test]
fn a_catalog_says_which_facets_it_has() {
    let mut json = countries();
    json["facets"] = json!(["serial", "maturity", "nothing"]);
    json["tabs"] = json!("country");
    json["fields"] = json!([{ "slug": "serial", "name": "Serial number" }, { "slug": "maturity", "name": "Stage" }]);
    let index = index(&json);
    let keys: Vec<&str> = index.order.iter().map(|&facet| index.key(facet)).collect();
    assert_eq!((keys.as_slice(), index.key(index.tabs)), (&["serial", "maturity", "country"][..], "country"));
    assert_eq!(index.label(MATURITY, Lang::En), "Stage");
    assert_eq!(index.values(index.order[0]).len(), 40);
}

#[test]
fn what_hardly_a_project_has_is_no_facet_unless_the_catalog_says_so() {
    let mut projects: Vec<Value> = (0..40).map(|n| json!({ "name": format!("P{n}") })).collect();
    for (n, project) in projects.iter_mut().enumerate().take(2) {
        project["licence"] = json!(["MIT", "Apache-2.0"][n]);
        project["maturity"] = json!(["sandbox", "graduated"][n]);
    }
    let mut json = json!({ "projects": projects });
    let order = |json: &Value| index(json).order.iter().map(|&facet| FACETS[facet].key).collect::<Vec<_>>();
    assert_eq!(order(&json), ["category"]);
    json["facets"] = json!(["licence"]);
    assert_eq!(order(&json), ["licence"]);
}
