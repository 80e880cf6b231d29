//! The search box.
//!
//! During a composition (`wang'ge` on the way to 网格), the text in the box is not a word yet: nothing is searched until it ends, and
//! no code writes into the box meanwhile, which would cancel it.

use leptos::prelude::*;

use crate::dom::Element;
use crate::effect::render_effect;
use crate::i18n::Lang;
use crate::signal::ErasedSignal;
use crate::state::State;
use crate::view::prerendered;

/// A labelled search box; Escape clears it. `composing`: whether there is a composition in it.
pub(crate) fn search(state: State, lang: Lang, composing: ErasedSignal<bool>) -> Element {
    let messages = state.words(lang);
    let set = move |search: String| state.selection.filter.update(|filter| filter.search = search);
    let n_projects = messages.projects(state.results.unordered.with_untracked(|outcome| outcome.total) as usize);
    let input = Element::new("input", "se-search-input")
        .attr("type", "search")
        .attr("part", "search-input")
        .attr("aria-label", messages.search)
        .attr("placeholder", &messages.search_hint.fill([&n_projects]))
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .on("input", move |event| {
            if !composing.get_untracked() {
                set(event.value());
            }
        })
        .on("compositionstart", move |_| composing.set(true))
        .on("keydown", move |event| {
            // The page gets an Escape that does nothing here (it may close a dialog around the explorer).
            if event.key() == "Escape" && state.selection.filter.with_untracked(|filter| !filter.search.is_empty()) {
                event.prevent_default();
                event.stop_propagation();
                set(String::new());
            }
        });
    // Engines differ in the order of a composition's last events, and an element that is moved gets no end event: it has ended when
    // the box fires its end, and when it loses or gets the focus.
    let input = ["compositionend", "blur", "focus"].into_iter().fold(input, |input, event| {
        input.on(event, move |event| {
            if composing.get_untracked() {
                // In this order: as soon as the composition has ended, the box shows the search.
                set(event.value());
                composing.set(false);
            }
        })
    });
    let input = prerendered::named(state, input, "q", String::new);
    let value = input.clone();
    render_effect(move || {
        if !composing.get() {
            state.selection.filter.with(|filter| value.set_value(&filter.search));
        }
    });
    Element::new("div", "se-search")
        .attr("role", "search")
        .live_label(move || state.landmark.part_among(messages.search))
        .attr("part", "search")
        .child(input)
}
