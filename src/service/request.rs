//! The requests for what the reader has chosen, as InstantSearch makes them: one for the hits and the counts; and one for each facet in
//! which values are chosen, without them, because a facet's counts ignore its own choice.

use super::answer::Answer;
use super::facets::{Facet, Service};
use super::json;
use super::options::{Options, Text};
use crate::data::tree::Tree;
use crate::filter::{Filter, Outcome, Sort, has_words};
use crate::text::concat;

/// How many values of an attribute are counted, if the page does not say it.
const VALUES: f64 = 200.0;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// What the reader has chosen.
    pub filter: &'a Filter,
    /// What exists here.
    pub scope: &'a Filter,
    /// The page of hits, from 0.
    pub page: u32,
}

/// Requests, and how many they are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Requests {
    /// As JSON: the argument of `search`.
    pub json: String,
    /// How many they are.
    pub n: usize,
}

/// Choices that are combined by OR: an attribute, and its values.
type Group<'a> = (&'a str, Vec<&'a Text>);

struct Request<'a> {
    words: &'a str,
    page: u32,
    n_hits: u32,
    counted: Vec<&'a str>,
    groups: Vec<Group<'a>>,
}

/// The request before anything is known: everything, and all counts.
#[must_use]
pub fn first(options: &Options) -> Requests {
    let counted = options.counted();
    let counted = counted.iter().map(|attribute| &**attribute).collect();
    let all = Request { words: "", page: 0, n_hits: options.n_hits(), counted, groups: Vec::new() };
    written(options, options.index_of(Sort::default()), &[all])
}

/// The requests of a reader who has chosen nothing.
#[must_use]
pub fn everything(service: &Service) -> Requests {
    let nothing = Filter::default();
    requests(service, Question { filter: &nothing, scope: &nothing, page: 0 })
}

/// What counts only if the chosen values of a facet (`but`) are ignored.
fn groups<'a>(service: &'a Service, question: Question<'a>, but: Option<usize>) -> Vec<Group<'a>> {
    let mut groups = Vec::new();
    for facet in &service.facets {
        let chosen = &question.filter.chosen[facet.number];
        for chosen in [Some(&question.scope.chosen[facet.number]), (but != Some(facet.number)).then_some(chosen)] {
            let values: Vec<&Text> = chosen
                .into_iter()
                .flatten()
                .filter_map(|&value| facet.values.get(usize::from(value)))
                .flatten()
                .collect();
            if !values.is_empty() {
                groups.push((&*facet.attribute, values));
            }
        }
    }
    groups
}

/// The facets in which values are chosen.
fn chosen<'a>(service: &'a Service, filter: &'a Filter) -> impl Iterator<Item = &'a Facet> {
    service.facets.iter().filter(|facet| !filter.chosen[facet.number].is_empty())
}

/// The words of the reader and of the page.
#[must_use]
pub fn words(question: Question) -> String {
    let texts = [&question.scope.search, &question.filter.search].map(|text| text.trim_ascii());
    let there: Vec<&str> = texts.into_iter().filter(|text| has_words(text)).collect();
    there.join(" ")
}

/// The requests for a question.
#[must_use]
pub fn requests(service: &Service, question: Question) -> Requests {
    let (words, nothing) = (words(question), Filter::default());
    let all = service.facets.iter().map(|facet| &*facet.attribute).collect();
    let n_hits = service.options.n_hits();
    let mut requests = vec![Request {
        words: &words,
        page: question.page,
        n_hits,
        counted: all,
        groups: groups(service, question, None),
    }];
    if question.page == 0 {
        requests.extend(chosen(service, question.filter).map(|facet| Request {
            words: &words,
            page: 0,
            n_hits: 0,
            counted: vec![&facet.attribute],
            groups: groups(service, question, Some(facet.number)),
        }));
    }
    // How many items exist here is not known of a scope.
    if question.page == 0 && tells_total(question.scope, question.filter) {
        let words = question.scope.search.trim_ascii();
        let groups = groups(service, Question { filter: &nothing, ..question }, None);
        requests.push(Request { words, page: 0, n_hits: 0, counted: Vec::new(), groups });
    }
    written(&service.options, service.options.index_of(question.filter.sort), &requests)
}

