//! The applications in examples/, built with what the project's own files install: cargo, and wasm-bindgen of the lock file. They are a
//! workspace of their own, which shares what is compiled with the project.

use crate::command::{command, run};
use crate::tools;
use anyhow::{Context, Result};
use std::fs;

const BUILD: &str = "cargo build --locked --manifest-path examples/Cargo.toml --target-dir target";

/// Builds both into target/examples: for each its program with glue as `app.js` and `app_bg.wasm`, and the server of one.
pub(crate) fn build() -> Result<()> {
    tools::wasm_target()?;
    run(&mut command(&format!("{BUILD} --package axum-example --features ssr")))?;
    fs::create_dir_all("target/examples/axum")?;
    fs::copy("target/debug/axum-example", "target/examples/axum/server").context("no server was built")?;
    for (what, program, directory) in [
        ("csr-example --bins", "csr-example", "csr"),
        ("axum-example --lib --features hydrate", "axum_example", "axum/pkg"),
    ] {
        run(&mut command(&format!("{BUILD} --target wasm32-unknown-unknown --package {what}")))?;
        let mut bindgen = tools::program(&tools::wasm_bindgen()?.join("wasm-bindgen"));
        bindgen.args(["--target", "web", "--no-typescript", "--out-name", "app", "--out-dir"]);
        bindgen.arg(format!("target/examples/{directory}"));
        run(bindgen.arg(format!("target/wasm32-unknown-unknown/debug/{program}.wasm")))?;
    }
    Ok(())
}
