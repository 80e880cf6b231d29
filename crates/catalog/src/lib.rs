//! The records of a catalog, and everything that becomes of them: reading unchecked data with exact places and all mistakes at once,
//! checks and limits, packing into one text, and unpacking without copying. The build of the explorer uses the same code as the
//! explorer itself. Nothing here knows Leptos or a browser.
//!
//! An internal crate of Sandbox Explorer; only what `sandbox_explorer` exports is promised.

pub mod check;
#[cfg(feature = "files")]
pub mod files;
mod from_tree;
pub mod json;
pub mod keys;
pub mod kind;
pub mod limits;
pub mod mistake;
pub mod model;
pub mod order;
pub mod pack;
pub mod packed;
mod preferred;
pub mod project;
pub mod reader;
pub mod record;
pub mod rows;
pub mod scalars;
pub mod similar;
pub mod slug;
pub mod slugs;
pub mod text;
pub mod tree;
mod words;

pub use from_tree::{from_json, from_json_in, from_records, from_tree};
pub use packed::VERSION;
