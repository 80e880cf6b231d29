//! The details of each project.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use catalog::model::Project;
use sandbox_explorer::data;
use sandbox_explorer::filter::age_in_tenths;
use sandbox_explorer::i18n::{LANGUAGES, Lang, number};
use serde_json::Value;

use super::node::Node;
use super::{check_tidy, names, render};

/// A page with the details of a project open, and little else.
fn open(project: &Project, lang: Lang) -> Node {
    render(&[
        &format!("lang={}", lang.tag()),
        &format!("query=project={}", project.id),
        &format!("scope=project={}", project.id),
        "without-search",
        "without-tabs",
        "without-facets",
        "without-sort",
    ])
}

/// The value next to a term.
fn fact(dialog: &Node, term: &str) -> Option<String> {
    let rows = dialog.filter(&|node| node.tag == "div" && node.tags("dt").first().is_some_and(|dt| dt.text() == term));
    rows.first().map(|row| row.tags("dd")[0].text())
}

/// Every project in every language with its page, rendered once for all tests.
fn each() -> impl Iterator<Item = (&'static Project, Lang, &'static Node)> {
    static PAGES: LazyLock<Vec<(&Project, Lang, Node)>> = LazyLock::new(|| {
        let rows = |project| LANGUAGES.into_iter().map(move |lang| (project, lang));
        let rows = data::bundled().projects.iter().flat_map(rows);
        rows.map(|(project, lang)| (project, lang, open(project, lang))).collect()
    });
    PAGES.iter().map(|(project, lang, page)| (*project, *lang, page))
}

#[test]
fn the_dialog_is_named_after_its_project() {
    for (project, _, page) in each() {
        let dialog = page.one("dialog");
        assert_eq!(dialog.name(), project.name);
        assert_eq!(dialog.all("heading")[0].text(), project.name);
    }
}

#[test]
fn every_fact_is_there() {
    for (project, lang, page) in each() {
        let (dialog, m, late) = (page.one("dialog"), lang.messages(), lang.late());
        let check = |term: &str, expected: Option<String>| {
            assert_eq!(fact(dialog, term), expected, "{} {}", project.id, term);
        };
        let date = |date| m.date(date);
        let list = |items: &[&str]| (!items.is_empty()).then(|| items.join(m.list_separator));
        check(m.licence, Some(project.licence.into()));
        check(m.language, list(project.languages));
        check(m.part, Some(m.part_short.fill([project.part])));
        check(m.first_commit, Some(date(project.first_commit)));
        check(late.accepted, Some(date(project.accepted)));
        check(late.age, Some(late.years(age_in_tenths(project))));
        check(late.owner, project.owner.map(|owner| lang.label(owner).into()));
        let region = data::bundled().regions.iter().find(|region| Some(region.slug) == project.region);
        check(m.region, region.map(|region| lang.label(region.name).into()));
        check(late.also_known_as, list(project.former_names));
        check(m.maturity, Some(late.counted.fill([m.level(project.maturity.level), &date(project.maturity.since)])));
        let late = lang.late();
        let activity = project.activity.expect("every repository has commits");
        check(m.last_commit, Some(late.as_of.fill([&date(activity.last_commit), &date(activity.as_of)])));
        let release =
            project.activity.and_then(|it| it.release).map(|it| [it.tag, &date(it.date)].join(m.list_separator));
        check(late.release, release.map(|it| late.as_of.fill([&it, &date(activity.as_of)])));
        check(late.maintainers, project.maintainers.map(|it| late.counted.fill([&number(it.value), &date(it.as_of)])));
        let told = fact(dialog, late.companies).unwrap_or_default();
        for company in project.maintainers.map_or(&[][..], |it| it.companies) {
            let expected = format!("{} {}", lang.label(company.name), company.value);
            assert!(told.contains(&expected), "{}: {expected} in {told}", project.id);
        }
        assert_eq!(fact(dialog, late.applied).is_some(), project.applied.is_some(), "{}", project.id);
        if let Some((day, told)) = project.applied.zip(fact(dialog, late.applied)) {
            assert!(told.contains(&date(day)), "{told}");
        }
        let former = fact(dialog, late.former_repositories).unwrap_or_default();
        for address in project.former_repositories {
            assert!(former.contains(address.trim_start_matches("https://github.com/")), "{}: {former}", project.id);
        }
        let stay =
            project.history.map(|history| late.stayed.fill([&date(history.first_accepted), &date(history.archived)]));
        check(late.earlier_stay, stay);
        let counts = project.counts;
        for (term, count) in
            [(late.stars, counts.stars), (late.contributors, counts.contributors), (late.authors, counts.authors)]
        {
            let found = fact(dialog, term);
            assert_eq!(found.is_some(), count.is_some(), "{} {term}", project.id);
            if let (Some(found), Some(count)) = (found, count) {
                assert!(found.contains(&number(count.value)) && found.contains(&date(count.as_of)), "{found}");
            }
        }
    }
}

