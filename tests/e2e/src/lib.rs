//! What drives the shipped files in Chromium, for the tests (`tests/it`), the bench and the camera (`src/bin`).
//!
//! From the wire up: [`driver`] speaks WebDriver, [`browser`] is a browser with a window, a console and a network,
//! [`server`] hands out files and can be made to fail, [`site`] knows what is shipped and the page it is tried on,
//! and [`visitor`] is someone who reads that page: the only one that tests talk to.

pub mod browser;
pub mod catalog;
pub mod driver;
pub mod server;
pub mod site;
pub mod visitor;
pub mod wait;
