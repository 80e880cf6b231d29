//! The components, one per file; each has its style file of the same name in `style/`.
//!
//! The explorer is made anew when the language changes, so views take a plain [`Lang`](crate::i18n::Lang) and their texts are
//! not reactive: hundreds of text nodes then need no effect each. What must not live in a static string: under Trusted Types,
//! `view!` may not meet an element without any dynamic part (it would be made by `innerHTML`), so ours all have one.

mod card;
mod cards;
mod chips;
mod details;
mod empty;
mod explorer;
mod facets;
mod life_line;
mod link;
mod mark;
mod search;
mod sort;
mod tabs;

pub use explorer::{Explorer, SandboxExplorer};
