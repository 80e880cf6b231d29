//! Copies of an element: one call of the browser, where making it anew takes a call for each element, attribute and text inside.

use wasm_bindgen::prelude::*;

use super::Element;

/// An element to copy, and where in it the parts are that differ from copy to copy.
pub struct Template<const N: usize> {
    element: web_sys::Element,
    /// Their numbers in the order of the document.
    numbers: [u32; N],
}

impl<const N: usize> Template<N> {
    /// Copies of this element; `parts` are elements inside.
    #[must_use]
    pub fn new(element: Element, parts: [&Element; N]) -> Template<N> {
        let all = element.0.get_elements_by_tag_name("*");
        let number = |part: &Element| (0..all.length()).find(|&n| all.item(n).as_ref() == Some(&part.0));
        let numbers = parts.map(|part| number(part).expect("an element inside"));
        Template { element: element.0, numbers }
    }

    /// A copy, and the same parts of it.
    #[must_use]
    pub fn copy(&self) -> (Element, [Element; N]) {
        let copy: web_sys::Element = self.element.clone_node_with_deep(true).expect("a copy").unchecked_into();
        let all = copy.get_elements_by_tag_name("*");
        let parts = self.numbers.map(|number| Element(all.item(number).expect("as in the original")));
        (Element(copy), parts)
    }
}
