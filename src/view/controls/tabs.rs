//! The category tabs.

use std::rc::Rc;

use leptos::prelude::*;

use crate::dom::{self, Element, VisibilityObserver};
use crate::effect::{effect, render_effect, store_value};
use crate::facet::{CATEGORY, Index};
use crate::filter::Outcome;
use crate::i18n::Lang;
use crate::page;
use crate::signal::ErasedSignal;
use crate::state::State;
use crate::text::{concat, decimal};
use crate::view::later;
use crate::view::live::button;

/// With more categories than this, a button next to the tabs opens a list of all.
const MANY: usize = 20;

/// With more categories than this, the tabs are probably wider than their line.
const SOME: usize = 9;

/// The selected tab: `Some(None)` is "All"; `None` if a link has selected several categories.
pub(crate) fn chosen(state: State) -> Option<Option<u16>> {
    state.results.chosen[state.catalog.tabs()].with(|chosen| match chosen.as_slice() {
        [] => Some(None),
        [one] => Some(Some(*one)),
        _ => None,
    })
}

/// The accessible name of the panel under the tabs: the selected tab.
pub(crate) fn panel_label(state: State, lang: Lang) -> &'static str {
    match chosen(state).flatten() {
        Some(category) => state.catalog.known.get().name(state.catalog.tabs(), category, lang),
        None => state.words(lang).explorer,
    }
}

/// Selects a tab.
pub(crate) fn choose(state: State, tab: Option<u16>) {
    let facet = state.catalog.known.get_untracked().tabs;
    state.selection.filter.update(|filter| filter.chosen[facet] = tab.into_iter().collect());
}

/// The name of a tab.
pub(crate) fn name(state: State, lang: Lang, tab: Option<u16>) -> &'static str {
    let index = state.catalog.known.get_untracked();
    tab.map_or(lang.messages().all, |category| index.name(index.tabs, category, lang))
}

/// How many projects a tab would show.
pub(crate) fn n_projects(index: &Index, outcome: &Outcome, tab: Option<u16>) -> u32 {
    match tab {
        Some(category) => outcome.count(index.tabs, category),
        None => outcome.n_all_tabs(index),
    }
}

/// One tab for each category that has projects here, "All" first. The tabs filter one shared list, so there is one panel. They are in a
/// line that scrolls, with a button at each end while there are more tabs in that direction: for the mouse, because arrow keys move from
/// tab to tab.
pub(crate) fn tabs(state: State, lang: Lang) -> Element {
    let index = state.catalog.known.get_untracked();
    let facet = index.tabs;
    let here = state.catalog.values(facet);
    let tabs: Vec<Option<u16>> = std::iter::once(None).chain(here.into_iter().map(Some)).collect();
    let n_categories = tabs.len() - 1;
    let list = Element::new("div", "se-tabs")
        .attr("part", "tabs")
        .attr("role", "tablist")
        .attr("aria-label", tabs_label(index, lang));

    if state.is_prerendered() {
        let list = list.attr("role", "radiogroup").children(tabs.into_iter().map(|tab| radio_tab(state, lang, tab)));
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
        event.prevent_default();
        event.stop_propagation();
        choose(state, all[to]);
        focus.focus_button(to);
    });

    let mut made: Vec<Tab> = tabs.iter().map(|&tab| Tab::new(state, lang, tab)).collect();
    let buttons: Rc<[Element]> = made.iter().map(|tab| tab.button.clone()).collect();
    let ends = buttons.first().into_iter().chain(buttons.last()).cloned().collect();
    let (of, clicked) = (tabs.clone(), buttons.clone());
    let list = list.children(buttons.iter().cloned()).on("click", move |event| {
        if let Some(at) = clicked.iter().position(|button| event.is_inside(button)) {
            choose(state, of[at]);
        }
    });
    // One effect for all: most interactions change most numbers.
    render_effect(move || {
        let chosen = chosen(state);
        // First all of these: at the one that has the focus, the browser brings the layout up to date.
        made.iter_mut().for_each(|tab| tab.rove(chosen));
        state.results.unordered.with(|outcome| made.iter_mut().for_each(|tab| tab.update(index, chosen, outcome)));
    });
    // At first "All" is in sight, unless the reader has scrolled before the code arrived; and then nothing moves.
    let mut shown = (if dom::is_hydrating() { untrack(|| chosen(state)) } else { Some(None) }, false);
    effect(move || {
        // Again when the list of all is closed: the reader may have chosen there what was chosen already.
        let now = (chosen(state), state.is_expanded(facet));
        if now != shown
            && let Some(at) = tabs.iter().position(|&tab| now.0 == Some(tab))
        {
            // After painting: measuring its position earlier would force an extra layout.
            let button = buttons[at].clone();
            page::after_paint(move || button.scroll_into_view());
        }
        shown = now;
    });

    // A guess that is right nearly everywhere: the observer would tell one frame later, and that frame costs as much as a click.
    let more = [ErasedSignal::new(false), ErasedSignal::new(n_categories > SOME)];
    let is_mirrored = lang.direction().is_some();
    let scroll_button = |class: &str, right: bool| {
        let list = list.clone();
        button(class)
            .attr("tabindex", "-1")
            .attr("aria-hidden", "true")
            // The focus does not move.
            .on("mousedown", |event| event.prevent_default())
            .on_click(move || list.scroll_sideways(right))
    };
    let scroll_buttons =
        [scroll_button("se-turn se-turn-back", is_mirrored), scroll_button("se-turn se-turn-on", !is_mirrored)];
    // A tab covered by the button does not count as visible; there is equal space after the last tab.
    let margin = if is_mirrored { "0px 0px 0px -36px" } else { "0px -36px 0px 0px" };
    store_value(VisibilityObserver::new(&list, ends, margin, move |end, is_visible| more[end].set(!is_visible)));
    let strip = Element::new("div", "se-tab-strip")
        .live_flag("data-back", move || more[0].get())
        .live_flag("data-on", move || more[1].get())
        .child(list)
        .children(scroll_buttons);
    if n_categories > MANY { with_opener(state, lang, strip, facet, n_categories) } else { strip }
}

