//! What the clients of two engines from npm have answered (`tests/clients/record.mjs`) is shown.

use e2e::visitor::Visitor;
use e2e::wait::until;
use serde_json::json;

use super::{first_cards, n_cards, types, value, visits};

/// A page whose client gives the recorded answers, and refuses other requests.
fn sees(engine: &str, stars: &str) -> Visitor {
    let module = format!(
        "const recorded = await (await fetch('/recorded.json')).json();
         explorer.searchClient = {{
             client: {{
                 async search(requests) {{
                     const found = recorded.find((it) => JSON.stringify(it.requests) == JSON.stringify(requests));
                     if (!found) throw Error('not recorded: ' + JSON.stringify(requests));
                     return found.answer;
                 }},
             }},
             indexName: 'items',
             attributes: {{ name: 'title', category: 'genre' }},
             facets: ['category', 'languages', 'license', 'country'],
             sorts: {{ stars: {} }},
         }};",
        json!(stars)
    );
    let visitor = visits("url-key=x", &module);
    let file = e2e::site::root().join("tests/clients/recorded").join(engine).with_extension("json");
    visitor.server.page("/recorded.json", &std::fs::read_to_string(file).expect("recorded answers"));
    visitor.open("/post.html");
    until("the first cards", || (n_cards(&visitor) == 24).then_some(()));
    visitor
}

fn check(engine: &str, stars: &str) {
    let visitor = sees(engine, stars);
    visitor.expect_status("60 entries");
    let tabs: Vec<(String, u64)> = visitor.tabs();
    assert_eq!(tabs[0], ("All".to_owned(), 60));
    assert!(tabs[1..].iter().all(|(_, n)| *n == 12), "{tabs:?}");
    visitor.pick_tab("Databases");
    visitor.expect_status("12 of 60 entries");
    assert_eq!(first_cards(&visitor, 2), ["Document 0 beryl", "Document 5 opal"]);
    visitor.clear_all();
    types(&visitor, "beryl");
    visitor.expect_status("40 of 60 entries");
    visitor.press(&["Escape"]);
    visitor.expect_status("60 entries");
    types(&visitor, "nothing");
    visitor.expect_status("0 of 60 entries");
    assert_eq!(
        value(&visitor, "explorer.shadowRoot.querySelector('[part=empty]').textContent.includes('Nothing matches')"),
        true
    );
    visitor.click("button", "Clear all");
    visitor.expect_status("60 entries");
    visitor.sort_by("Most stars");
    until("the order", || (first_cards(&visitor, 1) == ["Document 28 quartz"]).then_some(()));
    visitor.sort_by("As listed");
    until("the order", || (first_cards(&visitor, 1) == ["Document 0 beryl"]).then_some(()));
    visitor.click("button", "Show more");
    until("more", || (n_cards(&visitor) == 48).then_some(()));
    // Markup is text, and a link that is none is left out.
    let card =
        "[...explorer.shadowRoot.querySelectorAll('article')].find((it) => it.textContent.includes('Document 7'))";
    assert_eq!(value(&visitor, &format!("{card}.textContent.includes('<img src=x onerror=alert(1)>')")), true);
    let links = format!(
        "[...{card}.querySelectorAll('a[href]')].filter((it) => it.protocol == 'javascript:' || it.checkVisibility() && it.textContent == 'Website').length"
    );
    assert_eq!(value(&visitor, &links), 0);
    visitor.expect_console(&["links.website"]);
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn meilisearch() {
    check("meilisearch", "items:stars:desc");
}

#[test]
fn typesense() {
    check("typesense", "items/sort/stars:desc");
}
