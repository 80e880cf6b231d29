//! Prints the catalog as JSON, the form that the `src` attribute takes: `cargo run --bin catalog > catalog.json`.

use std::io::{self, Write};

fn main() -> io::Result<()> {
    io::stdout().write_all(include_bytes!(concat!(env!("OUT_DIR"), "/catalog.json")))
}
