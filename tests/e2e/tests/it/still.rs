//! The first view that a generator has written into the page: how it works before any code runs, and how the live explorer
//! takes over.

use e2e::browser::Browser;
use e2e::server::Fault;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

const PROGRAM: &str = "/embed/sandbox-explorer.wasm";

/// A visitor of a post with the first view of part 4, where the program never loads.
fn before_anything_runs() -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault("/embed/sandbox-explorer.js", Fault::Content(Vec::new()));
    visitor.reads_next(&site::prerendered(&["--as", "shadow", "--scope", "part=4"]));
    visitor
}

/// Runs a script with `$` for the first match of a selector in the explorer's shadow.
fn within(visitor: &Visitor, script: &str) -> Value {
    visitor.author_runs(&format!("const $ = (selector) => explorer.shadowRoot.querySelector(selector);\n{script}"))
}

fn visible_cards(visitor: &Visitor) -> Value {
    within(
        visitor,
        "return [...explorer.shadowRoot.querySelectorAll('article')].filter((it) => it.checkVisibility()).length",
    )
}

#[test]
fn the_cards_are_painted_before_any_script() {
    let visitor = before_anything_runs();
    assert_eq!(visible_cards(&visitor), 13);
    assert_eq!(within(&visitor, "return $('article').getBoundingClientRect().height > 100"), true);
    // The list is there for readers without shadow roots.
    assert_eq!(visitor.author_runs("return explorer.querySelectorAll('li > a').length"), 13);
    assert_eq!(visitor.author_runs("return explorer.querySelector('a').checkVisibility()"), false);
    visitor.expect_quiet();
}

#[test]
fn a_tab_narrows_the_cards_by_style_alone() {
    let visitor = before_anything_runs();
    within(&visitor, "$('[value=container-runtime]').closest('label').click()");
    assert_eq!(visible_cards(&visitor), 1);
    within(&visitor, "$('[name=category]').closest('label').click()");
    assert_eq!(visible_cards(&visitor), 13);
    visitor.expect_quiet();
}

#[test]
fn table_and_timeline_are_there_before_any_script() {
    for (view, row) in [("table", "tbody tr"), ("timeline", "li:has([role=img])")] {
        let visitor = Visitor::comes_to(site::server());
        visitor.server.fault("/embed/sandbox-explorer.js", Fault::Content(Vec::new()));
        visitor.reads_next(&site::prerendered(&[
            "--as",
            "shadow",
            "--scope",
            "project=youki,kmesh,xline",
            "--view",
            view,
        ]));
        let seen = || {
            let script = format!(
                "return [...explorer.shadowRoot.querySelectorAll('{row}')].filter((it) => it.checkVisibility())
                     .map((it) => it.querySelector('button').textContent)"
            );
            within(&visitor, &script)
        };
        assert_eq!(seen(), json!(["youki", "Kmesh", "Xline"]), "{view}");
        within(&visitor, "$('[value=container-runtime]').closest('label').click()");
        assert_eq!(seen(), json!(["youki"]), "{view}");
        // No heading of a batch without projects.
        let headings =
            "return [...explorer.shadowRoot.querySelectorAll('h3')].filter((it) => it.checkVisibility()).length";
        assert_eq!(within(&visitor, headings), u8::from(view == "timeline"), "{view}");
        within(&visitor, "$('[data-project=youki]').click()");
        assert_eq!(within(&visitor, "return $('#se-youki').checkVisibility()"), true, "{view}");
        visitor.expect_quiet();
    }
}

#[test]
fn a_name_opens_the_details_by_html_alone() {
    let visitor = before_anything_runs();
    within(&visitor, "$('[data-project=youki]').click()");
    assert_eq!(within(&visitor, "return $('#se-youki').checkVisibility()"), true);
    within(&visitor, "$('#se-youki .se-close').click()");
    assert_eq!(within(&visitor, "return $('#se-youki').checkVisibility()"), false);
    visitor.expect_quiet();
}

/// A visitor of a post with the first view, where the program loads once it is released.
fn just_before_it_runs(arguments: &[&str]) -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(PROGRAM, Fault::Missing);
    let printed = site::prerendered(&[&["--as", "shadow", "--scope", "part=4"], arguments].concat());
    visitor.reads_next(&printed.replacen("<sandbox-explorer ", "<sandbox-explorer loading=eager ", 1));
    eventually(|| visitor.heard("error").len(), &1);
    visitor.clear_console();
    visitor
}

/// Releases the program, and waits until the explorer is live.
fn comes_alive(visitor: &Visitor) {
    visitor.server.mend(PROGRAM);
    // Like "Try again", but without moving the focus.
    visitor.author_runs("explorer.show('')");
    eventually(|| visitor.heard("ready").len(), &1);
    visitor.looks_at(0);
    visitor.waits_for_cards();
}

