//! “See it all” on the standalone page: everything is there, nothing of it loads before it is seen or opened.

use e2e::server::Server;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::json;

use crate::accessible::{bring_axe, check_with_axe};
use crate::own::{goes_to, opens, run};

/// The text of the status of the nth explorer that fits a selector.
fn status(visitor: &Visitor, selector: &str) -> String {
    let script = "const explorer = document.querySelector(arguments[0]);
        return explorer?.shadowRoot?.querySelector('[role=status]')?.textContent ?? ''";
    run(visitor, script, &[json!(selector)]).as_str().unwrap_or_default().to_owned()
}

/// Opens a long list, and goes there.
pub(crate) fn opens_list(visitor: &Visitor, name: &str) {
    let script = "const summary = document.getElementById(arguments[0]);
        summary.click();
        summary.scrollIntoView()";
    run(visitor, script, &[json!(format!("see-{name}"))]);
}

#[test]
fn nothing_loads_before_it_is_seen_or_opened() {
    let visitor = opens("");
    let asked = |part: &str| visitor.server.requests().iter().any(|path| path.contains(part));
    // The page itself, at its top: not the element, no tool, no list.
    for part in ["sandbox-explorer.wasm", "sandbox-explorer.core.js", "/tools/", "reader.wasm"] {
        assert!(!asked(part), "{part} was requested");
    }
    goes_to(&visitor, "see");
    run(&visitor, "document.querySelector('.see-ground.white sandbox-explorer').scrollIntoView()", &[]);
    eventually(|| asked("sandbox-explorer.wasm"), &true);
    // Passing the long lists does not load them.
    run(&visitor, "document.querySelector('.see-list').scrollIntoView()", &[]);
    run(&visitor, "return new Promise((then) => setTimeout(then, 500))", &[]);
    assert!(!asked("/tools/"), "{:?}", visitor.server.requests());
    for (name, n) in [("cncf", "2,413 entries"), ("awesome-rust", "1,757 entries")] {
        opens_list(&visitor, name);
        eventually(|| status(&visitor, &format!("sandbox-explorer[src='tools/{name}.json']")), n);
    }
    visitor.expect_quiet();
}

#[test]
fn the_post_has_every_layout_and_knows_its_series() {
    let visitor = opens("");
    goes_to(&visitor, "see");
    let all = "return [...document.querySelectorAll('.see-post sandbox-explorer')].map((it) => {
        it.scrollIntoView();
        return it.getAttribute('layout') ?? 'full';
    })";
    assert_eq!(run(&visitor, all, &[]), json!(["inline", "single", "compact", "full"]));
    let started = "return [...document.querySelectorAll('.see-post sandbox-explorer')].every((it) => {
        const button = it.shadowRoot?.querySelector('button, article');
        if (!button) it.scrollIntoView();
        return !!button;
    })";
    eventually(|| run(&visitor, started, &[]), &json!(true));
    eventually(|| status(&visitor, ".see-full").ends_with(" projects"), &true);
    // Its cards lead to the posts, and tell what has changed since.
    let of_cards = "const root = document.querySelector('.see-full').shadowRoot;
        return [[...root.querySelectorAll('article a')].filter((it) => /#see-part-[34]$/.test(it.href)).length > 5,
                !!root.querySelector('.se-since')]";
    eventually(|| run(&visitor, of_cards, &[]), &json!([true, true]));
    visitor.expect_quiet();
}

#[test]
fn grounds_are_followed() {
    let visitor = opens("?theme=light");
    goes_to(&visitor, "see");
    let schemes = "return ['white', 'night', 'paper', 'blue'].map((ground) => {
        const it = document.querySelector(`.see-ground.${ground} sandbox-explorer`);
        it.scrollIntoView();
        const root = it.shadowRoot?.querySelector('.se-explorer');
        return root ? getComputedStyle(root).colorScheme : '';
    })";
    eventually(|| run(&visitor, schemes, &[]), &json!(["light", "dark", "light", "dark"]));
    visitor.expect_quiet();
}

#[test]
fn it_is_accessible_and_fits() {
    for (lang, theme) in [("en", "light"), ("zh", "dark")] {
        let visitor = Visitor::comes_to(Server::start(&[("/explorer/", site::shipped("page"))]));
        visitor.looks_at_page();
        visitor.browser.prefers("reduced-motion", "reduce");
        visitor.open(&format!("/explorer/?lang={lang}&theme={theme}"));
        goes_to(&visitor, "see");
        let started =
            "const all = [...document.querySelectorAll('.see-post sandbox-explorer, .see-ground sandbox-explorer')];
            const waits = all.filter((it) => !it.shadowRoot?.querySelector('button, article'));
            waits[0]?.scrollIntoView();
            return all.length > 7 && !waits.length";
        eventually(|| run(&visitor, started, &[]), &json!(true));
        bring_axe(&visitor);
        for width in [320, 390, 1200] {
            visitor.browser.resize(width, 900);
            run(&visitor, "document.getElementById('see').scrollIntoView()", &[]);
            check_with_axe(&visitor, &format!("{lang}, {theme}, {width} px"));
            let overflow =
                || run(&visitor, "return Math.max(0, document.documentElement.scrollWidth - innerWidth)", &[]);
            eventually(overflow, &json!(0));
        }
        visitor.expect_quiet();
    }
}
