//! The counts of the charts, compared with a plain count over the published catalog, and the statements of the series
//! about its own projects.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use catalog::model::Project;
use sandbox_explorer::data;
use sandbox_explorer::facet::{FACETS, Index, PART};
use sandbox_explorer::filter;
use sandbox_explorer::i18n::{LANGUAGES, Lang};
use sandbox_explorer::insight::{self, CrossTable, Group, INSIGHTS};
use sandbox_explorer::query;
use serde_json::Value;

use crate::tiny::{self, PLAIN, day, tiny};

const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/catalog.json"));

/// The projects of `catalog.json` for which `holds` is true.
fn projects(holds: impl Fn(&Value) -> bool) -> Vec<Value> {
    static CATALOG: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(JSON).unwrap());
    CATALOG["projects"].as_array().unwrap().iter().filter(|project| holds(project)).cloned().collect()
}

fn count(holds: impl Fn(&Value) -> bool) -> u16 {
    projects(holds).len() as u16
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Days since 2000, by the calendar; a month counts as its first day.
fn days(date: &Value) -> i64 {
    let numbers: Vec<i64> = date.as_str().unwrap().split('-').map(|n| n.parse().unwrap()).collect();
    let (year, month, day) = (numbers[0], numbers[1], numbers.get(2).unwrap_or(&1));
    // Howard Hinnant's days_from_civil.
    let year = if month <= 2 { year - 1 } else { year };
    year * 365 + year / 4 - year / 100 + year / 400 + (153 * ((month + 9) % 12) + 2) / 5 + day
}

/// Years from the first commit to acceptance.
fn years(project: &Value) -> f64 {
    (days(&project["accepted"]) - days(&project["first_commit"])) as f64 / 365.2425
}

/// The projects that a query shows, in the bundled catalog.
fn shown(query: &str) -> Vec<u16> {
    let index = Index::bundled();
    filter::scope(index, &query::parse(index, query))
}

fn sizes(groups: &[Group]) -> Vec<(&str, usize)> {
    groups.iter().map(|group| (group.name.as_str(), group.projects.len())).collect()
}

fn names(numbers: &[u16]) -> Vec<&'static str> {
    numbers.iter().map(|&number| Index::bundled().catalog.projects[usize::from(number)].name).collect()
}

fn facet(key: &str) -> usize {
    FACETS.iter().position(|facet| facet.key == key).unwrap()
}

#[test]
fn every_chart_has_a_name_and_something_to_count() {
    for lang in LANGUAGES {
        for insight in &INSIGHTS {
            assert!(!(insight.label)(lang.messages(), lang.late()).is_empty(), "{}", insight.key);
        }
    }
}

#[test]
fn values_of_a_facet_are_counted_among_the_projects_given() {
    let index = Index::bundled();
    for query in ["", "part=4", "category=security-compliance", "q=mesh"] {
        let shown = shown(query);
        let ids: Vec<&str> = shown.iter().map(|&n| index.catalog.projects[usize::from(n)].id).collect();
        for (key, field) in [("language", "languages"), ("licence", "licence"), ("region", "region")] {
            let mut plain: BTreeMap<String, u16> = BTreeMap::new();
            for project in projects(|project| ids.contains(&project["id"].as_str().unwrap())) {
                let values = match &project[field] {
                    Value::Array(values) => values.clone(),
                    Value::Null => Vec::new(),
                    value => vec![value.clone()],
                };
                for value in values {
                    *plain.entry(text(&value).to_lowercase()).or_default() += 1;
                }
            }
            let facet = facet(key);
            let counts = insight::counts(index, &shown, facet);
            let slugs = index.values(facet).iter().map(|value| value.slug.clone());
            let counted: BTreeMap<String, u16> = slugs.zip(counts).filter(|&(_, n)| n > 0).collect();
            assert_eq!(counted, plain, "{key} of {query:?}");
        }
    }
}

#[test]
fn the_largest_stand_first_and_equals_stay_as_they_are() {
    assert_eq!(insight::largest_first(&[2, 7, 0, 7, 2]), [1, 3, 0, 4, 2]);
    assert_eq!(insight::largest_first(&[]), [0; 0]);
}

