//! The scope of a page and the page's own conditions hold in every request.

use sandbox_explorer::filter::Filter;
use sandbox_explorer::query;
use sandbox_explorer::service::request::{self, Question};
use serde_json::{Value, json};

use super::{answered, asking, first};

fn parameters(json: &str) -> Vec<Value> {
    let requests: Vec<Value> = serde_json::from_str(json).unwrap();
    requests.into_iter().map(|it| it["params"].clone()).collect()
}

#[test]
fn a_scope_holds_everywhere_and_is_counted() {
    let facets = json!({ "category": { "Weaving": 3, "Dyeing": 5 }, "country": { "Japan": 4, "Kenya": 4, "-x": 1 } });
    let (service, _) = first(&json!({}), &json!({ "hits": [], "facets": facets }));
    let filter = |text: &str| query::parse(service.index, text);
    let (scope, chosen) = (filter("category=dyeing&q=red"), filter("q=  light  &country=japan,-x&category=weaving"));
    let asked = request::requests(&service, Question { scope: &scope, ..asking(&chosen) });
    let all = parameters(&asked.json);
    assert_eq!((asked.n, all.len()), (4, 4));
    let groups = |n: usize| all[n]["facetFilters"].clone();
    let (dyeing, weaving, country) =
        (json!(["category:Dyeing"]), json!(["category:Weaving"]), json!(["country:Japan", "country:\\-x"]));
    assert_eq!(groups(0), json!([dyeing, weaving, country]));
    // A facet's counts ignore its own choice, and not that of the page.
    assert_eq!((groups(1), &all[1]["facets"]), (json!([dyeing, country]), &json!(["category"])));
    assert_eq!((groups(2), &all[2]["facets"]), (json!([dyeing, weaving]), &json!(["country"])));
    // The last one tells how many there are here.
    assert_eq!((groups(3), &all[3]["query"]), (json!([dyeing]), &json!("red")));
    for request in &all[..3] {
        assert_eq!(request["query"], "red light");
    }
    let n = |n: u32| answered(&json!({ "hits": [], "nbHits": n }));
    let answers = [n(1), n(4), n(2), n(9)];
    assert_eq!(request::total(&scope, &chosen, &answers), Some(9));
    let outcome = request::outcome(&service, &chosen, &answers, Vec::new(), 9);
    let without = |key: &str| outcome.without[service.index.facet(key).unwrap()];
    assert_eq!((outcome.n_shown, outcome.total, without("category"), without("country")), (1, 9, 3, 1));
    // Without a choice the first one tells it; without a scope it is that of the first answer of all.
    let nothing = Filter::default();
    assert_eq!(request::total(&scope, &nothing, &answers[..1]), Some(1));
    assert_eq!(request::total(&nothing, &chosen, &answers), None);
    assert_eq!(request::total(&nothing, &nothing, &answers[..1]), Some(1));
}

#[test]
fn the_pages_own_conditions_are_kept() {
    let options = json!({ "parameters": { "facetFilters": ["year:2024"], "filters": "a:b" } });
    let (service, _) = first(&options, &json!({ "hits": [], "facets": { "country": { "Japan": 4, "Kenya": 4 } } }));
    let all = parameters(&request::requests(&service, asking(&query::parse(service.index, "country=kenya"))).json);
    assert_eq!(all[0]["facetFilters"], json!(["year:2024", ["country:Kenya"]]));
    assert_eq!((&all[1]["facetFilters"], &all[1]["filters"]), (&json!(["year:2024"]), &json!("a:b")));
}
