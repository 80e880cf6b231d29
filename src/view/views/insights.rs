//! The insights: statistics of the projects shown, as charts that filter, and the statements of the article about them.
//!
//! Bars and cells are created once and updated in place, so that a click never moves the focus: one effect per chart writes
//! what has changed.

use leptos::prelude::*;

use crate::dom::Element;
use crate::effect::render_effect;
use crate::facet::{Index, PART};
use crate::i18n::Lang;
use crate::insight::{self, By, CrossTable, Group, INSIGHTS, Insight};
use crate::signal::ErasedSignal;
use crate::state::State;
use crate::text::{decimal, join};
use crate::view::live::button;
use crate::view::views::bar::Bar;
use crate::view::views::section::section;
use crate::view::views::statements::statements;

/// A chart shows at most this many bars; the others are only counted.
const MANY: usize = 12;

/// A summary in one line, the charts, and the statements.
pub(crate) fn insights(state: State, lang: Lang) -> Vec<Element> {
    let index = state.catalog.known.get_untracked();
    let (messages, late) = (lang.words(index.catalog), lang.late_words(index.catalog));
    // Of what a search service has found, only the first ones are here, and all counts.
    let is_part = index.hits.is_some();
    let summary = move || match is_part {
        true => late.of_counts.to_owned(),
        false => state.results.unordered.with(|outcome| insight::summary(index, &outcome.shown, lang)),
    };
    let has_parts = !is_part && state.catalog.values(PART).len() > 1;
    let is_ours = index.catalog.terms.is_none();
    let has = |facet: usize| !state.catalog.values(facet).is_empty();
    // Charts of what the list has.
    let is_there = |insight: &&Insight| {
        is_ours
            || match insight.by {
                By::Facet(facet) | By::Parts(facet) => has(facet),
                By::Groups(..) if is_part => false,
                By::Groups(of, _) => state
                    .catalog
                    .scope
                    .with_untracked(|scope| of(index, scope, lang).iter().any(|group| !group.projects.is_empty())),
            }
    };
    // And its own facets.
    let is_more = |facet: &usize| {
        let is_it = |insight: &Insight| matches!(insight.by, By::Facet(of) | By::Parts(of) if of == *facet);
        !is_ours && *facet != PART && !INSIGHTS.iter().any(is_it) && has(*facet)
    };
    let chart = |facet: usize| {
        let name = index.label(facet, lang);
        section(state, name).children(values(state, lang, name, facet))
    };
    let more = index.order.iter().copied().filter(is_more).map(chart);
    let charts = INSIGHTS.iter().filter(is_there).map(|insight| {
        let name = (insight.label)(messages, late);
        match insight.by {
            By::Groups(of, about) => section(state, name).children(groups(state, lang, name, of, about)),
            By::Parts(facet) if has_parts => section(state, name).child(cross_table(state, lang, name, facet)),
            By::Facet(facet) | By::Parts(facet) => chart(facet),
        }
    });
    let view = Element::new("div", "se-insights")
        .child(Element::new("p", "se-gist").live_text(summary))
        .children(charts)
        .children(more)
        .child(statements(state, lang));
    vec![view]
}

/// The note below a chart, if any.
fn note(texts: &[String]) -> String {
    let texts: Vec<&str> = texts.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    join(&texts, " · ")
}

/// How many more there are than shown or known; empty if there are none.
fn some(message: &crate::i18n::Message<1>, n: usize) -> String {
    if n == 0 { String::new() } else { message.fill([&decimal(n as u32)]) }
}

/// A list of bars under a name.
fn bars(name: &str) -> Element {
    Element::new("ul", "se-bars").attr("role", "list").attr("aria-label", name)
}

fn item(bar: &Bar) -> Element {
    Element::new("li", "").child(bar.button.clone())
}

