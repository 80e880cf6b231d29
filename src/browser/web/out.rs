//! Ways out of the page: the clipboard, a file, the printer.

use wasm_bindgen_futures::JsFuture;

use super::{document, spawn, window};
use crate::text::concat;
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

/// Copies a text, and then says whether it is in the clipboard. It is not where the page may not (a frame without the permission) or where
/// there is no clipboard (a page that is not https).
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    let clipboard = window().navigator().clipboard();
    // The binding takes it to be there always; a call to what is not would end the program.
    if clipboard.is_undefined() {
        return then(false);
    }
    let copied = JsFuture::from(clipboard.write_text(text));
    spawn(async move { then(copied.await.is_ok()) });
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
