//! Search, sort, tabs, facets and chips.

use sandbox_explorer::data;
use sandbox_explorer::facet::{CATEGORY, FACETS, Index};

use super::node::Node;
use super::{in_each_language, names, render};

#[test]
fn there_is_one_labelled_search_box() {
    for (lang, page) in in_each_language("q=mesh") {
        let input = page.one("search").one("searchbox");
        assert_eq!(input.name(), lang.messages().search);
        assert_eq!(input.attr("value"), Some("mesh"));
        assert!(input.attr("placeholder").unwrap().contains("52"));
    }
}

#[test]
fn there_is_one_labelled_sort_control() {
    let labels = |page: &Node| {
        let label = page.filter(&|node| node.tag == "label" && !node.all("combobox").is_empty());
        assert_eq!(label.len(), 1);
        (label[0].tags("span")[0].text(), names(&label[0].one("combobox").all("option")))
    };
    let (label, options) = labels(&render(&[]));
    assert_eq!(label, "Sort");
    assert_eq!(
        options,
        [
            "Newest in the Sandbox",
            "Name",
            "Oldest first commit",
            "Oldest at acceptance",
            "Most stars",
            "Recently active"
        ]
    );
    assert_eq!(labels(&render(&["query=q=a"])).1[0], "Best match");
    assert_eq!(labels(&render(&["scope=project=youki,kcp"])).1[0], "As listed");
    assert_eq!(
        labels(&render(&["lang=zh"])).1,
        ["最近进入沙箱", "名称", "首次提交最早", "进入沙箱时年龄最大", "星标数最多", "最近活跃"]
    );
}

