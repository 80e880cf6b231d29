//! The browser.

mod arranged;
mod collate;
mod element;
mod fetch;
mod history;
mod host;
mod out;
mod own_page;
mod pieces;
mod shape;
mod surroundings;

use crate::text::concat;
pub use arranged::Arranged;
pub use collate::sort_by_name;
pub use element::{Element, Event, Listener};
pub use fetch::{fetch_tree, spawn};
use gloo::events::EventListener;
pub use history::{address, fragment, note, noted, set_fragment};
pub use host::{Host, published};
pub use out::{allows, copy, print, save};
pub use own_page::{language, search_param, set_root_attribute, set_search_param, set_title};
use surroundings::Surroundings;
use wasm_bindgen::prelude::*;
use web_sys::{Document, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, Window};

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

/// The elements that define the look of a page: `html` and `body`.
fn roots() -> impl Iterator<Item = web_sys::Element> {
    let document = document();
    document.document_element().into_iter().chain(document.body().map(Into::into))
}

/// Whether the state can change here.
pub const IS_LIVE: bool = true;

/// Watches the page until it is dropped.
pub struct Watch {
    _page: Option<Surroundings>,
    _listeners: [Option<EventListener>; 2],
}

impl Watch {
    /// Calls back when the page or the system may have changed colours or language here. The ancestors are those at the time of the call;
    /// moving the place calls back too, and requires a new watch.
    #[must_use]
    pub fn page(host: &Host, changed: impl Fn() + 'static) -> Watch {
        Watch { _page: Some(Surroundings::new(host, changed)), _listeners: [None, None] }
    }

    /// Calls back when the reader goes back or forward, follows a link to a fragment or edits it.
    #[must_use]
    pub fn fragment(changed: impl Fn() + Clone + 'static) -> Watch {
        let follow = changed.clone();
        let listener = EventListener::new(&window(), "popstate", move |event| {
            history::renew(event);
            changed();
        });
        // A router that handles links itself pushes entries, and only this event reports them. The URL of a replaced entry may be outdated.
        let get = |object: &JsValue, key: &str| js_sys::Reflect::get(object, &key.into()).unwrap_or_default();
        let pushed = get(&window(), "navigation").dyn_into().ok().map(|navigation: web_sys::EventTarget| {
            EventListener::new(&navigation, "currententrychange", move |event| {
                if get(event, "navigationType") == "push" {
                    follow();
                }
            })
        });
        Watch { _page: None, _listeners: [Some(listener), pushed] }
    }
}

/// Calls back after the next frame has been painted.
pub fn after_paint(callback: impl FnOnce() + 'static) {
    let later = Closure::once_into_js(move || after_update(callback));
    _ = window().request_animation_frame(later.unchecked_ref());
}

/// Calls back after pending changes have been applied to the page: updates run in a microtask.
pub fn after_update(callback: impl FnOnce() + 'static) {
    after(0, callback);
}

/// Calls back after this many milliseconds.
pub fn after(milliseconds: i32, callback: impl FnOnce() + 'static) {
    // Not by gloo, whose `Timeout::forget` keeps the closure as long as the program lives: every mounted explorer would leak some.
    let callback = Closure::once_into_js(callback);
    _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds);
}

/// Watches elements for visibility in a scroll container, until it is dropped.
pub struct InSight {
    observer: IntersectionObserver,
    _on_change: Closure<dyn FnMut(js_sys::Array)>,
}

impl InSight {
    /// Calls back with the index of each element and whether it is (nearly) fully visible now, at first and when that changes. `margin`:
    /// the part of the container that counts as covered, in CSS syntax.
    #[must_use]
    pub fn new(area: &Element, of: Vec<Element>, margin: &str, told: impl Fn(usize, bool) + 'static) -> InSight {
        let options = IntersectionObserverInit::new();
        options.set_root(Some(&area.0));
        options.set_root_margin(margin);
        options.set_threshold(&MOST.into());
        let things: Vec<_> = of.into_iter().map(|thing| thing.0).collect();
        let watched = things.clone();
        let on_change = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            for entry in entries.iter() {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                if let Some(at) = things.iter().position(|thing| *thing == entry.target()) {
                    told(at, entry.intersection_ratio() >= MOST);
                }
            }
        });
        let callback = on_change.as_ref().unchecked_ref();
        let observer = IntersectionObserver::new_with_options(callback, &options).expect("a browser of today");
        for thing in &watched {
            observer.observe(thing);
        }
        InSight { observer, _on_change: on_change }
    }
}

/// Nearly all: rounding and the space around a word are left out.
const MOST: f64 = 0.9;

impl Drop for InSight {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// An element as HTML text; `None` in a browser, which uses the element itself and may forbid HTML from text.
#[must_use]
pub fn html(_element: &Element) -> Option<String> {
    None
}

/// Puts an element into a place that may contain server-rendered HTML.
pub fn fill(place: &web_sys::Element, element: &Element) {
    place.set_text_content(None);
    // See `Surroundings`.
    _ = place.class_list().add_1("se-place");
    _ = place.append_child(&element.0);
}

/// Prints one line in the console.
pub fn warn(line: &str) {
    web_sys::console::warn_1(&JsValue::from_str(&concat(&["sandbox-explorer: ", line])));
}
