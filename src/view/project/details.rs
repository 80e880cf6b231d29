//! The details of one project: a modal dialog with all facts about it. Comparisons of several projects use it as well.

use leptos::prelude::*;

use crate::dom::Element;
use crate::effect::{effect, render_effect};
use crate::i18n::Lang;
use crate::page;
use crate::signal::ErasedMemo;
use crate::state::State;
use crate::text::join;
use crate::view::live::button;
use crate::view::prerendered;
use crate::view::project::actions::actions;
use crate::view::project::compare::{compare, compare_bar};
use crate::view::project::details_body::details_body;
use crate::view::project::similar::similar;
use crate::view::project::step::{neighbour, step_button};

/// A native modal dialog: the browser keeps focus in it, closes it on Escape and returns the focus. It shows one project, or a
/// comparison of several.
pub(crate) fn details(state: State, lang: Lang) -> Element {
    let (messages, late) = (lang.messages(), lang.late());
    let index = state.catalog.known.get_untracked();
    let close = move || state.request(&[]);
    if state.is_prerendered() {
        let shown = state.results.outcome.with_untracked(|outcome| outcome.shown.clone());
        let opened = prerendered::opened();
        let shown = shown.into_iter().map(|number| index.at(number));
        return Element::new("div", "").children(
            shown
                .filter(|project| opened.contains(project.id))
                .map(|project| prerendered::dialog(project, details_body(state, project, lang, None, None), late)),
        );
    }
    // A memo of its own, because the filter changes with every keystroke.
    let opened = ErasedMemo::new(move || state.open());
    let is_comparison = ErasedMemo::new(move || state.results.compared.with(|compared| !compared.is_empty()));
    // Close is first in focus order, so that an opened dialog focuses it; CSS shows it last.
    let previous = step_button(state, -1, "se-step se-previous", late.previous);
    let next = step_button(state, 1, "se-step se-next", late.next);
    let bar = Element::new("div", "se-details-bar")
        .child(button("se-step se-close").attr("aria-label", late.close).on_click(close))
        .child(previous.clone())
        .child(next.clone())
        .child(
            Element::new("div", "se-compare-bar")
                .live_children(move || if is_comparison.get() { compare_bar(late) } else { Vec::new() }),
        );
    let place = Element::new("div", "se-details-place");
    let focus = place.clone();
    // The button that opens another project is removed with the content around it: the focus moves to the heading of the new one.
    let open = move |number| {
        state.request(&[number]);
        let focus = focus.clone();
        page::after_update(move || {
            // The page may have refused.
            if state.open() == Some(number) {
                focus.focus_first("h2");
            }
        });
    };
    let focus = place.clone();
    let remove = move |column: usize, number| {
        state.uncompare(number);
        let focus = focus.clone();
        // The button of the next column, or of the last one: each column has two buttons, or a link and a button.
        let n = if state.link_by_id("").is_some() { column } else { 2 * column + 1 };
        page::after_update(move || focus.focus_button(n));
    };
    let project = move || opened.get().map(|number| state.catalog.known.get().at(number));
    let dialog = Element::new("dialog", "se-details").attr("part", "dialog");
    // Opened while empty: the browser lays out the content of a dialog when it opens, and again when content is added. Another
    // project starts at the top.
    let modal = dialog.clone();
    let opens = move || {
        modal.show_modal();
        modal.scroll_to_top();
    };
    let body = place.live_children(move || {
        if is_comparison.get() {
            opens();
            let compared = state.results.compared.get();
            return vec![compare(state, state.catalog.known.get(), &compared, lang, open.clone(), remove.clone())];
        }
        let (Some(number), Some(project)) = (opened.get(), project()) else { return Vec::new() };
        opens();
        // Untracked: what these read while being built must not rebuild the dialog.
        let (actions, similar) =
            untrack(|| (actions(state, number, project, lang), similar(state, number, project, lang, open.clone())));
        vec![details_body(state, project, lang, Some(actions), similar)]
    });
    let dialog = dialog
        .live_attr("class", move || Some(if is_comparison.get() { "se-details se-compare" } else { "se-details" }))
        // Escape, or Back on a phone. What the browser closes all the same is closed.
        .on("cancel", move |event| {
            if event.is_cancelable() {
                event.prevent_default();
                close();
            }
        })
        .on("close", move |_| state.set_open(None))
        .on("click", move |event| {
            // On the dialog itself, not in it: next to its content, on the backdrop.
            if event.is_at_target() {
                close();
            }
        })
        // Scrolling that `overscroll-behavior` does not contain in current browsers.
        .on("wheel", |event| event.contain_overscroll())
        .on("touchmove", |event| event.contain_overscroll())
        .on("keydown", move |event| {
            let (by, button) = match event.plain_key().as_str() {
                "ArrowLeft" => (-1, &previous),
                "ArrowRight" => (1, &next),
                _ => return,
            };
            if let Some(number) = untrack(|| neighbour(state, by)) {
                event.prevent_default();
                event.stop_propagation();
                state.request(&[number]);
                // The element that had the focus may have been removed with the project that was open.
                button.focus();
            }
        })
        .child(Element::new("div", "se-details-inner").child(bar).child(body));
    let named = dialog.clone();
    render_effect(move || {
        let name = |&number: &u16| index.at(number).name;
        let names: Vec<&str> = state.results.compared.with(|compared| compared.iter().map(name).collect());
        let names = late.compare_names.fill([&join(&names, messages.list_separator)]);
        let name = if is_comparison.get() { Some(names.as_str()) } else { project().map(|project| project.name) };
        named.set_attr("aria-label", name);
    });
    let modal = dialog.clone();
    // Closes it, and opens it if it was not in the page yet when it was filled.
    effect(move || match project().is_some() || is_comparison.get() {
        true => modal.show_modal(),
        false => modal.close(),
    });
    dialog
}
