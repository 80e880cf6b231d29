//! What a page puts into the explorer: `header`, `footer`, `empty`, and notes on cards.

use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

const CHILDREN: &str =
    "<b slot=header id=h>Our list</b><i slot=footer id=f>Corrections: mail us</i><p slot=empty id=e>None, sorry</p>
    <p slot=card-youki id=y>We use it</p><p slot=card-no-such id=n>Nobody</p>
    <ul id=fallback><li><a data-project=youki href=/youki>youki</a></ul>";

/// Those of these elements that are seen, in the order in which they are on the page.
fn seen(visitor: &Visitor) -> Value {
    visitor.author_runs(
        "const all = [...document.querySelectorAll('main [id]:not([data-sandbox-explorer])')].filter((it) => it.checkVisibility());
         return all.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).map((it) => it.id).join(' ')",
    )
}

#[track_caller]
fn expect_seen(visitor: &Visitor, ids: &str) {
    eventually(|| seen(visitor), &json!(ids));
}

/// The project whose card the note is on.
const CARD: &str = "return y.assignedSlot?.closest('article')?.querySelector('[data-project]').dataset.project";

fn tag(attributes: &str) -> String {
    format!("<sandbox-explorer loading=eager lang=en {attributes}>{CHILDREN}</sandbox-explorer>")
}

fn reads(attributes: &str) -> Visitor {
    let visitor = Visitor::reads(&tag(attributes));
    visitor.waits_for_cards();
    visitor
}

#[test]
fn they_are_in_their_places_and_no_fallback() {
    let visitor = reads("");
    expect_seen(&visitor, "h y f");
    assert_eq!(visitor.author_runs(CARD), "youki");
    visitor.type_search("qqqqqqqq");
    expect_seen(&visitor, "h e f");
    // The sentence is replaced, and the buttons stay.
    let empty = "return explorer.shadowRoot.querySelector('.se-empty-text').checkVisibility()";
    assert_eq!(visitor.author_runs(empty), false);
    visitor.click("button", "Clear all");
    expect_seen(&visitor, "h y f");
    visitor.expect_quiet();
}

#[test]
fn a_note_stays_on_its_card() {
    let visitor = reads("");
    let stays = || eventually(|| visitor.author_runs(CARD), &json!("youki"));
    visitor.sort_by("Name");
    stays();
    visitor.tick("Language", "Go");
    expect_seen(&visitor, "h f");
    visitor.clear_all();
    stays();
    visitor.author_runs("explorer.lang = 'zh'");
    visitor.reads_chinese();
    stays();
    visitor.author_runs("explorer.lang = 'en'");
    visitor.reads_english();
    visitor.author_runs("explorer.scope = 'part=4'");
    visitor.expect_status("13 projects");
    stays();
    visitor.pick_view("Table");
    expect_seen(&visitor, "h f");
    visitor.pick_view("Cards");
    stays();
    visitor.expect_quiet();
}

#[test]
fn notes_may_come_go_and_move() {
    let visitor = reads("");
    let card = |project: &str| eventually(|| visitor.author_runs(CARD), &json!(project));
    visitor.author_runs(
        "explorer.shadowRoot.querySelector('article [data-project=kmesh]').focus(); y.slot = 'card-kmesh'",
    );
    card("kmesh");
    visitor.expect_focus("button", "Kmesh");
    visitor.author_runs("y.insertAdjacentHTML('afterend', '<p slot=card-youki id=z>Another</p>')");
    eventually(|| visitor.author_runs("return z.assignedSlot?.closest('article') != null"), &json!(true));
    visitor.author_runs("z.remove(); y.slot = 'card-youki'");
    card("youki");
    visitor.expect_quiet();
}

#[test]
fn in_a_long_list_of_which_few_cards_exist_too() {
    let visitor = Visitor::reads(
        "<sandbox-explorer id=s loading=eager lang=en><p slot=card-p-3 id=y>Near</p><p slot=card-p-1999 id=w>Far</p></sandbox-explorer>",
    );
    visitor.author_runs(
        "const project = (n) => ({ id: `p-${n}`, name: `Project ${n}`, summary: 'One.', links: { website: 'https://p.example/' } });
         explorer.catalog = { projects: Array.from({ length: 2000 }, (_, n) => project(n)) }",
    );
    visitor.expect_status("2,000 entries");
    let searches = |words: &str| {
        visitor.author_runs(&format!("explorer.query = '{words}' && 'q={words}'"));
    };
    let card = |id: &str| {
        visitor.author_runs(&format!(
            "return {id}.assignedSlot?.closest('article')?.querySelector('[data-project]').dataset.project ?? null"
        ))
    };
    searches("1999");
    eventually(|| card("w"), &json!("p-1999"));
    searches("Project 3");
    eventually(|| card("y"), &json!("p-3"));
    searches("");
    visitor.expect_status("2,000 entries");
    // Whatever card is made another one's: none but that of the project has the note.
    for word in ["1", "2", "19", "199", "", "3", ""] {
        searches(word);
        let wrong = "return [['y', 'p-3'], ['w', 'p-1999']].filter(([id, project]) => {
            const card = window[id].assignedSlot?.closest('article');
            return card && card.querySelector('[data-project]').dataset.project != project;
        }).length";
        assert_eq!(visitor.author_runs(wrong), 0, "{word}");
    }
    visitor.expect_quiet();
}

