//! One project: its card, its details, and everything that is shown on them.

pub(crate) mod actions;
pub(crate) mod card;
pub(crate) mod compare;
pub(crate) mod copy;
mod date;
pub(crate) mod details;
pub(crate) mod details_body;
pub(crate) mod fact;
pub(crate) mod highlight;
pub(crate) mod life_line;
pub(crate) mod link;
pub(crate) mod monogram;
pub(crate) mod note;
pub(crate) mod opener;
pub(crate) mod pick;
pub(crate) mod picks;
pub(crate) mod series;
pub(crate) mod similar;
pub(crate) mod since;
pub(crate) mod small;
pub(crate) mod sources;
pub(crate) mod step;
