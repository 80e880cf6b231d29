//! A hundred thousand made items, and a client of the kind from npm: `instantsearch-itemsjs-adapter`. Every count is that of the items
//! themselves.

use e2e::engine::Engine;
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};
use serde_json::{Value, json};

use super::{first_cards, is_true, n_cards, types, value, visits};
use crate::accessible::{bring_axe, check_with_axe};

/// The page's module. `naive(chosen)` counts the items with these values; `of` counts the values of an attribute among them.
const PAGE: &str = "
    import { items, searchClient, work } from '/pages/items.js';
    window.work = work;
    const of = (item, attribute) => [item[attribute]].flat();
    const has = (item, { words = '', ...chosen }) =>
        (item.title + ' ' + item.description).includes(words) &&
        Object.entries(chosen).every(([attribute, values]) => of(item, attribute).some((value) => values.includes(value)));
    window.naive = (chosen) => items.filter((item) => has(item, chosen)).length;
    window.counted = (attribute, { [attribute]: own, ...chosen }) => {
        const counts = {};
        for (const item of items) if (has(item, chosen)) for (const value of new Set(of(item, attribute))) counts[value] = (counts[value] ?? 0) + 1;
        return counts;
    };
    window.best = (chosen, by) => items.filter((item) => has(item, chosen)).sort(by)[0].title;
    explorer.searchClient = searchClient;
";

fn sees(n: u32, attributes: &str) -> Visitor {
    let visitor = visits(attributes, PAGE);
    // Colours in the middle of a transition have no contrast of their own.
    visitor.browser.prefers("reduced-motion", "reduce");
    visitor.open(&format!("/post.html?n={n}"));
    until("the first cards", || (n_cards(&visitor) == 24).then_some(()));
    visitor
}

/// The counts of a facet as shown, and as counted by hand.
#[track_caller]
fn expect_counts(visitor: &Visitor, facet: &str, attribute: &str, chosen: &Value) {
    let naive = value(visitor, &format!("counted({}, {chosen})", json!(attribute)));
    for option in visitor.options(facet) {
        assert_eq!(
            json!(option.count),
            *naive.get(&option.name).unwrap_or(&json!(0)),
            "{facet}: {} with {chosen}",
            option.name
        );
    }
}

/// Waits for the status of these choices.
#[track_caller]
fn expect_status(visitor: &Visitor, chosen: &Value) {
    let n = value(visitor, &format!("naive({chosen}).toLocaleString('en')"));
    visitor.expect_status(&format!("{} of 100,000 items", n.as_str().expect("a number")));
}

#[test]
fn everything_works_as_with_a_list() {
    let visitor = sees(100_000, "url-key=x");
    visitor.expect_status("100,000 items");
    assert_eq!(first_cards(&visitor, 2), ["Item 000000 beryl", "Item 000001 quartz"]);
    let naive = value(&visitor, "counted('genre', {})");
    for (tab, n) in visitor.tabs().iter().skip(1) {
        assert_eq!(json!(n), naive[tab], "{tab}");
    }
    assert_eq!(visitor.tabs()[0], ("All".to_owned(), 100_000));

    // Tab, facet, words, order: each is asked for.
    let mut chosen = json!({ "genre": ["Runtime & Containers"] });
    visitor.pick_tab("Runtime & Containers");
    expect_status(&visitor, &chosen);
    expect_counts(&visitor, "Language", "languages", &chosen);
    visitor.tick("Language", "Rust");
    chosen["languages"] = json!(["Rust"]);
    expect_status(&visitor, &chosen);
    visitor.tick("Language", "Java");
    chosen["languages"] = json!(["Rust", "Java"]);
    expect_status(&visitor, &chosen);
    // Counts of a facet ignore its own choice.
    expect_counts(&visitor, "Language", "languages", &chosen);
    expect_counts(&visitor, "Country", "country", &chosen);
    let tabs = value(&visitor, &format!("counted('genre', {chosen})"));
    for (tab, n) in visitor.tabs().iter().skip(1) {
        assert_eq!(json!(n), *tabs.get(tab).unwrap_or(&json!(0)), "{tab}");
    }
    types(&visitor, "beryl");
    chosen["words"] = json!("beryl");
    expect_status(&visitor, &chosen);
    expect_counts(&visitor, "Licence", "license", &chosen);
    is_true(
        &visitor,
        "[...explorer.shadowRoot.querySelectorAll('article')].every((card) => card.querySelector('mark')?.textContent == 'beryl')",
    );
    visitor.sort_by("Most stars");
    let best = value(&visitor, &format!("best({chosen}, (a, b) => b.stars - a.stars)"));
    eventually(|| json!(first_cards(&visitor, 1)[0]), &best);

    // The link has it all.
    let query = "q=beryl&category=runtime-containers&language=rust,java&sort=stars";
    eventually(|| value(&visitor, "explorer.query"), &json!(query));
    visitor.browser.reload();
    expect_status(&visitor, &chosen);
    eventually(|| json!(first_cards(&visitor, 1)[0]), &best);
    assert_eq!((visitor.chosen_tab().as_str(), visitor.order().as_str()), ("Runtime & Containers", "Most stars"));
    visitor.browser.back();
    eventually(|| visitor.order(), "Best match");
    visitor.browser.back();
    chosen.as_object_mut().expect("an object").remove("words");
    expect_status(&visitor, &chosen);
    visitor.remove_chip("Rust");
    chosen["languages"] = json!(["Java"]);
    expect_status(&visitor, &chosen);
    visitor.clear_all();
    visitor.expect_status("100,000 items");
    visitor.expect_quiet();
}

