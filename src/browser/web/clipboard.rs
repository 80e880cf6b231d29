//! The clipboard.

use wasm_bindgen_futures::JsFuture;

use super::{spawn, window};

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
