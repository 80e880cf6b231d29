//! Reads catalogs of an author's own (`src`) for the custom element. A program of its own, loaded only where there is a `src`:
//! every other page is spared 10 kB.
// It is a set of functions: nothing runs at the start, and what the standard library does for `main` is not needed.
#![cfg_attr(target_arch = "wasm32", no_main)]

use sandbox_explorer::catalogs;
use sandbox_explorer::data::{self, pack};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// What was read.
#[derive(Serialize)]
struct Read {
    /// The catalog as packed text.
    packed: String,
    /// What was left out: `projects[3].links.website: …`, one line for each mistake.
    refused: Vec<String>,
}

/// Fetches and checks the catalog at an address; gives `{ packed, refused }`.
///
/// # Errors
/// One line that says why there is nothing to show.
#[wasm_bindgen]
pub async fn read(address: String) -> Result<JsValue, JsError> {
    let (catalog, mistakes) = catalogs::read(&address, &data::tables()).await.map_err(|why| JsError::new(&why))?;
    let refused = mistakes.iter().map(ToString::to_string).collect();
    Ok(serde_wasm_bindgen::to_value(&Read { packed: pack::print(&catalog), refused })?)
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
