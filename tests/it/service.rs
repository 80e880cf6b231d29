//! Search services: requests and answers, against what the clients of two engines from npm have answered (`tests/clients/record.mjs`).

mod answers;
mod hits;
mod options;
mod recorded;
mod scopes;

use sandbox_explorer::data;
use sandbox_explorer::data::tree::Tree;
use sandbox_explorer::filter::Filter;
use sandbox_explorer::service::answer::{self, Answer};
use sandbox_explorer::service::facets::Service;
use sandbox_explorer::service::known::Read;
use sandbox_explorer::service::options::Options;
use sandbox_explorer::service::request::Question;
use serde_json::{Value, json};

pub(crate) fn tree(json: &Value) -> Tree {
    data::json::read(json.to_string().into_bytes()).unwrap()
}

/// Options that are all right.
#[track_caller]
pub(crate) fn options(json: &Value) -> Options {
    let (options, refused) = Options::read(&tree(json));
    assert_eq!(refused, [""; 0]);
    options
}

/// The answer to one request.
#[track_caller]
pub(crate) fn answered(result: &Value) -> Answer {
    let bytes = json!({ "results": [result] }).to_string().into_bytes();
    answer::read(bytes, 1, 0).unwrap().remove(0)
}

/// A service with this first answer, and its hits.
#[track_caller]
pub(crate) fn first(options: &Value, result: &Value) -> (Service, Read) {
    let answer = answered(result);
    let (service, mistakes) = Service::new(self::options(options), &answer);
    assert_eq!(mistakes.iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
    let read = service.known.take(&answer.hits, &service);
    (service, read)
}

/// What is asked for a filter, in no scope.
pub(crate) fn asking(filter: &Filter) -> Question<'_> {
    static NOTHING: std::sync::LazyLock<Filter> = std::sync::LazyLock::new(Filter::default);
    Question { filter, scope: &NOTHING, page: 0 }
}

/// The names of the values of a facet.
pub(crate) fn values(service: &Service, key: &str) -> Vec<String> {
    let facet = service.index.facet(key).unwrap_or_else(|| panic!("no facet {key}"));
    service.index.values(facet).iter().map(|value| value.slug.clone()).collect()
}
