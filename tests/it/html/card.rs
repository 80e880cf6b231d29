//! The cards.

use catalog::model::Date;
use sandbox_explorer::{activity, data};

use super::node::Node;
use super::{in_each_language, names, render};

#[test]
fn each_project_is_an_article_with_its_facts() {
    let catalog = data::bundled();
    for (lang, page) in in_each_language("") {
        let messages = lang.messages();
        let cards = page.all("article");
        assert_eq!(cards.len(), 52);
        for (card, project) in cards.iter().zip(catalog.projects) {
            assert_eq!(card.one("heading").text(), project.name);
            let text = card.text();
            let category = catalog.categories.iter().find(|category| category.slug == project.category).unwrap();
            let month = |date: Date| messages.date(Date { day: 0, ..date });
            for fact in [
                lang.label(category.name),
                lang.of(project.summary),
                project.licence,
                &messages.part_short.fill([project.part]),
                &month(project.first_commit),
                &month(project.accepted),
            ] {
                assert!(text.contains(fact), "{}: {fact}", project.id);
            }
            for language in project.languages {
                assert!(text.contains(language), "{}: {language}", project.id);
            }
            let times: Vec<&str> = card.tags("time").iter().filter_map(|time| time.attr("datetime")).collect();
            let quiet = activity::quiet_since(catalog, project).map(|(date, _)| date.to_string());
            let dates = [project.first_commit.to_string(), project.accepted.to_string()];
            assert_eq!(times, quiet.into_iter().chain(dates).collect::<Vec<_>>());
        }
    }
}

#[test]
fn a_card_opens_by_its_name_and_is_picked_by_a_button_that_says_whose_it_is() {
    for (lang, page) in in_each_language("") {
        for (card, project) in page.all("article").iter().zip(data::bundled().projects) {
            let pick = [lang.messages().compare, ": ", project.name].concat();
            assert_eq!(names(&card.all("button")), [project.name, &pick]);
            assert_eq!(names(&card.one("heading").all("button")), [project.name]);
            assert_eq!(card.all("button")[1].attr("aria-pressed"), Some("false"));
        }
    }
}

#[test]
fn cards_are_a_list() {
    let page = render(&[]);
    let lists = page.filter(&|node| node.role() == "list" && !node.all("article").is_empty());
    assert_eq!(lists.len(), 1);
    // Safari does not treat a list without bullets as a list unless it has the role.
    assert_eq!(lists[0].attr("role"), Some("list"));
    assert_eq!(lists[0].all("listitem").len(), 52);
}

#[test]
fn headings_have_the_level_that_the_page_asks_for() {
    let levels = |page: &Node| {
        let mut tags: Vec<String> = page.all("heading").iter().map(|heading| heading.tag.clone()).collect();
        tags.dedup();
        tags
    };
    assert_eq!(levels(&render(&[])), ["h3"]);
    for level in ["2", "3", "4", "5", "6"] {
        assert_eq!(levels(&render(&[&format!("heading-level={level}")])), [format!("h{level}")]);
    }
}

#[test]
fn links_say_whose_they_are_and_open_apart() {
    for (lang, page) in in_each_language("") {
        let messages = lang.messages();
        for (card, project) in page.all("article").iter().zip(data::bundled().projects) {
            let links = card.all("link");
            let hrefs: Vec<_> = links.iter().filter_map(|link| link.attr("href")).collect();
            assert_eq!(hrefs, [project.links.website, project.links.repository]);
            assert!(links[0].name().starts_with(messages.website) && links[0].name().contains(project.name));
            assert!(links[1].name().starts_with(messages.code) && links[1].name().contains(project.name));
        }
        for link in page.all("link") {
            assert_eq!(link.attr("target"), Some("_blank"));
            assert_eq!(link.attr("rel"), Some("noopener noreferrer"));
            // The visible label is part of the accessible name, for voice control.
            assert!(link.name().contains(&link.text()), "{}", link.name());
        }
    }
}

#[test]
fn who_has_left_the_sandbox_says_so() {
    for (lang, page) in in_each_language("") {
        let messages = lang.messages();
        for (card, project) in page.all("article").iter().zip(data::bundled().projects) {
            let since = project.maturity.since.year.to_string();
            let archived = messages.archived_in.fill([&since]);
            let incubating = messages.since.fill([messages.incubating, &since]);
            let text = card.text();
            assert_eq!(text.contains(&archived), project.maturity.level == "archived", "{}: {text}", project.id);
            assert_eq!(text.contains(&incubating), project.maturity.level == "incubating", "{}: {text}", project.id);
        }
        assert_eq!(page.text().matches(messages.incubating).count(), 3, "two cards and one option");
    }
}
