//! The browser.

mod arranged;
mod collate;
mod element;
mod fetch;
mod host;
mod out;
mod own_page;
mod pieces;
mod shape;

use crate::text::{concat, cut};
pub use arranged::Arranged;
pub use collate::sort_by_name;
pub use element::{Element, Event, Listener};
pub use fetch::{fetch_tree, spawn};
use gloo::events::EventListener;
use host::dark_system;
pub use host::{Host, published};
pub use out::{copy, print, save};
pub use own_page::{language, search_param, set_root_attribute, set_search_param, set_title};
use wasm_bindgen::prelude::*;
use web_sys::{Document, MutationObserver, MutationObserverInit, Window};

// Not `web_sys::window()`, which tries four names for the global object.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = window)]
    static WINDOW: Window;
    #[wasm_bindgen(thread_local_v2, js_name = document)]
    static DOCUMENT: Document;
}

fn window() -> Window {
    WINDOW.with(Window::clone)
}

fn document() -> Document {
    DOCUMENT.with(Document::clone)
}

/// The elements that say what a page looks like: `html` and `body`.
fn roots() -> impl Iterator<Item = web_sys::Element> {
    let document = document();
    document.document_element().into_iter().chain(document.body().map(Into::into))
}

/// Whether things change here.
pub const IS_LIVE: bool = true;

/// Listens for as long as it lives.
pub struct Watch {
    observer: Option<(MutationObserver, Closure<dyn FnMut()>)>,
    _listener: Option<EventListener>,
}

impl Watch {
    /// Calls back when the page or the system may have changed its colours or language.
    #[must_use]
    pub fn page(changed: impl Fn() + Clone + 'static) -> Watch {
        let on_mutation = Closure::<dyn FnMut()>::new(changed.clone());
        let observer = MutationObserver::new(on_mutation.as_ref().unchecked_ref()).expect("a browser of today");
        let attributes = MutationObserverInit::new();
        attributes.set_attributes(true);
        for root in roots() {
            _ = observer.observe_with_options(&root, &attributes);
        }
        let system = dark_system().map(|query| EventListener::new(&query, "change", move |_| changed()));
        Watch { observer: Some((observer, on_mutation)), _listener: system }
    }

    /// Calls back when the reader goes back or forward, or edits the fragment.
    #[must_use]
    pub fn fragment(changed: impl Fn() + 'static) -> Watch {
        let listener = EventListener::new(&window(), "popstate", move |_| changed());
        Watch { observer: None, _listener: Some(listener) }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some((observer, _)) = &self.observer {
            observer.disconnect();
        }
    }
}

/// The URL's fragment, with its `#`.
#[must_use]
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// The page's address with this fragment instead of its own.
#[must_use]
pub fn address(fragment: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    concat(&[cut(&mut href.as_str(), b'#'), "#", fragment])
}

/// Sets the URL's fragment and leaves the rest of the URL and the history's state alone. `new_entry`: as a step that the back
/// button undoes.
pub fn set_fragment(fragment: &str, new_entry: bool) {
    let location = window().location();
    let path = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    let separator = if fragment.is_empty() { "" } else { "#" };
    let url = concat(&[&path, separator, fragment]);
    let Ok(history) = window().history() else { return };
    let state = history.state().unwrap_or_default();
    // Refused in a sandboxed frame and when called too often; the explorer works without it.
    _ = if new_entry {
        history.push_state_with_url(&state, "", Some(&url))
    } else {
        history.replace_state_with_url(&state, "", Some(&url))
    };
}

/// Calls back once the next frame is on the screen.
pub fn after_paint(callback: impl FnOnce() + 'static) {
    let later = Closure::once_into_js(move || after_update(callback));
    _ = window().request_animation_frame(later.unchecked_ref());
}

/// Calls back once the page shows what was changed just now: updates land in a microtask.
pub fn after_update(callback: impl FnOnce() + 'static) {
    // Not by gloo, whose `Timeout::forget` keeps the closure for as long as the program lives: every explorer that comes and goes
    // would leave some behind.
    _ = window().set_timeout_with_callback(Closure::once_into_js(callback).unchecked_ref());
}

/// An element as HTML text; none in a browser, which takes the element itself and may forbid HTML from texts.
#[must_use]
pub fn html(_element: &Element) -> Option<String> {
    None
}

/// Puts an element into a place that may hold what a server has rendered.
pub fn fill(place: &web_sys::Element, element: &Element) {
    place.set_text_content(None);
    _ = place.append_child(&element.0);
}

/// One line in the console.
pub fn warn(line: &str) {
    web_sys::console::warn_1(&JsValue::from_str(&concat(&["sandbox-explorer: ", line])));
}
