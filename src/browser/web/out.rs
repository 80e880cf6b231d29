//! Ways out of the page: the clipboard, a file, the printer.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::{document, spawn, window};
use crate::text::concat;
use web_sys::HtmlAnchorElement;

#[wasm_bindgen]
extern "C" {
    /// Not by `web_sys`, which takes the clipboard to be there always: on a page that is not https there is none, and the call would end
    /// the program.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<js_sys::Promise, JsValue>;
}

/// Copies a text, and then says whether it is in the clipboard. It is not where the page may not (a frame without the permission) or
/// where there is no clipboard.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    let copied = write_text(text);
    spawn(async move {
        then(match copied {
            Ok(copied) => JsFuture::from(copied).await.is_ok(),
            Err(_) => false,
        });
    });
}

/// Whether a sandboxed frame around the page lets it do this: `downloads`, `modals` (to which printing belongs). No browser says so, and
/// what is forbidden there fails in silence. So the page may say it, in the words of `sandbox`, by `data-sandbox` at its root, as our framed
/// page does. Where nobody says anything, a page without an origin is in a sandbox that forbids it.
#[must_use]
pub fn allows(what: &str) -> bool {
    let root = document().document_element();
    match root.and_then(|root| root.get_attribute("data-sandbox")) {
        Some(allowed) => allowed.as_bytes().windows(what.len()).any(|part| part == what.as_bytes()),
        // What is opened from a file has no origin either.
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

/// Prints the page, as far as the browser lets it.
pub fn print() {
    _ = window().print();
}
