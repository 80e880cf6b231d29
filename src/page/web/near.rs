//! For our own page: what is below the first view is made only when the reader comes near, and elements are reached by their id.

use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::document;

/// Calls back once when the element with this id comes within a screen of the visible part of the page.
pub fn when_near(id: &str, callback: impl FnOnce() + 'static) {
    let Some(element) = document().get_element_by_id(id) else { return };
    let mut callback = Some(callback);
    let near = move |entries: js_sys::Array, observer: IntersectionObserver| {
        let is_near = entries.iter().any(|entry| entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting());
        if let Some(callback) = callback.take_if(|_| is_near) {
            observer.disconnect();
            callback();
        }
    };
    let near = Closure::<dyn FnMut(js_sys::Array, IntersectionObserver)>::new(near).into_js_value();
    let init = IntersectionObserverInit::new();
    init.set_root_margin("100%");
    if let Ok(observer) = IntersectionObserver::new_with_options(near.unchecked_ref(), &init) {
        observer.observe(&element);
    }
}

/// Sets an attribute of the element with this id, or removes it.
pub fn set_attribute_of(id: &str, name: &str, value: Option<&str>) {
    let Some(element) = document().get_element_by_id(id) else { return };
    // Setting an equal value would be heard as well.
    if element.get_attribute(name).as_deref() == value {
        return;
    }
    _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Sets a property of the style of the element with this id, or removes it if the value is empty; a value that is no CSS changes nothing.
pub fn set_style_of(id: &str, name: &str, value: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    let style = element.unchecked_into::<HtmlElement>().style();
    _ = if value.is_empty() { style.remove_property(name).map(drop) } else { style.set_property(name, value) };
}

/// Puts the focus on the element with this id.
pub fn focus(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    _ = element.unchecked_into::<HtmlElement>().focus();
}
