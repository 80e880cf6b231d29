//! The details of a project.

use e2e::catalog::{Catalog, text};
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::Value;

#[test]
fn the_dialog_has_every_fact() {
    let visitor = Visitor::sees("");
    let catalog = Catalog::read();
    let youki = catalog.project("youki");
    visitor.open_details("youki");
    let details = visitor.text_of("dialog", "youki");
    let mut expected = vec![text(&youki["summary"]["en"]), text(&youki["owner"]["en"])];
    for list in ["features", "languages", "tags"] {
        let values = youki[list].as_array().into_iter().flatten();
        expected.extend(values.map(|value| if value.is_string() { text(value) } else { text(&value["en"]) }));
    }
    for fact in ["Container Runtime", "Apache-2.0", "Part 4", "First commit", "Accepted", "Sources"] {
        expected.push(fact.to_owned());
    }
    for fact in expected {
        assert!(details.contains(&fact), "no “{fact}” in: {details}");
    }
    visitor.expect_quiet();
}

#[test]
fn the_dialog_has_every_link() {
    let visitor = Visitor::sees("");
    let catalog = Catalog::read();
    visitor.open_details("Kmesh");
    let links = visitor.links_in_details("Kmesh");
    let addresses: Vec<&str> = links.iter().map(|link| link[1].trim_end_matches('/')).collect();
    let expected = catalog.project("Kmesh")["links"].as_object().expect("links");
    assert!(expected.len() > 3);
    for (key, address) in expected {
        let address = text(address);
        assert!(addresses.contains(&address.trim_end_matches('/')), "no {key} {address} in {addresses:?}");
    }
    for [name, address, target, rel] in &links {
        assert!(address.starts_with("http"), "{address}");
        assert!(name.contains("Kmesh"), "the link “{name}” does not say whose it is");
        assert_eq!((target.as_str(), rel.contains("noopener")), ("_blank", true), "{name}");
    }
    visitor.expect_quiet();
}

#[test]
fn escape_closes_and_the_focus_returns_to_the_card() {
    let visitor = Visitor::sees("");
    visitor.open_details("youki");
    let (role, name) = visitor.focused().expect("a focus");
    assert!(["button", "dialog", "heading"].contains(&role.as_str()), "the focus is on {role} {name}");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_focus("button", "youki");
    // With the keyboard only.
    visitor.press(&["Enter"]);
    visitor.expect_details("youki");
    visitor.click("button", "Close");
    visitor.expect_no_details();
    visitor.expect_focus("button", "youki");
    visitor.expect_quiet();
}

#[test]
fn the_dialog_holds_the_focus() {
    let visitor = Visitor::sees("");
    visitor.open_details("youki");
    let n_stops = visitor.links_in_details("youki").len() + visitor.names_within(("dialog", "youki"), "button").len();
    let inside = "let focus = explorer.shadowRoot.activeElement;
        return !focus || !!focus.closest('dialog')";
    for _ in 0..n_stops + 3 {
        visitor.press(&["Tab"]);
        assert!(visitor.author_runs(inside) == true, "the focus has left for {:?}", visitor.focused());
    }
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_quiet();
}

#[test]
fn a_move_leaves_the_details_modal_and_the_focus_where_it_was() {
    let visitor = Visitor::sees("");
    visitor.open_details("youki");
    visitor.press(&["Tab"]);
    let before = visitor.focused();
    // The browser treats a move as a removal. The details once stayed open without being modal: Escape and the page behind them
    // were active.
    visitor.author_runs("document.querySelector('main').append(explorer)");
    let is_modal = || visitor.author_runs("return !!explorer.shadowRoot.querySelector('dialog:modal')");
    eventually(is_modal, &Value::Bool(true));
    visitor.expect_details("youki");
    assert_eq!(visitor.focused(), before);
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_focus("button", "youki");
    visitor.expect_quiet();
}

#[test]
fn previous_and_next_walk_through_what_is_shown() {
    let visitor = Visitor::sees("");
    visitor.pick_tab("Service Mesh");
    eventually(|| visitor.see_cards().len() < 52, &true);
    let cards = visitor.see_cards();
    assert!(cards.len() > 1);
    visitor.open_details(&cards[0]);
    for card in &cards[1..] {
        visitor.click("button", "Next");
        visitor.expect_details(card);
    }
    // At the end there is no next one, so this does nothing.
    visitor.press(&["Enter"]);
    visitor.expect_details(&cards[cards.len() - 1]);
    visitor.click("button", "Previous");
    visitor.expect_details(&cards[cards.len() - 2]);
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    eventually(|| visitor.focused().is_some(), &true);
    visitor.expect_quiet();
}

#[test]
fn arrow_keys_walk_through_what_is_shown() {
    let visitor = Visitor::sees("");
    visitor.pick_tab("Service Mesh");
    eventually(|| visitor.see_cards().len() < 52, &true);
    let cards = visitor.see_cards();
    visitor.open_details(&cards[0]);
    visitor.press(&["ArrowLeft"]);
    visitor.expect_details(&cards[0]);
    visitor.press(&["ArrowRight"]);
    visitor.expect_details(&cards[1]);
    visitor.expect_focus("button", "Next");
    // With a modifier they are for the browser.
    visitor.press(&["Shift+ArrowLeft"]);
    visitor.expect_details(&cards[1]);
    visitor.press(&["ArrowLeft"]);
    visitor.expect_details(&cards[0]);
    visitor.expect_focus("button", "Previous");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_quiet();
}

#[test]
fn a_click_beside_the_dialog_closes_it() {
    let visitor = Visitor::sees("");
    visitor.open_details("youki");
    visitor.browser.click_at(8, 8);
    visitor.expect_no_details();
    visitor.expect_quiet();
}

#[test]
fn what_sources_disagree_on_is_said() {
    let catalog = Catalog::read();
    let disputed = catalog.projects().find(|project| project["disputes"].as_array().is_some_and(|it| !it.is_empty()));
    let disputed = disputed.expect("a disputed fact");
    let name = text(&disputed["name"]);
    let visitor = Visitor::sees("");
    visitor.open_details(&name);
    let details = visitor.text_of("dialog", &name);
    assert!(details.contains("Where sources disagree"), "{details}");
    let note = text(&disputed["disputes"][0]["note"]["en"]);
    assert!(!note.is_empty() && details.contains(&note), "no “{note}” in: {details}");
    visitor.expect_quiet();
}