/// A bar for each value of a facet, the most frequent ones here first; their order does not change afterwards.
fn values(state: State, lang: Lang, name: &str, facet: usize) -> Vec<Element> {
    let late = lang.late();
    let index = state.catalog.known.get_untracked();
    let is_part = index.hits.is_some();
    let here = match is_part {
        // None of them is nowhere.
        true => state.results.unordered.with_untracked(|outcome| {
            outcome.counts[facet].iter().map(|&n| n.clamp(1, u16::MAX.into()) as u16).collect()
        }),
        false => state.catalog.scope.with_untracked(|scope| insight::counts(index, scope, facet)),
    };
    let mut order = insight::largest_first(&here);
    order.retain(|&value| here[value] > 0);
    let n_others = order.len().saturating_sub(MANY);
    order.truncate(MANY);
    let mut drawn: Vec<(u16, Bar)> = order
        .into_iter()
        .map(|value| {
            let value = value as u16;
            let bar = Bar::new(state, index.name(facet, value, lang), "aria-pressed");
            let toggle = move || state.selection.filter.update(|filter| filter.toggle(facet, value));
            (value, bar.on_click(toggle))
        })
        .collect();
    let list = bars(name).children(drawn.iter().map(|(_, bar)| item(bar)));
    render_effect(move || {
        let chosen = state.results.chosen[facet].get();
        state.results.unordered.with(|outcome| {
            let n = |value: &u16| outcome.count(facet, *value);
            let most = drawn.iter().map(|(value, _)| n(value)).max().unwrap_or_default();
            for (value, bar) in &mut drawn {
                bar.draw(n(value), most, chosen.contains(value));
            }
        });
    });
    let about = Element::new("p", "se-insight-note").live_text(move || {
        let without = |outcome: &crate::filter::Outcome| {
            outcome.shown.iter().filter(|&&number| index.of(number, facet).is_empty()).count()
        };
        let n_without = if is_part { 0 } else { state.results.unordered.with(without) };
        note(&[some(&late.others, n_others), some(&late.not_known, n_without)])
    });
    vec![list, about]
}

/// A cell for each value and part, and the sums.
fn cross_table(state: State, lang: Lang, name: &str, rows: usize) -> Element {
    let messages = state.words(lang);
    let index = state.catalog.known.get_untracked();
    let columns = PART;
    let all = |facet: usize| state.catalog.values(facet).into_iter().map(Some);
    let rows_here: Vec<Option<u16>> = all(rows).chain([None]).collect();
    // The facet lists the newest part first; in a table time runs forward.
    let parts: Vec<Option<u16>> = all(columns).rev().chain([None]).collect();
    let row_name = |row: Option<u16>| row.map_or(messages.all, |value| index.name(rows, value, lang));
    let part_name = |part: Option<u16>| match part {
        Some(part) if index.catalog.terms.is_some() => index.name(columns, part, lang).to_owned(),
        Some(part) => messages.part_short.fill([&index.values(columns)[usize::from(part)].slug]),
        None => messages.all.to_owned(),
    };

    let mut cells: Vec<(Option<u16>, Option<u16>, Bar)> = Vec::new();
    let mut head = Element::new("tr", "").child(Element::new("td", ""));
    for &part in &parts {
        let column = Element::new("th", "").attr("scope", "col").text(&part_name(part));
        head = head.child(column.children(part.and_then(|part| batch(index, columns, part))));
    }
    let mut body = Element::new("tbody", "");
    for &row in &rows_here {
        let mut line = Element::new("tr", "").child(Element::new("th", "").attr("scope", "row").text(row_name(row)));
        for &part in &parts {
            let name = join(&[row_name(row), &part_name(part)], messages.list_separator);
            let bar = Bar::cell(state, name, row.is_none() || part.is_none());
            let choose = move || {
                state.selection.filter.update(|filter| {
                    let (wanted, none) = ([row, part], [None, None]);
                    let is_chosen = filter.chosen[rows] == row.as_slice() && filter.chosen[columns] == part.as_slice();
                    let [row, part] = if is_chosen { none } else { wanted };
                    filter.chosen[rows] = row.into_iter().collect();
                    filter.chosen[columns] = part.into_iter().collect();
                });
            };
            let bar = bar.on_click(choose);
            line = line.child(Element::new("td", "").child(bar.button.clone()));
            cells.push((row, part, bar));
        }
        body = body.child(line);
    }
    render_effect(move || {
        let (row_chosen, part_chosen) = (state.results.chosen[rows].get(), state.results.chosen[columns].get());
        // The filter is applied again only if the result can differ.
        let table = if row_chosen.is_empty() && part_chosen.is_empty() {
            state.results.unordered.with(|outcome| CrossTable::new(index, &outcome.shown, rows))
        } else {
            let projects = state
                .catalog
                .scope
                .with(|scope| state.selection.filter.with(|filter| insight::whatever(index, scope, filter, rows)));
            CrossTable::new(index, &projects, rows)
        };
        let inner = cells.iter().filter(|(row, part, _)| row.is_some() && part.is_some());
        let most = inner.map(|&(row, part, _)| table.count(row, part)).max().unwrap_or_default();
        for (row, part, bar) in &mut cells {
            // The overall total would be on when nothing is selected, which is not worth showing.
            let is_all = row.is_none() && part.is_none();
            let on = !is_all && row_chosen == row.as_slice() && part_chosen == part.as_slice();
            bar.draw(table.count(*row, *part).into(), most.into(), on);
        }
    });
    Element::new("table", "se-insight-table")
        .attr("aria-label", name)
        .child(Element::new("thead", "").child(head))
        .child(body)
}

