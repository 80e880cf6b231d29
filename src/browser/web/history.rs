//! The page's history: the fragment of its URL, and what we note in its entries.
//!
//! What others keep in `history.state` is theirs. Our own entries have none: to a router that says "not mine", and it adopts the entry (Next
//! with its mark) or goes by the URL (React Router, VitePress). An object of ours would be taken for one of theirs: Next reloads the page.
//! Other routers bring no page back whose entry has not what they keep there, once another page has been visited, or they restore their
//! own address: these are known by name.

use std::cell::Cell;

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

use super::window;
use crate::text::{concat, cut};

/// Where our notes stand in an entry's state: an object with a query for each key.
const NOTES: &str = "sandbox-explorer";

/// What Next knows its entries by. With it, a state is taken for Next's own doing, and the URL that comes with it is not noticed.
const NEXT: &str = "__NA";

/// Routers whose state goes along: what they know their entries by, and where in it they keep the entry's address, which they restore. These
/// are Turbo, SvelteKit, Astro, Vue Router, and Next in its older form.
const ROUTERS: [(&str, &str); 5] =
    [("turbo", ""), ("sveltekit:history", ""), ("scrollX", ""), ("replaced", "current"), ("__N", "as")];

thread_local! {
    /// Whether others keep something in the history's entries.
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

/// Sets the URL's fragment and leaves the rest of the URL alone. `new_entry`: as a step that the back button undoes; otherwise the
/// entry's state stays.
pub fn set_fragment(fragment: &str, new_entry: bool) {
    let url = address(fragment);
    let Ok(history) = window().history() else { return };
    // Refused in a sandboxed frame and when called too often; the explorer works without it.
    let mut state = history.state().unwrap_or_default();
    // Not in place: Next copies what is its own from there.
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

/// What we have noted in the history's entry under this key.
#[must_use]
pub fn noted(key: &str) -> Option<String> {
    let state = window().history().ok()?.state().ok()?;
    get(&get(&state, NOTES), key).as_string()
}

/// Brings back what was noted in the entry that the reader has gone to: Next in its older form has written it anew by the time that we hear
/// of it.
pub(super) fn renew(popstate: &JsValue) {
    let notes = get(&get(popstate, "state"), NOTES);
    let Ok(history) = window().history() else { return };
    let state = history.state().unwrap_or_default();
    if notes.is_object() && state.is_object() && get(&state, NOTES).is_undefined() {
        set(&state, NOTES, &notes);
        _ = history.replace_state(&state, "");
    }
}

/// Notes a query under each key in the history's entry, beside what others have in it. `false`: there is no room for it, as the entry has
/// no state on the page of a router.
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