#[test]
fn owners_go_by_their_first_name() {
    let groups = insight::owners(Index::bundled(), &shown(""), Lang::En);
    // Counted by hand: "Microsoft" also occurs with "(Azure)" and with "(Azure Kubernetes Service team)".
    let first = [
        ("Red Hat", 6),
        ("Microsoft", 5),
        ("Huawei", 4),
        ("DaoCloud", 3),
        ("Ant Group", 2),
        ("Banzai Cloud", 2),
        ("Kinvolk", 2),
    ];
    let mut sorted = sizes(&groups)[..7].to_vec();
    sorted.sort_by_key(|&(name, n)| (usize::MAX - n, name));
    assert_eq!(sorted, first);
    assert!(groups[7..].iter().all(|group| group.projects.len() == 1));
    assert!(sizes(&groups).contains(&("CyberAgent", 1)), "{groups:?}");
    let all: usize = groups.iter().map(|group| group.projects.len()).sum();
    assert_eq!(all, projects(|project| project["owner"].is_object()).len());

    let zh = insight::owners(Index::bundled(), &shown(""), Lang::Zh);
    assert!(sizes(&zh).contains(&("微软", 5)) && sizes(&zh).contains(&("CloudByte", 1)), "{zh:?}");
}

#[test]
fn only_so_many_groups_are_shown_and_no_equals_are_parted() {
    let group = |n: u16| Group { name: String::new(), projects: (0..n).collect() };
    let top = |sizes: &[u16], most| insight::top(&sizes.iter().map(|&n| group(n)).collect::<Vec<_>>(), most);
    assert_eq!(top(&[3, 2, 1, 1], 4), 4);
    assert_eq!(top(&[3, 2, 1, 1], 3), 2);
    assert_eq!(top(&[3, 2, 2, 1], 3), 3);
    assert_eq!(top(&[1, 1, 1, 1], 3), 3);
    assert_eq!(top(&[], 3), 0);
}

#[test]
fn ages_are_counted_in_whole_years() {
    for query in ["", "part=1", "part=2", "part=3", "part=4", "language=rust"] {
        let shown = shown(query);
        let ids: Vec<&str> = shown.iter().map(|&n| Index::bundled().catalog.projects[usize::from(n)].id).collect();
        let mut plain = vec![0; 8];
        for project in projects(|project| ids.contains(&project["id"].as_str().unwrap())) {
            plain[(years(&project) as usize).min(7)] += 1;
        }
        let groups = insight::ages(Index::bundled(), &shown, Lang::En);
        let counted: Vec<usize> = groups.iter().map(|group| group.projects.len()).collect();
        assert_eq!(counted, plain, "{query:?}");
    }
    let labels = |lang| insight::ages(Index::bundled(), &[], lang).into_iter().map(|group| group.name);
    let some = |lang| labels(lang).step_by(7).chain(labels(lang).skip(1).take(1)).collect::<Vec<_>>();
    assert_eq!(some(Lang::En), ["under 1 year", "7 years or more", "1–2 years"]);
    assert_eq!(some(Lang::Zh), ["不到 1 年", "7 年及以上", "1～2 年"]);
}

#[test]
fn a_year_is_complete_on_its_day() {
    let check = |earlier, date: (u16, u8, u8), expected| {
        let (year, month, day_of_month) = date;
        assert_eq!(day(year, month, day_of_month).whole_years_since(earlier), expected);
    };
    check(day(2022, 7, 2), (2023, 6, 30), 0);
    check(day(2022, 7, 2), (2023, 7, 1), 0);
    check(day(2022, 7, 2), (2023, 7, 2), 1);
    check(day(2016, 2, 29), (2024, 2, 28), 7);
    check(day(2016, 2, 29), (2024, 2, 29), 8);
    check(day(2024, 1, 1), (2023, 1, 1), 0);
}

#[test]
fn the_table_counts_each_value_in_each_part() {
    let index = Index::bundled();
    let part = PART;
    for (key, of) in [
        ("category", (|project| text(&project["category"])) as fn(&Value) -> String),
        ("maturity", |project| text(&project["maturity"]["level"])),
    ] {
        let rows = facet(key);
        for (query, holds) in [
            ("", (|_| true) as fn(&Value) -> bool),
            // A selection in the table itself does not filter the table; every other one does.
            ("category=database&part=1&maturity=archived", |_| true),
            ("language=rust&part=2", |project| project["languages"].as_array().unwrap().contains(&"Rust".into())),
            ("region=china", |project| project["region"] == "china"),
        ] {
            // The other table's facet would filter this one.
            let query = match key {
                "category" => query.replace("&maturity=archived", ""),
                _ => query.replace("category=database&", ""),
            };
            let projects = insight::whatever(index, &shown(""), &query::parse(index, &query), rows);
            let table = CrossTable::new(index, &projects, rows);
            let row_values = index.values(rows).iter().enumerate();
            for (row, value) in row_values.map(|(n, value)| (Some(n as u16), Some(&value.slug))).chain([(None, None)]) {
                let parts = index.values(part).iter().enumerate();
                for (column, slug) in parts.map(|(n, value)| (Some(n as u16), Some(&value.slug))).chain([(None, None)])
                {
                    let plain = count(|project| {
                        holds(project)
                            && value.is_none_or(|value| of(project) == *value)
                            && slug.is_none_or(|slug| text(&project["part"]) == *slug)
                    });
                    assert_eq!(table.count(row, column), plain, "{key} {value:?} {slug:?} with {query:?}");
                }
            }
        }
    }
}

