//! From Rust to WebAssembly: the two programs that run in a browser, built in one go, and what makes a release small.

use crate::command::{cargo, run};
use crate::{project, tools};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    Dev,
    Release,
}

impl Profile {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Profile::Dev => "dev",
            Profile::Release => "release",
        }
    }

    /// What cargo calls the directory.
    fn directory(self) -> &'static str {
        match self {
            Profile::Dev => "debug",
            Profile::Release => "release",
        }
    }
}

/// Builds the element's program and the page's. Always both, with the very arguments that Trunk will use: cargo then
/// compiles what they share once, links them side by side, and has nothing left to do when Trunk asks.
pub(crate) fn build(profile: Profile) -> Result<()> {
    tools::wasm_target()?;
    let mut build = cargo("build");
    build.args(["--target", "wasm32-unknown-unknown", "--features", "csr", "--bin", "embed", "--bin", "page"]);
    if profile == Profile::Release {
        build.arg("--release");
        for_size(&mut build);
    }
    run(&mut build)
}

/// Sets the environment in which cargo also rebuilds the standard library, for size and with panics that just stop:
/// 14 % fewer bytes on the wire. All of it is still unstable, hence RUSTC_BOOTSTRAP. Trunk gets the same environment,
/// as any other would make it compile everything again.
pub(crate) fn for_size(command: &mut Command) {
    if !tools::rust_source() {
        return;
    }
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env("RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort");
}

/// What cargo made of a program.
pub(crate) fn built(program: &str, profile: Profile) -> PathBuf {
    project::target().join(format!("wasm32-unknown-unknown/{}/{program}.wasm", profile.directory()))
}

/// Runs wasm-bindgen on the element's program: `core.js` and `core_bg.wasm`, alone in the directory.
pub(crate) fn bindgen(profile: Profile, directory: &Path, keep_names: bool) -> Result<()> {
    match fs::remove_dir_all(directory) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(error).with_context(|| format!("cannot empty {}", directory.display()));
        }
        _ => {}
    }
    let mut bindgen = crate::command::command(tools::wasm_bindgen()?.join("wasm-bindgen"));
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "core", "--out-dir"]).arg(directory);
    if profile == Profile::Release && !keep_names {
        bindgen.args(["--remove-name-section", "--remove-producers-section"]);
    }
    run(bindgen.arg(built("embed", profile)))
}

/// Runs Binaryen's wasm-opt, from npm, on a file. No feature flags: the file says itself which it uses, and
/// `--all-features` makes output that browsers refuse.
pub(crate) fn optimise(file: &Path, keep_names: bool) -> Result<()> {
    tools::node()?;
    let mut optimise = tools::node_program("wasm-opt");
    optimise.arg("-Oz");
    if keep_names {
        optimise.arg("-g");
    } else {
        // Sections that only tools read.
        optimise.args(["--strip-producers", "--strip-target-features"]);
    }
    run(optimise.arg(file).arg("-o").arg(file))
}
