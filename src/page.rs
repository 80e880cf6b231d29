//! The only access to the browser besides elements (`dom`): the page's URL, language, theme, clipboard, timers. Natively, a module with
//! the same functions that return defaults and do nothing replaces it, so that no other code checks the platform.

#[cfg(all(feature = "web", target_arch = "wasm32"))]
mod web;
#[cfg(all(feature = "web", target_arch = "wasm32"))]
pub use web::*;

#[cfg(not(all(feature = "web", target_arch = "wasm32")))]
mod server;
#[cfg(not(all(feature = "web", target_arch = "wasm32")))]
pub use server::*;

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
