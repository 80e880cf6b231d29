//! The clipboard.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::spawn_local;

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
    spawn_local(async move {
        then(match copied {
            Ok(copied) => JsFuture::from(copied).await.is_ok(),
            Err(_) => false,
        });
    });
}
