//! The parts of the explorer, one per file; each has its style file of the same name in `style/`.
//!
//! A part is a function of the state that returns an [`Element`](crate::browser::Element); its dynamic attributes, texts and
//! children are marked as such ([`live`]). The explorer is rebuilt when the language changes, so parts take a plain
//! [`Lang`](crate::i18n::Lang) and most texts need no effect.

mod actions;
mod announce;
mod bar;
mod card;
mod cards;
mod chips;
mod compare;
mod copy;
mod details;
mod empty;
mod explorer;
mod facets;
mod fact;
mod found;
mod insights;
pub mod later;
mod life_line;
mod link;
mod live;
mod mark;
mod opener;
mod pick;
mod picks;
mod search;
mod series;
mod shown;
mod similar;
mod since;
mod small;
mod sort;
mod statements;
mod still;
mod table;
mod tabs;
mod take;
mod timeline;
mod views;

pub use explorer::{SandboxExplorer, explorer, first_view};
