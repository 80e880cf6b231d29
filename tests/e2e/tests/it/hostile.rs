//! On pages with unusual styles: frameworks' style sheets, global resets, other directions and sizes. The explorer keeps its layout on
//! each, and does not change the page.
//!
//! With `$E2E_PICTURES` set, a screenshot of every page is also saved in that directory; `$E2E_ONLY` selects the pages whose names
//! contain it.

pub(crate) mod page;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::json;

use e2e::engine::Engine;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;

use page::{PAGES, PLAIN, Page, changes, serve_tools};

/// The layout problems of the explorer; empty if there are none.
fn problems(visitor: &Visitor) -> Vec<String> {
    let problems = visitor.author_runs(include_str!("hostile.js"));
    problems.as_array().into_iter().flatten().map(|it| it.as_str().unwrap_or_default().to_owned()).collect()
}

/// Checks the page at both widths, with the details open and closed.
fn look_around(visitor: &Visitor, page: &Page<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for width in [360, 1200] {
        visitor.browser.resize(width, 900);
        // The explorer notices its width in the next frame.
        visitor.author_runs("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        let mut note = |what: &str| {
            found.extend(problems(visitor).iter().map(|problem| format!("{}{what}, {width} px: {problem}", page.name)));
            photograph(visitor, width, &format!("{}{what}-{width}", page.name));
        };
        note("");
        // By the method: ChromeDriver's click misses elements under `zoom`.
        visitor.author_runs("explorer.show('youki')");
        visitor.expect_details("youki");
        note("-details");
        visitor.press(&["Escape"]);
        visitor.expect_no_details();
    }
    found
}

/// A screenshot of the window, if requested.
fn photograph(visitor: &Visitor, width: u32, name: &str) {
    let Some(directory) = std::env::var_os("E2E_PICTURES").filter(|it| !it.is_empty()).map(PathBuf::from) else {
        return;
    };
    let file: &Path = &directory.join(name).with_extension("png");
    let top = "explorer.scrollIntoView({ behavior: 'instant' })";
    visitor.author_runs(&format!("if (!explorer.shadowRoot.querySelector('dialog[open]')) {top}"));
    let parameters = json!({ "format": "png", "captureBeyondViewport": false });
    let picture = visitor.browser.devtools("Page.captureScreenshot", &parameters);
    // Node decodes the Base64; the build needs it anyway.
    const SCRIPT: &str = "require('node:fs').writeFileSync(process.argv[1], Buffer.from(require('node:fs').readFileSync(0, 'latin1'), 'base64'))";
    let mut node =
        Command::new("node").args(["-e", SCRIPT]).arg(file).stdin(Stdio::piped()).spawn().expect("node runs");
    let mut pipe = node.stdin.take().expect("a pipe");
    std::io::Write::write_all(&mut pipe, picture["data"].as_str().unwrap_or_default().as_bytes()).expect("node reads");
    drop(pipe);
    assert!(node.wait().is_ok_and(|status| status.success()), "{} could not be written, {width} px", file.display());
}

#[test]
fn it_keeps_its_shape_on_every_page_and_leaves_the_page_as_it_was() {
    it_keeps_its_shape(|page| !page.is_zoomed());
}

#[test]
fn it_keeps_its_shape_on_pages_with_zoom() {
    if Engine::current().skips("hostile::it_keeps_its_shape_on_pages_with_zoom") {
        return;
    }
    it_keeps_its_shape(|page| page.is_zoomed());
}

#[track_caller]
fn it_keeps_its_shape(on: fn(&Page<'static>) -> bool) {
    let visitor = Visitor::comes_to(site::server());
    visitor.browser.prefers("reduced-motion", "reduce");
    visitor.browser.prefers("color-scheme", "light");
    serve_tools(&visitor);
    let only = std::env::var("E2E_ONLY").ok();
    let mut found = Vec::new();
    for page in PAGES
        .iter()
        .filter(|page| on(page))
        .filter(|page| only.as_ref().is_none_or(|only| page.name.contains(only.as_str())))
    {
        visitor.browser.resize(1200, 900);
        page.open(&visitor);
        found.extend(look_around(&visitor, page));
        let changes = changes(&visitor);
        found.extend(changes.as_array().into_iter().flatten().map(|change| format!("{}: {change}", page.name)));
    }
    assert!(found.is_empty(), "{} problems:\n{}", found.len(), found.join("\n"));
    visitor.expect_quiet();
}

#[test]
fn another_base_changes_neither_where_files_come_from_nor_the_pages_address() {
    let visitor = Visitor::comes_to(site::server());
    let page = Page { name: "base", head: r#"<base href="/elsewhere/" />"#, explorer: "url-key=x", ..PLAIN };
    page.open(&visitor);
    visitor.tick("Language", "Rust");
    let address = [&visitor.server.origin(), "/base.html#x=language=rust"].concat();
    eventually(|| visitor.browser.url(), &address);
    visitor.browser.back();
    visitor.expect_status("52 projects");
    let elsewhere: Vec<String> =
        visitor.server.requests().into_iter().filter(|path| path.starts_with("/elsewhere")).collect();
    assert!(elsewhere.is_empty(), "asked for {elsewhere:?}");
    visitor.expect_quiet();
}
