//! What two engines have answered is shown, and every count is that of the documents themselves.

use sandbox_explorer::filter::Filter;
use sandbox_explorer::query;
use sandbox_explorer::service::answer;
use sandbox_explorer::service::facets::Service;
use sandbox_explorer::service::request::{self, Question};
use serde_json::{Value, json};

use super::{asking, options};

const MEILISEARCH: &str = include_str!("../../clients/recorded/meilisearch.json");
const TYPESENSE: &str = include_str!("../../clients/recorded/typesense.json");
const DOCUMENTS: &str = include_str!("../../clients/recorded/documents.json");

/// Attributes, and the keys of their facets.
const FACETS: [(&str, &str); 4] =
    [("genre", "category"), ("languages", "language"), ("license", "licence"), ("country", "country")];

fn parsed(text: &str) -> Vec<Value> {
    serde_json::from_str(text).unwrap()
}

/// The slug of a value as links have it.
fn slug(key: &str, value: &str) -> String {
    if key == "category" { catalog::slug::of(value, "c") } else { value.to_lowercase().replace(' ', "-") }
}

/// Whether a document matches the words and, except in `but`, the chosen values.
fn matches(document: &Value, service: &Service, filter: &Filter, but: Option<&str>) -> bool {
    let text = format!("{} {}", document["title"], document["description"]).to_lowercase();
    filter.search.split_whitespace().all(|word| text.contains(word))
        && FACETS.iter().filter(|(attribute, _)| Some(*attribute) != but).all(|(attribute, key)| {
            let facet = service.index.facet(key).unwrap();
            let chosen = &filter.chosen[facet];
            let has = |value: &u16| {
                of(document, attribute)
                    .any(|it| slug(key, &it) == service.index.values(facet)[usize::from(*value)].slug)
            };
            chosen.is_empty() || chosen.iter().any(has)
        })
}

/// The values of an attribute.
fn of(document: &Value, attribute: &str) -> impl Iterator<Item = String> {
    let value = &document[attribute];
    let all = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
    all.into_iter().map(|value| value.as_str().unwrap().to_owned())
}

/// Checks every recorded answer, after the first one.
fn check(recorded: &str, stars: &str) {
    let (recorded, documents) = (parsed(recorded), parsed(DOCUMENTS));
    let options = options(&json!({
        "indexName": "items",
        "attributes": { "name": "title", "category": "genre" },
        "facets": ["category", "languages", "license", "country"],
        "sorts": { "stars": stars },
    }));
    assert_eq!(sent(&request::first(&options).json), recorded[0]["requests"]);
    let read = |it: &Value, page| {
        let n = it["requests"].as_array().unwrap().len();
        answer::read(it["answer"].to_string().into_bytes(), n, page).unwrap()
    };
    let base = read(&recorded[0], 0);
    let (service, mistakes) = Service::new(options, &base[0]);
    assert!(mistakes.is_empty());
    for it in &recorded {
        let query = it["query"].as_str().unwrap();
        let page = u32::from(query == "page=1");
        let filter = query::parse(service.index, query);
        assert!(page > 0 || query::print(service.index, &filter) == query, "{query}");
        let requests = request::requests(&service, Question { page, ..asking(&filter) });
        assert_eq!(sent(&requests.json), it["requests"], "{query}");
        let answers = read(it, page);
        let hits = service.known.take(&answers[0].hits, &service);
        assert_eq!(hits.lost, 0);
        let outcome = request::outcome(&service, &filter, &answers, hits.numbers, 60);
        let shown: Vec<&Value> = documents.iter().filter(|it| matches(it, &service, &filter, None)).collect();
        assert_eq!(outcome.n_shown as usize, if page > 0 { 60 } else { shown.len() }, "{query}");
        assert_eq!(answers[0].has_more, page == 0 && shown.len() > 24 || page == 1, "{query}");
        let names: Vec<&str> = outcome.shown.iter().map(|&number| service.index.at(number).name).collect();
        let mut expected: Vec<&Value> = shown.clone();
        if query == "sort=stars" {
            expected.sort_by_key(|it| std::cmp::Reverse(it["stars"].as_u64()));
        }
        let expected: Vec<&str> =
            expected.iter().skip(24 * page as usize).take(24).map(|it| it["title"].as_str().unwrap()).collect();
        assert_eq!(names, expected, "{query}");
        for (attribute, key) in FACETS {
            let facet = service.index.facet(key).unwrap();
            let but: Vec<&Value> =
                documents.iter().filter(|it| matches(it, &service, &filter, Some(attribute))).collect();
            for (value, count) in service.index.values(facet).iter().zip(&outcome.counts[facet]) {
                let n = but.iter().filter(|it| of(it, attribute).any(|one| slug(key, &one) == value.slug)).count();
                assert_eq!(*count as usize, n, "{query}: {key} {}", value.slug);
            }
            assert_eq!(outcome.without[facet] as usize, but.len() - shown.len(), "{query}: without {key}");
        }
    }
}

fn sent(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

#[test]
fn meilisearch_is_asked_and_counted() {
    check(MEILISEARCH, "items:stars:desc");
}

#[test]
fn typesense_is_asked_and_counted() {
    check(TYPESENSE, "items/sort/stars:desc");
}
