//! Functions that come with a chunk: code for the catalogs of others is in the one that reads them, and no page without such a catalog loads it.

use std::sync::OnceLock;

use crate::LOADS_LANGUAGES;

/// A function that a chunk brings.
pub struct Hook<F>(OnceLock<F>);

impl<F: Copy> Hook<F> {
    /// One that is not here yet.
    #[must_use]
    pub const fn new() -> Hook<F> {
        Hook(OnceLock::new())
    }

    /// Called by the chunk: the function is here from now on.
    pub fn set(&self, function: F) {
        if LOADS_LANGUAGES {
            self.0.get_or_init(|| function);
        }
    }

    /// The function, if it is here. `own` is called where everything is contained; the element does not contain it by this.
    #[inline(always)]
    pub fn get(&self, own: F) -> Option<F> {
        if LOADS_LANGUAGES { self.0.get().copied() } else { Some(own) }
    }
}

impl<F: Copy> Default for Hook<F> {
    fn default() -> Hook<F> {
        Hook::new()
    }
}
