//! The cards.

use e2e::catalog::{Catalog, text};
use e2e::engine::Engine;
use e2e::visitor::Visitor;

#[test]
fn all_52_projects_have_a_card() {
    let visitor = Visitor::sees("");
    visitor.expect_set_of_cards(Catalog::read().names(|_| true));
    visitor.expect_number_of_cards(52);
    visitor.expect_status("52 projects");
    // The fallback is no longer visible, but still in the document.
    assert_eq!(visitor.author_runs("return explorer.querySelector('a').checkVisibility()"), false);
    visitor.expect_quiet();
}

#[test]
fn a_card_says_what_a_project_is() {
    let visitor = Visitor::sees("scope=project=youki");
    let catalog = Catalog::read();
    let youki = catalog.project("youki");
    let card = visitor.read_card("youki");
    let summary = text(&youki["summary"]["en"]);
    for part in ["youki", "Container Runtime", &summary, "Rust", "Apache-2.0", "Part 4", "First commit", "2021"] {
        assert!(card.contains(part), "no “{part}” in: {card}");
    }
    let links = visitor.links(("article", &card));
    let found: Vec<_> = links.iter().map(|link| (link[0].as_str(), link[1].trim_end_matches('/'))).collect();
    let address = |key: &str| text(&youki["links"][key]).trim_end_matches('/').to_owned();
    let expected = [("Website: youki", address("website")), ("Code: youki", address("repository"))];
    assert_eq!(found, expected.each_ref().map(|(name, address)| (*name, address.as_str())));
    for [_, _, target, rel] in &links {
        assert_eq!((target.as_str(), rel.contains("noopener")), ("_blank", true));
    }
    visitor.expect_quiet();
}

#[test]
fn a_card_says_that_its_project_was_archived_or_moved_up() {
    let visitor = Visitor::sees("");
    let catalog = Catalog::read();
    let mut n_moved = 0;
    for project in catalog.projects() {
        let card = visitor.read_card(&text(&project["name"]));
        let says = |word: &str| card.contains(word);
        match project["maturity"]["level"].as_str() {
            Some("archived") => assert!(says("Archived 20"), "{card}"),
            Some("incubating") => assert!(says("Incubating since 20"), "{card}"),
            Some("sandbox") => {
                assert!(!says("Archived 20") && !says("Incubating since"), "{card}");
                continue;
            }
            other => panic!("an unknown level: {other:?}"),
        }
        n_moved += 1;
    }
    assert!(n_moved > 0);
    visitor.expect_quiet();
}

#[test]
fn nothing_unknown_is_printed() {
    let visitor = Visitor::sees("");
    let text = visitor.author_runs("return explorer.shadowRoot.querySelector('[role=region]').textContent");
    let text = text.as_str().unwrap_or_default();
    assert!(text.len() > 10_000);
    for word in ["null", "undefined", "None", "NaN", "Some("] {
        assert!(!text.split(|c: char| !c.is_alphanumeric() && c != '(').any(|it| it == word), "“{word}” is shown");
    }
    visitor.expect_quiet();
}

#[test]
fn every_card_is_printed_and_found() {
    if Engine::current().skips("cards::every_card_is_printed_and_found") {
        return;
    }
    let visitor = Visitor::sees("");
    // Find-in-page finds text in cards far below the viewport that are not painted.
    let last = visitor.see_cards().pop().expect("a card");
    let y = visitor.author_runs("return explorer.shadowRoot.querySelector('article:last-of-type') && scrollY");
    assert_eq!(y, 0);
    visitor.browser.prefers("color-scheme", "light");
    visitor.browser.prints();
    visitor.expect_number_of_cards(52);
    let height = visitor.author_runs(
        "const cards = [...explorer.shadowRoot.querySelectorAll('article')];
         return Math.min(...cards.map((card) => card.getBoundingClientRect().height))",
    );
    assert!(height.as_f64().is_some_and(|height| height > 50.0), "{last}: a card is {height} high in print");
    visitor.expect_quiet();
}
