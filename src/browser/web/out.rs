//! Output outside the page: the clipboard, a file, the printer.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::{document, spawn, window};
use crate::text::concat;
use web_sys::HtmlAnchorElement;

#[wasm_bindgen]
extern "C" {
    /// Not by `web_sys`, which assumes that the clipboard always exists: a page without https has none, and the call would end the program.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<js_sys::Promise, JsValue>;
}

/// Copies a text, and then reports whether it is in the clipboard. It is not if the page may not use the clipboard (a frame without the
/// permission) or has none.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    let copied = write_text(text);
    spawn(async move {
        then(match copied {
            Ok(copied) => JsFuture::from(copied).await.is_ok(),
            Err(_) => false,
        });
    });
}

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
pub fn save(name: &str, kind: &str, text: &str) {
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
