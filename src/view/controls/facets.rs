//! The facets: a fieldset of checkboxes for each, next to the cards or, in a narrow explorer, behind a button.

use leptos::prelude::*;

use crate::dom::{Element, Template};
use crate::effect::render_effect;
use crate::facet::PART;
use crate::i18n::Lang;
use crate::signal::{ErasedMemo, ErasedSignal};
use crate::state::State;
use crate::text::decimal;
use crate::view::later;
use crate::view::live::button;
use crate::view::prerendered;
use crate::view::project::series::here;

/// A facet with more values than this lists the frequent ones first and the others on request.
const MANY: usize = 16;
/// The number of values listed first.
const FEW: usize = 10;
/// With more values than this, the list of all has a field that filters them.
const LONG: usize = 20;

/// The button that expands the facets; it shows the number of active filters.
pub(crate) fn facets_button(state: State, lang: Lang) -> Element {
    let messages = lang.messages();
    button("se-facets-button")
        .attr("part", "facets-button")
        .live_aria("aria-expanded", move || state.selection.facets_open.get())
        .on_click(move || state.selection.facets_open.update(|open| *open = !*open))
        .live_text(move || match state.selection.filter.with(|filter| filter.n_chosen_but(state.catalog.tabs())) {
            0 => messages.filters.to_owned(),
            n => messages.filters_active.fill([&decimal(n as u32)]),
        })
}

/// Every facet except that of the tabs. A facet with a single value for all projects cannot filter anything, and is left out.
pub(crate) fn facets(state: State, lang: Lang) -> Element {
    let index = state.catalog.known.get_untracked();
    let shown = index.order.iter().copied().filter(|&facet| facet != index.tabs);
    Element::new("div", "se-facets")
        .attr("part", "facets")
        .attr("role", "group")
        .attr("aria-label", lang.messages().filters)
        .live_flag("data-open", move || state.selection.facets_open.get())
        .children(shown.filter_map(|facet| {
            let values = state.catalog.values(facet);
            (values.len() > 1).then(|| fieldset(state, lang, facet, values))
        }))
}

fn fieldset(state: State, lang: Lang, facet: usize, values: Vec<u16>) -> Element {
    let messages = lang.messages();
    let name = state.catalog.known.get_untracked().label(facet, lang);
    let fieldset = Element::new("fieldset", "se-facet")
        .attr("part", "facet")
        .child(Element::new("legend", "se-facet-name").text(name));
    let n_values = values.len();
    if n_values <= MANY {
        return fieldset.child(list(state, facet).children(options(state, lang, facet, &values)));
    }
    // A rare value that was ever selected stays listed: a link or the back button may select it, and a reader who unticks it
    // must not lose the box under the pointer.
    let kept = ErasedSignal::new(Vec::new());
    let rare = values[FEW..].to_vec();
    render_effect(move || {
        state.results.chosen[facet].with(|chosen| {
            let chosen = chosen.iter().filter(|value| rare.contains(value));
            kept.update(|kept: &mut Vec<u16>| {
                for &value in chosen {
                    if !kept.contains(&value) {
                        kept.push(value);
                    }
                }
            });
        });
    });
    // A memo, because the same signal tells of the other facets.
    let is_expanded = ErasedMemo::new(move || state.is_expanded(facet));
    let place = Element::new("div", "se-later").live_children(move || {
        if n_values > LONG && is_expanded.get() {
            return later::values(state, lang, facet);
        }
        // Frequent values come first in the index.
        let rest = if is_expanded.get() { values[FEW..].to_vec() } else { kept.get() };
        vec![list(state, facet).children(options(state, lang, facet, &[&values[..FEW], &rest].concat()))]
    });
    let more = button("se-more")
        .live_aria("aria-expanded", move || is_expanded.get())
        .on_click(move || state.expand(facet, !is_expanded.get_untracked()))
        .live_text(move || {
            if is_expanded.get() { messages.fewer.to_owned() } else { messages.more.fill([&decimal(n_values as u32)]) }
        });
    fieldset.child(place).child(more)
}

/// An empty list of options. Ticking one changes the filter.
pub(crate) fn list(state: State, facet: usize) -> Element {
    Element::new("div", "se-options").on("change", move |event| {
        let index = state.catalog.known.get_untracked();
        if let Some(value) = event.attribute("value").and_then(|slug| index.number(facet, &slug)) {
            state.selection.filter.update(|filter| filter.toggle(facet, value));
        }
    })
}

/// An option of a facet: a native checkbox with its name and the number of projects that ticking it would show.
struct Choice {
    value: u16,
    check: Element,
    count: Element,
    /// The number written last, and whether the checkbox is disabled.
    written: Option<(u32, bool)>,
}

/// The options of these values. One effect updates all of them: most interactions change most numbers.
pub(crate) fn options(state: State, lang: Lang, facet: usize, values: &[u16]) -> Vec<Element> {
    let index = state.catalog.known.get_untracked();
    let [check, name, count] =
        [Element::new("input", "se-check"), Element::new("span", "se-option-name"), Element::new("span", "se-count")];
    let check = check.attr("type", "checkbox");
    let label =
        Element::new("label", "se-option").child(check.clone()).child(name.clone()).text(" ").child(count.clone());
    let blank = Template::new(label, [&check, &name, &count]);
    let mut choices: Vec<Choice> = Vec::new();
    let mut labels = Vec::new();
    for &value in values {
        let (label, [check, name, count]) = blank.copy();
        let slug = &index.values(facet)[usize::from(value)].slug;
        name.set_text(index.name(facet, value, lang));
        if let Some(here) = (facet == PART).then(|| here(state, slug, lang)).flatten() {
            label.set_attr("aria-current", Some("true"));
            _ = name.text(" ").child(here);
        }
        let check = prerendered::named(state, check.attr("value", slug), index.key(facet), || slug.clone());
        labels.push(label);
        choices.push(Choice { value, check, count, written: None });
    }
    render_effect(move || {
        let chosen = state.results.chosen[facet].get();
        state.results.unordered.with(|outcome| {
            for choice in &mut choices {
                let is_chosen = chosen.contains(&choice.value);
                let n_projects = outcome.count(facet, choice.value);
                let now = (n_projects, n_projects == 0 && !is_chosen);
                // The reader's own click has already ticked the box, so the value written last may differ from its state.
                choice.check.set_checked(is_chosen);
                if choice.written.is_none_or(|(n, _)| n != now.0) {
                    choice.count.set_text(&decimal(now.0));
                }
                if choice.written.unwrap_or_default().1 != now.1 {
                    choice.check.set_attr("disabled", now.1.then_some(""));
                }
                choice.written = Some(now);
            }
        });
    });
    labels
}
