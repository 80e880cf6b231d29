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
