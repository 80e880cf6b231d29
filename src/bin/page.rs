//! What the custom element loads.
fn main() {}
