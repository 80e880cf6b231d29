//! An element as HTML.

use std::fmt;

use leptos::tachys::renderer::types;

use super::{Element, Listener, Node, Tree};
use crate::text::escaped;

/// Elements that have no content and no end tag.
const VOID: [&str; 2] = ["img", "input"];

/// What Leptos renders (`dom/render`) on a server: HTML, which may go to another thread, and to which attributes can be added.
pub(in crate::dom) struct Content {
    head: Head,
    /// After its attributes.
    end: String,
}

impl Content {
    pub(in crate::dom) fn of(element: Element) -> Content {
        let tree = &*element.0.borrow();
        let mut end = String::new();
        print_end(tree, &mut end);
        Content { head: Head::of(tree), end }
    }

    pub(in crate::dom) fn made(make: impl FnOnce(Option<Element>) -> Element) -> Content {
        Content::of(make(None))
    }

    pub(in crate::dom) fn html_len(&self) -> usize {
        self.head.attributes.len() + self.end.len()
    }

    /// Appends it to `html`; `add` appends attributes, and may add to the class and the style.
    pub(in crate::dom) fn print(mut self, html: &mut String, add: impl FnOnce(&mut String, &mut String, &mut String)) {
        let Head { attributes, class, style, .. } = &mut self.head;
        // Of its own, because Leptos replaces the whole.
        let (mut more_class, mut more_style) = (String::new(), String::new());
        add(attributes, &mut more_class, &mut more_style);
        for (own, more) in [(class, more_class), (style, more_style)] {
            own.push_str(&[" ", more.trim_ascii()].concat());
        }
        self.head.print(html);
        html.push_str(&self.end);
    }

    /// A server has no nodes.
    pub(in crate::dom) fn node(self, _printed: Option<types::Node>) -> types::Element {
        unreachable!("there is no page on a server")
    }
}

/// A start tag, up to its end.
struct Head {
    tag: String,
    class: String,
    /// The others, as HTML.
    attributes: String,
    style: String,
}

impl Head {
    fn of(tree: &Tree) -> Head {
        let mut head =
            Head { tag: tree.tag.clone(), class: String::new(), attributes: String::new(), style: tree.style.clone() };
        for (name, value) in &tree.attributes {
            match name.as_str() {
                "class" => head.class.clone_from(value),
                _ => attribute(name, value, &mut head.attributes),
            }
        }
        head
    }

    fn print(&self, html: &mut String) {
        html.push('<');
        html.push_str(&self.tag);
        attribute_if("class", &self.class, html);
        html.push_str(&self.attributes);
        attribute_if("style", &self.style, html);
    }
}

fn attribute_if(name: &str, value: &str, html: &mut String) {
    let value = value.trim_ascii();
    if !value.is_empty() {
        attribute(name, value, html);
    }
}

fn attribute(name: &str, value: &str, html: &mut String) {
    for part in [" ", name, "=\"", &escaped(value), "\""] {
        html.push_str(part);
    }
}

/// Prints the end of the start tag and what follows.
fn print_end(tree: &Tree, html: &mut String) {
    html.push('>');
    if VOID.contains(&tree.tag.as_str()) {
        return;
    }
    for child in &tree.children {
        match child {
            Node::Element(element) => print(&element.0.borrow(), html),
            Node::Text(text) => html.push_str(&escaped(text)),
            Node::Html(printed) => html.push_str(printed),
        }
    }
    for part in ["</", &tree.tag, ">"] {
        html.push_str(part);
    }
}

fn print(tree: &Tree, html: &mut String) {
    Head::of(tree).print(html);
    print_end(tree, html);
}

impl fmt::Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut html = String::new();
        print(&self.0.borrow(), &mut html);
        f.write_str(&html)
    }
}

impl Element {
    /// Loads nothing.
    pub fn drop_failed_logos(&self) -> Listener {
        Listener
    }
}
