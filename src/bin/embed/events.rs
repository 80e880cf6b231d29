//! The events of the element: what has happened, reported to JavaScript.

use leptos::prelude::*;
use sandbox_explorer::effect::{effect, on_each_change};
use sandbox_explorer::state::{LoadState, State};
use wasm_bindgen::prelude::*;

/// Reports an event to JavaScript: a name and plain data.
#[derive(Clone)]
pub struct Emit(pub js_sys::Function);

impl Emit {
    fn emit(&self, name: &str, detail_of: &[(&str, JsValue)]) {
        let detail = js_sys::Object::new();
        for (key, value) in detail_of {
            _ = js_sys::Reflect::set(&detail, &(*key).into(), value);
        }
        // The browser reports a listener that throws; that is not our failure.
        _ = self.0.call2(&JsValue::UNDEFINED, &name.into(), &detail);
    }
}

/// Reports events to the page, from the first state on.
pub fn report(state: State, emit: Emit) {
    let (ready, change, failure, select) = (emit.clone(), emit.clone(), emit.clone(), emit.clone());
    let (later, used) = (emit.clone(), emit);
    let mut is_ready = false;
    effect(move || {
        if !is_ready && state.catalog.load_state.get() == LoadState::Loaded {
            is_ready = true;
            ready
                .emit("ready", &[("projects", state.results.unordered.with_untracked(|outcome| outcome.total).into())]);
        }
    });
    let now = move || (state.selection.query.get(), state.results.unordered.with(|outcome| outcome.n_shown));
    state.on_each_result(now, move |(query, shown)| {
        change.emit("change", &[("query", query.as_str().into()), ("shown", (*shown).into())]);
    });
    effect(move || {
        if let LoadState::Failed(message) = state.catalog.load_state.get() {
            failure.emit("error", &[("message", message.into()), ("cause", "catalog".into())]);
        }
    });
    // When the reader asks for something else, failed downloads get another chance.
    effect(move || {
        state.selection.filter.track();
        state.selection.picked.track();
        state.later.ask_again();
    });
    effect(move || {
        if state.later.asked.get() > 0 || !state.page.wanted_lang.get().is_here() {
            later.emit("later", &[]);
        }
    });
    effect(move || {
        if state.later.is_used.get() {
            used.emit("used", &[]);
        }
    });
    on_each_change(
        move || state.open(),
        move |open| {
            if let Some(number) = *open {
                let project = state.catalog.index.get_untracked().at(number).id;
                select.emit("select", &[("project", project.into())]);
            }
        },
    );
}