/// The name of the tabs.
pub(crate) fn tabs_label(index: &Index, lang: Lang) -> &'static str {
    if index.tabs == CATEGORY { lang.messages().categories } else { index.label(index.tabs, lang) }
}

/// The name of the list of all.
pub(crate) fn all_label(lang: Lang, facet: usize, n_values: usize) -> String {
    let messages = lang.messages();
    let label = if facet == CATEGORY { &messages.all_categories } else { &messages.more };
    label.fill([&decimal(n_values as u32)])
}

/// With a button that opens a list of all categories: in a line that scrolls, one of a hundred is hard to find.
fn with_opener(state: State, lang: Lang, strip: Element, facet: usize, n_categories: usize) -> Element {
    let opener = button("se-all-tabs")
        .attr("part", "all-tabs")
        .attr("aria-haspopup", "dialog")
        .on_click(move || state.expand(facet, true))
        .text(&all_label(lang, facet, n_categories));
    let list = Element::new("div", "se-later")
        .live_children(move || if state.is_expanded(facet) { later::values(state, lang, facet) } else { Vec::new() });
    Element::new("div", "se-tab-row").child(strip).child(opener).child(list)
}

/// A tab, and what was written last.
struct Tab {
    category: Option<u16>,
    button: Element,
    count: Element,
    /// The count, whether it is selected, whether it is focusable.
    written: (Option<u32>, Option<bool>, Option<bool>),
}

impl Tab {
    fn new(state: State, lang: Lang, category: Option<u16>) -> Tab {
        let name = name(state, lang, category);
        let count = Element::new("span", "se-count");
        let button = button("se-tab").attr("part", "tab").attr("role", "tab").text(&concat(&[name, " "]));
        Tab { category, button: button.child(count.clone()), count, written: (None, None, None) }
    }

    /// Roving tabindex; if no single tab is selected, "All" is focusable.
    fn rove(&mut self, chosen: Option<Option<u16>>) {
        let is_focusable = chosen == Some(self.category) || (self.category.is_none() && chosen.is_none());
        if self.written.2.replace(is_focusable) != Some(is_focusable) {
            self.button.set_attr("tabindex", Some(if is_focusable { "0" } else { "-1" }));
        }
    }

    fn update(&mut self, index: &Index, chosen: Option<Option<u16>>, outcome: &Outcome) {
        let n_projects = n_projects(index, outcome, self.category);
        let is_selected = chosen == Some(self.category);
        if self.written.0.replace(n_projects) != Some(n_projects) {
            self.count.set_text(&decimal(n_projects));
        }
        if self.written.1.replace(is_selected) != Some(is_selected) {
            self.button.set_attr("aria-selected", Some(if is_selected { "true" } else { "false" }));
        }
    }
}

/// A tab before any code runs: a radio button by which CSS filters the cards.
fn radio_tab(state: State, lang: Lang, tab: Option<u16>) -> Element {
    let index = state.catalog.known.get_untracked();
    let slug = tab.map_or("", |category| &index.values(index.tabs)[usize::from(category)].slug);
    let n_projects = state.results.unordered.with_untracked(|outcome| n_projects(index, outcome, tab));
    let radio = Element::new("input", "se-still-radio")
        .attr("type", "radio")
        .attr("name", index.key(index.tabs))
        .attr("value", slug)
        .live_flag("checked", move || chosen(state) == Some(tab));
    Element::new("label", "se-tab")
        .attr("part", "tab")
        .child(radio)
        .text(name(state, lang, tab))
        .text(" ")
        .child(Element::new("span", "se-count").text(&decimal(n_projects)))
}
