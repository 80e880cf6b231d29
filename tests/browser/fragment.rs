//! The reader's filter in the page's address.

use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::visitor::{Visitor, js, js_wait, settle};

const KEY: (&str, &str) = ("url-key", "explorer");

fn hash() -> String {
    web_sys::window().unwrap().location().hash().unwrap()
}

fn entries() -> u32 {
    web_sys::window().unwrap().history().unwrap().length().unwrap()
}

/// Sets the fragment of the address without an event.
fn start(fragment: &str) {
    js(
        "history.replaceState(null, '', location.pathname + location.search + a)",
        &fragment.into(),
        &JsValue::UNDEFINED,
    );
}

/// Goes through the history and waits until the page has been notified.
async fn go(steps: i32) {
    let go = "return new Promise((done) => { addEventListener('popstate', done, { once: true }); history.go(a); });";
    js_wait(go, &steps.into()).await;
    settle().await;
}

#[test]
async fn the_filter_is_written_and_other_content_kept() {
    start("#top");
    let visitor = Visitor::comes(&[KEY]).await;
    assert_eq!(hash(), "#top");
    visitor.click("Service Mesh 2").await;
    visitor.types("k").await;
    assert_eq!(hash(), "#top&explorer=q=k%26category=service-mesh");
    visitor.explorer().reset();
    settle().await;
    assert_eq!(hash(), "#top");
    start("");
}

#[test]
async fn a_link_decides_where_one_starts() {
    start("#explorer=q=服务网格%26part=4&other=x");
    let visitor = Visitor::comes(&[KEY, ("query", "part=1")]).await;
    assert_eq!(visitor.cards(), "Kmesh Sermant");
    assert_eq!(visitor.search().value(), "服务网格");
    start("");
}

#[test]
async fn without_a_link_the_pages_query_decides() {
    start("");
    let visitor = Visitor::comes(&[KEY, ("query", "part=4")]).await;
    assert_eq!(visitor.all("article").len(), 13);
}

#[test]
async fn back_and_forward_go_through_the_filters() {
    start("");
    let visitor = Visitor::comes(&[KEY]).await;
    visitor.click("Service Mesh 2").await;
    visitor.click("Database 1").await;
    go(-1).await;
    assert_eq!(visitor.query(), "category=service-mesh");
    assert_eq!(visitor.cards(), "Kmesh Sermant");
    go(-1).await;
    assert_eq!((visitor.query().as_str(), visitor.all("article").len()), ("", 52));
    go(2).await;
    assert_eq!(visitor.cards(), "openGemini");
    start("");
}

#[test]
async fn back_closes_the_details() {
    start("");
    let visitor = Visitor::comes(&[KEY]).await;
    // A link, because it has an address.
    visitor.one("a[data-project=youki]").click();
    settle().await;
    assert_eq!(hash(), "#explorer=project=youki");
    go(-1).await;
    assert_eq!(visitor.all("dialog[open]").len(), 0);
    go(1).await;
    assert_eq!(visitor.all("dialog[open]").len(), 1);
    start("");
}

#[test]
async fn typing_is_one_step() {
    start("");
    let visitor = Visitor::comes(&[KEY]).await;
    let before = entries();
    visitor.types("kmesh").await;
    assert_eq!(hash(), "#explorer=q=kmesh");
    assert_eq!(entries() - before, 1);
    go(-1).await;
    assert_eq!(visitor.query(), "");
    start("");
}

#[test]
async fn without_a_key_the_address_is_never_touched() {
    start("#explorer=part=4&x");
    let before = entries();
    let visitor = Visitor::comes(&[]).await;
    assert_eq!(visitor.all("article").len(), 52);
    visitor.click("Service Mesh 2").await;
    visitor.types("k").await;
    assert_eq!((hash().as_str(), entries()), ("#explorer=part=4&x", before));
    start("");
}

#[test]
async fn two_explorers_share_an_address() {
    start("");
    let one = Visitor::comes(&[("url-key", "one")]).await;
    let two = Visitor::comes(&[("url-key", "two")]).await;
    one.click("Service Mesh 2").await;
    two.click("Database 1").await;
    assert_eq!(hash(), "#one=category=service-mesh&two=category=database");
    go(-1).await;
    assert_eq!((one.cards().as_str(), two.all("article").len()), ("Kmesh Sermant", 52));
    start("");
}
