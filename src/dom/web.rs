//! Elements of a page.

mod arranged;
mod before;
mod content;
mod element;
mod event;
mod image;
mod long_list;
mod pieces;
mod rendered;
mod shape;
mod style;
mod template;
mod visibility_observer;

pub use arranged::{Arranged, expect_long_lists};
pub use before::{Before, is_hydrating};
pub(super) use content::Content;
pub use element::{Element, Listener};
pub use event::Event;
pub use style::adopt_style;
pub use template::Template;
pub use visibility_observer::VisibilityObserver;

/// Whether the state can change here.
pub const IS_LIVE: bool = true;
