//! Elements of a page.

mod arranged;
mod element;
mod pieces;
mod shape;
mod visibility_observer;

pub use arranged::Arranged;
pub use element::{Element, Event, Listener};
pub use visibility_observer::VisibilityObserver;

/// Whether the state can change here.
pub const IS_LIVE: bool = true;

/// An element as HTML text; `None` in a browser, which uses the element itself and may forbid HTML from text.
#[must_use]
pub fn html(_element: &Element) -> Option<String> {
    None
}

/// Puts an element into a place that may contain server-rendered HTML.
pub fn fill(place: &web_sys::Element, element: &Element) {
    place.set_text_content(None);
    // See `Surroundings`.
    _ = place.class_list().add_1("se-place");
    _ = place.append_child(&element.0);
}
