//! Content security policies and Trusted Types: the strictest possible ones, and that the explorer does not even try anything they forbid.

use e2e::engine::Engine;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};
use serde_json::json;

/// No style, no image, no font, no string that becomes markup or code.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
    require-trusted-types-for 'script'";

/// Possible continuations.
const VARIANTS: &[&str] =
    &["", "; trusted-types 'none'", "; trusted-types", "; trusted-types page-own 'allow-duplicates'"];

/// Firefox and WebKitGTK request a page's icon, even if it has none, under the page's policy. The server's log shows that the explorer
/// requests none.
fn and_icon(policy: &str) -> String {
    let icon = if Engine::current().name != "chromium" { "; img-src 'self'" } else { "" };
    [policy, icon].concat()
}

fn bare_post(visitor: &Visitor, policy: &str) {
    // The page's own style sheet is not under test.
    let page = site::post(&site::tag("")).replace(r#"<link rel="stylesheet" href="/pages/blog.css" />"#, "");
    visitor.server.header("Content-Security-Policy", policy);
    visitor.server.page("/post.html", &page);
    visitor.open("/post.html");
}

/// A visitor of a post with this policy, also in report-only mode.
fn comes_under(policy: &str, explorer: &str) -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.header("Content-Security-Policy", policy);
    visitor.server.header("Content-Security-Policy-Report-Only", &format!("{policy}; report-uri /violations"));
    // The page's own style and icon are not under test.
    let page = site::post(explorer)
        .replace(
            r#"<link rel="stylesheet" href="/pages/blog.css" />"#,
            r#"<script src="/pages/violations.js"></script>"#,
        )
        .replace(r#"<link rel="icon" href="data:," />"#, "");
    assert!(page.contains("violations.js") && !page.contains("data:,"));
    visitor.server.page("/post.html", &page);
    visitor.open("/post.html");
    visitor
}

fn violations(visitor: &Visitor) -> Vec<String> {
    let told = visitor.author_runs("return violations");
    let mut violations: Vec<_> =
        told.as_array().into_iter().flatten().map(|it| it.as_str().unwrap_or_default().to_owned()).collect();
    violations.extend(visitor.server.requests().into_iter().filter(|path| path == "/violations"));
    violations
}

/// Uses every feature.
#[track_caller]
fn everything_works(visitor: &Visitor) {
    visitor.waits_for_cards();
    visitor.tick("Language", "Rust");
    visitor.expect_chips(&["Rust"]);
    eventually(|| visitor.browser.url().ends_with("#x=language=rust"), &true);
    visitor.type_search("zzzz");
    visitor.expect_number_of_cards(0);
    visitor.clear_all();
    visitor.expect_number_of_cards(52);
    visitor.sort_by("Name");
    visitor.open_details("youki");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.author_runs(
        "explorer.lang = 'zh'; explorer.theme = 'dark'; explorer.headingLevel = 2; explorer.scope = 'part=4'",
    );
    visitor.expect_status("13 个项目");
    visitor.reads_chinese();
    visitor.waits_for_cards();
    // It is styled: a list without its style sheet would be indented.
    let columns = || {
        visitor.author_runs(
            "const [first, second] = explorer.shadowRoot.querySelectorAll('article');
             return second.getBoundingClientRect().left > first.getBoundingClientRect().right",
        )
    };
    eventually(|| columns() == true, &true);
}

#[test]
fn under_the_strictest_policy_everything_works_and_nothing_is_reported() {
    for variant in VARIANTS {
        let policy = and_icon(&[STRICT, variant].concat());
        println!("{policy}");
        let visitor = comes_under(&policy, &site::tag("url-key=x"));
        everything_works(&visitor);
        assert_eq!(violations(&visitor), [] as [&str; 0], "{policy}");
        visitor.expect_quiet();
    }
}

#[test]
fn under_it_another_catalog_is_read() {
    let visitor = comes_under(&and_icon(STRICT), &site::tag(""));
    visitor.waits_for_cards();
    let catalog = std::fs::read_to_string(site::shipped("catalog.json")).expect("a catalog");
    visitor.server.page("/own.json", &catalog.replacen("\"name\": \"", "\"name\": \"Own ", 1));
    visitor.author_runs("explorer.src = '/own.json'");
    eventually(|| visitor.see_cards().iter().any(|name| name.starts_with("Own ")), &true);
    assert_eq!(violations(&visitor), [] as [&str; 0]);
    visitor.expect_quiet();
}

#[test]
fn the_single_file_needs_no_connection_either() {
    let policy = and_icon(&STRICT.replace(" connect-src 'self';", ""));
    assert!(!policy.contains("connect-src"));
    let visitor = Visitor::comes_to(site::server());
    let module = r#"<script type="module" src="/embed/sandbox-explorer.js"></script>"#;
    let page = site::post(&site::tag("url-key=x"))
        .replace(module, r#"<script src="/embed/sandbox-explorer.inline.js"></script>"#)
        .replace(
            r#"<link rel="stylesheet" href="/pages/blog.css" />"#,
            r#"<script src="/pages/violations.js"></script>"#,
        )
        .replace(r#"<link rel="icon" href="data:," />"#, "");
    visitor.server.header("Content-Security-Policy", &policy);
    visitor.server.page("/post.html", &page);
    visitor.open("/post.html");
    everything_works(&visitor);
    assert_eq!(violations(&visitor), [] as [&str; 0]);
    visitor.expect_quiet();
}

/// The records work: a violation is reported.
#[test]
fn a_page_that_breaks_its_own_policy_is_told() {
    let visitor = comes_under(STRICT, &site::tag(""));
    visitor.waits_for_cards();
    let refused = visitor.browser.try_run("document.querySelector('h1').innerHTML = '<b>bold</b>'", &[]);
    // Each engine has its own message.
    assert!(refused.is_err(), "{refused:?}");
    assert_eq!(visitor.browser.run("return document.querySelector('h1 b')", &[]), json!(null));
    visitor.author_runs(
        "const style = document.createElement('style'); style.textContent = 'p {}'; document.head.append(style)",
    );
    eventually(|| visitor.server.requests().iter().any(|path| path == "/violations"), &true);
    assert!(violations(&visitor).iter().any(|it| it.starts_with("require-trusted-types-for")));
    assert!(violations(&visitor).iter().any(|it| it.starts_with("style-src")));
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn a_policy_without_webassembly_is_named() {
    let visitor = Visitor::comes_to(site::server());
    bare_post(&visitor, "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:");
    let error = until("the error event", || visitor.heard("error").pop());
    assert_eq!(error["cause"], "csp");
    assert!(visitor.status().contains("wasm-unsafe-eval"), "{}", visitor.status());
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn a_still_view_needs_no_more_than_the_hash_of_its_style() {
    let style_src = site::prerendered(&["--as", "style-src"]);
    let policy = and_icon(&format!("{STRICT}; {}", style_src.trim()));
    for arguments in [&["--lang", "en"][..], &["--lang", "en", "--theme", "dark"]] {
        let printed = site::prerendered(&[&["--as", "shadow", "--url-key", "x"], arguments].concat());
        // Far below, so that it is not started until the reader scrolls there.
        let visitor = comes_under(&policy, &format!(r#"<div id="far"></div>{printed}"#));
        visitor.author_runs("far.style.height = '6000px'");
        let looks = || {
            visitor.author_runs(
                "const region = explorer.shadowRoot.querySelector('.se-explorer');
                 const [first, second] = explorer.shadowRoot.querySelectorAll('article');
                 const { backgroundColor } = getComputedStyle(first.querySelector('[part=mark]'));
                 return [second.getBoundingClientRect().left > first.getBoundingClientRect().right,
                     getComputedStyle(region).colorScheme, backgroundColor]",
            )
        };
        let still = looks();
        assert_eq!(still[0], true, "{still}");
        assert_eq!(still[1] == "dark", arguments.contains(&"dark"), "{still}");
        assert_eq!(violations(&visitor), [] as [&str; 0]);
        visitor.author_runs("explorer.scrollIntoView()");
        eventually(|| visitor.heard("ready").len(), &1);
        // The hue of the category, the scheme: as in the live explorer.
        assert_eq!(looks()[2], still[2]);
        assert_eq!(violations(&visitor), [] as [&str; 0]);
        visitor.expect_quiet();
    }
}
