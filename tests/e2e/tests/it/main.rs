//! What is shipped, in an engine of the three, through one visitor. The files are named after what they try.

mod accessible;
mod attributes;
mod bundlers;
mod cards;
mod chips;
mod details;
mod empty;
mod events;
mod facets;
mod failure;
mod keyboard;
mod language;
mod layout;
mod lazy;
mod life;
mod page;
mod policy;
mod search;
mod sort;
mod tabs;
mod theme;
mod url;
