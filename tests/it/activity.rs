//! How long a project has been without commits, and when this is not known; every figure has its date and source.

use std::collections::BTreeMap;

use catalog::model::{Activity, Company, Count, Date, Extras, Label, Maintainers, Project};
use sandbox_explorer::activity::{months_waited, months_without, newest_record, quiet_since};
use sandbox_explorer::data;
use sandbox_explorer::facet::Index;
use sandbox_explorer::i18n::Lang;
use sandbox_explorer::insight::{self, By, INSIGHTS};

use crate::tiny::{PLAIN, ask, catalog, day, ids};

/// Months without a commit in a catalog of 1 January 2026, and whether a card shows the last commit: as a fact (`Some(true)`), as the
/// last one on record (`Some(false)`), or not at all.
#[track_caller]
fn check(last_commit: Date, as_of: Date, expected: Option<u32>, is_told: Option<bool>) {
    let project = Project { activity: Some(Activity { last_commit, as_of, source: "" }), ..PLAIN };
    let catalog = catalog(&[]);
    assert_eq!(months_without(&catalog, &project), expected, "{last_commit} as of {as_of}");
    let quiet = is_told.map(|is_sure| (last_commit, is_sure));
    assert_eq!(quiet_since(&catalog, &project), quiet, "{last_commit} as of {as_of}");
}

#[test]
fn months_without_a_commit_are_whole_ones_up_to_the_day_of_the_look() {
    let read = day(2026, 1, 1);
    check(read, read, Some(0), None);
    check(day(2025, 12, 2), read, Some(0), None);
    check(day(2025, 12, 1), read, Some(1), None);
    check(day(2025, 1, 2), read, Some(11), None);
    check(day(2025, 1, 1), read, Some(12), Some(true));
    check(day(2019, 5, 0), read, Some(80), Some(true));
    // Not counted up to the catalog's date, because the repository has not been read since.
    check(day(2024, 12, 10), day(2025, 12, 9), Some(11), Some(false));
    check(day(2024, 12, 10), day(2025, 12, 10), Some(12), Some(true));
}

#[test]
fn an_old_look_says_only_what_is_on_record() {
    check(day(2024, 6, 1), day(2025, 7, 2), Some(13), Some(true));
    check(day(2024, 6, 1), day(2025, 7, 1), None, Some(false));
    check(day(2017, 6, 1), day(2024, 1, 1), None, Some(false));
    check(day(2025, 1, 2), day(2025, 1, 3), None, None);
    assert_eq!(months_without(&catalog(&[]), &PLAIN), None);
    assert_eq!(quiet_since(&catalog(&[]), &PLAIN), None);
    // The stored copies of these repositories end early; all four have had commits since, or may have had.
    let bundled = data::bundled();
    let told: Vec<&str> = bundled
        .projects
        .iter()
        .filter(|project| quiet_since(bundled, project).is_some_and(|(_, is_sure)| !is_sure))
        .map(|project| project.id)
        .collect();
    assert_eq!(told.len(), 4, "{told:?}");
    for id in ["sermant", "openebs", "kubeslice", "xline"] {
        assert!(told.contains(&id), "{told:?}");
    }
}

#[test]
fn the_wait_for_acceptance_is_in_months() {
    let waited = |applied, accepted| {
        months_waited(&Project { accepted, extras: Extras { applied: Some(applied), ..PLAIN.extras }, ..PLAIN })
    };
    assert_eq!(waited(day(2023, 6, 10), day(2023, 6, 20)), Some(0));
    assert_eq!(waited(day(2023, 6, 10), day(2023, 7, 12)), Some(1));
    assert_eq!(waited(day(2022, 10, 27), day(2023, 3, 7)), Some(4));
    assert_eq!(waited(day(2024, 1, 17), day(2024, 6, 0)), Some(5));
    assert_eq!(months_waited(&PLAIN), None);
}

const READ: Date = day(2026, 1, 1);

const fn active(id: &'static str, last_commit: Option<Date>, as_of: Date) -> Project {
    let activity = match last_commit {
        Some(last_commit) => Some(Activity { last_commit, as_of, source: "" }),
        None => None,
    };
    Project { id, name: id, activity, ..PLAIN }
}

#[test]
fn what_was_last_worked_on_stands_first_and_unknown_ones_last_by_name() {
    static PROJECTS: [Project; 5] = [
        active("b", None, READ),
        active("old", Some(day(2017, 1, 1)), READ),
        active("a", None, READ),
        active("new", Some(day(2025, 12, 31)), READ),
        active("copy", Some(day(2024, 12, 31)), day(2025, 1, 1)),
    ];
    let index = Index::new(Box::leak(Box::new(catalog(&PROJECTS))));
    assert_eq!(ids(&index, &ask(&index, "", "sort=last-commit").shown), "new copy old a b");
}

