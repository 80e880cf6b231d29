//! Copies of an element.

use std::rc::Rc;

use super::{Element, Node, Tree};

/// An element to copy, and the parts inside that differ from copy to copy.
pub struct Template<const N: usize> {
    element: Element,
    parts: [Element; N],
}

impl<const N: usize> Template<N> {
    /// Copies of this element; `parts` are elements inside.
    #[must_use]
    pub fn new(element: Element, parts: [&Element; N]) -> Template<N> {
        Template { element, parts: parts.map(Element::clone) }
    }

    /// A copy, and the same parts of it.
    #[must_use]
    pub fn copy(&self) -> (Element, [Element; N]) {
        let mut parts = self.parts.clone();
        let copy = self.copied(&self.element, &mut parts);
        (copy, parts)
    }

    fn copied(&self, element: &Element, parts: &mut [Element; N]) -> Element {
        let Tree { tag, attributes, style, children } = &*element.0.borrow();
        let children = children.iter().map(|child| match child {
            Node::Element(child) => Node::Element(self.copied(child, parts)),
            Node::Text(text) => Node::Text(text.clone()),
            Node::Html(html) => Node::Html(html.clone()),
        });
        let children = children.collect();
        let copy = Tree { tag: tag.clone(), attributes: attributes.clone(), style: style.clone(), children };
        let copy = Element(Rc::new(copy.into()));
        for (part, original) in parts.iter_mut().zip(&self.parts) {
            if Rc::ptr_eq(&original.0, &element.0) {
                *part = copy.clone();
            }
        }
        copy
    }
}
