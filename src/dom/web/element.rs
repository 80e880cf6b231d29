//! Elements.
//!
//! Views are built with these few functions instead of `view!`: the macro generates a type for every element with its attributes and
//! children, and code to build, rebuild, mount and unmount each. Shared functions need a fraction of that (docs/decisions.md has the
//! figures). They do not use `innerHTML` or the `style` attribute, so they work with Trusted Types and strict content security policies.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::Event;
use crate::page::{Host, document};

/// An element of the page. A handle: clones are the same element.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Element(pub(super) web_sys::Element);

impl Element {
    /// A new HTML element with this class.
    #[must_use]
    pub fn new(tag: &str, class: &str) -> Element {
        let element = Element(document().create_element(tag).expect("a name of an element"));
        if !class.is_empty() {
            element.0.set_class_name(class);
        }
        element
    }

    /// A new SVG element with this class.
    #[must_use]
    pub fn svg(tag: &str, class: &str) -> Element {
        let namespace = Some("http://www.w3.org/2000/svg");
        Element(document().create_element_ns(namespace, tag).expect("a name of an element")).attr("class", class)
    }

    /// The place of a component that fills this element: the element around it.
    #[must_use]
    pub fn host(&self) -> Host {
        Host(self.0.parent_element().unwrap_or_else(|| self.0.clone()).unchecked_into())
    }

    /// With an attribute.
    #[must_use]
    pub fn attr(self, name: &str, value: &str) -> Element {
        self.set_attr(name, Some(value));
        self
    }

    /// With a text appended.
    #[must_use]
    pub fn text(self, text: &str) -> Element {
        _ = self.0.append_with_str_1(text);
        self
    }

    /// With a child appended.
    #[must_use]
    pub fn child(self, child: Element) -> Element {
        _ = self.0.append_child(&child.0);
        self
    }

    /// Puts a child before the others.
    pub fn put_first(&self, child: Element) {
        _ = self.0.prepend_with_node_1(&child.0);
    }

    /// A browser gets no HTML: it may forbid that.
    pub(crate) fn html(self, _html: String) -> Element {
        self
    }

    /// With children appended.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = Element>) -> Element {
        children.into_iter().fold(self, Element::child)
    }

    /// With a custom property. Not an attribute, so it works with a policy that forbids inline styles.
    #[must_use]
    pub fn property(self, name: &str, value: &str) -> Element {
        self.set_property(name, value);
        self
    }

    /// Sets an attribute, or removes it.
    pub fn set_attr(&self, name: &str, value: Option<&str>) {
        _ = match value {
            Some(value) => self.0.set_attribute(name, value),
            None => self.0.remove_attribute(name),
        };
    }

    /// Replaces the content by a text.
    pub fn set_text(&self, text: &str) {
        // A text that only changes keeps its box and its style.
        match self.0.first_child() {
            Some(only) if only.node_type() == web_sys::Node::TEXT_NODE && only.next_sibling().is_none() => {
                only.set_node_value(Some(text));
            }
            _ => self.0.set_text_content(Some(text)),
        }
    }

    /// Replaces the content by these children.
    pub fn set_children(&self, children: Vec<Element>) {
        self.0.set_text_content(None);
        for child in children {
            _ = self.0.append_child(&child.0);
        }
    }

    /// Sets a style property.
    pub fn set_property(&self, name: &str, value: &str) {
        // SVG elements have the same property.
        _ = self.0.unchecked_ref::<HtmlElement>().style().set_property(name, value);
    }

    /// Sets the value of a control. An equal value changes nothing, to keep the cursor position.
    pub fn set_value(&self, value: &str) {
        if let Some(input) = self.0.dyn_ref::<HtmlInputElement>() {
            if input.value() != value {
                input.set_value(value);
            }
        } else if let Some(select) = self.0.dyn_ref::<HtmlSelectElement>() {
            select.set_value(value);
        }
    }

    /// Checks a checkbox, or unchecks it.
    pub fn set_checked(&self, checked: bool) {
        self.0.unchecked_ref::<HtmlInputElement>().set_checked(checked);
    }

    /// Listens to an event until the listener is dropped.
    pub fn listen(&self, event: &'static str, mut handler: Box<dyn FnMut(&Event)>) -> Listener {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&self.0, event, options, move |event| handler(&Event(event.clone())))
    }

    /// Moves focus here.
    pub fn focus(&self) {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            _ = element.focus();
        }
    }

    /// Moves focus to the first descendant that matches a selector.
    pub fn focus_first(&self, selector: &str) {
        if let Ok(Some(found)) = self.0.query_selector(selector) {
            Element(found).focus();
        }
    }

    /// Moves focus here, a text field, and selects its text.
    pub fn select(&self) {
        self.focus();
        self.0.unchecked_ref::<HtmlInputElement>().select();
    }

    /// Scrolls its content to the beginning.
    pub fn scroll_to_top(&self) {
        self.0.set_scroll_top(0);
    }

    /// Moves focus to the `n`-th button inside, to the last one if there are fewer, and to itself if there is none.
    pub fn focus_button(&self, n: usize) {
        let buttons = self.0.query_selector_all("button").ok();
        let button = buttons.and_then(|buttons| buttons.get((n as u32).min(buttons.length().saturating_sub(1))));
        match button {
            Some(button) => Element(button.unchecked_into()).focus(),
            None => self.focus(),
        }
    }

    /// Scrolls its container until it is in view; the page does not scroll.
    pub fn scroll_into_view(&self) {
        let Some(element) = self.0.dyn_ref::<HtmlElement>() else { return };
        let Some(scroller) = element.parent_element() else { return };
        let (left, width) = (element.offset_left(), element.offset_width());
        // A part of the neighbour shows that there is more.
        let margin = 48;
        let (from, visible) = (scroller.scroll_left(), scroller.client_width());
        if left - margin < from {
            scroller.set_scroll_left(left - margin);
        } else if left + width + margin > from + visible {
            scroller.set_scroll_left(left + width + margin - visible);
        }
    }

    /// Scrolls its content sideways, by most of its visible width: to the right, or to the left. An item half covered at one end is then
    /// visible at the other.
    pub fn scroll_sideways(&self, right: bool) {
        let width = self.0.client_width();
        let by = (width - 120).max(width / 2);
        self.0.set_scroll_left(self.0.scroll_left() + if right { by } else { -by });
    }

    /// Opens it, a dialog, as a modal one; does nothing if it is open.
    pub fn show_modal(&self) {
        let dialog: &HtmlDialogElement = self.0.unchecked_ref();
        if !dialog.open() {
            _ = dialog.show_modal();
        }
    }

    /// Closes it, a dialog; does nothing if it is closed.
    pub fn close(&self) {
        self.0.unchecked_ref::<HtmlDialogElement>().close();
    }
}

/// Listens to an event until it is dropped.
pub type Listener = EventListener;
