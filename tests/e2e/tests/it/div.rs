//! `<div data-sandbox-explorer>`: its content belongs to others, and stays in place.

use e2e::server::Fault;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::json;

use crate::failure::PROGRAM;

const DIV: &str = "<div id=d data-sandbox-explorer data-loading=eager>A text and <a id=k href=/x>a link</a></div>";

/// Whether the link in the div and the text are visible.
fn sees_fallback(visitor: &Visitor) -> bool {
    let seen = "const range = document.createRange();
         range.selectNodeContents(d.firstChild);
         return [k.checkVisibility(), range.getClientRects().length > 0].join()";
    let seen = visitor.author_runs(seen);
    assert!(seen == "true,true" || seen == "false,false", "{seen}");
    seen == "true,true"
}

#[test]
fn its_children_stay_where_they_are() {
    let visitor = Visitor::reads(DIV);
    visitor.waits_for_cards();
    assert!(!sees_fallback(&visitor));
    assert_eq!(
        visitor.author_runs("return [k.parentNode == d, explorer.parentNode == d, d.lastElementChild == explorer]"),
        json!([true, true, true])
    );
    // Changes that a framework makes to its own nodes.
    visitor.author_runs(
        "window.k0 = k;
         d.removeChild(k);
         const later = document.createElement('b');
         later.id = 'later';
         later.textContent = 'Later';
         d.insertBefore(later, d.firstChild.nextSibling);
         d.appendChild(window.k0)",
    );
    assert_eq!(
        visitor.author_runs("return [...d.children].map((it) => it.id || it.localName)"),
        json!(["later", "sandbox-explorer", "k"])
    );
    assert_eq!(visitor.author_runs("return [k, later].map((it) => it.checkVisibility())"), json!([false, false]));
    // Everything replaced by a text, as React does.
    visitor.type_search("mesh");
    visitor.expect_status("6 of 52 projects");
    visitor.author_runs("d.textContent = 'Another text'");
    visitor.expect_status("6 of 52 projects");
    assert_eq!(visitor.author_runs("return d.firstChild.data"), "Another text");
    visitor.expect_quiet();
}

#[test]
fn its_children_are_seen_until_the_explorer_is_there_and_after_a_failure() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(PROGRAM, Fault::Missing);
    visitor.reads_next(DIV);
    eventually(|| visitor.heard("error").len(), &1);
    assert!(sees_fallback(&visitor));
    // The error line is below them.
    let below =
        "return explorer.shadowRoot.querySelector('p').getBoundingClientRect().top >= k.getBoundingClientRect().bottom";
    assert_eq!(visitor.author_runs(below), true);
    visitor.clear_console();
    visitor.server.mend(PROGRAM);
    visitor.click("button", "Try again");
    visitor.waits_for_cards();
    assert!(!sees_fallback(&visitor));
    // A catalog that cannot be loaded, and ours again.
    visitor.author_runs("explorer.src = '/none.json'");
    eventually(|| sees_fallback(&visitor), &true);
    visitor.author_runs("explorer.removeAttribute('src')");
    visitor.expect_status("52 projects");
    eventually(|| sees_fallback(&visitor), &false);
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn it_can_go_and_come_back() {
    let visitor = Visitor::reads(DIV);
    visitor.waits_for_cards();
    visitor.author_runs("window.kept = d; d.remove(); return new Promise((done) => setTimeout(done))");
    visitor.author_runs("document.querySelector('main').append(window.kept)");
    visitor.waits_for_cards();
    assert!(!sees_fallback(&visitor));
    assert_eq!(visitor.author_runs("return document.querySelectorAll('sandbox-explorer').length"), 1);
    // A copy of the page, as Turbo keeps one for going back.
    visitor.author_runs(
        "const copy = document.querySelector('main').cloneNode(true); document.querySelector('main').replaceWith(copy)",
    );
    visitor.waits_for_cards();
    assert!(!sees_fallback(&visitor));
    visitor.expect_quiet();
}

#[test]
fn every_other_div_gets_an_explorer_too() {
    for (name, div) in [
        (
            "a shadow",
            "<div data-sandbox-explorer data-loading=eager><template shadowrootmode=open><slot></slot></template>f</div>",
        ),
        ("a tag by hand", "<div data-sandbox-explorer><sandbox-explorer loading=eager>f</sandbox-explorer></div>"),
        ("nothing", "<div data-sandbox-explorer data-loading=eager></div>"),
    ] {
        let visitor = Visitor::reads(div);
        visitor.waits_for_cards();
        assert_eq!(visitor.author_runs("return document.querySelectorAll('sandbox-explorer').length"), 1, "{name}");
        visitor.expect_quiet();
    }
    let closed =
        "<div data-sandbox-explorer data-loading=eager><template shadowrootmode=closed><slot></slot></template>f</div>";
    let visitor = Visitor::reads(closed);
    visitor.waits_for_cards();
    visitor.expect_quiet();
}

#[test]
fn its_links_are_posts_of_the_series() {
    let visitor = Visitor::reads(
        "<div data-sandbox-explorer data-loading=eager><p><a data-project=youki href=/posts/youki.html>youki, at last</a></p></div>",
    );
    visitor.waits_for_cards();
    let card = visitor.read_card("youki");
    let links = visitor.links(("article", &card));
    assert!(links.iter().any(|link| link[1].ends_with("/posts/youki.html")), "{links:?}");
    visitor.expect_quiet();
}

#[test]
fn it_says_nothing_about_other_sites() {
    let visitor = Visitor::reads(
        "<div data-sandbox-explorer data-loading=eager data-src=/foreign.json data-base=/foreign data-scope=part=4></div>",
    );
    visitor.waits_for_cards();
    visitor.expect_status("13 projects");
    assert_eq!(
        visitor.author_runs("return [explorer.hasAttribute('src'), explorer.hasAttribute('base')]"),
        json!([false, false])
    );
    assert!(!visitor.server.requests().iter().any(|path| path.contains("foreign")));
    visitor.expect_quiet();
}
