//! Answers that are none.

use sandbox_explorer::service::answer;
use serde_json::json;

use super::answered;

#[track_caller]
fn refused(text: &str, expected: &str) {
    let why = answer::read(text.as_bytes().to_vec(), 2, 0).map(|_| ()).unwrap_err();
    assert!(why.starts_with(expected), "{text}: {why}");
}

#[test]
fn an_answer_without_results_says_so() {
    refused("", "");
    refused("null", "results: must be a list");
    refused("{}", "results: must be a list");
    refused(r#"{"results":{"0":1}}"#, "results: must be a list");
    refused(r#"{"results":[{"hits":[]}]}"#, "results: 1 instead of 2");
    refused(r#"{"results":[{"hits":[]},{"hits":7}]}"#, "results[1].hits: must be a list");
    refused(r#"{"results":[null,null]}"#, "results[0].hits: must be a list");
}

#[test]
fn what_an_answer_lacks_is_guessed() {
    let answer = answered(&json!({ "hits": [{ "name": "A" }], "nbHits": "many", "nbPages": null, "facets": [1] }));
    assert_eq!((answer.n_hits, answer.has_more, answer.facets.len()), (1, true, 0));
    // The last page of a service that says how many there are, and one without hits.
    assert!(!answered(&json!({ "hits": [{ "name": "A" }], "nbHits": 1, "nbPages": 1 })).has_more);
    assert!(!answered(&json!({ "hits": [], "nbHits": 90 })).has_more);
    let answer = answered(&json!({ "hits": [], "facets": { "a": { "x": 2, "y": -1, "z": "3", "w": 9 }, "b": null } }));
    assert_eq!(
        answer.counts("a").unwrap().iter().map(|(value, n)| (&**value, *n)).collect::<Vec<_>>(),
        [("w", 9), ("x", 2)]
    );
    assert_eq!((answer.count("a", "x"), answer.count("a", "y"), answer.count("c", "x")), (Some(2), None, None));
}
