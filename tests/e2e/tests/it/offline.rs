//! The standalone page without a network, once it has been loaded; in a path below the root.

use e2e::wait::eventually;
use serde_json::json;

use crate::own::{goes_to, opens, run};
use crate::see::opens_list;

const CONTROLLED: &str = "return navigator.serviceWorker.ready.then(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('page '));
    const kept = names.length == 1 ? await (await caches.open(names[0])).keys() : [];
    return !!navigator.serviceWorker.controller && kept.some((it) => it.url.endsWith('/explorer/'));
})";

#[test]
fn what_was_seen_is_there_again_without_a_network() {
    let visitor = opens("");
    eventually(|| run(&visitor, CONTROLLED, &[]), &json!(true));
    // Something that is kept when it is used, and not before.
    goes_to(&visitor, "see");
    opens_list(&visitor, "awesome-rust");
    let n = "return document.querySelector('[src=\"tools/awesome-rust.json\"]')?.shadowRoot?.querySelector('[role=status]')?.textContent";
    eventually(|| run(&visitor, n, &[]), &json!("1,757 entries"));
    visitor.server.goes_offline(true);
    visitor.open("/explorer/?lang=zh");
    visitor.reads_chinese();
    visitor.waits_for_cards();
    visitor.expect_status("52 个项目");
    visitor.open_details("youki");
    visitor.press(&["Escape"]);
    goes_to(&visitor, "see");
    opens_list(&visitor, "awesome-rust");
    eventually(|| run(&visitor, n, &[]), &json!("1,757 项"));
    visitor.server.goes_offline(false);
    visitor.clear_console();
    visitor.expect_quiet();
}

/// A reader with a network never gets an old page.
#[test]
fn with_a_network_the_server_is_asked_first() {
    let visitor = opens("");
    eventually(|| run(&visitor, CONTROLLED, &[]), &json!(true));
    let old = run(&visitor, "return fetch('./').then((it) => it.text())", &[]);
    let new = old.as_str().unwrap_or_default().replace("<title>", "<title>New: ");
    visitor.server.page("/explorer/", &new);
    let title = "return fetch('./').then((it) => it.text()).then((it) => it.includes('<title>New: '))";
    eventually(|| run(&visitor, title, &[]), &json!(true));
    // And that is what is kept.
    visitor.server.goes_offline(true);
    visitor.open("/explorer/");
    visitor.waits_for_cards();
    assert_eq!(run(&visitor, title, &[]), true);
    visitor.server.goes_offline(false);
    visitor.clear_console();
    visitor.expect_quiet();
}
