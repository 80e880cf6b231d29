//! The projects that a filter shows, and the counts.

use sandbox_explorer::facet::{self, CATEGORY, FACETS, Index};
use sandbox_explorer::filter::{Filter, Outcome};
use sandbox_explorer::query;

use crate::tiny::{ask, ids, tiny};

fn facet(key: &str) -> usize {
    FACETS.iter().position(|facet| facet.key == key).unwrap()
}

#[track_caller]
fn check(query: &str, expected: &str) {
    let index = tiny();
    assert_eq!(ids(&index, &ask(&index, "", query).shown), expected);
}

#[track_caller]
fn check_scope(scope: &str, query: &str, expected: &str) {
    let index = tiny();
    assert_eq!(ids(&index, &ask(&index, scope, query).shown), expected);
}

fn counts_in(index: &Index, outcome: &Outcome, key: &str) -> String {
    let facet = facet(key);
    let count = |(value, n): (_, &u32)| {
        let value: &sandbox_explorer::facet::Value = value;
        format!("{} {n}", value.slug)
    };
    index.values(facet).iter().zip(&outcome.counts[facet]).map(count).collect::<Vec<_>>().join(", ")
}

#[track_caller]
fn check_counts(query: &str, key: &str, expected: &str) {
    let index = tiny();
    assert_eq!(counts_in(&index, &ask(&index, "", query), key), expected);
}

#[track_caller]
fn check_without(query: &str, key: &str, expected: u32) {
    assert_eq!(ask(&tiny(), "", query).without[facet(key)], expected);
}

/// The constants are printed from the rows: a row may be added anywhere. (A name that does not exist: see the doctest of `facet`.)
#[test]
fn each_constant_is_the_place_of_its_row() {
    for (constant, key) in [
        (facet::CATEGORY, "category"),
        (facet::PART, "part"),
        (facet::LANGUAGE, "language"),
        (facet::MATURITY, "maturity"),
        (facet::REGION, "region"),
        (facet::LICENCE, "licence"),
        (facet::TAG, "tag"),
    ] {
        assert_eq!(constant, facet(key), "{key}");
    }
    assert_eq!(CATEGORY, facet::CATEGORY);
}

#[test]
fn no_filter_shows_all_newest_first() {
    check("", "delta beta gamma alpha");
}

#[test]
fn each_facet_narrows() {
    check("category=storage", "delta alpha");
    check("part=2", "delta beta");
    check("language=rust", "delta beta");
    check("licence=apache-2.0", "delta");
    check("region=europe", "beta");
    check("maturity=archived", "gamma");
    check("tag=csi", "delta alpha");
}

#[test]
fn values_of_one_facet_are_alternatives() {
    check("region=europe,china", "beta gamma alpha");
    check("maturity=sandbox,archived", "delta beta gamma alpha");
}

#[test]
fn facets_narrow_each_other() {
    check("language=rust&region=europe", "beta");
    check("region=europe,china&category=storage", "alpha");
    check("language=rust&maturity=archived", "");
}

#[test]
fn a_project_without_a_value_is_not_found_by_it() {
    check("region=china,europe&licence=apache-2.0", "");
}

#[test]
fn search_and_facets_narrow_each_other() {
    check("q=a&category=storage", "alpha delta");
    check("q=mesh&part=1", "gamma");
    check("q=mesh&licence=apache-2.0", "");
}

#[test]
fn values_stand_in_the_order_of_their_table_or_by_frequency() {
    check_counts("", "category", "mesh 2, storage 2");
    check_counts("", "part", "2 2, 1 2");
    check_counts("", "region", "china 2, europe 1");
    check_counts("", "maturity", "sandbox 3, archived 1");
    check_counts("", "language", "go 3, rust 2");
    check_counts("", "licence", "mit 3, apache-2.0 1");
    check_counts("", "tag", "cli 2, csi 2");
}

#[test]
fn a_facets_counts_ignore_its_own_choice() {
    check_counts("language=rust", "language", "go 3, rust 2");
    check_counts("language=rust&part=2", "language", "go 1, rust 2");
    check_counts("language=rust", "part", "2 2, 1 0");
    check_counts("q=alpha&region=europe", "region", "china 1, europe 0");
    check_counts("q=alpha&region=europe", "category", "mesh 0, storage 0");
}

