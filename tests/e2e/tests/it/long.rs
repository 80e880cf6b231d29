//! Long lists: only items near the viewport are rendered, and yet all can be found, printed and reached.

use e2e::engine::Engine;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};
use serde_json::{Value, json};

/// A name that is not part of another one.
pub(crate) fn name(n: usize) -> String {
    format!("Project {n}.")
}

/// A catalog with this many projects, in the order of their numbers, every tenth in another category.
fn catalog(n_projects: usize) -> String {
    let words = |en: &str| json!({ "en": en, "zh": "字" });
    let projects: Vec<Value> = (0..n_projects)
        .map(|n| {
            let category = if n % 10 == 0 { "tenth" } else { "other" };
            let summary = "Says what it is for, at some length. ".repeat(1 + n % 4);
            json!({
                "id": format!("p{n}"), "name": name(n), "part": (1 + n % 2).to_string(), "category": category, "licence": "MIT",
                "languages": ["Rust"], "first_commit": "2015-01-01", "accepted": format!("{}-01-01", 2024 - n * 8 / n_projects),
                "tags": ["tools"], "summary": words(&summary), "features": [],
                "links": { "website": format!("https://p{n}.example/"), "repository": "https://code.example/" },
                "maturity": { "level": "sandbox", "since": "2024-12-01", "as_of": "2025-01-01", "source": "landscape" },
                "counts": { "stars": { "value": n_projects - n, "as_of": "2025", "source": "landscape" } },
                "snapshot": { "commit": "abc", "date": "2025-01-01" }, "sources": {},
            })
        })
        .collect();
    let category =
        |slug: &str, hue: u8| json!({ "slug": slug, "name": words(slug), "about": words("About"), "hue": hue });
    json!({ "as_of": "2026-01-01", "categories": [category("tenth", 1), category("other", 200)], "projects": projects })
        .to_string()
}

/// A visitor of a list with this many projects, in the order of their numbers.
pub(crate) fn sees(n_projects: usize, attributes: &str) -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.page("/long.json", &catalog(n_projects));
    visitor.reads_next(&site::tag(&format!("src=/long.json query=sort=stars {attributes}")));
    until("the first items", || (items(&visitor) > 0).then_some(()));
    visitor
}

/// The items of any view.
pub(crate) const ITEMS: &str =
    "[...explorer.shadowRoot.querySelectorAll('.se-item, .se-row, .se-span')].filter((it) => !it.hidden)";

/// The number of rendered items.
fn items(visitor: &Visitor) -> u64 {
    visitor.author_runs(&format!("return explorer.shadowRoot ? {ITEMS}.length : 0")).as_u64().unwrap_or_default()
}

/// Whether an item has this name and is visible.
fn is_seen(visitor: &Visitor, name: &str) -> bool {
    let script = format!(
        "const name = {ITEMS}.map((it) => it.querySelector('[part=name]')).find((it) => it.textContent == {});
         if (!name) return false;
         const {{ top, bottom }} = name.getBoundingClientRect();
         return top >= 0 && bottom <= innerHeight",
        json!(name)
    );
    visitor.author_runs(&script) == true
}