#[test]
fn what_was_typed_and_ticked_lives_on() {
    let visitor = just_before_it_runs(&[]);
    within(&visitor, "$('[name=language][value=rust]').click(); $('[name=sort]').value = 'name'");
    within(&visitor, "$('[name=q]').focus(); $('[name=q]').value = 'container'; $('[name=q]').setSelectionRange(2, 5)");
    comes_alive(&visitor);
    visitor.expect_chips(&["“container”", "Rust"]);
    assert_eq!(visitor.order(), "Name");
    assert_eq!(visitor.searched(), "container");
    visitor.expect_focus("searchbox", "Search projects");
    let selected =
        within(&visitor, "const { selectionStart, selectionEnd } = $('input'); return [selectionStart, selectionEnd]");
    assert_eq!(selected, json!([2, 5]));
    visitor.expect_quiet();
}

#[test]
fn the_chosen_tab_and_the_focus_on_it_live_on() {
    let visitor = just_before_it_runs(&[]);
    within(&visitor, "$('[value=container-runtime]').focus(); $('[value=container-runtime]').click()");
    comes_alive(&visitor);
    visitor.expect_cards(&["youki"]);
    assert_eq!(visitor.chosen_tab(), "Container Runtime");
    assert_eq!(within(&visitor, "return explorer.shadowRoot.activeElement.textContent"), "Container Runtime 1");
    visitor.expect_quiet();
}

#[test]
fn open_details_stay_open() {
    let visitor = just_before_it_runs(&[]);
    within(&visitor, "$('[data-project=youki]').click()");
    comes_alive(&visitor);
    visitor.expect_details("youki");
    visitor.expect_quiet();
}

#[test]
fn an_untouched_view_leaves_the_authors_query_and_a_link_alone() {
    let visitor = just_before_it_runs(&["--query", "language=rust"]);
    comes_alive(&visitor);
    visitor.expect_chips(&["Rust"]);
    assert_eq!(visitor.heard("change").len(), 0);
    visitor.expect_quiet();
}

#[test]
fn an_untouched_view_makes_room_for_what_a_link_asks_for() {
    let visitor = just_before_it_runs(&["--url-key", "x"]);
    // The visitor has followed a link to this post.
    visitor.author_runs("history.replaceState(null, '', '#x=language=rust')");
    comes_alive(&visitor);
    visitor.expect_chips(&["Rust"]);
    visitor.expect_quiet();
}

#[test]
fn the_authors_view_lives_on_beside_what_was_ticked() {
    let visitor = just_before_it_runs(&["--query", "view=table"]);
    within(&visitor, "$('[name=language][value=rust]').click()");
    visitor.server.mend(PROGRAM);
    visitor.author_runs("explorer.show('')");
    // The still view has rows and a ticked box as well: only after this event do they belong to the live one.
    eventually(|| visitor.heard("ready").len(), &1);
    visitor.expect_chips(&["Rust"]);
    visitor.waits_for_rows();
    visitor.expect_view("Table");
    visitor.expect_quiet();
}

#[test]
fn nothing_moves_when_it_comes_alive() {
    for (width, lang) in [(1200, "en"), (360, "zh")] {
        let browser = Browser::default();
        browser.resize(width, 900);
        let visitor = Visitor::with(browser, site::server());
        visitor.server.fault(PROGRAM, Fault::Missing);
        let printed = site::prerendered(&["--as", "shadow", "--scope", "part=4", "--lang", lang]);
        visitor.reads_next(&printed.replacen("<sandbox-explorer ", "<sandbox-explorer loading=eager ", 1));
        eventually(|| visitor.heard("error").len(), &1);
        visitor.clear_console();
        let boxes =
            "return ['.se-bar', '.se-tabs', '.se-status', 'article', 'article:last-of-type'].map((selector) => {
            const { x, y, width, height } = $(selector).getBoundingClientRect();
            return [x, y, width, height].map(Math.round);
        })";
        // The line that says why it has not started is not part of the view.
        let before = within(&visitor, boxes);
        visitor.server.mend(PROGRAM);
        visitor.author_runs("explorer.show('')");
        eventually(|| visitor.heard("ready").len(), &1);
        assert_eq!(within(&visitor, boxes), before, "{width} {lang}");
        visitor.expect_quiet();
    }
}

/// The HTML of the page may have been changed on its way: names are only names.
#[test]
fn a_control_of_any_name_does_no_harm() {
    let html = site::prerendered(&["--as", "shadow", "--scope", "part=4"]);
    let control = r#"<input type="checkbox" name="__proto__" value="x" checked hidden>"#;
    let at = html.find("</div></div></template>").expect("the end of the still view");
    let html = [&html[..at], control, &html[at..]].concat();
    let visitor = Visitor::reads(&html.replace("<sandbox-explorer", "<sandbox-explorer loading=eager"));
    visitor.expect_status("13 projects");
    eventually(|| visitor.heard("ready").len(), &1);
    visitor.expect_quiet();
}
