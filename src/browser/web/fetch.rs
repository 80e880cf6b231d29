//! Files from the network.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::window;
use crate::data::tree::Tree;
use crate::text::concat;

/// Starts a task on the page's own event loop.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(task);
}

/// Fetches a JSON file, parsed by the browser's own parser.
///
/// # Errors
/// One line that says what went wrong.
pub async fn fetch_tree(address: &str) -> Result<Tree, String> {
    let failed = |error: JsValue| {
        let why = error.dyn_into::<js_sys::Error>().map_or_else(|_| "failed".into(), |error| error.message());
        concat(&[address, ": ", &String::from(why)])
    };
    let response = JsFuture::from(window().fetch_with_str(address)).await.map_err(failed)?;
    let response: web_sys::Response = response.unchecked_into();
    if !response.ok() {
        return Err(concat(&[address, ": HTTP ", &response.status().to_string()]));
    }
    let json = JsFuture::from(response.json().map_err(failed)?).await.map_err(failed)?;
    Ok(tree(&json, DEPTH))
}

/// How deep lists and objects may lie in each other; a catalog needs eight. What lies deeper counts as absent.
const DEPTH: u8 = 16;

/// Takes a JavaScript value apart. By hand, because the same through `serde_wasm_bindgen` makes the program 15 kB larger.
fn tree(value: &JsValue, depth: u8) -> Tree {
    if let Some(text) = value.as_string() {
        return Tree::Text(text);
    }
    if let Some(number) = value.as_f64() {
        return Tree::Number(number);
    }
    if let Some(flag) = value.as_bool() {
        return Tree::Flag(flag);
    }
    if depth == 0 || !value.is_object() {
        return Tree::Null;
    }
    if let Some(items) = value.dyn_ref::<js_sys::Array>() {
        return Tree::List(items.iter().map(|item| tree(&item, depth - 1)).collect());
    }
    // Own enumerable keys only, so nothing of a prototype is ever read or written.
    let entries = js_sys::Object::entries(value.unchecked_ref());
    let entry = |entry: JsValue| {
        let entry: js_sys::Array = entry.unchecked_into();
        (entry.get(0).as_string().unwrap_or_default(), tree(&entry.get(1), depth - 1))
    };
    Tree::Map(entries.iter().map(entry).collect())
}
