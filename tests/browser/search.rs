//! Typing, and Escape.

use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::visitor::{Visitor, settle};

#[test]
async fn each_letter_narrows() {
    let visitor = Visitor::comes(&[]).await;
    visitor.types("k").await;
    let n_first = visitor.all("article").len();
    visitor.types("mesh").await;
    assert!(n_first > 10);
    assert_eq!(visitor.cards(), "Kmesh");
    assert_eq!((visitor.status().as_str(), visitor.query().as_str()), ("1 of 52 projects", "q=kmesh"));
}

#[test]
async fn the_cursor_stays_where_one_types() {
    let visitor = Visitor::comes(&[("query", "q=kmh")]).await;
    visitor.search().focus().unwrap();
    visitor.search().set_selection_range(2, 2).unwrap();
    visitor.types("es").await;
    assert_eq!(visitor.search().value(), "kmesh");
    assert_eq!(visitor.search().selection_start().unwrap(), Some(4));
    assert_eq!(visitor.cards(), "Kmesh");
}

#[test]
async fn escape_clears_the_search_and_goes_no_further() {
    let visitor = Visitor::comes(&[]).await;
    visitor.types("kmesh").await;
    assert!(!visitor.press("Escape").await, "an Escape that cleared must not close the page's own dialog");
    assert_eq!((visitor.search().value().as_str(), visitor.all("article").len()), ("", 52));
    assert_eq!(visitor.focus(), "Search projects");
}

#[test]
async fn escape_in_an_empty_box_is_the_pages() {
    let visitor = Visitor::comes(&[]).await;
    visitor.search().focus().unwrap();
    assert!(visitor.press("Escape").await);
}

#[test]
async fn other_keys_are_the_boxs_own() {
    let visitor = Visitor::comes(&[]).await;
    visitor.types("a").await;
    for key in ["ArrowLeft", "Home", "Enter", "b"] {
        assert!(visitor.press(key).await, "{key}");
    }
    assert_eq!(visitor.query(), "q=a");
}

#[test]
async fn the_search_box_is_kept_while_one_types() {
    let visitor = Visitor::comes(&[]).await;
    let before = visitor.search();
    visitor.types("zzz").await;
    visitor.explorer().reset();
    settle().await;
    assert!(visitor.search().is_same_node(Some(&before)));
    assert_eq!(visitor.focus(), "Search projects");
}

#[test]
async fn the_order_is_called_best_match_while_there_is_a_search() {
    let visitor = Visitor::comes(&[]).await;
    visitor.types("mesh").await;
    assert_eq!(visitor.names("select option")[0], "Best match");
    visitor.sorts("Name").await;
    assert_eq!(visitor.query(), "q=mesh&sort=name");
    visitor.press("Escape").await;
    visitor.search().focus().unwrap();
    visitor.press("Escape").await;
    assert_eq!(visitor.names("select option")[0], "Newest in the Sandbox");
}
