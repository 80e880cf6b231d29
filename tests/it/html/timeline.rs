//! The timeline: its first view.

use catalog::model::{Date, Project};
use sandbox_explorer::data;
use sandbox_explorer::i18n::LANGUAGES;

use super::node::Node;
use super::{names, render};

/// The batches shown: the heading, and the names of the projects under it.
fn batches(page: &Node) -> Vec<(String, Vec<String>)> {
    let groups = page.filter(&|node| {
        let class = node.attr("class").unwrap_or_default();
        class == "se-batch" && node.attr("hidden").is_none()
    });
    groups.iter().map(|group| (group.one("heading").text(), names(&group.all("button")))).collect()
}

/// A position, in hundredths of a percent.
fn place(node: &Node, attribute: &str) -> u32 {
    let place = node.attr(attribute).unwrap().strip_suffix('%').unwrap();
    let (whole, hundredths) = place.split_once('.').unwrap();
    assert_eq!(hundredths.len(), 2, "{place}");
    whole.parse::<u32>().unwrap() * 100 + hundredths.parse::<u32>().unwrap()
}

/// The drawn lines, each with its project.
fn lines(page: &Node) -> Vec<(&'static Project, &Node)> {
    let items =
        page.filter(&|node| node.role() == "listitem" && !node.all("button").is_empty() && !node.all("img").is_empty());
    let project = |id: &str| data::bundled().projects.iter().find(|project| project.id == id).unwrap();
    items.iter().map(|item| (project(item.one("button").attr("data-project").unwrap()), item.one("img"))).collect()
}

#[test]
fn batches_come_newest_first_each_in_the_chosen_order() {
    let page = render(&["view=timeline"]);
    let parts = data::bundled().parts;
    let found = batches(&page);
    assert_eq!(found.iter().map(|batch| batch.1.len()).collect::<Vec<_>>(), [13, 14, 12, 13]);
    for (part, (name, _)) in parts.iter().rev().zip(&found) {
        assert_eq!(name, part.name.en);
    }
    for (name, projects) in batches(&render(&["view=timeline", "query=sort=name"])) {
        assert!(projects.is_sorted_by_key(|name| name.to_lowercase()), "{name}: {projects:?}");
    }
    let mesh = batches(&render(&["view=timeline", "lang=zh", "query=category=service-mesh"]));
    let expected = [("第 4 篇 · 2024 下半年".to_owned(), vec!["Kmesh".to_owned(), "Sermant".to_owned()])];
    assert_eq!(mesh, expected, "no batch without a project");
}

#[test]
fn each_line_says_in_words_what_it_shows() {
    for lang in LANGUAGES {
        let (tag, messages) = (lang.tag(), lang.messages());
        let page = render(&["view=timeline", &format!("lang={tag}")]);
        let lines = lines(&page);
        assert_eq!(lines.len(), 52);
        for (project, line) in lines {
            let text = line.name();
            let month = |date: Date| messages.date(Date { day: 0, ..date });
            let mut said = vec![project.name.to_owned(), month(project.first_commit), month(project.accepted)];
            said.push(messages.level(project.maturity.level).to_owned());
            if project.maturity.level != "sandbox" {
                said.push(month(project.maturity.since));
            }
            for words in said {
                assert!(text.contains(&words), "{tag}: no “{words}” in “{text}”");
            }
        }
    }
    let page = render(&["view=timeline", "scope=project=youki"]);
    assert_eq!(
        lines(&page)[0].1.name(),
        "youki: first commit Mar 2021, entered the Sandbox Oct 2024, CNCF status: Sandbox"
    );
}

#[test]
fn what_happened_later_stands_further_right() {
    let page = render(&["view=timeline"]);
    let lines = lines(&page);
    let mut all: Vec<(Date, u32)> = Vec::new();
    for (project, line) in &lines {
        let bar = line.filter(&|node| node.attr("class") == Some("se-life-bar"))[0];
        all.push((project.first_commit, place(bar, "x1")));
        all.push((project.accepted, place(line.tags("circle")[0], "cx")));
        let diamonds = line.tags("rect").len();
        assert_eq!(diamonds, usize::from(project.maturity.level != "sandbox"), "{}", project.id);
        if diamonds == 1 {
            all.push((project.maturity.since, place(line.tags("svg")[0], "x")));
        }
        // An archived project's line ends there; all others continue to today.
        let end = if project.maturity.level == "archived" { project.maturity.since } else { data::bundled().as_of };
        all.push((end, place(bar, "x2")));
    }
    for year in page.filter(&|node| node.attr("class") == Some("se-year")) {
        all.push((Date { year: year.text().parse().unwrap(), month: 1, day: 1 }, place(year, "x")));
    }
    all.sort_unstable();
    assert!(all.len() > 160);
    for pair in all.windows(2) {
        assert_eq!(pair[0].0 < pair[1].0, pair[0].1 < pair[1].1, "{pair:?}");
    }
    assert_eq!(all.last().unwrap().1, 9_850);
}

#[test]
fn headings_have_the_level_that_the_page_asks_for() {
    for level in ["2", "5"] {
        let page = render(&["view=timeline", &format!("heading-level={level}")]);
        let tags: Vec<&str> = page.all("heading").iter().map(|heading| heading.tag.as_str()).collect();
        assert_eq!(tags, [&*format!("h{level}"); 4]);
    }
}

#[test]
fn the_signs_are_explained() {
    let page = render(&["view=timeline"]);
    for sign in ["since the first commit", "entered the Sandbox", "archived or promoted"] {
        assert!(page.text().contains(sign), "{sign}");
    }
}
