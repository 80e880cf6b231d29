//! A post of a real blog system, in Chromium. `cargo xtask test-hosts` builds the site and passes its directory in
//! `HOST_SITE` and the page of the post in `HOST_PAGE`; without these there is nothing to test, so the tests are ignored. The
//! site is served below `/blog/`, because addresses without the path of the site are the most common mistake.

use std::path::PathBuf;

use e2e::browser::Element;
use e2e::catalog::{Catalog, text};
use e2e::server::{Fault, Server};
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};
use serde_json::Value;

const LOADER: &str = "/sandbox-explorer.js";

fn set(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("there is no {name}; `cargo xtask test-hosts` sets it"))
}

fn reader() -> Visitor {
    Visitor::comes_to(Server::start(&[("/blog/", PathBuf::from(set("HOST_SITE")))]))
}

fn post() -> String {
    format!("/blog/{}", set("HOST_PAGE"))
}

/// Name and address of each project of the first explorer.
fn fourth_part() -> Vec<(String, String)> {
    let catalog = Catalog::read();
    let part = catalog.projects().filter(|project| project["part"] == "4");
    let mut part: Vec<_> = part.map(|project| (text(&project["name"]), text(&project["links"]["website"]))).collect();
    part.sort();
    part
}

/// The HTML from the server, as a crawler reads it: no script runs.
fn as_served(visitor: &Visitor, question: &str) -> Value {
    let script = format!(
        "return fetch(location).then((answer) => answer.text()).then((html) => {{
            const page = new DOMParser().parseFromString(html, 'text/html');
            const explorers = [...page.querySelectorAll('sandbox-explorer, [data-sandbox-explorer]')];
            {question}
        }})"
    );
    visitor.browser.run(&script, &[])
}

fn links(answer: &Value) -> Vec<(String, String)> {
    let rows = answer.as_array().into_iter().flatten();
    let mut links: Vec<_> = rows.map(|row| (text(&row[0]), text(&row[1]))).collect();
    links.sort();
    links
}

fn heading_levels(visitor: &Visitor, explorer: u32) -> Value {
    let script = "const { shadowRoot } = document.querySelectorAll('sandbox-explorer')[arguments[0]];
        const names = [...shadowRoot.querySelectorAll('article :is(h1,h2,h3,h4,h5,h6)')];
        return [...new Set(names.map((heading) => heading.localName))].join()";
    visitor.browser.run(script, &[explorer.into()])
}

/// The visible link to the post; collapsed menus contain it as well.
fn link_in_sight(visitor: &Visitor) -> Option<Element> {
    let script = "return [...document.links].find((link) => {
        const { x, y, width, height } = link.getBoundingClientRect();
        return link.textContent.trim() == 'Thirteen arrivals'
            && link.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    })";
    Element::of(&visitor.browser.run(script, &[]))
}

fn sees_the_fourth_part(visitor: &Visitor) {
    visitor.waits_for_cards();
    visitor.expect_set_of_cards(fourth_part().into_iter().map(|(name, _)| name).collect());
}

#[test]
#[ignore = "cargo xtask test-hosts"]
fn the_page_as_served_has_the_list_and_the_text_around_it_is_whole() {
    let visitor = reader();
    visitor.open(&post());
    let list =
        "return [...explorers[0].querySelectorAll('li > a')].map((a) => [a.textContent, a.getAttribute('href')])";
    assert_eq!(links(&as_served(&visitor, list)), fourth_part());
    assert_eq!(as_served(&visitor, "return explorers.length"), 2);
    // Markdown that treats the tag as text leaves paragraphs around it or code in it, and closes it in the wrong place.
    let wrapped = "return explorers.filter((explorer) => explorer.closest('p, pre') || explorer.querySelector('pre, script')).length";
    assert_eq!(as_served(&visitor, wrapped), 0);
    let around = "return [...page.querySelectorAll('p > em, p > strong')].filter((it) => !it.closest('sandbox-explorer, [data-sandbox-explorer]')).map((it) => it.parentNode.textContent)";
    let around = as_served(&visitor, around);
    for sentence in ["brought thirteen more projects.", "Two of them in Chinese:", "Thank you for reading."] {
        let there = around.as_array().is_some_and(|texts| texts.iter().any(|it| text(it).trim().ends_with(sentence)));
        assert!(there, "no “{sentence}” in {around}");
    }
    sees_the_fourth_part(&visitor);
    visitor.expect_quiet();
}

#[test]
#[ignore = "cargo xtask test-hosts"]
fn a_reader_finds_the_cards_and_narrows_them() {
    let visitor = reader();
    visitor.open(&post());
    sees_the_fourth_part(&visitor);
    assert_eq!(heading_levels(&visitor, 0), "h2");
    let (tab, count) = visitor.tabs().into_iter().nth(1).expect("a tab beside All");
    assert!(count < 13, "{tab} would not narrow");
    visitor.pick_tab(&tab);
    visitor.expect_number_of_cards(count);

    visitor.browser.run("document.querySelectorAll('sandbox-explorer')[1].scrollIntoView()", &[]);
    visitor.looks_at(1);
    visitor.reads_chinese();
    visitor.expect_cards(&["youki", "Kmesh"]);
    visitor.expect_status("2 个项目");
    assert_eq!(heading_levels(&visitor, 1), "h4");

    // Two explorers, one loader, one program.
    let asked = visitor.server.requests();
    for file in [LOADER, "/sandbox-explorer.core.js", "/sandbox-explorer.wasm"] {
        assert_eq!(asked.iter().filter(|path| path.ends_with(file)).count(), 1, "{file} in {asked:#?}");
    }
    visitor.expect_quiet();
}

#[test]
#[ignore = "cargo xtask test-hosts"]
fn a_reader_who_comes_from_the_start_page_finds_them_too() {
    let visitor = reader();
    visitor.open("/blog/");
    visitor.browser.click(&until("the link to the post", || link_in_sight(&visitor))).expect("it can be clicked");
    until("the post", || visitor.browser.url().contains("thirteen-arrivals").then_some(()));
    sees_the_fourth_part(&visitor);
    // And back, and again: some sites change the page without loading another one.
    visitor.browser.back();
    until("the start page", || (!visitor.browser.url().contains("thirteen-arrivals")).then_some(()));
    visitor.browser.forward();
    sees_the_fourth_part(&visitor);
    visitor.expect_quiet();
}

#[test]
#[ignore = "cargo xtask test-hosts"]
fn without_the_script_the_list_can_be_read() {
    let visitor = reader();
    visitor.open(&post());
    let loader = || visitor.server.requests().into_iter().find(|path| path.ends_with(LOADER));
    let loader = until("the loader", loader);
    sees_the_fourth_part(&visitor);

    visitor.server.fault(&loader, Fault::Missing);
    visitor.browser.clear_console();
    visitor.open(&post());
    let seen = || {
        let script = "const first = document.querySelector('sandbox-explorer, [data-sandbox-explorer]');
            const links = [...first.querySelectorAll('li > a')].filter((a) => a.checkVisibility());
            return links.map((a) => [a.textContent, a.getAttribute('href')])";
        links(&visitor.browser.run(script, &[]))
    };
    eventually(seen, &fourth_part());
    // Each of the post's script tags may request it, and nothing else fails.
    let console = visitor.browser.console();
    assert!(
        !console.is_empty() && console.iter().all(|line| line.contains(&loader) && line.contains("404")),
        "{console:#?}"
    );
    visitor.browser.clear_console();
    visitor.expect_quiet();
}
