//! What the page pays before the explorer is seen: the loader, and nothing else.

use e2e::site::FALLBACK;
use e2e::visitor::Visitor;
use e2e::wait::eventually;

fn loaded(visitor: &Visitor) -> Vec<String> {
    visitor.server.requests().into_iter().filter(|path| path.starts_with("/embed/")).collect()
}

/// Waits until every observer that was there before has looked.
fn observers_have_looked(visitor: &Visitor) {
    visitor.author_runs(
        "return new Promise((done) => new IntersectionObserver(() => setTimeout(done, 50)).observe(explorer))",
    );
}

#[test]
fn far_below_the_window_only_the_loader_is_fetched() {
    let far = format!(
        r#"<div style="height: 6000px"></div><sandbox-explorer>{FALLBACK}</sandbox-explorer>
        <div style="height: 2000px"></div>"#
    );
    let visitor = Visitor::reads(&far);
    observers_have_looked(&visitor);
    assert_eq!(loaded(&visitor), ["/embed/sandbox-explorer.js"]);
    // Not near enough.
    visitor.author_runs("scrollTo(0, explorer.getBoundingClientRect().top + scrollY - innerHeight - 900)");
    observers_have_looked(&visitor);
    assert_eq!(loaded(&visitor), ["/embed/sandbox-explorer.js"]);
    // Near, and still out of sight.
    visitor.author_runs("scrollTo(0, explorer.getBoundingClientRect().top + scrollY - innerHeight - 200)");
    visitor.waits_for_cards();
    let mut files = loaded(&visitor);
    files.sort();
    assert_eq!(
        files,
        ["/embed/sandbox-explorer.core.js", "/embed/sandbox-explorer.js", "/embed/sandbox-explorer.wasm"]
    );
    visitor.expect_quiet();
}

#[test]
fn in_sight_it_starts_by_itself() {
    let visitor = Visitor::reads("<sandbox-explorer></sandbox-explorer>");
    visitor.waits_for_cards();
    visitor.expect_quiet();
}

#[test]
fn eager_does_not_wait() {
    let visitor = Visitor::reads(&format!(
        r#"<div style="height: 6000px"></div>{}"#,
        r#"<sandbox-explorer loading="eager"></sandbox-explorer>"#
    ));
    visitor.waits_for_cards();
    visitor.expect_quiet();
}

#[test]
fn a_hidden_one_waits_until_it_is_shown() {
    let visitor = Visitor::reads("<sandbox-explorer hidden></sandbox-explorer>");
    observers_have_looked(&visitor);
    assert_eq!(loaded(&visitor), ["/embed/sandbox-explorer.js"]);
    visitor.author_runs("explorer.hidden = false");
    visitor.waits_for_cards();
    eventually(|| loaded(&visitor).len(), &3);
    visitor.expect_quiet();
}
