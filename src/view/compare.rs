//! Projects side by side: a modal dialog with a table of a column for each and a row for each fact.

use super::card::with_hue;
use super::fact::{N_FACTS, facts};
use super::link::link;
use super::live::button;
use super::mark::mark;
use crate::browser::{self, Element};
use crate::effect;
use crate::i18n::{Lang, Messages};
use crate::model::{Catalog, Project};
use crate::state::State;
use crate::text::join;

/// A native modal dialog, open while the filter names several projects.
pub(super) fn compare(state: State, lang: Lang) -> Element {
    let messages = lang.messages();
    let catalog = state.index.get_untracked().catalog;
    let close = move || {
        if state.compared.with_untracked(|compared| !compared.is_empty()) {
            state.compare(Vec::new());
        }
    };
    let bar = Element::new("div", "se-details-bar")
        .child(button("se-step se-close").attr("aria-label", messages.close).on_click(close))
        .child(Element::new("h2", "se-compare-title").text(messages.comparison))
        .child(
            Element::new("label", "se-compare-only")
                // Style alone hides what is the same, so the table needs not know.
                .child(Element::new("input", "se-compare-box").attr("type", "checkbox"))
                .text(messages.only_differences),
        );
    let place = Element::new("div", "se-compare-place")
        .attr("role", "region")
        .attr("aria-label", messages.comparison)
        .attr("tabindex", "0");
    let focus = place.clone();
    let remove = move |column: usize, number: u16| {
        state.uncompare(number);
        let focus = focus.clone();
        // Of the next column, or of the last one: each has two buttons.
        browser::after_update(move || focus.focus_button(2 * column + 1));
    };
    let place = place.live_children(move || {
        let compared = state.compared.get();
        if compared.is_empty() {
            return Vec::new();
        }
        let column = |(column, &number): (usize, &u16)| {
            let project = &catalog.projects[usize::from(number)];
            let remove = remove.clone();
            let name = button("se-open").on_click(move || state.set_open(Some(number))).text(project.name);
            let cross = button("se-step se-close")
                .attr("aria-label", &messages.unpick.fill([project.name]))
                .on_click(move || remove(column, number));
            // Its short form is what is read out with each cell of the column.
            let head = Element::new("th", "").attr("scope", "col").attr("abbr", project.name);
            head.child(with_hue(
                Element::new("div", "se-compare-head").child(mark(project)).child(name).child(cross),
                catalog,
                project,
            ))
        };
        let heads =
            Element::new("tr", "").child(Element::new("td", "")).children(compared.iter().enumerate().map(column));
        let projects: Vec<&Project> = compared.iter().map(|&number| &catalog.projects[usize::from(number)]).collect();
        let table = Element::new("table", "se-compare-table")
            .child(Element::new("thead", "").child(heads))
            .child(Element::new("tbody", "").children(rows(catalog, &projects, lang)));
        vec![table]
    });
    let dialog = Element::new("dialog", "se-details se-compare")
        .attr("part", "dialog")
        .on("close", move |_| close())
        .on("click", move |event| {
            // On the dialog itself, not in it: beside its content, on the backdrop.
            if event.is_own() {
                close();
            }
        })
        .child(Element::new("div", "se-details-inner").child(bar).child(place));
    let named = dialog.clone();
    effect::now(move || {
        let name = |&number: &u16| catalog.projects[usize::from(number)].name;
        let names: Vec<&str> = state.compared.with(|compared| compared.iter().map(name).collect());
        let label = messages.compare_names.fill([&join(&names, messages.list_separator)]);
        named.set_attr("aria-label", Some(&label));
    });
    let modal = dialog.clone();
    effect::in_page(move || modal.set_modal(state.compared.with(|compared| !compared.is_empty())));
    dialog
}

/// A row for each thing that at least one of the projects has.
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

/// A row of lists, in which what stands in several is marked.
fn lists(name: &str, class: &str, lists: &[Vec<&str>], messages: &Messages) -> Option<Element> {
    let count = |item: &str| lists.iter().filter(|list| list.iter().any(|other| *other == item)).count();
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

/// A sign with its meaning in words, for those who do not see it or do not know it.
fn sign(class: &str, sign: &str, meaning: &str) -> Element {
    Element::new("span", class).attr("role", "img").attr("aria-label", meaning).attr("title", meaning).text(sign)
}
