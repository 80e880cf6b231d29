//! Keeps `data/` up to date: compares it with the CNCF landscape and with the TOC's table, and writes the accepted
//! differences.
//!
//! The library takes and returns texts; the program reads and writes files and fetches addresses. [`field`] is the table of
//! the compared fields.

pub mod apply;
pub mod catalog;
pub mod compare;
mod dispute;
pub mod field;
pub mod landscape;
mod listed;
mod note;
pub mod same;
pub mod select;
pub mod table;
pub mod toc;