#[test]
fn what_is_in_a_slot_belongs_to_the_page() {
    let visitor = Visitor::reads(
        "<sandbox-explorer loading=eager lang=en url-key=e>
            <p slot=card-youki><a id=a data-project=kmesh href=#theirs>Ours</a> <input id=i></p></sandbox-explorer>",
    );
    visitor.waits_for_cards();
    visitor.author_runs(
        "window.keys = [];
         for (const type of ['keydown', 'input', 'pointerover']) i.parentNode.addEventListener(type, (event) => keys.push(event.type));
         addEventListener('keydown', (event) => keys.push('page ' + event.key));
         addEventListener('input', () => keys.push('page input'));
         i.focus()",
    );
    visitor.press(&["s"]);
    eventually(|| visitor.author_runs("return keys.join()"), &json!("keydown,page s,input,page input"));
    assert_eq!(visitor.author_runs("return i.value"), "s");
    // Neither is their link aimed at our details, nor does a click on it open them.
    visitor
        .author_runs("a.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true })); a.click()");
    assert_eq!(visitor.author_runs("return [a.getAttribute('href'), location.hash]"), json!(["#theirs", "#theirs"]));
    visitor.expect_no_details();
    visitor.expect_quiet();
}

#[test]
fn small_forms_have_the_note_only() {
    let attributes = "layout=single scope=project=youki";
    let visitor = Visitor::reads(&tag(attributes));
    expect_seen(&visitor, "y");
    visitor.author_runs("explorer.layout = 'inline'");
    expect_seen(&visitor, "");
    visitor.author_runs("explorer.layout = 'compact'; explorer.scope = ''");
    expect_seen(&visitor, "h y f");
    visitor.expect_quiet();
}

#[test]
fn a_failure_shows_the_fallback_alone() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(crate::failure::PROGRAM, e2e::server::Fault::Missing);
    visitor.reads_next(&tag(""));
    eventually(|| visitor.heard("error").len(), &1);
    expect_seen(&visitor, "fallback");
    visitor.server.mend(crate::failure::PROGRAM);
    visitor.click("button", "Try again");
    visitor.waits_for_cards();
    expect_seen(&visitor, "h y f");
    visitor.author_runs("window.kept = explorer; kept.remove(); return new Promise((done) => setTimeout(done))");
    visitor.author_runs("document.querySelector('main').append(kept)");
    visitor.waits_for_cards();
    expect_seen(&visitor, "h y f");
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn a_div_marks_them_with_data() {
    let children = CHILDREN.replace("slot=", "data-slot=");
    let visitor =
        Visitor::reads(&format!("<div data-sandbox-explorer data-loading=eager data-lang=en>{children}</div>"));
    visitor.waits_for_cards();
    // Copies: what is in the div stays in its place.
    let shown = "return ['h', 'y', 'f'].map((id) => [...document.querySelectorAll(`[id=${id}]`)].map((it) => it.checkVisibility()).join())";
    eventually(|| visitor.author_runs(shown), &json!(["false,true", "false,true", "false,true"]));
    visitor.author_runs("window.kept = explorer; kept.remove()");
    visitor.waits_for_cards();
    eventually(|| visitor.author_runs(shown), &json!(["false,true", "false,true", "false,true"]));
    visitor.expect_quiet();
}

#[test]
fn a_still_view_has_them_as_well() {
    let still = site::prerendered(&["--as", "shadow", "--lang", "en"]);
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(crate::failure::PROGRAM, e2e::server::Fault::Missing);
    visitor.reads_next(&still.replacen("<sandbox-explorer ", "<sandbox-explorer loading=eager ", 1).replacen(
        "</sandbox-explorer>",
        &[CHILDREN, "</sandbox-explorer>"].concat(),
        1,
    ));
    eventually(|| visitor.heard("error").len(), &1);
    expect_seen(&visitor, "h y f");
    visitor.server.mend(crate::failure::PROGRAM);
    visitor.click("button", "Try again");
    eventually(|| visitor.heard("ready").len(), &1);
    expect_seen(&visitor, "h y f");
    visitor.clear_console();
    visitor.expect_quiet();
}
