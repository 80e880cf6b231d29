//! From what the server has printed to the living application: nothing that the reader has done is lost, and nothing moves.

use e2e::server::Fault;
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};
use serde_json::{Value, json};

use super::server;

const PROGRAM: &str = "/pkg/app_bg.wasm";

/// A visitor who reads before the code arrives.
fn before_the_code() -> Visitor {
    let visitor = server::visitor();
    visitor.server.fault(PROGRAM, Fault::Held);
    visitor.open("/");
    until("the request for the program", || visitor.server.requests().iter().any(|path| path == PROGRAM).then_some(()));
    assert_eq!(visitor.see_cards().len(), 27);
    visitor
}

/// Lets the code arrive, and waits until the explorer is live.
fn the_code_arrives(visitor: &Visitor) {
    visitor.server.mend(PROGRAM);
    eventually(|| visitor.author_runs("return document.querySelectorAll('[role=tab]').length > 0"), &json!(true));
}

fn told(visitor: &Visitor) -> String {
    visitor.author_runs("return document.querySelector('#told').textContent").as_str().unwrap_or_default().to_owned()
}

fn visible_cards(visitor: &Visitor) -> Value {
    visitor.author_runs("return [...document.querySelectorAll('article')].filter((it) => it.checkVisibility()).length")
}

/// Clicks what a selector finds, as a reader would.
fn click(visitor: &Visitor, selector: &str) {
    visitor.author_runs(&format!("document.querySelector('{selector}').click()"));
}

#[test]
fn tabs_and_details_work_before_the_code() {
    let visitor = before_the_code();
    click(&visitor, "[name=category][value=service-mesh]");
    eventually(|| visible_cards(&visitor), &json!(2));
    click(&visitor, "article button[popovertarget=se-kmesh]");
    let details = "return document.querySelector('#se-kmesh').checkVisibility()";
    eventually(|| visitor.author_runs(details), &json!(true));
    the_code_arrives(&visitor);
    // Both are kept.
    eventually(|| visitor.author_runs("return !!document.querySelector('dialog[open]')"), &json!(true));
    eventually(|| told(&visitor), "Filter: category=service-mesh&project=kmesh, opened: nothing");
    visitor.expect_quiet();
}

#[test]
fn nothing_moves_and_nothing_flashes_when_the_code_arrives() {
    let visitor = before_the_code();
    let look = "return [
        [...document.querySelectorAll('article')].map((card) => {
            const { x, y, width, height } = card.getBoundingClientRect();
            return [card.innerText, card.querySelectorAll('*').length, x, y, width, height];
        }),
        document.documentElement.scrollHeight,
        document.querySelector('#end').getBoundingClientRect().top,
        getComputedStyle(document.querySelector('.se-explorer')).colorScheme,
        getComputedStyle(document.querySelector('article .se-mark')).backgroundColor,
    ]";
    visitor.author_runs(
        "window.shifts = 0; window.fewest = 27;
         new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shifts += value })
             .observe({ type: 'layout-shift', buffered: false });
         const count = () => {
             fewest = Math.min(fewest, document.querySelectorAll('article').length);
             requestAnimationFrame(count);
         };
         count()",
    );
    let before = visitor.author_runs(look);
    the_code_arrives(&visitor);
    assert_eq!(visitor.author_runs(look), before);
    // Two frames later as well.
    visitor.author_runs(
        "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))",
    );
    assert_eq!(visitor.author_runs(look), before);
    assert_eq!(visitor.author_runs("return [shifts, fewest]"), json!([0, 27]));
    visitor.expect_quiet();
}

#[test]
fn what_was_typed_ticked_focused_selected_and_scrolled_is_still_there() {
    let visitor = before_the_code();
    click(&visitor, "[name=language][value=go]");
    visitor.author_runs(
        "const field = document.querySelector('[name=q]');
         field.focus();
         document.execCommand('insertText', false, 'kube mesh');
         field.setSelectionRange(0, 4);
         document.querySelector('.se-tabs').scrollLeft = 90;
         scrollTo(0, 150);",
    );
    let done = "const field = document.querySelector('input[type=search]');
        return [document.activeElement == field, field.value, field.selectionStart, field.selectionEnd,
            document.querySelector('.se-tabs').scrollLeft, scrollY]";
    let before = visitor.author_runs(done);
    assert_eq!(before, json!([true, "kube mesh", 0, 4, 90, 150]));
    the_code_arrives(&visitor);
    eventually(|| told(&visitor), "Filter: q=kube+mesh&language=go, opened: nothing");
    assert_eq!(visitor.author_runs(done), before);
    let ticked =
        "return [...document.querySelectorAll('.se-option:has(:checked)')].map((it) => it.textContent.split(' ')[0])";
    assert_eq!(visitor.author_runs(ticked), json!(["Go"]));
    visitor.expect_quiet();
}

#[test]
fn a_focused_button_and_an_order_are_still_there() {
    let visitor = before_the_code();
    visitor.author_runs(
        "const order = document.querySelector('[name=sort]');
         order.value = 'name';
         document.querySelector('button[popovertarget=se-kmesh]').focus()",
    );
    the_code_arrives(&visitor);
    eventually(|| told(&visitor), "Filter: sort=name, opened: nothing");
    // The focus stays on the same project, which is elsewhere in the new order.
    visitor.expect_focus("button", "Kmesh");
    visitor.expect_quiet();
}

#[test]
fn afterwards_application_and_reader_hear_each_other() {
    let visitor = server::visitor();
    visitor.open("/");
    the_code_arrives(&visitor);
    visitor.click("button", "Only Rust");
    eventually(|| told(&visitor), "Filter: language=rust, opened: nothing");
    eventually(|| visitor.chips().len(), &1);
    visitor.clear_all();
    eventually(|| told(&visitor), "Filter: , opened: nothing");
    visitor.open_details("Kmesh");
    eventually(|| told(&visitor).ends_with("opened: kmesh"), &true);
    visitor.expect_quiet();
}