#[test]
fn a_count_is_what_ticking_the_option_shows() {
    let index = tiny();
    for query in ["", "language=rust", "region=china&category=storage", "q=a&tag=cli", "maturity=archived&tag=csi"] {
        let filter = query::parse(&index, query);
        let outcome = ask(&index, "", query);
        for facet in 0..FACETS.len() {
            for value in 0..index.values(facet).len() as u16 {
                let mut ticked = filter.clone();
                ticked.chosen[facet] = vec![value];
                let shown = ask(&index, "", &query::print(&index, &ticked)).shown.len();
                assert_eq!(outcome.counts[facet][usize::from(value)] as usize, shown, "{query}: {facet} {value}");
            }
        }
    }
}

#[test]
fn without_a_condition_that_alone_keeps_projects_out_there_are_more() {
    check_without("language=rust&maturity=archived", "language", 1);
    check_without("language=rust&maturity=archived", "maturity", 2);
    check_without("language=rust&maturity=archived", "region", 0);
    // Gamma fails two conditions: removing one of them does not show it.
    check_without("language=rust&category=storage&licence=apache-2.0", "language", 0);
    check_without("language=rust", "language", 2);
    let searched = |query| ask(&tiny(), "", query).without_search;
    assert_eq!(searched("q=nowhere&region=china"), 2);
    assert_eq!(searched("q=alpha"), 3);
    assert_eq!(searched("region=china"), 0);
}

#[test]
fn the_first_tab_shows_what_no_category_would() {
    let index = tiny();
    for (query, expected) in [("", 4), ("category=mesh", 4), ("category=mesh&region=china", 2), ("q=alpha", 1)] {
        assert_eq!(ask(&index, "", query).n_all_tabs(&index), expected, "{query}");
    }
}

#[test]
fn a_scope_narrows_what_exists() {
    check_scope("region=china", "", "gamma alpha");
    check_scope("region=china", "category=mesh", "gamma");
    check_scope("q=beta", "", "beta");
    let index = tiny();
    let outcome = ask(&index, "category=storage", "part=2");
    assert_eq!((outcome.total, outcome.shown.len()), (2, 1));
    assert_eq!(counts_in(&index, &outcome, "region"), "china 0, europe 0");
    assert_eq!(counts_in(&index, &outcome, "part"), "2 1, 1 1");
}

#[test]
fn a_list_of_projects_and_facets_narrow_a_scope_together() {
    check_scope("project=alpha,delta,gamma", "", "alpha delta gamma");
    check_scope("project=alpha,delta,gamma&region=china", "", "alpha gamma");
    check_scope("project=alpha,nobody", "", "alpha");
    // A list without any known project is no list: a page with a typo in it shows all rather than
    // nothing.
    check_scope("project=nobody", "", "delta beta gamma alpha");
}

#[test]
fn the_open_project_does_not_narrow() {
    check("project=alpha", "delta beta gamma alpha");
}

#[test]
fn toggling_twice_changes_nothing() {
    let mut filter = Filter::default();
    filter.toggle(2, 1);
    filter.toggle(2, 0);
    assert_eq!(filter.chosen[2], [1, 0]);
    filter.toggle(2, 1);
    filter.toggle(2, 0);
    assert_eq!(filter, Filter::default());
}

#[test]
fn clearing_takes_back_all_that_narrows_and_nothing_else() {
    let index = tiny();
    let mut filter = query::parse(&index, "q=a+b&region=china,europe&category=mesh&project=alpha&sort=name");
    assert_eq!((filter.n_active(), filter.n_chosen_but(CATEGORY), filter.is_empty()), (4, 2, false));
    filter.clear();
    assert_eq!((filter.n_active(), filter.is_empty()), (0, true));
    assert_eq!(query::print(&index, &filter), "project=alpha&sort=name");
}

#[test]
fn spaces_alone_are_no_search() {
    let filter = Filter { search: " \u{3000} ".into(), ..Filter::default() };
    assert!(filter.is_empty());
    check("q=++", "delta beta gamma alpha");
}

#[test]
fn an_empty_catalog_gives_nothing() {
    let catalog: &'static _ = Box::leak(Box::new(crate::tiny::catalog(&[])));
    let outcome = ask(&Index::new(catalog), "", "q=a");
    assert_eq!((outcome.shown.len(), outcome.total, outcome.n_all_tabs(Index::nothing())), (0, 0, 0));
}
