//! Catalogs of a `src`: JavaScript fetches the file (`npm/catalogs.js`), and the chunk `reader` checks it, which comes at the same time.
//! One that the page has set as a property is such a file, with an address that JavaScript has made up.

use std::cell::Cell;
use std::rc::Rc;

use sandbox_explorer::reader::{Content, Fetch, SERVICE, line, read};
use sandbox_explorer::state::service;
use sandbox_explorer::{dom, page};
use wasm_bindgen::prelude::*;

/// What was fetched, checked, or why there is nothing to show; and the rejected entries for the console, one line for each mistake, such as
/// `/catalog.json: projects[3].links.website: …`.
pub type Checked = (Result<Content, String>, JsValue);

/// Checks a catalog for readers of a language: the bytes that were fetched from an address, or a text that says why they could not be.
pub type Check = fn(&str, &str, JsValue) -> Checked;

/// Fetches catalogs by a function of JavaScript: `read(address, done)` calls `done` with what was fetched, once the chunk is linked, and
/// gets the rejected entries; or it calls `done` with nothing and the reason why there is no chunk.
pub fn fetch_through(read: js_sys::Function, check: Check) -> Fetch {
    Rc::new(move |address, loaded| {
        let of = address.to_owned();
        let done = Closure::once_into_js(move |fetched: JsValue, why: Option<String>| {
            let refused = Rc::new(Cell::new(JsValue::UNDEFINED));
            let slot = refused.clone();
            loaded(Box::new(move |language| match why {
                Some(why) => Err(why),
                None => {
                    let (catalog, refused) = check(&of, language, fetched);
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
pub fn here(address: &str, language: &str, fetched: JsValue, brought: service::Brought) -> Checked {
    dom::expect_long_lists();
    let fetched = match fetched.dyn_into::<js_sys::Uint8Array>() {
        Ok(bytes) => page::taken(&bytes),
        Err(why) => Err(why.as_string().unwrap_or_default()),
    };
    if address.starts_with(SERVICE) {
        service::ready(brought);
        return (fetched.map(Content::Service), JsValue::UNDEFINED);
    }
    match read(address, language, fetched) {
        Ok((catalog, mistakes)) => {
            let refused: Vec<String> = mistakes.iter().map(|mistake| line(address, mistake)).collect();
            (Ok(Content::Catalog(catalog)), serde_wasm_bindgen::to_value(&refused).unwrap_or_default())
        }
        Err(why) => (Err(why), JsValue::UNDEFINED),
    }
}
