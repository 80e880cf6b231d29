//! The insights: the numbers, and the actions of the bars.

use e2e::catalog::{Catalog, has, text};
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};
use serde_json::Value;

/// A visitor of the insights.
fn sees(attributes: &str) -> Visitor {
    let visitor = Visitor::reads(&site::tag(&format!("view=insights {attributes}")));
    until("the charts", || (!visitor.names("heading").is_empty() && !visitor.status().is_empty()).then_some(()));
    visitor
}

/// The bars of a chart: name and number.
fn bars(visitor: &Visitor, chart: &str) -> Vec<(String, u64)> {
    let bars = visitor.names_within(("list", chart), "button");
    let part = |bar: &String| bar.rsplit_once(' ').map(|(name, n)| (name.to_owned(), n.parse().ok()));
    bars.iter().map(|bar| part(bar).and_then(|(name, n)| Some((name, n?))).unwrap_or_else(|| panic!("{bar}"))).collect()
}

/// The bars that are not empty, sorted by name.
fn counted(visitor: &Visitor, chart: &str) -> Vec<(String, u64)> {
    let mut bars = bars(visitor, chart);
    bars.retain(|bar| bar.1 > 0);
    bars.sort();
    bars
}

/// How many projects have each of these values.
fn plain(projects: &[&Value], values: impl Fn(&Value) -> Vec<String>) -> Vec<(String, u64)> {
    let mut counts = std::collections::BTreeMap::new();
    for value in projects.iter().flat_map(|project| values(project)) {
        *counts.entry(value).or_default() += 1;
    }
    counts.into_iter().collect()
}

fn languages(project: &Value) -> Vec<String> {
    project["languages"].as_array().into_iter().flatten().map(text).collect()
}

/// The number in a cell of the table.
fn cell(visitor: &Visitor, row: &str, part: &str) -> u64 {
    let start = format!("{row}, {part}: ");
    let name = until(&start, || visitor.names("button").into_iter().find(|name| name.starts_with(&start)));
    name[start.len()..].parse().expect("a number")
}

fn is_pressed(visitor: &Visitor, role: &str, name: &str) -> bool {
    let button = visitor.find(role, name);
    visitor.browser.run("return arguments[0].ariaPressed", &[button.as_argument()]) == "true"
}

/// The numbers agree with the published catalog for the projects for which `holds` is true.
#[track_caller]
fn check_numbers(visitor: &Visitor, holds: impl Fn(&Value) -> bool) {
    let catalog = Catalog::read();
    let projects: Vec<&Value> = catalog.projects().filter(|project| holds(project)).collect();
    eventually(|| counted(visitor, "Language"), &plain(&projects, languages)[..]);
    assert_eq!(counted(visitor, "Licence"), plain(&projects, |it| vec![text(&it["licence"])]));
    let regions = plain(&projects, |it| it["region"].as_str().map(str::to_owned).into_iter().collect());
    let mut numbers: Vec<u64> = counted(visitor, "Origin").into_iter().map(|bar| bar.1).collect();
    let mut expected: Vec<u64> = regions.into_iter().map(|region| region.1).collect();
    numbers.sort_unstable();
    expected.sort_unstable();
    assert_eq!(numbers, expected);
    let ages: u64 = bars(visitor, "Age at acceptance").iter().map(|bar| bar.1).sum();
    assert_eq!(ages, projects.len() as u64);
    let gist = until("the gist", || {
        let texts = visitor.author_runs("return explorer.shadowRoot.querySelector('[role=tabpanel]').innerText");
        texts.as_str()?.lines().find(|line| line.contains("median age at acceptance")).map(str::to_owned)
    });
    let go = projects.iter().filter(|it| has(&it["languages"], "Go")).count();
    assert!(gist.starts_with(&format!("{} projects", projects.len())), "{gist}");
    assert!(gist.contains(&format!("{go} written in Go")), "{gist}");
}

