//! The one door to the browser: the page's URL, language and colours, focus, time to paint. Off the web it has a silent twin
//! of the same shape, so that nothing else asks which platform it runs on.

#[cfg(feature = "csr")]
mod web;
#[cfg(feature = "csr")]
pub use web::*;

#[cfg(not(feature = "csr"))]
mod silent;
#[cfg(not(feature = "csr"))]
pub use silent::*;

/// A link of the page to one of its own posts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Series {
    /// What it is about: `project` or `part`.
    pub about: &'static str,
    /// The id of the project, or the slug of the part.
    pub slug: String,
    /// Its address, http or https.
    pub href: String,
    /// Its text.
    pub text: String,
}

/// Colours as they turned out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Scheme {
    /// `light`, `dark`, or empty: whatever the page has.
    pub color_scheme: &'static str,
    /// The page shows the other scheme, so text colour and background of our own are needed to be readable.
    pub own_colours: bool,
    /// The page's own text colour could not be read on what the page paints here.
    pub own_ink: bool,
}

/// Makes what stands for items that are not made, with their names in lines: it, and in it what holds the lines.
pub type Fold = fn(&str) -> [Element; 2];

/// What a list is of.
pub struct Items {
    /// How many there can be.
    pub n_items: usize,
    /// Whether only those near the window are made.
    pub is_long: bool,
    /// About how high one is, over all of its row, in pixels.
    pub height: f64,
    /// How many the first piece of a long list has.
    pub first: usize,
    /// The box in which the list scrolls, if not with the page.
    pub scroller: Option<Element>,
    /// What an item is called.
    pub name: Box<dyn Fn(u16) -> &'static str>,
    /// The property by which style learns how high one is that is out of sight.
    pub height_property: &'static str,
    /// Makes what stands for those that are not made.
    pub fold: Fold,
    /// Makes one.
    pub make: Box<dyn Fn(u16) -> Element>,
    /// Hears that one is no more.
    pub gone: Box<dyn Fn(u16)>,
    /// Hears that others are there because the reader has come near.
    pub moved: Box<dyn Fn()>,
}
