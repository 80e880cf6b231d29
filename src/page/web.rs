//! The page in a browser.

mod clipboard;
mod collation;
mod download;
mod fetch;
mod helper;
mod host;
mod near;
mod observers;
mod own_page;
mod paragraph;
mod surroundings;
mod theme;
mod timers;
mod url;

pub use clipboard::copy;
pub use collation::sort_by_name;
pub use download::{allows, download, print};
pub use fetch::{fetch, spawn_local, taken};
pub use helper::{Answer, GivenFile, Helper, Opaque, Question, drags_files, dropped, pasted, picked};
pub use host::{Host, published};
pub use near::{load_module, on_root_attribute, place, root_attribute, set_attribute_of, set_style_of, when_near};
pub use observers::PageObserver;
pub use own_page::{keep_for_later, language, remove, search_param, set_root_attribute, set_search_param, set_title};
pub use paragraph::warn_of_paragraph;
pub use timers::{after_paint, after_update, now, set_timeout, when_idle};
pub use url::{address, fragment, note, noted, set_fragment};

use crate::text::concat;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Window};

// Not `web_sys::window()`, which tries four names for the global object.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = window)]
    static WINDOW: Window;
    #[wasm_bindgen(thread_local_v2, js_name = document)]
    static DOCUMENT: Document;
}

pub(crate) fn window() -> Window {
    WINDOW.with(Window::clone)
}

pub(crate) fn document() -> Document {
    DOCUMENT.with(Document::clone)
}

/// The elements that define the look of a page: `html` and `body`.
fn roots() -> impl Iterator<Item = web_sys::Element> {
    let document = document();
    document.document_element().into_iter().chain(document.body().map(Into::into))
}

/// Whether the reader points with a finger.
pub fn has_coarse_pointer() -> bool {
    window().match_media("(pointer: coarse)").ok().flatten().is_some_and(|query| query.matches())
}

/// Prints one line in the console.
pub fn warn(line: &str) {
    web_sys::console::warn_1(&JsValue::from_str(&concat(&["sandbox-explorer: ", line])));
}
