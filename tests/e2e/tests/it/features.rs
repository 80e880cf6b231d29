//! The features of the projects, which are loaded after the first view.

use e2e::server::Fault;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;

const FEATURES: &str = "/embed/sandbox-explorer.features.txt";

#[test]
fn they_are_found_and_shown_once_they_are_there() {
    let visitor = Visitor::sees("");
    // Only a feature of one project contains it.
    visitor.type_search("Vagrantfiles");
    visitor.expect_cards(&["youki"]);
    visitor.open_details("youki");
    assert!(visitor.text_of("dialog", "youki").contains("Rootless mode"));
    visitor.expect_quiet();
}

#[test]
fn details_do_without_them_and_ask_again() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(FEATURES, Fault::Missing);
    visitor.server.page("/post.html", &site::post(&site::tag("")));
    visitor.open("/post.html");
    visitor.waits_for_cards();
    visitor.open_details("youki");
    let has_features = || visitor.names("heading").contains(&"Features".to_owned());
    assert!(visitor.text_of("dialog", "youki").contains("Apache-2.0"));
    assert!(!has_features());
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.server.mend(FEATURES);
    visitor.open_details("Kmesh");
    eventually(has_features, &true);
    // The browser's own message about the missing file.
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn one_page_asks_for_them_once() {
    let visitor = Visitor::reads(&[site::tag(""), site::tag("scope=part=1")].concat());
    visitor.waits_for_cards();
    visitor.type_search("Vagrantfiles");
    visitor.expect_cards(&["youki"]);
    let asked = visitor.server.requests().into_iter().filter(|path| path == FEATURES).count();
    assert_eq!(asked, 1);
    visitor.expect_quiet();
}

#[test]
fn a_small_form_asks_for_them_when_its_details_open() {
    let asked = |visitor: &Visitor| visitor.server.requests().iter().any(|path| path == FEATURES);
    let has_features = |visitor: &Visitor| visitor.names("heading").contains(&"Features".to_owned());
    for layout in ["inline", "single"] {
        let tag = |query: &str| {
            format!(
                "<sandbox-explorer loading=eager layout={layout} scope=project=youki {query}>youki</sandbox-explorer>"
            )
        };
        let visitor = Visitor::reads(&tag(""));
        eventually(|| visitor.heard("ready").len(), &1);
        assert!(!asked(&visitor), "{layout}");
        visitor.click("button", "youki");
        visitor.expect_details("youki");
        eventually(|| has_features(&visitor), &true);
        visitor.press(&["Escape"]);
        visitor.expect_no_details();
        visitor.expect_quiet();
        // Open from the start, or no longer small.
        let visitor = Visitor::reads(&tag("query=project=youki"));
        eventually(|| has_features(&visitor), &true);
        visitor.reads_next(&tag(""));
        eventually(|| visitor.heard("ready").len(), &1);
        visitor.author_runs("explorer.removeAttribute('layout'); explorer.removeAttribute('scope')");
        visitor.type_search("Vagrantfiles");
        visitor.expect_cards(&["youki"]);
        visitor.expect_quiet();
    }
}
