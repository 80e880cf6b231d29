//! The standalone page. Trunk builds it from index.html; this file gives Trunk the real element, and does for a
//! release what Trunk 0.21 cannot: its minifier fails on the current glue.

use crate::command::{command, run, search_first};
use crate::wasm::{self, Profile};
use crate::{embed, project, tools};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// Trunk's pre_build hook: builds the element in Trunk's profile and puts it where index.html's `copy-dir` looks.
pub(crate) fn before_trunk() -> Result<()> {
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let out = embed::embed(if release { Profile::Release } else { Profile::Dev })?;
    lay_out(&out)
}

/// Puts the element's files where index.html's `copy-dir` looks.
pub(crate) fn lay_out(embed: &Path) -> Result<()> {
    project::replace_dir(&embed.join("embed"), &project::target().join("embed/site"))
}

/// The page as it ships. `lay_out` must have run before.
pub(crate) fn release(into: &Path) -> Result<()> {
    let mut trunk = command(tools::trunk()?.join("trunk"));
    search_first(&mut trunk, &[&tools::wasm_bindgen()?])?;
    // A separate configuration without hooks: cargo in a hook would inherit the release's environment and rebuild
    // this tool with it.
    trunk.args(["--config", "xtask/Trunk.toml", "build", "--dist"]).arg(into);
    trunk.env("CARGO_TARGET_DIR", project::target());
    wasm::for_size(&mut trunk);
    run(&mut trunk)?;

    let program = only(into, "_bg.wasm")?;
    wasm::optimise(&program, false)?;
    let glue = only(into, ".js")?;
    run(tools::node_program("esbuild")
        .args(["--minify", "--format=esm", "--target=es2022", "--log-level=warning", "--allow-overwrite"])
        .arg(format!("--outfile={}", glue.display()))
        .arg(&glue))
}

/// The only file with this ending in the directory itself, which is the page's own.
fn only(directory: &Path, ending: &str) -> Result<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(directory)
        .with_context(|| format!("cannot read {}", directory.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    found.retain(|path| {
        path.file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.starts_with("page-") && name.ends_with(ending))
    });
    ensure!(found.len() == 1, "expected one page-*{ending} in {}, found {}", directory.display(), found.len());
    Ok(found.remove(0))
}
