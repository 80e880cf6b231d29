//! Catalogs with dozens of categories, and with hundreds of values in a facet: all of them can be found.

use e2e::catalog::{Catalog, text};
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

use crate::accessible::{bring_axe, check_with_axe};

const OPENER: &str = "All 77 categories";
const FIELD: &str = "Filter Categories";

/// A catalog with 77 categories; its 300 projects have 150 languages, two each, and one has an accent.
fn catalog() -> String {
    let mut catalog = serde_json::from_str::<Value>(
        &std::fs::read_to_string(site::shipped("catalog.json")).expect("catalog.json can be read"),
    )
    .expect("JSON");
    let names = Catalog::read();
    let models: Vec<&Value> = names.projects().collect();
    let category = |n: usize| {
        let mut category = catalog["categories"][0].clone();
        category["slug"] = json!(format!("category-{n}"));
        category["name"] = json!({ "en": format!("Category {n}"), "zh": format!("类别 {n}") });
        if n >= 40 {
            category["parent"] = json!({ "en": "Later ones", "zh": "后来的" });
        }
        category
    };
    let categories: Vec<Value> = (0..77).map(category).collect();
    let project = |n: usize| {
        let mut project = models[n % models.len()].clone();
        project["id"] = json!(format!("project-{n}"));
        project["name"] = json!(format!("Project {n}"));
        project["category"] = json!(format!("category-{}", n % 77));
        let language = if n % 150 == 90 { "Español".to_owned() } else { format!("Lang {}", n % 300) };
        project["languages"] = json!([language, "Go"]);
        project.as_object_mut().expect("an object").remove("similar");
        project
    };
    let projects: Vec<Value> = (0..300).map(project).collect();
    catalog["categories"] = json!(categories);
    catalog["projects"] = json!(projects);
    catalog.to_string()
}

fn comes(attributes: &str) -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    visitor.browser.prefers("reduced-motion", "reduce");
    visitor.server.page("/many.json", &catalog());
    visitor.reads_next(&site::tag(&format!("src=/many.json {attributes}")));
    eventually(|| visitor.tabs().len(), &78);
    visitor
}

fn listed(visitor: &Visitor) -> Vec<String> {
    visitor.names_within(("dialog", OPENER), "listitem")
}

/// Whether the selected tab is within the visible part of the line.
fn is_in_sight(visitor: &Visitor) -> Value {
    visitor.author_runs(
        "const tab = explorer.shadowRoot.querySelector('[role=tab][aria-selected=true]').getBoundingClientRect();
         const list = explorer.shadowRoot.querySelector('[role=tablist]').getBoundingClientRect();
         return tab.left >= list.left - 1 && tab.right <= list.right + 1",
    )
}

#[test]
fn a_category_is_found_by_a_part_of_its_name() {
    let visitor = comes("");
    visitor.browser.resize(360, 800);
    visitor.click("button", OPENER);
    visitor.expect_focus("searchbox", FIELD);
    assert_eq!(listed(&visitor).len(), 78);
    visitor.browser.type_into(&visitor.find("searchbox", FIELD), "GORY 6");
    // 6, 16 and so on, and 60 to 69: each word is looked for.
    eventually(|| listed(&visitor).len(), &17);
    eventually(|| visitor.text_of("dialog", OPENER).contains("17 of 77"), &true);
    visitor.press(&["1"]);
    eventually(|| listed(&visitor), &["Category 61 4"][..]);
    visitor.press(&["Enter"]);
    eventually(|| visitor.chosen_tab(), "Category 61");
    eventually(|| is_in_sight(&visitor), &json!(true));
    eventually(|| visitor.sees_now("dialog", OPENER), &false);
    visitor.expect_focus("button", OPENER);
    visitor.expect_status("4 of 300 projects");
    visitor.expect_quiet();
}

#[test]
fn escape_clears_the_field_and_then_closes_the_list() {
    let visitor = comes("");
    visitor.click("button", OPENER);
    visitor.expect_focus("searchbox", FIELD);
    visitor.browser.type_into(&visitor.find("searchbox", FIELD), "zzz");
    eventually(|| listed(&visitor).len(), &0);
    eventually(|| visitor.text_of("dialog", OPENER).contains("No matches"), &true);
    assert!(visitor.names_within(("dialog", OPENER), "heading").is_empty());
    visitor.press(&["Escape"]);
    eventually(|| listed(&visitor).len(), &78);
    // By the name of the group.
    visitor.browser.type_into(&visitor.find("searchbox", FIELD), "later");
    eventually(|| listed(&visitor).len(), &37);
    assert_eq!(visitor.names_within(("dialog", OPENER), "heading"), ["Later ones"]);
    for _ in 0..2 {
        visitor.press(&["Escape"]);
    }
    eventually(|| visitor.sees_now("dialog", OPENER), &false);
    visitor.expect_focus("button", OPENER);
    assert_eq!(visitor.chosen_tab(), "All");
    visitor.expect_quiet();
}

