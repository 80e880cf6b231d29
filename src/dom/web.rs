//! Elements of a page.

mod arranged;
mod before;
mod content;
mod element;
mod in_sight;
mod pieces;
mod shape;
mod style;

pub use arranged::Arranged;
pub use before::{Before, is_hydrating};
pub(super) use content::Content;
pub use element::{Element, Event, Listener};
pub use in_sight::InSight;
pub use style::adopt_style;

/// Whether the state can change here.
pub const IS_LIVE: bool = true;
