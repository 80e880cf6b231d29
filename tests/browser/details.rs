//! The details: a modal dialog that follows the state, and returns the focus.

use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::visitor::{Visitor, js, name, settle};

const SCOPE: (&str, &str) = ("scope", "project=hami,kmesh,youki");

fn is_modal(visitor: &Visitor) -> bool {
    visitor.one("dialog").matches(":modal").unwrap()
}

#[test]
async fn a_name_opens_the_details_of_its_project() {
    let visitor = Visitor::comes(&[SCOPE]).await;
    assert!(visitor.all("dialog").is_empty(), "nothing is built that nobody has opened");
    visitor.click("Kmesh").await;
    assert!(is_modal(&visitor));
    assert_eq!(name(&visitor.one("dialog")), "Kmesh");
    assert_eq!(visitor.names("dialog h2"), ["Kmesh"]);
    assert_eq!(visitor.focus(), "Close");
    assert_eq!(visitor.query(), "project=kmesh");
    assert_eq!(visitor.cards(), "HAMi Kmesh youki", "the cards stay");
}

#[test]
async fn closing_gives_the_focus_back_and_clears_the_state() {
    let visitor = Visitor::comes(&[SCOPE]).await;
    visitor.click("Kmesh").await;
    visitor.click("Close").await;
    assert!(!is_modal(&visitor));
    assert_eq!((visitor.focus().as_str(), visitor.query().as_str()), ("Kmesh", ""));
}

#[test]
async fn a_dialog_that_the_browser_closes_clears_the_state_too() {
    // Escape, which a script cannot press, and the back gesture of phones both fire this event.
    let visitor = Visitor::comes(&[SCOPE]).await;
    visitor.click("Kmesh").await;
    js("a.requestClose ? a.requestClose() : a.close()", &visitor.one("dialog"), &JsValue::UNDEFINED);
    settle().await;
    assert_eq!((visitor.focus().as_str(), visitor.query().as_str()), ("Kmesh", ""));
    // And it opens again.
    visitor.click("Kmesh").await;
    assert!(is_modal(&visitor));
}

#[test]
async fn a_click_beside_the_dialog_closes_it_and_one_inside_does_not() {
    let visitor = Visitor::comes(&[SCOPE]).await;
    visitor.click("Kmesh").await;
    visitor.one("dialog h2").click();
    settle().await;
    assert!(is_modal(&visitor));
    visitor.one("dialog").click();
    settle().await;
    assert!(!is_modal(&visitor));
}

#[test]
async fn next_and_previous_go_through_what_is_shown() {
    let visitor = Visitor::comes(&[SCOPE, ("query", "sort=name")]).await;
    assert_eq!(visitor.cards(), "HAMi Kmesh youki");
    let at = || (name(&visitor.one("dialog")), visitor.names("dialog [aria-disabled=true]"));
    visitor.click("HAMi").await;
    assert_eq!(at(), ("HAMi".into(), vec!["Previous".into()]));
    visitor.click("Next").await;
    assert_eq!(at(), ("Kmesh".into(), vec![]));
    visitor.click("Next").await;
    assert_eq!(at(), ("youki".into(), vec!["Next".into()]));
    // At the end nothing happens, and the focus stays.
    visitor.click("Next").await;
    assert_eq!((at().0.as_str(), visitor.focus().as_str()), ("youki", "Next"));
    visitor.click("Previous").await;
    assert_eq!(at().0, "Kmesh");
}

#[test]
async fn the_page_can_open_what_exists_here() {
    let visitor = Visitor::comes(&[SCOPE]).await;
    assert!(!visitor.explorer().show("sops"), "not in the scope");
    assert!(!visitor.explorer().show("nobody"));
    assert!(visitor.explorer().show("youki"));
    settle().await;
    assert!(is_modal(&visitor));
    assert_eq!(name(&visitor.one("dialog")), "youki");
    visitor.explorer().reset();
    settle().await;
    assert!(!is_modal(&visitor));
}

#[test]
async fn a_link_opens_the_details_at_once() {
    let visitor = Visitor::comes(&[("query", "project=youki")]).await;
    assert!(is_modal(&visitor));
    assert_eq!(name(&visitor.one("dialog")), "youki");
}

#[test]
async fn details_that_are_open_change_their_language() {
    let visitor = Visitor::comes(&[SCOPE]).await;
    visitor.click("Kmesh").await;
    visitor.set("lang", Some("zh")).await;
    assert!(is_modal(&visitor));
    assert_eq!(name(&visitor.one("dialog")), "Kmesh");
    assert!(visitor.one("dialog").text_content().unwrap().contains("首次提交"));
}
