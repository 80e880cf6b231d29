//! Changes of a long list: first of what can be in sight, then of the rest.

use e2e::wait::eventually;
use serde_json::{Value, json};

use crate::long::{ITEMS, name, sees};

/// All names in the list, in its order: those of cards, and those of folded pieces.
const NAMES: &str = "[...explorer.shadowRoot.querySelector('[part=cards]').children].flatMap((it) => \
     it.classList.contains('se-fold') ? it.textContent.trim().split(/[\\n\\t]+/) : it.querySelector('[part=name]').textContent)";

#[test]
fn a_change_updates_what_is_in_sight_and_then_all_the_rest() {
    let visitor = sees(300, "");
    let names = format!("return {NAMES}");
    eventually(|| visitor.author_runs(&names), &(0..300).map(name).collect::<Value>());
    let others: Vec<String> = (0..300).filter(|n| n % 10 != 0).map(name).collect();
    visitor.pick_tab("other");
    visitor.expect_status("270 of 300 entries");
    let first = format!("return {NAMES}.slice(0, 12)");
    assert_eq!(visitor.author_runs(&first), json!(others[..12]));
    eventually(|| visitor.author_runs(&names), &json!(others));
    // Changes that follow each other at once, the last of which asks for what is there already.
    visitor.author_runs(
        "explorer.query = 'category=tenth&sort=stars'; return new Promise((then) => setTimeout(() => {
             explorer.query = 'category=other&sort=stars'; setTimeout(then) }))",
    );
    visitor.expect_status("270 of 300 entries");
    eventually(|| visitor.author_runs(&names), &json!(others));
    visitor.expect_quiet();
}

#[test]
fn a_change_of_order_leaves_the_focus_where_it_is() {
    let visitor = sees(300, "");
    visitor.author_runs(&format!(
        "{ITEMS}.map((it) => it.querySelector('[part=name]')).find((it) => it.textContent == {}).focus()",
        json!(name(11))
    ));
    visitor.author_runs("explorer.query = 'category=other&sort=stars'");
    visitor.expect_status("270 of 300 entries");
    visitor.expect_focus("button", &name(11));
    eventually(|| visitor.author_runs(&format!("return {NAMES}.length")), &json!(270));
    visitor.expect_focus("button", &name(11));
    visitor.expect_quiet();
}