#[test]
fn the_numbers_are_those_of_all_projects_of_a_tab_and_of_a_part() {
    let visitor = sees("");
    check_numbers(&visitor, |_| true);
    let catalog = Catalog::read();
    for part in ["1", "2", "3", "4"] {
        let n = catalog.count(|it| it["part"] == part);
        assert_eq!(cell(&visitor, "All", &format!("Part {part}")), n);
        let sandbox = catalog.count(|it| it["part"] == part && it["maturity"]["level"] == "sandbox");
        assert_eq!(cell(&visitor, "Sandbox", &format!("Part {part}")), sandbox);
    }
    visitor.pick_tab("Observability");
    check_numbers(&visitor, |it| it["category"] == "observability");
    visitor.pick_tab("All");
    visitor.author_runs("explorer.query = 'part=4'");
    check_numbers(&visitor, |it| it["part"] == "4");
    visitor.author_runs("explorer.query = ''; explorer.scope = 'part=2'");
    check_numbers(&visitor, |it| it["part"] == "2");
    visitor.expect_quiet();
}

#[test]
fn a_bar_filters_and_keeps_the_focus() {
    let visitor = sees("");
    let rust = Catalog::read().count(|it| has(&it["languages"], "Rust"));
    let before = bars(&visitor, "Language");
    visitor.click("button", "Rust");
    visitor.expect_chips(&["Rust"]);
    visitor.expect_status(&format!("{rust} of 52 projects"));
    visitor.expect_focus("button", &format!("Rust {rust}"));
    assert!(is_pressed(&visitor, "button", "Rust"));
    // The facet's own bars do not change, so that the reader can go on to another one; the box is ticked as well.
    assert_eq!(bars(&visitor, "Language"), before);
    assert!(visitor.option("Language", "Rust").ticked);
    check_other_charts_follow(&visitor, rust);
    visitor.press(&["Enter"]);
    visitor.expect_status("52 projects");
    visitor.expect_focus("button", &format!("Rust {rust}"));
    assert!(!is_pressed(&visitor, "button", "Rust"));
    visitor.expect_quiet();
}

#[track_caller]
fn check_other_charts_follow(visitor: &Visitor, n: u64) {
    let sum = || bars(visitor, "Licence").iter().map(|bar| bar.1).sum::<u64>();
    eventually(sum, &n);
}

#[test]
fn a_cell_chooses_category_and_part() {
    let visitor = sees("");
    let in_mesh = |it: &Value| it["category"] == "service-mesh" && it["part"] == "4";
    let n = Catalog::read().count(in_mesh);
    let name = format!("Service Mesh, Part 4: {n}");
    visitor.click("button", &name);
    visitor.expect_chips(&["Service Mesh", "Part 4 · 2024 H2"]);
    visitor.expect_status(&format!("{n} of 52 projects"));
    assert_eq!(visitor.chosen_tab(), "Service Mesh");
    visitor.expect_focus("button", &name);
    assert!(is_pressed(&visitor, "button", &name));
    // Another cell replaces the selection; clicking the selected one again clears it.
    let other = format!("All, Part 1: {}", Catalog::read().count(|it| it["part"] == "1"));
    visitor.click("button", &other);
    visitor.expect_chips(&["Part 1 · 2023 H1"]);
    visitor.click("button", &other);
    visitor.expect_chips(&[]);
    visitor.expect_status("52 projects");
    // A cell without projects is visible and disabled.
    let none = visitor.find("button", "Service Mesh, Part 1: 0");
    assert_eq!(visitor.browser.run("return arguments[0].disabled", &[none.as_argument()]), true);
    visitor.expect_quiet();
}

#[test]
fn an_age_unfolds_its_projects_which_open_their_details() {
    let visitor = sees("query=part=1");
    visitor.click("button", "7 years or more");
    let names = || {
        let mut names = visitor.names_within(("list", "Age at acceptance"), "button");
        names.retain(|name| !name.contains("year"));
        names.sort();
        names
    };
    eventually(names, &["Microcks", "SOPS", "SlimToolkit"].map(str::to_owned)[..]);
    visitor.expect_focus("button", "7 years or more 3");
    visitor.open_details("SOPS");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_focus("button", "SOPS");
    // An expanded list follows the filter and stays expanded.
    visitor.tick("Language", "TypeScript");
    eventually(names, &["Microcks"].map(str::to_owned)[..]);
    visitor.click("button", "7 years or more");
    eventually(names, &[] as &[String]);
    visitor.expect_quiet();
}

