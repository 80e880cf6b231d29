//! All tests that need no browser.

mod activity;
mod allocator;
mod catalog;
mod citation;
mod closest;
mod data;
mod export;
mod facts;
mod fallback;
mod filter;
mod forms;
mod fragment;
mod generated;
mod highlights;
#[cfg(feature = "ssr")]
mod html;
mod i18n;
mod insight;
mod named;
mod names;
mod open;
mod options;
mod oracle;
mod order;
mod precision;
#[cfg(feature = "ssr")]
mod prerender;
mod query;
mod random;
mod search;
mod searches;
mod service;
mod similar;
mod since;
mod text;
mod texts;
mod tidy;
mod tiny;
mod untrusted;
