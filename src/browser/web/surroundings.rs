//! What tells that the page may look otherwise around a place.
//!
//! Nothing is asked while nothing happens. Attributes of what we stand in, the page's head and style sheets as they load are observed.
//! Of rules that a script inserts, of sheets that it adopts and of a `<meta>` no observer hears, but hardly a page changes its ground
//! and keeps the colour of its text: a pseudo-element in our place (`explorer.css`) has the page's text colour and a transition of it,
//! whose end is heard, and an animation, which starts anew where the place is moved to. Transitions and animations of the page are
//! heard when they end, because until then computed styles are on their way.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget, MutationObserver, MutationObserverInit};

use super::document;
use super::host::{Host, around, dark_system};

const ENDS: [&str; 2] = ["transitionend", "animationend"];

/// Listens for as long as it lives.
pub(super) struct Surroundings {
    observer: MutationObserver,
    heard: Vec<(EventTarget, &'static str)>,
    on_change: Closure<dyn FnMut(Event)>,
}

impl Surroundings {
    pub(super) fn new(host: &Host, changed: impl Fn() + 'static) -> Surroundings {
        let place: Element = host.0.clone().into();
        let inner = place.clone();
        let on_change = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // The system has a target that is no element, and what was observed has none.
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let concerns_us = |target: Element| {
                target.matches("link, style, .se-place").unwrap_or_default() || around(&inner).any(|it| it == target)
            };
            if target.is_none_or(concerns_us) {
                changed();
            }
        });
        let observer = MutationObserver::new(on_change.as_ref().unchecked_ref()).expect("a browser of today");
        let init = MutationObserverInit::new();
        init.set_attributes(true);
        let mut heard: Vec<(EventTarget, &'static str)> = Vec::new();
        if let Some(root) = place.shadow_root() {
            heard.extend(ENDS.map(|name| (root.clone().into(), name)));
        }
        // Our own element tells with every letter what the reader has asked for.
        let own = MutationObserverInit::new();
        own.set_attribute_filter(&js_sys::Array::of2(&"style".into(), &"class".into()));
        for element in around(&place) {
            _ = observer.observe_with_options(&element, if element == place { &own } else { &init });
            // More than once for most; the browser keeps one.
            let root = element.get_root_node();
            heard.extend(["load", ENDS[0], ENDS[1]].map(|name| (root.clone().into(), name)));
        }
        if let Some(head) = document().head() {
            init.set_child_list(true);
            init.set_character_data(true);
            init.set_subtree(true);
            _ = observer.observe_with_options(&head, &init);
        }
        heard.extend(dark_system().map(|query| (query.into(), "change")));
        let surroundings = Surroundings { observer, heard, on_change };
        for (target, name) in &surroundings.heard {
            _ = target.add_event_listener_with_callback_and_bool(name, surroundings.callback(), true);
        }
        surroundings
    }

    fn callback(&self) -> &js_sys::Function {
        self.on_change.as_ref().unchecked_ref()
    }
}

impl Drop for Surroundings {
    fn drop(&mut self) {
        self.observer.disconnect();
        for (target, name) in &self.heard {
            _ = target.remove_event_listener_with_callback_and_bool(name, self.callback(), true);
        }
    }
}