#[test]
fn an_owner_unfolds_its_projects() {
    let visitor = sees("");
    let of_huawei = Catalog::read().names(|it| it["owner"]["en"] == "Huawei");
    visitor.click("button", "Huawei");
    for project in &of_huawei {
        visitor.find_within(("list", "Started by"), "button", project);
    }
    assert_eq!(of_huawei.len() as u64, bars_of(&visitor, "Huawei"));
    visitor.expect_quiet();
}

fn bars_of(visitor: &Visitor, owner: &str) -> u64 {
    let named = visitor.names_within(("list", "Started by"), "button").into_iter();
    let bar = named.filter_map(|name| name.strip_prefix(owner)?.trim().parse().ok()).next();
    bar.unwrap_or_else(|| panic!("no bar {owner}"))
}

#[test]
fn the_series_claims_stand_with_what_the_facts_say() {
    let visitor = sees("scope=part=1");
    let said = |part: &str| visitor.text_of("list", &format!("What the article said: {part}"));
    let part_1 = said("Part 1 · 2023 H1");
    for claim in [
        "Most are written in Go. The facts agree: 11 of 13.",
        "Most are under Apache 2.0. The facts agree: 12 of 13.",
        "Most are 2–3 years old. The facts say 1 of 13.",
        "Three are over 7 years old: Microcks, SlimToolkit and SOPS. The facts agree: 3 of 13.",
    ] {
        assert!(part_1.contains(claim), "“{claim}” in {part_1}");
    }
    visitor.author_runs("explorer.removeAttribute('scope')");
    visitor.expect_status("52 projects");
    let heads = || visitor.names("heading").into_iter().filter(|name| name.starts_with("What")).collect::<Vec<_>>();
    assert_eq!(heads(), [""; 0]);
    visitor.click("button", "All, Part 4: 13");
    eventually(heads, &["What the article said: Part 4 · 2024 H2".to_owned()][..]);
    let part_4 = said("Part 4 · 2024 H2");
    for claim in [
        "6 of 13 come from China, Korea and Japan. The facts agree: 6 of 13.",
        "12 of 13 chose Apache 2.0. The facts say 13 of 13. True until 14 July 2025, when KAITO changed from MIT to Apache 2.0.",
        "The facts say 2 of 13. Sermant is in Java, and Cartography in Python.",
    ] {
        assert!(part_4.contains(claim), "“{claim}” in {part_4}");
    }
    visitor.expect_quiet();
}

#[test]
fn the_view_is_part_of_the_link() {
    let visitor = Visitor::sees("url-key=explorer");
    visitor.click("button", "Insights");
    eventually(|| visitor.browser.url().ends_with("#explorer=view=insights"), &true);
    assert!(visitor.see_cards().is_empty());
    visitor.click("button", "Rust");
    eventually(|| visitor.browser.url().ends_with("#explorer=language=rust%26view=insights"), &true);
    visitor.browser.back();
    visitor.expect_status("52 projects");
    visitor.browser.back();
    visitor.expect_number_of_cards(52);
    visitor.browser.forward();
    eventually(|| visitor.see_cards().len(), &0);
    visitor.browser.reload();
    until("the charts", || visitor.names("heading").contains(&"Language".to_owned()).then_some(()));
    visitor.expect_quiet();
}

