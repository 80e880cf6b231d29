//! An embeddable explorer of the 52 projects that entered the CNCF Sandbox from 2023 H1 to 2024 H2: filterable cards and
//! category tabs, in English and Chinese.
//!
//! The crate has three ways out: a custom element for any page, a Leptos component ([`SandboxExplorer`]), and HTML made
//! natively. Inside is an engine without a browser. The modules in reading order; each knows only those above it:
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod data;
pub mod facet;
pub mod fallback;
pub mod filter;
pub mod i18n;
pub mod model;
pub mod options;
pub mod query;
pub mod text;

// Above this line: no leptos, no web_sys, no wasm_bindgen.

#[cfg(any(feature = "csr", feature = "ssr"))]
pub mod browser;
#[cfg(any(feature = "csr", feature = "ssr"))]
pub mod catalogs;
#[cfg(any(feature = "csr", feature = "ssr"))]
pub mod effect;
#[cfg(feature = "csr")]
pub mod element;
#[cfg(any(feature = "csr", feature = "ssr"))]
pub mod signal;
#[cfg(any(feature = "csr", feature = "ssr"))]
pub mod state;
#[cfg(any(feature = "csr", feature = "ssr"))]
pub mod view;

pub use options::Options;
#[cfg(any(feature = "csr", feature = "ssr"))]
pub use view::SandboxExplorer;
