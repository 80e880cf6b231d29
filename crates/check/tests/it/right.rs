//! Pages that are right: nothing is found, whatever else is on them.

use crate::findings;

#[test]
fn nothing_is_found_in_pages_that_work() {
    for html in [
        "<iframe src=\"/x/sandbox-explorer.frame.html?scope=part%3D4\" sandbox=\"allow-scripts\"></iframe><script src=/x/sandbox-explorer.frames.js></script>",
        include_str!("../../../../tests/e2e/pages/blog.html"),
        "<!doctype html><script type=\"module\" src=\"/x/sandbox-explorer.js\"></script>\n<div data-sandbox-explorer data-scope=\"part=4\" data-lang=\"zh\">…</div>",
        "<script type=\"module\" src=\"/x/sandbox-explorer.js\" async></script><sandbox-explorer scope=\"project=youki\" layout=\"inline\" query=\"q=%22\"></sandbox-explorer>",
    ] {
        let html = html.replace(
            "<!-- explorer -->",
            "<sandbox-explorer loading=\"eager\"><p><a href=\"https://www.cncf.io/\">All</a></p></sandbox-explorer>",
        );
        assert_eq!(findings(&html), [], "{html}");
    }
}

/// Whatever is pasted, the answer comes.
#[test]
fn any_text_is_answered() {
    for html in [
        "",
        "<",
        "<sandbox-explorer",
        "<sandbox-explorer scope=\"",
        "\u{feff}\0<!--",
        "<p></p></p></div></div>",
        "<script>",
    ] {
        _ = findings(html);
    }
    let deep = "<div data-sandbox-explorer><p><sandbox-explorer>".repeat(2000);
    assert!(!findings(&deep).is_empty());
}
