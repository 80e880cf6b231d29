//! Mounting and unmounting: several on a page, moved, removed, reinserted, loaded twice, and all of it a thousand
//! times.

use e2e::engine::Engine;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};
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
    let n_programs = visitor.server.requests().iter().filter(|path| path.ends_with("explorer.wasm")).count();
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
    // The query attribute has kept the reader's filter.
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
        // 12 explorers would be about 30,000 nodes and 1,500 listeners.
        assert!(after.0 < before.0 + 3_000, "nodes: {} before, {} after", before.0, after.0);
        assert!(after.1 < before.1 + 100, "listeners: {} before, {} after", before.1, after.1);
    }
    // Of the 15 removed ones, the last may still be referenced by the last script.
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
    // Loading again after reinsertion shows that the first load is finished.
    visitor.author_runs("document.querySelector('main').append(window.kept)");
    visitor.waits_for_cards();
    assert_eq!(visitor.author_runs("return explorer.shadowRoot.querySelectorAll('[role=region]').length"), 1);
    assert_eq!(visitor.heard("ready"), [json!({ "projects": 52 })]);
    assert_eq!(visitor.author_runs("return explorer.shadowRoot.querySelector('slot:not([name])')"), Value::Null);
    visitor.expect_quiet();
}

/// One life of an element: it is inserted, gets many attributes, each kind in turn, sometimes with a pause in which the
/// page shows the result, and is removed. Every fifth one is removed before it has started. `url-key` only while
/// nothing is filtered: browsers refuse to write addresses too often.
const LIVES: &str = "
    const main = document.querySelector('main');
    const changes = [
        ['theme', 'dark'], ['query', 'language=rust,go'], ['without-tabs', ''], ['heading-level', '2'], ['scope', 'part=4'],
        ['query', 'q=mesh'], ['lang', 'zh'], ['theme', 'light'], ['without-search', ''], ['query', 'part=4&sort=name'],
        ['scope', 'project=youki,kmesh'], ['without-facets', ''], ['heading-level', '5'], ['query', null], ['url-key', 'x'],
        ['url-key', null], ['without-sort', ''], ['lang', null], ['scope', null], ['theme', null],
        ['without-tabs', null], ['without-search', null], ['without-facets', null], ['without-sort', null], ['heading-level', null],
    ];
    const turn = () => new Promise((done) => setTimeout(done));
    for (let n = 0; n < LIVES; n++) {
        const explorer = window.explorer ??= document.createElement('sandbox-explorer');
        explorer.loading = 'eager';
        const ready = new Promise((done) => explorer.addEventListener('sandbox-explorer-ready', done, { once: true }));
        main.append(explorer);
        if (n % 5 == 4) {
            explorer.remove();
            await turn();
            main.append(explorer);
        }
        await ready;
        for (let at = 0; at < CHANGES; at++) {
            const [name, value] = changes[at % changes.length];
            value == null ? explorer.removeAttribute(name) : explorer.setAttribute(name, value);
            if (at % EVERY == EVERY - 1) await turn();
        }
        await explorer.show('youki');
        await turn();
        // Its query attribute has the filter.
        explorer.reset();
        await turn();
        explorer.remove();
        // Every other one is a new element.
        if (n % 2) window.explorer = null;
        await turn();
    }";

/// The resources of a page, after garbage collection.
#[derive(Debug)]
struct Held {
    /// Memory of the program, in pages of 64 kB.
    pages: u64,
    /// JavaScript's heap, in bytes; in Chromium.
    heap: u64,
    /// In Chromium.
    nodes: u64,
    /// Objects of the page that the program has in its tables.
    kept: u64,
}

