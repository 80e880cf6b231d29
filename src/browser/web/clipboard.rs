//! The clipboard.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::spawn;

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
