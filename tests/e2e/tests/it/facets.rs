//! The facets.

use e2e::catalog::{Catalog, has};
use e2e::visitor::Visitor;
use e2e::wait::eventually;

#[test]
fn values_of_a_facet_add_up_and_facets_narrow_each_other() {
    let visitor = Visitor::sees("");
    let catalog = Catalog::read();
    visitor.tick("Language", "Rust");
    visitor.expect_set_of_cards(catalog.names(|it| has(&it["languages"], "Rust")));
    visitor.tick("Language", "Python");
    let either = |it: &serde_json::Value| has(&it["languages"], "Rust") || has(&it["languages"], "Python");
    visitor.expect_set_of_cards(catalog.names(either));
    visitor.tick("CNCF status", "Archived");
    visitor.expect_set_of_cards(catalog.names(|it| either(it) && it["maturity"]["level"] == "archived"));
    visitor.tick("Language", "Rust");
    let archived = |it: &serde_json::Value| it["maturity"]["level"] == "archived";
    visitor.expect_set_of_cards(catalog.names(|it| has(&it["languages"], "Python") && archived(it)));
    visitor.expect_quiet();
}

#[test]
fn a_count_is_what_ticking_shows() {
    let visitor = Visitor::sees("query=part=4");
    visitor.expect_number_of_cards(13);
    for facet in ["Language", "CNCF status", "Licence", "Origin"] {
        let options = visitor.options(facet);
        assert!(options.len() > 1, "{facet}: {options:?}");
        for option in options.iter().filter(|option| option.enabled).take(3) {
            visitor.tick(facet, &option.name);
            visitor.expect_number_of_cards(option.count);
            // The facet's own counts ignore its own selection.
            let counts = |options: &[e2e::visitor::FacetOption]| options.iter().map(|it| it.count).collect::<Vec<_>>();
            assert_eq!(counts(&visitor.options(facet)), counts(&options), "{facet} after {}", option.name);
            visitor.tick(facet, &option.name);
            visitor.expect_number_of_cards(13);
        }
    }
    visitor.expect_quiet();
}

#[test]
fn what_would_show_nothing_is_disabled_and_not_removed() {
    let visitor = Visitor::sees("");
    let before: Vec<String> = visitor.options("Language").into_iter().map(|option| option.name).collect();
    visitor.tick("CNCF status", "Archived");
    eventually(|| visitor.chips(), &["Archived"][..]);
    let options = visitor.options("Language");
    let after: Vec<String> = options.iter().map(|option| option.name.clone()).collect();
    assert_eq!(before, after);
    assert!(options.iter().any(|option| !option.enabled), "{options:?}");
    for option in options {
        assert_eq!(option.enabled, option.count > 0, "{option:?}");
    }
    visitor.expect_quiet();
}

#[test]
fn a_ticked_value_that_gives_nothing_can_be_unticked() {
    let visitor = Visitor::sees("query=language=rust&q=zzzz");
    visitor.expect_number_of_cards(0);
    let rust = visitor.option("Language", "Rust");
    assert!(rust.ticked && rust.enabled, "{rust:?}");
    visitor.tick("Language", "Rust");
    visitor.expect_chips(&["“zzzz”"]);
    visitor.expect_quiet();
}

#[test]
fn a_long_facet_offers_the_rest_on_request() {
    let visitor = Visitor::sees("");
    let few = visitor.options("Topic").len();
    let more = visitor.names_within(("group", "Topic"), "button").pop().expect("a button that offers the rest");
    let all: usize = more.trim_start_matches("Show all ").parse().expect("it says how many there are");
    assert!(few < all);
    visitor.click("button", &more);
    eventually(|| visitor.options("Topic").len(), &all);
    // A value selected there stays listed when the others are collapsed again.
    let rare = visitor.options("Topic").pop().expect("a topic");
    visitor.tick("Topic", &rare.name);
    visitor.expect_number_of_cards(rare.count);
    visitor.click("button", "Show fewer");
    eventually(|| visitor.options("Topic").len(), &(few + 1));
    assert!(visitor.option("Topic", &rare.name).ticked);
    visitor.expect_quiet();
}
