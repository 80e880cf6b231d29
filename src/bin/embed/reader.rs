//! Catalogs of a `src`: JavaScript fetches the file (`npm/catalogs.js`), and the chunk `reader` checks it, which comes at the same time.

use std::cell::Cell;
use std::rc::Rc;

use sandbox_explorer::model::Catalog;
use sandbox_explorer::reader::{Fetch, read};
use sandbox_explorer::page;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A checked catalog, or why there is nothing to show; and the [`Refused`] entries.
pub type Checked = (Result<Catalog, String>, JsValue);

/// Checks a catalog: the bytes that were fetched from an address, or a text that says why they could not be.
pub type Check = fn(&str, JsValue) -> Checked;

/// The rejected entries of a catalog, for the console.
#[derive(Serialize)]
struct Refused {
    /// One line for each mistake, such as `projects[3].links.website: …`.
    refused: Vec<String>,
}

/// Fetches catalogs by a function of JavaScript: `read(address, done)` calls `done` with what was fetched, once the chunk is linked, and
/// gets the rejected entries; or it calls `done` with nothing and the reason why there is no chunk.
pub fn fetch_through(read: js_sys::Function, check: Check) -> Fetch {
    Rc::new(move |address, loaded| {
        let of = address.to_owned();
        let done = Closure::once_into_js(move |fetched: JsValue, why: Option<String>| {
            let refused = Rc::new(Cell::new(JsValue::UNDEFINED));
            let slot = refused.clone();
            loaded(Box::new(move || match why {
                Some(why) => Err(why),
                None => {
                    let (catalog, refused) = check(&of, fetched);
                    slot.set(refused);
                    catalog
                }
            }));
            refused.replace(JsValue::UNDEFINED)
        });
        _ = read.call2(&JsValue::UNDEFINED, &address.into(), &done);
    })
}

/// Checks catalogs in this program.
#[must_use]
pub fn here(address: &str, fetched: JsValue) -> Checked {
    let fetched = match fetched.dyn_into::<js_sys::Uint8Array>() {
        Ok(bytes) => page::taken(&bytes),
        Err(why) => Err(why.as_string().unwrap_or_default()),
    };
    match read(address, fetched) {
        Ok((catalog, mistakes)) => {
            let refused = mistakes.iter().map(|mistake| mistake.line()).collect();
            (Ok(catalog), serde_wasm_bindgen::to_value(&Refused { refused }).unwrap_or_default())
        }
        Err(why) => (Err(why), JsValue::UNDEFINED),
    }
}
