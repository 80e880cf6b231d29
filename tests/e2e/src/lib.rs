//! Drives the shipped files in a browser, for the tests (`tests/it`), the benchmark and the screenshots (`src/bin`).
//!
//! From the wire up: [`driver`] speaks WebDriver, [`engine`] knows the engines and what each does beyond that,
//! [`browser`] is a browser with a window, a console and a network, [`elsewhere`] is every server but ours, [`server`] hands out files and can be made to fail, [`site`] knows what is shipped and the page it is tried on,
//! and [`visitor`] is someone who reads that page: the only one that tests talk to.

pub mod browser;
pub mod catalog;
pub mod driver;
pub mod elsewhere;
pub mod engine;
pub mod server;
pub mod site;
pub mod visitor;
pub mod wait;
