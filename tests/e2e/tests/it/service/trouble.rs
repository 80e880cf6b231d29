//! Clients that fail, are slow, answer out of order, or answer nonsense.

use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};
use serde_json::json;

use super::{first_cards, is_true, n_cards, value, visits};
use crate::accessible::{bring_axe, check_with_axe};

/// A client that answers when the test says so: `reply(n, names, total)` answers the question with this number, `asked` has them all.
const MANUAL: &str = "
    window.asked = [];
    window.result = (names, nbHits) => ({
        hits: names.map((name) => ({ objectID: name, name, category: 'Weaving' })), nbHits, nbPages: 1, page: 0, hitsPerPage: 24,
        facets: { category: { Weaving: 3, Dyeing: 2 }, country: { Japan: 3, Kenya: 2 } },
    });
    window.reply = (n, names, nbHits = names.length) =>
        asked[n].resolve({ results: asked[n].requests.map(() => result(names, nbHits)) });
    window.client = { search: (requests) => new Promise((resolve, reject) => asked.push({ requests, resolve, reject })) };
    explorer.searchClient = { client, indexName: 'looms', title: 'Looms' };
";

fn manual(attributes: &str) -> Visitor {
    let visitor = visits(attributes, MANUAL);
    visitor.open("/post.html");
    is_true(&visitor, "window.asked?.length == 1");
    visitor
}

/// The same, after the first answer.
fn sees(attributes: &str) -> Visitor {
    let visitor = manual(attributes);
    visitor.author_runs("reply(0, ['Loom', 'Spindle', 'Vat'], 5)");
    eventually(|| first_cards(&visitor, 9), &["Loom", "Spindle", "Vat"][..]);
    visitor.expect_status("5 entries");
    visitor
}

#[track_caller]
fn asks(visitor: &Visitor, n: u64) {
    eventually(|| value(visitor, "asked.length"), &json!(n));
}

#[test]
fn an_answer_that_another_question_has_overtaken_is_dropped() {
    let visitor = sees("");
    let before = visitor.heard("change").len();
    visitor.author_runs("explorer.query = 'q=lo'");
    asks(&visitor, 2);
    visitor.author_runs("explorer.query = 'q=loom'");
    asks(&visitor, 3);
    assert_eq!(value(&visitor, "asked[2].requests[0].params.query"), "loom");
    visitor.author_runs("reply(2, ['Loom'])");
    visitor.expect_status("1 of 5 entries");
    visitor.author_runs("reply(1, ['Late', 'Later'])");
    visitor.author_runs("return new Promise((resolve) => setTimeout(resolve, 300))");
    assert_eq!(first_cards(&visitor, 9), ["Loom"]);
    visitor.expect_status("1 of 5 entries");
    // What was answered before is known.
    visitor.click("button", "Clear all");
    visitor.expect_status("5 entries");
    asks(&visitor, 3);
    let changes: Vec<_> =
        visitor.heard("change")[before..].iter().map(|it| (it["query"].clone(), it["shown"].clone())).collect();
    assert_eq!(changes, [(json!("q=loom"), json!(1)), (json!(""), json!(5))]);
    visitor.expect_quiet();
}

#[test]
fn a_slow_answer_is_waited_for_and_says_so() {
    let visitor = sees("");
    bring_axe(&visitor);
    visitor.pick_tab("Dyeing");
    asks(&visitor, 2);
    is_true(&visitor, "explorer.shadowRoot.querySelector('[part=root]').textContent.includes('Searching…')");
    // Until then what was shown stays.
    assert_eq!(first_cards(&visitor, 9), ["Loom", "Spindle", "Vat"]);
    check_with_axe(&visitor, "waiting");
    visitor.author_runs("reply(1, ['Vat'], 2)");
    visitor.expect_status("2 of 5 entries");
    is_true(&visitor, "!explorer.shadowRoot.querySelector('[part=root]').textContent.includes('Searching…')");
    visitor.expect_quiet();
}

#[test]
fn a_failure_keeps_what_was_shown_and_can_be_tried_again() {
    let visitor = sees("");
    bring_axe(&visitor);
    visitor.tick("Country", "Kenya");
    asks(&visitor, 2);
    visitor.author_runs("asked[1].reject(Error('the service is <b>away</b>'))");
    is_true(&visitor, "explorer.shadowRoot.textContent.includes('The search failed: the service is <b>away</b>')");
    assert_eq!(first_cards(&visitor, 9), ["Loom", "Spindle", "Vat"]);
    check_with_axe(&visitor, "a failure");
    visitor.expect_console(&["searchClient: the service is"]);
    visitor.click("button", "Try again");
    asks(&visitor, 3);
    visitor.author_runs("reply(2, ['Vat'], 2)");
    visitor.expect_status("2 of 5 entries");
    is_true(&visitor, "!explorer.shadowRoot.textContent.includes('The search failed')");
    visitor.expect_quiet();
}

