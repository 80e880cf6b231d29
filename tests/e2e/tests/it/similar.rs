//! Projects that are similar to the one whose details are open.

use e2e::catalog::Catalog;
use e2e::visitor::Visitor;
use e2e::wait::eventually;

const LIKE_YOUKI: &str = "Kuasar Container Runtime";
/// A similar project in another category.
const LIKE_IT_ELSEWHERE: &str = "bpfman Security & Compliance";

#[test]
fn details_lead_to_similar_projects() {
    let visitor = Visitor::sees("url-key=x");
    visitor.open_details("youki");
    let details = visitor.text_of("dialog", "youki");
    assert!(details.contains("Similar projects"), "{details}");
    // Each with its own category. With a key in the URL they have addresses, and are links.
    let links = visitor.names_within(("dialog", "youki"), "link");
    assert!(links.contains(&LIKE_YOUKI.to_owned()) && links.contains(&LIKE_IT_ELSEWHERE.to_owned()), "{links:?}");
    visitor.click("link", LIKE_YOUKI);
    visitor.expect_details("Kuasar");
    // From the top, with the focus on its name.
    visitor.expect_focus("heading", "Kuasar");
    let top = "return explorer.shadowRoot.querySelector('dialog').scrollTop";
    eventually(|| visitor.author_runs(top), &serde_json::json!(0));
    eventually(|| visitor.browser.url().ends_with("#x=project=kuasar"), &true);
    assert!(visitor.names_within(("dialog", "Kuasar"), "link").contains(&"youki Container Runtime".to_owned()));
    visitor.browser.back();
    visitor.expect_details("youki");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_quiet();
}

#[test]
fn only_what_exists_here_is_offered() {
    let visitor = Visitor::sees("scope=project=youki,kmesh,sermant");
    visitor.open_details("youki");
    assert!(!visitor.text_of("dialog", "youki").contains("Similar projects"));
    visitor.press(&["ArrowRight"]);
    visitor.expect_details("Kmesh");
    let buttons = visitor.names_within(("dialog", "Kmesh"), "button");
    let similar: Vec<&String> = buttons.iter().filter(|name| name.ends_with(" Service Mesh")).collect();
    assert_eq!(similar, ["Sermant Service Mesh"]);
    assert!(!buttons.iter().any(|name| name.starts_with("Easegress")), "{buttons:?}");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_quiet();
}

#[test]
fn a_catalog_of_the_authors_own_has_similar_projects_too() {
    let visitor = Visitor::sees("");
    visitor.server.page("/own.json", &Catalog::read().only(&["youki", "Kuasar", "Kmesh"]).to_string());
    visitor.author_runs("explorer.src = '/own.json'");
    visitor.expect_number_of_cards(3);
    visitor.open_details("youki");
    visitor.click("button", LIKE_YOUKI);
    visitor.expect_details("Kuasar");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_quiet();
}
