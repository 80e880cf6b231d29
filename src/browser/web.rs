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

/// The elements that say what a page looks like: `html` and `body`.
fn roots() -> impl Iterator<Item = web_sys::Element> {
    let document = document();
    document.document_element().into_iter().chain(document.body().map(Into::into))
}

/// Whether things change here.
pub const IS_LIVE: bool = true;

/// Listens for as long as it lives.
pub struct Watch {
    _page: Option<Surroundings>,
    _listeners: [Option<EventListener>; 2],
}

impl Watch {
    /// Calls back when the page or the system may have changed colours or language here. What is around the place is taken as it is
    /// now; a move of the place is told too, and wants a new watch.
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
        // A router that takes links upon itself pushes entries, of which only this tells. What it replaces may be behind the times.
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

/// Calls back once the next frame is on the screen.
pub fn after_paint(callback: impl FnOnce() + 'static) {
    let later = Closure::once_into_js(move || after_update(callback));
    _ = window().request_animation_frame(later.unchecked_ref());
}

/// Calls back once the page shows what was changed just now: updates land in a microtask.
pub fn after_update(callback: impl FnOnce() + 'static) {
    after(0, callback);
}

/// Calls back after so many milliseconds.
pub fn after(milliseconds: i32, callback: impl FnOnce() + 'static) {
    // Not by gloo, whose `Timeout::forget` keeps the closure for as long as the program lives: every explorer that comes and goes
    // would leave some behind.
    let callback = Closure::once_into_js(callback);
    _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds);
}

/// Watches for things to come into sight in a box that scrolls, for as long as it lives.
pub struct InSight {
    observer: IntersectionObserver,
    _on_change: Closure<dyn FnMut(js_sys::Array)>,
}

impl InSight {
    /// Calls back with the number of each and whether (nearly) all of it is in sight now, at first and when that changes. `margin`: how much
    /// of the box counts as covered, as CSS has it.
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

/// All but what rounding and the space around a word take away.
const MOST: f64 = 0.9;

impl Drop for InSight {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// An element as HTML text; none in a browser, which takes the element itself and may forbid HTML from texts.
#[must_use]
pub fn html(_element: &Element) -> Option<String> {
    None
}

/// Puts an element into a place that may hold what a server has rendered.
pub fn fill(place: &web_sys::Element, element: &Element) {
    place.set_text_content(None);
    // See `Surroundings`.
    _ = place.class_list().add_1("se-place");
    _ = place.append_child(&element.0);
}

/// One line in the console.
pub fn warn(line: &str) {
    web_sys::console::warn_1(&JsValue::from_str(&concat(&["sandbox-explorer: ", line])));
}
