//! Words to search for that are there before the search: it is in the chunk with the parts that no first view shows (`later`).

use e2e::server::Fault;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

use crate::panic::TRAP;

const CHUNK: &str = "/embed/sandbox-explorer.later.wasm";
const PROGRAM: &str = "/embed/sandbox-explorer.wasm";
const LOADING: &str = "Loading…";
const FAILED: &str = "This part could not be loaded.";
const AGAIN: &str = "Try again";

/// Notes each number of cards and each status and notice that is painted, from the first on.
const WATCH: &str = "<script>
    window.painted = [];
    requestAnimationFrame(function look() {
        requestAnimationFrame(look);
        const root = document.querySelector('sandbox-explorer')?.shadowRoot;
        if (!root?.querySelector('.se-explorer')) return;
        const cards = [...root.querySelectorAll('article')].filter((it) => it.checkVisibility()).length;
        const lines = [...root.querySelectorAll('.se-status, .se-notice, .se-empty')].map((it) => it.textContent);
        const now = JSON.stringify([cards, ...lines]);
        if (painted.at(-1) != now) painted.push(now);
    });
</script>";

/// The program waits as long as the chunk takes; otherwise it gives up after this time and shows its first view without the words.
const PATIENT: &str = "<script>
    const { setTimeout: later } = window;
    window.setTimeout = (call, ms, ...given) => (ms == 2000 ? 0 : later(call, ms, ...given));
</script>";

/// A visitor of a post whose server has this fault in the chunk.
fn with(fault: Fault, html: &str) -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(CHUNK, fault);
    visitor.reads_next(&[WATCH, html].concat());
    visitor
}

/// Whether one of the explorer's own lines begins like this.
fn says(visitor: &Visitor, line: &str) -> bool {
    let script = format!(
        "return [...explorer.shadowRoot.querySelectorAll('.se-notice')].some((it) => it.textContent.startsWith('{line}'))"
    );
    visitor.author_runs(&script) == true
}

/// The visible status, and what a screen reader has been told.
fn statuses(visitor: &Visitor) -> Value {
    visitor.author_runs(
        "return ['.se-status', '.se-state .se-heard'].map((it) => explorer.shadowRoot.querySelector(it).textContent)",
    )
}

/// What the page has been told, without the names of the projects.
fn changes(visitor: &Visitor) -> Vec<Value> {
    let told = visitor.heard("change").into_iter();
    told.map(|it| json!({ "query": it["query"], "shown": it["shown"] })).collect()
}

#[test]
fn what_is_typed_before_the_search_is_there_is_searched_when_it_comes() {
    let visitor = with(Fault::Held, &site::tag(""));
    visitor.waits_for_cards();
    visitor.type_search("kmesh");
    eventually(|| says(&visitor, LOADING), &true);
    // Until then, everything is as before, and nobody is told otherwise.
    visitor.tick("Licence", "MPL-2.0");
    visitor.expect_status("1 of 52 projects");
    visitor.tick("Licence", "MPL-2.0");
    visitor.expect_status("52 projects");
    visitor.expect_chips(&["“kmesh”"]);
    assert_eq!(visitor.heard("change"), Vec::<Value>::new());
    visitor.server.mend(CHUNK);
    eventually(|| visitor.see_cards().first().cloned(), &Some("Kmesh".to_owned()));
    assert_eq!((visitor.searched().as_str(), says(&visitor, LOADING)), ("kmesh", false));
    let shown = visitor.see_cards().len();
    visitor.expect_status(&format!("{shown} of 52 projects"));
    assert_eq!(changes(&visitor), [json!({ "query": "q=kmesh", "shown": shown })]);
    visitor.expect_quiet();
}

#[test]
fn what_is_deleted_before_the_search_is_there_is_no_longer_waited_for() {
    let visitor = with(Fault::Held, &site::tag(""));
    visitor.waits_for_cards();
    visitor.type_search("k");
    eventually(|| says(&visitor, LOADING), &true);
    visitor.press(&["Escape"]);
    eventually(|| says(&visitor, LOADING), &false);
    assert_eq!(statuses(&visitor), json!(["52 projects", "52 projects"]));
    assert_eq!(visitor.heard("change"), Vec::<Value>::new());
    visitor.server.mend(CHUNK);
    visitor.open_details("youki");
    assert_eq!(changes(&visitor), [json!({ "query": "project=youki", "shown": 52 })]);
    visitor.expect_quiet();
}

