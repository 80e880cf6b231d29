//! Announcements for screen readers during typing: not the result of every letter.

use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

/// Records the texts of live regions from now on.
const WATCH: &str = "window.said = [];
    for (const region of explorer.shadowRoot.querySelectorAll('[role=status], [aria-live]'))
        new MutationObserver(() => window.said.push([region.role ?? 'live', region.textContent, performance.now()]))
            .observe(region, { childList: true, characterData: true, subtree: true });";

/// Types letters one after the other, each in its own task. Returns the time of the last one.
fn types(visitor: &Visitor, text: &str) -> f64 {
    let script = format!(
        "return (async () => {{
            const box = explorer.shadowRoot.querySelector('input[type=search]');
            box.focus();
            let last;
            for (const letter of {}) {{
                box.value += letter;
                last = performance.now();
                box.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }}));
                await new Promise((done) => setTimeout(done));
            }}
            return last;
        }})()",
        json!(text)
    );
    visitor.author_runs(&script).as_f64().unwrap()
}

fn said(visitor: &Visitor) -> Vec<Value> {
    visitor.author_runs("return window.said").as_array().cloned().unwrap_or_default()
}

#[test]
fn the_number_is_said_once_and_seen_at_once() {
    let visitor = Visitor::sees("");
    visitor.author_runs(WATCH);
    let last = types(&visitor, "service mesh");
    let seen = visitor.author_runs("return explorer.shadowRoot.querySelector('.se-status').textContent");
    assert_ne!(seen, "52 projects");
    eventually(|| said(&visitor).len(), &1);
    let now = said(&visitor);
    assert_eq!((&now[0][0], &now[0][1]), (&json!("status"), &seen));
    let late = now[0][2].as_f64().unwrap() - last;
    assert!(late >= 490.0, "said {late} ms after the last letter");
    // Assistive technology finds one status, not two.
    assert_eq!(visitor.names("status").len(), 1);
    visitor.expect_quiet();
}

#[test]
fn what_comes_back_to_where_it_was_is_no_news() {
    let visitor = Visitor::sees("");
    visitor.author_runs(WATCH);
    types(&visitor, "youki");
    visitor.press(&["Escape"]);
    visitor.expect_number_of_cards(52);
    types(&visitor, "kmesh");
    eventually(|| said(&visitor).is_empty(), &false);
    // The first search is not announced, neither late nor with the second one.
    assert_eq!(said(&visitor).len(), 1, "{:?}", said(&visitor));
    assert_eq!(said(&visitor)[0][1], "1 of 52 projects");
    visitor.expect_quiet();
}

#[test]
fn a_line_that_says_the_search_was_forgiving_waits_too() {
    let visitor = Visitor::sees("");
    // It comes with the parts that no first view shows.
    eventually(|| visitor.author_runs("return !!explorer.shadowRoot.querySelector('.se-forgiven')"), &json!(true));
    visitor.author_runs(WATCH);
    types(&visitor, "kubernets dashbord");
    eventually(|| said(&visitor).len(), &2);
    let live: Vec<Value> = said(&visitor).into_iter().filter(|it| it[0] == "live").collect();
    assert_eq!(live.len(), 1);
    assert!(live[0][1].as_str().is_some_and(|text| text.contains("dashbord")), "{live:?}");
    let seen =
        "const line = explorer.shadowRoot.querySelector('.se-forgiven'); return [line.textContent, line.ariaHidden]";
    assert_eq!(visitor.author_runs(seen), json!([live[0][1], "true"]));
    visitor.expect_quiet();
}

#[test]
fn what_is_there_from_the_first_is_not_announced() {
    let visitor = Visitor::reads("<p>No explorer yet.</p>");
    visitor.author_runs(
        "window.said = [];
         const made = document.createElement('sandbox-explorer');
         made.setAttribute('loading', 'eager');
         made.setAttribute('query', 'language=rust');
         made.addEventListener('sandbox-explorer-ready', () => {
             for (const region of made.shadowRoot.querySelectorAll('[role=status], [aria-live]'))
                 new MutationObserver(() => window.said.push(region.textContent))
                     .observe(region, { childList: true, characterData: true, subtree: true });
             setTimeout(() => (window.later = true), 1000);
         });
         document.querySelector('main').append(made)",
    );
    eventually(|| visitor.author_runs("return window.later ?? false"), &json!(true));
    assert_eq!(said(&visitor), [Value::Null; 0]);
    assert!(visitor.status().contains(" of 52 "), "{}", visitor.status());
    visitor.expect_quiet();
}