#[test]
fn everything_is_reached_and_used_by_keyboard() {
    // There must be a focusable element after it, or the keys would go to the browser's own controls.
    let after = "<p><a href='#'>After it</a></p>";
    let visitor = Visitor::reads(&[&site::tag("view=insights without-facets"), after].concat());
    visitor.find("button", "Insights");
    visitor.author_runs(
        "[...explorer.shadowRoot.querySelectorAll('button')].find((it) => it.textContent == 'Insights').focus()",
    );
    let mut stops = Vec::new();
    for _ in 0..110 {
        visitor.press(&["Tab"]);
        let Some((role, name)) = visitor.focused() else { break };
        if role != "button" {
            break;
        }
        stops.push(name);
    }
    let at = |start: &str| {
        let found = stops.iter().position(|stop| stop.starts_with(start));
        found.unwrap_or_else(|| panic!("the tab key does not reach {start}: {stops:#?}"))
    };
    let order =
        ["Go ", "Apache-2.0 ", "USA ", "Red Hat ", "under 1 year", "Sandbox, Part 1", "Service Mesh, Part 4"].map(at);
    assert!(order.is_sorted(), "{order:?} in {stops:#?}");
    let mut back = 0;
    while visitor.focused().is_none_or(|focus| !focus.1.starts_with("Service Mesh, Part 4")) {
        visitor.press(&["Shift+Tab"]);
        back += 1;
        assert!(back < 40, "not found again");
    }
    visitor.press(&["Space"]);
    visitor.expect_chips(&["Service Mesh", "Part 4 · 2024 H2"]);
    visitor.expect_quiet();
}

#[test]
fn nothing_is_wider_than_a_small_phone() {
    let visitor = sees("");
    for (lang, insights) in [("en", "Language"), ("zh", "编程语言")] {
        visitor.author_runs(&format!("explorer.lang = '{lang}'"));
        until(insights, || visitor.names("heading").contains(&insights.to_owned()).then_some(()));
        for width in [320, 360, 768, 1200] {
            visitor.browser.resize(width, 900);
            let too_wide = visitor.author_runs(
                "const page = document.documentElement;
                 const panel = explorer.shadowRoot.querySelector('[role=tabpanel]').getBoundingClientRect();
                 const wide = [...explorer.shadowRoot.querySelectorAll('[role=tabpanel] section *')].filter((it) => {
                     const box = it.getBoundingClientRect();
                     return box.width > 0 && (box.right > panel.right + 1 || box.left < panel.left - 1);
                 });
                 return [page.scrollWidth > page.clientWidth, ...wide.slice(0, 5).map((it) => it.outerHTML.slice(0, 80))]",
            );
            assert_eq!(too_wide, serde_json::json!([false]), "{lang}, {width} px: {too_wide:#}");
        }
    }
    let small = visitor.author_runs(
        "return [...explorer.shadowRoot.querySelectorAll('[role=tabpanel] section button')].filter((it) => {
             const { width, height } = it.getBoundingClientRect();
             return width < 24 || height < 24;
         }).map((it) => it.outerHTML.slice(0, 80))",
    );
    assert_eq!(small, serde_json::json!([]), "{small:#}");
    visitor.expect_quiet();
}

#[test]
fn axe_finds_nothing_in_either_theme() {
    let axe = std::fs::read_to_string(site::node_module("axe-core/axe.min.js")).expect("axe-core is there");
    for (lang, theme) in [("en", "light"), ("zh", "dark")] {
        let visitor = Visitor::reads(&site::tag(&format!("view=insights lang={lang} query=part=1")));
        visitor.browser.prefers("reduced-motion", "reduce");
        visitor.browser.prefers("color-scheme", theme);
        until("the charts", || (visitor.names("heading").len() > 5).then_some(()));
        visitor.author_runs("explorer.shadowRoot.querySelector('[aria-expanded=false][data-group]').click()");
        visitor.author_runs(
            "explorer.shadowRoot.querySelector('[aria-pressed=false]:not([disabled])[class*=bar]').click()",
        );
        visitor.browser.run(&axe, &[]);
        for width in [360, 1200] {
            visitor.browser.resize(width, 900);
            let problems = visitor.browser.run(
                "return axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(
                    ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((it) => `${it.target.flat().join(' ')} ${it.failureSummary}`)}`,
                ))",
                &[],
            );
            assert_eq!(problems, serde_json::json!([]), "{lang}, {theme}, {width} px: {problems:#}");
        }
        visitor.expect_quiet();
    }
}
