//! What a page says about its service.

use sandbox_explorer::service::options::Options;
use sandbox_explorer::service::request;
use serde_json::{Value, json};

use super::{options, tree};

#[track_caller]
fn refused(json: &Value, expected: &[&str]) {
    let (_, refused) = Options::read(&tree(json));
    assert_eq!(refused.len(), expected.len(), "{refused:?}");
    for (line, start) in refused.iter().zip(expected) {
        assert!(line.starts_with(start), "{line}");
    }
}

#[test]
fn what_cannot_be_used_is_named() {
    refused(&json!({ "hitsPerPage": 0 }), &["searchClient.hitsPerPage: must be a number from 1 to 200"]);
    refused(
        &json!({ "attributes": { "nam": "title" } }),
        &["searchClient.attributes.nam: unknown; allowed: id, name, summary, "],
    );
    refused(
        &json!({ "attributes": { "name": {} } }),
        &["searchClient.attributes.name: must be the name of an attribute"],
    );
    refused(
        &json!({ "sorts": { "price": "x" } }),
        &["searchClient.sorts.price: unknown order; allowed: accepted, name, "],
    );
    refused(
        &json!({ "parameters": [], "sorts": "name" }),
        &["searchClient.parameters: must be", "searchClient.sorts: must be a table of keys"],
    );
    refused(&json!({ "links.x": 1, "attributes": { "links.": "a" } }), &["searchClient.attributes.links.: unknown"]);
}

#[test]
fn the_first_request_asks_for_everything() {
    let first = |options: &Value| serde_json::from_str::<Value>(&request::first(&self::options(options)).json).unwrap();
    let bare =
        json!([{ "params": { "query": "", "page": 0, "hitsPerPage": 24, "maxValuesPerFacet": 200, "facets": ["*"] } }]);
    assert_eq!(first(&json!({})), bare);
    let own = json!({
        "indexName": "a \"b\"\n", "hitsPerPage": 60, "facets": ["genre", "licence", "tag"], "attributes": { "licence": "license.spdx" },
        "parameters": { "filters": "year > 2000", "maxValuesPerFacet": 1000, "query": "no", "ratio": -1.25 },
    });
    let params = json!({
        "filters": "year > 2000", "maxValuesPerFacet": 1000, "query": "", "ratio": -1.25, "page": 0, "hitsPerPage": 60,
        "facets": ["genre", "license.spdx", "tag"],
    });
    assert_eq!(first(&own), json!([{ "indexName": "a \"b\"\n", "params": params }]));
}