#[test]
fn the_chosen_order_is_the_selected_option() {
    let values = |query| {
        let page = render(&[query]);
        let options = page.one("combobox").all("option");
        let selected: Vec<_> = options.iter().filter(|option| option.attr("selected").is_some()).collect();
        selected.iter().map(|option| option.attr("value").unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(values("query=sort=stars"), ["stars"]);
    assert_eq!(values("query=sort=name"), ["name"]);
}

#[test]
fn there_is_a_tab_for_each_category_and_all_come_first() {
    let catalog = data::bundled();
    for (lang, page) in in_each_language("") {
        let messages = lang.messages();
        let list = page.one("tablist");
        assert_eq!(list.name(), messages.categories);
        let mut expected = vec![format!("{} 52", messages.all)];
        for category in catalog.categories {
            let n = catalog.projects.iter().filter(|project| project.category == category.slug).count();
            expected.push(format!("{} {n}", lang.label(category.name)));
        }
        assert_eq!(names(&list.all("tab")), expected);
    }
}

#[test]
fn one_tab_is_chosen_and_reachable() {
    let check = |query: &str, chosen: &[&str], reachable: &str| {
        let page = render(&[query]);
        let with = |name: &str, value: &str| {
            names(&page.filter(&|node| node.role() == "tab" && node.attr(name) == Some(value)))
        };
        assert_eq!(with("aria-selected", "true"), chosen, "{query}");
        assert_eq!(with("tabindex", "0"), [reachable], "{query}");
        assert_eq!(with("tabindex", "-1").len(), 17, "{query}");
    };
    check("query=", &["All 52"], "All 52");
    check("query=category=database", &["Database 1"], "Database 1");
    // A link may select two categories, and no tab represents both.
    check("query=category=database,service-mesh", &[], "All 52");
}

#[test]
fn tabs_count_what_they_would_show() {
    let page = render(&["query=language=rust&category=container-runtime"]);
    let tabs = names(&page.all("tab"));
    assert_eq!(page.all("article").len(), 2);
    assert!(
        tabs.contains(&"Container Runtime 2".to_owned()) && tabs.contains(&"Service Mesh 0".to_owned()),
        "{tabs:?}"
    );
    let n_rust = render(&["query=language=rust"]).all("article").len();
    assert_eq!(tabs[0], format!("All {n_rust}"));
}

#[test]
fn one_panel_is_called_as_the_chosen_tab() {
    assert_eq!(render(&[]).one("tabpanel").name(), "CNCF Sandbox projects");
    assert_eq!(render(&["query=category=database"]).one("tabpanel").name(), "Database");
    assert_eq!(render(&["lang=zh", "query=category=database"]).one("tabpanel").name(), "数据库");
    for page in [render(&[]), render(&["query=category=database,service-mesh"])] {
        assert_eq!(page.one("tabpanel").all("article").len(), page.all("article").len());
    }
    // Without tabs it is not a tab panel.
    let page = render(&["without-tabs"]);
    let around = page.filter(&|node| node.role() == "group" && !node.all("article").is_empty());
    assert_eq!(names(&around), ["CNCF Sandbox projects"]);
}

#[test]
fn each_facet_is_a_named_group_of_checkboxes() {
    for (lang, page) in in_each_language("") {
        let facets = page.tags("fieldset");
        let labels: Vec<_> = FACETS
            .iter()
            .enumerate()
            .filter(|&(facet, _)| facet != CATEGORY)
            .map(|(_, f)| (f.label)(lang.messages()))
            .collect();
        assert_eq!(names(&facets), labels);
        for facet in facets {
            let options = facet.tags("label");
            assert!(options.len() > 1);
            assert_eq!(facet.all("checkbox").len(), options.len());
            for option in options {
                assert_eq!(option.all("checkbox").len(), 1, "{}", option.text());
            }
        }
    }
}

/// The options of a facet: name and count, with `x` before ticked and `-` before disabled ones.
fn options(page: &Node, facet: &str) -> Vec<String> {
    let facets = page.tags("fieldset");
    let facet = facets.iter().find(|node| node.name() == facet).expect("there is such a facet");
    let option = |label: &&Node| {
        let check = label.one("checkbox");
        let mark = |name, mark| check.attr(name).map_or("", |_| mark);
        format!("{}{}{}", mark("checked", "x "), mark("disabled", "- "), label.text())
    };
    facet.tags("label").iter().map(option).collect()
}

#[test]
fn options_say_what_ticking_them_would_show() {
    let page = render(&[]);
    assert_eq!(options(&page, "CNCF status"), ["Sandbox 49", "Incubating 2", "Archived 1"]);
    assert_eq!(options(&page, "Licence"), ["Apache-2.0 51", "MPL-2.0 1"]);
}

#[test]
fn options_that_give_nothing_are_disabled_unless_ticked() {
    let page = render(&["query=language=rust,python&maturity=archived"]);
    assert_eq!(
        options(&page, "CNCF status"),
        ["Sandbox 10", "- Incubating 0", "x Archived 1"].map(|option| {
            // The number of Rust or Python projects in the Sandbox, counted in another way.
            option.replace(
                "10",
                &render(&["query=language=rust,python&maturity=sandbox"]).all("article").len().to_string(),
            )
        })
    );
    let languages = options(&page, "Language");
    assert!(languages.contains(&"x Rust 1".to_owned()), "{languages:?}");
    assert!(languages.contains(&"x Python 0".to_owned()), "a ticked one can be unticked: {languages:?}");
    assert!(languages.contains(&"- Go 0".to_owned()), "{languages:?}");
}

#[test]
fn a_long_facet_offers_the_frequent_ones_the_chosen_ones_and_the_rest_on_request() {
    let index = Index::bundled();
    let tag = FACETS.iter().position(|facet| facet.key == "tag").unwrap();
    let n_tags = index.values(tag).len();
    let all = options(&render(&[]), "Topic");
    assert_eq!(all.len(), 10);
    assert!(names(&render(&[]).all("button")).contains(&format!("Show all {n_tags}")));
    let rare = &index.values(tag)[n_tags - 1].slug;
    let some = options(&render(&[&format!("query=tag={rare}")]), "Topic");
    assert_eq!(some.len(), 11);
    assert!(some[10].starts_with(&format!("x {rare}")), "{some:?}");
}

#[test]
fn the_filters_button_says_how_many_are_active() {
    let button = |query| {
        let page = render(&[query]);
        let buttons = page.filter(&|node| node.attr("aria-expanded").is_some() && node.text().contains("Filters"));
        assert_eq!(buttons.len(), 1);
        assert_eq!(buttons[0].attr("aria-expanded"), Some("false"));
        buttons[0].text()
    };
    assert_eq!(button("query="), "Filters");
    assert_eq!(button("query=language=go,rust&part=4&category=database&q=a"), "Filters · 3");
}

#[test]
fn each_active_filter_is_a_button_that_removes_it() {
    let page = render(&["query=q=+kube+&category=observability&language=go,rust"]);
    let groups = page.all("group");
    let chips = groups.iter().find(|group| group.name() == "Active filters").unwrap();
    let (labels, texts): (Vec<_>, Vec<_>) = chips.all("button").iter().map(|chip| (chip.name(), chip.text())).unzip();
    assert_eq!(texts, ["“kube”", "Observability", "Go", "Rust", "Clear all"]);
    for (label, text) in labels.iter().zip(&texts) {
        assert!(label.contains(text) && (label.starts_with("Remove") || label == "Clear all"), "{label}");
    }
    assert!(!render(&[]).text().contains("Clear all"));
}

#[test]
fn the_count_is_announced() {
    for (lang, page) in in_each_language("part=4") {
        assert_eq!(page.one("status").text(), lang.messages().shown(13, 52));
    }
}
