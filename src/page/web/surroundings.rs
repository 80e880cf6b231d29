//! Detects that the look of the page around a place may have changed.
//!
//! There is no polling. Attributes of the ancestors, the page's head and loading style sheets are observed. Rules inserted by a
//! script, adopted sheets and `<meta>` have no observer, but hardly any page changes its background without its text colour: a
//! pseudo-element in our place (`explorer.css`) has the page's text colour with a transition, whose end is an event, and an animation,
//! which restarts when the place is moved. For transitions and animations of the page, the end event counts, because until then
//! computed styles are still changing.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget, MutationObserver, MutationObserverInit};

use super::document;
use super::host::{Host, around};
use super::theme::dark_system;

const ENDS: [&str; 2] = ["transitionend", "animationend"];

/// Watches the page until it is dropped.
pub(super) struct Surroundings {
    observer: MutationObserver,
    listeners: Vec<(EventTarget, &'static str)>,
    on_change: Closure<dyn FnMut(Event)>,
}

impl Surroundings {
    pub(super) fn new(host: &Host, report: impl Fn() + 'static) -> Surroundings {
        let place: Element = host.0.clone().into();
        let inner = place.clone();
        let watched: Vec<Element> = around(&place).collect();
        let on_change = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // The media query's target is not an element, and the observer's callback has none.
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let concerns_us = |target: Element| {
                let is = |selector| target.matches(selector).unwrap_or_default();
                // The animation of our place begins whenever it is put somewhere: also at the start, where nothing has changed.
                if event.type_() == "animationend" && is(".se-place") {
                    return !around(&target).skip(1).eq(watched.iter().cloned());
                }
                is("link, style, .se-place") || around(&inner).any(|it| it == target)
            };
            if target.is_none_or(concerns_us) {
                report();
            }
        });
        let observer = MutationObserver::new(on_change.as_ref().unchecked_ref()).expect("a browser of today");
        let init = MutationObserverInit::new();
        init.set_attributes(true);
        let mut listeners: Vec<(EventTarget, &'static str)> = Vec::new();
        if let Some(root) = place.shadow_root() {
            listeners.extend(ENDS.map(|name| (root.clone().into(), name)));
        }
        // Our own element changes its attributes with every letter that the reader types.
        let own = MutationObserverInit::new();
        own.set_attribute_filter(&js_sys::Array::of2(&"style".into(), &"class".into()));
        for element in around(&place) {
            _ = observer.observe_with_options(&element, if element == place { &own } else { &init });
            // More than once for most elements; the browser keeps one.
            let root = element.get_root_node();
            listeners.extend(["load", ENDS[0], ENDS[1]].map(|name| (root.clone().into(), name)));
        }
        if let Some(head) = document().head() {
            init.set_child_list(true);
            init.set_character_data(true);
            init.set_subtree(true);
            _ = observer.observe_with_options(&head, &init);
        }
        listeners.extend(dark_system().map(|query| (query.into(), "change")));
        let surroundings = Surroundings { observer, listeners, on_change };
        for (target, name) in &surroundings.listeners {
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
        for (target, name) in &self.listeners {
            _ = target.remove_event_listener_with_callback_and_bool(name, self.callback(), true);
        }
    }
}