#[test]
fn the_chart_of_last_commits_counts_back_from_the_newest_record() {
    static PROJECTS: [Project; 8] = [
        active("today", Some(READ), READ),
        active("december", Some(day(2025, 12, 1)), READ),
        active("october", Some(day(2025, 10, 1)), READ),
        active("january", Some(day(2025, 1, 2)), READ),
        active("a-year", Some(day(2025, 1, 1)), READ),
        active("older", Some(day(2018, 1, 0)), READ),
        active("copy", Some(day(2024, 12, 31)), day(2025, 1, 1)),
        active("unknown", None, READ),
    ];
    let index = Index::new(Box::leak(Box::new(catalog(&PROJECTS))));
    let found = |shown: &[u16]| -> Vec<(String, String)> {
        let groups = insight::last_commits(&index, shown, Lang::En);
        groups.into_iter().map(|group| (group.name, ids(&index, &group.projects))).collect()
    };
    let mut expected = vec![
        ("less than 1 month before", "today"),
        ("1–3 months before", "december"),
        ("3–12 months before", "october january"),
        ("over a year before", "a-year older copy"),
        ("no record", "unknown"),
    ];
    let texts = |rows: &[(&str, &str)]| -> Vec<(String, String)> {
        rows.iter().map(|(name, ids)| ((*name).to_owned(), (*ids).to_owned())).collect()
    };
    assert_eq!(found(&[0, 1, 2, 3, 4, 5, 6, 7]), texts(&expected));
    expected.pop();
    assert_eq!(found(&[0, 1, 2, 3, 4, 5, 6]), texts(&expected));
    assert_eq!(newest_record(index.catalog), Some(READ));
    // The bundled projects differ.
    let all: Vec<u16> = (0..52).collect();
    let groups = insight::last_commits(Index::bundled(), &all, Lang::En);
    assert!(groups.len() == 4 && groups.iter().all(|group| !group.projects.is_empty()));
}

const fn maintained(id: &'static str, value: u32, companies: &'static [Company], independent: u32) -> Project {
    let count = Count { value, as_of: READ, source: "" };
    let maintainers = Some(Maintainers { count, companies, independent });
    Project { id, name: id, extras: Extras { maintainers, ..PLAIN.extras }, ..PLAIN }
}

const fn company(en: &'static str, zh: &'static str, value: u32) -> Company {
    Company { name: Label { en, zh, zh_hant: "" }, value }
}

#[test]
fn companies_are_counted_by_projects_and_who_depends_on_one_is_said() {
    static PROJECTS: [Project; 5] = [
        maintained("one", 3, &[company("Acme", "甲", 3)], 0),
        maintained("most", 4, &[company("Acme", "甲", 3)], 1),
        maintained("two", 2, &[company("Acme", "甲", 1), company("Zeta", "乙", 1)], 0),
        maintained("nobody", 2, &[], 2),
        PLAIN,
    ];
    let index = Index::new(Box::leak(Box::new(catalog(&PROJECTS))));
    let all: Vec<u16> = (0..5).collect();
    let groups = |lang| -> Vec<(String, Vec<u16>)> {
        insight::companies(&index, &all, lang).into_iter().map(|group| (group.name, group.projects)).collect()
    };
    assert_eq!(groups(Lang::En), [("Acme".to_owned(), vec![0, 1, 2]), ("Zeta".to_owned(), vec![2])]);
    assert_eq!(groups(Lang::Zh)[0].0, "甲");
    let told = |shown: &[u16]| match INSIGHTS.iter().find(|insight| insight.key == "companies").unwrap().by {
        By::Groups(_, told) => told(&index, shown, Lang::En),
        _ => unreachable!(),
    };
    assert_eq!(told(&all), "In 1 of 4 projects, all maintainers are from one company.");
    assert_eq!(told(&[4]), "");
}

#[test]
fn no_figure_is_without_a_day_and_a_source() {
    let catalog = data::bundled();
    let is_source = |slug: &str| catalog.sources.iter().any(|source| source.slug == slug);
    let mut n = 0;
    for project in catalog.projects {
        let extras = project.extras;
        let counts = [project.stars, project.contributors, project.authors, extras.maintainers.map(|it| it.count)];
        for count in counts.into_iter().flatten() {
            n += 1;
            assert!(count.as_of.month > 0 && count.as_of <= catalog.as_of && is_source(count.source), "{}", project.id);
        }
        let activity = project.activity.expect(project.id);
        assert!(
            activity.as_of.day > 0 && activity.as_of <= catalog.as_of && is_source(activity.source),
            "{}",
            project.id
        );
        assert_eq!(activity.last_commit, project.snapshot_date, "{}: two days of one commit", project.id);
        assert!(extras.release.is_none_or(|release| release.date.day > 0 && release.date <= activity.as_of));
        assert!(activity.last_commit <= activity.as_of, "{}", project.id);
    }
    assert!(n > 100, "{n}");
}

#[test]
fn a_company_is_written_one_way() {
    let mut spellings: BTreeMap<String, Label> = BTreeMap::new();
    for company in data::bundled().projects.iter().filter_map(|it| it.extras.maintainers).flat_map(|it| it.companies) {
        for name in [company.name.en, company.name.zh] {
            let plain: String = name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
            assert!(!["", "independent", "individual", "individualdeveloper"].contains(&plain.as_str()), "{name}");
            let before = spellings.insert(plain, company.name);
            assert!(before.is_none_or(|before| before == company.name), "{before:?}, {:?}", company.name);
        }
    }
    assert!(spellings.len() > 60, "{}", spellings.len());
}
