//! Share and export: a link to this view, the projects as text or as a file, printing. Collapsed by default, and created when expanded: by
//! then a frame knows what its sandbox allows.

use leptos::prelude::*;

use crate::dom::Element;
use crate::export;
use crate::i18n::{Lang, Late};
use crate::model::{Catalog, Project};
use crate::page;
use crate::signal::ErasedSignal;
use crate::state::State;
use crate::text::decimal;
use crate::view::later;
use crate::view::live::button;
use crate::view::project::copy::{Copy, copies};

/// A file format: label, the end of the file name, MIME type, content.
type Kind = (fn(&Late) -> &'static str, &'static str, &'static str, fn(State, Lang) -> String);

const FILES: [Kind; 2] = [
    (
        |late| late.save_csv,
        "csv",
        "text/csv",
        |state, lang| {
            let (catalog, projects) = shown(state);
            export::csv(catalog, &projects, lang)
        },
    ),
    (
        |late| late.save_json,
        "json",
        "application/json",
        |state, lang| {
            let (catalog, projects) = shown(state);
            export::json(catalog, &projects, lang, &state.selection.query.get_untracked())
        },
    ),
];

/// A Markdown format.
type Markdown = fn(&Catalog, &[&'static Project], Lang) -> String;

fn shown(state: State) -> (&'static Catalog, Vec<&'static Project>) {
    let index = state.catalog.known.get_untracked();
    let shown = state.results.outcome.with_untracked(|outcome| outcome.shown.clone());
    (index.catalog, shown.into_iter().map(|number| index.at(number)).collect())
}

/// The button, and the line that it expands.
pub(crate) fn share(state: State, lang: Lang) -> [Element; 2] {
    let messages = lang.messages();
    let open = ErasedSignal::new(false);
    let opener = button("se-take-button")
        .attr("part", "take-button")
        .live_aria("aria-expanded", move || open.get())
        .on_click(move || open.update(|open| *open = !*open))
        .text(messages.take);
    let opener = if state.is_prerendered() { opener.attr("disabled", "") } else { opener };
    let line = Element::new("div", "se-take")
        .attr("part", "take")
        .attr("role", "group")
        .attr("aria-label", messages.take)
        .live_flag("hidden", move || !open.get())
        .live_children(move || if open.get() { later::made(state, lang, |parts| parts.share) } else { Vec::new() });
    [opener, line]
}

/// The buttons that can work here.
pub(crate) fn share_buttons(state: State, lang: Lang) -> Vec<Element> {
    let late = lang.late();
    let mut texts = Vec::new();
    // Without a key in the URL, a view has no address.
    if state.link("").is_some() {
        texts.push(Copy {
            label: late.copy_view,
            done: late.link_copied,
            text: Box::new(move || state.link(&state.selection.query.get_untracked()).unwrap_or_default()),
        });
    }
    let markdown: [(&'static str, Markdown); 2] =
        [(late.copy_table, export::markdown_table), (late.copy_list, export::markdown_list)];
    texts.extend(markdown.map(|(label, export)| Copy {
        label,
        done: late.markdown_copied,
        text: Box::new(move || {
            let (catalog, projects) = shown(state);
            export(catalog, &projects, lang)
        }),
    }));
    let mut buttons = copies(texts, late);
    if page::allows("downloads") {
        buttons.extend(FILES.map(|(label, end, kind, make)| {
            let save = move || page::download(&export::file_name(shown(state).0, end), kind, &make(state, lang));
            button("se-save").on_click(save).text(label(late))
        }));
    }
    if page::allows("modals") {
        buttons.push(button("se-save").on_click(page::print).text(late.print));
    }
    if state.catalog.known.get_untracked().hits.is_some() {
        buttons.push(Element::new("span", "se-take-part").live_text(move || {
            let (loaded, all) = state.results.unordered.with(|outcome| (outcome.shown.len() as u32, outcome.n_shown));
            if loaded < all { late.loaded.fill([&decimal(loaded), &decimal(all)]) } else { String::new() }
        }));
    }
    buttons
}

/// Shown only in print, above the projects: the title, the active filters, and the date of the data.
pub(crate) fn print_head(state: State, lang: Lang) -> Vec<Element> {
    let messages = state.words(lang);
    let as_of = untrack(|| state.catalog.known.get()).catalog.as_of;
    let head = Element::new("div", "se-print-head")
        .child(Element::new("p", "se-print-title").text(messages.explorer))
        .child(Element::new("div", "").live_text(move || {
            let index = state.catalog.known.get();
            state.selection.filter.with(|filter| crate::view::controls::chips::in_words(index, filter, lang))
        }))
        .children(
            (as_of.year > 0).then(|| Element::new("p", "").text(&messages.data_of.fill([&messages.date(as_of)]))),
        );
    vec![head]
}
