//! All that can be tested without a browser.

mod catalog;
mod data;
mod filter;
mod oracle;
mod order;
mod search;
mod text;
mod tiny;