/// Whether the browser finds a text, from the top.
fn finds(visitor: &Visitor, text: &str) -> bool {
    let script = match Engine::current().name {
        // Its `find` does not search shadow roots. This does the same as the reader's own search there: it scrolls the line to the
        // middle.
        "webkit" => {
            "const root = document.querySelector('sandbox-explorer').shadowRoot;
             const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
             while (texts.nextNode()) {
                 const { data, parentElement: place } = texts.currentNode;
                 const at = data.indexOf(arguments[0]);
                 if (at < 0 || !place.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
                 place.scrollIntoView({ block: 'nearest' });
                 const { top, height } = place.getBoundingClientRect();
                 if (!height) continue;
                 const [above, all] = [data.slice(0, at), data].map((text) => text.split('\\n').length);
                 const table = place.closest('[part=table]');
                 const frame = table?.getBoundingClientRect();
                 const middle = table ? (frame.top + frame.bottom) / 2 : innerHeight / 2;
                 (table ?? window).scrollBy(0, top + (above - .5) / all * height - middle);
                 return true;
             }
             return false"
        }
        _ => "getSelection().removeAllRanges(); return find(arguments[0], false, false, true)",
    };
    visitor.browser.run(script, &[json!(text)]) == true
}

#[test]
fn every_name_is_found_and_scrolled_to() {
    for (n_projects, view) in [(300, "cards"), (2413, "cards"), (2413, "timeline"), (10_000, "cards")] {
        let visitor = sees(n_projects, &format!("view={view}"));
        for n in [n_projects - 2, n_projects / 2, 61, n_projects - 1] {
            let name = name(n);
            assert!(finds(&visitor, &name), "{view}: {name}");
            until(&format!("{name} of {n_projects} in the {view}"), || is_seen(&visitor, &name).then_some(()));
        }
        // And items left behind are removed.
        assert!(items(&visitor) < 1000, "{view}: {} are made", items(&visitor));
        visitor.expect_quiet();
    }
}

#[test]
fn every_name_is_found_in_the_table() {
    let visitor = sees(2413, "view=table");
    for n in [2411, 1200, 61] {
        assert!(finds(&visitor, &name(n)), "{}", name(n));
    }
    // Its container scrolls there as well when the reader does.
    let to_end = "const box = explorer.shadowRoot.querySelector('[part=table]'); box.scrollTop = box.scrollHeight; box.scrollIntoView()";
    until("the last row", || {
        visitor.author_runs(to_end);
        is_seen(&visitor, &name(2412)).then_some(())
    });
    visitor.expect_quiet();
}

#[test]
fn only_what_is_shown_is_found() {
    let visitor = sees(2413, "");
    visitor.pick_tab("tenth");
    visitor.expect_status("242 of 2,413 entries");
    assert!(!finds(&visitor, &name(2401)));
    assert!(finds(&visitor, &name(2400)));
    until("a card that the filter shows", || is_seen(&visitor, &name(2400)).then_some(()));
    visitor.author_runs("explorer.query = 'q=1234'");
    visitor.expect_cards(&["Project 1234."]);
    assert!(!finds(&visitor, &name(2400)));
    visitor.author_runs("explorer.query = 'sort=first-commit'");
    visitor.expect_status("2,413 entries");
    assert!(finds(&visitor, &name(2401)));
    until("a card in another order", || is_seen(&visitor, &name(2401)).then_some(()));
    visitor.expect_quiet();
}

/// Records how many items there are when the page is about to be printed.
const COUNT: &str = "addEventListener('beforeprint', () => { window.printed = count() });
    window.count = () => explorer.shadowRoot.querySelectorAll('.se-item, .se-row, .se-span').length";

#[test]
fn paper_has_all_that_is_shown() {
    if Engine::current().skips("long::paper_has_all_that_is_shown") {
        return;
    }
    for view in ["cards", "table", "timeline"] {
        let visitor = sees(300, &format!("view={view}"));
        visitor.author_runs(COUNT);
        let before = items(&visitor);
        visitor.browser.print_page();
        assert_eq!(visitor.author_runs("return printed"), 300, "{view}");
        // Items rendered only for printing are removed.
        eventually(|| items(&visitor) <= before, &true);
        visitor.pick_tab("tenth");
        visitor.expect_status("30 of 300 entries");
        visitor.browser.print_page();
        assert_eq!(visitor.author_runs("return printed"), 30, "{view}");
        visitor.pick_tab("other");
        visitor.expect_status("270 of 300 entries");
        // A print preview fires no events.
        visitor.browser.prints();
        eventually(|| items(&visitor), &270);
        visitor.expect_quiet();
    }
}

#[test]
fn by_print_in_the_share_line_too() {
    let visitor = sees(300, "");
    visitor.author_runs(COUNT);
    // As a browser with a print dialog does; the one in the tests has none.
    visitor.author_runs(
        "window.print = () => { for (const name of ['beforeprint', 'afterprint']) dispatchEvent(new Event(name)) }",
    );
    visitor.click("button", "Share");
    visitor.click("button", "Print");
    eventually(|| visitor.author_runs("return window.printed"), &json!(300));
    eventually(|| items(&visitor) < 200, &true);
    visitor.expect_quiet();
}

#[test]
fn who_scrolls_meets_every_card_in_its_order_and_not_too_many_are_kept() {
    let visitor = sees(1000, "");
    let walk = "return (async () => {
        const shadow = explorer.shadowRoot;
        const met = [];
        let most = 0;
        const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        for (let n = 0; n < 400 && met.at(-1) != 'Project 999.'; n++) {
            scrollBy({ top: 500, behavior: 'instant' });
            // As long as there are visible names that are not cards yet.
            const waits = () => [...shadow.querySelectorAll('.se-fold')].some((fold) => {
                const { top, bottom } = fold.getBoundingClientRect();
                return bottom > 0 && top < innerHeight;
            });
            do await frame(); while (waits());
            const cards = [...shadow.querySelectorAll('.se-item')];
            most = Math.max(most, cards.length);
            for (const card of cards) {
                const { top, bottom } = card.getBoundingClientRect();
                const name = card.querySelector('[part=name]').textContent;
                if (bottom > 0 && top < innerHeight && !met.includes(name)) met.push(name);
            }
        }
        return [met, most];
    })()";
    let walked = visitor.author_runs(walk);
    let expected: Vec<String> = (0..1000).map(name).collect();
    assert_eq!(walked[0], json!(expected));
    assert!(walked[1].as_u64().is_some_and(|most| most <= 400), "{} at once", walked[1]);
    visitor.expect_quiet();
}

