//! The category tabs.

use leptos::prelude::*;

use super::live::button;
use super::still;
use crate::browser::{self, Element};
use crate::effect;
use crate::facet::TABS;
use crate::i18n::Lang;
use crate::state::State;

/// The chosen tab: `Some(None)` is "All"; `None` when a link has chosen several categories.
pub(super) fn chosen(state: State) -> Option<Option<u16>> {
    state.chosen[TABS].with(|chosen| match chosen.as_slice() {
        [] => Some(None),
        [one] => Some(Some(*one)),
        _ => None,
    })
}

/// What the panel under the tabs is called: the chosen tab.
pub(super) fn panel_label(state: State, lang: Lang) -> &'static str {
    match chosen(state).flatten() {
        Some(category) => state.index.get().name(TABS, category, lang),
        None => lang.messages().explorer,
    }
}

/// One tab for each category that has projects here, "All" first. The tabs filter one shared list, so there is one panel.
pub(super) fn tabs(state: State, lang: Lang) -> Element {
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

    if still::is(state) {
        return list.attr("role", "radiogroup").children(tabs.into_iter().map(|tab| still::tab(state, lang, tab)));
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

    list.children(tabs.into_iter().map(|tab| {
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
            // Roving tabindex; when no single tab is chosen, "All" is the way in.
            .live_attr("tabindex", move || {
                let reachable = selected() || (tab.is_none() && chosen(state).is_none());
                Some(if reachable { "0" } else { "-1" })
            })
            .on_click(move || choose(tab))
            .text(name)
            .text(" ")
            .child(Element::new("span", "se-count").live_number(n_projects));
        let shown = button.clone();
        effect::in_page(move || {
            if selected() {
                // Once it is painted: before, asking where it stands would cost a layout of its own.
                let shown = shown.clone();
                browser::after_paint(move || shown.reveal());
            }
        });
        button
    }))
}
