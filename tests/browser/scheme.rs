//! The colour scheme: that of the page, in each way a page can specify it, also when it changes,
//! and otherwise that of the system.

use wasm_bindgen_test::wasm_bindgen_test as test;
use web_sys::HtmlElement;

use crate::visitor::{Visitor, document, settle};

/// The page as changed by a test; restored when this is dropped.
struct Page;

impl Page {
    fn html() -> HtmlElement {
        use wasm_bindgen::JsCast;
        document().document_element().unwrap().unchecked_into()
    }

    fn body() -> HtmlElement {
        document().body().unwrap()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        for root in [Page::html(), Page::body()] {
            for name in ["data-theme", "data-bs-theme", "data-color-mode", "class", "style"] {
                root.remove_attribute(name).unwrap();
            }
        }
    }
}

/// The scheme in use, with a `+` if own colours are needed because the page has the other scheme.
fn scheme(visitor: &Visitor) -> String {
    let region = visitor.one("[role=region]");
    let scheme = region.style().get_property_value("color-scheme").unwrap();
    scheme + if region.has_attribute("data-own-colours") { "+" } else { "" }
}

#[track_caller]
fn check(visitor: &Visitor, expected: &str) {
    assert_eq!(scheme(visitor), expected);
}

#[test]
async fn a_theme_attribute_of_the_page_decides_live() {
    let _page = Page;
    let visitor = Visitor::comes(&[]).await;
    for name in ["data-theme", "data-bs-theme", "data-color-mode"] {
        for root in [Page::html(), Page::body()] {
            for scheme in ["dark", "light"] {
                root.set_attribute(name, scheme).unwrap();
                settle().await;
                check(&visitor, scheme);
            }
            root.remove_attribute(name).unwrap();
        }
    }
}

#[test]
async fn a_class_of_the_page_decides_live() {
    let _page = Page;
    let visitor = Visitor::comes(&[]).await;
    for root in [Page::html(), Page::body()] {
        root.set_class_name("wide dark");
        settle().await;
        check(&visitor, "dark");
        root.set_class_name("wide light");
        settle().await;
        check(&visitor, "light");
        root.set_class_name("");
    }
}

#[test]
async fn a_decided_color_scheme_of_the_page_decides() {
    let _page = Page;
    Page::html().style().set_property("color-scheme", "dark").unwrap();
    check(&Visitor::comes(&[]).await, "dark");
    Page::html().style().set_property("color-scheme", "only light").unwrap();
    check(&Visitor::comes(&[]).await, "light");
}

#[test]
async fn what_the_page_paints_behind_decides() {
    let _page = Page;
    for (color, expected) in [
        ("#0d1117", "dark"),
        ("rgb(250 250 250)", "light"),
        ("rgb(0 0 0 / .9)", "dark"),
        ("rgb(255 255 0)", "light"),
        ("rgb(0 0 255)", "dark"),
        ("oklch(0.13 0.028 261.692)", "dark"),
        ("oklch(0.967 0.003 264.542)", "light"),
        ("oklab(0.13 -0.002 -0.028 / 0.9)", "dark"),
        ("color(srgb 0.05 0.07 0.09)", "dark"),
        ("color-mix(in srgb, #fff 90%, #000)", "light"),
        ("lab(98 0 -1)", "light"),
    ] {
        Page::body().style().set_property("background-color", color).unwrap();
        check(&Visitor::comes(&[]).await, expected);
    }
}

#[test]
async fn the_nearest_paint_counts_and_thin_paint_does_not() {
    let _page = Page;
    Page::body().style().set_property("background-color", "black").unwrap();
    let visitor = Visitor::comes_early(&[]);
    visitor.place.style().set_property("background-color", "white").unwrap();
    visitor.place.style().set_property("opacity", ".99").unwrap();
    let mut visitor = visitor;
    visitor.mounted = None;
    visitor.mount(&[]);
    check(&visitor, "light");
    visitor.place.style().set_property("background-color", "rgb(255 255 255 / .2)").unwrap();
    visitor.mounted = None;
    visitor.mount(&[]);
    check(&visitor, "dark");
}

#[test]
async fn the_attribute_overrules_the_page_with_colours_of_our_own() {
    let _page = Page;
    Page::html().set_attribute("data-theme", "dark").unwrap();
    let visitor = Visitor::comes(&[("theme", "light")]).await;
    check(&visitor, "light+");
    visitor.set("theme", Some("dark")).await;
    check(&visitor, "dark");
    visitor.set("theme", None).await;
    check(&visitor, "dark");
    Page::html().set_attribute("data-theme", "light").unwrap();
    visitor.set("theme", Some("dark")).await;
    check(&visitor, "dark+");
}

#[test]
async fn cards_survive_a_change_of_colours() {
    let _page = Page;
    let visitor = Visitor::comes(&[]).await;
    let card = visitor.card("youki");
    Page::html().set_attribute("data-theme", "dark").unwrap();
    settle().await;
    assert!(visitor.card("youki").is_same_node(Some(&card)));
}
