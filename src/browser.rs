//! The only access to the browser: the page's URL, language and colours, focus, paint timing. Natively, a silent module with
//! the same functions replaces it, so that no other code checks the platform.

#[cfg(feature = "csr")]
mod web;
#[cfg(feature = "csr")]
pub use web::*;

#[cfg(not(feature = "csr"))]
mod silent;
#[cfg(not(feature = "csr"))]
pub use silent::*;

/// A link in the page to one of the site's own posts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Series {
    /// What the link is about: `project` or `part`.
    pub about: &'static str,
    /// The id of the project, or the slug of the part.
    pub slug: String,
    /// Its address, http or https.
    pub href: String,
    /// Its text.
    pub text: String,
}

/// The colour scheme in use.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Scheme {
    /// `light`, `dark`, or empty to keep the page's.
    pub color_scheme: &'static str,
    /// The page has the other scheme, so the explorer needs its own text colour and background to be readable.
    pub own_colours: bool,
    /// The page's own text colour would be unreadable on its background here.
    pub own_ink: bool,
}

/// Makes the placeholder of items that are not rendered, with their names in lines: the placeholder, and the element in it
/// that contains the lines.
pub type Fold = fn(&str) -> [Element; 2];

/// The items of a list.
pub struct Items {
    /// The maximum number of items.
    pub n_items: usize,
    /// Whether only the items near the viewport are rendered.
    pub is_long: bool,
    /// The estimated height of an item, the highest in its row, in pixels.
    pub height: f64,
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
    /// Called when an item is removed.
    pub gone: Box<dyn Fn(u16)>,
    /// Called when other items are rendered because the reader has scrolled near.
    pub moved: Box<dyn Fn()>,
}
