//! The orders.

use e2e::catalog::Catalog;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::Value;

/// Waits until the cards are in descending order of this key.
#[track_caller]
fn expect_falling<K: Ord + std::fmt::Debug>(visitor: &Visitor, catalog: &Catalog, key: impl Fn(&Value) -> K) {
    let is_falling = || {
        let cards = visitor.see_cards();
        assert_eq!(cards.len(), 52);
        let keys: Vec<K> = cards.iter().map(|name| key(catalog.project(name))).collect();
        keys.windows(2).all(|pair| pair[0] >= pair[1])
    };
    eventually(is_falling, &true);
}

#[test]
fn the_newest_come_first_by_default() {
    let visitor = Visitor::sees("");
    assert_eq!(visitor.order(), "Newest in the Sandbox");
    expect_falling(&visitor, &Catalog::read(), |project| project["accepted"].to_string());
    visitor.expect_quiet();
}

#[test]
fn orders_can_be_chosen() {
    let visitor = Visitor::sees("");
    let catalog = Catalog::read();
    let reverse = std::cmp::Reverse::<String>;
    visitor.sort_by("Name");
    expect_falling(&visitor, &catalog, |project| reverse(project["name"].to_string().to_lowercase()));
    visitor.sort_by("Oldest first commit");
    expect_falling(&visitor, &catalog, |project| reverse(project["first_commit"].to_string()));
    visitor.sort_by("Oldest at acceptance");
    // By month, because that is all that is visible.
    let months = |date: &Value| {
        let date = date.as_str().unwrap_or_default();
        date[..4].parse::<i32>().unwrap_or_default() * 12 + date[5..7].parse::<i32>().unwrap_or_default()
    };
    let is_falling = || {
        let ages: Vec<i32> = visitor
            .see_cards()
            .iter()
            .map(|name| catalog.project(name))
            .map(|project| months(&project["accepted"]) - months(&project["first_commit"]))
            .collect();
        ages.len() == 52 && ages.windows(2).all(|pair| pair[0] >= pair[1] - 2)
    };
    eventually(is_falling, &true);
    visitor.sort_by("Most stars");
    // Unknown comes last.
    expect_falling(&visitor, &catalog, |project| project["counts"]["stars"]["value"].as_u64());
    visitor.sort_by("Recently active");
    expect_falling(&visitor, &catalog, |project| project["activity"]["last_commit"].to_string());
    visitor.sort_by("Newest in the Sandbox");
    expect_falling(&visitor, &catalog, |project| project["accepted"].to_string());
    assert_eq!(visitor.orders().len(), 6);
    visitor.expect_quiet();
}

#[test]
fn an_order_stays_when_the_filter_changes() {
    let visitor = Visitor::sees("");
    visitor.sort_by("Name");
    visitor.pick_tab("Service Mesh");
    eventually(|| visitor.see_cards().len() < 52, &true);
    let cards = visitor.see_cards();
    assert!(cards.is_sorted_by_key(|name| name.to_lowercase()), "{cards:?}");
    visitor.pick_tab("All");
    visitor.expect_number_of_cards(52);
    let cards = visitor.see_cards();
    assert!(cards.is_sorted_by_key(|name| name.to_lowercase()), "{cards:?}");
    visitor.expect_quiet();
}