#[test]
fn a_search_that_cannot_be_had_says_so_and_is_asked_for_again() {
    let damaged = Fault::Content(b"\0asm\x01\0\0\0".to_vec());
    for fault in [Fault::Missing, Fault::StartPage, damaged] {
        let visitor = with(fault, &site::tag(""));
        visitor.waits_for_cards();
        visitor.type_search("kmesh");
        eventually(|| says(&visitor, FAILED), &true);
        // Everything else works, and the page is told.
        visitor.tick("Licence", "MPL-2.0");
        visitor.expect_status("1 of 52 projects");
        let told = json!({ "query": "q=kmesh&licence=mpl-2.0", "shown": 1 });
        eventually(|| changes(&visitor).last().cloned(), &Some(told));
        eventually(|| says(&visitor, FAILED), &true);
        visitor.tick("Licence", "MPL-2.0");
        eventually(|| says(&visitor, FAILED), &true);
        visitor.server.mend(CHUNK);
        visitor.click("button", AGAIN);
        eventually(|| visitor.see_cards().first().cloned(), &Some("Kmesh".to_owned()));
        assert!(!says(&visitor, FAILED));
        visitor.clear_console();
        visitor.expect_quiet();
    }
}

#[test]
fn a_link_with_words_shows_its_result_at_once() {
    for attributes in
        ["query=q=youk", "scope=q=youk", "view=table query=q=youk", "view=timeline", "query=view=insights"]
    {
        let visitor = with(Fault::Held, &[PATIENT, &site::tag(attributes)].concat());
        eventually(|| visitor.server.requests().iter().any(|it| it == CHUNK), &true);
        visitor.server.mend(CHUNK);
        eventually(|| visitor.heard("ready").len(), &1);
        visitor.author_runs("return new Promise((then) => requestAnimationFrame(() => setTimeout(then)))");
        let painted = visitor.author_runs("return painted");
        assert!(!painted.to_string().contains(LOADING), "{attributes}: {painted}");
        assert!(
            !attributes.contains("youk") || !painted.to_string().contains("\\\"52 projects"),
            "{attributes}: {painted}"
        );
        visitor.expect_quiet();
    }
}

#[test]
fn a_link_with_words_asks_for_the_search_before_the_program_has_come() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(PROGRAM, Fault::Held);
    visitor.reads_next(&site::tag("query=q=youk"));
    eventually(|| visitor.server.requests().iter().any(|it| it == CHUNK), &true);
    visitor.server.mend(PROGRAM);
    visitor.expect_cards(&["youki"]);
    assert_eq!(visitor.server.requests().iter().filter(|it| *it == CHUNK).count(), 1);
    visitor.expect_quiet();
}

#[test]
fn a_link_whose_search_does_not_come_shows_the_projects_and_says_so() {
    let visitor = with(Fault::Held, &site::tag("query=q=youk"));
    eventually(|| says(&visitor, LOADING), &true);
    visitor.expect_number_of_cards(52);
    visitor.server.mend(CHUNK);
    visitor.expect_cards(&["youki"]);
    visitor.expect_quiet();

    // What a page has chosen by words is not known; other projects are not shown instead.
    let visitor = with(Fault::Missing, &site::tag("scope=q=youk"));
    eventually(|| says(&visitor, FAILED), &true);
    assert_eq!(visitor.see_cards(), Vec::<String>::new());
    assert_eq!(statuses(&visitor), json!(["", ""]));
    visitor.server.mend(CHUNK);
    visitor.click("button", AGAIN);
    visitor.expect_cards(&["youki"]);
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn what_was_typed_into_a_still_view_is_searched_when_it_comes_alive() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(PROGRAM, Fault::Held);
    visitor.server.fault(CHUNK, Fault::Held);
    visitor.reads_next(&[WATCH, PATIENT, &site::prerendered(&["--as", "shadow"])].concat());
    visitor.type_search("youk");
    visitor.server.mend(PROGRAM);
    visitor.server.mend(CHUNK);
    visitor.expect_cards(&["youki"]);
    assert_eq!(visitor.searched(), "youk");
    visitor.expect_focus("searchbox", "Search projects");
    let painted = visitor.author_runs("return painted");
    assert!(!painted.to_string().contains(LOADING), "{painted}");
    visitor.expect_quiet();
}

#[test]
fn a_program_that_dies_while_it_waits_for_the_search_is_left_alone() {
    let visitor = with(Fault::Held, &[TRAP, &site::tag("")].concat());
    visitor.waits_for_cards();
    visitor.type_search("youk");
    eventually(|| says(&visitor, LOADING), &true);
    visitor.author_runs("window.trap = true; explorer.setAttribute('query', 'language=rust')");
    eventually(|| visitor.heard("error").len(), &1);
    visitor.clear_console();
    visitor.server.mend(CHUNK);
    visitor.author_runs("window.trap = false");
    visitor.expect_quiet();
    visitor.click("button", AGAIN);
    visitor.waits_for_cards();
    visitor.type_search("youk");
    visitor.expect_cards(&["youki"]);
    visitor.expect_quiet();
}
