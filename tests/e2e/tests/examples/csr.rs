//! The application that is rendered in the browser.

use e2e::browser::Element;
use e2e::server::Server;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::json;

use super::built;

const PAGE: &str = r#"<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>Thirteen arrivals</title>
<script type="module" src="/start.js"></script></head><body></body></html>"#;

/// A visitor of the application, under a policy without any style but that of scripts.
fn visitor() -> Visitor {
    let server = Server::start(&[("/pkg/", built("csr"))]);
    server.page("/", PAGE);
    server.page("/start.js", "import init from '/pkg/app.js'; await init();");
    server.header(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
    );
    let visitor = Visitor::comes_to(server);
    visitor.looks_at_page();
    visitor.open("/");
    visitor.waits_for_cards();
    visitor
}

fn told(visitor: &Visitor) -> String {
    visitor.author_runs("return document.querySelector('#told').textContent").as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_query_follows_the_application_and_the_reader() {
    let visitor = visitor();
    assert_eq!(visitor.see_cards().len(), 13);
    visitor.click("button", "Only Rust");
    eventually(|| visitor.chips(), &["Rust"][..]);
    let n_rust = visitor.see_cards().len();
    eventually(|| told(&visitor), &format!("Filter: language=rust, opened: nothing, shown: {n_rust}"));

    visitor.clear_all();
    eventually(|| told(&visitor), "Filter: , opened: nothing, shown: 13");
    visitor.type_search("Kmesh ");
    eventually(|| told(&visitor).contains("Filter: q=Kmesh"), &true);
    // What it has told does not come back: the space that the reader has typed is still there.
    assert_eq!(visitor.searched(), "Kmesh ");
    visitor.expect_quiet();
}

#[test]
fn the_applications_text_stays_as_it_was_written() {
    let visitor = visitor();
    let field = || Element::of(&visitor.author_runs("return document.querySelector('#filter')")).expect("a field");
    visitor.browser.type_into(&field(), "q=mesh&unknown=");
    eventually(|| visitor.searched(), "mesh");
    let text = "return document.querySelector('#filter').value";
    assert_eq!(visitor.author_runs(text), "q=mesh&unknown=");
    visitor.type_search("es");
    eventually(|| visitor.author_runs(text), &json!("q=meshes"));
    visitor.expect_quiet();
}

#[test]
fn details_are_told_and_posts_are_those_of_the_application() {
    let visitor = visitor();
    visitor.open_details("youki");
    eventually(|| told(&visitor).contains("opened: youki"), &true);
    let links = visitor.links_in_details("youki");
    assert!(links.iter().any(|link| link.iter().any(|text| text.contains("youki, at last"))), "{links:?}");
    visitor.expect_quiet();
}

#[test]
fn it_has_style_and_theme_without_a_style_sheet_of_the_page() {
    let visitor = visitor();
    let style = "const card = document.querySelector('article');
        return [getComputedStyle(card).borderTopStyle, getComputedStyle(card.closest('.se-explorer')).colorScheme]";
    eventually(|| visitor.author_runs(style), &json!(["solid", "light"]));
    visitor.click("button", "Dark");
    eventually(|| visitor.author_runs(style), &json!(["solid", "dark"]));
    visitor.expect_quiet();
}

#[test]
fn it_comes_and_goes_and_keeps_the_attributes_of_the_application() {
    let visitor = visitor();
    let own = "const own = document.querySelector('#explorer');
        return own && [own.className, own.querySelectorAll('article').length]";
    assert_eq!(visitor.author_runs(own), json!(["mine", 13]));
    visitor.click("button", "Only Rust");
    visitor.expect_chips(&["Rust"]);
    let n_rust = visitor.see_cards().len();
    visitor.click("button", "Fold");
    eventually(|| visitor.author_runs(own), &json!(null));
    visitor.click("button", "Fold");
    // It starts with the filter that the application has kept.
    eventually(|| visitor.see_cards().len(), &n_rust);
    visitor.expect_quiet();
}
