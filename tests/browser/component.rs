//! The Leptos component in an application of its own.

use leptos::mount::mount_to;
use leptos::prelude::*;
use sandbox_explorer::{Options, SandboxExplorer};
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
async fn it_follows_its_options() {
    let visitor = Visitor::beside(place());
    let options = RwSignal::new(Options { scope: "part=4".into(), lang: Some("en".into()), ..Options::default() });
    let mounted = mount_to(visitor.place.clone(), move || view! { <SandboxExplorer options/> });
    settle().await;
    assert_eq!(visitor.all("article").len(), 13);
    options.update(|options| options.query = "category=service-mesh".into());
    settle().await;
    assert_eq!(visitor.cards(), "Kmesh Sermant");
    options.update(|options| {
        options.lang = Some("zh".into());
        options.heading_level = 4;
    });
    settle().await;
    assert_eq!((visitor.status().as_str(), visitor.all("article h4").len()), ("2 / 13 个项目", 2));
    drop(mounted);
    assert_eq!(visitor.place.child_nodes().length(), 0);
}

#[test]
async fn it_comes_and_goes_with_what_it_stands_in() {
    let visitor = Visitor::beside(place());
    let there = RwSignal::new(true);
    let app = move || view! { <Show when=move || there.get() fallback=|| "gone"><SandboxExplorer/></Show> };
    let mounted = mount_to(visitor.place.clone(), app);
    settle().await;
    assert_eq!(visitor.all("article").len(), 52);
    there.set(false);
    settle().await;
    assert_eq!(visitor.place.text_content().unwrap(), "gone");
    there.set(true);
    settle().await;
    assert_eq!(visitor.all("article").len(), 52);
    visitor.click("Service Mesh 2").await;
    assert_eq!(visitor.cards(), "Kmesh Sermant");
    drop(mounted);
}
