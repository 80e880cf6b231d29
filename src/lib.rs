//! An embeddable explorer of the 52 projects that entered the CNCF Sandbox from 2023 H1 to 2024 H2: filterable cards and
//! category tabs, in English and Chinese.
//!
//! The crate can be used in three ways: as a custom element on any page, as a Leptos component ([`SandboxExplorer`], feature
//! `web` in a browser, `ssr` on a server), or to generate text natively ([`fallback`]). Its core is an engine that needs no browser. The modules are
//! listed in reading order; each depends only on those above it.
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod text;

pub mod model;

pub mod data;

pub mod i18n;

pub mod facet;

pub mod search;

pub mod filter;

pub mod activity;

pub mod insight;

pub mod since;

pub mod query;

pub mod options;

pub mod fallback;

pub mod citation;

pub mod export;

// Above this line: no leptos, no web_sys, no wasm_bindgen.

#[cfg(any(feature = "web", feature = "ssr"))]
pub mod page;

#[cfg(any(feature = "web", feature = "ssr"))]
pub mod dom;

#[cfg(any(feature = "web", feature = "ssr"))]
pub mod signal;

#[cfg(any(feature = "web", feature = "ssr"))]
pub mod effect;

#[cfg(any(feature = "web", feature = "ssr"))]
pub mod catalogs;

#[cfg(any(feature = "web", feature = "ssr"))]
pub mod state;

#[cfg(any(feature = "web", feature = "ssr"))]
pub mod view;

#[cfg(any(feature = "web", feature = "ssr"))]
pub mod component;

#[cfg(all(feature = "web", target_arch = "wasm32"))]
pub mod element;

#[cfg(any(feature = "web", feature = "ssr"))]
pub use component::{Change, Query, SandboxExplorer, Shown, adopt_style, style};
pub use options::Options;
