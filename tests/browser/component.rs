//! The Leptos component in an application of its own.

use leptos::mount::mount_to;
use leptos::prelude::*;
use sandbox_explorer::dom::Element;
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

#[test]
async fn elements_are_views_and_views_are_children_of_elements() {
    let visitor = Visitor::beside(place());
    let (name, is_there) = (RwSignal::new("youki"), RwSignal::new(true));
    let app = move || {
        let card = move || {
            let inner = view! { <b>{name}</b>{move || is_there.get().then(|| view! { <i>"here"</i> })} };
            Element::new("p", "card").text("a < b ").view(inner).child(Element::new("u", "last"))
        };
        view! { <section>"1"{card()}{move || name.with(|name| Element::new("em", "").text(name).into_render())}<Named/></section> }
    };
    let mounted = mount_to(visitor.place.clone(), app);
    let html = || visitor.place.inner_html().replace("<!---->", "").replace("<!>", "");
    let named = r#"<s class="own mine" title="kept" id="x"></s>"#;
    assert_eq!(
        html(),
        format!(
            r#"<section>1<p class="card">a &lt; b <b>youki</b><i>here</i><u class="last"></u></p><em>youki</em>{named}</section>"#
        )
    );
    let card = visitor.one("p");
    name.set("Kmesh");
    is_there.set(false);
    settle().await;
    assert_eq!(
        html(),
        format!(
            r#"<section>1<p class="card">a &lt; b <b>Kmesh</b><u class="last"></u></p><em>Kmesh</em>{named}</section>"#
        )
    );
    assert_eq!(visitor.one("p"), card, "it is the same element");
    is_there.set(true);
    settle().await;
    assert!(html().contains("<b>Kmesh</b><i>here</i><u"), "{}", html());
    drop(mounted);
    assert_eq!(html(), "");
}

#[component]
fn Named() -> impl IntoView {
    let inner = || Element::new("s", "own").attr("title", "kept").into_render();
    view! { {inner()} }.add_any_attr(leptos::attr::id("x")).add_any_attr(leptos::tachys::html::class::class("mine"))
}

#[test]
async fn props_follow_the_application_and_the_application_the_reader() {
    let visitor = Visitor::beside(place());
    let (scope, query) = (RwSignal::new("part=4".to_owned()), RwSignal::new("q=mesh".to_owned()));
    let (opened, changed) = (RwSignal::new(Vec::new()), RwSignal::new(Vec::new()));
    let app = move || {
        view! {
            <SandboxExplorer
                lang="en"
                scope
                query
                heading_level=4
                without_sort=true
                on_select=move |id: String| opened.update(|opened| opened.push(id))
                on_change=move |change: sandbox_explorer::Change| changed.update(|all| all.push(change))
            />
        }
    };
    let mounted = mount_to(visitor.place.clone(), app);
    settle().await;
    assert_eq!((visitor.all("select").len(), visitor.all("article h3").len()), (0, 0));
    assert_eq!(query.get_untracked(), "q=mesh");
    assert!(changed.with_untracked(Vec::is_empty));

    query.set("category=service-mesh".into());
    settle().await;
    assert_eq!(visitor.cards(), "Kmesh Sermant");
    let told = changed.with_untracked(|changed| changed.last().cloned()).expect("a change");
    assert_eq!((told.query.as_str(), told.projects.as_slice()), ("category=service-mesh", &["kmesh", "sermant"][..]));

    visitor.click("Kmesh").await;
    assert_eq!(opened.get_untracked(), ["kmesh"]);
    assert_eq!(query.get_untracked(), "category=service-mesh&project=kmesh");
    scope.set(String::new());
    query.set(String::new());
    settle().await;
    assert_eq!(visitor.all("article").len(), 52);
    // What the application has set is not news for it.
    assert_eq!(query.get_untracked(), "");
    drop(mounted);
}

#[test]
async fn the_style_sheet_is_adopted_once() {
    let count = || {
        let sheets = js_sys::Reflect::get(&document(), &"adoptedStyleSheets".into()).unwrap();
        js_sys::Reflect::get(&sheets, &"length".into()).unwrap().as_f64().unwrap()
    };
    let before = count();
    sandbox_explorer::adopt_style();
    sandbox_explorer::adopt_style();
    assert_eq!(count(), before + 1.0);
}