#[test]
fn the_gist_is_one_line_of_the_most_telling_facts() {
    let check = |query: &str, en: &str, zh: &str| {
        let gist = |lang| insight::summary(Index::bundled(), &shown(query), lang);
        assert_eq!((gist(Lang::En).as_str(), gist(Lang::Zh).as_str()), (en, zh));
    };
    let rust = count(|project| project["languages"].as_array().unwrap().contains(&"Rust".into()));
    assert_eq!(rust, 6);
    check(
        "part=4",
        "13 projects · 10 written in Go · 13 under Apache-2.0 · median age at acceptance: 3.1 years",
        "13 个项目 · 10 个用 Go 编写 · 13 个采用 Apache-2.0 · 进入沙箱时的年龄中位数：3.1 年",
    );
    check(
        "language=rust",
        "6 projects · 6 written in Rust · 6 under Apache-2.0 · median age at acceptance: 2.0 years",
        "6 个项目 · 6 个用 Rust 编写 · 6 个采用 Apache-2.0 · 进入沙箱时的年龄中位数：2.0 年",
    );
    check("q=zzzz", "0 projects", "0 个项目");
}

#[test]
fn the_median_is_the_one_in_the_middle_or_between_two() {
    static FOUR: catalog::model::Catalog = tiny::catalog(&[
        Project { first_commit: day(2023, 1, 1), ..PLAIN },
        Project { first_commit: day(2020, 1, 1), ..PLAIN },
        Project { first_commit: day(2022, 1, 1), ..PLAIN },
        Project { first_commit: day(2014, 1, 1), ..PLAIN },
    ]);
    let index = Index::new(&FOUR);
    assert_eq!(insight::median_age(&index, &[]), None);
    assert_eq!(insight::median_age(&index, &[3]), Some(100));
    assert_eq!(insight::median_age(&index, &[3, 0, 2]), Some(20));
    assert_eq!(insight::median_age(&index, &[0, 1, 2, 3]), Some(30));
}

// ── the closing statements of the series; the numbers are those found when the facts were gathered ──

/// A statement of a part, by a piece of its English text: found, total, and whether it differs.
#[track_caller]
fn said(part: &str, piece: &str) -> (u16, u16, bool) {
    let statements = insight::statements(Index::bundled(), part);
    let matching: Vec<_> = statements.iter().filter(|statement| statement.text.en.contains(piece)).collect();
    assert_eq!(matching.len(), 1, "{piece:?} in {statements:#?}");
    (matching[0].found, matching[0].total, matching[0].differs)
}

#[test]
fn the_parts_have_13_12_14_and_13_projects() {
    for (part, n) in [("1", 13), ("2", 12), ("3", 14), ("4", 13)] {
        assert_eq!(said(part, "entered the Sandbox"), (n, n, false));
        assert_eq!(count(|project| project["part"] == part), n);
    }
}

