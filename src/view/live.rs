//! What changes by itself: attributes, texts and children that follow the state.

use crate::browser::{Element, Event};
use crate::effect;

/// Runs `write` with a value that follows the state, but only when it is another than before: most interactions change a few
/// of a hundred live texts and attributes, and each needless write would cost the browser style and layout.
pub(super) fn on_change<T: PartialEq + 'static>(value: impl Fn() -> T + 'static, write: impl Fn(&T) + 'static) {
    let mut written: Option<T> = None;
    effect::now(move || {
        let value = value();
        if written.as_ref() != Some(&value) {
            write(&value);
            written = Some(value);
        }
    });
}

impl Element {
    /// With an attribute that follows the state; `None` removes it.
    #[must_use]
    pub(super) fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Element {
        let element = self.clone();
        on_change(value, move |value| element.set_attr(name, value.as_deref()));
        self
    }

    /// With an attribute of ARIA that is `true` or `false`.
    #[must_use]
    pub(super) fn live_aria(self, name: &'static str, value: impl Fn() -> bool + 'static) -> Element {
        let element = self.clone();
        on_change(value, move |&value| element.set_attr(name, Some(if value { "true" } else { "false" })));
        self
    }

    /// With an attribute that is there or not.
    #[must_use]
    pub(super) fn live_flag(self, name: &'static str, value: impl Fn() -> bool + 'static) -> Element {
        let element = self.clone();
        on_change(value, move |&value| element.set_attr(name, value.then_some("")));
        self
    }

    /// Holding a text that follows the state.
    #[must_use]
    pub(super) fn live_text(self, text: impl Fn() -> String + 'static) -> Element {
        let element = self.clone();
        on_change(text, move |text| element.set_text(text));
        self
    }

    /// Holding a number that follows the state.
    #[must_use]
    pub(super) fn live_number(self, number: impl Fn() -> u16 + 'static) -> Element {
        let element = self.clone();
        on_change(number, move |number| element.set_text(&number.to_string()));
        self
    }

    /// Holding children that are made anew when what they were made of has changed.
    #[must_use]
    pub(super) fn live_children(self, children: impl Fn() -> Vec<Element> + 'static) -> Element {
        let element = self.clone();
        effect::now(move || element.set_children(children()));
        self
    }

    /// With a listener.
    #[must_use]
    pub(super) fn on(self, event: &'static str, heard: impl FnMut(&Event) + 'static) -> Element {
        effect::keep(self.listen(event, Box::new(heard)));
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
