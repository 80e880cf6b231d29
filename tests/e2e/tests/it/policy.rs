//! Content security policies and Trusted Types.

use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};

fn bare_post(visitor: &Visitor, policy: &str) {
    // The page's own style sheet is not what is tried here.
    let page = site::post(&site::tag("")).replace(r#"<link rel="stylesheet" href="/pages/blog.css" />"#, "");
    visitor.server.header("Content-Security-Policy", policy);
    visitor.server.page("/post.html", &page);
    visitor.open("/post.html");
}

#[test]
fn a_strict_policy_with_trusted_types_is_no_obstacle() {
    let visitor = Visitor::comes_to(site::server());
    bare_post(
        &visitor,
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:; \
         require-trusted-types-for 'script'; trusted-types 'none'",
    );
    visitor.waits_for_cards();
    // And not only at first sight.
    visitor.tick("Language", "Rust");
    visitor.type_search("zzzz");
    visitor.expect_number_of_cards(0);
    visitor.clear_all();
    visitor.expect_number_of_cards(52);
    visitor.open_details("youki");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.author_runs("explorer.lang = 'zh'; explorer.headingLevel = 2; explorer.theme = 'dark'");
    visitor.expect_status("52 个项目");
    // It is styled: a list without its style sheet would be indented.
    let columns = || {
        visitor.author_runs(
            "const [first, second] = explorer.shadowRoot.querySelectorAll('article');
             return second.getBoundingClientRect().left > first.getBoundingClientRect().right",
        )
    };
    eventually(columns, &serde_json::Value::Bool(true));
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
