//! Searches whose words no project has all: the closest projects are shown, and a line says so.

use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::json;

/// The text of the line above the results.
fn line(visitor: &Visitor) -> String {
    let line = visitor.author_runs("return explorer.shadowRoot.querySelector('.se-forgiven')?.textContent");
    line.as_str().unwrap_or_default().to_owned()
}

/// The visible status, not the one announced a moment later.
fn seen_status(visitor: &Visitor) -> serde_json::Value {
    visitor.author_runs("return explorer.shadowRoot.querySelector('.se-status').textContent")
}

/// Searches by a link.
fn searches(visitor: &Visitor, words: &str) {
    visitor.author_runs(&format!("explorer.query = 'q={words}'"));
}

#[test]
fn a_word_that_no_project_has_is_named_and_takes_nothing_away() {
    let visitor = Visitor::sees("");
    visitor.type_search("terraform");
    eventually(|| visitor.see_cards().first().cloned(), &Some("Atlantis".to_owned()));
    let (cards, status) = (visitor.see_cards(), seen_status(&visitor));
    assert_eq!(line(&visitor), "");
    visitor.type_search(" unicorns");
    eventually(|| line(&visitor), &"No project has unicorns; closest:");
    visitor.expect_chips(&["“terraform unicorns”"]);
    assert_eq!((visitor.see_cards(), seen_status(&visitor)), (cards, status));
    // A link to this view has the search as it was typed.
    assert_eq!(visitor.author_runs("return explorer.query"), json!("q=terraform+unicorns"));
    visitor.expect_quiet();
}

#[test]
fn words_that_no_project_has_together_are_named() {
    let visitor = Visitor::sees("");
    visitor.type_search("rust dashboard");
    eventually(|| line(&visitor), &"No project has all of rust, dashboard; closest:");
    eventually(|| visitor.see_cards().len() > 2, &true);
    let n_shown = visitor.see_cards().len();
    assert_eq!(seen_status(&visitor), json!(format!("{n_shown} of 52 projects")));
    // The number in an option is the number of projects that selecting it shows.
    let options = "return [...explorer.shadowRoot.querySelectorAll('[role=tab]')].map((tab) => tab.textContent)";
    let all = visitor.author_runs(options)[0].as_str().unwrap_or_default().to_owned();
    assert!(all.contains(&n_shown.to_string()), "{all}");
    visitor.expect_quiet();
}

#[test]
fn the_line_speaks_the_language_of_the_page() {
    for (lang, typed, expected) in [
        ("zh", "独角兽备份", "没有项目包含“独角兽”，以下是最接近的结果："),
        ("zh-Hant", "獨角獸 備份", "沒有專案包含「獨角獸」，以下是最接近的結果："),
        ("zh", "rust dashboard", "没有项目同时包含“rust、dashboard”，以下是最接近的结果："),
    ] {
        let visitor = Visitor::sees(&format!("lang={lang}"));
        searches(&visitor, typed);
        eventually(|| line(&visitor), &expected);
        assert!(!visitor.see_cards().is_empty());
        visitor.expect_quiet();
    }
}

#[test]
fn what_was_found_stays_while_a_word_that_is_none_is_typed() {
    let visitor = Visitor::sees("");
    visitor.type_search("terraform");
    eventually(|| visitor.see_cards().first().cloned(), &Some("Atlantis".to_owned()));
    let (cards, status) = (visitor.see_cards(), seen_status(&visitor));
    // Records every state of the list, letter by letter.
    let seen = visitor.author_runs(
        "return (async () => {
            const box = explorer.shadowRoot.querySelector('input[type=search]');
            const seen = new Set();
            for (const letter of ' zebras') {
                box.value += letter;
                box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
                await new Promise((done) => setTimeout(done));
                seen.add(explorer.shadowRoot.querySelector('.se-status').textContent);
            }
            return [...seen];
        })()",
    );
    assert_eq!(seen, json!([status]));
    assert_eq!(visitor.see_cards(), cards);
    visitor.expect_quiet();
}
