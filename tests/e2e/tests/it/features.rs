//! The features of the projects, and further facts, which are loaded after the first view.

use std::time::Duration;

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

/// A visitor of a post whose features arrive after everything else.
fn with_late_features(tag: &str) -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(FEATURES, Fault::Late(Duration::from_secs(2)));
    visitor.server.page("/post.html", &site::post(tag));
    visitor.open("/post.html");
    visitor
}

#[test]
fn a_search_from_the_start_has_its_result_from_the_start() {
    // A word of a feature, of an owner, a former name.
    for (words, project) in [("Vagrantfiles", "youki"), ("4Paradigm", "HAMi"), ("JavaMesh", "Sermant")] {
        for tag in [site::tag(&format!("query=q={words}")), site::tag(&format!("scope=q={words}"))] {
            let visitor = with_late_features(&tag);
            visitor.expect_cards(&[project]);
            assert_eq!(visitor.heard("change").len(), 0, "{tag}");
            visitor.expect_quiet();
        }
    }
    // In a link.
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(FEATURES, Fault::Late(Duration::from_secs(2)));
    visitor.server.page("/post.html", &site::post(&site::tag("url-key=se")));
    visitor.open("/post.html#se=q=Vagrantfiles");
    visitor.expect_cards(&["youki"]);
    assert_eq!(visitor.heard("change").len(), 0);
    visitor.expect_quiet();
}

#[test]
fn a_search_from_the_start_does_without_what_cannot_be_had() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(FEATURES, Fault::Missing);
    visitor.server.page("/post.html", &site::post(&site::tag("query=q=youki")));
    visitor.open("/post.html");
    visitor.expect_cards(&["youki"]);
    visitor.server.mend(FEATURES);
    visitor.open_details("youki");
    eventually(|| visitor.names("heading").contains(&"Features".to_owned()), &true);
    // The browser's own messages about the missing file.
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn other_views_and_details_show_further_facts() {
    let visitor = with_late_features(&site::tag("view=table scope=project=youki,easegress"));
    visitor.waits_for_rows();
    eventually(|| visitor.see_rows()[1].contains(&"MegaEase".to_owned()), &true);
    visitor.pick_view("Insights");
    eventually(|| visitor.names("button").iter().any(|name| name.starts_with("MegaEase")), &true);
    visitor.pick_view("Cards");
    visitor.open_details("Easegress");
    let details = visitor.text_of("dialog", "Easegress");
    for fact in ["MegaEase", "Also known as", "Commit authors", "DevStats", "Onboarding issue", "CNCF landscape,"] {
        assert!(details.contains(fact), "{fact}: {details}");
    }
    visitor.expect_quiet();
}
