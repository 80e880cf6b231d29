//! Which elements are in sight in a scroll container.

use wasm_bindgen::prelude::*;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::Element;

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
