//! Catalogs of a `src`, read by the other program (`bin/reader`), which JavaScript loads when it is needed.

use std::rc::Rc;

use sandbox_explorer::data::packed;
use sandbox_explorer::reader::Fetch;
use wasm_bindgen::prelude::*;

/// Fetches catalogs by a function of JavaScript: `read(address, done)` calls `done` with packed text, or with nothing and the reason.
pub fn fetch_through(read: js_sys::Function) -> Fetch {
    Rc::new(move |address, loaded| {
        let done = Closure::once_into_js(move |packed: Option<String>, why: Option<String>| {
            let mixed = || "sandbox-explorer.reader: damaged or mixed versions".to_owned();
            loaded(match packed {
                Some(text) => packed::unpack(text.leak()).ok_or_else(mixed),
                None => Err(why.unwrap_or_default()),
            });
        });
        _ = read.call2(&JsValue::UNDEFINED, &address.into(), &done);
    })
}
