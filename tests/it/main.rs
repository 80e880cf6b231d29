//! All that can be tested without a browser.

mod catalog;
mod data;
