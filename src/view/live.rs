//! What changes by itself: attributes, texts and children that follow the state. Leptos' effects, all of one type: a closure is
//! boxed before an effect is made of it, so that the program holds the effect's code once and not once for each closure.

use std::any::Any;

use leptos::prelude::*;

use crate::browser::{self, Element, Event};

/// Runs at once, and again whenever something that it read has changed, until the owner is cleaned up. Where nothing changes
/// it runs once.
pub(super) fn effect(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    if browser::IS_LIVE {
        keep(RenderEffect::new(move |_| run()));
    } else {
        untrack(run);
    }
}

/// As [`effect`], but not before the page holds what is being built.
pub(super) fn effect_in_page(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_| run());
}

/// Keeps a value until the owner is cleaned up.
pub(super) fn keep(value: impl Any) {
    let value: Box<dyn Any> = Box::new(value);
    StoredValue::new_local(value);
}

impl Element {
    /// With an attribute that follows the state; `None` removes it.
    #[must_use]
    pub(super) fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Element {
        let element = self.clone();
        effect(move || element.set_attr(name, value().as_deref()));
        self
    }

    /// With an attribute of ARIA that is `true` or `false`.
    #[must_use]
    pub(super) fn live_aria(self, name: &'static str, value: impl Fn() -> bool + 'static) -> Element {
        let element = self.clone();
        effect(move || element.set_attr(name, Some(if value() { "true" } else { "false" })));
        self
    }

    /// With an attribute that is there or not.
    #[must_use]
    pub(super) fn live_flag(self, name: &'static str, value: impl Fn() -> bool + 'static) -> Element {
        let element = self.clone();
        effect(move || element.set_attr(name, value().then_some("")));
        self
    }

    /// Holding a text that follows the state.
    #[must_use]
    pub(super) fn live_text(self, text: impl Fn() -> String + 'static) -> Element {
        let element = self.clone();
        effect(move || element.set_text(&text()));
        self
    }

    /// Holding children that are made anew when what they were made of has changed.
    #[must_use]
    pub(super) fn live_children(self, children: impl Fn() -> Vec<Element> + 'static) -> Element {
        let element = self.clone();
        effect(move || element.set_children(children()));
        self
    }

    /// With a listener.
    #[must_use]
    pub(super) fn on(self, event: &'static str, heard: impl FnMut(&Event) + 'static) -> Element {
        keep(self.listen(event, Box::new(heard)));
        self
    }

    /// With a listener to clicks.
    #[must_use]
    pub(super) fn on_click(self, mut clicked: impl FnMut() + 'static) -> Element {
        self.on("click", move |_| clicked())
    }
}

/// A button with this class.
pub(super) fn button(class: &str) -> Element {
    Element::new("button", class).attr("type", "button")
}
