//! A field that filters a list of values, and the list of every value of a long facet under such a field. In the chunk: a first view lists
//! the frequent values.

use leptos::prelude::*;

use crate::dom::Element;
use crate::effect::render_effect;
use crate::i18n::Lang;
use crate::page;
use crate::search::Named;
use crate::signal::{ErasedMemo, ErasedSignal};
use crate::state::State;
use crate::text::{concat, decimal};
use crate::view::controls::announce::announce;
use crate::view::controls::facets::{list, options};
use crate::view::live::button;

/// How many values are listed at first, and how many more on each request: a thousand boxes at once would block the page.
const STEP: usize = 200;

/// A field, and what it leaves of a list.
pub(crate) struct Filtered {
    /// What is typed.
    pub(crate) typed: ErasedSignal<String>,
    pub(crate) field: Element,
    /// How many values are left, visible and announced; empty while nothing is typed.
    pub(crate) status: [Element; 2],
    /// Whether each value is left.
    pub(crate) is_left: ErasedMemo<Vec<bool>>,
}

/// A field that filters a list of values; Escape clears it.
pub(crate) fn filtered(state: State, lang: Lang, label: &str, values: Named) -> Filtered {
    let (messages, late) = (lang.messages(), lang.late());
    let typed = ErasedSignal::new(String::new());
    let is_left = ErasedMemo::new(move || typed.with(|typed| values.with(typed)));
    let composing = ErasedSignal::new(false);
    let field = Element::new("input", "se-filter-field")
        .attr("type", "search")
        .attr("aria-label", label)
        .attr("placeholder", label)
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .on("compositionstart", move |_| composing.set(true))
        .on("input", move |event| {
            if !composing.get_untracked() {
                typed.set(event.value());
            }
        });
    // As in the search box (`search`): a composition that ends without an end event has ended when the field loses the focus.
    let field = ["compositionend", "blur"].into_iter().fold(field, |field, event| {
        field.on(event, move |event| {
            composing.set(false);
            typed.set(event.value());
        })
    });
    let value = field.clone();
    render_effect(move || {
        if typed.with(String::is_empty) {
            value.set_value("");
        }
    });
    let field = field.on("keydown", move |event| {
        // The page gets an Escape that does nothing here.
        if event.key() == "Escape" && typed.with_untracked(|typed| !typed.is_empty()) {
            event.prevent_default();
            event.stop_propagation();
            typed.set(String::new());
        }
    });
    let left = move || {
        if typed.with(String::is_empty) {
            return String::new();
        }
        is_left.with(|is_left| match is_left.iter().filter(|&&is_left| is_left).count() {
            0 => late.no_value.to_owned(),
            n => messages.shown.fill([&decimal(n as u32), &decimal(is_left.len() as u32)]),
        })
    };
    let places = [Element::new("p", "se-filter-left"), Element::new("p", "se-heard").attr("role", "status")];
    Filtered { typed, field, status: announce(state, composing, places, left), is_left }
}

/// Every value of a facet. Ticked ones come first and are never filtered out.
pub(crate) fn values(state: State, lang: Lang, facet: usize) -> Vec<Element> {
    let late = lang.late();
    let index = state.catalog.known.get_untracked();
    let values = state.catalog.values(facet);
    // The slug is mostly English: readers of another language know that name as well.
    let text =
        |&value: &u16| concat(&[index.name(facet, value, lang), " ", &index.values(facet)[usize::from(value)].slug]);
    let label = late.filter_values.fill([index.label(facet, lang)]);
    let Filtered { field, status, is_left, .. } = filtered(state, lang, &label, Named::new(values.iter().map(text)));
    let limit = ErasedSignal::new(STEP);
    let (listed, n_hidden) = (ErasedSignal::new(Vec::new()), ErasedSignal::new(0));
    let mut before = None;
    render_effect(move || {
        let now = (is_left.get(), limit.get());
        let mut rows = state.results.chosen[facet].get();
        // A box that the reader ticks or unticks stays in its place until something else is typed. A link may choose one that is not listed.
        let are_listed = listed.with_untracked(|listed: &Vec<u16>| rows.iter().all(|value| listed.contains(value)));
        if before.as_ref() == Some(&now) && are_listed {
            return;
        }
        let n_chosen = rows.len();
        let left = values.iter().zip(&now.0).filter(|(_, is_left)| **is_left).map(|(&value, _)| value);
        let others: Vec<u16> = left.filter(|value| !rows.contains(value)).collect();
        rows.extend(others.iter().take(now.1));
        n_hidden.set(n_chosen + others.len() - rows.len());
        listed.set(rows);
        before = Some(now);
    });
    let list = list(state, facet).live_children(move || listed.with(|listed| options(state, lang, facet, listed)));
    let focus = list.clone();
    let more = move || {
        let n_listed = listed.with_untracked(Vec::len);
        limit.update(|limit| *limit += STEP);
        let focus = focus.clone();
        // The button may be gone; and the new ones are what the reader wants.
        let first = concat(&["label:nth-child(n+", &decimal(n_listed as u32 + 1), ") input:enabled"]);
        page::after_update(move || focus.focus_first(&first));
    };
    let more = button("se-more")
        .live_flag("hidden", move || n_hidden.get() == 0)
        .live_text(move || late.show_others.fill([&decimal(n_hidden.get().min(STEP) as u32)]))
        .on_click(more);
    let [left, heard] = status;
    vec![field, left, heard, list, more]
}
