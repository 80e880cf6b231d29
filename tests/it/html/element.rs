//! Elements as views of Leptos, and views of Leptos in elements.

use std::thread;

use leptos::prelude::*;
use sandbox_explorer::dom::Element;

fn print<V: IntoView>(view: impl FnOnce() -> V) -> String {
    Owner::new_root(None).with(|| view().to_html())
}

fn card() -> Element {
    Element::new("p", "card").attr("title", "\"&").text("a < b")
}

#[component]
fn Card() -> impl IntoView {
    card().into_render()
}

#[test]
fn an_element_is_a_view_and_what_a_component_returns() {
    let card = "<p class=\"card\" title=\"&quot;&amp;\">a &lt; b</p>";
    let html = print(|| view! { <section><b>"1"</b>{self::card()}<Card/>{vec![self::card().into_render()]}</section> });
    assert_eq!(html.replace("<!>", ""), format!("<section><b>1</b>{card}{card}{card}</section>"));
}

#[test]
fn attributes_that_others_add_are_added_to_its_own() {
    let html = print(|| view! { <Card attr:id="x" attr:class="mine" {..} style:color="red"/> });
    assert_eq!(html, "<p class=\"card mine\" title=\"&quot;&amp;\" id=\"x\" style=\"color:red;\">a &lt; b</p>");
    assert_eq!(print(|| view! { <Card {..} class="mine"/> }.into_any()).matches("class=\"card mine\"").count(), 1);
}

#[test]
fn a_view_of_leptos_is_a_child_like_any_other() {
    let html = print(|| {
        let name = RwSignal::new("youki");
        Element::new("div", "").view(view! { <b>{name}</b> }).child(card()).into_render()
    });
    assert_eq!(html, "<div><b>youki</b><p class=\"card\" title=\"&quot;&amp;\">a &lt; b</p></div>");
}

#[test]
fn it_may_be_printed_on_another_thread() {
    let owner = Owner::new_root(None);
    let view = owner.with(|| view! { <section>{card()}</section> }.into_any());
    let html = thread::spawn(move || {
        let html = view.to_html();
        owner.unset_with_forced_cleanup();
        html
    });
    assert!(html.join().unwrap().contains("a &lt; b"));
}
