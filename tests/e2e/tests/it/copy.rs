//! A project's link and citation, copied from its details.

use e2e::engine::Engine;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;

const LINK: &str = "Copy link to this project";
const MARKDOWN: &str = "Copy as Markdown";
const BY_HAND: &str = "The browser blocked copying. Copy this text yourself:";

/// A clipboard replaced by the page, which can be read in every engine.
fn has_clipboard(visitor: &Visitor, clipboard: &str) {
    visitor.author_runs(&format!(
        "window.copied = []; Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {clipboard} }})",
    ));
}

const ALLOWED: &str = "{ writeText: async (text) => void copied.push(text) }";

fn copied(visitor: &Visitor) -> Vec<String> {
    let copied = visitor.author_runs("return copied");
    copied.as_array().into_iter().flatten().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
}

/// Whether the details report this for the last copy.
fn says(visitor: &Visitor, text: &str) -> bool {
    visitor.text_of("dialog", "youki").contains(text)
}

#[test]
fn the_link_opens_this_project_and_nothing_else() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.page("/post.html", &site::post(&site::tag("url-key=x")));
    visitor.open("/post.html?a=1#top&x=language=rust%26sort=name%26project=youki");
    visitor.expect_details("youki");
    has_clipboard(&visitor, ALLOWED);
    assert!(!says(&visitor, "Link copied"));
    visitor.click("button", LINK);
    eventually(|| says(&visitor, "Link copied"), &true);
    let link = [&visitor.server.origin(), "/post.html?a=1#top&x=project=youki"].concat();
    assert_eq!(copied(&visitor), std::slice::from_ref(&link));
    assert!(!says(&visitor, BY_HAND));
    // The page has not changed.
    assert!(visitor.browser.url().contains("language=rust"), "{}", visitor.browser.url());
    visitor.open("/pages/blog.html");
    visitor.browser.open(&link);
    visitor.expect_details("youki");
    visitor.press(&["Escape"]);
    visitor.expect_number_of_cards(52);
    visitor.expect_quiet();
}

#[test]
fn without_a_key_in_the_url_there_is_no_link() {
    let visitor = Visitor::sees("");
    visitor.open_details("youki");
    assert!(visitor.sees_now("button", MARKDOWN));
    assert!(!visitor.sees_now("button", LINK));
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_quiet();
}

#[test]
fn the_citation_is_in_the_readers_language() {
    let visitor = Visitor::sees("");
    has_clipboard(&visitor, ALLOWED);
    visitor.open_details("youki");
    visitor.click("button", MARKDOWN);
    eventually(|| says(&visitor, "Markdown copied"), &true);
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.author_runs("explorer.lang = 'zh'");
    visitor.reads_chinese();
    visitor.expect_status("52 个项目");
    visitor.open_details("youki");
    visitor.click("button", "复制为 Markdown");
    eventually(|| says(&visitor, "Markdown 已复制"), &true);
    let copied = copied(&visitor);
    let english = "[youki](https://youki-dev.github.io/youki/) — Runs OCI containers at the low level";
    assert!(copied[0].starts_with(english), "{copied:#?}");
    assert!(copied[0].contains("; CNCF Sandbox since 2024-10-17, Apache-2.0, Rust. Source: "), "{copied:#?}");
    assert!(copied[1].contains("；CNCF 沙箱（自 2024-10-17 起），Apache-2.0、Rust。来源："), "{copied:#?}");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_quiet();
}

#[test]
fn where_copying_is_refused_the_text_stands_in_a_field() {
    let visitor = Visitor::sees("url-key=x");
    visitor.open_details("youki");
    let link = [&visitor.server.origin(), "/post.html#x=project=youki"].concat();
    for refused in [
        "{ writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }",
        "{ writeText() { throw Error('no') } }",
        "{}",
        "null",
        "undefined",
    ] {
        has_clipboard(&visitor, refused);
        visitor.click("button", LINK);
        eventually(|| says(&visitor, BY_HAND), &true);
        assert!(!says(&visitor, "Link copied"), "{refused}");
        let selected = "const field = explorer.shadowRoot.activeElement;
            return [field.ariaLabel, field.readOnly, field.value.slice(field.selectionStart, field.selectionEnd)]";
        let expected = serde_json::json!([BY_HAND, true, link]);
        eventually(|| visitor.author_runs(selected), &expected);
        // Arrow keys move the cursor in the text and do not open another project.
        visitor.press(&["ArrowRight"]);
        visitor.expect_details("youki");
        // Once copying is allowed, the field is removed.
        has_clipboard(&visitor, ALLOWED);
        visitor.click("button", LINK);
        eventually(|| says(&visitor, "Link copied"), &true);
        let field = "return explorer.shadowRoot.querySelector('dialog input').checkVisibility()";
        assert_eq!(visitor.author_runs(field), false, "{refused}");
    }
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_quiet();
}

#[test]
fn success_is_said_when_it_is_true_and_not_before() {
    let visitor = Visitor::sees("");
    visitor.open_details("youki");
    has_clipboard(&visitor, "{ writeText: () => new Promise((done) => (window.done = done)) }");
    visitor.click("button", MARKDOWN);
    eventually(|| visitor.author_runs("return typeof done"), &serde_json::json!("function"));
    assert!(!says(&visitor, "Markdown copied"));
    visitor.author_runs("done()");
    eventually(|| says(&visitor, "Markdown copied"), &true);
    // A response after the details are closed has no effect, and breaks nothing.
    visitor.click("button", MARKDOWN);
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.author_runs("done()");
    visitor.open_details("Kmesh");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_quiet();
}

#[test]
fn the_browsers_own_clipboard_takes_it_or_the_reader_is_told() {
    let visitor = Visitor::sees("");
    visitor.open_details("youki");
    visitor.click("button", MARKDOWN);
    eventually(|| says(&visitor, "Markdown copied") || says(&visitor, BY_HAND), &true);
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_quiet();
}

#[test]
fn a_page_that_may_not_use_the_clipboard_gets_the_field() {
    // The others do not support this policy.
    if Engine::current().name != "chromium" {
        return;
    }
    let visitor = Visitor::comes_to(site::server());
    visitor.server.header("Permissions-Policy", "clipboard-write=()");
    visitor.reads_next(&site::tag(""));
    visitor.waits_for_cards();
    visitor.open_details("youki");
    visitor.click("button", MARKDOWN);
    eventually(|| says(&visitor, BY_HAND), &true);
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.clear_console();
    visitor.expect_quiet();
}
