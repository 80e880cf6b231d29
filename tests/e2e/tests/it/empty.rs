//! When nothing matches.

use e2e::catalog::{Catalog, has};
use e2e::visitor::Visitor;
use e2e::wait::eventually;

/// The number in “Without the filter Language = Rust: 4 projects”.
fn promised(way_out: &str) -> u64 {
    let number = way_out.rsplit_once(": ").map(|(_, rest)| rest.split(' ').next().unwrap_or_default());
    number.and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("no number in “{way_out}”"))
}

fn ways_out(visitor: &Visitor) -> Vec<String> {
    visitor.names("button").into_iter().filter(|name| name.starts_with("Without the filter ")).collect()
}

#[test]
fn a_way_out_keeps_its_promise() {
    let visitor = Visitor::sees("");
    let archived = |it: &serde_json::Value| it["maturity"]["level"] == "archived";
    let catalog = Catalog::read();
    visitor.type_search("youki");
    visitor.expect_cards(&["youki"]);
    // With the mouse, the last step to no projects is impossible, which is the purpose of disabled options; a link
    // can do it.
    visitor.author_runs("explorer.query = 'language=rust&maturity=archived&q=youki'");
    visitor.expect_number_of_cards(0);
    visitor.expect_status("0 of 52 projects");
    eventually(|| ways_out(&visitor).is_empty(), &false);
    let ways = ways_out(&visitor);
    assert!(visitor.author_runs("return explorer.shadowRoot.textContent.includes('No projects match')") == true);

    let in_rust = catalog.count(|it| archived(it) && has(&it["languages"], "Rust"));
    let by_search = ways.iter().find(|way| way.contains("youki"));
    assert_eq!(by_search.map(|way| promised(way)), (in_rust > 0).then_some(in_rust), "{ways:?}");
    for way in &ways {
        visitor.click("button", way);
        visitor.expect_number_of_cards(promised(way));
        visitor.author_runs("explorer.query = 'language=rust&maturity=archived&q=youki'");
        visitor.expect_number_of_cards(0);
    }
    visitor.expect_quiet();
}

#[test]
fn a_search_for_nonsense_can_be_cleared_there() {
    let visitor = Visitor::sees("");
    visitor.type_search("zzzz");
    visitor.expect_number_of_cards(0);
    eventually(|| ways_out(&visitor), &["Without the filter “zzzz”: 52 projects"][..]);
    visitor.click("button", "Without the filter “zzzz”: 52 projects");
    visitor.expect_number_of_cards(52);
    assert!(ways_out(&visitor).is_empty());
    eventually(|| visitor.focused().is_some(), &true);
    visitor.expect_quiet();
}