#[test]
fn part_1_says_of_itself_what_the_facts_say_but_for_its_ages() {
    let of_part = |holds: fn(&Value) -> bool| count(|project| project["part"] == "1" && holds(project));
    let go = of_part(|project| project["languages"].as_array().unwrap().contains(&"Go".into()));
    assert_eq!((go, said("1", "Go")), (11, (11, 13, false)));
    assert_eq!(of_part(|project| project["languages"][0] == "Go"), 10);

    let apache = of_part(|project| project["licence"] == "Apache-2.0");
    assert_eq!((apache, said("1", "Apache 2.0")), (12, (12, 13, false)));

    let companies = of_part(|project| project["region"] != "community");
    assert_eq!((companies, said("1", "large companies")), (11, (11, 13, false)));

    let young = of_part(|project| (2.0..3.0).contains(&years(project)));
    assert_eq!((young, said("1", "2–3 years")), (1, (1, 13, true)));
    assert_eq!(insight::median_age(Index::bundled(), &shown("part=1")), Some(32));

    // The four youngest, 1.0 to 1.4 years old; one of them is just short of its first year.
    assert_eq!(said("1", "a year or less"), (1, 13, true));
    let mut by_age = projects(|project| project["part"] == "1");
    by_age.sort_by(|one, other| years(one).total_cmp(&years(other)));
    let mut youngest: Vec<String> = by_age[..4].iter().map(|project| text(&project["name"])).collect();
    youngest.sort();
    assert_eq!(youngest, ["HwameiStor", "Kepler", "KubeClipper", "Xline"]);
    assert!(years(&by_age[0]) > 0.95 && years(&by_age[3]) < 1.45 && years(&by_age[4]) > 1.9);

    let old = of_part(|project| years(project) >= 7.0);
    assert_eq!((old, said("1", "over 7 years")), (3, (3, 13, false)));
    let groups = insight::ages(Index::bundled(), &shown("part=1"), Lang::En);
    let mut oldest = names(&groups[7].projects);
    oldest.sort_unstable();
    assert_eq!(oldest, ["Microcks", "SOPS", "SlimToolkit"]);
    for project in projects(|project| oldest.contains(&project["name"].as_str().unwrap())) {
        assert!(text(&project["first_commit"]).starts_with("2015"), "{}", project["name"]);
    }
}

#[test]
fn part_4_says_of_itself_what_the_facts_say_but_for_three_things() {
    let of_part = |holds: fn(&Value) -> bool| count(|project| project["part"] == "4" && holds(project));
    let young = of_part(|project| (2.0..3.0).contains(&years(project)));
    assert_eq!((young, said("4", "2–3 years")), (3, (3, 13, true)));
    assert_eq!(of_part(|project| (3.0..3.65).contains(&years(project))), 5);
    assert_eq!(insight::median_age(Index::bundled(), &shown("part=4")), Some(31));

    assert_eq!(said("4", "exceptions"), (3, 13, false));
    let old = projects(|project| project["part"] == "4" && years(project) >= 5.0);
    let mut old: Vec<_> = old.iter().map(|it| (text(&it["name"]), text(&it["first_commit"])[..4].to_owned())).collect();
    old.sort();
    let old: Vec<(&str, &str)> = old.iter().map(|(name, year)| (name.as_str(), year.as_str())).collect();
    assert_eq!(old, [("Cartography", "2019"), ("OVN-Kubernetes", "2016"), ("OpenEBS", "2016")]);

    let asia = of_part(|project| ["china", "korea", "japan"].map(Value::from).contains(&project["region"]));
    assert_eq!((asia, said("4", "China, Korea and Japan")), (6, (6, 13, false)));
    assert_eq!(shown("part=4&region=china,korea,japan").len(), 6);

    assert_eq!(said("4", "AI/ML"), (2, 13, false));
    assert_eq!(said("4", "networking"), (4, 13, false));

    let main = |language: &str| count(|project| project["part"] == "4" && project["languages"][0] == language);
    assert_eq!(["Go", "Rust", "Java", "Python"].map(main), [9, 2, 1, 1]);
    assert_eq!(said("4", "Go dominates"), (10, 13, false));
    assert_eq!(said("4", "neither Go nor Rust"), (2, 13, true));

    // KAITO was under MIT when the article was written.
    let apache = of_part(|project| project["licence"] == "Apache-2.0");
    assert_eq!((apache, said("4", "Apache 2.0")), (13, (13, 13, true)));
}

#[test]
fn what_differs_says_why_and_every_part_says_something() {
    for statement in data::statements() {
        let is_known = Index::bundled().catalog.parts.iter().any(|part| part.slug == statement.part);
        assert!(is_known && !statement.text.en.is_empty() && !statement.text.zh.is_empty(), "{statement:?}");
        assert!(!statement.differs || !statement.note.en.is_empty() && !statement.note.zh.is_empty(), "{statement:?}");
    }
    assert_eq!(["1", "2", "3", "4"].map(|part| insight::statements(Index::bundled(), part).len()), [7, 1, 1, 9]);
}

#[test]
fn nothing_is_said_of_another_catalogs_projects() {
    assert!(insight::statements(&tiny(), "1").is_empty());
}
