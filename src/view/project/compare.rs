//! Projects side by side: a table with a column for each and a row for each fact. It is shown in the dialog of the details.

use crate::dom::Element;
use crate::i18n::{Lang, Messages};
use crate::model::{Catalog, Project};
use crate::state::State;
use crate::view::live::button;
use crate::view::project::card::with_hue;
use crate::view::project::fact::{N_FACTS, facts};
use crate::view::project::link::link;
use crate::view::project::monogram::monogram;
use crate::view::project::opener::opener;

/// The content of the dialog's bar: a title, and a checkbox to show only the differences. CSS hides the other rows, so the table needs
/// no code for it.
pub(crate) fn compare_bar(messages: &Messages) -> Vec<Element> {
    let only = Element::new("label", "se-compare-only")
        .child(Element::new("input", "se-compare-box").attr("type", "checkbox"))
        .text(messages.only_differences);
    vec![Element::new("h2", "se-compare-title").text(messages.comparison), only]
}

/// The table, in its own scroll container. `open` opens the details of a project; `remove` removes a column, given its index and
/// project.
pub(crate) fn compare(
    state: State,
    catalog: &'static Catalog,
    compared: &[u16],
    lang: Lang,
    open: impl Fn(u16) + Clone + 'static,
    remove: impl Fn(usize, u16) + Clone + 'static,
) -> Element {
    let messages = lang.messages();
    let column = |(column, &number): (usize, &u16)| {
        let project = &catalog.projects[usize::from(number)];
        let (open, remove) = (open.clone(), remove.clone());
        let head = Element::new("div", "se-compare-head")
            .child(monogram(project))
            .child(opener(state, "se-open", project).on_open(move || open(number)).text(project.name))
            .child(
                button("se-step se-close")
                    .attr("aria-label", &messages.unpick.fill([project.name]))
                    .on_click(move || remove(column, number)),
            );
        // Screen readers announce the short form with each cell of the column.
        let cell = Element::new("th", "").attr("scope", "col").attr("abbr", project.name);
        cell.child(with_hue(head, catalog, project))
    };
    let heads = Element::new("tr", "").child(Element::new("td", "")).children(compared.iter().enumerate().map(column));
    let projects: Vec<&Project> = compared.iter().map(|&number| &catalog.projects[usize::from(number)]).collect();
    let table = Element::new("table", "se-compare-table")
        .child(Element::new("thead", "").child(heads))
        .child(Element::new("tbody", "").children(rows(catalog, &projects, lang)));
    Element::new("div", "se-compare-place")
        .attr("role", "region")
        .attr("aria-label", messages.comparison)
        .attr("tabindex", "0")
        .child(table)
}

/// A row for each fact that at least one of the projects has.
fn rows(catalog: &Catalog, projects: &[&'static Project], lang: Lang) -> Vec<Element> {
    let messages = lang.messages();
    let facts: Vec<_> = projects.iter().map(|project| facts(catalog, project, lang)).collect();
    let mut rows = Vec::new();
    for n in 0..N_FACTS {
        let values: Vec<&str> = facts.iter().map(|facts| facts[n].1.as_deref().unwrap_or_default()).collect();
        rows.extend(texts(facts[0][n].0, &values, messages));
    }
    let lists: Vec<Vec<&str>> = projects.iter().map(|project| project.tags.to_vec()).collect();
    rows.extend(self::lists(messages.tag, "se-tag", &lists, messages));
    let summaries: Vec<&str> = projects.iter().map(|project| lang.of(project.summary)).collect();
    rows.extend(texts(messages.description, &summaries, messages));
    let lists: Vec<Vec<&str>> =
        projects.iter().map(|project| project.features.iter().map(|&text| lang.of(text)).collect()).collect();
    rows.extend(self::lists(messages.features, "", &lists, messages));
    let links = projects.iter().map(|project| {
        let links = &project.links;
        let known = [
            (messages.website, Some(links.website)),
            (messages.code, Some(links.repository)),
            (messages.docs, links.docs),
        ];
        let known = known.into_iter().filter_map(|(label, href)| Some((label, href?)));
        Element::new("ul", "")
            .children(known.map(|(label, href)| Element::new("li", "").child(link(label, href, project.name))))
    });
    let addresses: Vec<&str> = projects.iter().map(|project| project.links.website).collect();
    rows.push(row(messages.links, differ(&addresses), links.collect(), messages));
    rows
}

fn differ(values: &[&str]) -> bool {
    values.iter().any(|value| *value != values[0])
}

fn texts(name: &str, values: &[&str], messages: &Messages) -> Option<Element> {
    let is_known = values.iter().any(|value| !value.is_empty());
    let cell = |value: &&str| Element::new("p", "").text(if value.is_empty() { "–" } else { value });
    is_known.then(|| row(name, differ(values), values.iter().map(cell).collect(), messages))
}

/// A row of lists; items in several of them are marked.
fn lists(name: &str, class: &str, lists: &[Vec<&str>], messages: &Messages) -> Option<Element> {
    let count = |item: &str| lists.iter().filter(|list| list.contains(&item)).count();
    let cell = |list: &Vec<&str>| {
        Element::new("ul", if class.is_empty() { "se-features" } else { "se-tags" }).children(list.iter().map(|item| {
            let shared = (count(item) > 1).then(|| sign("se-shared", "=", messages.shared));
            Element::new("li", class).text(item).children(shared)
        }))
    };
    let is_same = lists.iter().flatten().all(|item| count(item) == lists.len());
    let is_known = lists.iter().any(|list| !list.is_empty());
    is_known.then(|| row(name, !is_same, lists.iter().map(cell).collect(), messages))
}

fn row(name: &str, differs: bool, cells: Vec<Element>, messages: &Messages) -> Element {
    let mark = differs.then(|| sign("se-differs", "≠", messages.differs));
    Element::new("tr", if differs { "" } else { "se-same" })
        .child(Element::new("th", "").attr("scope", "row").text(name).children(mark))
        .children(cells.into_iter().map(|cell| Element::new("td", "").child(cell)))
}

/// A symbol with its meaning in words, for readers who cannot see it or do not know it.
fn sign(class: &str, sign: &str, meaning: &str) -> Element {
    Element::new("span", class).attr("role", "img").attr("aria-label", meaning).attr("title", meaning).text(sign)
}
