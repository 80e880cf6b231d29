//! The standalone page. Trunk builds it from index.html; this file gives Trunk the real element, and does for a
//! release what Trunk 0.21 cannot: its minifier fails on the current glue.

use crate::command::{command, run, search_first};
use crate::wasm::{self, Profile};
use crate::{beside, embed, project, tools};
use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// Where the page that ships is built.
const PAGE: &str = "dist/page";

/// Trunk's pre_build hook: builds the element in Trunk's profile and puts it where index.html's `copy-dir` looks.
pub(crate) fn before_trunk() -> Result<()> {
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let profile = if release { Profile::Release } else { Profile::Dev };
    let out = embed::embed(profile)?;
    lay_out(&out, profile)
}

/// Puts the element's files where index.html's `copy-dir` looks, and makes what stands beside the program of the page.
pub(crate) fn lay_out(embed: &Path, profile: Profile) -> Result<()> {
    beside::build(profile)?;
    project::replace_dir(&embed.join("embed"), Path::new("target/embed/site"))
}

/// The page as it ships. `lay_out` must have run before.
pub(crate) fn release() -> Result<()> {
    let mut trunk = tools::trunk()?;
    search_first(&mut trunk, &tools::wasm_bindgen()?)?;
    // A separate configuration without hooks: cargo in a hook would inherit the release's environment and rebuild
    // this tool with it.
    trunk.args(["--config", "xtask/Trunk.toml", "build", "--dist"]).arg(project::root().join(PAGE));
    wasm::for_size(&mut trunk);
    run(&mut trunk)?;

    for (program, glue) in [(only("_bg.wasm")?, only(".js")?), (own("kit_bg.wasm"), own("kit.js"))] {
        wasm::optimise(&program)?;
        let mut minify = command(
            "xtask/node/node_modules/.bin/esbuild --minify --format=esm --target=es2022 --log-level=warning --allow-overwrite",
        );
        run(minify.arg(format!("--outfile={}", glue.display())).arg(&glue))?;
    }
    rename(&only(".js")?)?;
    run(command("node page/build.mjs --service-worker").arg(PAGE))
}

/// Names program and glue by what they are now. Trunk has named them by the hash of what the compiler wrote, which contains the paths of
/// this machine: the same page would have other names elsewhere.
fn rename(glue: &Path) -> Result<()> {
    let program = only("_bg.wasm")?;
    let old = glue.file_stem().context("a name")?.to_string_lossy().into_owned();
    let text = fs::read_to_string(glue)?;
    let hash = Sha256::new().chain_update(fs::read(&program)?).chain_update(text.replace(&old, "page")).finalize();
    let hash: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let new = format!("page-{hash}");
    let index = Path::new(PAGE).join("index.html");
    let html = fs::read_to_string(&index)?;
    ensure!(html.contains(&old), "{} does not name {old}", index.display());
    fs::write(&index, html.replace(&old, &new))?;
    fs::remove_file(glue)?;
    fs::write(Path::new(PAGE).join(format!("{new}.js")), text.replace(&old, &new))?;
    Ok(fs::rename(program, Path::new(PAGE).join(format!("{new}_bg.wasm")))?)
}

/// A file of the page that has no hash in its name.
fn own(name: &str) -> PathBuf {
    Path::new(PAGE).join(name)
}

/// The only file of the page itself, not of the element, with this ending.
fn only(ending: &str) -> Result<PathBuf> {
    let files = fs::read_dir(PAGE)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    let is_own = |path: &&PathBuf| path.to_string_lossy().starts_with("dist/page/page-");
    let mut found = files.iter().filter(is_own).filter(|path| path.to_string_lossy().ends_with(ending));
    let (Some(file), None) = (found.next(), found.next()) else {
        bail!("expected one page-*{ending} in {PAGE}: {files:?}");
    };
    Ok(file.clone())
}
