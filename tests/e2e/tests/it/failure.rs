//! Failures to start: the content of the tag stays, one line says why, and the reader can try again.

use e2e::server::Fault;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};

pub(crate) const PROGRAM: &str = "/embed/sandbox-explorer.wasm";
pub(crate) const GLUE: &str = "/embed/sandbox-explorer.core.js";

/// A failure, and what the reader and the page are told about it.
struct Failure {
    name: &'static str,
    /// Additions to the head of the author's page.
    head: &'static str,
    /// What breaks once the page is loaded.
    breaks: fn(&Visitor),
    cause: &'static str,
    /// The text of the line, in English and Chinese.
    line: [&'static str; 2],
    /// What ends the failure; without this, trying again can only fail again.
    mended: Option<fn(&Visitor)>,
}

/// A file that is faulty as long as the failure lasts.
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
        line: ["missing (sandbox-explorer.wasm: HTTP 404", "缺失 (sandbox-explorer.wasm: HTTP 404"],
        ..FAULTY
    },
    Failure {
        name: "start page in place of the program",
        breaks: |visitor| visitor.server.fault(PROGRAM, Fault::StartPage),
        cause: "corrupt",
        line: ["damaged or mixed versions", "文件损坏或版本不符"],
        ..FAULTY
    },
    Failure {
        name: "program cut short",
        breaks: |visitor| visitor.server.fault(PROGRAM, Fault::Content(half_of("sandbox-explorer.wasm"))),
        cause: "corrupt",
        line: ["damaged or mixed versions", "文件损坏或版本不符"],
        ..FAULTY
    },
    Failure {
        name: "program of another version",
        // A valid program without any of the exports that are called.
        breaks: |visitor| visitor.server.fault(PROGRAM, Fault::Content(b"\0asm\x01\0\0\0".to_vec())),
        cause: "corrupt",
        line: ["damaged or mixed versions", "文件损坏或版本不符"],
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

/// Goes through all failures in a page in this language.
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
        // The reader scrolls near.
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
        // Still broken: reported again, in the same line.
        visitor.click("button", again);
        eventually(|| visitor.heard("error").len(), &2);
        read_line();
        // Each time one line in the console is ours; the others come from the browser.
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

/// Whether the content of the tag is visible.
pub(crate) fn fallback_is_seen(visitor: &Visitor) -> bool {
    visitor.author_runs("return explorer.querySelector('a').checkVisibility()") == true
}