/// Whether the last request only counts the items in the scope.
fn tells_total(scope: &Filter, filter: &Filter) -> bool {
    !scope.is_empty() && !filter.is_empty()
}

/// How many items exist here, if the answers say it.
#[must_use]
pub fn total(scope: &Filter, filter: &Filter, answers: &[Answer]) -> Option<u32> {
    let of = if tells_total(scope, filter) && answers.len() > 1 { answers.last() } else { answers.first() };
    of.filter(|_| filter.is_empty() || answers.len() > 1 && !scope.is_empty()).map(|answer| answer.n_hits)
}

fn written(options: &Options, index: Option<&str>, requests: &[Request]) -> Requests {
    let mut json = String::new();
    json::list(&mut json, requests, |json, request| {
        json.push('{');
        if let Some(index) = index {
            json.push_str("\"indexName\":");
            json::text(json, index);
            json.push(',');
        }
        json.push_str("\"params\":");
        json::tree(json, &parameters(options, request));
        json.push('}');
    });
    Requests { json, n: requests.len() }
}

fn parameters(options: &Options, request: &Request) -> Tree {
    let text = |text: &str| Tree::String(text.to_owned().into());
    // A minus at the start would exclude the value.
    let condition = |attribute: &str, value: &str| {
        let escape = if value.starts_with('-') { "\\" } else { "" };
        text(&concat(&[attribute, ":", escape, value]))
    };
    let group =
        |(attribute, values): &Group| Tree::List(values.iter().map(|value| condition(attribute, value)).collect());
    let ours: [(&str, Tree); 6] = [
        ("query", text(request.words)),
        ("page", Tree::Number(request.page.into())),
        ("hitsPerPage", Tree::Number(request.n_hits.into())),
        ("maxValuesPerFacet", Tree::Number(VALUES)),
        ("facets", Tree::List(request.counted.iter().map(|attribute| text(attribute)).collect())),
        ("facetFilters", Tree::List(request.groups.iter().map(group).collect())),
    ];
    let mut all: Vec<(Text, Tree)> = options.parameters.clone();
    for (name, value) in ours {
        let is_empty = name == "facetFilters" && request.groups.is_empty();
        match all.iter_mut().find(|(known, _)| known == name) {
            // The page's own conditions hold as well.
            Some((_, Tree::List(own))) if name == "facetFilters" => {
                if let Tree::List(more) = value {
                    own.extend(more);
                }
            }
            Some((_, own)) if matches!(name, "query" | "page" | "hitsPerPage" | "facets") => *own = value,
            Some(_) => {}
            None if is_empty => {}
            None => all.push((name.into(), value)),
        }
    }
    Tree::Map(all)
}

/// What the answers to a question say, with the hits so far. `total`: how many items exist here.
#[must_use]
pub fn outcome(service: &Service, filter: &Filter, answers: &[Answer], shown: Vec<u16>, total: u32) -> Outcome {
    let mut outcome = Outcome { shown, total, ..Outcome::default() };
    let Some(first) = answers.first() else { return outcome };
    outcome.n_shown = first.n_hits;
    // A service may count as few as it has given.
    outcome.total = total.max(first.n_hits);
    for facet in &service.facets {
        let own = chosen(service, filter).position(|of| of.number == facet.number).and_then(|at| answers.get(at + 1));
        let answer = own.unwrap_or(first);
        let count = |written: &Vec<Text>| {
            written.iter().map(|value| answer.count(&facet.attribute, value).unwrap_or_default()).sum()
        };
        outcome.counts[facet.number] = facet.values.iter().map(count).collect();
        outcome.without[facet.number] = own.map_or(0, |own| own.n_hits.saturating_sub(first.n_hits));
    }
    outcome
}
