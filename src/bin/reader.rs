//! Reads an author's own catalogs (`src`) for the custom element. A separate program, loaded only if there is a `src`: it
//! saves every other page 10 kB.
// Only a set of functions: nothing runs at the start, and the standard library's setup for `main` is not needed.
#![cfg_attr(target_arch = "wasm32", no_main)]

use sandbox_explorer::data;
use sandbox_explorer::reader;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// The result of reading.
#[derive(Serialize)]
struct Read {
    /// The catalog as packed text.
    packed: String,
    /// Rejected entries: `projects[3].links.website: …`, one line per mistake.
    refused: Vec<String>,
}

/// Fetches and checks the catalog at an address; returns `{ packed, refused }`.
///
/// # Errors
/// One line that says why there is nothing to show.
#[wasm_bindgen]
pub async fn read(address: String) -> Result<JsValue, JsError> {
    let (packed, mistakes) = reader::read_packed(&address, &data::tables()).await.map_err(|why| JsError::new(&why))?;
    let refused = mistakes.iter().map(ToString::to_string).collect();
    Ok(serde_wasm_bindgen::to_value(&Read { packed, refused })?)
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
