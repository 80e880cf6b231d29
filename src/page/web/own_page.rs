//! Functions for our own page only: its query, its root element, its title.

use super::{document, fragment, window};
use crate::text::concat;

/// The browser's language.
#[must_use]
pub fn language() -> Option<String> {
    window().navigator().language()
}

/// A parameter of the URL's query.
#[must_use]
pub fn search_param(key: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(key)
}

/// Sets a parameter of the URL's query, or removes it if the value is empty.
pub fn set_search_param(key: &str, value: &str) {
    let location = window().location();
    let search = location.search().unwrap_or_default();
    let Ok(params) = web_sys::UrlSearchParams::new_with_str(&search) else { return };
    if value.is_empty() {
        params.delete(key);
    } else {
        params.set(key, value);
    }
    let search = String::from(params.to_string());
    let separator = if search.is_empty() { "" } else { "?" };
    let path = location.pathname().unwrap_or_default();
    let url = concat(&[&path, separator, &search, &fragment()]);
    if let Ok(history) = window().history() {
        _ = history.replace_state_with_url(&history.state().unwrap_or_default(), "", Some(&url));
    }
}

/// Sets an attribute of the page's root element.
pub fn set_root_attribute(name: &str, value: &str) {
    let root = document().document_element();
    _ = root.map(|root| root.set_attribute(name, value));
}

/// Keeps the page for times without a network, by a service worker next to it, once it has loaded. Where there is none, nothing is kept.
pub fn keep_for_later(script: &'static str) {
    super::when_idle(move || {
        let container = window().navigator().service_worker();
        // A page without https has none.
        if !container.is_undefined() {
            let registered = container.register(script);
            super::spawn_local(async move {
                _ = wasm_bindgen_futures::JsFuture::from(registered).await;
            });
        }
    });
}

/// Removes the element with this id.
pub fn remove(id: &str) {
    _ = document().get_element_by_id(id).map(|element| element.remove());
}

/// Sets the page's title.
pub fn set_title(title: &str) {
    document().set_title(title);
}
