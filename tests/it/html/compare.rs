//! The comparison of several projects, and the buttons that pick them.

use catalog::model::Project;
use sandbox_explorer::data;
use sandbox_explorer::i18n::{LANGUAGES, Lang};

use super::node::Node;
use super::{check_tidy, names, render};

/// A page that compares these projects, and little else.
fn compare(ids: &str, lang: Lang) -> Node {
    render(&[
        &format!("lang={}", lang.tag()),
        &format!("query=project={ids}"),
        "without-search",
        "without-tabs",
        "without-facets",
        "without-sort",
    ])
}

fn projects(ids: &str) -> Vec<&'static Project> {
    let project = |id| data::bundled().projects.iter().find(|project| project.id == id).expect("a project");
    ids.split(',').map(project).collect()
}

/// The rows of the table: header and cells.
fn rows(page: &Node) -> Vec<(String, Vec<String>)> {
    let cell = |row: &Node, tag: &str| row.tags(tag).iter().map(|cell| cell.text()).collect::<Vec<_>>();
    let body = page.one("dialog").tags("tbody")[0];
    body.tags("tr").iter().map(|row| (cell(row, "th").join(" "), cell(row, "td"))).collect()
}

#[test]
fn each_project_is_a_column_and_each_fact_a_row() {
    for (ids, n_columns) in [("youki,kuasar", 2), ("kmesh,sermant,easegress", 3), ("copa,eraser,ratify,slimtoolkit", 4)]
    {
        for lang in LANGUAGES {
            let (tag, messages, late) = (lang.tag(), lang.messages(), lang.late());
            let page = compare(ids, lang);
            let dialog = page.one("dialog");
            let projects = projects(ids);
            let of: Vec<&str> = projects.iter().map(|project| project.name).collect();
            assert_eq!(dialog.name(), late.compare_names.fill([&of.join(messages.list_separator)]));
            let heads: Vec<_> = dialog.tags("th").into_iter().filter(|it| it.attr("scope") == Some("col")).collect();
            assert_eq!(heads.iter().filter_map(|head| head.attr("abbr")).collect::<Vec<_>>(), of);
            for (head, project) in heads.iter().zip(&projects) {
                assert_eq!(names(&head.all("button")), [project.name, &late.unpick.fill([project.name])]);
            }
            let rows = rows(&page);
            assert!(rows.len() > 14, "{rows:#?}");
            for (name, cells) in &rows {
                assert!(!name.is_empty() && cells.len() == n_columns, "{name}: {cells:?}");
                assert!(cells.iter().any(|cell| cell != "–"), "{name}: a row of nothing");
            }
            check_tidy(&page, &[ids, tag].join(" "));
        }
    }
}

#[test]
fn a_row_is_marked_when_its_values_differ_and_not_otherwise() {
    let page = compare("youki,kuasar", Lang::En);
    let dialog = page.one("dialog");
    for row in dialog.tags("tbody")[0].tags("tr") {
        let cells: Vec<String> = row.tags("td").iter().map(|cell| cell.text()).collect();
        let marks = row.tags("th")[0].filter(&|node| node.attr("aria-label") == Some("differs")).len();
        let is_links = cells.iter().all(|cell| cell.starts_with("Website"));
        assert_eq!(marks == 1, is_links || cells[0] != cells[1], "{cells:?}");
        assert_eq!(marks == 0, row.attr("class") == Some("se-same"), "{cells:?}");
    }
    // The same words in another order are equal; an item is marked in each project that has it.
    let tags = rows(&page).into_iter().find(|row| row.0.starts_with("Topic")).expect("topics").1;
    assert!(tags.iter().all(|cell| cell.contains("container-runtime") && cell.matches('=').count() == 2), "{tags:?}");
}

#[test]
fn only_the_first_four_of_many_are_compared_and_each_once() {
    let page = compare("youki,kuasar,youki,toys,kmesh,sermant,openebs", Lang::En);
    assert_eq!(page.one("dialog").name(), "Compare youki, Kuasar, Kmesh, Sermant");
    let chips: Vec<String> = names(&page.all("button"));
    assert_eq!(chips.iter().filter(|name| name.starts_with("Remove from comparison")).count(), 2 * 4);
    assert!(chips.contains(&"Compare (4)".to_owned()), "{chips:?}");
}

#[test]
fn the_cards_know_what_a_link_has_picked() {
    let page = compare("youki,kuasar,kmesh,sermant", Lang::En);
    let picked = ["youki", "Kuasar", "Kmesh", "Sermant"];
    for (card, project) in page.all("article").iter().zip(data::bundled().projects) {
        let pick = card.all("button")[1];
        let is_picked = picked.contains(&project.name);
        assert_eq!(pick.attr("aria-pressed"), Some(if is_picked { "true" } else { "false" }), "{}", project.id);
        assert_eq!(pick.attr("aria-disabled"), (!is_picked).then_some("true"), "{}", project.id);
    }
}

#[test]
fn nothing_is_compared_that_the_scope_leaves_out() {
    let page = render(&["scope=part=4", "query=project=youki,kuasar"]);
    assert_eq!(page.one("dialog").tags("table").len(), 0);
    let page = render(&["scope=part=4", "query=project=youki,kuasar,kmesh"]);
    assert_eq!(page.one("dialog").name(), "Compare youki, Kmesh");
}

#[test]
fn details_name_similar_projects_with_their_category() {
    for lang in LANGUAGES {
        let (tag, late) = (lang.tag(), lang.late());
        let page = render(&[&format!("lang={tag}"), "query=project=youki"]);
        let dialog = page.one("dialog");
        let headings: Vec<String> = names(&dialog.all("heading"));
        assert!(headings.contains(&late.similar.to_owned()), "{headings:?}");
        let category = lang.label(data::bundled().category("container-runtime").expect("a category").name);
        let wanted = ["Kuasar", category].join(" ");
        assert!(names(&dialog.all("button")).contains(&wanted), "{:?}", names(&dialog.all("button")));
    }
    let page = render(&["scope=project=youki", "query=project=youki"]);
    assert!(!page.text().contains("Similar projects"));
}

#[test]
fn a_link_is_offered_where_the_url_is_ours() {
    let has_link = |attributes: &[&str]| {
        names(&render(attributes).one("dialog").all("button")).contains(&"Copy link to this project".to_owned())
    };
    assert!(has_link(&["url-key=x", "query=project=youki"]));
    assert!(!has_link(&["query=project=youki"]));
}
