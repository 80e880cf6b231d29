//! When it cannot start: what the author put into the tag stays, one line says why, and one can try again.

use std::path::Path;
use std::time::Duration;

use e2e::engine::Engine;
use e2e::server::Fault;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};
use serde_json::json;

const PROGRAM: &str = "/embed/sandbox-explorer.wasm";
const GLUE: &str = "/embed/sandbox-explorer.core.js";

/// Something that goes wrong, and what the reader and the page are told of it.
struct Failure {
    name: &'static str,
    /// What the author's page has in its head.
    head: &'static str,
    /// What goes wrong once the page is there.
    breaks: fn(&Visitor),
    cause: &'static str,
    /// What the line says, in English and Chinese.
    line: [&'static str; 2],
    /// What ends it; without this, trying again can only fail again.
    mended: Option<fn(&Visitor)>,
}

/// A file that is at fault as long as the failure lasts.
const FAULTY: Failure =
    Failure { name: "", head: "", breaks: |_| (), cause: "", line: ["", ""], mended: Some(mend_all) };

const FAILURES: &[Failure] = &[
    Failure {
        name: "policy without 'wasm-unsafe-eval'",
        head: r#"<meta http-equiv="Content-Security-Policy" content="script-src 'self'" />"#,
        cause: "csp",
        line: ["lacks 'wasm-unsafe-eval'", "缺少 'wasm-unsafe-eval'"],
        mended: None,
        ..FAULTY
    },
    Failure {
        name: "policy without connect-src",
        head: r#"<meta http-equiv="Content-Security-Policy" content="connect-src 'none'" />"#,
        cause: "network",
        line: ["missing or offline (sandbox-explorer.wasm", "缺失或断网 (sandbox-explorer.wasm"],
        mended: None,
        ..FAULTY
    },
    Failure {
        name: "no WebAssembly",
        head: "<script>delete window.WebAssembly</script>",
        cause: "unsupported",
        line: ["no WebAssembly", "不支持 WebAssembly"],
        mended: None,
        ..FAULTY
    },
    Failure {
        name: "program missing",
        breaks: |visitor| visitor.server.fault(PROGRAM, Fault::Missing),
        cause: "http",
        line: ["not served (sandbox-explorer.wasm: HTTP 404", "服务器未提供 (sandbox-explorer.wasm: HTTP 404"],
        ..FAULTY
    },
    Failure {
        name: "start page in place of the program",
        breaks: |visitor| visitor.server.fault(PROGRAM, Fault::StartPage),
        cause: "corrupt",
        line: ["damaged or mixed versions", "损坏或版本不一致"],
        ..FAULTY
    },
    Failure {
        name: "program cut short",
        breaks: |visitor| visitor.server.fault(PROGRAM, Fault::Content(half_of("sandbox-explorer.wasm"))),
        cause: "corrupt",
        line: ["damaged or mixed versions", "损坏或版本不一致"],
        ..FAULTY
    },
    Failure {
        name: "program of another version",
        // A whole program, with none of the exports that are called.
        breaks: |visitor| visitor.server.fault(PROGRAM, Fault::Content(b"\0asm\x01\0\0\0".to_vec())),
        cause: "corrupt",
        line: ["damaged or mixed versions", "损坏或版本不一致"],
        ..FAULTY
    },
    Failure {
        name: "glue missing",
        breaks: |visitor| visitor.server.fault(GLUE, Fault::Missing),
        cause: "network",
        line: ["missing or offline (sandbox-explorer.core.js", "缺失或断网 (sandbox-explorer.core.js"],
        ..FAULTY
    },
    Failure {
        name: "glue of a wrong type",
        breaks: |visitor| visitor.server.fault(GLUE, Fault::Type("text/plain")),
        cause: "network",
        line: ["missing or offline (sandbox-explorer.core.js", "缺失或断网 (sandbox-explorer.core.js"],
        ..FAULTY
    },
    Failure {
        name: "offline",
        breaks: |visitor| visitor.server.goes_offline(true),
        cause: "network",
        line: ["missing or offline", "缺失或断网"],
        ..FAULTY
    },
];

fn mend_all(visitor: &Visitor) {
    visitor.server.mend(PROGRAM);
    visitor.server.mend(GLUE);
    visitor.server.goes_offline(false);
}

fn half_of(file: &str) -> Vec<u8> {
    let mut bytes = std::fs::read(site::shipped("embed").join(file)).expect("it is there");
    bytes.truncate(bytes.len() / 2);
    bytes
}

/// Walks through all failures in a page of this language.
#[track_caller]
fn each_failure_is_told(lang: &str, nth: usize, start: &str, again: &str, all: &str) {
    let visitor = Visitor::comes_to(site::server());
    let explorer =
        format!(r#"<div style="height: 6000px"></div><sandbox-explorer>{}</sandbox-explorer>"#, site::FALLBACK);
    for failure in FAILURES {
        println!("{lang}: {}", failure.name);
        let head = [failure.head, "<link rel=\"icon\""].concat();
        let page = site::post(&explorer)
            .replace(r#"<link rel="icon""#, &head)
            .replace(r#"lang="en""#, &format!(r#"lang="{lang}""#));
        visitor.server.page("/post.html", &page);
        visitor.open("/post.html");
        until("the class", || (visitor.author_runs("return !!explorer.matches(':defined')") == true).then_some(()));
        (failure.breaks)(&visitor);
        // The reader comes near.
        visitor.author_runs("explorer.scrollIntoView()");
        let error = until("the error event", || visitor.heard("error").pop());
        assert_eq!(error["cause"], failure.cause, "{error}");
        let read_line = || {
            assert!(fallback_is_seen(&visitor), "{}: the fallback is gone", failure.name);
            assert_eq!(visitor.names("status").len(), 1, "{}: not one line", failure.name);
            let line = visitor.status();
            assert!(line.starts_with(start) && line.contains(failure.line[nth]), "{}: {line}", failure.name);
            assert!(line.contains(error["message"].as_str().unwrap_or("no message")), "{line}\n{error}");
        };
        read_line();
        // Still broken: told once more, in the same line.
        visitor.click("button", again);
        eventually(|| visitor.heard("error").len(), &2);
        read_line();
        // Each time one line in the console is ours; the others are the browser's own.
        let ours = visitor.console().iter().filter(|line| line.contains(start)).count();
        assert_eq!(ours, 2, "{}", failure.name);
        if let Some(mended) = failure.mended {
            mended(&visitor);
            visitor.click("button", again);
            visitor.waits_for_cards();
            visitor.expect_status(all);
            assert!(!fallback_is_seen(&visitor));
            assert!(!visitor.sees_now("button", again));
        }
        visitor.clear_console();
    }
    visitor.expect_quiet();
}

#[test]
fn each_failure_is_told_in_english() {
    each_failure_is_told("en", 0, "Sandbox Explorer could not start: ", "Try again", "52 projects");
}

#[test]
fn each_failure_is_told_in_chinese() {
    each_failure_is_told("zh-CN", 1, "Sandbox Explorer 无法启动：", "重试", "52 个项目");
}

/// A post with its files in a directory, without a server. Returns its address.
fn saved(name: &str, script: &str) -> String {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&directory).expect("a directory can be made");
    let files =
        ["sandbox-explorer.js", "sandbox-explorer.core.js", "sandbox-explorer.wasm", "sandbox-explorer.inline.js"];
    for file in files {
        std::fs::copy(site::shipped("embed").join(file), directory.join(file)).expect("it can be copied");
    }
    for file in ["blog.css", "recorder.js", "console.js"] {
        let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages");
        std::fs::copy(pages.join(file), directory.join(file)).expect("it can be copied");
    }
    let module = r#"<script type="module" src="/embed/sandbox-explorer.js"></script>"#;
    let page = site::post(&site::tag("")).replace(module, script).replace("\"/pages/", "\"");
    assert!(page.contains(script));
    let page = match Engine::current().needs_recorder {
        true => page.replacen("<head>", r#"<head><script src="console.js"></script>"#, 1),
        false => page,
    };
    std::fs::write(directory.join("post.html"), page).expect("it can be written");
    format!("file://{}", directory.join("post.html").display())
}

#[test]
fn from_a_file_the_single_file_works() {
    let visitor = Visitor::comes_to(site::server());
    visitor.browser.open(&saved("inline", r#"<script src="sandbox-explorer.inline.js"></script>"#));
    visitor.waits_for_cards();
    visitor.expect_status("52 projects");
    visitor.open_details("youki");
    visitor.expect_quiet();
}

#[test]
fn from_a_file_the_module_leaves_the_fallback() {
    let visitor = Visitor::comes_to(site::server());
    visitor.browser.open(&saved("module", r#"<script type="module" src="sandbox-explorer.js"></script>"#));
    // The browser does not let the loader run, so that there is nobody to say more than the browser does.
    until("the browser's line", || {
        visitor.console().iter().any(|line| line.contains("sandbox-explorer.js")).then_some(())
    });
    assert!(fallback_is_seen(&visitor));
    assert_eq!(visitor.author_runs("return explorer.shadowRoot"), json!(null));
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn a_missing_loader_leaves_the_fallback() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault("/embed/sandbox-explorer.js", Fault::Missing);
    visitor.reads_next(&site::tag(""));
    assert!(fallback_is_seen(&visitor));
    visitor.expect_console(&["Failed to load resource"]);
    visitor.expect_quiet();
}

fn fallback_is_seen(visitor: &Visitor) -> bool {
    visitor.author_runs("return explorer.querySelector('a').checkVisibility()") == true
}

/// Opens a post where something is wrong with a file, and reads the error event's cause and the line that is shown.
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

/// Of the program that does not come the browser says several things, each in its own way (that it is not there, that it is not the
/// one that was pinned); one line is ours. Forgets them all.
#[track_caller]
fn expect_one_line_of_ours(visitor: &Visitor, part: &str) {
    let console = visitor.console();
    assert_eq!(console.iter().filter(|line| line.contains(part)).count(), 1, "{console:#?}");
    visitor.clear_console();
}

/// Tries again after the fault is gone.
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
    // Still missing: one more line in the console, not one more on the page.
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
    visitor.expect_console(&["Failed to load resource", "could not start"]);
    try_again(&visitor, GLUE);
    visitor.expect_quiet();
}

#[test]
fn a_wrong_type_of_the_program_is_no_obstacle() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(PROGRAM, Fault::Type("application/octet-stream"));
    visitor.reads_next(&site::tag(""));
    visitor.waits_for_cards();
    // The glue says that this is slower.
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

/// Firefox once remembered for as long as the page lived that it could not have the reader's glue.
#[test]
fn a_missing_reader_is_told_and_asked_for_again() {
    for file in ["reader.js", "reader.wasm"] {
        let path = format!("/embed/sandbox-explorer.{file}");
        let visitor = Visitor::comes_to(site::server());
        let catalog = std::fs::read_to_string(site::shipped("catalog.json")).expect("a catalog");
        visitor.server.page("/own.json", &catalog.replacen("\"name\": \"", "\"name\": \"Own ", 1));
        visitor.server.fault(&path, Fault::Missing);
        visitor.reads_next(&site::tag("src=/own.json"));
        for n_errors in 1..=3 {
            eventually(|| visitor.heard("error").len(), &n_errors);
            if n_errors == 3 {
                visitor.server.mend(&path);
            }
            // Whatever it shows meanwhile, the address is asked for anew.
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
