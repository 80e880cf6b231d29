//! Elements without a page: a small tree that can be printed as HTML.

mod content;
mod event;
mod template;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::IntoView;

use crate::dom::Items;
use crate::page::Host;
pub(super) use content::Content;
pub use event::Event;
pub use template::Template;

/// Whether the state can change here.
pub const IS_LIVE: bool = false;

/// An element. A handle: clones are the same element.
#[derive(Clone)]
pub struct Element(Rc<RefCell<Tree>>);

struct Tree {
    tag: String,
    attributes: Vec<(String, String)>,
    style: String,
    children: Vec<Node>,
}

enum Node {
    Element(Element),
    Text(String),
    /// Printed elsewhere.
    Html(String),
}

impl Element {
    /// A new HTML element with this class.
    #[must_use]
    pub fn new(tag: &str, class: &str) -> Element {
        let attributes = Vec::new();
        let content = Tree { tag: tag.to_owned(), attributes, style: String::new(), children: Vec::new() };
        let element = Element(Rc::new(RefCell::new(content)));
        element.set_attr("class", (!class.is_empty()).then_some(class));
        element
    }

    /// A new SVG element with this class.
    #[must_use]
    pub fn svg(tag: &str, class: &str) -> Element {
        Element::new(tag, class)
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
        self.0.borrow_mut().children.push(Node::Text(text.to_owned()));
        self
    }

    /// With a child appended.
    #[must_use]
    pub fn child(self, child: Element) -> Element {
        self.0.borrow_mut().children.push(Node::Element(child));
        self
    }

    /// Puts a child before the others.
    pub fn put_first(&self, child: Element) {
        self.0.borrow_mut().children.insert(0, Node::Element(child));
    }

    /// The place of a component that fills this element.
    #[must_use]
    pub fn host(&self) -> Host {
        Host::page()
    }

    /// Appends a view of Leptos as it is now: nothing is waited for. Returns what keeps it alive.
    pub(crate) fn append_view(&self, view: impl IntoView + 'static) -> Element {
        self.clone().html(view.to_html())
    }

    /// With HTML appended.
    pub(crate) fn html(self, html: String) -> Element {
        self.0.borrow_mut().children.push(Node::Html(html));
        self
    }

    /// With children appended.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = Element>) -> Element {
        children.into_iter().fold(self, Element::child)
    }

    /// With a custom property.
    #[must_use]
    pub fn property(self, name: &str, value: &str) -> Element {
        self.set_property(name, value);
        self
    }

    /// Sets an attribute, or removes it.
    pub fn set_attr(&self, name: &str, value: Option<&str>) {
        let attributes = &mut self.0.borrow_mut().attributes;
        attributes.retain(|(known, _)| known != name);
        attributes.extend(value.map(|value| (name.to_owned(), value.to_owned())));
    }

    /// Replaces the content by a text.
    pub fn set_text(&self, text: &str) {
        self.0.borrow_mut().children = vec![Node::Text(text.to_owned())];
    }

    /// Replaces the content by these children.
    pub fn set_children(&self, children: Vec<Element>) {
        self.0.borrow_mut().children = children.into_iter().map(Node::Element).collect();
    }

    /// Sets a style property; an empty value sets nothing.
    pub fn set_property(&self, name: &str, value: &str) {
        if !value.is_empty() {
            self.0.borrow_mut().style.push_str(&[name, ":", value, ";"].concat());
        }
    }

    /// Sets the value of a control.
    pub fn set_value(&self, value: &str) {
        // In HTML, a select has no value attribute: one of its options is selected.
        if self.0.borrow().tag == "select" {
            for child in &self.0.borrow().children {
                if let Node::Element(option) = child {
                    let chosen = option.0.borrow().attributes.iter().any(|(name, own)| name == "value" && own == value);
                    option.set_attr("selected", chosen.then_some(""));
                }
            }
            return;
        }
        self.set_attr("value", (!value.is_empty()).then_some(value));
    }

    /// Checks a checkbox, or unchecks it.
    pub fn set_checked(&self, checked: bool) {
        self.set_attr("checked", checked.then_some(""));
    }

    /// Never calls back.
    pub fn listen(&self, _event: &'static str, _handler: Box<dyn FnMut(&Event)>) -> Listener {
        Listener
    }

    /// There is no focus.
    pub fn focus(&self) {}

    /// There is no focus.
    pub fn focus_first(&self, _selector: &str) {}

    /// There is no focus.
    pub fn select(&self) {}

    /// Nothing scrolls.
    pub fn scroll_to_top(&self) {}

    /// There is no focus.
    pub fn focus_button(&self, _n: usize) {}

    /// Nothing scrolls.
    pub fn scroll_into_view(&self) {}

    /// Nothing scrolls.
    pub fn scroll_sideways(&self, _right: bool) {}

    /// Opens it, a dialog.
    pub fn show_modal(&self) {
        self.set_attr("open", Some(""));
    }

    /// Closes it, a dialog.
    pub fn close(&self) {
        self.set_attr("open", None);
    }
}

/// A listener that is never called.
pub struct Listener;

/// A list in its initial state.
pub struct Arranged(Element, Items);

impl Arranged {
    /// An empty list.
    #[must_use]
    pub fn new(list: Element, items: Items) -> Arranged {
        Arranged(list, items)
    }

    /// Renders the first `ready` of these items.
    pub fn arrange(&mut self, shown: &[u16], ready: usize) {
        self.0.set_children(shown.iter().take(ready).map(|&number| (self.1.make)(number)).collect());
    }
}

/// Watches elements for visibility.
pub struct VisibilityObserver;

impl VisibilityObserver {
    /// Never calls back.
    #[must_use]
    pub fn new(
        _root: &Element,
        _targets: Vec<Element>,
        _margin: &str,
        _callback: impl Fn(usize, bool) + 'static,
    ) -> VisibilityObserver {
        VisibilityObserver
    }
}

/// Whether what a server has printed is being taken over.
#[must_use]
pub fn is_hydrating() -> bool {
    false
}

/// What the reader has done in a view before the code arrived.
#[derive(Default)]
pub struct Before {
    /// The filter that the reader has chosen, as a query string, if it is not that of the page.
    pub query: Option<String>,
    /// The id of the project whose details are open.
    pub open: Option<String>,
}

impl Before {
    /// Nobody reads on a server.
    #[must_use]
    pub fn read(_place: &Element) -> Before {
        Before::default()
    }

    /// Fills the place.
    pub fn replace(self, place: &Element, make: impl FnOnce(&Before) -> Element) {
        place.set_children(vec![make(&self)]);
    }
}

/// On a server, every item that is rendered exists.
pub fn expect_long_lists() {}

/// There is no page.
pub fn adopt_style(_sheet: &str) {}
