//! Sharing and export.

use e2e::engine::Engine;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::json;

/// Captures what a link would save, before the browser does: its name and its text.
const CATCH: &str = "window.saved = [];
    HTMLAnchorElement.prototype.click = function () {
        saved.push([this.download, decodeURIComponent(this.href.slice(this.href.indexOf(',') + 1))]);
    };
    window.printed = 0;
    window.print = () => { window.printed += 1 }";

fn opens(attributes: &str) -> Visitor {
    let visitor = Visitor::sees(attributes);
    visitor.author_runs(CATCH);
    visitor.click("button", "Share");
    visitor
}

#[test]
fn it_is_folded_away_until_it_is_wanted() {
    let visitor = Visitor::sees("");
    assert!(!visitor.sees_now("button", "Save as CSV"));
    visitor.click("button", "Share");
    assert!(visitor.sees_now("button", "Save as CSV"));
    // Without a key in the URL there is no link to this view.
    assert!(!visitor.sees_now("button", "Copy link to this view"));
    visitor.click("button", "Share");
    assert!(!visitor.sees_now("button", "Save as CSV"));
    visitor.expect_quiet();
}

#[test]
fn files_hold_what_is_shown_in_its_order() {
    let visitor = opens("query=language=rust&amp;sort=name");
    visitor.expect_chips(&["Rust"]);
    let cards = visitor.see_cards();
    visitor.click("button", "Save as JSON");
    let saved = "return (([name, text]) => [name, JSON.parse(text).projects.map((it) => it.name), JSON.parse(text).query])(saved[0])";
    assert_eq!(visitor.author_runs(saved), json!(["sandbox-projects.json", cards, "language=rust&sort=name"]));
    visitor.pick_tab("Container Runtime");
    eventually(|| visitor.see_cards().len() < cards.len(), &true);
    visitor.click("button", "Save as CSV");
    let rows = visitor.author_runs("return saved[1][1].trim().split('\\r\\n').length");
    assert_eq!(rows, visitor.see_cards().len() + 1);
    visitor.expect_quiet();
}

#[test]
fn a_link_to_this_view_opens_it() {
    let visitor = opens("url-key=explorer");
    visitor.pick_tab("Service Mesh");
    visitor.click("button", "Table");
    visitor.author_runs(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text } } })",
    );
    visitor.click("button", "Copy link to this view");
    let copied = || visitor.author_runs("return window.copied ?? ''").as_str().unwrap_or_default().to_owned();
    eventually(|| copied().ends_with("#explorer=category=service-mesh%26view=table"), &true);
    visitor.expect_quiet();
}

#[test]
fn paper_has_the_projects_the_filters_and_the_day_and_no_controls() {
    if Engine::current().skips("take::paper_has_the_projects_the_filters_and_the_day_and_no_controls") {
        return;
    }
    let visitor = opens("query=language=rust");
    visitor.click("button", "Print");
    eventually(|| visitor.author_runs("return printed"), &json!(1));
    let cards = visitor.see_cards();
    visitor.browser.prints();
    let on_paper = "const shadow = explorer.shadowRoot;
        const seen = (name) => [...shadow.querySelectorAll(name)].filter((it) => it.checkVisibility()).length;
        return [seen('article'), seen('button:not(article *)'), seen('input'), shadow.querySelector('.se-print-head').innerText.split(/\\n+/),
            getComputedStyle(shadow.querySelector('article .se-link'), '::after').content.match(/http|attr\\(href\\)/) != null]";
    let expected =
        json!([cards.len(), 0, 0, ["CNCF Sandbox projects", "Language = Rust", "Data as of 22 Nov 2026"], true]);
    eventually(|| visitor.author_runs(on_paper), &expected);
    visitor.expect_quiet();
}
