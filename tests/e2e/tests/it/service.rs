//! The property `searchClient`: a list that a search service holds.

mod itemsjs;
mod recorded;
mod trouble;

use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::until;
use serde_json::{Value, json};

/// A visitor of a page with the element and this module, in which `explorer` is the element.
fn visits(attributes: &str, module: &str) -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    let client = std::fs::read_to_string(site::client("itemsjs.js")).expect("a bundle");
    visitor.server.page("/clients/itemsjs.js", &client);
    // Before the element is defined: what the page sets then must count.
    let module = format!(
        "<script>const explorer = document.querySelector('sandbox-explorer')</script><script type=\"module\">{module}</script>"
    );
    visitor.server.page("/post.html", &site::post(&(site::tag(attributes) + &module)));
    visitor
}

/// The number of visible cards.
fn n_cards(visitor: &Visitor) -> u64 {
    let cards = "return explorer.shadowRoot?.querySelectorAll('article').length ?? 0";
    visitor.author_runs(cards).as_u64().unwrap_or_default()
}

/// The names on the first cards.
fn first_cards(visitor: &Visitor, n: usize) -> Vec<String> {
    let names = "return [...explorer.shadowRoot.querySelectorAll('article [part=name]')].map((it) => it.textContent)";
    let names: Vec<String> = serde_json::from_value(visitor.author_runs(names)).expect("names");
    names.into_iter().take(n).collect()
}

/// Types into the search box.
fn types(visitor: &Visitor, text: &str) {
    visitor.author_runs("explorer.shadowRoot.querySelector('input[type=search]').focus()");
    let keys: Vec<String> = text.chars().map(String::from).collect();
    visitor.press(&keys.iter().map(String::as_str).collect::<Vec<_>>());
}

/// The result of an expression of the page.
fn value(visitor: &Visitor, expression: &str) -> Value {
    visitor.author_runs(&format!("return {expression}"))
}

/// Waits until an expression of the page is true.
#[track_caller]
fn is_true(visitor: &Visitor, expression: &str) {
    until(expression, || (value(visitor, expression) == json!(true)).then_some(()));
}
