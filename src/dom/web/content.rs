//! What Leptos renders (`dom/render`) in a page: an element, or the function that makes it in its place.

use std::any::Any;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::Node;

use super::Element;

type Make = Box<dyn FnOnce(Option<Element>) -> Element + Send>;

pub(in crate::dom) struct Content(Make);

impl Content {
    pub(in crate::dom) fn of(element: Element) -> Content {
        Content(Box::new(|_| element))
    }

    pub(in crate::dom) fn made(make: impl FnOnce(Option<Element>) -> Element + Send + 'static) -> Content {
        // Leptos may render it later, under another owner.
        let owner = Owner::current().unwrap_or_default();
        Content(Box::new(move |printed| owner.with(|| make(printed))))
    }

    pub(in crate::dom) fn html_len(&self) -> usize {
        0
    }

    pub(in crate::dom) fn print(self, _html: &mut String, _add: impl FnOnce(&mut String, &mut String, &mut String)) {
        unreachable!("a browser prints nothing")
    }

    /// The element, in place of the one that the server printed, if there is one.
    pub(in crate::dom) fn node(self, printed: Option<Node>) -> web_sys::Element {
        let printed = printed.and_then(|node| node.dyn_into::<web_sys::Element>().ok()).map(Element);
        let before = printed.clone();
        let element = (self.0)(printed);
        if let Some(before) = before
            && before != element
        {
            _ = before.0.replace_with_with_node_1(&element.0);
        }
        element.0
    }
}

impl Element {
    /// Appends a view of Leptos; returns what keeps it alive.
    pub(crate) fn append_view(&self, view: impl IntoView + 'static) -> impl Any {
        let mut placed = view.build();
        placed.mount(&self.0, None);
        placed
    }
}
