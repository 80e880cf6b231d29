//! The table: its first view.

use sandbox_explorer::activity;
use sandbox_explorer::data;
use sandbox_explorer::facet::Index;
use sandbox_explorer::i18n::{self, LANGUAGES};

use super::node::Node;
use super::{names, render};

/// The rows of the body, as the texts of their cells.
fn rows(page: &Node) -> Vec<Vec<String>> {
    let rows = page.one("table").tags("tbody")[0].tags("tr");
    rows.iter()
        .map(|row| row.filter(&|cell| ["th", "td"].contains(&&*cell.tag)).iter().map(|it| it.text()).collect())
        .collect()
}

#[test]
fn every_project_is_a_row_with_its_facts() {
    let catalog = data::bundled();
    for lang in LANGUAGES {
        let (tag, messages, late) = (lang.tag(), lang.messages(), lang.late());
        let page = render(&["view=table", &format!("lang={tag}")]);
        assert_eq!(page.all("article").len(), 0);
        let rows = rows(&page);
        assert_eq!(rows.len(), 52);
        for (row, project) in rows.iter().zip(catalog.projects) {
            let since = project.maturity.since.year.to_string();
            let today = match project.maturity.level {
                "sandbox" => messages.sandbox.to_owned(),
                "archived" => messages.archived_in.fill([&since]),
                level => messages.since.fill([messages.level(level), &since]),
            };
            let region = catalog.regions.iter().find(|region| Some(region.slug) == project.region);
            let expected = [
                project.name.to_owned(),
                lang.label(catalog.category(project.category).unwrap().name).to_owned(),
                messages.part_short.fill([project.part]),
                project.languages.join(messages.list_separator),
                project.licence.to_owned(),
                project.owner.map_or("", |owner| lang.label(owner)).to_owned(),
                region.map_or("", |region| lang.label(region.name)).to_owned(),
                messages.date(project.first_commit),
                messages.date(project.accepted),
                late.years(project.accepted.tenths_since(project.first_commit)),
                today,
                {
                    let last = messages.date(project.activity.unwrap().last_commit);
                    let is_old = activity::months_without(catalog, project).is_none();
                    if is_old { lang.late().or_later.fill([&last]) } else { last }
                },
                project.counts.stars.map_or(String::new(), |count| late.about.fill([&i18n::number(count.value)])),
            ];
            assert_eq!(*row, expected, "{tag}");
        }
    }
}

#[test]
fn heads_and_names_head_their_columns_and_rows() {
    let page = render(&["view=table"]);
    let table = page.one("table");
    assert_eq!(table.tags("caption").len(), 1);
    let heads = table.tags("thead")[0].tags("th");
    assert_eq!(heads.len(), 13);
    assert!(heads.iter().all(|head| head.attr("scope") == Some("col") && !head.text().is_empty()));
    for row in table.tags("tbody")[0].tags("tr") {
        let names = row.tags("th");
        assert_eq!((names.len(), names[0].attr("scope"), row.tags("td").len()), (1, Some("row"), 12));
        assert!(names[0].one("button").attr("data-project").is_some());
    }
}

#[test]
fn the_box_that_scrolls_can_be_reached_and_has_a_name() {
    let page = render(&["view=table"]);
    let boxes = page
        .filter(&|node| node.role() == "region" && !node.all("table").is_empty() && node.attr("tabindex").is_some());
    assert_eq!(boxes.len(), 1);
    assert_eq!((boxes[0].attr("tabindex"), boxes[0].attr("aria-label")), (Some("0"), Some("Table of projects")));
}

/// The sortable columns, and the sorted one with its direction.
fn orders(attributes: &[&str]) -> (Vec<String>, Vec<(String, String)>) {
    let page = render(&[&["view=table"], attributes].concat());
    let heads = page.one("table").tags("thead")[0].tags("th");
    let able = heads.iter().flat_map(|head| names(&head.all("button"))).collect();
    let now = heads.iter().filter_map(|head| Some((head.text(), head.attr("aria-sort")?.to_owned()))).collect();
    (able, now)
}

#[test]
fn the_head_says_which_order_it_is() {
    let now = |query: &str| orders(&[query]).1;
    let one = |name: &str, direction: &str| vec![(name.to_owned(), direction.to_owned())];
    assert_eq!(now("query="), one("Accepted", "descending"));
    assert_eq!(now("query=sort=name"), one("Name", "ascending"));
    assert_eq!(now("query=sort=first-commit"), one("First commit", "ascending"));
    assert_eq!(now("query=sort=age"), one("Age at acceptance", "descending"));
    assert_eq!(now("query=sort=stars"), one("Stars", "descending"));
    assert_eq!(now("query=sort=last-commit"), one("Last commit", "descending"));
    // Best match first, and the scope's own order: no column has these orders.
    assert_eq!(now("query=q=mesh"), []);
    assert_eq!(now("scope=project=youki,kmesh"), []);
    assert_eq!(now("query=q=mesh&sort=name"), one("Name", "ascending"));
}

#[test]
fn what_can_order_has_a_button_unless_the_page_wants_none() {
    assert_eq!(orders(&[]).0, ["Name", "First commit", "Accepted", "Age at acceptance", "Last commit", "Stars"]);
    let (able, now) = orders(&["without-sort"]);
    assert!(able.is_empty(), "{able:?}");
    assert_eq!(now.len(), 1);
}

#[test]
fn the_table_follows_filter_and_order() {
    let index = Index::bundled();
    let page = render(&["view=table", "query=category=service-mesh&sort=name"]);
    let names: Vec<String> = rows(&page).into_iter().map(|mut row| row.remove(0)).collect();
    assert_eq!(names, ["Kmesh", "Sermant"]);
    // The link can select the view like the attribute, and takes precedence.
    assert_eq!(rows(&render(&["view=cards", "query=view=table"])).len(), index.catalog.projects.len());
    assert_eq!(render(&["view=table", "query=view=cards"]).all("table").len(), 0);
}

#[test]
fn where_nothing_matches_no_head_stands_alone() {
    let page = render(&["view=table", "query=q=zzzz"]);
    let boxes = page.filter(&|node| node.attr("tabindex") == Some("0") && !node.all("table").is_empty());
    assert_eq!(boxes[0].attr("hidden"), Some(""));
    assert!(page.text().contains("No projects match all of these filters."));
}
