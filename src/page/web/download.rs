//! Output outside the page that a sandboxed frame may forbid: a file, the printer.

use wasm_bindgen::prelude::*;
use web_sys::HtmlAnchorElement;

use super::{document, window};
use crate::text::concat;

/// Whether a sandboxed frame around the page allows this: `downloads`, `modals` (which include printing). No browser reports it, and
/// forbidden actions fail silently. So the page may declare it, with the tokens of `sandbox`, in `data-sandbox` on its root element, as our
/// framed page does. Without a declaration, a page without an origin is in a sandbox that forbids it.
#[must_use]
pub fn allows(what: &str) -> bool {
    let root = document().document_element();
    match root.and_then(|root| root.get_attribute("data-sandbox")) {
        Some(allowed) => allowed.as_bytes().windows(what.len()).any(|part| part == what.as_bytes()),
        // A page opened from a file has no origin either.
        None => window().origin() != "null" || window().location().protocol().is_ok_and(|protocol| protocol == "file:"),
    }
}

/// Lets the reader save a text as a file.
pub fn download(name: &str, kind: &str, text: &str) {
    let Ok(link) = document().create_element("a") else { return };
    let link: HtmlAnchorElement = link.unchecked_into();
    let text = String::from(js_sys::encode_uri_component(text));
    link.set_href(&concat(&["data:", kind, ";charset=utf-8,", &text]));
    link.set_download(name);
    link.click();
}

/// Prints the page, if the browser allows it.
pub fn print() {
    _ = window().print();
}
