//! Coming and going: several on a page, moved, removed, put back, loaded twice.

use e2e::engine::Engine;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

#[test]
fn two_on_a_page_do_not_meet() {
    let visitor = Visitor::reads(&format!("{}{}", site::tag("id=a"), site::tag("id=b scope=part=4 lang=zh")));
    visitor.waits_for_cards();
    visitor.looks_at(1);
    visitor.waits_for_cards();
    visitor.expect_status("13 个项目");
    visitor.looks_at(0);
    visitor.tick("Language", "Rust");
    visitor.expect_chips(&["Rust"]);
    visitor.looks_at(1);
    visitor.reads_chinese();
    visitor.expect_status("13 个项目");
    visitor.expect_chips(&[]);
    let change = visitor.author_runs("return window.heard.filter((it) => it.name == 'change').map((it) => it.by)");
    assert_eq!(change, json!(["a"]));
    // One program serves both.
    let n_programs = visitor.server.requests().iter().filter(|path| path.ends_with(".wasm")).count();
    assert_eq!(n_programs, 1);
    visitor.expect_quiet();
}

#[test]
fn removed_and_put_back_it_works_again() {
    let visitor = Visitor::sees("");
    visitor.tick("Language", "Rust");
    visitor.expect_chips(&["Rust"]);
    visitor.author_runs("window.kept = explorer; explorer.remove()");
    assert_eq!(visitor.author_runs("return window.kept.shadowRoot.querySelectorAll('article').length"), 0);
    visitor.author_runs("document.querySelector('main').append(window.kept)");
    visitor.waits_for_cards();
    // The query attribute has kept what the reader had chosen.
    visitor.expect_chips(&["Rust"]);
    visitor.clear_all();
    visitor.expect_status("52 projects");
    visitor.expect_quiet();
}

#[test]
fn a_move_costs_the_reader_nothing() {
    let visitor = Visitor::sees("");
    visitor.type_search("mesh");
    visitor.sort_by("Name");
    visitor.expect_chips(&["“mesh”"]);
    visitor.author_runs("window.before = explorer.shadowRoot.querySelector('article')");
    visitor.author_runs("document.querySelector('main').prepend(explorer)");
    visitor.author_runs("return new Promise((done) => setTimeout(done))");
    assert_eq!(visitor.author_runs("return window.before == explorer.shadowRoot.querySelector('article')"), true);
    visitor.expect_chips(&["“mesh”"]);
    visitor.remove_chip("“mesh”");
    visitor.expect_status("52 projects");
    assert_eq!(visitor.heard("ready").len(), 1);
    visitor.expect_quiet();
}

#[test]
fn the_loader_may_be_there_twice() {
    let again = r#"<script type="module" src="/embed/sandbox-explorer.js?again"></script>"#;
    let visitor = Visitor::reads(&[&site::tag(""), again].concat());
    visitor.waits_for_cards();
    eventually(|| visitor.server.requests().iter().filter(|path| path.ends_with("explorer.js")).count(), &2);
    visitor.pick_tab("Service Mesh");
    eventually(|| visitor.see_cards().len() < 52, &true);
    visitor.expect_quiet();
}

#[test]
fn a_div_becomes_an_explorer() {
    let div = format!(
        r#"<div data-sandbox-explorer data-scope="part=4" data-lang="zh" data-loading="eager" data-onclick="x">{}</div>"#,
        site::FALLBACK
    );
    let visitor = Visitor::reads(&div);
    visitor.reads_chinese();
    visitor.waits_for_cards();
    visitor.expect_status("13 个项目");
    assert_eq!(visitor.author_runs("return explorer.hasAttribute('onclick')"), false);
    // Also one that a script adds later.
    visitor.author_runs(
        r#"const div = document.createElement('div');
        div.dataset.sandboxExplorer = '';
        div.dataset.scope = 'part=1';
        div.dataset.loading = 'eager';
        document.querySelector('main').append(div)"#,
    );
    visitor.looks_at(1);
    visitor.reads_english();
    visitor.waits_for_cards();
    visitor.expect_status("13 projects");
    visitor.expect_quiet();
}

#[test]
fn removing_frees_everything() {
    let visitor = Visitor::sees("");
    let cycle = |times: u32| {
        let script = format!(
            "return (async () => {{
                window.removed ??= [];
                const parent = explorer.parentNode;
                for (let n = 0; n < {times}; n++) {{
                    const ready = new Promise((done) =>
                        explorer.addEventListener('sandbox-explorer-ready', done, {{ once: true }}));
                    window.removed.push(new WeakRef(explorer.shadowRoot.querySelector('[role=region]')));
                    explorer.remove();
                    await Promise.resolve();
                    parent.append(explorer);
                    await ready;
                    await new Promise((done) => setTimeout(done, 30));
                }}
                explorer.remove();
                await new Promise((done) => setTimeout(done, 30));
                parent.append(explorer);
            }})()"
        );
        visitor.author_runs(&script);
        visitor.waits_for_cards();
        visitor.browser.collect_garbage();
    };
    cycle(3);
    let counters = || {
        let counters = visitor.browser.devtools("Memory.getDOMCounters", &json!({}));
        let count = |what: &str| counters[what].as_u64().unwrap_or_default();
        (count("nodes"), count("jsEventListeners"))
    };
    let counts = Engine::current().name == "chromium";
    let before = counts.then(counters);
    cycle(12);
    if let (Some(before), after) = (before, counts.then(counters).unwrap_or_default()) {
        // 12 explorers would be some 30,000 nodes and 1,500 listeners.
        assert!(after.0 < before.0 + 3_000, "nodes: {} before, {} after", before.0, after.0);
        assert!(after.1 < before.1 + 100, "listeners: {} before, {} after", before.1, after.1);
    }
    // Of the 15 that were removed the last ones may still be held by what ran last.
    let remaining = || {
        visitor.browser.collect_garbage();
        visitor.author_runs("return window.removed.filter((it) => it.deref()).length").as_u64().unwrap_or(99)
    };
    eventually(|| remaining() <= 3, &true);
    visitor.expect_quiet();
}

#[test]
fn removed_while_it_loads_it_does_not_come_back() {
    let visitor = Visitor::comes_to(site::server());
    let late = e2e::server::Fault::Late(std::time::Duration::from_millis(400));
    visitor.server.fault("/embed/sandbox-explorer.wasm", late);
    visitor.reads_next(&site::tag(""));
    visitor.author_runs("window.kept = explorer; explorer.remove()");
    // Loading again, in its second life, is what tells that the first one's loading is over.
    visitor.author_runs("document.querySelector('main').append(window.kept)");
    visitor.waits_for_cards();
    assert_eq!(visitor.author_runs("return explorer.shadowRoot.querySelectorAll('[role=region]').length"), 1);
    assert_eq!(visitor.heard("ready"), [json!({ "projects": 52 })]);
    assert_eq!(visitor.author_runs("return explorer.shadowRoot.querySelector('slot')"), Value::Null);
    visitor.expect_quiet();
}
