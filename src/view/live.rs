//! Reactive attributes, texts and children, which follow the state.

use std::borrow::Cow;

use leptos::prelude::IntoView;

use crate::dom::{Element, Event};
use crate::effect::{render_effect, store_value};
use crate::i18n::Lang;
use crate::model::{Project, Text};

/// The value of an attribute or text; `None` removes an attribute.
type Written = Option<Cow<'static, str>>;

/// Writes a value that follows the state into an attribute (no name: the text), but only if it has changed: most interactions
/// change a few of a hundred reactive texts and attributes, and each needless write would cost the browser style and layout.
/// One function for all, boxed, because one per closure would be 3 kB.
fn follow(element: &Element, attribute: Option<&'static str>, value: Box<dyn Fn() -> Written>) {
    let element = element.clone();
    let mut before: Option<Written> = None;
    render_effect(move || {
        let value = value();
        if before.as_ref() != Some(&value) {
            match attribute {
                Some(name) => element.set_attr(name, value.as_deref()),
                None => element.set_text(value.as_deref().unwrap_or_default()),
            }
            before = Some(value);
        }
    });
}

impl Element {
    /// With an attribute that follows the state; `None` removes it.
    #[must_use]
    pub(crate) fn live_attr(self, name: &'static str, value: impl Fn() -> Option<&'static str> + 'static) -> Element {
        follow(&self, Some(name), Box::new(move || value().map(Cow::Borrowed)));
        self
    }

    /// With a name for assistive technology that follows the state.
    #[must_use]
    pub(crate) fn live_label(self, label: impl Fn() -> Option<String> + 'static) -> Element {
        follow(&self, Some("aria-label"), Box::new(move || label().map(Cow::Owned)));
        self
    }

    /// With a boolean ARIA attribute, `true` or `false`.
    #[must_use]
    pub(crate) fn live_aria(self, name: &'static str, value: impl Fn() -> bool + 'static) -> Element {
        self.live_attr(name, move || Some(if value() { "true" } else { "false" }))
    }

    /// With a boolean attribute.
    #[must_use]
    pub(crate) fn live_flag(self, name: &'static str, value: impl Fn() -> bool + 'static) -> Element {
        self.live_attr(name, move || value().then_some(""))
    }

    /// With a text that follows the state.
    #[must_use]
    pub(crate) fn live_text(self, text: impl Fn() -> String + 'static) -> Element {
        follow(&self, None, Box::new(move || Some(Cow::Owned(text()))));
        self
    }

    /// With children that are recreated when their inputs change.
    #[must_use]
    pub(crate) fn live_children(self, children: impl Fn() -> Vec<Element> + 'static) -> Element {
        let element = self.clone();
        render_effect(move || element.set_children(children()));
        self
    }

    /// With a view of Leptos as the last child.
    #[must_use]
    pub fn view(self, view: impl IntoView + 'static) -> Element {
        store_value(self.append_view(view));
        self
    }

    /// With a listener.
    #[must_use]
    pub(crate) fn on(self, event: &'static str, handler: impl FnMut(&Event) + 'static) -> Element {
        store_value(self.listen(event, Box::new(handler)));
        self
    }

    /// With a click listener.
    #[must_use]
    pub(crate) fn on_click(self, mut handler: impl FnMut() + 'static) -> Element {
        self.on("click", move |_| handler())
    }
}

impl Element {
    /// With a text of a project appended, with its own language tag if it is not in the interface language.
    #[must_use]
    pub(crate) fn words_of(self, lang: Lang, project: &Project, text: Text) -> Element {
        if let Some(tag) = lang.tag_in(project, text) {
            self.set_attr("lang", Some(tag));
        }
        self.text(lang.of(text))
    }
}

/// A button with this class.
pub(crate) fn button(class: &str) -> Element {
    Element::new("button", class).attr("type", "button")
}
