//! What the custom element loads: the explorer as functions for JavaScript. A binary, because only those get link-time
//! optimisation in a package that is also a library.
// It is a set of functions: nothing runs at the start, and what the standard library does for `main` is not needed.
#![cfg_attr(target_arch = "wasm32", no_main)]

use sandbox_explorer::element::Mounted;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// An explorer in a page; `free()` takes it out.
#[wasm_bindgen]
pub struct Handle(Mounted);

/// Mounts an explorer in `parent` for the element `host`. `attributes` are name, value, name, value …; `emit(name, detail)` is
/// called with what happens, `read(address, done)` to get the catalog of a `src`.
#[wasm_bindgen]
#[must_use]
pub fn mount(
    parent: HtmlElement,
    host: HtmlElement,
    attributes: Vec<String>,
    emit: js_sys::Function,
    read: js_sys::Function,
) -> Handle {
    Handle(Mounted::new(parent, host, &attributes, emit, read))
}

#[wasm_bindgen]
impl Handle {
    /// An attribute has changed; no value: it was removed.
    pub fn set(&self, name: &str, value: Option<String>) {
        self.0.set(name, value.as_deref());
    }

    /// Takes back all that the reader has asked for.
    pub fn reset(&self) {
        self.0.reset();
    }

    /// Takes the features of the bundled projects, as packed text: they are loaded after the first view.
    pub fn complete(&self, features: String) {
        self.0.complete(features);
    }

    /// Opens the details of a project; `false`: there is none of that name here.
    #[must_use]
    pub fn show(&self, project: &str) -> bool {
        self.0.show(project)
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
