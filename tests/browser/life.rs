//! Mounting and unmounting: what an explorer leaves behind, and that two do not interfere.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::visitor::{Visitor, document, settle};

fn memory() -> u32 {
    let memory: js_sys::WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    memory.buffer().unchecked_into::<js_sys::ArrayBuffer>().byte_length()
}

#[test]
async fn an_explorer_that_is_dropped_leaves_nothing() {
    let mut visitor = Visitor::comes(&[]).await;
    assert_eq!(visitor.all("article").len(), 52);
    visitor.mounted = None;
    assert_eq!(visitor.place.child_nodes().length(), 0);
    settle().await;
    assert_eq!(visitor.place.child_nodes().length(), 0);
}

#[test]
async fn one_that_goes_before_it_was_painted_leaves_nothing() {
    let mut visitor = Visitor::comes_early(&[]);
    visitor.mounted = None;
    settle().await;
    assert_eq!(visitor.place.child_nodes().length(), 0);
    assert_eq!(visitor.events(), [""; 0]);
}

#[test]
async fn a_page_that_changes_after_an_explorer_has_gone_disturbs_nobody() {
    let mut visitor = Visitor::comes(&[("url-key", "gone")]).await;
    visitor.mounted = None;
    let root = document().document_element().unwrap();
    root.set_attribute("data-theme", "dark").unwrap();
    web_sys::window().unwrap().dispatch_event(&web_sys::Event::new("popstate").unwrap()).unwrap();
    settle().await;
    root.remove_attribute("data-theme").unwrap();
    settle().await;
    assert_eq!(visitor.place.child_nodes().length(), 0);
}

#[test]
async fn fifty_explorers_in_a_row_need_no_more_memory_than_ten() {
    async fn some(n: usize) {
        for _ in 0..n {
            let visitor = Visitor::comes(&[("query", "q=mesh")]).await;
            assert!(!visitor.all("article").is_empty());
        }
    }
    some(10).await;
    let after_ten = memory();
    some(40).await;
    let grown = memory() - after_ten;
    assert!(grown <= 2 * 65536, "{grown} bytes more after 40 more");
}

#[test]
async fn it_can_be_put_back() {
    let mut visitor = Visitor::comes(&[("scope", "part=4")]).await;
    visitor.mounted = None;
    visitor.mount(&[("scope", "part=1")]);
    settle().await;
    assert_eq!(visitor.all("article").len(), 13);
    assert!(visitor.cards().contains("Xline"));
}

#[test]
async fn two_on_a_page_do_not_meet() {
    let one = Visitor::comes(&[]).await;
    let other = Visitor::comes(&[("lang", "zh")]).await;
    one.click("Service Mesh 2").await;
    one.types("kmesh").await;
    one.click("Kmesh").await;
    assert_eq!((one.cards().as_str(), other.all("article").len()), ("Kmesh", 52));
    assert_eq!((one.all("dialog[open]").len(), other.all("dialog[open]").len()), (1, 0));
    drop(one);
    settle().await;
    other.click("服务网格 2").await;
    assert_eq!(other.cards(), "Kmesh Sermant");
}

#[test]
async fn what_happens_is_told_in_order() {
    let visitor = Visitor::comes(&[("scope", "part=4")]).await;
    assert_eq!(visitor.events(), [r#"ready {"projects":13}"#]);
    visitor.click("Service Mesh 2").await;
    visitor.click("Kmesh").await;
    visitor.click("Close").await;
    let events = visitor.events();
    assert_eq!(events[1], r#"change {"query":"category=service-mesh","shown":2,"projects":["kmesh","sermant"]}"#);
    assert!(events.contains(&r#"select {"project":"kmesh"}"#.to_owned()), "{events:?}");
    assert_eq!(events.iter().filter(|event| event.starts_with("select")).count(), 1);
    assert_eq!(
        events.last().unwrap(),
        r#"change {"query":"category=service-mesh","shown":2,"projects":["kmesh","sermant"]}"#
    );
}
