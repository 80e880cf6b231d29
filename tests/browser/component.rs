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

/// A place with another colour scheme and language than the page around it.
fn dark_chinese_place() -> HtmlElement {
    let place = place();
    place.set_attribute("lang", "zh-CN").unwrap();
    place.style().set_property("background-color", "rgb(17, 17, 17)").unwrap();
    place
}

#[test]
async fn it_has_language_and_colours_of_its_place_and_not_of_the_page() {
    let visitor = Visitor::beside(dark_chinese_place());
    let mounted = mount_to(visitor.place.clone(), || view! { <section><SandboxExplorer/></section> });
    settle().await;
    assert_eq!(visitor.status(), "52 个项目");
    assert_eq!(visitor.one("[role=region]").style().get_property_value("color-scheme").unwrap(), "dark");
    assert!(!visitor.one("[role=region]").has_attribute("data-own-colours"));
    drop(mounted);
    visitor.place.remove();
}

#[test]
async fn only_its_own_children_are_posts_of_the_series() {
    let visitor = Visitor::beside(place());
    let other = place();
    other.set_inner_html(r#"<a data-project="kmesh" href="https://other.example/kmesh">Somebody else's list</a>"#);
    let app = || {
        view! {
            <p><a data-project="xline" href="https://other.example/xline">"Beside it"</a></p>
            <SandboxExplorer options=Signal::stored(Options { lang: Some("en".into()), ..Options::default() })>
                <a data-project="youki" href="https://blog.example/youki">"youki, at last"</a>
            </SandboxExplorer>
        }
    };
    let mounted = mount_to(visitor.place.clone(), app);
    settle().await;
    let posts: Vec<String> = visitor.all("article a").iter().filter_map(|link| link.get_attribute("href")).collect();
    let posts: Vec<&str> = posts
        .iter()
        .map(String::as_str)
        .filter(|href| href.contains("other.example") || href.contains("blog.example"))
        .collect();
    assert_eq!(posts, ["https://blog.example/youki"]);
    drop(mounted);
    other.remove();
}

#[test]
async fn what_a_server_has_sent_is_replaced_in_one_go() {
    let visitor = Visitor::beside(place());
    let options = || Signal::stored(Options { lang: Some("en".into()), ..Options::default() });
    let mounted = mount_to(visitor.place.clone(), move || view! { <SandboxExplorer options=options()/> });
    // Before the first effect runs, as after hydration: the server-rendered HTML.
    let inside: HtmlElement =
        visitor.place.query_selector(":scope > div > div:last-child").unwrap().unwrap().unchecked_into();
    inside.set_inner_html(r#"<p>of the server</p><a data-project="youki" href="https://of.the.server/">youki</a>"#);
    settle().await;
    assert_eq!(visitor.all("article").len(), 52);
    assert!(!visitor.place.text_content().unwrap().contains("of the server"));
    assert_eq!(visitor.all("a[href='https://of.the.server/']").len(), 0);
    drop(mounted);
}
