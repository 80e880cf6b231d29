//! What the reader asks for and the application may refuse; and where the reader starts.

use leptos::mount::mount_to;
use leptos::prelude::*;
use sandbox_explorer::SandboxExplorer;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test as test;
use web_sys::HtmlElement;

use crate::visitor::{Visitor, document, settle};

fn place() -> HtmlElement {
    let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&place).unwrap();
    place
}

#[test]
async fn an_application_may_refuse_to_open_and_to_close() {
    let visitor = Visitor::beside(place());
    let (lets, asked) = (RwSignal::new(false), RwSignal::new(Vec::new()));
    let (opened, query) = (RwSignal::new(Vec::new()), RwSignal::new(String::new()));
    let ask = move |what: String| {
        asked.update(|asked| asked.push(what));
        lets.get_untracked()
    };
    let app = move || {
        view! {
            <SandboxExplorer
                lang="en"
                query
                may_select={move |id: String| ask(format!("select {id}"))}
                may_close={move |ids: Vec<String>| ask(format!("close {}", ids.join(",")))}
                on_select=move |id: String| opened.update(|opened| opened.push(id))
            />
        }
    };
    let mounted = mount_to(visitor.place.clone(), app);
    settle().await;
    // Twice the same is asked twice.
    visitor.click("Kmesh").await;
    visitor.click("Kmesh").await;
    settle().await;
    assert_eq!(asked.get_untracked(), ["select kmesh", "select kmesh"]);
    assert_eq!((query.get_untracked().as_str(), visitor.all("dialog[open]").len()), ("", 0));
    assert!(opened.with_untracked(Vec::is_empty));

    lets.set(true);
    visitor.click("Kmesh").await;
    settle().await;
    assert_eq!((query.get_untracked().as_str(), visitor.all("dialog[open]").len()), ("project=kmesh", 1));
    assert_eq!(opened.get_untracked(), ["kmesh"]);

    lets.set(false);
    asked.set(Vec::new());
    let close: HtmlElement = visitor.all(".se-details-bar .se-close")[0].clone().unchecked_into();
    close.click();
    settle().await;
    assert_eq!((asked.get_untracked(), visitor.all("dialog[open]").len()), (vec!["close kmesh".to_owned()], 1));
    // What the application does itself is no question.
    query.set(String::new());
    settle().await;
    assert_eq!((asked.with_untracked(Vec::len), visitor.all("dialog[open]").len()), (1, 0));
    drop(mounted);
}

#[test]
async fn the_initial_query_is_taken_once() {
    let visitor = Visitor::beside(place());
    let (initial, query) = (RwSignal::new("category=service-mesh".to_owned()), RwSignal::new(String::new()));
    let mounted =
        mount_to(visitor.place.clone(), move || view! { <SandboxExplorer lang="en" query initial_query=initial/> });
    settle().await;
    assert_eq!(visitor.cards(), "Kmesh Sermant");
    initial.set("category=observability".into());
    settle().await;
    assert_eq!(visitor.cards(), "Kmesh Sermant");
    query.set("q=youki".into());
    settle().await;
    assert_eq!(visitor.cards(), "youki");
    drop(mounted);
}
