//! Projects side by side: a table with a column for each and a row for each fact. It is shown in the dialog of the details.

use crate::dom::Element;
use crate::facet::{Index, field};
use crate::i18n::{Lang, Late};
use crate::model::{Catalog, Links, Project};
use crate::state::State;
use crate::text::join;
use crate::view::live::button;
use crate::view::project::card::with_hue;
use crate::view::project::fact::{N_FACTS, facts};
use crate::view::project::link::link;
use crate::view::project::monogram::monogram;
use crate::view::project::opener::opener;

/// The content of the dialog's bar: a title, and a checkbox to show only the differences. CSS hides the other rows, so the table needs
/// no code for it.
pub(crate) fn compare_bar(late: &Late) -> Vec<Element> {
    let only = Element::new("label", "se-compare-only")
        .child(Element::new("input", "se-compare-box").attr("type", "checkbox"))
        .text(late.only_differences);
    vec![Element::new("h2", "se-compare-title").text(late.comparison), only]
}

/// The table, in its own scroll container. `open` opens the details of a project; `remove` removes a column, given its index and
/// project.
pub(crate) fn compare(
    state: State,
    index: &'static Index,
    compared: &[u16],
    lang: Lang,
    open: impl Fn(u16) + Clone + 'static,
    remove: impl Fn(usize, u16) + Clone + 'static,
) -> Element {
    let (catalog, late) = (index.catalog, lang.late());
    let column = |(column, &number): (usize, &u16)| {
        let project = index.at(number);
        let (open, remove) = (open.clone(), remove.clone());
        let head = Element::new("div", "se-compare-head")
            .child(monogram(project))
            .child(opener(state, "se-open", project).on_open(move || open(number)).text(project.name))
            .child(
                button("se-step se-close")
                    .attr("aria-label", &late.unpick.fill([project.name]))
                    .on_click(move || remove(column, number)),
            );
        // Screen readers announce the short form with each cell of the column.
        let cell = Element::new("th", "").attr("scope", "col").attr("abbr", project.name);
        cell.child(with_hue(head, catalog, project))
    };
    let heads = Element::new("tr", "").child(Element::new("td", "")).children(compared.iter().enumerate().map(column));
    let projects: Vec<&Project> = compared.iter().map(|&number| index.at(number)).collect();
    let table = Element::new("table", "se-compare-table")
        .child(Element::new("thead", "").child(heads))
        .child(Element::new("tbody", "").children(rows(catalog, &projects, lang)));
    Element::new("div", "se-compare-place")
        .attr("role", "region")
        .attr("aria-label", late.comparison)
        .attr("tabindex", "0")
        .child(table)
}

/// A row for each fact that at least one of the projects has.
fn rows(catalog: &Catalog, projects: &[&'static Project], lang: Lang) -> Vec<Element> {
    let (messages, late) = (lang.words(catalog), lang.late());
    let facts: Vec<_> = projects.iter().map(|project| facts(catalog, project, lang)).collect();
    let mut rows = Vec::new();
    for n in 0..N_FACTS {
        let values: Vec<&str> = facts.iter().map(|facts| facts[n].1.as_deref().unwrap_or_default()).collect();
        rows.extend(texts(facts[0][n].0, &values, late));
    }
    for column in catalog.columns {
        let values: Vec<String> =
            projects.iter().map(|project| join(field(project, column.slug), messages.list_separator)).collect();
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        rows.extend(texts(lang.label(column.name), &values, late));
    }
    let lists: Vec<Vec<&str>> = projects.iter().map(|project| project.tags.to_vec()).collect();
    rows.extend(self::lists(messages.tag, "se-tag", &lists, late));
    let summaries: Vec<&str> = projects.iter().map(|project| lang.of(project.summary)).collect();
    rows.extend(texts(late.description, &summaries, late));
    let lists: Vec<Vec<&str>> =
        projects.iter().map(|project| project.features.iter().map(|&text| lang.of(text)).collect()).collect();
    rows.extend(self::lists(late.features, "", &lists, late));
    let links = projects.iter().map(|project| {
        let links = &project.links;
        let known =
            [(messages.website, Some(links.website)), (messages.code, Some(links.repository)), (late.docs, links.docs)];
        let known = known.into_iter().filter_map(|(label, href)| Some((label, href?)));
        let others = links.others.iter().map(|other| (other.name, other.url));
        let known = known.chain(others).filter(|(_, href)| !href.is_empty());
        Element::new("ul", "")
            .children(known.map(|(label, href)| Element::new("li", "").child(link(label, href, project.name))))
    });
    let addresses: Vec<&str> = projects.iter().map(|project| project.links.website).collect();
    if projects.iter().any(|project| project.links != Links::BLANK) {
        rows.push(row(late.links, differ(&addresses), links.collect(), late));
    }
    rows
}

fn differ(values: &[&str]) -> bool {
    values.iter().any(|value| *value != values[0])
}

fn texts(name: &str, values: &[&str], late: &Late) -> Option<Element> {
    let is_known = values.iter().any(|value| !value.is_empty());
    let cell = |value: &&str| Element::new("p", "").text(if value.is_empty() { "–" } else { value });
    is_known.then(|| row(name, differ(values), values.iter().map(cell).collect(), late))
}

/// A row of lists; items in several of them are marked.
fn lists(name: &str, class: &str, lists: &[Vec<&str>], late: &Late) -> Option<Element> {
    let count = |item: &str| lists.iter().filter(|list| list.contains(&item)).count();
    let cell = |list: &Vec<&str>| {
        Element::new("ul", if class.is_empty() { "se-features" } else { "se-tags" }).children(list.iter().map(|item| {
            let shared = (count(item) > 1).then(|| sign("se-shared", "=", late.shared));
            Element::new("li", class).text(item).children(shared)
        }))
    };
    let is_same = lists.iter().flatten().all(|item| count(item) == lists.len());
    let is_known = lists.iter().any(|list| !list.is_empty());
    is_known.then(|| row(name, !is_same, lists.iter().map(cell).collect(), late))
}

fn row(name: &str, differs: bool, cells: Vec<Element>, late: &Late) -> Element {
    let mark = differs.then(|| sign("se-differs", "≠", late.differs));
    Element::new("tr", if differs { "" } else { "se-same" })
        .child(Element::new("th", "").attr("scope", "row").text(name).children(mark))
        .children(cells.into_iter().map(|cell| Element::new("td", "").child(cell)))
}

/// A symbol with its meaning in words, for readers who cannot see it or do not know it.
fn sign(class: &str, sign: &str, meaning: &str) -> Element {
    Element::new("span", class).attr("role", "img").attr("aria-label", meaning).attr("title", meaning).text(sign)
}
