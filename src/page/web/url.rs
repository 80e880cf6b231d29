//! The page's history: the fragment of its URL, and our notes in its entries.
//!
//! The contents of `history.state` belong to others. Our own entries have no state: a router then knows that the entry is not its own, and
//! adopts it (Next with its mark) or follows the URL (React Router, VitePress). It would treat an object of ours as its own state: Next
//! reloads the page. Other routers do not restore a page whose entry lacks their state after another page has been visited, or they restore
//! the address in their state: these are known by name.

use std::cell::Cell;

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

use super::window;
use crate::text::{concat, cut};

/// The property of an entry's state with our notes: an object with a query for each key.
const NOTES: &str = "sandbox-explorer";

/// The mark by which Next recognises its entries. A state with it counts as set by Next itself, and Next ignores the URL that comes with
/// it.
const NEXT: &str = "__NA";

/// Routers whose state is copied: the property by which they recognise their entries, and where in it they keep the entry's address, which
/// they restore. These are Turbo, SvelteKit, Astro, Vue Router, and Next in its older form.
const ROUTERS: [(&str, &str); 5] =
    [("turbo", ""), ("sveltekit:history", ""), ("scrollX", ""), ("replaced", "current"), ("__N", "as")];

thread_local! {
    /// Whether others use the state of history entries.
    static HAS_ROUTER: Cell<bool> = const { Cell::new(false) };
}

/// The URL's fragment, with its `#`.
#[must_use]
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// The page's address with this fragment instead of its own.
#[must_use]
pub fn address(fragment: &str) -> String {
    with(&window().location().href().unwrap_or_default(), fragment)
}

fn with(mut address: &str, fragment: &str) -> String {
    concat(&[cut(&mut address, b'#'), if fragment.is_empty() { "" } else { "#" }, fragment])
}

/// Sets the URL's fragment and leaves the rest of the URL alone. `new_entry`: as a step that the back button undoes; otherwise the state of
/// the entry stays.
pub fn set_fragment(fragment: &str, new_entry: bool) {
    let url = address(fragment);
    let Ok(history) = window().history() else { return };
    // Throws in a sandboxed frame and when called too often; the explorer works without it.
    let mut state = history.state().unwrap_or_default();
    // A copy, because Next reads its own properties from the original.
    let copy = Object::assign(&Object::new(), state.unchecked_ref::<Object>());
    _ = Reflect::delete_property(&copy, &NEXT.into());
    let mut goes_along = false;
    for (mark, place) in ROUTERS {
        if !get(&copy, mark).is_undefined() {
            goes_along = true;
            if let Some(address) = get(&copy, place).as_string() {
                set(&copy, place, &with(&address, fragment).into());
            }
        }
    }
    if new_entry {
        _ = Reflect::delete_property(&copy, &NOTES.into());
        state = if goes_along { copy.into() } else { JsValue::NULL };
        _ = history.push_state_with_url(&state, "", Some(&url));
    } else {
        if state.is_object() {
            state = copy.into();
        }
        _ = history.replace_state_with_url(&state, "", Some(&url));
    }
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or_default()
}

fn set(object: &JsValue, key: &str, value: &JsValue) {
    _ = Reflect::set(object, &key.into(), value);
}

/// The query that we have noted in the history entry under this key.
#[must_use]
pub fn noted(key: &str) -> Option<String> {
    let state = window().history().ok()?.state().ok()?;
    get(&get(&state, NOTES), key).as_string()
}

/// Restores the note of the entry that the reader has gone to: by the time of our event, Next in its older form has overwritten it.
pub(super) fn renew(popstate: &JsValue) {
    let notes = get(&get(popstate, "state"), NOTES);
    let Ok(history) = window().history() else { return };
    let state = history.state().unwrap_or_default();
    if notes.is_object() && state.is_object() && get(&state, NOTES).is_undefined() {
        set(&state, NOTES, &notes);
        _ = history.replace_state(&state, "");
    }
}

/// Notes a query under each key in the history entry, next to the state of others. `false`: the note cannot be stored, because the entry
/// has no state on a page with a router.
pub fn note<'a>(queries: impl Iterator<Item = (&'a str, &'a str)>) -> bool {
    let Ok(history) = window().history() else { return true };
    let mut state = history.state().unwrap_or_default();
    let notes = get(&state, NOTES);
    if state.is_object() {
        let others = Object::keys(state.unchecked_ref::<Object>()).length() > u32::from(notes.is_object());
        HAS_ROUTER.set(HAS_ROUTER.get() || others);
    } else if HAS_ROUTER.get() {
        return false;
    } else {
        state = Object::new().into();
    }
    let notes = if notes.is_object() { notes } else { Object::new().into() };
    for (key, query) in queries {
        set(&notes, key, &query.into());
    }
    set(&state, NOTES, &notes);
    _ = history.replace_state(&state, "");
    true
}
