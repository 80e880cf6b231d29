//! Reads an author's own catalogs (`src`) for the custom element. A separate program, loaded only if there is a `src`: it
//! saves every other page 10 kB.
// Only a set of functions: nothing runs at the start, and the standard library's setup for `main` is not needed.
#![cfg_attr(target_arch = "wasm32", no_main)]

use sandbox_explorer::data::{self, pack};
use sandbox_explorer::reader;
use wasm_bindgen::prelude::*;

/// Fetches and checks the catalog at an address, and calls `done` with it as packed text. The console says which entries were rejected.
///
/// # Errors
/// One line that says why there is nothing to show.
#[wasm_bindgen]
pub async fn read(address: String, done: js_sys::Function) -> Result<(), JsError> {
    let catalog = reader::read(&address, &data::tables()).await.map_err(|why| JsError::new(&why))?;
    // It belongs to another program, whose failures are not ours.
    _ = done.call1(&JsValue::UNDEFINED, &pack::print(&catalog).into());
    Ok(())
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
