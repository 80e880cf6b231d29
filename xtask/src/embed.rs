//! Builds the element: program, glue, optimiser, and npm/build.mjs, which adds the hand-written JavaScript and the
//! style. The result is in target/embed/<profile>; nothing ships from there (see dist.rs).

use crate::command::{command, explorer, read, run};
use crate::wasm::{self, Profile};
use crate::{project, tools};
use anyhow::Result;
use std::fs;
use std::path::PathBuf;

/// Builds the element and returns the directory with `embed/` (the files to copy) and `npm/package/` in it.
pub(crate) fn embed(profile: Profile) -> Result<PathBuf> {
    tools::node()?;
    wasm::build(profile)?;
    let out = project::target().join("embed").join(profile.name());
    let bindgen = out.join("bindgen");
    wasm::bindgen(profile, &bindgen, false)?;
    let features = out.join("features.txt");
    fs::write(&features, read(&mut explorer(&["catalog", "--features"]))?)?;
    let mut assemble = command("node");
    assemble.arg("npm/build.mjs").arg("--bindgen").arg(&bindgen);
    assemble.arg("--features").arg(&features);
    assemble.args(["--style", "style/index.css", "--version", &project::version()?, "--out"]).arg(&out);
    if profile == Profile::Dev {
        assemble.arg("--dev");
    }
    run(&mut assemble)?;
    Ok(out)
}
