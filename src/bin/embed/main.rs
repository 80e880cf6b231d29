//! The program of the custom element: the explorer as functions for JavaScript. A binary, because only binaries get link-time
//! optimisation in a package that is also a library.
// Only a set of functions: nothing runs at the start, and the standard library's setup for `main` is not needed.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
mod allocator;
mod element;
mod events;
mod reader;

use element::Handle;
use sandbox_explorer::page::Host;
use sandbox_explorer::state;
use sandbox_explorer::state::later::Later;
#[cfg(any(debug_assertions, not(target_arch = "wasm32")))]
use sandbox_explorer::view::service::BROUGHT;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: allocator::Allocator = allocator::Allocator::new(allocator::grow);

/// Mounts an explorer in `parent` for the element `host`. `attributes` are name, value, name, value …; invalid ones are reported in the
/// console. `emit(name, detail)` receives the events; `read(address, done)` fetches the catalog of a `src` (`reader::fetch_through`).
#[wasm_bindgen]
#[must_use]
pub fn mount(
    parent: HtmlElement,
    host: HtmlElement,
    attributes: Vec<String>,
    emit: js_sys::Function,
    read: js_sys::Function,
) -> Handle {
    Handle::new(parent, host, &attributes, emit, reader::fetch_through(read, check), later)
}

/// The chunk is linked before the first `mount`, because the first view needs it.
#[wasm_bindgen]
pub fn linked() {
    Later::are_here();
}

/// Takes a packed text for all explorers: the features of the bundled projects, or languages. Both are loaded after the first view, or
/// before it if it needs them.
#[wasm_bindgen]
pub fn learn(text: String) {
    state::learn(text);
}

/// Whether the program has yet to learn the language of an element.
#[wasm_bindgen]
#[must_use]
pub fn lacks(host: HtmlElement) -> bool {
    !state::lang(&Host(host)).is_here()
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

#[cfg(any(debug_assertions, not(target_arch = "wasm32")))]
use sandbox_explorer::view::later::here as later;

/// Checks what was fetched, in this program.
#[cfg(any(debug_assertions, not(target_arch = "wasm32")))]
fn check(address: &str, language: &str, fetched: JsValue) -> reader::Checked {
    reader::here(address, language, fetched, BROUGHT)
}

#[cfg(all(not(debug_assertions), target_arch = "wasm32"))]
use chunk::{check, later};

/// Where `cargo xtask` splits a release: code that only the exports of the chunk `later` reach goes there, and the same for `reader`
/// and `service`.
/// wasm-split-cli looks for these names; each import becomes the export with the same number.
#[cfg(all(not(debug_assertions), target_arch = "wasm32"))]
#[allow(
    unsafe_code,
    improper_ctypes,
    improper_ctypes_definitions,
    reason = "one program, cut in four after it is compiled"
)]
mod chunk {
    use leptos::prelude::Owner;
    use sandbox_explorer::dom::Element;
    use sandbox_explorer::filter::{Engine, Filter};
    use sandbox_explorer::i18n::Lang;
    use sandbox_explorer::model::Catalog;
    use sandbox_explorer::page::Host;
    use sandbox_explorer::reader::Fetch;
    use sandbox_explorer::signal::ErasedSignal;
    use sandbox_explorer::state::later::{EachText, Later, Parts};
    use sandbox_explorer::state::{Shown, State, service};
    use sandbox_explorer::view::later::PARTS;
    use sandbox_explorer::view::service::BROUGHT;
    use wasm_bindgen::JsValue;

    use super::reader::{self, Checked};

    macro_rules! link {
        ($($name:ident $type:ident($($arg:ident: $of:ty),*) -> $result:ty, $import:ident $export:ident;)*) => {
            #[link(wasm_import_module = "__wasm_split_placeholder__")]
            unsafe extern "C" {
                $(safe fn $import($($arg: $of),*) -> $result;)*
            }
            $(
                #[unsafe(no_mangle)]
                extern "C" fn $export($($arg: $of),*) -> $result {
                    (PARTS.$name)($($arg),*)
                }
            )*
            static IMPORTED: Parts = Parts { $($name: |$($arg),*| $import($($arg),*),)* };
        };
    }

    sandbox_explorer::parts!(link);

    pub(super) fn later() -> Later {
        Later::of(&IMPORTED)
    }

    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    unsafe extern "C" {
        safe fn __wasm_split_00reader00_import_00000000000000000000000000000001_(
            address: &str,
            language: &str,
            fetched: JsValue,
        ) -> Checked;
    }

    #[unsafe(no_mangle)]
    extern "C" fn __wasm_split_00reader00_export_00000000000000000000000000000001_(
        address: &str,
        language: &str,
        fetched: JsValue,
    ) -> Checked {
        reader::here(address, language, fetched, SERVICE)
    }

    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    unsafe extern "C" {
        safe fn __wasm_split_00service00_import_00000000000000000000000000000001_(
            state: State,
            asked: [&str; 2],
            options: Vec<u8>,
            fetch: &Fetch,
            owner: Owner,
        );
        safe fn __wasm_split_00service00_import_00000000000000000000000000000002_(
            state: State,
            lang: Lang,
            shown: Element,
        ) -> Element;
    }

    #[unsafe(no_mangle)]
    extern "C" fn __wasm_split_00service00_export_00000000000000000000000000000001_(
        state: State,
        asked: [&str; 2],
        options: Vec<u8>,
        fetch: &Fetch,
        owner: Owner,
    ) {
        (BROUGHT.ask)(state, asked, options, fetch, owner);
    }

    #[unsafe(no_mangle)]
    extern "C" fn __wasm_split_00service00_export_00000000000000000000000000000002_(
        state: State,
        lang: Lang,
        shown: Element,
    ) -> Element {
        (BROUGHT.around)(state, lang, shown)
    }

    const SERVICE: service::Brought = service::Brought {
        ask: |state, asked, options, fetch, owner| {
            __wasm_split_00service00_import_00000000000000000000000000000001_(state, asked, options, fetch, owner);
        },
        around: |state, lang, shown| {
            __wasm_split_00service00_import_00000000000000000000000000000002_(state, lang, shown)
        },
    };

    pub(super) fn check(address: &str, language: &str, fetched: JsValue) -> Checked {
        __wasm_split_00reader00_import_00000000000000000000000000000001_(address, language, fetched)
    }
}
