//! A page with a sticky header and `scroll-padding` for it: the header never covers the focused element.

use e2e::site;
use e2e::visitor::Visitor;
use serde_json::json;

#[test]
fn what_has_the_focus_is_never_under_the_pages_header() {
    let visitor = Visitor::comes_to(site::server());
    let style = "<style>html { scroll-padding-top: 80px } body { padding-top: 90px }
        header { position: fixed; inset: 0 0 auto; height: 80px; background: silver; z-index: 9 }</style></head>";
    for view in ["cards", "table", "timeline", "insights"] {
        let tag = site::tag(&format!("view={view}"));
        let post = site::post(&format!("<header></header>{tag}<p><a id=end href=#>end</a></p>"));
        visitor.server.page("/header.html", &post.replace("</head>", style));
        visitor.open("/header.html");
        eventually_ready(&visitor);
        visitor.author_runs("window.covered = []; document.getElementById('end').focus()");
        for _ in 0..45 {
            visitor.browser.press(&["Shift+Tab"]);
            visitor.author_runs(
                "const it = explorer.shadowRoot.activeElement;
                 const covered = it && it.getBoundingClientRect().top < 79;
                 if (covered) window.covered.push(it.className + ' ' + it.textContent.slice(0, 20))",
            );
        }
        assert_eq!(visitor.author_runs("return covered"), json!([]), "{view}");
    }
    visitor.expect_quiet();
}

fn eventually_ready(visitor: &Visitor) {
    e2e::wait::eventually(|| visitor.heard("ready").len(), &1);
}
