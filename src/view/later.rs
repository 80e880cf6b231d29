//! The parts that no first view shows (`state/later`), and their places in the explorer.

use leptos::prelude::*;

use crate::data::packed;
use crate::dom::{self, Element};
use crate::effect::render_effect;
use crate::i18n::Lang;
use crate::page;
use crate::signal::ErasedSignal;
use crate::state::State;
use crate::state::finder::ENGINE;
use crate::state::later::{Later, Make, Parts, Stage};
use crate::view::controls::categories;
use crate::view::controls::empty;
use crate::view::controls::filter_field;
use crate::view::controls::share;
use crate::view::live::button;
use crate::view::project::details;
use crate::view::project::highlight;
use crate::view::project::picks;
use crate::view::views::insights;
use crate::view::views::table;
use crate::view::views::timeline;

/// The parts themselves. A program that has them in a chunk must not refer to them, except in the exports of the chunk.
pub static PARTS: Parts = Parts {
    table: table::table,
    timeline: timeline::timeline,
    insights: insights::insights,
    share: share::share_buttons,
    details: |state, lang| vec![details::details(state, lang)],
    picks: |state, lang| vec![picks::picks(state, lang)],
    search: || &ENGINE,
    marks: highlight::follow,
    forgiven: highlight::forgiven,
    features: packed::with_features,
    write: State::write,
    values: |state, lang, facet| {
        if facet == state.catalog.known.get_untracked().tabs {
            vec![categories::categories(state, lang)]
        } else {
            filter_field::values(state, lang, facet)
        }
    },
    print_head: share::print_head,
    empty: empty::nothing,
    warn: page::warn_of_paragraph,
};

/// All parts, from the start.
#[must_use]
pub fn here() -> Later {
    Later::here(&PARTS)
}

/// Renders a part in its place, or a notice there that it is being loaded. To be called in an effect, which runs again once the part
/// is loaded.
pub(crate) fn made(state: State, lang: Lang, part: fn(&Parts) -> Make) -> Vec<Element> {
    made_by(state, lang, &|parts| part(parts)(state, lang))
}

/// Every value of a facet, in the same way.
pub(crate) fn values(state: State, lang: Lang, facet: usize) -> Vec<Element> {
    made_by(state, lang, &|parts| (parts.values)(state, lang, facet))
}

/// What is shown when nothing matches, in the same way.
pub(crate) fn ways_out(state: State, lang: Lang, panel: &Element) -> Vec<Element> {
    made_by(state, lang, &|parts| (parts.empty)(state, lang, panel))
}

/// What is shown only in print: nobody waits for it, so no notice says that it is being loaded.
pub(crate) fn print_head(state: State, lang: Lang) -> Element {
    let place = Element::new("div", "se-later");
    place.live_children(move || match state.later.stage.get() {
        Stage::Loaded => untrack(|| (state.later.parts.print_head)(state, lang)),
        _ => Vec::new(),
    })
}

fn made_by(state: State, lang: Lang, make: &dyn Fn(&Parts) -> Vec<Element>) -> Vec<Element> {
    match state.later.stage.get() {
        Stage::Loaded => {
            state.later.is_used.set(true);
            untrack(|| make(state.later.parts))
        }
        stage => notice(state, lang, stage),
    }
}

/// A notice that parts are being loaded, or could not be loaded.
fn notice(state: State, lang: Lang, stage: Stage) -> Vec<Element> {
    let messages = lang.messages();
    let line = |text: &str| Element::new("p", "se-notice").attr("role", "status").text(text);
    match stage {
        Stage::Failed => {
            let again = button("se-again").on_click(move || state.later.ask_again()).text(messages.try_again);
            vec![line(messages.part_failed).text(" ").child(again)]
        }
        _ => vec![line(messages.loading_part)],
    }
}

/// Says how the search was relaxed, or, if there are words to search for, that it is being loaded.
pub(crate) fn search_place(state: State, lang: Lang, composing: ErasedSignal<bool>) -> Vec<Element> {
    let parts = state.later.parts;
    if state.later.is_loaded() {
        return (parts.forgiven)(state, lang, composing);
    }
    let place = Element::new("div", "se-later");
    let filled = place.clone();
    render_effect(move || {
        let stage = state.later.stage.get();
        let waits = || state.results.found.with(|found| found.is_waiting) || state.catalog.is_waiting.get();
        filled.set_children(match stage {
            Stage::Loaded => untrack(|| (parts.forgiven)(state, lang, composing)),
            stage if waits() => notice(state, lang, stage),
            _ => Vec::new(),
        });
    });
    vec![place]
}

/// Calls a part once it is loaded. What it makes lives as long as the owner.
pub(crate) fn once_loaded(state: State, call: impl Fn(&Parts) + 'static) {
    // The last run depends on nothing that changes again.
    render_effect(move || {
        if state.later.stage.get() == Stage::Loaded {
            untrack(|| call(state.later.parts));
        }
    });
}

/// A part that is made when the reader first needs it, and then stays. While it is being loaded, a notice says so.
fn place(
    state: State,
    lang: Lang,
    part: fn(&Parts) -> Make,
    is_wanted: impl Fn() -> bool + Send + Sync + 'static,
) -> Vec<Element> {
    // On a server, nothing becomes wanted later.
    let was_wanted = ErasedSignal::new(!dom::IS_LIVE);
    render_effect(move || {
        if is_wanted() {
            was_wanted.set(true);
        }
    });
    let place = Element::new("div", "se-later");
    let filled = place.clone();
    // Its content lives as long as the last run, which depends on nothing that changes again.
    render_effect(move || filled.set_children(if was_wanted.get() { made(state, lang, part) } else { Vec::new() }));
    vec![place]
}

/// The details of one project, or a comparison of several.
pub(crate) fn details_place(state: State, lang: Lang) -> Vec<Element> {
    let is_wanted = move || state.open().is_some() || state.results.compared.with(|compared| !compared.is_empty());
    place(state, lang, |parts| parts.details, is_wanted)
}

/// The bar of picks.
pub(crate) fn picks_place(state: State, lang: Lang) -> Vec<Element> {
    // A comparison already shows the notice.
    let is_wanted =
        move || state.results.picks.with(|picks| !picks.is_empty()) && state.results.compared.with(Vec::is_empty);
    place(state, lang, |parts| parts.picks, is_wanted)
}