#[test]
fn every_text_is_there() {
    for (project, lang, page) in each() {
        let text = page.one("dialog").text();
        let category = data::bundled().categories.iter().find(|category| category.slug == project.category).unwrap();
        let texts = project
            .features
            .iter()
            .chain([&project.summary])
            .map(|&text| lang.of(text))
            .chain([lang.label(category.name)]);
        for expected in texts.chain(project.tags.iter().copied()) {
            let expected = expected.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains(&expected), "{}: {expected}", project.id);
        }
    }
}

#[test]
fn every_link_is_there_and_no_other() {
    let catalog: Value = serde_json::from_str(data::JSON).unwrap();
    let projects = catalog["projects"].as_array().unwrap();
    for (project, _, page) in each() {
        // As published, so that a link which is declared and not shown is noticed.
        let published = projects.iter().find(|published| published["id"] == project.id).expect(project.id);
        let links = published["links"].as_object().unwrap().values().map(|address| address.as_str().unwrap());
        let expected: BTreeSet<&str> = links.chain(project.former_repositories.iter().copied()).collect();
        let dialog = page.one("dialog");
        let found: BTreeSet<&str> = dialog.all("link").iter().filter_map(|link| link.attr("href")).collect();
        assert_eq!(found, expected, "{}", project.id);
        let names = names(&dialog.all("link"));
        let unique: BTreeSet<&String> = names.iter().collect();
        assert_eq!(unique.len(), names.len(), "{}: links of the same name: {names:?}", project.id);
    }
}

#[test]
fn every_disagreement_is_told_with_both_sides() {
    for (project, lang, page) in each() {
        let text = page.one("dialog").text();
        assert_eq!(text.contains(lang.late().disputes), !project.disputes.is_empty(), "{}", project.id);
        for dispute in project.disputes {
            for expected in dispute.values.iter().map(|claim| claim.value).chain([dispute.note]) {
                assert!(text.contains(lang.of(expected)), "{}: {}", project.id, lang.of(expected));
            }
        }
    }
}

#[test]
fn every_source_is_named_with_its_day() {
    for (project, lang, page) in each() {
        let text = page.one("dialog").text();
        for (_, slug) in project.sources {
            let source = data::bundled().sources.iter().find(|source| source.slug == *slug).unwrap();
            let day = source.as_of.unwrap_or(project.snapshot.date);
            assert!(text.contains(lang.label(source.name)), "{}: {slug}", project.id);
            assert!(text.contains(&lang.messages().date(day)), "{}: {slug}", project.id);
        }
    }
}

#[test]
fn nothing_unknown_and_nothing_empty_is_shown() {
    for (project, lang, page) in each() {
        check_tidy(page, &format!("{} {}", project.id, lang.tag()));
    }
}

#[test]
fn what_a_source_says_and_who_it_is_are_two_words() {
    // They ran together, "Scheduling & Orchestrationthe series, Part 4", where the text is read without its style.
    for (project, lang, page) in each() {
        let text = page.one("dialog").text();
        for claim in project.disputes.iter().flat_map(|dispute| dispute.values) {
            let source = data::bundled().sources.iter().find(|source| source.slug == claim.source).unwrap();
            let together = [lang.of(claim.value), lang.label(source.name)].concat();
            assert!(!text.contains(&together), "{}: {together}", project.id);
        }
    }
}

#[test]
fn no_dialog_content_is_there_while_it_is_closed() {
    let page = render(&[]);
    assert_eq!(page.one("dialog").attr("open"), None);
    assert_eq!(page.one("dialog").all("heading").len(), 0);
}
