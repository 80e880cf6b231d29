//! What the reader operates: search, tabs, facets, sort order, chips, views, sharing.

pub(crate) mod announce;
pub(crate) mod categories;
pub(crate) mod chips;
pub(crate) mod empty;
pub(crate) mod facets;
pub(crate) mod filter_field;
pub(crate) mod search;
pub(crate) mod share;
pub(crate) mod sort;
pub(crate) mod tabs;
pub(crate) mod views;
