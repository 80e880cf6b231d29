//! The insights.

use sandbox_explorer::data;
use sandbox_explorer::i18n::LANGUAGES;

use super::node::Node;
use super::{names, render};

/// The chart of this name: its section.
#[track_caller]
fn chart<'a>(page: &'a Node, name: &str) -> &'a Node {
    let sections = page.tags("section");
    let found = sections.iter().find(|section| section.one("heading").text() == name);
    found.unwrap_or_else(|| panic!("no chart {name}"))
}

/// The bars of a chart: their labels, and the drawn widths.
fn bars(page: &Node, name: &str) -> Vec<(String, String)> {
    let bar = |button: &&Node| (button.name(), button.tags("rect")[0].attr("width").unwrap().to_owned());
    chart(page, name).all("button").iter().map(bar).collect()
}

#[track_caller]
fn check_bars(page: &Node, name: &str, expected: &[(&str, &str)]) {
    let bars = bars(page, name);
    let bars: Vec<(&str, &str)> = bars.iter().map(|(name, width)| (name.as_str(), width.as_str())).collect();
    assert_eq!(bars, expected, "{name}");
}

#[test]
fn there_is_a_named_chart_of_each_kind_in_each_language() {
    for lang in LANGUAGES {
        let (tag, messages, late) = (lang.tag(), lang.messages(), lang.late());
        let page = render(&["view=insights", &format!("lang={tag}")]);
        let main = page.one("tabpanel");
        assert_eq!(
            names(&main.all("heading")),
            [
                messages.language,
                messages.licence,
                messages.region,
                late.owner,
                late.age,
                messages.last_commit,
                lang.late().companies,
                late.maturity_by_part,
                late.categories_by_part,
            ],
            "{lang:?}"
        );
        assert_eq!(page.all("article").len(), 0);
        assert_eq!(names(&page.all("table")), [late.maturity_by_part, late.categories_by_part]);
    }
}

#[test]
fn numbers_are_text_and_bars_are_as_long_as_they_say() {
    let page = render(&["view=insights"]);
    check_bars(&page, "Licence", &[("Apache-2.0 51", "100%"), ("MPL-2.0 1", "1%")]);
    let ages = bars(&page, "Age at acceptance");
    assert_eq!(ages.len(), 8);
    assert_eq!(ages[0], ("under 1 year 4".to_owned(), "28%".to_owned()));
    assert_eq!(ages[3], ("3–4 years 14".to_owned(), "100%".to_owned()));
    assert_eq!(ages[7], ("7 years or more 6".to_owned(), "42%".to_owned()));
    assert!(chart(&page, "Origin").text().ends_with("no data: 3"));
    assert!(chart(&page, "Started by").text().ends_with("and 28 more"));
}

#[test]
fn a_chart_of_a_facet_ignores_its_own_choice_and_marks_it() {
    let page = render(&["view=insights", "query=licence=mpl-2.0"]);
    check_bars(&page, "Licence", &[("Apache-2.0 51", "100%"), ("MPL-2.0 1", "1%")]);
    let pressed = chart(&page, "Licence").filter(&|node| node.attr("aria-pressed") == Some("true"));
    assert_eq!(names(&pressed), ["MPL-2.0 1"]);
    // SOPS remains for the other charts: Go, from the USA, 7.8 years old.
    assert!(bars(&page, "Language").contains(&("Go 1".to_owned(), "100%".to_owned())));
    let owners = bars(&page, "Started by");
    assert_eq!(owners, [("Mozilla 1".to_owned(), "100%".to_owned())]);
}

#[test]
fn a_cell_says_what_it_is_of() {
    let page = render(&["view=insights", "query=category=service-mesh&part=4"]);
    let table = chart(&page, "Categories by part").one("table");
    let named = |name: &str| table.filter(&|node| node.attr("aria-label") == Some(name)).pop();
    let cell = named("Service Mesh, Part 4: 2").expect("such a cell");
    assert_eq!((cell.text().as_str(), cell.attr("aria-pressed")), ("2", Some("true")));
    let empty = named("Service Mesh, Part 1: 0").expect("such a cell");
    assert_eq!((empty.attr("aria-pressed"), empty.attr("disabled").is_some()), (Some("false"), true));
    assert!(named("All, Part 4: 13").is_some() && named("Service Mesh, All: 2").is_some());
    let headers = |scope| table.filter(&|node| node.attr("scope") == Some(scope)).len();
    assert_eq!((headers("col"), headers("row")), (5, data::bundled().categories.len() + 1));
}

#[test]
fn the_statements_stand_with_the_part_that_they_are_about() {
    for attribute in ["scope=part=1", "query=part=1", "query=part=1&language=rust"] {
        let page = render(&["view=insights", attribute]);
        let text = chart(&page, "What the article said: Part 1 · 2023 H1").text();
        assert!(text.contains("Most are written in Go. The facts agree: 11 of 13."), "{text}");
        assert!(text.contains("Most are 2–3 years old. The facts say 1 of 13. Measured from"), "{text}");
    }
    let zh = render(&["view=insights", "lang=zh", "scope=part=4"]);
    let text = chart(&zh, "文章的说法：第 4 篇 · 2024 下半年").text();
    assert!(
        text.contains("13 个中有 12 个选择了 Apache 2.0。 资料显示：13 个中有 13 个。 在 2025 年 7 月 14 日之前属实"),
        "{text}"
    );
    for attribute in ["query=", "query=part=1,4", "scope=part=2,3"] {
        assert!(!render(&["view=insights", attribute]).text().contains("What the article said"), "{attribute}");
    }
}

#[test]
fn names_owners_and_statements_are_in_traditional_chinese() {
    let page = render(&["view=insights", "lang=zh-TW", "scope=part=4"]);
    let tabs: Vec<String> = page.all("tab").iter().map(|tab| tab.name()).collect();
    assert_eq!(tabs[..3], ["全部 13", "安全性與合規 2", "排程與編排 2"]);
    let text = chart(&page, "文章的說法：第 4 篇 · 2024 下半年").text();
    assert!(text.contains("與網路相關的專案不少。"), "{text}");
    assert!(text.contains("屬實：KAITO 當日才由 MIT 改用 Apache 2.0。"), "{text}");
    assert!(chart(&page, "發起單位").text().contains("華為"));
    assert!(chart(&page, "發起地區").text().contains("社群"));
}

#[test]
fn where_there_is_one_part_a_table_by_part_is_a_list() {
    let page = render(&["view=insights", "scope=part=4"]);
    assert_eq!(page.all("table").len(), 0);
    check_bars(&page, "CNCF status", &[("Sandbox 12", "100%"), ("Incubating 1", "8%")]);
}

#[test]
fn headings_have_the_level_asked_for_and_nothing_shown_is_no_mistake() {
    let page = render(&["view=insights", "heading-level=5", "query=q=zzzz"]);
    assert!(page.one("tabpanel").all("heading").iter().all(|heading| heading.tag == "h5"));
    assert!(page.text().contains("0 projects"));
    let disabled = chart(&page, "Language").filter(&|node| node.attr("disabled").is_some());
    assert_eq!(disabled.len(), bars(&page, "Language").len());
}
