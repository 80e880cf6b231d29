//! The standalone page.
