//! From Rust to WebAssembly: the programs that run in a browser, compiled in one build, and the optimisation of a release.

use crate::command::{cargo, command, run};
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

    /// cargo's name for the directory.
    fn directory(self) -> &'static str {
        match self {
            Profile::Dev => "debug",
            Profile::Release => "release",
        }
    }
}

/// Builds the programs of the element and of the page. Always all, with exactly the arguments that Trunk will use: cargo then
/// compiles shared crates once, links the programs in parallel, and has nothing left to do when Trunk asks.
pub(crate) fn build(profile: Profile) -> Result<()> {
    tools::wasm_target()?;
    let mut build = cargo("build");
    build.args([
        "--target",
        "wasm32-unknown-unknown",
        "--features",
        "csr",
        "--bin",
        "embed",
        "--bin",
        "reader",
        "--bin",
        "page",
    ]);
    if profile == Profile::Release {
        build.arg("--release");
        for_size(&mut build);
    }
    run(&mut build)
}

/// Sets the environment in which cargo also rebuilds the standard library, for size and with panics that abort: 14 % fewer
/// bytes to download. All of this is still unstable, hence RUSTC_BOOTSTRAP. Trunk gets the same environment, because any other
/// would recompile everything.
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

/// The file that cargo has built for a program.
pub(crate) fn built(program: &str, profile: Profile) -> PathBuf {
    project::target().join(format!("wasm32-unknown-unknown/{}/{program}.wasm", profile.directory()))
}

/// The programs of the element, and the names of their glue. The first one is the explorer.
const PROGRAMS: [(&str, &str); 2] = [("embed", "core"), ("reader", "reader")];

/// The program that is split in two.
const SPLIT: &str = "embed";

/// Runs wasm-bindgen and, for a release, the optimiser on the programs of the element; the directory then contains `core.js`,
/// `core_bg.wasm` and so on, and nothing else. Returns the explorer's program.
pub(crate) fn bindgen(profile: Profile, directory: &Path, keep_names: bool) -> Result<PathBuf> {
    match fs::remove_dir_all(directory) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(error).with_context(|| format!("cannot empty {}", directory.display()));
        }
        _ => {}
    }
    for (program, name) in PROGRAMS {
        let mut input = built(program, profile);
        let is_split = profile == Profile::Release && program == SPLIT;
        if is_split {
            input = split(&input, &directory.join(format!("{name}_later.wasm")), keep_names)?;
        }
        let mut bindgen = command(tools::wasm_bindgen()?.join("wasm-bindgen"));
        bindgen.args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"]).arg(directory);
        if profile == Profile::Release && !keep_names {
            bindgen.args(["--remove-name-section", "--remove-producers-section"]);
        }
        if is_split {
            // The chunk shares these exports with its program, among them the function table.
            bindgen.arg("--keep-lld-exports");
        }
        run(bindgen.arg(input))?;
        if profile == Profile::Release {
            optimise(&directory.join(format!("{name}_bg.wasm")), keep_names)?;
        }
    }
    Ok(directory.join("core_bg.wasm"))
}

/// Splits off the code that only the exports of the chunk reach (`bin/embed`), writes it to `chunk`, and returns the rest.
fn split(program: &Path, chunk: &Path, keep_names: bool) -> Result<PathBuf> {
    let parts = project::target().join("split");
    fs::create_dir_all(&parts)?;
    run(command(tools::wasm_split()?.join("wasm-split-cli")).arg(program).arg(&parts))?;
    if let Some(directory) = chunk.parent() {
        fs::create_dir_all(directory)?;
    }
    fs::copy(parts.join("split_later.wasm"), chunk).context("no chunk was cut off")?;
    optimise(chunk, keep_names)?;
    Ok(parts.join("main.wasm"))
}

/// Runs Binaryen's wasm-opt, from npm, on a file. No feature flags: the file lists the features it uses, and the output of
/// `--all-features` is rejected by browsers.
pub(crate) fn optimise(file: &Path, keep_names: bool) -> Result<()> {
    tools::node()?;
    let mut optimise = tools::node_program("wasm-opt");
    optimise.arg("-Oz");
    if keep_names {
        optimise.arg("-g");
    } else {
        // Sections that only tools read.
        optimise.args(["--strip-debug", "--strip-producers", "--strip-target-features"]);
    }
    run(optimise.arg(file).arg("-o").arg(file))
}
