//! The first view of a catalog of one's own, as a generator has written it into the page: it stays until that catalog is there, and what
//! the visitor has done in it lives on.

use std::fs;
use std::sync::atomic::{AtomicU32, Ordering};

use e2e::server::Fault;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::Value;

const PROGRAM: &str = "/embed/sandbox-explorer.wasm";
const OWN: &str = "/own.json";

/// A visitor of a post with the first view of a catalog, before the program is there; with something beside it. The first project's name begins with "Own".
fn just_before_it_runs(beside: &str) -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    let catalog = fs::read_to_string(site::shipped("catalog.json")).expect("a catalog");
    let catalog = catalog.replacen("\"name\": \"", "\"name\": \"Own ", 1);
    static FILES: AtomicU32 = AtomicU32::new(0);
    let name = format!("own-{}-{}.json", std::process::id(), FILES.fetch_add(1, Ordering::Relaxed));
    let file = std::env::temp_dir().join(name);
    fs::write(&file, &catalog).expect("a temporary file");
    let printed = site::prerendered(&["--as", "shadow", "--src", file.to_str().expect("a path"), "--src-address", OWN]);
    fs::remove_file(file).expect("the file");
    visitor.server.page(OWN, &catalog);
    visitor.server.fault(OWN, Fault::Held);
    visitor.server.fault(PROGRAM, Fault::Held);
    let html = printed.replacen("<sandbox-explorer ", "<sandbox-explorer loading=eager ", 1);
    visitor.server.page("/post.html", &site::post(&[&html, beside].concat()));
    visitor.open("/post.html");
    visitor
}

/// Whether the explorer is still the one that was printed: only its controls have names.
const IS_STILL: &str = "return !!explorer.shadowRoot.querySelector('[name=q]')";

const CARDS: &str =
    "return [...explorer.shadowRoot.querySelectorAll('article')].filter((it) => it.checkVisibility()).length";

#[test]
fn the_printed_cards_stay_until_the_catalog_is_there() {
    let visitor = just_before_it_runs(&site::tag(""));
    assert_eq!(visitor.author_runs(CARDS), 52);
    // Once, the program removed them, and showed nothing until the catalog had come.
    visitor.author_runs(
        "window.fewest = 99;
         const count = () => (window.fewest = Math.min(window.fewest, explorer.shadowRoot.querySelectorAll('article').length));
         const watch = () => { count(); requestAnimationFrame(watch); };
         watch();",
    );
    visitor.server.mend(PROGRAM);
    // The other explorer of the page, which starts later, is live.
    eventually(|| visitor.heard("ready").len(), &1);
    assert_eq!(visitor.author_runs(IS_STILL), true);
    visitor.server.mend(OWN);
    eventually(|| visitor.heard("ready").len(), &2);
    eventually(|| visitor.author_runs(IS_STILL), &Value::from(false));
    eventually(|| visitor.author_runs(CARDS), &Value::from(52));
    assert_eq!(visitor.author_runs("return window.fewest"), 52);
    visitor.expect_quiet();
}

#[test]
fn what_was_ticked_and_opened_lives_on_in_the_catalog() {
    let visitor = just_before_it_runs("");
    visitor.author_runs(
        "explorer.shadowRoot.querySelector('[name=language][value=rust]').click();
         explorer.shadowRoot.querySelector('[data-project=youki]').click()",
    );
    visitor.server.mend(PROGRAM);
    visitor.server.mend(OWN);
    eventually(|| visitor.heard("ready").len(), &1);
    visitor.expect_details("youki");
    visitor.expect_chips(&["Rust"]);
    visitor.expect_quiet();
}
