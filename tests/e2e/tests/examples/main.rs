//! The applications in `examples/`, in a browser: the component rendered there, and printed by a server and hydrated.
//! `cargo xtask test examples` builds them.

mod csr;
mod hydration;
mod server;

use std::path::PathBuf;

use e2e::site;

/// A directory of the built examples.
#[track_caller]
fn built(name: &str) -> PathBuf {
    let directory = site::root().join("target/examples").join(name);
    assert!(directory.is_dir(), "{} is missing: cargo xtask test examples", directory.display());
    directory
}
