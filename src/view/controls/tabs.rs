//! The category tabs.

use leptos::prelude::*;

use crate::dom::{self, Element, InSight};
use crate::effect;
use crate::facet::TABS;
use crate::i18n::Lang;
use crate::page;
use crate::signal::Cell;
use crate::state::State;
use crate::view::live::button;
use crate::view::prerendered;

/// The selected tab: `Some(None)` is "All"; `None` if a link has selected several categories.
pub(crate) fn chosen(state: State) -> Option<Option<u16>> {
    state.chosen[TABS].with(|chosen| match chosen.as_slice() {
        [] => Some(None),
        [one] => Some(Some(*one)),
        _ => None,
    })
}

/// The accessible name of the panel under the tabs: the selected tab.
pub(crate) fn panel_label(state: State, lang: Lang) -> &'static str {
    match chosen(state).flatten() {
        Some(category) => state.index.get().name(TABS, category, lang),
        None => lang.messages().explorer,
    }
}

/// One tab for each category that has projects here, "All" first. The tabs filter one shared list, so there is one panel. They are in a
/// line that scrolls, with a button at each end while there are more tabs in that direction: for the mouse, because arrow keys move from
/// tab to tab.
pub(crate) fn tabs(state: State, lang: Lang) -> Element {
    let messages = lang.messages();
    let index = state.index.get_untracked();
    let here = state.values_here(TABS);
    let tabs: Vec<Option<u16>> = std::iter::once(None).chain(here.into_iter().map(Some)).collect();
    let choose = move |tab: Option<u16>| {
        state.filter.update(|filter| filter.chosen[TABS] = tab.into_iter().collect());
    };
    let list = Element::new("div", "se-tabs")
        .attr("part", "tabs")
        .attr("role", "tablist")
        .attr("aria-label", messages.categories);

    if prerendered::is(state) {
        let list =
            list.attr("role", "radiogroup").children(tabs.into_iter().map(|tab| prerendered::tab(state, lang, tab)));
        return Element::new("div", "se-tab-strip").child(list);
    }

    let (all, focus) = (tabs.clone(), list.clone());
    let list = list.on("keydown", move |event| {
        let now = untrack(|| chosen(state)).and_then(|tab| all.iter().position(|&t| t == tab)).unwrap_or(0);
        let n = all.len();
        let [back, on] =
            if lang.direction().is_some() { ["ArrowRight", "ArrowLeft"] } else { ["ArrowLeft", "ArrowRight"] };
        let to = match event.key().as_str() {
            key if key == back => (now + n - 1) % n,
            key if key == on => (now + 1) % n,
            "Home" => 0,
            "End" => n - 1,
            _ => return,
        };
        event.take();
        choose(all[to]);
        focus.focus_button(to);
    });

    let mut made = Vec::new();
    let list = list.children(tabs.into_iter().map(|tab| {
        let name = tab.map_or(messages.all, |category| index.name(TABS, category, lang));
        let selected = move || chosen(state) == Some(tab);
        let n_projects = move || {
            state.unordered.with(|outcome| match tab {
                Some(category) => outcome.count(TABS, category),
                None => outcome.n_all_tabs(),
            })
        };
        let button = button("se-tab")
            .attr("part", "tab")
            .attr("role", "tab")
            .live_aria("aria-selected", selected)
            // Roving tabindex; if no single tab is selected, "All" is focusable.
            .live_attr("tabindex", move || {
                let reachable = selected() || (tab.is_none() && chosen(state).is_none());
                Some(if reachable { "0" } else { "-1" })
            })
            .on_click(move || choose(tab))
            .text(name)
            .text(" ")
            .child(Element::new("span", "se-count").live_number(n_projects));
        let shown = button.clone();
        // At first "All" is in sight, unless the reader has scrolled before the code arrived; and then nothing moves.
        let mut is_still = tab.is_none() || dom::is_hydrating();
        effect::in_page(move || {
            let is_selected = selected();
            if !std::mem::take(&mut is_still) && is_selected {
                // After painting: measuring its position earlier would force an extra layout.
                let shown = shown.clone();
                page::after_paint(move || shown.reveal());
            }
        });
        made.push(button.clone());
        button
    }));

    let more = [Cell::new(false), Cell::new(false)];
    let is_mirrored = lang.direction().is_some();
    let turner = |class: &str, right: bool| {
        let list = list.clone();
        button(class)
            .attr("tabindex", "-1")
            .attr("aria-hidden", "true")
            // The focus does not move.
            .on("mousedown", |event| event.prevent_default())
            .on_click(move || list.turn(right))
    };
    let turners = [turner("se-turn se-turn-back", is_mirrored), turner("se-turn se-turn-on", !is_mirrored)];
    let ends = made.first().into_iter().chain(made.last()).cloned().collect();
    // A tab covered by the button does not count as visible; there is equal space after the last tab.
    let margin = if is_mirrored { "0px 0px 0px -36px" } else { "0px -36px 0px 0px" };
    effect::keep(InSight::new(&list, ends, margin, move |end, is_seen| more[end].set(!is_seen)));
    Element::new("div", "se-tab-strip")
        .live_flag("data-back", move || more[0].get())
        .live_flag("data-on", move || more[1].get())
        .child(list)
        .children(turners)
}
