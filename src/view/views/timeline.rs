//! The projects in time: batch by batch, the newest first, with one line per project on a common
//! axis of years.

use std::rc::Rc;

use leptos::prelude::*;

use crate::dom::Element;
use crate::effect::render_effect;
use crate::facet::Index;
use crate::i18n::{Lang, Late};
use crate::model::{Date, Part, Project};
use crate::state::State;
use crate::text::decimal;
use crate::view::prerendered::categorised;
use crate::view::project::card::{heading, with_hue};
use crate::view::project::highlight::HighlightedText;
use crate::view::project::life_line::{diamond, drawing, line, place, ring, told_life_line};
use crate::view::project::since::moved;
use crate::view::views::lazy_list::{ProjectLists, name_button};

/// Lines created before the first paint.
const FIRST: usize = 24;
/// The estimated height of a line.
const HEIGHT: f64 = 32.0;
/// How many years can be labelled next to each other.
const MOST_YEARS: u16 = 13;

/// The batches of the projects shown; in each, in the sort order.
pub(crate) fn timeline(state: State, lang: Lang) -> Vec<Element> {
    let index = state.catalog.known.get_untracked();
    let catalog = index.catalog;
    let level = state.page.structure.get_untracked().heading_level;
    let lists = ProjectLists::new(state, FIRST, HEIGHT);
    let mut timeline = Element::new("div", "se-timeline")
        .attr("part", "timeline")
        .live_flag("hidden", move || state.results.outcome.with(|outcome| outcome.shown.is_empty()))
        .child(legend(lang.late_words(catalog)));
    let is_used = |part: &&Part| catalog.projects.iter().any(|project| project.part == part.slug);
    let parts: Vec<&Part> = catalog.parts.iter().rev().filter(is_used).collect();
    // The batch of each project; those of no part come last.
    let batch = |project: &Project| parts.iter().position(|part| part.slug == project.part).unwrap_or(parts.len());
    let batches: Rc<[usize]> = catalog.projects.iter().map(batch).collect();
    let rest = batches.contains(&parts.len()).then_some(None);
    for (nth, part) in parts.iter().map(Some).chain(rest).enumerate() {
        let batches = batches.clone();
        let make = move |_, project| {
            let (span, name) = span(state, project, lang);
            (span, vec![name])
        };
        let list = Element::new("ul", "se-spans").attr("role", "list");
        let mut projects = lists.list(&list, make, |_, _, _| None, |_| ());
        let batch = Element::new("div", "se-batch")
            .children(part.map(|part| heading(level, "se-batch-name").text(lang.label(part.name))))
            .child(Element::new("div", "se-batch-body").child(years(index)).child(list));
        let group = batch.clone();
        render_effect(move || {
            let (mut n_before, mut here) = (0, Vec::new());
            state.results.outcome.with(|outcome| {
                for &number in &outcome.shown {
                    match batches.get(usize::from(number)) {
                        Some(&batch) if batch < nth => n_before += 1,
                        Some(&batch) if batch == nth => here.push(number),
                        _ => (),
                    }
                }
            });
            projects.arrange(&here, n_before);
            group.set_attr("hidden", here.is_empty().then_some(""));
        });
        timeline = timeline.child(batch);
    }
    vec![timeline]
}

/// A project's name and its line; and the name as a text in which matches can be highlighted.
fn span(state: State, project: &'static Project, lang: Lang) -> (Element, HighlightedText) {
    let index = state.catalog.known.get_untracked();
    let button = name_button(state, project);
    let text = HighlightedText::of(&button, project.name);
    let name = Element::new("p", "se-span-name").child(button).text(" ").children(moved(index.catalog, project, lang));
    let span = Element::new("li", "se-span").child(name).child(told_life_line(index, project, lang));
    (categorised(state, with_hue(span, index.catalog, project), project), text)
}

/// The years behind the lines. Decorative, because each line has its dates as text.
fn years(index: &Index) -> Element {
    let last = index.catalog.as_of.year;
    let n_years = last.saturating_sub(index.first_year) + 1;
    let mut years = Element::svg("svg", "se-years").attr("aria-hidden", "true");
    for year in (index.first_year..=last).step_by(usize::from(n_years.div_ceil(MOST_YEARS))) {
        let at = place(index, Date { year, month: 0, day: 0 });
        years = years
            .child(
                Element::svg("line", "se-year-line")
                    .attr("x1", &at)
                    .attr("x2", &at)
                    .attr("y1", "20")
                    .attr("y2", "100%"),
            )
            .child(Element::svg("text", "se-year").attr("x", &at).attr("y", "14").text(&decimal(year.into())));
    }
    years
}

/// The legend of the symbols.
fn legend(late: &Late) -> Element {
    let sign = |sign: Element, means: &str| {
        let drawing = drawing("20").attr("aria-hidden", "true").child(sign);
        Element::new("li", "se-sign").child(drawing).text(means)
    };
    Element::new("ul", "se-legend")
        .attr("role", "list")
        .child(sign(line("se-life-bar", "2", "18"), late.legend_line))
        .child(sign(ring("50%"), late.legend_entry))
        .child(sign(diamond("50%"), late.legend_moved))
}
