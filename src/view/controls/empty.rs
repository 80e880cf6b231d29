//! Shown instead of the cards when nothing matches: conditions to remove, with the number of
//! projects each would show.

use leptos::prelude::*;

use crate::dom::Element;
use crate::facet::N_FACETS;
use crate::filter::Filter;
use crate::i18n::Lang;
use crate::state::State;
use crate::view::controls::chips::Condition;
use crate::view::explorer::slot;
use crate::view::later::ways_out;
use crate::view::live::button;

/// Says that nothing matches while that is so.
pub(crate) fn empty(state: State, lang: Lang, panel: &Element) -> Element {
    let panel = panel.clone();
    Element::new("div", "").live_children(move || {
        if !state.is_there() || state.results.unordered.with(|outcome| !outcome.shown.is_empty()) {
            return Vec::new();
        }
        // Each filter has its own ways out.
        state.selection.filter.track();
        ways_out(state, lang, &panel)
    })
}

/// The sentence, and each condition whose removal alone would show projects. No first view shows them, apart from one whose page or link has
/// chosen what matches nothing.
pub(crate) fn nothing(state: State, lang: Lang, panel: &Element) -> Vec<Element> {
    let messages = state.words(lang);
    // The button is removed by the click: the focus moves to the panel that now has cards.
    let panel = panel.clone();
    let way_out = move |label: &str, change: Box<dyn Fn(&mut Filter)>| {
        let panel = panel.clone();
        let leave = move || {
            state.selection.filter.update(|filter| change(filter));
            panel.focus();
        };
        button("se-way-out").on_click(leave).text(label)
    };
    let index = state.catalog.known.get();
    let filter = state.selection.filter.get();
    let text = if filter.is_empty() { messages.nothing_here } else { messages.nothing };
    let mut empty = Element::new("div", "se-empty")
        .attr("part", "empty")
        // What the page puts there takes its place.
        .child(slot("empty").child(Element::new("p", "se-empty-text").text(text)));
    let facets = (0..N_FACETS).map(Condition::Facet);
    for condition in std::iter::once(Condition::Search).chain(facets) {
        let n_projects = state.results.unordered.with(|outcome| match condition {
            Condition::Facet(facet) => outcome.without[facet],
            _ => outcome.without_search,
        });
        if n_projects > 0 {
            let name = condition.name(index, &filter, lang);
            let label = messages.without.fill([&name, &messages.projects(n_projects as usize)]);
            empty = empty.child(way_out(&label, Box::new(move |filter| condition.remove(filter))));
        }
    }
    if !filter.is_empty() {
        empty = empty.child(way_out(messages.clear_all, Box::new(Filter::clear)));
    }
    vec![empty]
}
