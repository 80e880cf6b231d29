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
    // The counts of the other tabs do not change.
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
    // Wraps around at the end.
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
    // On one line, for any number of tabs.
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

/// The state of the tab strip: whether there is a clickable button back and one forward, whether the first and the last tab are visible,
/// whether a button covers any tab's text, and where the centres of the buttons are.
fn strip(visitor: &Visitor) -> serde_json::Value {
    visitor.author_runs(
        // After the scrolled content has been painted: a button that is about to disappear would be missed, and the element below it
        // clicked.
        "const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
         return frame().then(frame).then(() => {
         const root = explorer.shadowRoot;
         const list = root.querySelector('[role=tablist]').getBoundingClientRect();
         const tabs = [...root.querySelectorAll('[role=tab]')].map((it) => it.getBoundingClientRect());
         const isMirrored = getComputedStyle(root.querySelector('[role=tablist]')).direction == 'rtl';
         const y = (list.top + list.bottom) / 2;
         // By hit testing at the ends of the line.
         const at = (x) => root.elementFromPoint(x, y)?.closest('button:not([role=tab])');
         const [start, end] = isMirrored ? [list.right - 18, list.left + 18] : [list.left + 18, list.right - 18];
         const isIn = ({ left, right }) => left >= list.left - 1 && right <= list.right + 1;
         return {
             back: !!at(start), on: !!at(end), first: isIn(tabs[0]), last: isIn(tabs.at(-1)),
             sizes: [at(start), at(end)].filter(Boolean).flatMap((it) => [it.offsetWidth, it.offsetHeight]),
             places: [[start, y], [end, y]].map((it) => it.map(Math.round)),
         } })",
    )
}

#[test]
fn with_a_mouse_tabs_beyond_the_edge_are_a_click_away() {
    for (width, lang) in [(360, "en"), (1200, "en"), (700, "zh"), (360, "ar-XB"), (1200, "ar-XB")] {
        let visitor = Visitor::comes_to(e2e::site::server());
        visitor.browser.prefers("reduced-motion", "reduce");
        visitor.browser.resize(width, 800);
        visitor.reads_next(&e2e::site::tag(&format!("lang={lang}")));
        if lang == "zh" {
            visitor.reads_chinese();
        }
        visitor.waits_for_cards();
        let what = format!("{lang}, {width} px");
        eventually(|| strip(&visitor)["on"].clone(), &serde_json::json!(true));
        assert_eq!(strip(&visitor)["back"], false, "{what}");
        let chosen = visitor.chosen_tab();
        let height = || visitor.author_runs("return explorer.shadowRoot.querySelector('.se-bar + *').offsetHeight");
        let before = height();
        let go = |at: usize, until: &str| {
            for _ in 0..60 {
                let now = strip(&visitor);
                let sizes = now["sizes"].as_array().cloned().unwrap_or_default();
                assert!(sizes.iter().all(|size| size.as_u64() >= Some(24)), "{what}: {sizes:?}");
                if now[until] == true && now[["back", "on"][at]] == false {
                    return;
                }
                if now[["back", "on"][at]] == true {
                    let place = |axis: usize| now["places"][at][axis].as_u64().unwrap_or_default() as u32;
                    visitor.browser.click_at(place(0), place(1));
                }
            }
            eventually(|| strip(&visitor)[["back", "on"][at]].clone(), &serde_json::json!(false));
            assert_eq!(strip(&visitor)[until], true, "{what}: {}", strip(&visitor));
        };
        go(1, "last");
        assert_eq!(strip(&visitor)["back"], true, "{what}");
        go(0, "first");
        assert_eq!(strip(&visitor)["on"], true, "{what}");
        // Scrolling does not select, and nothing has moved or taken the focus.
        assert_eq!((visitor.chosen_tab(), height()), (chosen, before), "{what}");
        assert_eq!(visitor.focused(), None, "{what}");
        visitor.expect_quiet();
    }
}

#[test]
fn where_all_tabs_are_in_sight_there_is_nothing_to_click() {
    let visitor = Visitor::sees("scope=part=1");
    visitor.browser.resize(1200, 900);
    visitor.author_runs("explorer.scope = 'project=youki,kmesh'");
    eventually(|| visitor.tabs().len(), &3);
    let seen = || {
        let strip = strip(&visitor);
        [&strip["back"], &strip["on"], &strip["last"]].map(|it| it == true)
    };
    eventually(seen, &[false, false, true]);
    visitor.expect_quiet();
}

#[test]
fn the_buttons_at_the_ends_are_for_the_mouse_alone() {
    let visitor = Visitor::sees("");
    visitor.browser.resize(360, 800);
    eventually(|| strip(&visitor)["on"].clone(), &serde_json::json!(true));
    assert!(!visitor.outline().iter().any(|line| line == "button"), "{:?}", visitor.outline());
    visitor.pick_tab("All");
    visitor.press(&["End"]);
    eventually(|| strip(&visitor)["back"].clone(), &serde_json::json!(true));
    // The buttons do not cover the selected tab.
    let clear = || {
        visitor.author_runs(
            "const root = explorer.shadowRoot;
             const { left, right } = root.querySelector('[role=tab][aria-selected=true]').getBoundingClientRect();
             return [...root.querySelectorAll('.se-turn')].map((it) => it.getBoundingClientRect())
                 .every((it) => it.width == 0 || it.right <= left + 1 || it.left >= right - 1)",
        )
    };
    eventually(clear, &serde_json::json!(true));
    visitor.press(&["Tab"]);
    let (role, name) = visitor.focused().expect("a focus");
    assert!(!(role == "button" && name.is_empty()), "{role} {name}");
    visitor.expect_quiet();
}
