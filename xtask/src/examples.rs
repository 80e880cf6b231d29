//! The applications in examples/, built with what the project's own files install: cargo, and wasm-bindgen of the lock file.

use crate::command::{cargo, command, run};
use crate::{project, tools};
use anyhow::{Context, Result};
use std::fs;

/// Builds both into target/examples: for each its program with glue as `app.js` and `app_bg.wasm`, and the server of one.
pub(crate) fn build() -> Result<()> {
    tools::wasm_target()?;
    let built = project::target().join("examples");
    example(&["--package", "axum-example", "--features", "ssr"])?;
    fs::create_dir_all(built.join("axum"))?;
    fs::copy(project::target().join("debug/axum-example"), built.join("axum/server")).context("no server was built")?;
    for (package, what, program, directory) in [
        ("csr-example", &["--bins"][..], "csr-example", "csr"),
        ("axum-example", &["--lib", "--features", "hydrate"], "axum_example", "axum/pkg"),
    ] {
        example(&[&["--target", "wasm32-unknown-unknown", "--package", package], what].concat())?;
        let program = project::target().join(format!("wasm32-unknown-unknown/debug/{program}.wasm"));
        let mut bindgen = command(tools::wasm_bindgen()?.join("wasm-bindgen"));
        bindgen.args(["--target", "web", "--no-typescript", "--out-name", "app", "--out-dir"]);
        run(bindgen.arg(built.join(directory)).arg(program))?;
    }
    Ok(())
}

/// A workspace of its own, which shares what is compiled with the project.
fn example(args: &[&str]) -> Result<()> {
    let mut build = cargo("build");
    build.args(["--locked", "--manifest-path", "examples/Cargo.toml", "--target-dir"]).arg(project::target());
    run(build.args(args))
}
