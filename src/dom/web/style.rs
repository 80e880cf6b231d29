//! The style sheet of the component as a constructed sheet of the page.

use std::cell::Cell;

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type CSSStyleSheet;
    #[wasm_bindgen(constructor)]
    fn new() -> CSSStyleSheet;
    #[wasm_bindgen(method, js_name = replaceSync)]
    fn replace_sync(this: &CSSStyleSheet, text: &str);

    #[wasm_bindgen(js_namespace = ["document", "adoptedStyleSheets"], js_name = push)]
    fn adopt(sheet: &CSSStyleSheet);
}

thread_local! {
    static IS_ADOPTED: Cell<bool> = const { Cell::new(false) };
}

/// Adds it to the page, once.
pub fn adopt_style(sheet: &str) {
    if IS_ADOPTED.replace(true) {
        return;
    }
    let style = CSSStyleSheet::new();
    style.replace_sync(sheet);
    adopt(&style);
}
