//! Drives the shipped files in a browser, for the tests (`tests/it`) and the screenshots (`src/bin`).
//!
//! From the wire up: [`driver`] speaks WebDriver, [`engine`] knows the engines and their extensions beyond WebDriver, [`browser`] is a
//! browser with a window, a console and a network, [`elsewhere`] is every server except ours, [`server`] serves files and can be made to
//! fail, [`site`] knows the shipped files and the test page, and [`visitor`] is a reader of that page: the only interface for tests.

pub mod browser;
pub mod catalog;
pub mod driver;
pub mod elsewhere;
pub mod engine;
pub mod server;
pub mod site;
pub mod visitor;
pub mod wait;
