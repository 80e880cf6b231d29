//! A file that is missing, late, damaged or another one: what the reader is told, and what trying again does.

use std::time::Duration;

use e2e::server::Fault;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};

use crate::failure::{GLUE, PROGRAM, fallback_is_seen};

#[test]
fn a_missing_loader_leaves_the_fallback() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault("/embed/sandbox-explorer.js", Fault::Missing);
    visitor.reads_next(&site::tag(""));
    assert!(fallback_is_seen(&visitor));
    visitor.expect_console(&["Failed to load resource"]);
    visitor.expect_quiet();
}

/// Opens a post with a faulty file, and reads the cause of the error event and the visible line.
#[track_caller]
fn read_failure(path: &str, fault: Fault) -> (Visitor, String, String) {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(path, fault);
    visitor.reads_next(&site::tag(""));
    let error = until("the error event", || visitor.heard("error").pop());
    let text = |key: &str| error[key].as_str().unwrap_or_default().to_owned();
    let line = visitor.status();
    assert!(line.contains(&text("message")), "the event says {error}, the reader reads “{line}”");
    assert!(fallback_is_seen(&visitor), "the fallback is gone");
    (visitor, text("cause"), line)
}

/// About the missing program each browser prints several lines of its own (it is missing, it does not match the hash); one line is
/// ours. Discards them all.
#[track_caller]
fn expect_one_line_of_ours(visitor: &Visitor, part: &str) {
    let console = visitor.console();
    assert_eq!(console.iter().filter(|line| line.contains(part)).count(), 1, "{console:#?}");
    visitor.clear_console();
}

/// Tries again after the fault has been fixed.
#[track_caller]
fn try_again(visitor: &Visitor, path: &str) {
    visitor.server.mend(path);
    visitor.click("button", "Try again");
    visitor.waits_for_cards();
    visitor.expect_status("52 projects");
    assert!(!fallback_is_seen(visitor));
    assert!(!visitor.sees_now("button", "Try again"));
}

#[test]
fn a_missing_program_leaves_the_fallback_and_can_be_tried_again() {
    let (visitor, cause, line) = read_failure(PROGRAM, Fault::Missing);
    assert_eq!(cause, "http");
    assert!(line.contains("sandbox-explorer.wasm") && line.contains("404"), "{line}");
    expect_one_line_of_ours(&visitor, "could not start");
    // Still missing: another line in the console, but not on the page.
    visitor.click("button", "Try again");
    eventually(|| visitor.heard("error").len(), &2);
    assert_eq!(visitor.names("status").len(), 1);
    visitor.expect_focus("button", "Try again");
    expect_one_line_of_ours(&visitor, "could not start");
    try_again(&visitor, PROGRAM);
    visitor.expect_quiet();
}

#[test]
fn a_start_page_in_place_of_the_program_is_noticed() {
    let (visitor, cause, _) = read_failure(PROGRAM, Fault::StartPage);
    assert_eq!(cause, "corrupt");
    expect_one_line_of_ours(&visitor, "could not start");
    try_again(&visitor, PROGRAM);
    visitor.expect_quiet();
}

#[test]
fn a_damaged_program_is_noticed() {
    let (visitor, cause, _) = read_failure(PROGRAM, Fault::Content(b"\0asm\x01\0\0\0\x07damaged".to_vec()));
    assert_eq!(cause, "corrupt");
    expect_one_line_of_ours(&visitor, "could not start");
    try_again(&visitor, PROGRAM);
    visitor.expect_quiet();
}

#[test]
fn missing_glue_is_noticed_and_can_be_tried_again() {
    let (visitor, cause, line) = read_failure(GLUE, Fault::Missing);
    assert_eq!(cause, "network");
    assert!(line.contains("core.js"), "{line}");
    // The browser reports each failed attempt.
    expect_one_line_of_ours(&visitor, "could not start");
    try_again(&visitor, GLUE);
    visitor.expect_quiet();
}

#[test]
fn a_wrong_type_of_the_program_is_no_obstacle() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(PROGRAM, Fault::Type("application/octet-stream"));
    visitor.reads_next(&site::tag(""));
    visitor.waits_for_cards();
    // The glue warns that this is slower.
    visitor.expect_console(&["application/wasm"]);
    visitor.expect_quiet();
}

#[test]
fn a_late_program_is_waited_for_with_the_fallback() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(PROGRAM, Fault::Late(Duration::from_millis(1500)));
    visitor.reads_next(&site::tag(""));
    assert!(fallback_is_seen(&visitor));
    visitor.waits_for_cards();
    assert!(!fallback_is_seen(&visitor));
    visitor.expect_quiet();
}

#[test]
fn a_failure_is_told_in_the_pages_language() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(PROGRAM, Fault::Missing);
    visitor.reads_next(&site::tag("lang=zh"));
    eventually(|| visitor.sees_now("button", "重试"), &true);
    assert!(visitor.status().contains("无法启动"), "{}", visitor.status());
    expect_one_line_of_ours(&visitor, "无法启动");
    visitor.expect_quiet();
}

#[test]
fn a_missing_catalog_of_ones_own_is_told() {
    let visitor = Visitor::reads(&site::tag("src=/no-such.json"));
    let error = until("the error event", || visitor.heard("error").pop());
    assert!(error["message"].as_str().is_some_and(|message| message.contains("no-such.json")), "{error}");
    assert!(visitor.console().iter().any(|line| line.contains("404")));
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn a_missing_or_damaged_reader_is_told_and_asked_for_again() {
    let path = "/embed/sandbox-explorer.reader.wasm";
    let damaged = || Fault::Content(b"\0asm\x01\0\0\0".to_vec());
    for (fault, why) in
        [(Fault::Missing, "HTTP 404"), (Fault::StartPage, "mixed versions"), (damaged(), "mixed versions")]
    {
        let visitor = Visitor::comes_to(site::server());
        let catalog = std::fs::read_to_string(site::shipped("catalog.json")).expect("a catalog");
        visitor.server.page("/own.json", &catalog.replacen("\"name\": \"", "\"name\": \"Own ", 1));
        visitor.server.fault(path, fault);
        visitor.reads_next(&site::tag("src=/own.json"));
        for n_errors in 1..=3 {
            eventually(|| visitor.heard("error").len(), &n_errors);
            let message = visitor.heard("error")[n_errors - 1]["message"].clone();
            let says = |what: &str| message.as_str().is_some_and(|message| message.contains(what));
            assert!(says("sandbox-explorer.reader.wasm") && says(why), "{message}");
            if n_errors == 3 {
                visitor.server.mend(path);
            }
            // Whatever it shows meanwhile, the address is requested again.
            visitor.author_runs("explorer.removeAttribute('src')");
            visitor.expect_status("52 projects");
            visitor.author_runs("explorer.src = '/own.json'");
        }
        until("a card of the own catalog", || {
            visitor.see_cards().iter().any(|name| name.starts_with("Own ")).then_some(())
        });
        visitor.clear_console();
        visitor.expect_quiet();
    }
}
