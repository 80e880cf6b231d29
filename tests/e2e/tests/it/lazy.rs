//! The cost of the page before the explorer is visible: the loader, and nothing else.

use e2e::engine::Engine;
use e2e::server::Fault;
use e2e::site::{self, FALLBACK};
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};
use serde_json::{Value, json};

const LOADER: &str = "/embed/sandbox-explorer.js";
const TASKS: &str = r#"<script src="/pages/tasks.js"></script>"#;

fn loaded(visitor: &Visitor) -> Vec<String> {
    visitor.server.requests().into_iter().filter(|path| path.starts_with("/embed/")).collect()
}

/// Waits until every existing observer has been called.
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
    // Near, and still outside the viewport.
    visitor.author_runs("scrollTo(0, explorer.getBoundingClientRect().top + scrollY - innerHeight - 200)");
    visitor.waits_for_cards();
    let files = || {
        let mut files = loaded(&visitor);
        files.sort();
        files
    };
    let names = ["core.js", "features.txt", "js", "later.wasm", "wasm", "zh.txt"]
        .map(|name| format!("/embed/sandbox-explorer.{name}"));
    eventually(files, &names.to_vec());
    visitor.expect_quiet();
}

/// A post with the explorer far below, which records long tasks.
fn far_below() -> String {
    let far = format!(r#"<div style="height: 6000px"></div><sandbox-explorer>{FALLBACK}</sandbox-explorer>"#);
    site::post(&far).replace("</head>", &[TASKS, "</head>"].concat())
}

/// Opens a page, leaves it idle for a while, and returns the duration of its long tasks.
fn long_tasks(visitor: &Visitor, page: &str) -> f64 {
    visitor.server.page("/post.html", page);
    visitor.open("/post.html");
    // The waiting time is the claim under test: in three idle seconds there is no task of ours.
    visitor.author_runs("return new Promise((done) => setTimeout(done, 3000))");
    let tasks = visitor.author_runs("return longTasks");
    tasks.as_array().into_iter().flatten().filter_map(Value::as_f64).sum()
}

#[test]
fn the_loader_is_no_larger_than_is_allowed() {
    let visitor = Visitor::comes_to(site::good_server());
    visitor.server.page("/post.html", &far_below().replace(TASKS, ""));
    visitor.open("/post.html");
    let size = || {
        visitor.author_runs(
            "return performance.getEntriesByType('resource')
                .filter(({ name }) => name.includes('/embed/')).map(({ name, encodedBodySize }) => [new URL(name).pathname, encodedBodySize])",
        )
    };
    eventually(|| size()[0][0] == json!(LOADER), &true);
    assert_eq!(size().as_array().map(Vec::len), Some(1), "{}", size());
    let bytes = size()[0][1].as_u64().unwrap_or_default();
    assert!((1..=2304).contains(&bytes), "{bytes} bytes");
    visitor.expect_quiet();
}

#[test]
fn the_loader_has_no_long_task() {
    if Engine::current().skips("lazy::the_loader_has_no_long_task") {
        return;
    }
    let visitor = Visitor::comes_to(site::good_server());
    let with = far_below();
    let script = r#"<script type="module" src="/embed/sandbox-explorer.js"></script>"#;
    let without = with.replace(script, "");
    assert_ne!(with, without);
    // A busy machine sometimes makes any task long, but not each time, and not only those of the page with the
    // explorer.
    let mut least = (f64::MAX, f64::MAX);
    for _ in 0..5 {
        least.0 = least.0.min(long_tasks(&visitor, &with));
        if least.0 == 0.0 {
            break;
        }
        least.1 = least.1.min(long_tasks(&visitor, &without));
    }
    assert!(least.0 <= least.1, "long tasks took {} ms with the loader and {} ms without", least.0, least.1);

    // A loader that blocks the page would be detected, by its name.
    let loader = std::fs::read(site::shipped("embed").join("sandbox-explorer.js")).expect("the loader");
    let busy = b"{ const end = performance.now() + 90; while (performance.now() < end); }";
    visitor.server.fault(LOADER, Fault::Content([busy.as_slice(), &loader].concat()));
    assert!(long_tasks(&visitor, &with) >= 90.0);
    let scripts =
        until("the long script", || Some(visitor.author_runs("return longScripts")).filter(|it| it[0] != json!(null)));
    let ours = |script: &Value| script["file"] == "sandbox-explorer.js";
    assert!(scripts.as_array().is_some_and(|scripts| scripts.iter().any(ours)), "{scripts}");
    visitor.server.mend(LOADER);

    // And near, it starts.
    visitor.author_runs("scrollTo(0, explorer.getBoundingClientRect().top + scrollY - innerHeight - 200)");
    visitor.waits_for_cards();
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
    eventually(|| loaded(&visitor).len(), &6);
    visitor.expect_quiet();
}