/// The half-year of a part.
fn batch(index: &Index, columns: usize, part: u16) -> Option<Element> {
    let slug = &index.values(columns)[usize::from(part)].slug;
    let part = index.catalog.parts.iter().find(|part| part.slug == slug && !part.batch.is_empty())?;
    Some(Element::new("span", "se-of-batch").text(part.batch))
}

/// A bar for each group of projects; it expands to their names, which open the details.
fn groups(
    state: State,
    lang: Lang,
    name: &str,
    of: fn(&Index, &[u16], Lang) -> Vec<Group>,
    note_text: fn(&Index, &[u16], Lang) -> String,
) -> Vec<Element> {
    let late = lang.late();
    let index = state.catalog.known.get_untracked();
    let open = ErasedSignal::new(String::new());
    // One listener for all: bars are added and removed with the projects shown.
    let list = bars(name).on("click", move |event| {
        if let Some(project) = event.attribute("data-project").and_then(|id| index.project(&id)) {
            state.request(&[project]);
        } else if let Some(group) = event.attribute("data-group") {
            open.update(|open| *open = if *open == group { String::new() } else { group });
        }
    });
    let about = Element::new("p", "se-insight-note");
    let mut drawn: Vec<(String, Bar, Element, Vec<u16>)> = Vec::new();
    let (bars, below) = (list.clone(), about.clone());
    render_effect(move || {
        // The maintainers are loaded after the first view.
        let known = state.catalog.known.get();
        let (mut groups, note_text) = state
            .results
            .unordered
            .with(|outcome| (of(known, &outcome.shown, lang), note_text(known, &outcome.shown, lang)));
        let n_others = groups.len().saturating_sub(insight::top(&groups, MANY));
        groups.truncate(groups.len() - n_others);
        below.set_text(&note(&[some(&late.others, n_others), note_text]));
        let same = drawn.len() == groups.len() && drawn.iter().zip(&groups).all(|(bar, group)| bar.0 == group.name);
        if !same {
            drawn.clear();
            for group in &groups {
                let bar = Bar::new(state, &group.name, "aria-expanded");
                bar.button.set_attr("data-group", Some(&group.name));
                drawn.push((group.name.clone(), bar, Element::new("div", ""), Vec::new()));
            }
            bars.set_children(drawn.iter().map(|(_, bar, names, _)| item(bar).child(names.clone())).collect());
        }
        let most = groups.iter().map(|group| group.projects.len()).max().unwrap_or_default() as u32;
        for (group, (name, bar, names, unfolded)) in groups.into_iter().zip(&mut drawn) {
            let is_open = open.with(|open| open == name);
            bar.draw(group.projects.len() as u32, most, is_open);
            let wanted = if is_open { group.projects } else { Vec::new() };
            if *unfolded != wanted {
                names.set_children(project_names(index, &wanted));
                *unfolded = wanted;
            }
        }
    });
    vec![list, about]
}

fn project_names(index: &Index, projects: &[u16]) -> Vec<Element> {
    let name = |&number: &u16| {
        let project = index.at(number);
        Element::new("li", "").child(button("se-insight-project").attr("data-project", project.id).text(project.name))
    };
    let list = Element::new("ul", "se-insight-projects").attr("role", "list").children(projects.iter().map(name));
    if projects.is_empty() { Vec::new() } else { vec![list] }
}
