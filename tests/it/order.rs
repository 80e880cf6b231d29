//! The order of the cards: the default, by name, by first commit, by stars, by the page's own list.

use sandbox_explorer::facet::Index;
use sandbox_explorer::filter::Sort;

use crate::tiny::{ask, ids, tiny};

#[track_caller]
fn check(scope: &str, query: &str, expected: &str) {
    let index = tiny();
    assert_eq!(ids(&index, &ask(&index, scope, query).shown), expected);
}

#[test]
fn the_newest_in_the_sandbox_stand_first() {
    check("", "", "delta beta gamma alpha");
    check("", "sort=accepted", "delta beta gamma alpha");
}

#[test]
fn by_name_ignores_case() {
    check("", "sort=name", "alpha beta delta gamma");
}

#[test]
fn the_oldest_first_commit_stands_first() {
    // Delta's date has only a month, and comes before all days of it.
    check("", "sort=first-commit", "alpha beta delta gamma");
}

#[test]
fn most_stars_stand_first_and_unknown_ones_last_by_name() {
    check("", "sort=stars", "gamma beta alpha delta");
}

#[test]
fn a_scopes_list_keeps_its_order() {
    check("project=gamma,alpha,delta", "", "gamma alpha delta");
    check("project=gamma,alpha,delta", "region=china", "gamma alpha");
}

#[test]
fn the_reader_can_sort_a_scopes_list() {
    check("project=gamma,alpha,delta", "sort=name", "alpha delta gamma");
}

#[test]
fn a_scope_may_set_the_order_to_start_with() {
    check("sort=name", "", "alpha beta delta gamma");
    check("project=gamma,alpha,delta&sort=stars", "", "gamma alpha delta");
    check("sort=name", "sort=stars", "gamma beta alpha delta");
}

#[test]
fn a_search_ranks_only_in_the_default_order() {
    // "a" is the beginning of Alpha's name only.
    check("", "q=a", "alpha delta beta gamma");
    check("", "q=a&sort=name", "alpha beta delta gamma");
    check("", "q=a&sort=stars", "gamma beta alpha delta");
}

#[test]
fn equal_matches_keep_the_scopes_order() {
    check("", "q=ta", "delta beta");
    check("project=beta,delta", "q=ta", "beta delta");
}

#[test]
fn every_order_holds_on_the_bundled_catalog() {
    let index = Index::bundled();
    let in_order = |sort: Sort| {
        let shown = ask(index, "", &format!("sort={}", sort.slug())).shown;
        assert_eq!(shown.len(), 52);
        shown.into_iter().map(|number| &index.catalog.projects[usize::from(number)])
    };
    assert!(in_order(Sort::Accepted).is_sorted_by_key(|p| std::cmp::Reverse(p.accepted)));
    assert!(in_order(Sort::Name).is_sorted_by_key(|p| p.name.to_lowercase()));
    assert!(in_order(Sort::FirstCommit).is_sorted_by_key(|p| p.first_commit));
    assert!(in_order(Sort::Age).is_sorted_by_key(|p| std::cmp::Reverse(p.accepted.tenths_since(p.first_commit))));
    assert!(
        in_order(Sort::LastCommit)
            .is_sorted_by(|a, b| a.activity.map(|it| it.last_commit) >= b.activity.map(|it| it.last_commit))
    );
    let stars: Vec<Option<u32>> = in_order(Sort::Stars).map(|p| p.counts.stars.map(|count| count.value)).collect();
    assert!(stars.is_sorted_by(|a, b| a >= b) && stars[0].is_some() && stars[51].is_none());
}
