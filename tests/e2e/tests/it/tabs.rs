//! The category tabs.

use e2e::catalog::{Catalog, text};
use e2e::visitor::Visitor;
use e2e::wait::eventually;

#[test]
fn there_is_a_tab_for_every_category_with_its_count() {
    let visitor = Visitor::sees("");
    let catalog = Catalog::read();
    let tabs = visitor.tabs();
    assert_eq!(tabs[0], ("All".to_owned(), 52));
    assert_eq!(visitor.chosen_tab(), "All");
    assert_eq!(tabs[1..].iter().map(|tab| tab.1).sum::<u64>(), 52, "a project is in one category: {tabs:?}");
    let observability = catalog.count(|project| project["category"] == "observability");
    assert!(tabs.contains(&("Observability".to_owned(), observability)), "{tabs:?}");
    visitor.expect_quiet();
}

#[test]
fn a_tab_shows_its_category() {
    let visitor = Visitor::sees("");
    let expected = Catalog::read().names(|project| project["category"] == "service-mesh");
    let n_expected = expected.len();
    visitor.pick_tab("Service Mesh");
    visitor.expect_set_of_cards(expected);
    visitor.expect_status(&format!("{n_expected} of 52 projects"));
    assert_eq!(visitor.chosen_tab(), "Service Mesh");
    assert_eq!(visitor.names("tabpanel"), ["Service Mesh"]);
    // The other tabs go on saying what they would show.
    assert_eq!(visitor.tabs()[0], ("All".to_owned(), 52));
    visitor.pick_tab("All");
    visitor.expect_number_of_cards(52);
    visitor.expect_quiet();
}

#[test]
fn arrows_home_and_end_move_between_tabs() {
    let visitor = Visitor::sees("");
    let names: Vec<String> = visitor.tabs().into_iter().map(|tab| tab.0).collect();
    let last = names.len() - 1;
    visitor.pick_tab("All");
    for (key, at) in [("ArrowRight", 1), ("ArrowRight", 2), ("ArrowLeft", 1), ("End", last), ("Home", 0)] {
        visitor.press(&[key]);
        eventually(|| visitor.chosen_tab(), names[at].as_str());
        let (role, name) = visitor.focused().expect("a focus");
        assert!(role == "tab" && name.starts_with(&names[at]), "after {key} the focus is on {role} {name}");
    }
    // Round the end.
    visitor.press(&["ArrowLeft"]);
    eventually(|| visitor.chosen_tab(), names[last].as_str());
    visitor.press(&["ArrowRight"]);
    eventually(|| visitor.chosen_tab(), "All");
    visitor.expect_quiet();
}

#[test]
fn only_the_chosen_tab_is_a_stop_for_the_tab_key() {
    let visitor = Visitor::sees("");
    visitor.pick_tab("Observability");
    visitor.press(&["Tab"]);
    let (role, name) = visitor.focused().expect("a focus");
    assert_ne!(role, "tab", "{name}");
    visitor.press(&["Shift+Tab"]);
    let (role, name) = visitor.focused().expect("a focus");
    assert!(role == "tab" && name.starts_with("Observability"), "{role} {name}");
    visitor.expect_quiet();
}

#[test]
fn tabs_count_what_other_filters_leave() {
    let visitor = Visitor::sees("");
    let catalog = Catalog::read();
    visitor.tick("Language", "Rust");
    let in_rust = catalog.names(|project| e2e::catalog::has(&project["languages"], "Rust"));
    visitor.expect_set_of_cards(in_rust.clone());
    for (tab, count) in visitor.tabs() {
        visitor.pick_tab(&tab);
        visitor.expect_number_of_cards(count);
    }
    visitor.pick_tab("All");
    visitor.expect_set_of_cards(in_rust);
    visitor.expect_quiet();
}

#[test]
fn the_chosen_tab_is_scrolled_into_sight() {
    let visitor = Visitor::sees("");
    visitor.browser.resize(360, 800);
    visitor.pick_tab("All");
    visitor.press(&["End"]);
    let name = visitor.tabs().pop().expect("a tab").0;
    eventually(|| visitor.chosen_tab(), name.as_str());
    let in_sight = || {
        visitor.author_runs(
            "const tab = explorer.shadowRoot.querySelector('[role=tab][aria-selected=true]').getBoundingClientRect();
             const list = explorer.shadowRoot.querySelector('[role=tablist]').getBoundingClientRect();
             return tab.left >= list.left - 1 && tab.right <= list.right + 1",
        )
    };
    eventually(in_sight, &serde_json::Value::Bool(true));
    // On one line, however many there are.
    let heights = visitor.author_runs("return explorer.shadowRoot.querySelector('[role=tablist]').offsetHeight");
    assert!(heights.as_u64().is_some_and(|height| height < 70), "the tabs are {heights} px high");
    visitor.expect_quiet();
}

#[test]
fn a_category_without_projects_has_no_tab() {
    let visitor = Visitor::sees("scope=part=4");
    let catalog = Catalog::read();
    let categories: std::collections::HashSet<String> =
        catalog.projects().filter(|project| project["part"] == "4").map(|project| text(&project["category"])).collect();
    assert_eq!(visitor.tabs().len(), categories.len() + 1);
    assert!(visitor.tabs().iter().all(|tab| tab.1 > 0));
    visitor.expect_quiet();
}
