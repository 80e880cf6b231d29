//! An embeddable explorer of the 52 projects that entered the CNCF Sandbox from 2023 H1 to 2024 H2: filterable cards and
//! category tabs, in English and Chinese.
//!
//! The crate can be used in three ways: as a custom element on any page, as a Leptos component ([`SandboxExplorer`], feature
//! `web` in a browser, `ssr` on a server), or natively: to print text for site generators (`prerender`, feature `ssr`), to ask for projects ([`query`]) and to
//! export them ([`export`]). Its core is an engine that needs no browser.
#![cfg_attr(docsrs, feature(doc_cfg))]
// Without them, much of the library is there for our own programs only.
#![cfg_attr(not(feature = "internals"), allow(dead_code, unused_imports))]

// What is public is promised; the rest only our own programs and tests reach, by the feature `internals`. The modules are in reading
// order: each depends only on those above it.
cfg_if::cfg_if! {
    if #[cfg(feature = "internals")] {
        pub mod hook;
        pub mod choice;
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
        pub mod contract;
        pub mod fallback;
        pub mod citation;
        pub mod export;
        pub mod service;
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
        pub mod reader;
        #[cfg(any(feature = "web", feature = "ssr"))]
        pub mod state;
        #[cfg(any(feature = "web", feature = "ssr"))]
        pub mod view;
        #[cfg(any(feature = "web", feature = "ssr"))]
        pub mod component;
        #[cfg(all(feature = "ssr", not(all(feature = "web", target_arch = "wasm32"))))]
        pub mod prerender;
    } else {
        mod hook;
        mod choice;
        mod data;
        mod i18n;
        mod facet;
        mod search;
        mod filter;
        mod activity;
        mod insight;
        mod since;
        pub mod query;
        mod options;
        mod contract;
        mod fallback;
        mod citation;
        pub mod export;
        #[cfg(any(feature = "web", feature = "ssr"))]
        mod service;
        #[cfg(any(feature = "web", feature = "ssr"))]
        mod page;
        #[cfg(any(feature = "web", feature = "ssr"))]
        mod dom;
        #[cfg(any(feature = "web", feature = "ssr"))]
        mod signal;
        #[cfg(any(feature = "web", feature = "ssr"))]
        mod effect;
        #[cfg(any(feature = "web", feature = "ssr"))]
        mod reader;
        #[cfg(any(feature = "web", feature = "ssr"))]
        mod state;
        #[cfg(any(feature = "web", feature = "ssr"))]
        mod view;
        #[cfg(any(feature = "web", feature = "ssr"))]
        mod component;
        #[cfg(all(feature = "ssr", not(all(feature = "web", target_arch = "wasm32"))))]
        pub mod prerender;
    }
}

use catalog::text;

/// Whether a program may have to load the rest of itself, languages (`i18n/loaded`) and chunks (`hook`): that of the element does.
const LOADS_LANGUAGES: bool = cfg!(all(target_arch = "wasm32", feature = "programs"));

pub use catalog::model;
pub use catalog::model::{Catalog, Date};
#[cfg(any(feature = "web", feature = "ssr"))]
pub use component::{Change, Query, SandboxExplorer, Shown, adopt_style, style};
pub use data::{bundled, read};
pub use filter::View;
pub use i18n::Lang;
pub use options::{Layout, Options, Published, Refused, Theme};
