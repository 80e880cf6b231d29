//! `ready` and the states: how far an explorer is, also for those who ask late; and the name that a page registers.

use e2e::server::Fault;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::json;

use crate::failure::PROGRAM;

/// What has become of `ready`, and the states that style sheets see.
const HOW_FAR: &str = "
    const states = ['ready', 'failed'].filter((state) => explorer.matches(`:state(${state})`)).join();
    const now = Promise.race([
        explorer.ready.then((it) => it == explorer ? 'fulfilled' : 'wrong', ({ cause, message }) => `${cause} ${!!message}`),
        new Promise((resolve) => setTimeout(() => resolve('pending'))),
    ]);
    return now.then((now) => `${now}, ${states}`)";

#[track_caller]
fn expect(visitor: &Visitor, how_far: &str) {
    eventually(|| visitor.author_runs(HOW_FAR), &json!(how_far));
}

#[test]
fn it_is_pending_until_the_cards_are_there() {
    let visitor = Visitor::reads(r#"<div style="height: 9000px"></div><sandbox-explorer></sandbox-explorer>"#);
    visitor.author_runs("return customElements.whenDefined('sandbox-explorer').then(() => 1)");
    expect(&visitor, "pending, ");
    visitor.author_runs("window.first = explorer.ready; explorer.scrollIntoView()");
    assert_eq!(
        visitor
            .author_runs("return first.then((it) => it == explorer && it.shadowRoot.querySelector('article') != null)"),
        true
    );
    expect(&visitor, "fulfilled, ready");
    assert_eq!(visitor.author_runs("return first == explorer.ready && explorer.ready == explorer.ready"), true);

    // A move is nothing; removed it is no longer ready, and put back it is again.
    visitor.author_runs("document.querySelector('main').prepend(explorer)");
    expect(&visitor, "fulfilled, ready");
    visitor.author_runs("window.kept = explorer; kept.remove()");
    eventually(|| visitor.author_runs("return kept.matches(':state(ready)') || kept.ready == first"), &json!(false));
    visitor.author_runs("document.querySelector('main').append(kept); kept.scrollIntoView()");
    expect(&visitor, "fulfilled, ready");
    visitor.expect_quiet();
}

#[test]
fn a_failure_rejects_it_and_the_next_attempt_is_a_new_one() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(PROGRAM, Fault::Missing);
    visitor.reads_next("<sandbox-explorer loading=eager></sandbox-explorer>");
    // Nobody listens, and nothing about promises is in the console.
    expect(&visitor, "http true, failed");
    assert!(visitor.console().iter().all(|line| !line.contains("promise")), "{:?}", visitor.console());
    visitor.server.mend(PROGRAM);
    visitor.author_runs("window.failed = explorer.ready");
    visitor.click("button", "Try again");
    visitor.waits_for_cards();
    expect(&visitor, "fulfilled, ready");
    assert_eq!(visitor.author_runs("return failed.catch((error) => error.cause)"), "http");
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn a_list_that_cannot_be_shown_is_a_failure_too() {
    let visitor = Visitor::reads(&site::tag("src=/missing.json"));
    expect(&visitor, "catalog true, failed");
    visitor.author_runs("explorer.removeAttribute('src')");
    visitor.waits_for_cards();
    expect(&visitor, "fulfilled, ready");
    visitor.author_runs("explorer.src = '/missing.json'");
    expect(&visitor, "catalog true, failed");
    visitor.author_runs("explorer.src = ''");
    expect(&visitor, "fulfilled, ready");
    assert_eq!(visitor.heard("ready").len(), 2);
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn a_class_registers_itself_under_a_name() {
    let visitor = Visitor::sees("");
    let defined = "
        const ours = customElements.get('sandbox-explorer');
        const other = class extends ours {};
        const results = [ours.define() == ours, other.define('x-explorer') == other, other.define('x-explorer') == other];
        document.querySelector('main').innerHTML = '<x-explorer loading=eager lang=en></x-explorer>';
        const it = document.querySelector('x-explorer');
        return it.ready.then(() => [...results, it.shadowRoot.querySelectorAll('article').length > 40, it instanceof ours])";
    assert_eq!(visitor.author_runs(defined), json!([true, true, true, true, true]));
    // A registry of a part of the page, where there are some.
    let scoped = "
        let registry;
        try { registry = new CustomElementRegistry() } catch { return 'none' }
        const own = class extends customElements.get('sandbox-explorer') {};
        if (own.define('sandbox-explorer', registry) != own || registry.get('sandbox-explorer') != own) return 'wrong';
        const host = document.createElement('div');
        document.querySelector('main').append(host);
        const root = host.attachShadow({ mode: 'open', customElementRegistry: registry });
        root.innerHTML = '<sandbox-explorer loading=eager></sandbox-explorer>';
        const it = root.firstChild;
        if (!(it instanceof own)) return 'not upgraded';
        return it.ready.then(() => it.shadowRoot.querySelectorAll('article').length > 40 ? 'shown' : 'empty')";
    let scoped = visitor.author_runs(scoped);
    println!("scoped registries: {scoped}");
    assert!(scoped == "shown" || scoped == "none", "{scoped}");
    visitor.expect_quiet();
}
