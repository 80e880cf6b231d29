//! The active filters, as chips that remove them.

use leptos::prelude::*;

use crate::dom::Element;
use crate::facet::{Index, N_FACETS};
use crate::filter::{self, Filter};
use crate::i18n::Lang;
use crate::page;
use crate::state::State;
use crate::text::join;
use crate::view::live::button;

/// An active condition of the filter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Condition {
    /// The search words.
    Search,
    /// All selected values of a facet.
    Facet(usize),
    /// One selected value of a facet.
    Value(usize, u16),
}

impl Condition {
    /// Removes the condition.
    pub(crate) fn remove(self, filter: &mut Filter) {
        match self {
            Condition::Search => filter.search.clear(),
            Condition::Facet(facet) => filter.chosen[facet].clear(),
            Condition::Value(facet, value) => filter.chosen[facet].retain(|&v| v != value),
        }
    }

    /// Its display name.
    pub(crate) fn name(self, index: &Index, filter: &Filter, lang: Lang) -> String {
        match self {
            Condition::Search => lang.messages().search_chip.fill([filter.search.trim_ascii()]),
            Condition::Value(facet, value) => index.name(facet, value, lang).to_owned(),
            Condition::Facet(facet) => {
                let names: Vec<_> = filter.chosen[facet].iter().map(|&v| index.name(facet, v, lang)).collect();
                let label = index.label(facet, lang);
                lang.messages().condition.fill([label, &join(&names, lang.messages().list_separator)])
            }
        }
    }
}

fn conditions(filter: &Filter) -> Vec<Condition> {
    let mut conditions = Vec::new();
    if filter::has_words(&filter.search) {
        conditions.push(Condition::Search);
    }
    for (facet, chosen) in filter.chosen.iter().enumerate() {
        conditions.extend(chosen.iter().map(|&value| Condition::Value(facet, value)));
    }
    conditions
}

/// The active filters in words, for printing; empty if there are none.
pub(crate) fn in_words(index: &Index, filter: &Filter, lang: Lang) -> String {
    let facets = (0..N_FACETS).filter(|&facet| !filter.chosen[facet].is_empty()).map(Condition::Facet);
    let search = filter::has_words(&filter.search).then_some(Condition::Search);
    let names: Vec<String> =
        search.into_iter().chain(facets).map(|condition| condition.name(index, filter, lang)).collect();
    join(&names.iter().map(String::as_str).collect::<Vec<_>>(), " · ")
}

/// One chip for each active condition, and "clear all".
pub(crate) fn chips(state: State, lang: Lang) -> Element {
    let messages = lang.messages();
    let list = Element::new("div", "se-chips")
        .attr("role", "group")
        .attr("tabindex", "-1")
        .attr("aria-label", messages.active_filters);
    // The focused button is removed by the click: move the focus to its neighbour, or to the list itself.
    let focus = list.clone();
    let remove = move |n: usize, change: &dyn Fn(&mut Filter)| {
        state.selection.filter.update(|filter| change(filter));
        let focus = focus.clone();
        page::after_update(move || focus.focus_button(n));
    };
    list.live_children(move || {
        let index = state.catalog.known.get_untracked();
        state.selection.filter.with(|filter| {
            let mut chips: Vec<Element> = Vec::new();
            for (n, condition) in conditions(filter).into_iter().enumerate() {
                let name = condition.name(index, filter, lang);
                let remove = remove.clone();
                let chip = button("se-chip")
                    .attr("part", "chip")
                    .attr("aria-label", &messages.remove.fill([&name]))
                    .on_click(move || remove(n, &|filter| condition.remove(filter)))
                    .text(&name);
                chips.push(chip);
            }
            if !chips.is_empty() {
                let remove = remove.clone();
                chips.push(button("se-clear").on_click(move || remove(0, &Filter::clear)).text(messages.clear_all));
            }
            chips
        })
    })
}
