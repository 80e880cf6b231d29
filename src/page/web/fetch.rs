//! Downloads.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::window;
use crate::data::limits::JSON;
use crate::text::{concat, decimal};

/// Starts a task on the page's event loop.
pub fn spawn_local(task: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(task);
}

/// Fetches a file.
///
/// # Errors
/// A few words that say what went wrong.
pub async fn fetch(address: &str) -> Result<Vec<u8>, String> {
    let failed = |error: JsValue| {
        let why = error.dyn_into::<js_sys::Error>().map_or_else(|_| "failed".into(), |error| error.message());
        String::from(why)
    };
    let response = JsFuture::from(window().fetch_with_str(address)).await.map_err(failed)?;
    let response: web_sys::Response = response.unchecked_into();
    if !response.ok() {
        return Err(concat(&["HTTP ", &decimal(response.status().into())]));
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(failed)?).await.map_err(failed)?;
    taken(&js_sys::Uint8Array::new(&buffer))
}

/// Takes bytes of JavaScript, unless they are too many for any catalog: those would end the program.
///
/// # Errors
/// A few words that say so.
pub fn taken(bytes: &js_sys::Uint8Array) -> Result<Vec<u8>, String> {
    // No character has more bytes.
    if bytes.length() / 3 > JSON {
        return Err(concat(&["longer than ", &decimal(JSON), " characters"]));
    }
    Ok(bytes.to_vec())
}
