//! Tests that need a browser: keys, focus, dialogs, nodes that are kept, the page's colours and address, attach and detach.
//!
//! `cargo xtask test browser` runs this in Chromium. For the host it is empty.
#![cfg(target_arch = "wasm32")]

mod attributes;
mod cards;
mod chips;
mod component;
mod details;
#[path = "../../src/bin/embed/element.rs"]
mod element;
#[path = "../../src/bin/embed/events.rs"]
mod events;
mod facets;
mod fragment;
mod life;
mod requests;
mod scheme;
mod search;
mod src;
mod tabs;
mod visitor;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
