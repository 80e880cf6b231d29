//! Absurdly long catalogs: rejected with one line, at once.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use catalog::model::{Catalog, Label, Project};
use catalog::{limits, pack, packed};
use sandbox_explorer::facet::{self, Index};
use sandbox_explorer::filter::{self, Filter};
use sandbox_explorer::i18n::Lang;
use sandbox_explorer::insight;
use sandbox_explorer::query;
use serde_json::{Value, json};

use super::{corpus, read};
use crate::tiny::{self, PLAIN};

/// A catalog of `n` valid projects, each changed a little.
fn catalog(n: usize, change: impl Fn(usize, &mut Value)) -> String {
    let mut catalog = corpus::good();
    let one = catalog["projects"][0].take();
    let project = |at: usize| {
        let mut project = one.clone();
        project["id"] = json!(format!("p-{at}"));
        project["name"] = json!(format!("P {at}"));
        change(at, &mut project);
        project
    };
    catalog["projects"] = (0..n).map(project).collect();
    catalog.to_string()
}

#[test]
fn of_100_000_projects_the_first_10_000_are_read() {
    // The last 90,000 are not even read.
    let mut tables: Value = serde_json::from_str(&catalog(10_000, |_, _| {})).unwrap();
    let good = tables.as_object_mut().unwrap().remove("projects").unwrap().to_string();
    let (tables, good) = (tables.to_string(), good.strip_suffix(']').unwrap());
    let tables = tables.strip_suffix('}').unwrap();
    let (catalog, lines) = read(&[tables, ",\"projects\":", good, &",{}".repeat(90_000), "]}"].concat());
    assert_eq!(lines, ["projects: has 100000 items; only the first 10000 are read"]);
    assert_eq!(catalog.projects.len(), limits::PROJECTS);
}

#[test]
fn the_longest_catalog_is_read_packed_and_filtered_in_a_moment() {
    // In the worst order: each comes before all earlier ones.
    let json = catalog(limits::PROJECTS, |at, project| {
        project["accepted"] = json!(format!("20{:02}-{:02}-{:02}", 20 + at / 372, 1 + at / 31 % 12, 1 + at % 28));
        project["maturity"]["since"] = json!("2100");
        project["maturity"]["as_of"] = json!("2100");
        project["tags"] = json!([format!("t{}", at % 1000), format!("u{}", at % 2)]);
        if at % 2 == 0 {
            project["tags"] = json!([format!("t{}", at % 998)]);
        }
        if at % 1000 > 997 {
            project["tags"] = json!(["t0"]);
        }
        // Words whose folded forms must be looked up among the others.
        project["summary"]["en"] = json!((0..10).map(|n| format!("é{}", n * 7 + at)).collect::<Vec<_>>().join(" "));
    });
    let start = Instant::now();
    let (catalog, lines) = read(&json);
    assert_eq!(lines, [""; 0]);
    let catalog = packed::unpack(pack::print(&catalog).leak()).unwrap();
    let index = Index::new(Box::leak(Box::new(catalog)));
    let everything = filter::scope(&index, &Filter::default());
    let shown = filter::apply(&index, &everything, &query::parse(&index, "q=nothing")).shown;
    assert_eq!((everything.len(), shown.len()), (10_000, 0));
    // Far more than needed without optimisation; comparing each with all others takes minutes.
    assert!(start.elapsed() < Duration::from_secs(300), "{:?}", start.elapsed());
}

/// This many projects, each changed a little, without parsing JSON.
fn projects(n: usize, change: impl Fn(usize) -> Project) -> &'static Catalog {
    let projects: Vec<Project> = (0..n).map(change).collect();
    Box::leak(Box::new(tiny::catalog(projects.leak())))
}

/// How many times as long one function takes as the other. Measured at the same time, so a slow or busy machine is
/// slow for both.
fn times(one: impl Fn(), other: impl Fn()) -> f64 {
    let shortest = |of: &dyn Fn()| {
        let start = Instant::now();
        of();
        start.elapsed().as_secs_f64()
    };
    let rounds: Vec<(f64, f64)> = (0..3).map(|_| (shortest(&one), shortest(&other))).collect();
    let least = |of: fn(&(f64, f64)) -> f64| rounds.iter().map(of).fold(f64::INFINITY, f64::min);
    least(|round| round.0) / least(|round| round.1)
}

/// The minimum work of counting different names.
fn counted<'n>(names: impl Iterator<Item = &'n str>) {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    names.for_each(|name| *counts.entry(name).or_default() += 1);
    assert!(counts.len() > 900);
}

#[test]
fn a_hundred_tags_on_each_project_are_numbered_at_about_the_cost_of_counting_them() {
    let tag = |n: usize| &*format!("tag-{}", n % 1000).leak();
    let tags: Vec<&'static str> = (0..2000).map(tag).collect();
    let tags: &'static [&'static str] = tags.leak();
    let catalog = projects(limits::PROJECTS, |at| Project { tags: &tags[at % 1000..][..limits::ITEMS], ..PLAIN });
    let of_all = || catalog.projects.iter().flat_map(|project| project.tags.iter().copied());
    // Comparing each tag with those before it takes a hundred times as long.
    let times = times(|| assert_eq!(Index::new(catalog).values(facet::TAG).len(), 1000), || counted(of_all()));
    assert!(times < 20.0, "{times}");
}