#[test]
fn a_link_whose_question_fails_shows_everything_and_says_so() {
    let visitor = manual("query=country=kenya");
    visitor.author_runs("reply(0, ['Loom', 'Vat'], 5)");
    asks(&visitor, 2);
    visitor.author_runs("asked[1].reject(Error('away'))");
    is_true(&visitor, "explorer.shadowRoot.textContent.includes('The search failed: away')");
    eventually(|| first_cards(&visitor, 9), &["Loom", "Vat"][..]);
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn the_first_question_can_be_tried_again() {
    let visitor = manual("");
    visitor.author_runs("asked[0].reject()");
    is_true(&visitor, "explorer.shadowRoot.textContent.includes('The search failed')");
    // The page's own links are back.
    is_true(&visitor, "explorer.querySelector('a').checkVisibility()");
    visitor.click("button", "Try again");
    asks(&visitor, 2);
    visitor.author_runs("reply(1, ['Loom'])");
    visitor.expect_status("1 entry");
    assert_eq!(visitor.heard("error").len(), 1);
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn nonsense_is_refused() {
    for nonsense in [
        "undefined",
        "null",
        "7",
        "{ results: 'x' }",
        "{ results: [] }",
        "{ results: [{}] }",
        "{ results: [{ hits: {} }] }",
        "(() => { const hits = []; hits.push({ hits }); return { results: [{ hits }] } })()",
        "{ results: [{ hits: [{ name: 7n }] }] }",
        "{ get results() { throw undefined } }",
    ] {
        let module = format!("explorer.searchClient = {{ search: async () => ({nonsense}) }}");
        let visitor = visits("", &module);
        visitor.open("/post.html");
        is_true(&visitor, "!!explorer.shadowRoot?.textContent.includes('The search failed')");
        is_true(&visitor, "explorer.querySelector('a').checkVisibility()");
        visitor.clear_console();
        visitor.expect_quiet();
    }
    // What throws at once, and what is no client.
    for client in ["{ search() { throw Error('at once') } }", "{}", "{ client: 7 }", "[1]", "'text'"] {
        let visitor = visits("", &format!("explorer.searchClient = {client}"));
        visitor.open("/post.html");
        is_true(&visitor, "!!explorer.shadowRoot?.textContent.includes('The search failed')");
        visitor.clear_console();
        visitor.expect_quiet();
    }
}

#[test]
fn hostile_hits_are_text() {
    let module = "
        const bad = '<img src=x onerror=\"window.hit = 1\"><script>window.hit = 1<\\/script>';
        explorer.searchClient = { search: async (requests) => ({ results: requests.map(() => ({
            nbHits: 1e9, nbPages: -1, page: 'x', hitsPerPage: {},
            hits: [
                { objectID: bad, name: bad, description: bad, url: 'javascript:window.hit=1', category: bad, __proto__: { polluted: 1 } },
                { objectID: 'ok', name: 'Fine', url: 'https://fine.example/', logo: 'data:image/svg+xml,<svg onload=alert(1)>' },
                null, 7, [], { objectID: 'no name' },
            ],
            facets: { category: { [bad]: 1e9, ok: NaN, no: -3 }, [bad]: { [bad]: 1, x: 2 } },
        })) }) };";
    let visitor = visits("url-key=x", module);
    visitor.open("/post.html");
    eventually(|| n_cards(&visitor), &2);
    visitor.open_details("Fine");
    visitor.press(&["Escape"]);
    assert_eq!(value(&visitor, "window.hit ?? 'none'"), "none");
    let links = "[...explorer.shadowRoot.querySelectorAll('a[href]')].map((it) => it.protocol).filter((it) => !/^https?:$/.test(it)).length";
    assert_eq!(value(&visitor, links), 0);
    // Four of six entries could not be read.
    is_true(&visitor, "explorer.shadowRoot.textContent.includes('4 of 6 entries could not be read')");
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn another_client_or_none_takes_its_place() {
    let visitor = sees("");
    visitor.author_runs("explorer.searchClient = { search: async () => ({ results: [result(['Other'], 1)] }) }");
    visitor.expect_cards(&["Other"]);
    assert_eq!(value(&visitor, "typeof explorer.searchClient.search"), "function");
    visitor.author_runs("explorer.catalog = { projects: [{ name: 'Listed' }] }");
    visitor.author_runs("explorer.searchClient = null");
    visitor.expect_cards(&["Listed"]);
    // A question that is still open has no effect.
    visitor.author_runs("explorer.searchClient = { client }");
    asks(&visitor, 2);
    visitor.author_runs("explorer.searchClient = undefined; reply(1, ['Late'])");
    visitor.expect_cards(&["Listed"]);
    visitor.author_runs("explorer.remove()");
    visitor.expect_quiet();
}

#[test]
fn a_link_to_an_item_opens_it() {
    let visitor = visits("url-key=x", MANUAL);
    visitor.open("/post.html#x=q=vat%26project=vat");
    is_true(&visitor, "window.asked?.length == 1");
    visitor.author_runs("reply(0, ['Loom', 'Spindle', 'Vat'], 5)");
    asks(&visitor, 2);
    visitor.author_runs("reply(1, ['Vat'])");
    visitor.expect_details("Vat");
    visitor.press(&["Escape"]);
    visitor.expect_status("1 of 5 entries");
    // The link that is copied there finds it by its name.
    visitor.open_details("Vat");
    until("the link", || value(&visitor, "location.hash").as_str()?.contains("project=vat").then_some(()));
    visitor.expect_quiet();
}
