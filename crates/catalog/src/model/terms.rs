//! What a catalog says about itself.

use super::{Label, Text};

/// The words and facets of a catalog. What is blank is chosen by the explorer, in neutral words.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Terms {
    /// Its title.
    pub title: Label,
    /// One or two sentences about it.
    pub about: Text,
    /// What one of its items is called.
    pub one: Label,
    /// What several of its items are called.
    pub many: Label,
    /// What `accepted` means there.
    pub accepted: Label,
    /// The facet of the tabs: its key.
    pub tabs: &'static str,
    /// The facets, by their keys, in order.
    pub facets: &'static [&'static str],
    /// How many entries could not be read.
    pub lost: u32,
}
