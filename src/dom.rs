//! Elements: in a page, and as text on a server. Both have the same functions, so that views do not know where they are. Leptos renders
//! them like its own (`render`).

mod render;

#[cfg(all(feature = "web", target_arch = "wasm32"))]
mod web;
#[cfg(all(feature = "web", target_arch = "wasm32"))]
pub use web::*;

#[cfg(not(all(feature = "web", target_arch = "wasm32")))]
mod server;
#[cfg(not(all(feature = "web", target_arch = "wasm32")))]
pub use server::*;

pub use render::Rendered;

/// Makes a placeholder for items that are not rendered: the placeholder, and the element in it
/// that gets their names in lines.
pub type Fold = fn() -> [Element; 2];

/// The items of a list.
pub struct Items {
    /// The maximum number of items.
    pub n_items: usize,
    /// Whether only the items near the viewport are rendered.
    pub is_long: bool,
    /// The estimated height of an item, the highest in its row, in pixels.
    pub height: f64,
    /// The width and height that no item falls below, in pixels. `None`: the list is updated as a whole, not first what can be in the
    /// viewport.
    pub least: Option<[f64; 2]>,
    /// The number of items in the first piece of a long list.
    pub first: usize,
    /// The scroll container of the list, if it is not the page.
    pub scroller: Option<Element>,
    /// The name of an item.
    pub name: Box<dyn Fn(u16) -> &'static str>,
    /// The custom property that tells the style the height of an item outside the viewport.
    pub height_property: &'static str,
    /// Makes the placeholder for items that are not rendered.
    pub fold: Fold,
    /// Renders an item.
    pub make: Box<dyn Fn(u16) -> Element>,
    /// Makes the item of the first number that of the second one; `false`: it cannot.
    pub refill: Box<dyn Fn(u16, u16) -> bool>,
    /// Called when an item is removed.
    pub gone: Box<dyn Fn(u16)>,
    /// Called when other items are rendered because the reader has scrolled near.
    pub moved: Box<dyn Fn()>,
}
