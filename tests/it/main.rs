//! All that can be tested without a browser.

mod catalog;
mod citation;
mod data;
mod fallback;
mod filter;
mod fragment;
#[cfg(feature = "ssr")]
mod html;
mod i18n;
mod options;
mod oracle;
mod order;
#[cfg(feature = "ssr")]
mod prerender;
mod query;
mod search;
mod similar;
mod text;
mod tidy;
mod tiny;
mod untrusted;
