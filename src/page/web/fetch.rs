//! Downloads.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::window;
use crate::data::limits::{DEPTH, JSON, VALUES};
use crate::data::mistake::shown;
use crate::data::tree::Tree;
use crate::text::concat;

/// Starts a task on the page's event loop.
pub fn spawn_local(task: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(task);
}

/// Fetches a JSON file, parsed by the browser's own parser.
///
/// # Errors
/// One line that says what went wrong.
pub async fn fetch_tree(address: &str) -> Result<Tree, String> {
    let refused = |why: &str| concat(&[&shown(address), ": ", why]);
    let failed = |error: JsValue| {
        let why = error.dyn_into::<js_sys::Error>().map_or_else(|_| "failed".into(), |error| error.message());
        refused(&String::from(why))
    };
    let response = JsFuture::from(window().fetch_with_str(address)).await.map_err(failed)?;
    let response: web_sys::Response = response.unchecked_into();
    if !response.ok() {
        return Err(refused(&concat(&["HTTP ", &response.status().to_string()])));
    }
    let text = JsFuture::from(response.text().map_err(failed)?).await.map_err(failed)?;
    let text: js_sys::JsString = text.unchecked_into();
    if text.length() > JSON {
        return Err(refused(&concat(&["longer than ", &JSON.to_string(), " characters"])));
    }
    let json = parse(&text).map_err(failed)?;
    let mut left = VALUES;
    let tree = tree(&json, DEPTH, &mut left);
    if left == 0 { Err(refused(&concat(&["more than ", &VALUES.to_string(), " values"]))) } else { Ok(tree) }
}

#[wasm_bindgen]
extern "C" {
    /// Takes the text as it is: the binding of `js_sys` would copy 16 million characters into the program and out again.
    #[wasm_bindgen(catch, js_namespace = JSON)]
    fn parse(text: &js_sys::JsString) -> Result<JsValue, JsValue>;
}

/// Converts a JavaScript value. By hand, because `serde_wasm_bindgen` makes the program 15 kB larger. Values that are too deep, and
/// all values after `left` is used up, count as absent.
fn tree(value: &JsValue, depth: u8, left: &mut u32) -> Tree {
    *left = left.saturating_sub(1);
    if let Some(text) = value.as_string() {
        return Tree::Text(text);
    }
    if let Some(number) = value.as_f64() {
        return Tree::Number(number);
    }
    if let Some(flag) = value.as_bool() {
        return Tree::Flag(flag);
    }
    if depth == 0 || *left == 0 || !value.is_object() {
        return Tree::Null;
    }
    if let Some(items) = value.dyn_ref::<js_sys::Array>() {
        // A longer list would be rejected for its length anyway.
        let items = items.iter().take(*left as usize);
        return Tree::List(items.map(|item| tree(&item, depth - 1, left)).collect());
    }
    // Own enumerable keys only, so nothing of a prototype is ever read or written.
    let entries = js_sys::Object::entries(value.unchecked_ref());
    let mut map = Vec::new();
    for entry in entries.iter().take(*left as usize) {
        let entry: js_sys::Array = entry.unchecked_into();
        map.push((entry.get(0).as_string().unwrap_or_default(), tree(&entry.get(1), depth - 1, left)));
    }
    Tree::Map(map)
}
