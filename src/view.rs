//! The parts of the explorer, one per file; each has its style file of the same name in `style/`.
//!
//! A part is a function of the state that returns an [`Element`](crate::dom::Element); its dynamic attributes, texts and
//! children are marked as such ([`live`]). The explorer is rebuilt when the language changes, so parts take a plain
//! [`Lang`](crate::i18n::Lang) and most texts need no effect.

mod controls;
mod explorer;
pub mod later;
mod live;
mod prerendered;
mod project;
pub mod service;
mod views;

pub use explorer::{explorer, first_view};