#[test]
fn more_hits_come_on_request() {
    let visitor = sees(2000, "");
    visitor.click("button", "Show more");
    eventually(|| n_cards(&visitor), &48);
    // The first of the new ones has the focus.
    visitor.expect_focus("button", "Item 000024 topaz");
    visitor.expect_status("2,000 items");
    bring_axe(&visitor);
    // What is loaded is opened, picked and compared, also after another search.
    visitor.pick("Item 000030 opal");
    types(&visitor, "Item 000007");
    until("the hit", || first_cards(&visitor, 1).contains(&"Item 000007 beryl".to_owned()).then_some(()));
    visitor.pick("Item 000007 beryl");
    visitor.click("button", "Compare (2)");
    visitor.expect_comparison(&["Item 000030 opal", "Item 000007 beryl"]);
    check_with_axe(&visitor, "a comparison of hits");
    visitor.press(&["Escape"]);
    visitor.expect_quiet();
}

#[test]
fn what_needs_the_whole_list_is_not_offered_or_says_so() {
    let visitor = sees(2000, "view=timeline");
    let views = visitor.names_within(("group", "View"), "button");
    assert_eq!(views, ["Cards", "Table", "Insights"]);
    visitor.expect_view("Cards");
    visitor.pick_view("Insights");
    is_true(
        &visitor,
        "explorer.shadowRoot.querySelector('.se-gist')?.textContent.startsWith('Counted by the search service')",
    );
    // Bars have the counts of all.
    is_true(
        &visitor,
        "[...explorer.shadowRoot.querySelectorAll('.se-insight-bar')].some((bar) => bar.textContent.includes('Brazil 400'))",
    );
    visitor.pick_view("Table");
    eventually(|| visitor.see_row_names().len(), &24);
    visitor.click("button", "Share");
    is_true(
        &visitor,
        "explorer.shadowRoot.querySelector('[part=take]').textContent.includes('Only the 24 loaded entries of 2000')",
    );
    visitor.expect_quiet();
}

#[test]
fn our_own_code_blocks_nobody() {
    if Engine::current().skips("service::itemsjs::our_own_code_blocks_nobody") {
        return;
    }
    let visitor = sees(100_000, "");
    // How long tasks took, without the time in which the client itself worked.
    visitor.author_runs(
        "window.tasks = [];
         new PerformanceObserver((list) => {
             for (const { startTime, duration } of list.getEntries()) {
                 const engine = performance.getEntriesByName('engine')
                     .filter((it) => it.startTime >= startTime && it.startTime < startTime + duration)
                     .reduce((sum, it) => sum + it.duration, 0);
                 tasks.push(duration - engine);
             }
         }).observe({ type: 'longtask' });
         window.start = work.searches",
    );
    types(&visitor, "quartz");
    until("the answer", || visitor.status().contains(" of 100,000").then_some(()));
    visitor.pick_tab("Storage");
    visitor.tick("Licence", "MIT");
    visitor.clear_all();
    visitor.expect_status("100,000 items");
    visitor.click("button", "Show more");
    eventually(|| n_cards(&visitor), &48);
    // Typing six letters is not six questions.
    let searches = value(&visitor, "work.searches - start").as_u64().expect("a number");
    assert!(searches <= 7, "{searches} questions");
    let longest = value(&visitor, "Math.max(0, ...tasks)").as_f64().expect("a number");
    println!("longest task without the engine: {longest} ms; longest search: {} ms", value(&visitor, "work.longest"));
    // On two busy cores; on a quiet machine it is a few milliseconds.
    // On a slow machine, less than the engine itself takes.
    let engine = value(&visitor, "work.longest").as_f64().expect("a number");
    assert!(longest < engine.max(120.0), "{longest} ms, the engine {engine} ms");
    visitor.expect_quiet();
}
