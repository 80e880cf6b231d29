//! What the reader asks for and the page may refuse: details, comparisons, and closing either.

use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

/// Notes the events in order, with whether they can be cancelled and, if so, whether a dialog is open; refuses those that are named in
/// `refused`.
const REFUSES: &str = "
    window.refused = [];
    window.noted = [];
    const explorer = document.querySelector('sandbox-explorer');
    for (const name of ['select', 'compare', 'close']) {
        explorer.addEventListener('sandbox-explorer-' + name, (event) => {
            const { project, projects } = event.detail;
            const isOpen = event.cancelable && !!explorer.shadowRoot.querySelector('dialog[open]');
            noted.push([name, project ?? projects.join(), event.cancelable, isOpen].join(' '));
            if (refused.includes(name)) event.preventDefault();
        });
    }";

/// As a script of the page: Firefox does not count what a script of WebDriver has prevented.
fn refuses(visitor: &Visitor) {
    visitor.author_runs(&format!(
        "const script = document.createElement('script');
         script.textContent = {};
         document.head.append(script)",
        json!(format!("{{{REFUSES}}}"))
    ));
}

fn noted(visitor: &Visitor) -> Value {
    visitor.author_runs("return noted.splice(0)")
}

#[track_caller]
fn expect_noted(visitor: &Visitor, events: &[&str]) {
    let mut all: Vec<Value> = Vec::new();
    let heard = || {
        all.extend(noted(visitor).as_array().cloned().unwrap_or_default());
        json!(all)
    };
    eventually(heard, &json!(events));
}

/// A visitor of an explorer with a `url-key`, in which names are links.
fn visits(attributes: &str) -> Visitor {
    let visitor = Visitor::sees(&format!("url-key=explorer {attributes}"));
    refuses(&visitor);
    visitor
}

/// What would have changed if something had opened or closed.
fn state(visitor: &Visitor) -> Value {
    visitor.author_runs(
        "return [location.hash, explorer.query, explorer.getAttribute('query'), history.length,
            explorer.shadowRoot.querySelector('dialog[open]')?.getAttribute('aria-label')]",
    )
}

#[test]
fn each_is_sent_before_it_happens_and_once() {
    let visitor = visits("");
    visitor.open_details("youki");
    expect_noted(&visitor, &["select youki true false"]);
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    expect_noted(&visitor, &["close youki true true"]);
    visitor.pick("youki");
    visitor.pick("Kmesh");
    visitor.compare(&["youki", "Kmesh"]);
    expect_noted(&visitor, &["compare youki,kmesh true false"]);
    visitor.author_runs("explorer.shadowRoot.querySelector('.se-details-bar .se-close').click()");
    visitor.expect_no_details();
    expect_noted(&visitor, &["close youki,kmesh true true"]);
    visitor.expect_quiet();
}

#[test]
fn what_is_refused_changes_nothing() {
    let visitor = visits("");
    visitor.author_runs("window.refused = ['select', 'compare']");
    let before = state(&visitor);
    // By mouse, by keyboard, twice the same, in the table.
    for _ in 0..2 {
        visitor.author_runs("explorer.shadowRoot.querySelector('article [data-project=youki]').click()");
        expect_noted(&visitor, &["select youki true false"]);
    }
    visitor.author_runs("explorer.shadowRoot.querySelector('article [data-project=kmesh]').focus()");
    visitor.press(&["Enter"]);
    expect_noted(&visitor, &["select kmesh true false"]);
    visitor.pick("youki");
    visitor.pick("Kmesh");
    visitor.author_runs("explorer.shadowRoot.querySelector('.se-picks-compare').click()");
    expect_noted(&visitor, &["compare youki,kmesh true false"]);
    assert_eq!(state(&visitor), before);
    visitor.expect_picks(&["youki", "Kmesh"]);
    assert_eq!(visitor.heard("change"), Vec::<Value>::new());

    // And what is open stays open, whatever would close it.
    visitor.author_runs("window.refused = []");
    visitor.open_details("youki");
    expect_noted(&visitor, &["select youki true false"]);
    visitor.author_runs("window.refused = ['select', 'close']");
    let open = state(&visitor);
    assert_ne!(open, before);
    visitor.author_runs("explorer.shadowRoot.querySelector('.se-details-bar .se-close').click()");
    expect_noted(&visitor, &["close youki true true"]);
    visitor.press(&["Escape"]);
    expect_noted(&visitor, &["close youki true true"]);
    visitor.press(&["ArrowRight"]);
    visitor.author_runs("explorer.shadowRoot.querySelector('.se-next').click()");
    let n_asked = || visitor.author_runs("return noted.filter((it) => /^select .* true true$/.test(it)).length");
    eventually(n_asked, &json!(2));
    assert_eq!(state(&visitor), open);
    visitor.expect_details("youki");
    visitor.expect_quiet();
}

