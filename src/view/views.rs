//! The views, one per file, and what they share.

pub(crate) mod bar;
pub(crate) mod cards;
pub(crate) mod insights;
pub(crate) mod lazy_list;
pub(crate) mod section;
pub(crate) mod statements;
pub(crate) mod table;
pub(crate) mod timeline;
