//! A catalog with hundreds of categories and values: all can be found.

use catalog::model::{Category, Label, Project};
use leptos::prelude::*;
use sandbox_explorer::Options;
use sandbox_explorer::facet::{CATEGORY, Index, LANGUAGE};
use sandbox_explorer::page::Host;
use sandbox_explorer::state::State;
use sandbox_explorer::view::{explorer, first_view, later};

use super::names;
use super::node::Node;
use crate::tiny::{PLAIN, catalog};

fn leak<T>(values: Vec<T>) -> &'static [T] {
    values.leak()
}

fn text(word: &str, n: usize) -> &'static str {
    format!("{word} {n}").leak()
}

/// A catalog with so many categories and languages: each project has the language of its number, and Go.
fn index(n_categories: usize, n_languages: usize) -> &'static Index {
    let categories = (0..n_categories).map(|n| {
        let slug = format!("category-{n}").leak();
        let name = Label { en: text("Category", n), zh: text("类别", n), zh_hant: "" };
        // Every third one is in no group.
        let parent = match n % 3 {
            0 => Label::default(),
            _ => Label { en: text("Group", n % 3), zh: text("分组", n % 3), zh_hant: "" },
        };
        Category { slug, name, parent, ..Category::BLANK }
    });
    let categories = leak(categories.collect());
    let project = |n: usize| Project {
        id: format!("p{n}").leak(),
        name: text("Project", n),
        category: categories[n % n_categories].slug,
        languages: leak(vec![text("Lang", n % n_languages), "Go"]),
        ..PLAIN
    };
    let projects = leak((0..n_categories.max(n_languages)).map(project).collect());
    let catalog = Box::leak(Box::new(catalog(projects)));
    catalog.categories = categories;
    Box::leak(Box::new(Index::new(catalog)))
}

/// The live view, with all values of these facets listed.
fn render(index: &'static Index, query: &str, expanded: &[usize]) -> Node {
    let options = Options { query: query.to_owned(), ..Options::default() };
    let state = || State::new(options, Host::page(), index, sandbox_explorer::reader::here(), later::here());
    let html = Owner::new_root(None).with(|| {
        let state = state();
        for &facet in expanded {
            state.expand(facet, true);
        }
        explorer(state).to_string()
    });
    Node::parse(&html)
}

/// The list of all categories, if it is open. There is also the dialog of the details.
fn list_of_categories(page: &Node) -> Option<&Node> {
    page.all("dialog").into_iter().find(|dialog| dialog.name().ends_with(" categories"))
}

fn languages(page: &Node) -> &Node {
    page.tags("fieldset").into_iter().find(|facet| facet.name() == "Language").expect("a facet of languages")
}

#[test]
fn with_many_categories_a_button_lists_all() {
    let index = index(100, 2);
    let page = render(index, "", &[]);
    let opener = page.filter(&|node| node.attr("aria-haspopup") == Some("dialog"));
    assert_eq!(names(&opener), ["All 100 categories"]);
    assert_eq!(page.all("tab").len(), 101);
    assert!(list_of_categories(&page).is_none());
}

#[test]
fn the_list_of_all_categories_has_the_count_of_each_and_the_selected_one() {
    let page = render(index(100, 2), "category=category-7&language=lang-1", &[CATEGORY]);
    let dialog = list_of_categories(&page).expect("a list");
    assert_eq!(dialog.name(), "All 100 categories");
    assert_eq!(dialog.one("searchbox").name(), "Filter Categories");
    let lists = dialog.all("list");
    let labels: Vec<_> = lists.iter().map(|list| list.attr("aria-label")).collect();
    assert_eq!(labels, [None, Some("Group 1"), Some("Group 2")]);
    let buttons: Vec<Vec<String>> = lists.iter().map(|list| names(&list.all("button"))).collect();
    assert_eq!(buttons.iter().map(Vec::len).collect::<Vec<_>>(), [35, 33, 33]);
    assert_eq!(buttons[0][..3], ["All 50", "Category 0 0", "Category 3 1"]);
    assert_eq!(buttons[1][..2], ["Category 1 1", "Category 4 0"]);
    assert_eq!(names(&dialog.all("heading")), ["Group 1", "Group 2"]);
    let current = dialog.filter(&|node| node.attr("aria-current") == Some("true"));
    assert_eq!(names(&current), ["Category 7 1"]);
    let empty = dialog.filter(&|node| node.attr("data-empty").is_some());
    assert_eq!(empty.len(), 50);
}

#[test]
fn with_few_categories_nothing_is_added() {
    let has_list = |n_categories| {
        let page = render(index(n_categories, 2), "", &[CATEGORY]);
        assert_eq!(page.all("tab").len(), n_categories + 1);
        list_of_categories(&page).is_some()
    };
    assert_eq!([has_list(20), has_list(21)], [false, true]);
    let html = first_view(Options::default(), Index::bundled()).expect("a view");
    assert!(!html.contains("se-tab-row") && !html.contains("se-all-tabs"));
}

#[test]
fn a_facet_of_hundreds_lists_the_ticked_ones_and_some_of_the_others_under_a_field() {
    let index = index(2, 700);
    let page = render(index, "language=lang-444,lang-555", &[LANGUAGE]);
    let facet = languages(&page);
    assert_eq!(facet.one("searchbox").name(), "Filter Language");
    let options = facet.tags("label");
    assert_eq!(options.len(), 202);
    let first: Vec<String> = options[..3].iter().map(|option| option.text()).collect();
    assert_eq!(first, ["Lang 444 1", "Lang 555 1", "Go 700"]);
    assert_eq!(names(&facet.all("button")), ["Show 200 more", "Show fewer"]);
    assert_eq!(facet.one("status").text(), "");
    // The others are not expanded.
    assert_eq!(page.all("searchbox").len(), 2);
}

#[test]
fn a_facet_of_some_values_needs_no_field() {
    for (n, fields) in [(19, 0), (20, 1)] {
        // Go is one as well.
        let page = render(index(2, n), "", &[LANGUAGE]);
        assert_eq!(languages(&page).tags("label").len(), n + 1);
        assert_eq!(languages(&page).all("searchbox").len(), fields);
    }
    assert_eq!(languages(&render(index(2, 700), "", &[])).tags("label").len(), 10);
}
