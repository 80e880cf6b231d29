//! What tells that the page around us has changed: its look, its language, its URL.

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;

use super::surroundings::Surroundings;
use super::{Host, url, window};

/// Watches the page until it is dropped.
pub struct PageObserver {
    _surroundings: Option<Surroundings>,
    _listeners: [Option<EventListener>; 2],
}

impl PageObserver {
    /// Calls back when the page or the system may have changed colours or language here. The ancestors are those at the time of the call;
    /// moving the place calls back too, and requires a new watch.
    #[must_use]
    pub fn surroundings(host: &Host, on_change: impl Fn() + 'static) -> PageObserver {
        PageObserver { _surroundings: Some(Surroundings::new(host, on_change)), _listeners: [None, None] }
    }

    /// Calls back when the reader goes back or forward, follows a link to a fragment or edits it.
    #[must_use]
    pub fn fragment(on_change: impl Fn() + Clone + 'static) -> PageObserver {
        let on_push = on_change.clone();
        let listener = EventListener::new(&window(), "popstate", move |event| {
            url::renew(event);
            on_change();
        });
        // A router that handles links itself pushes entries, and only this event reports them. The URL of a replaced entry may be outdated.
        let get = |object: &JsValue, key: &str| js_sys::Reflect::get(object, &key.into()).unwrap_or_default();
        let pushed = get(&window(), "navigation").dyn_into().ok().map(|navigation: web_sys::EventTarget| {
            EventListener::new(&navigation, "currententrychange", move |event| {
                if get(event, "navigationType") == "push" {
                    on_push();
                }
            })
        });
        PageObserver { _surroundings: None, _listeners: [Some(listener), pushed] }
    }
}