#[test]
fn what_the_page_or_the_url_does_is_told_and_cannot_be_refused() {
    let visitor = visits("");
    visitor.author_runs("window.refused = ['select', 'compare', 'close']");
    visitor.author_runs("explorer.show('youki')");
    visitor.expect_details("youki");
    expect_noted(&visitor, &["select youki false false"]);
    visitor.author_runs("explorer.query = 'project=youki,kmesh'");
    expect_noted(&visitor, &["compare youki,kmesh false false"]);
    // By a script: WebKit's button leaves out what came without a gesture.
    visitor.author_runs("history.back()");
    expect_noted(&visitor, &["select youki false false"]);
    visitor.author_runs("explorer.reset()");
    visitor.expect_no_details();
    expect_noted(&visitor, &["close youki false false"]);
    visitor.expect_quiet();
}

#[test]
fn another_list_closes_what_was_open_and_says_what_that_was() {
    let visitor = visits("");
    visitor.open_details("youki");
    expect_noted(&visitor, &["select youki true false"]);
    visitor.author_runs(
        "explorer.catalog = { projects: [{ name: 'Loom', links: { website: 'https://loom.example/' } }] }",
    );
    visitor.expect_cards(&["Loom"]);
    visitor.expect_no_details();
    expect_noted(&visitor, &["close youki false false"]);
    visitor.expect_quiet();
}

#[test]
fn the_page_may_decide_later() {
    let visitor = visits("");
    visitor.author_runs(
        "explorer.addEventListener('sandbox-explorer-select', (event) => {
            if (!event.cancelable) return;
            event.preventDefault();
            setTimeout(() => explorer.show(event.detail.project), 50);
        })",
    );
    visitor.open_details("youki");
    expect_noted(&visitor, &["select youki true false", "select youki false false"]);
    visitor.expect_quiet();
}

#[test]
fn a_listener_may_do_anything() {
    let acts = [
        ("explorer.reset()", "youki"),
        ("explorer.query = 'part=4'", "youki"),
        ("explorer.setAttribute('scope', 'part=4'); explorer.lang = 'en'", "youki"),
        ("explorer.layout = 'compact'", "youki"),
        ("explorer.show('kmesh')", "Kmesh"),
        ("explorer.shadowRoot.querySelector('article [data-project=kmesh]').click()", "Kmesh"),
        ("throw Error('of the page')", "youki"),
    ];
    for (act, open) in acts {
        let visitor = visits("");
        visitor.author_runs(&format!(
            "explorer.addEventListener('sandbox-explorer-select', (event) => {{ {act} }}, {{ once: true }})"
        ));
        visitor.author_runs("explorer.shadowRoot.querySelector('article [data-project=youki]').click()");
        visitor.expect_details(open);
        visitor.clear_console();
        visitor.expect_quiet();
    }
    // Gone before the answer.
    for act in [
        "explorer.remove()",
        "explorer.scope = 'project=kmesh'",
        "explorer.catalog = { projects: [{ name: 'Loom', links: { website: 'https://loom.example/' } }] }",
    ] {
        let visitor = visits("");
        visitor.author_runs(&format!(
            "window.kept = explorer;
             explorer.addEventListener('sandbox-explorer-select', () => {{ {act} }}, {{ once: true }});
             explorer.shadowRoot.querySelector('article [data-project=youki]').click()"
        ));
        eventually(|| visitor.author_runs("return !!kept.shadowRoot.querySelector('dialog[open]')"), &json!(false));
        visitor.clear_console();
        visitor.author_runs("kept.catalog = null; kept.scope = ''; document.querySelector('main').append(kept)");
        visitor.waits_for_cards();
        visitor.author_runs("explorer.shadowRoot.querySelector('article [data-project=youki]').click()");
        visitor.expect_details("youki");
        visitor.expect_quiet();
    }
}

#[test]
fn small_forms_and_other_views_ask_as_well() {
    let visitor = Visitor::reads(&e2e::site::tag("url-key=explorer layout=inline scope=project=youki"));
    eventually(|| visitor.heard("ready").len(), &1);
    refuses(&visitor);
    visitor.author_runs("window.refused = ['select']; explorer.shadowRoot.querySelector('[data-project]').click()");
    expect_noted(&visitor, &["select youki true false"]);
    visitor.expect_no_details();
    visitor.author_runs("window.refused = []; explorer.shadowRoot.querySelector('[data-project]').click()");
    expect_noted(&visitor, &["select youki true false"]);
    visitor.expect_details("youki");
    visitor.expect_quiet();

    let visitor = Visitor::sees_table("");
    refuses(&visitor);
    visitor.author_runs(
        "window.refused = ['select']; explorer.shadowRoot.querySelector('table [data-project=youki]').click()",
    );
    expect_noted(&visitor, &["select youki true false"]);
    visitor.expect_no_details();
    visitor.expect_quiet();
}
