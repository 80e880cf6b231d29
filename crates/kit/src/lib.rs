//! What an author pastes into a page: from the options of the element and the name of a host to the texts, with the files they need, the
//! content security policy, and what it costs in bytes. The configurator of the page and the subcommand `snippet` both print this.
//!
//! The options are those of `sandbox_explorer::options`, the tokens those of `style/tokens.css`, and the texts the snippets of
//! `npm/snippets`: nothing here repeats them. A snippet is a working example; [`text`] puts the author's attributes and list in
//! place of the example's.
//!
//! ```
//! use sandbox_explorer_kit::{Choice, Files, host, text};
//!
//! let mut choice = Choice::default();
//! choice.set("scope", "part=4").unwrap();
//! let pieces = text(&choice, host("hugo").unwrap(), &Files::default(), sandbox_explorer::Lang::En);
//! assert!(pieces.last().unwrap().text.starts_with("{{< sandbox-explorer scope=\"part=4\" >}}\n"));
//! ```
//!
//! An internal crate of Sandbox Explorer.

mod choice;
mod contrast;
mod cost;
mod files;
mod host;
mod hosts;
mod inside;
mod link;
mod notice;
mod policy;
mod preload;
mod state;
mod style;
mod syntax;
mod text;
pub mod words;

pub use choice::{Choice, known};
pub use contrast::{Contrast, Ground, contrasts, hex, plain_hex, with_colour};
pub use cost::{Cost, When, cost, files_of};
pub use files::{Files, Shipped};
pub use host::{Host, host};
pub use hosts::HOSTS;
pub use inside::n_projects;
pub use link::Link;
pub use notice::{Notice, notices};
pub use policy::{origin, policy};
pub use state::{Backdrop, State, WIDTHS};
pub use style::is_length;
pub use text::{Piece, Place, text};
