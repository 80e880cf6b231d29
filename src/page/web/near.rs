//! For the programs of our own page: what is below the first view is loaded only when the reader comes near, and elements are reached by
//! their id.

use wasm_bindgen::prelude::*;
use web_sys::{
    HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, MutationObserver,
    MutationObserverInit,
};

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

/// The element with this id, for a program to mount in.
#[must_use]
pub fn place(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id).map(JsCast::unchecked_into)
}

/// Loads a module into the page.
pub fn load_module(address: &str) {
    let Ok(script) = document().create_element("script") else { return };
    _ = script.set_attribute("type", "module");
    _ = script.set_attribute("src", address);
    _ = document().head().map(|head| head.append_child(&script));
}

/// An attribute of the page's root element.
#[must_use]
pub fn root_attribute(name: &str) -> Option<String> {
    document().document_element().and_then(|root| root.get_attribute(name))
}

/// Calls back whenever an attribute of the page's root element changes, as long as the page lives.
pub fn on_root_attribute(name: &str, callback: impl Fn() + 'static) {
    let Some(root) = document().document_element() else { return };
    let changed = Closure::<dyn Fn()>::new(callback).into_js_value();
    let init = MutationObserverInit::new();
    init.set_attribute_filter(&js_sys::Array::of1(&name.into()));
    if let Ok(observer) = MutationObserver::new(changed.unchecked_ref()) {
        _ = observer.observe_with_options(&root, &init);
    }
}
