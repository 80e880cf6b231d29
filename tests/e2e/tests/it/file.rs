//! Opened from a disk, without a server.

use std::path::Path;

use e2e::engine::Engine;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::until;
use serde_json::json;

use crate::failure::fallback_is_seen;

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
    // The browser does not run the loader, so only the browser's own message appears.
    until("the browser's line", || {
        visitor.console().iter().any(|line| line.contains("sandbox-explorer.js")).then_some(())
    });
    assert!(fallback_is_seen(&visitor));
    assert_eq!(visitor.author_runs("return explorer.shadowRoot"), json!(null));
    visitor.clear_console();
    visitor.expect_quiet();
}