#[test]
fn arrows_move_in_the_list_and_a_click_selects() {
    let visitor = comes("query=category=category-2");
    visitor.click("button", OPENER);
    visitor.expect_focus("searchbox", FIELD);
    for (key, name) in [
        ("ArrowDown", "All 300"),
        ("ArrowDown", "Category 0 4"),
        ("ArrowDown", "Category 1 4"),
        ("ArrowUp", "Category 0 4"),
        ("End", "Category 76 3"),
        ("ArrowDown", "Category 76 3"),
        ("Home", "All 300"),
    ] {
        visitor.press(&[key]);
        visitor.expect_focus("button", name);
    }
    visitor.press(&["ArrowUp"]);
    visitor.expect_focus("searchbox", FIELD);
    let current = "return explorer.shadowRoot.querySelector('dialog [aria-current]').textContent";
    assert_eq!(visitor.author_runs(current), "Category 2 4");
    visitor.click("button", "Category 70 3");
    eventually(|| visitor.chosen_tab(), "Category 70");
    // What is chosen already comes into sight as well.
    visitor.author_runs("explorer.shadowRoot.querySelector('[role=tablist]').scrollLeft = 0");
    eventually(|| is_in_sight(&visitor), &json!(false));
    visitor.click("button", OPENER);
    visitor.click("button", "Category 70 3");
    eventually(|| is_in_sight(&visitor), &json!(true));
    visitor.expect_quiet();
}

fn languages(visitor: &Visitor) -> Vec<String> {
    visitor.options("Language").into_iter().map(|option| option.name).collect()
}

#[test]
fn a_value_of_hundreds_is_found_and_ticked() {
    let visitor = comes("query=language=lang-7");
    let all = visitor.names_within(("group", "Language"), "button").pop().expect("a button");
    visitor.click("button", &all);
    eventually(|| languages(&visitor).len(), &201);
    assert_eq!(languages(&visitor)[..2], ["Lang 7", "Go"]);
    let field = visitor.find("searchbox", "Filter Language");
    visitor.browser.type_into(&field, "espanol");
    // The ticked one stays.
    eventually(|| languages(&visitor), &["Lang 7", "Español"][..]);
    eventually(|| visitor.names_within(("group", "Language"), "status").len(), &1);
    visitor.tick("Language", "Español");
    visitor.expect_number_of_cards(3);
    assert_eq!(languages(&visitor), ["Lang 7", "Español"], "the box stays where it was ticked");
    visitor.browser.type_into(&field, "zzz");
    eventually(|| visitor.text_of("group", "Language").contains("No matches"), &true);
    visitor.press(&["Escape"]);
    eventually(|| languages(&visitor).len(), &202);
    assert_eq!(text(&visitor.author_runs("return explorer.shadowRoot.activeElement.value")), "");
    visitor.click("button", "Show 98 more");
    eventually(|| languages(&visitor).len(), &300);
    let (role, _) = visitor.focused().expect("the first of the new ones has the focus");
    assert_eq!(role, "checkbox");
    visitor.click("button", "Show fewer");
    // The frequent ones, among them Español, and the other one that was ticked.
    eventually(|| languages(&visitor).len(), &11);
    visitor.expect_quiet();
}

fn check(lang: &str, theme: &str) {
    let visitor = comes(&format!("lang={lang}"));
    visitor.browser.prefers("color-scheme", theme);
    bring_axe(&visitor);
    let clicks = |selector: &str| {
        visitor.author_runs(&format!("explorer.shadowRoot.querySelector('{selector}').click()"));
    };
    let types = |word: &str| {
        visitor.author_runs(&format!(
            "for (const field of explorer.shadowRoot.querySelectorAll('.se-filter-field')) {{
                 field.value = '{word}';
                 field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
             }}"
        ));
    };
    for width in [320, 1200] {
        visitor.browser.resize(width, 900);
        let situation = format!("{lang}, {theme}, {width} px");
        if width == 320 {
            clicks(".se-facets-button");
            clicks(".se-facet .se-more");
        }
        for word in ["", "zzz"] {
            types(word);
            check_with_axe(&visitor, &format!("{situation}, a long facet, {word}"));
        }
        clicks(".se-all-tabs");
        let is_open = "return !!explorer.shadowRoot.querySelector('.se-categories[open]')";
        eventually(|| visitor.author_runs(is_open), &json!(true));
        for word in ["", "6", "zzz"] {
            types(word);
            check_with_axe(&visitor, &format!("{situation}, categories, {word}"));
        }
        let fits = "return document.documentElement.scrollWidth <= innerWidth";
        assert_eq!(visitor.author_runs(fits), true, "{width} px: the page scrolls sideways");
        clicks(".se-categories .se-close");
        eventually(|| visitor.author_runs(is_open), &json!(false));
    }
    visitor.expect_quiet();
}

#[test]
fn axe_finds_nothing_in_light() {
    check("en", "light");
}

#[test]
fn axe_finds_nothing_in_dark() {
    check("zh-Hant", "dark");
}
