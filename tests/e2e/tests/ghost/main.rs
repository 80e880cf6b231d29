//! Posts of Ghost with our HTML card in them. `cargo xtask test-hosts ghost` builds the site and runs
//! this.

use e2e::catalog::{Catalog, text};
use e2e::server::Server;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

/// Where Ghost has published a post of tests/hosts/ghost.mjs.
fn address(post: &str) -> String {
    let path = site::root().join("target/hosts/ghost/site/posts.json");
    let posts = std::fs::read_to_string(path).expect("`cargo xtask test-hosts ghost` makes the site");
    let posts: Value = serde_json::from_str(&posts).expect("posts.json is JSON");
    text(&posts[post])
}

fn reads_post(name: &str) -> Visitor {
    let host = std::env::var("GHOST_HOST").expect("`cargo xtask test-hosts ghost` runs the site");
    let visitor = Visitor::comes_to(Server::of_another_program(host.parse().expect("an address")));
    visitor.open(&address(name));
    visitor
}

/// The HTML that Ghost sends, before any script runs: the texts of the links inside the tag, at this
/// address.
fn links_as_served(visitor: &Visitor, path: &str, kind: &str) -> Value {
    let script = format!(
        "return fetch('{path}').then((answer) => answer.text()).then((text) => {{
            const sent = new DOMParser().parseFromString(text, '{kind}');
            const all = [...sent.getElementsByTagName('content:encoded')].map((post) => post.textContent).join('');
            const page = all ? new DOMParser().parseFromString(all, 'text/html') : sent;
            const tag = [...page.querySelectorAll('sandbox-explorer')].find((tag) => tag.querySelector('li'))
                ?? page.querySelector('sandbox-explorer');
            return [...tag.querySelectorAll('li > a')].map((link) => link.textContent).sort();
        }})"
    );
    visitor.browser.run(&script, &[])
}

fn fourth_part() -> Value {
    let catalog = Catalog::read();
    let mut names: Vec<_> =
        catalog.projects().filter(|project| project["part"] == "4").map(|project| text(&project["name"])).collect();
    names.sort();
    json!(names)
}

#[test]
fn an_author_pastes_the_card_as_it_ships() {
    let visitor = reads_post("card");
    visitor.waits_for_cards();
    visitor.expect_status("13 projects");
    let heading = "return explorer.shadowRoot.querySelector('article :is(h1,h2,h3,h4,h5,h6)').localName";
    assert_eq!(visitor.author_runs(heading), "h2");
    assert_eq!(visitor.author_runs("return explorer.querySelectorAll('a').length"), 1, "the fallback, once");
    // The theme lays out its posts as a grid; the explorer is as wide as the text around it.
    let width = "return [explorer, ...document.querySelectorAll('.gh-content > p')].map((it) => it.offsetWidth)";
    let width = visitor.author_runs(width);
    assert!(width.as_array().is_some_and(|all| all.len() == 3 && all.iter().all(|it| *it == all[1])), "{width}");
    visitor.pick_tab("Service Mesh");
    eventually(|| visitor.see_cards().len() < 13, &true);
    visitor.expect_quiet();
}

#[test]
fn the_page_and_the_feed_have_the_list() {
    let visitor = reads_post("list");
    visitor.waits_for_cards();
    assert_eq!(links_as_served(&visitor, &address("list"), "text/html"), fourth_part());
    assert_eq!(links_as_served(&visitor, "/rss/", "text/xml"), fourth_part());
    visitor.expect_quiet();
}

#[test]
fn where_the_files_are_missing_the_link_can_be_read() {
    let visitor = reads_post("astray");
    visitor.looks_at_page();
    let _ = visitor.find("link", "CNCF Sandbox projects");
    assert_eq!(visitor.author_runs("return document.querySelector('sandbox-explorer').shadowRoot"), Value::Null);
    let missing =
        |line: &String| line.contains("/nowhere/sandbox-explorer/sandbox-explorer.js") && line.contains("404");
    eventually(|| visitor.browser.console().iter().any(missing), &true);
    let console = visitor.browser.console();
    assert!(console.iter().all(missing), "{console:#?}");
    visitor.browser.clear_console();
    visitor.expect_quiet();
}

#[test]
fn the_files_come_with_their_types() {
    let visitor = reads_post("card");
    for (file, kind) in [("sandbox-explorer.js", "javascript"), ("sandbox-explorer.wasm", "application/wasm")] {
        let script = format!(
            "return fetch('/assets/sandbox-explorer/{file}').then((answer) => answer.headers.get('content-type'))"
        );
        assert!(text(&visitor.browser.run(&script, &[])).contains(kind), "{file}");
    }
    visitor.waits_for_cards();
    visitor.expect_quiet();
}
