//! The search.

use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::json;

#[test]
fn words_narrow_while_one_types() {
    let visitor = Visitor::sees("");
    visitor.type_search("youk");
    visitor.expect_cards(&["youki"]);
    visitor.expect_status("1 of 52 projects");
    visitor.expect_chips(&["“youk”"]);
    visitor.expect_quiet();
}

#[test]
fn every_word_must_match_whatever_its_case_and_accents() {
    let visitor = Visitor::sees("");
    visitor.type_search("RUNTIME  ÿouki");
    visitor.expect_cards(&["youki"]);
    // A word that no project has does not change the results (`closest`).
    visitor.type_search(" zzzz");
    visitor.expect_cards(&["youki"]);
    visitor.expect_quiet();
}

#[test]
fn chinese_is_found_in_an_english_page() {
    let visitor = Visitor::sees("");
    visitor.type_search("容器运行时");
    eventually(|| visitor.see_cards().contains(&"youki".to_owned()), &true);
    assert!(visitor.see_cards().len() < 20);
    visitor.expect_quiet();
}

#[test]
fn escape_clears_the_search_and_keeps_the_focus() {
    let visitor = Visitor::sees("");
    visitor.type_search("mesh");
    eventually(|| visitor.see_cards().len() < 52, &true);
    visitor.press(&["Escape"]);
    visitor.expect_number_of_cards(52);
    assert_eq!(visitor.searched(), "");
    visitor.expect_focus("searchbox", "Search projects");
    visitor.expect_chips(&[]);
    visitor.expect_quiet();
}

#[test]
fn a_name_is_a_better_match_than_a_text() {
    let visitor = Visitor::sees("");
    visitor.type_search("kmesh");
    eventually(|| visitor.see_cards().first().cloned(), &Some("Kmesh".to_owned()));
    assert_eq!(visitor.order(), "Best match");
    visitor.expect_quiet();
}

#[test]
fn one_search_is_one_step_of_the_field() {
    let visitor = Visitor::sees("");
    visitor.type_search("rust");
    eventually(|| visitor.see_cards().len() < 52, &true);
    for _ in 0..4 {
        visitor.press(&["Backspace"]);
    }
    visitor.expect_number_of_cards(52);
    assert_eq!(visitor.searched(), "");
    visitor.expect_quiet();
}

/// The visible highlights in this part of the explorer, in order.
fn marked(visitor: &Visitor, within: &str) -> serde_json::Value {
    visitor.author_runs(&format!(
        "return [...explorer.shadowRoot.querySelectorAll('{within} mark')].filter((it) => it.checkVisibility())
             .map((it) => it.textContent)"
    ))
}

#[test]
fn finds_are_marked_in_every_view_and_in_the_details() {
    let visitor = Visitor::sees("");
    visitor.type_search("kmesh");
    eventually(|| marked(&visitor, ".se-name"), &json!(["Kmesh"]));
    visitor.pick_view("Table");
    eventually(|| marked(&visitor, "th"), &json!(["Kmesh"]));
    visitor.pick_view("Timeline");
    eventually(|| marked(&visitor, ".se-span"), &json!(["Kmesh"]));
    visitor.author_runs("explorer.query = 'q=waypoint&view=timeline'");
    eventually(|| marked(&visitor, ".se-span"), &json!([]));
    // A word in a feature, which no view shows.
    visitor.open_details("Kmesh");
    eventually(|| marked(&visitor, ".se-features").as_array().map_or(0, Vec::len) > 0, &true);
    visitor.press(&["Escape"]);
    visitor.author_runs("explorer.query = 'q=服务网格&view=table'");
    eventually(|| marked(&visitor, "td").as_array().is_some_and(|it| it.contains(&json!("Service Mesh"))), &true);
    visitor.expect_quiet();
}