#[test]
fn ten_thousand_owners_are_grouped_at_about_the_cost_of_counting_them() {
    let owner = |at: usize| Label { en: format!("Owner {at:05}").leak(), ..Label::default() };
    let catalog = projects(limits::PROJECTS, |at| Project { owner: Some(owner(at)), ..PLAIN });
    let index = Index::new(catalog);
    let shown = filter::scope(&index, &Filter::default());
    let names = || catalog.projects.iter().map(|project| project.owner.unwrap().en);
    let grouped = || assert_eq!(insight::owners(&index, &shown, Lang::En).len(), limits::PROJECTS);
    let times = times(grouped, || counted(names()));
    assert!(times < 20.0, "{times}");
}

#[test]
fn the_largest_of_many_numbers_are_found_at_about_the_cost_of_a_sort() {
    let numbers: Vec<u16> = (0..10_000u32).map(|n| (n * 7919 % 10_007) as u16).collect();
    let sorted = || {
        let mut places: Vec<usize> = (0..numbers.len()).collect();
        places.sort_by(|&a, &b| numbers[b].cmp(&numbers[a]));
        places
    };
    let times =
        times(|| assert_eq!(insight::largest_first(&numbers).len(), 10_000), || assert_eq!(sorted().len(), 10_000));
    assert!(times < 10.0, "{times}");
    assert_eq!(insight::largest_first(&numbers), sorted());
}

#[test]
fn a_scope_of_everything_is_looked_through_once() {
    let catalog = projects(limits::PROJECTS, |_| PLAIN);
    let index = Index::new(catalog);
    let everything: Vec<u16> = (0..limits::PROJECTS as u16).collect();
    // Both iterate over all projects; looking each one up in a list of them takes a hundred times as long.
    let times = times(
        || assert_eq!(filter::scope(&index, &Filter::default()).len(), limits::PROJECTS),
        || assert_eq!(filter::apply(&index, &everything, &Filter::default()).shown.len(), limits::PROJECTS),
    );
    assert!(times < 10.0, "{times}");
}

#[test]
fn mistakes_without_end_are_counted() {
    let (catalog, lines) = read(&catalog(3000, |at, project| {
        if at > 0 {
            project["name"] = json!(7);
        }
    }));
    assert_eq!((catalog.projects.len(), lines.len()), (1, limits::MISTAKES + 1));
    assert_eq!(lines[limits::MISTAKES - 1], "projects[200].name (p-200): must be a text, not a number");
    assert_eq!(lines[limits::MISTAKES], "and 2799 more mistakes");
}

#[test]
fn values_to_tick_have_an_end() {
    let tags = |at: usize| (0..100).map(|n| format!("t{}", at * 100 + n)).collect::<Vec<_>>();
    let (catalog, lines) = read(&catalog(700, |at, project| project["tags"] = json!(tags(at))));
    assert_eq!((catalog.projects.len(), lines.len()), (700, 0));
    // All are shown, and the first ones can be ticked.
    assert_eq!(catalog.projects.iter().map(|project| project.tags.len()).sum::<usize>(), 70_000);
    let index = Index::new(Box::leak(Box::new(catalog)));
    assert_eq!(index.values(facet::TAG).len(), limits::VALUES_OF_A_FACET);
}

#[test]
fn each_tag_of_a_strange_catalog_can_be_chosen_by_a_link() {
    let names =
        ["C++", "a&b", "x=1", "100%", "#top", "<b>", "?", "é Ü", "中 文", "a+b", "\"q\"", "`", " padded ", "%2C", "'"];
    let (catalog, lines) = read(&catalog(names.len(), |at, project| {
        for key in ["tags", "languages"] {
            project[key] = json!([names[at]]);
        }
        project["licence"] = json!(names[at]);
    }));
    assert_eq!(lines, [""; 0]);
    let index = Index::new(Box::leak(Box::new(catalog)));
    for facet in 0..sandbox_explorer::facet::N_FACETS {
        for value in 0..index.values(facet).len() as u16 {
            let mut filter = Filter::default();
            filter.toggle(facet, value);
            assert_eq!(query::parse(&index, &query::print(&index, &filter)), filter);
        }
    }
}

#[test]
fn a_link_with_a_million_words_is_read_in_a_moment() {
    // The sum of their ranks overflowed, and each word was searched for in every project.
    let index = Index::bundled();
    let everything = filter::scope(index, &Filter::default());
    let start = Instant::now();
    for query in ["q=".to_owned() + &"a+".repeat(1_000_000), "q=".to_owned() + &"a".repeat(100_000)] {
        let filter = query::parse(index, &query);
        assert!(filter::apply(index, &everything, &filter).shown.len() <= 52);
    }
    let _ = query::parse(index, &("tag=".to_owned() + &"x,".repeat(100_000)));
    assert!(start.elapsed() < Duration::from_secs(120), "{:?}", start.elapsed());
}
