//! The events of the element: what has happened, and what the reader asks for, reported to JavaScript.

use catalog::text::{concat, decimal};
use leptos::prelude::*;
use sandbox_explorer::effect::effect;
use sandbox_explorer::state::{LoadState, State};
use wasm_bindgen::prelude::*;

/// Reports an event to JavaScript: a name, and what `npm/details.js` makes its data of. With a `?`, the name asks whether it may happen.
#[derive(Clone)]
pub struct Emit(pub js_sys::Function);

impl Emit {
    fn emit(&self, name: &str, value: JsValue) {
        // The browser reports a listener that throws; that is not our failure.
        _ = self.0.call2(&JsValue::UNDEFINED, &name.into(), &value);
    }
}

/// Reports events to the page, from the first state on.
pub fn report(state: State, emit: Emit) {
    let (shown, change, opened) = (emit.clone(), emit.clone(), emit.clone());
    let (later, used) = (emit.clone(), emit);
    // Again after an error: what was missing is there.
    let mut is_ready = false;
    effect(move || match state.catalog.load_state.get() {
        LoadState::Loaded if !is_ready => {
            is_ready = true;
            shown.emit("ready", state.results.unordered.with_untracked(|outcome| outcome.total).into());
        }
        LoadState::Failed(message) => {
            is_ready = false;
            shown.emit("error", message.into());
        }
        _ => {}
    });
    // The ids in one text: JavaScript takes it apart in a fraction of the time that ten thousand texts would take to get there.
    let now = move || {
        let (n_shown, ids) = state.results.outcome.with(|outcome| (outcome.n_shown, state.ids(&outcome.shown)));
        concat(&[&state.selection.query.get(), " ", &decimal(n_shown), " ", &ids])
    };
    state.on_each_result(now, move |shown| change.emit("change", shown.as_str().into()));
    state.on_each_request(move |n_projects, ids, asks| {
        let names = if asks { ["?close", "?select", "?compare"] } else { ["close", "select", "compare"] };
        opened.emit(names[n_projects.min(2)], ids.into());
    });
    // When the reader asks for something else, failed downloads get another chance.
    effect(move || {
        state.selection.filter.track();
        state.selection.picked.track();
        state.later.ask_again();
    });
    effect(move || {
        if state.later.asked.get() > 0 || state.page.lacks_language() {
            later.emit("later", JsValue::UNDEFINED);
        }
    });
    effect(move || {
        if state.later.is_used.get() {
            used.emit("used", JsValue::UNDEFINED);
        }
    });
}
