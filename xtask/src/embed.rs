//! Builds the element: program, glue, optimiser, and npm/build.mjs, which adds the hand-written JavaScript and the
//! style. The result is in target/embed/<profile>; nothing ships from there (see dist.rs).

use crate::command::{EXPLORER, command, read, run};
use crate::wasm::{self, Profile};
use crate::{project, tools};
use anyhow::Result;
use std::fs;
use std::path::PathBuf;

/// Builds the element and returns the directory with `embed/` (the files to copy) and `npm/package/` in it.
pub(crate) fn embed(profile: Profile) -> Result<PathBuf> {
    tools::node()?;
    wasm::build(profile)?;
    let out = PathBuf::from("target/embed").join(profile.name());
    let bindgen = out.join("bindgen");
    wasm::bindgen(profile, &bindgen)?;
    let mut assemble = command("node npm/build.mjs --style style/index.css");
    // Texts that the program does not contain.
    for name in ["features", "chinese"] {
        let file = out.join(name).with_extension("txt");
        fs::write(&file, read(&mut command(&format!("{EXPLORER} catalog --{name}")))?)?;
        assemble.arg(format!("--{name}")).arg(file);
    }
    assemble.arg("--bindgen").arg(bindgen).arg("--out").arg(&out);
    assemble.args(["--version", &project::version("sandbox-explorer")?]);
    if profile == Profile::Dev {
        assemble.arg("--dev");
    }
    run(&mut assemble)?;
    Ok(out)
}
