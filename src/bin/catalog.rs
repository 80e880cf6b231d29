//! Prints the catalog as JSON, the format that the `src` attribute reads: `cargo run --bin catalog > catalog.json`. With `--features`,
//! the packed text of the features, which the element loads after its first view.

use std::io::{self, Write};

fn main() -> io::Result<()> {
    let features = std::env::args().nth(1).is_some_and(|argument| argument == "--features");
    let json: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.json"));
    io::stdout().write_all(if features { sandbox_explorer::data::FEATURES.as_bytes() } else { json })
}
