//! Ticking, and the collapsible panel.

use sandbox_explorer::facet::{FACETS, Index};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test as test;
use web_sys::HtmlInputElement;

use crate::visitor::{Visitor, name, settle};

/// The checkbox of the option with this name and count.
#[track_caller]
fn option(visitor: &Visitor, label: &str) -> HtmlInputElement {
    let label = visitor.named("fieldset label", label);
    label.query_selector("input[type=checkbox]").unwrap().unwrap().unchecked_into()
}

#[test]
async fn ticking_shows_as_many_as_the_option_said() {
    let visitor = Visitor::comes(&[]).await;
    let rust = option(&visitor, "Rust 6");
    rust.click();
    settle().await;
    assert!(rust.checked());
    assert_eq!((visitor.all("article").len(), visitor.status().as_str()), (6, "6 of 52 projects"));
    assert!(option(&visitor, "Rust 6").is_same_node(Some(&rust)), "the option is kept, and with it the focus");
    rust.click();
    settle().await;
    assert_eq!((rust.checked(), visitor.all("article").len()), (false, 52));
}

#[test]
async fn what_would_give_nothing_is_disabled_and_comes_back() {
    let visitor = Visitor::comes(&[]).await;
    let archived = option(&visitor, "Archived 1");
    visitor.types("youki").await;
    assert!(archived.disabled());
    assert_eq!(name(&archived.closest("label").unwrap().unwrap()), "Archived 0");
    visitor.press("Escape").await;
    assert!(!archived.disabled());
}

#[test]
async fn the_button_unfolds_the_panel() {
    let visitor = Visitor::comes(&[]).await;
    let expanded = || visitor.named("button", "Filters").get_attribute("aria-expanded").unwrap();
    assert_eq!(expanded(), "false");
    visitor.click("Filters").await;
    assert_eq!(expanded(), "true");
    // Another language shows the same state.
    visitor.set("lang", Some("zh")).await;
    assert_eq!(visitor.named("button", "筛选").get_attribute("aria-expanded").unwrap(), "true");
}

#[test]
async fn all_topics_come_on_request_and_the_button_keeps_the_focus() {
    let visitor = Visitor::comes(&[]).await;
    let n_options = || visitor.all("fieldset:last-of-type label").len();
    assert_eq!(n_options(), 10);
    let all = visitor.names("button").into_iter().find(|name| name.starts_with("Show all ")).unwrap();
    visitor.click(&all).await;
    assert_eq!(format!("Show all {}", n_options()), all);
    assert_eq!(visitor.focus(), "Show fewer");
    visitor.click("Show fewer").await;
    assert_eq!(n_options(), 10);
}

#[test]
async fn a_rare_topic_that_a_link_chooses_comes_in_sight_and_stays() {
    let visitor = Visitor::comes(&[]).await;
    let tag = FACETS.iter().position(|facet| facet.key == "tag").unwrap();
    let rare = &Index::bundled().values(tag).last().unwrap().slug;
    let n_options = || visitor.all("fieldset:last-of-type label").len();
    visitor.set("query", Some(&format!("tag={rare}"))).await;
    assert_eq!(n_options(), 11);
    let ticked = visitor.one("fieldset:last-of-type :checked");
    ticked.click();
    settle().await;
    assert_eq!((n_options(), visitor.status().as_str()), (11, "52 projects"));
    assert!(ticked.is_connected(), "the box under the finger is not made anew");
}
