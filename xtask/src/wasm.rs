//! From Rust to WebAssembly: the programs that run in a browser, compiled in one build, and the optimisation of a release.

use crate::command::{command, run};
use crate::tools;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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

    /// Where cargo puts the programs.
    fn directory(self) -> &'static Path {
        Path::new(match self {
            Profile::Dev => "target/wasm32-unknown-unknown/debug",
            Profile::Release => "target/wasm32-unknown-unknown/release",
        })
    }
}

/// Builds the programs of the element and of the page. Always all, with exactly the arguments that Trunk will use: cargo then
/// compiles shared crates once, links the programs in parallel, and has nothing left to do when Trunk asks.
pub(crate) fn build(profile: Profile) -> Result<()> {
    tools::wasm_target()?;
    let mut build = command(
        "cargo build --target wasm32-unknown-unknown --package sandbox-explorer --package sandbox-explorer-page \
         --features sandbox-explorer/programs --bin embed --bin page --bin kit",
    );
    if profile == Profile::Release {
        build.arg("--release");
        for_size(&mut build);
    }
    run(&mut build)
}

/// Builds the program of the page's worker, and returns the directory with `worker.js` and `worker_bg.wasm`. By itself: in one build with the
/// others, its features of shared crates would be theirs as well.
pub(crate) fn worker(profile: Profile) -> Result<PathBuf> {
    let mut build =
        command("cargo build --target wasm32-unknown-unknown --package sandbox-explorer-worker --bin worker");
    if profile == Profile::Release {
        build.arg("--release");
        for_size(&mut build);
    }
    run(&mut build)?;
    let directory = Path::new("target/embed").join(profile.name()).join("worker");
    fs::create_dir_all(&directory)?;
    let mut bindgen = tools::program(&tools::wasm_bindgen()?.join("wasm-bindgen"));
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "worker", "--out-dir"]).arg(&directory);
    if profile == Profile::Release {
        bindgen.args(["--remove-name-section", "--remove-producers-section"]);
    }
    run(bindgen.arg(profile.directory().join("worker.wasm")))?;
    if profile == Profile::Release {
        optimise(&directory.join("worker_bg.wasm"))?;
    }
    Ok(directory)
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

/// Runs wasm-bindgen and, for a release, the splitter and the optimiser on the program of the element; the directory then contains `core.js`,
/// `core_bg.wasm` and, of a release, the chunks `core_later.wasm`, `core_reader.wasm` and `core_service.wasm`, and pieces such as
/// `core_shared_later_reader.wasm` with the code that they share; and nothing else.
pub(crate) fn bindgen(profile: Profile, directory: &Path) -> Result<()> {
    if directory.exists() {
        fs::remove_dir_all(directory).with_context(|| format!("cannot empty {}", directory.display()))?;
    }
    fs::create_dir_all(directory)?;
    let is_release = profile == Profile::Release;
    let mut input = profile.directory().join("embed.wasm");
    let mut bindgen = tools::program(&tools::wasm_bindgen()?.join("wasm-bindgen"));
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "core", "--out-dir"]).arg(directory);
    if is_release {
        input = split(&input, directory)?;
        // The chunks share exports with their program, among them the function table.
        // The optimiser orders functions by their names, and drops these.
        bindgen.args(["--remove-producers-section", "--keep-lld-exports"]);
    }
    run(bindgen.arg(input))?;
    if is_release {
        optimise(&directory.join("core_bg.wasm"))?;
    }
    Ok(())
}

/// Splits off the code that only the exports of a chunk reach (`bin/embed`), writes the chunks to `directory`, and returns the rest.
fn split(program: &Path, directory: &Path) -> Result<PathBuf> {
    let out = Path::new("target/split");
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    fs::create_dir_all(out)?;
    run(tools::wasm_split()?.arg(program).arg(out))?;
    for name in ["later", "reader", "service"] {
        let chunk = directory.join(format!("core_{name}.wasm"));
        fs::copy(out.join(format!("split_{name}.wasm")), &chunk)
            .with_context(|| format!("no chunk {name} was cut off"))?;
        optimise(&chunk)?;
    }
    // What several chunks need and the program does not: a piece for each set of chunks. The splitter names the set in a comment before it;
    // npm/build.mjs puts the pieces into chunks.
    let loads = fs::read_to_string(out.join("__wasm_split.js"))?;
    let mut n_pieces = 0;
    for line in loads.lines() {
        let Some(chunks) = line.strip_prefix("/* ").and_then(|line| line.strip_suffix(" */")) else { continue };
        let next = loads.split_once(line).and_then(|(_, rest)| rest.trim_start().strip_prefix("const __chunk_"));
        let Some((number, _)) = next.and_then(|next| next.split_once(' ')) else { continue };
        let piece = directory.join(format!("core_shared_{}.wasm", chunks.replace(", ", "_")));
        fs::copy(out.join(format!("chunk_{number}.wasm")), &piece)?;
        optimise(&piece)?;
        n_pieces += 1;
    }
    let n_written =
        fs::read_dir(out)?.flatten().filter(|file| file.file_name().to_string_lossy().starts_with("chunk_")).count();
    ensure!(n_pieces == n_written, "the splitter has written {n_written} shared pieces, and names {n_pieces}");
    Ok(out.join("main.wasm"))
}

/// Runs Binaryen's wasm-opt, from npm, on a file, and removes sections that only tools read. No feature flags: the file lists the
/// features it uses, and the output of `--all-features` is rejected by browsers.
///
/// Functions are put in the order of their names, so that instances of the same generic function are neighbours: compression finds what
/// they share. The flat form, twice, merges what one `-Oz` leaves. No address below 1,024 is in use, because the stack is there and
/// grows down from a megabyte.
pub(crate) fn optimise(file: &Path) -> Result<()> {
    tools::node()?;
    let order = "--reorder-functions-by-name";
    let passes = "--flatten --rereloop -Oz --flatten --rereloop -Oz -Oz --low-memory-unused";
    let strip = "--strip-debug --strip-producers --strip-target-features";
    let wasm_opt = "xtask/node/node_modules/.bin/wasm-opt";
    run(command(&format!("{wasm_opt} {order} {passes} {strip}")).arg(file).arg("-o").arg(file))
}
