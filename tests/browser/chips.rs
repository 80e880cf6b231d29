//! Where the focus goes when a chip is removed, and the other ways to clear a filter.

use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::visitor::Visitor;

const THREE: (&str, &str) = ("query", "part=4&language=rust,go");

#[test]
async fn the_focus_passes_to_the_chip_that_takes_the_place() {
    let visitor = Visitor::comes(&[THREE]).await;
    assert_eq!(
        visitor.names("[aria-label='Active filters'] button"),
        ["Remove filter: Part 4 · 2024 H2", "Remove filter: Rust", "Remove filter: Go", "Clear all"]
    );
    visitor.click("Remove filter: Rust").await;
    assert_eq!(visitor.focus(), "Remove filter: Go");
    visitor.click("Remove filter: Go").await;
    assert_eq!(visitor.focus(), "Clear all");
    assert_eq!(visitor.query(), "part=4");
}

#[test]
async fn after_the_last_chip_the_focus_is_where_chips_were() {
    let visitor = Visitor::comes(&[("query", "part=4")]).await;
    visitor.click("Remove filter: Part 4 · 2024 H2").await;
    assert_eq!((visitor.focus().as_str(), visitor.status().as_str()), ("Active filters", "52 projects"));

    let visitor = Visitor::comes(&[THREE]).await;
    visitor.click("Clear all").await;
    assert_eq!((visitor.focus().as_str(), visitor.status().as_str()), ("Active filters", "52 projects"));
}

#[test]
async fn a_chip_unticks_its_option_and_empties_the_search() {
    let visitor = Visitor::comes(&[("query", "q=mesh&language=go")]).await;
    assert_eq!((visitor.all("input:checked").len(), visitor.search().value().as_str()), (1, "mesh"));
    visitor.click("Clear all").await;
    assert_eq!((visitor.all("input:checked").len(), visitor.search().value().as_str()), (0, ""));
}

#[test]
async fn a_way_out_of_an_empty_result_leads_out() {
    let visitor = Visitor::comes(&[("query", "q=youki&language=go")]).await;
    assert_eq!(visitor.status(), "0 of 52 projects");
    visitor.click("Without the filter Language = Go: 1 project").await;
    assert_eq!((visitor.cards().as_str(), visitor.query().as_str()), ("youki", "q=youki"));
    // The clicked button is removed; the focus must not be lost to the page.
    let focus = crate::visitor::document().active_element().unwrap();
    assert!(visitor.place.contains(Some(&focus)), "focus is on {}", focus.tag_name());
}