impl Held {
    fn by(visitor: &Visitor) -> Held {
        for _ in 0..3 {
            visitor.browser.collect_garbage();
        }
        // Other engines do not report these.
        let ask = |command: &str| match Engine::current().name {
            "chromium" => visitor.browser.devtools(command, &json!({})),
            _ => Value::Null,
        };
        let (heap, counters) = (ask("Runtime.getHeapUsage"), ask("Memory.getDOMCounters"));
        let pages = visitor.browser.run("return ledger.pages()", &[]);
        assert_eq!(pages.as_array().map(Vec::len), Some(1), "one program for all lives");
        Held {
            pages: pages[0].as_u64().unwrap_or_default(),
            heap: heap["usedSize"].as_f64().unwrap_or_default() as u64,
            nodes: counters["nodes"].as_u64().unwrap_or_default(),
            kept: visitor.browser.run("return ledger.kept()", &[]).as_u64().unwrap_or_default(),
        }
    }
}

/// The leftovers of an element that does not clean up: listeners, observers and timers of the page.
fn left_behind(visitor: &Visitor) -> Value {
    visitor.browser.run("return [ledger.listeners(), ledger.observers(), ledger.timers()]", &[])
}

#[track_caller]
fn lives(number: usize, changes: usize, every: usize) {
    const AT_ONCE: usize = 5;
    let visitor = Visitor::comes_to(site::server());
    // Instead of the recorder, which would keep every event.
    let page = site::post("").replace("/pages/recorder.js", "/pages/ledger.js");
    visitor.server.page("/post.html", &page);
    visitor.open("/post.html");
    until("the class", || {
        (visitor.browser.run("return !!customElements.get('sandbox-explorer')", &[]) == true).then_some(())
    });
    let lives = LIVES
        .replace("LIVES", &AT_ONCE.to_string())
        .replace("CHANGES", &changes.to_string())
        .replace("EVERY", &every.to_string());
    let live = |number: usize| {
        let script = format!("return (async () => {{ {} }})()", lives);
        for _ in 0..number.div_ceil(AT_ONCE) {
            visitor.browser.run(&script, &[]);
        }
    };
    // Engines compile code that runs often, and pools fill.
    live(10);
    // The module follows printing as long as the page lives; each explorer leaves nothing.
    let before =
        json!([["media query change", "window DOMContentLoaded", "window beforeprint"], ["MutationObserver"], []]);
    let warm = Held::by(&visitor);
    println!("after 10 lives: {warm:?}");
    for part in 1..=4 {
        live(number / 4);
        println!("after {} more: {:?}", number / 4 * part, Held::by(&visitor));
    }
    let held = Held::by(&visitor);
    // While an explorer is mounted, there are listeners and observers; otherwise the records do not work.
    visitor.browser.run("document.querySelector('main').append(document.createElement('sandbox-explorer'))", &[]);
    visitor.waits_for_cards();
    let during = left_behind(&visitor);
    assert_ne!(during, before);
    visitor.author_runs("explorer.remove()");
    eventually(|| left_behind(&visitor), &before);
    assert_eq!(held.pages, warm.pages, "the program's memory has grown: {warm:?}, {held:?}");
    assert!(held.heap < warm.heap + 1_000_000, "the heap has grown: {warm:?}, {held:?}");
    // One more per life would be a leak. (Timers once left their closures behind.)
    assert!(held.kept < warm.kept + 10, "the program keeps objects: {warm:?}, {held:?}");
    assert!(held.nodes < warm.nodes + 3_000, "nodes are left: {warm:?}, {held:?}");

    assert_eq!(visitor.browser.run("return ledger.written", &[]), json!([]));
    assert_eq!(visitor.browser.run("return ledger.stored()", &[]), json!([]));
    let mut asked = visitor.server.requests();
    asked.retain(|path| !path.starts_with("/embed/") && !path.starts_with("/pages/"));
    assert_eq!(asked, ["/post.html"], "asked for outside of the element's directory");
    visitor.expect_quiet();
}

#[test]
fn forty_lives_leave_nothing_behind() {
    lives(40, 25, 8);
}

/// The same for as long as a single-page application may run. Takes minutes: `cargo test -p e2e -- --ignored`.
#[test]
#[ignore = "takes minutes"]
fn a_thousand_lives_leave_nothing_behind() {
    lives(1000, 100, 30);
}
