//! Tabs by keyboard.

use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::visitor::Visitor;

/// Four tabs: All, Scheduling & Orchestration, Container Runtime, Service Mesh, in the order of the categories.
const SCOPE: (&str, &str) = ("scope", "project=hami,kmesh,youki");

#[track_caller]
fn check_chosen(visitor: &Visitor, tab: &str, cards: &str) {
    assert_eq!(visitor.names("[role=tab][aria-selected=true]"), [tab]);
    assert_eq!(visitor.names("[role=tab][tabindex='0']"), [tab]);
    assert_eq!(visitor.focus(), tab);
    assert_eq!(visitor.cards(), cards);
}

#[test]
async fn arrows_choose_the_next_tab_and_go_round() {
    let visitor = Visitor::comes(&[SCOPE]).await;
    assert_eq!(
        visitor.names("[role=tab]"),
        ["All 3", "Scheduling & Orchestration 1", "Container Runtime 1", "Service Mesh 1"]
    );
    visitor.click("All 3").await;
    visitor.press("ArrowRight").await;
    check_chosen(&visitor, "Scheduling & Orchestration 1", "HAMi");
    visitor.press("ArrowRight").await;
    check_chosen(&visitor, "Container Runtime 1", "youki");
    visitor.press("ArrowLeft").await;
    check_chosen(&visitor, "Scheduling & Orchestration 1", "HAMi");
    visitor.press("ArrowLeft").await;
    visitor.press("ArrowLeft").await;
    check_chosen(&visitor, "Service Mesh 1", "Kmesh");
    visitor.press("ArrowRight").await;
    check_chosen(&visitor, "All 3", "HAMi Kmesh youki");
}

#[test]
async fn home_and_end_choose_the_first_and_the_last() {
    let visitor = Visitor::comes(&[SCOPE]).await;
    visitor.click("Container Runtime 1").await;
    visitor.press("End").await;
    check_chosen(&visitor, "Service Mesh 1", "Kmesh");
    visitor.press("Home").await;
    check_chosen(&visitor, "All 3", "HAMi Kmesh youki");
}

#[test]
async fn other_keys_are_left_to_the_page() {
    let visitor = Visitor::comes(&[SCOPE]).await;
    visitor.click("Container Runtime 1").await;
    for key in ["Tab", "ArrowDown", "ArrowUp", "PageDown", "a", "Escape"] {
        assert!(visitor.press(key).await, "{key}");
        check_chosen(&visitor, "Container Runtime 1", "youki");
    }
    assert!(!visitor.press("ArrowLeft").await, "the page must not scroll as well");
}

#[test]
async fn a_tab_that_is_clicked_is_chosen() {
    let visitor = Visitor::comes(&[SCOPE]).await;
    visitor.click("Service Mesh 1").await;
    check_chosen(&visitor, "Service Mesh 1", "Kmesh");
    assert_eq!(visitor.names("[role=tabpanel]"), ["Service Mesh"]);
    assert_eq!(visitor.status(), "1 of 3 projects");
}

#[test]
async fn a_tab_keeps_its_node_while_its_count_changes() {
    let visitor = Visitor::comes(&[SCOPE]).await;
    let tab = visitor.named("[role=tab]", "Service Mesh 1");
    visitor.types("youki").await;
    assert!(visitor.named("[role=tab]", "Service Mesh 0").is_same_node(Some(&tab)));
}
