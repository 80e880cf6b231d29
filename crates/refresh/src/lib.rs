//! Keeps `data/` true: compares it with the CNCF landscape, and with the TOC's table, and writes what is accepted.
//!
//! The library reads texts and gives texts; files and addresses are the program's. [`field`] is the table of what is compared.

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
