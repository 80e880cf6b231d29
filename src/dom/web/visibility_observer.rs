//! Which elements are visible in a scroll container: an `IntersectionObserver` for elements.

use wasm_bindgen::prelude::*;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::Element;

/// Watches elements for visibility in a scroll container, until it is dropped.
pub struct VisibilityObserver {
    observer: IntersectionObserver,
    _on_change: Closure<dyn FnMut(js_sys::Array)>,
}

impl VisibilityObserver {
    /// Calls back with the index of each element and whether it is (nearly) fully visible now, at first and when that changes. `root_margin`:
    /// the part of the container that counts as covered, in CSS syntax.
    #[must_use]
    pub fn new(
        root: &Element,
        targets: Vec<Element>,
        root_margin: &str,
        callback: impl Fn(usize, bool) + 'static,
    ) -> VisibilityObserver {
        let options = IntersectionObserverInit::new();
        options.set_root(Some(&root.0));
        options.set_root_margin(root_margin);
        options.set_threshold(&MOST.into());
        let targets: Vec<_> = targets.into_iter().map(|target| target.0).collect();
        let observed = targets.clone();
        let on_change = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            for entry in entries.iter() {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                if let Some(at) = targets.iter().position(|target| *target == entry.target()) {
                    callback(at, entry.intersection_ratio() >= MOST);
                }
            }
        });
        let on_change_function = on_change.as_ref().unchecked_ref();
        let observer =
            IntersectionObserver::new_with_options(on_change_function, &options).expect("a browser of today");
        for target in &observed {
            observer.observe(target);
        }
        VisibilityObserver { observer, _on_change: on_change }
    }
}

/// Nearly all: rounding and the space around a word are left out.
const MOST: f64 = 0.9;

impl Drop for VisibilityObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