#[test]
fn what_is_in_sight_stays_where_it_is_while_cards_above_it_are_made() {
    let visitor = sees(1000, "");
    // To the middle, where nothing was rendered yet, and up from there.
    visitor.author_runs("scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' })");
    let seen = "const shadow = explorer.shadowRoot;
        return [...shadow.querySelectorAll('.se-item')].find((it) => it.getBoundingClientRect().top > 0 && it.getBoundingClientRect().top < innerHeight) != null";
    eventually(|| visitor.author_runs(seen), &json!(true));
    let moved = visitor.author_runs(
        "return (async () => {
            const shadow = explorer.shadowRoot;
            const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            const most = [];
            for (let n = 0; n < 60; n++) {
                for (let n = 0; n < 4; n++) await frame();
                const top = (it) => it.getBoundingClientRect().top;
                const item = [...shadow.querySelectorAll('.se-item')].find((it) => top(it) > 100 && top(it) < innerHeight);
                if (!item) continue;
                const before = top(item);
                scrollBy({ top: -250, behavior: 'instant' });
                for (let n = 0; n < 4; n++) await frame();
                most.push(Math.abs(top(item) - before - 250));
            }
            return [most.length, Math.max(...most)];
        })()",
    );
    assert!(moved[0].as_u64().is_some_and(|steps| steps > 40), "{moved}");
    assert!(moved[1].as_f64().is_some_and(|most| most < 2.0), "moved by {} px", moved[1]);
    visitor.expect_quiet();
}

#[test]
fn the_keyboard_gets_to_cards_that_were_not_made_and_keeps_its_place() {
    let visitor = sees(1000, "");
    let last = "const names = [...explorer.shadowRoot.querySelectorAll('article [part=name]')]; names.at(-1).focus(); return names.length";
    let made = usize::try_from(visitor.author_runs(last).as_u64().unwrap_or_default()).unwrap_or_default();
    assert!(made < 200, "{made}");
    until("more cards", || (items(&visitor) > made as u64).then_some(()));
    // Links and a button follow on each card.
    visitor.press(&["Tab", "Tab", "Tab", "Tab"]);
    visitor.expect_focus("button", &name(made));
    // The focused element is kept, even far away.
    visitor.author_runs("scrollTo({ top: document.documentElement.scrollHeight - 3000, behavior: 'instant' })");
    until("the last cards", || is_made(&visitor, &name(998)).then_some(()));
    visitor.expect_focus("button", &name(made));
    visitor.expect_quiet();
}

fn is_made(visitor: &Visitor, name: &str) -> bool {
    let script = format!("return {ITEMS}.some((it) => it.querySelector('[part=name]').textContent == {})", json!(name));
    visitor.author_runs(&script) == true
}

#[test]
fn finds_are_marked_and_picks_are_shown_on_cards_that_are_made_late_or_anew() {
    let visitor = sees(1000, "");
    visitor.pick(&name(0));
    // A focused element would be kept.
    visitor.author_runs("explorer.shadowRoot.activeElement.blur()");
    visitor.author_runs("explorer.query = 'q=length&sort=stars'");
    visitor.expect_status("1,000 entries");
    let to = |top: &str| visitor.author_runs(&format!("scrollTo({{ top: {top}, behavior: 'instant' }})"));
    to("document.documentElement.scrollHeight - 3000");
    until("the last cards", || is_made(&visitor, &name(998)).then_some(()));
    let marks = format!("return {ITEMS}.filter((it) => !it.querySelector('mark')).length");
    eventually(|| visitor.author_runs(&marks), &json!(0));
    assert!(!is_made(&visitor, &name(0)), "it was let go");
    to("0");
    until("the first cards", || is_made(&visitor, &name(0)).then_some(()));
    eventually(|| visitor.author_runs(&marks), &json!(0));
    assert_eq!(visitor.pick_states(&name(0)), [true, false]);
    visitor.expect_quiet();
}
