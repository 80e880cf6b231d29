//! `initial-query`: where the reader starts, taken once, while the page keeps the attribute `query` for itself.

use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::json;

/// The attributes, and the property.
const QUERIES: &str = "return [explorer.getAttribute('initial-query'), explorer.getAttribute('query'), explorer.query]";

#[test]
fn it_is_where_the_reader_starts_and_nothing_follows_it() {
    let visitor = Visitor::sees("initial-query=language=rust");
    visitor.expect_chips(&["Rust"]);
    assert_eq!(visitor.author_runs(QUERIES), json!(["language=rust", null, "language=rust"]));
    assert!(visitor.heard("change").is_empty());
    visitor.tick("Language", "Go");
    eventually(|| visitor.author_runs(QUERIES), &json!(["language=rust", null, "language=rust,go"]));
    visitor.author_runs("explorer.initialQuery = 'part=4'");
    visitor.expect_chips(&["Rust", "Go"]);
    visitor.clear_all();
    eventually(|| visitor.author_runs(QUERIES), &json!(["part=4", null, ""]));
    visitor.expect_chips(&[]);
    visitor.expect_quiet();
}

#[test]
fn a_query_and_a_link_go_before_it() {
    let visitor = Visitor::sees("initial-query=language=rust query=part=4");
    visitor.expect_chips(&["Part 4 · 2024 H2"]);
    visitor.expect_quiet();
    let visitor = Visitor::reads("");
    visitor.server.page(
        "/linked.html",
        &e2e::site::post("<sandbox-explorer initial-query=language=rust url-key=e loading=eager></sandbox-explorer>"),
    );
    visitor.open("/linked.html#e=language=go");
    visitor.waits_for_cards();
    visitor.expect_chips(&["Go"]);
    visitor.expect_quiet();
}

#[test]
fn the_page_may_still_set_the_filter() {
    let visitor = Visitor::sees("initial-query=language=rust");
    visitor.author_runs("explorer.query = 'language=go'");
    visitor.expect_chips(&["Go"]);
    assert_eq!(visitor.author_runs(QUERIES), json!(["language=rust", null, "language=go"]));
    visitor.author_runs("explorer.setAttribute('query', 'part=4')");
    visitor.expect_chips(&["Part 4 · 2024 H2"]);
    visitor.tick("Language", "Rust");
    // Theirs, as they wrote it.
    assert_eq!(visitor.author_runs(QUERIES), json!(["language=rust", "part=4", "part=4&language=rust"]));
    visitor.author_runs("explorer.reset()");
    visitor.expect_chips(&[]);
    visitor.expect_quiet();
}

#[test]
fn put_back_it_goes_on_with_the_filter_of_the_reader() {
    let visitor = Visitor::sees("initial-query=language=rust");
    for query in ["language=go", ""] {
        visitor.author_runs(&format!("explorer.query = '{query}'"));
        eventually(|| visitor.author_runs("return explorer.query"), &json!(query));
        visitor.author_runs("window.kept = explorer; kept.remove(); return new Promise((done) => setTimeout(done))");
        visitor.author_runs("document.querySelector('main').append(kept)");
        visitor.waits_for_cards();
        visitor.expect_chips(if query.is_empty() { &[] } else { &["Go"] });
        eventually(|| visitor.author_runs("return explorer.query"), &json!(query));
    }
    visitor.expect_quiet();
}

#[test]
fn a_search_is_there_at_once_and_another_list_starts_without_it() {
    let visitor = Visitor::sees("initial-query=q=mesh");
    assert_eq!(visitor.searched(), "mesh");
    visitor.expect_status("6 of 52 projects");
    visitor.author_runs(
        "explorer.initialQuery = 'q=youki'; explorer.reset();
         explorer.catalog = { projects: [{ name: 'Loom', summary: 'Connects.', links: { website: 'https://loom.example/' } }] }",
    );
    visitor.expect_cards(&["Loom"]);
    assert_eq!(visitor.author_runs("return explorer.query"), "");
    visitor.expect_quiet();
}

#[test]
fn so_does_a_div() {
    let visitor =
        Visitor::reads("<div data-sandbox-explorer data-loading=eager data-initial-query=language=rust></div>");
    visitor.waits_for_cards();
    visitor.expect_chips(&["Rust"]);
    visitor.expect_quiet();
}
