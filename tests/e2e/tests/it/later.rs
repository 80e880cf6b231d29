//! The parts that no first view shows: other views, details, the bar of picks. They are in a chunk, which is loaded after the first
//! view.

use std::time::Duration;

use e2e::server::Fault;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;

use crate::panic::TRAP;

const CHUNK: &str = "/embed/sandbox-explorer.later.wasm";
const LOADING: &str = "Loading…";
const FAILED: &str = "This part could not be loaded.";
const AGAIN: &str = "Try again";

/// A visitor of a post whose server has this fault in the chunk.
fn with(fault: Fault, tag: &str) -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(CHUNK, fault);
    visitor.server.page("/post.html", &site::post(tag));
    visitor.open("/post.html");
    visitor
}

fn asked(visitor: &Visitor) -> usize {
    visitor.server.requests().iter().filter(|path| *path == CHUNK).count()
}

/// Whether one of the explorer's own lines begins like this.
fn says(visitor: &Visitor, line: &str) -> bool {
    let script = format!(
        "return [...explorer.shadowRoot.querySelectorAll('.se-notice')].some((it) => it.textContent.startsWith('{line}'))"
    );
    visitor.author_runs(&script) == true
}

/// Ends the visit: the console names the file, next to the browser's own messages about it.
#[track_caller]
fn expect_warning(visitor: &Visitor) {
    let named = |line: &String| line.contains("sandbox-explorer: sandbox-explorer.later.wasm");
    assert!(visitor.console().iter().any(named), "{:?}", visitor.console());
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn one_page_asks_for_them_once() {
    let visitor = Visitor::reads(&[site::tag(""), site::tag("")].concat());
    for nth in [1, 0] {
        visitor.looks_at(nth);
        visitor.waits_for_cards();
        visitor.open_details("youki");
        visitor.press(&["Escape"]);
        visitor.expect_no_details();
    }
    assert_eq!(asked(&visitor), 1);
    visitor.expect_quiet();
}

#[test]
fn they_take_no_time_from_the_first_frame() {
    let visitor = Visitor::comes_to(site::server());
    let script = "<script>
        let frames = 0;
        requestAnimationFrame(function look() {
            if (document.querySelector('sandbox-explorer')?.shadowRoot?.querySelector('article')) frames++;
            requestAnimationFrame(look);
        });
        const get = window.fetch;
        window.fetch = (asked, ...more) => {
            if (/later/.test(asked.url ?? asked)) window.framesBefore ??= frames;
            return get(asked, ...more);
        };
    </script>";
    visitor.server.page("/post.html", &site::post(&[script, &site::tag("")].concat()));
    visitor.open("/post.html");
    eventually(|| visitor.author_runs("return window.framesBefore >= 1") == true, &true);
    visitor.expect_quiet();
}

#[test]
fn the_texts_of_another_language_do_not_wait_for_parts_that_do_not_come() {
    let visitor = with(Fault::Held, &site::tag(""));
    visitor.waits_for_cards();
    visitor.author_runs("explorer.lang = 'zh'");
    visitor.reads_chinese();
    let summary = "return explorer.shadowRoot.querySelector('article p[part=summary]').textContent";
    let is_chinese = || visitor.author_runs(&format!("return /[一-龥]/.test((() => {{ {summary} }})())")) == true;
    eventually(is_chinese, &true);
    visitor.server.mend(CHUNK);
    visitor.expect_quiet();
}

#[test]
fn what_is_wanted_before_they_are_there_is_shown_when_they_come() {
    let visitor = with(Fault::Held, &site::tag(""));
    visitor.waits_for_cards();
    visitor.click("button", "Table");
    eventually(|| says(&visitor, LOADING), &true);
    visitor.server.mend(CHUNK);
    visitor.waits_for_rows();
    assert!(!says(&visitor, LOADING));
    visitor.expect_quiet();

    // A link to a view, to a project and to a comparison.
    let visitor = with(Fault::Held, &site::tag("view=timeline query=project=youki"));
    eventually(|| says(&visitor, LOADING), &true);
    visitor.server.mend(CHUNK);
    visitor.expect_details("youki");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.waits_for_lines();
    visitor.expect_quiet();
    let visitor = with(Fault::Held, &site::tag("query=project=youki,kmesh"));
    eventually(|| says(&visitor, LOADING), &true);
    visitor.server.mend(CHUNK);
    visitor.expect_comparison(&["youki", "Kmesh"]);
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_picks(&["youki", "Kmesh"]);
    visitor.expect_quiet();
}

#[test]
fn the_focus_goes_into_details_that_come_late_and_back() {
    let visitor = with(Fault::Late(Duration::from_secs(3)), &site::tag(""));
    visitor.waits_for_cards();
    visitor.click("button", "youki");
    eventually(|| says(&visitor, LOADING), &true);
    visitor.expect_details("youki");
    visitor.expect_focus("button", "Close");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_focus("button", "youki");
    visitor.expect_quiet();
}

#[test]
fn a_part_that_cannot_be_had_says_so_and_is_asked_for_again() {
    let damaged = Fault::Content(b"\0asm\x01\0\0\0".to_vec());
    for fault in [Fault::Missing, Fault::StartPage, damaged] {
        let visitor = with(fault, &site::tag(""));
        visitor.waits_for_cards();
        visitor.click("button", "Table");
        eventually(|| says(&visitor, FAILED), &true);
        // Everything else works.
        visitor.tick("Licence", "MPL-2.0");
        visitor.expect_status("1 of 52 projects");
        let before = asked(&visitor);
        visitor.click("button", AGAIN);
        eventually(|| asked(&visitor) > before, &true);
        eventually(|| says(&visitor, FAILED), &true);
        visitor.server.mend(CHUNK);
        visitor.click("button", AGAIN);
        visitor.waits_for_rows();
        assert_eq!(visitor.see_row_names().len(), 1);
        visitor.clear_all();
        visitor.open_details("youki");
        expect_warning(&visitor);
    }
}

#[test]
fn the_next_thing_that_is_wanted_is_another_chance() {
    let visitor = with(Fault::Missing, &site::tag(""));
    visitor.waits_for_cards();
    visitor.click("button", "youki");
    eventually(|| says(&visitor, FAILED), &true);
    visitor.server.mend(CHUNK);
    visitor.click("button", "Kmesh");
    visitor.expect_details("Kmesh");
    expect_warning(&visitor);
}

#[test]
fn a_small_form_asks_for_them_when_its_details_open() {
    for layout in ["inline", "single"] {
        let tag =
            format!("<sandbox-explorer loading=eager layout={layout} scope=project=youki>youki</sandbox-explorer>");
        let visitor = Visitor::reads(&tag);
        eventually(|| visitor.heard("ready").len(), &1);
        assert_eq!(asked(&visitor), 0, "{layout}");
        visitor.click("button", "youki");
        visitor.expect_details("youki");
        assert_eq!(asked(&visitor), 1, "{layout}");
        visitor.expect_quiet();
    }
}

#[test]
fn a_program_that_dies_meanwhile_is_followed_by_one_that_has_them() {
    let tag = [TRAP, &site::tag("")].concat();
    let visitor = with(Fault::Late(Duration::from_secs(3)), &tag);
    visitor.waits_for_cards();
    visitor.author_runs("window.trap = true; explorer.setAttribute('query', 'q=mesh')");
    eventually(|| visitor.heard("error").len(), &1);
    visitor.clear_console();
    visitor.author_runs("window.trap = false");
    visitor.click("button", "Try again");
    visitor.waits_for_cards();
    visitor.open_details("Kmesh");
    visitor.expect_quiet();
}
