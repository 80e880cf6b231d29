//! Tools that the build needs besides cargo. Each is looked for first, and installed only when a command needs it: targets by
//! rustup, wasm-bindgen, Trunk and geckodriver by cargo, Node's tools by npm, browsers by apt-get. Every download is a package
//! of a registry. Versions are pinned: here, in Cargo.lock, or in xtask/node/package-lock.json.

use crate::command::{command, duration, on_path, read, run};
use crate::project;
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// 0.22 needs a newer rustc than 1.95, and 0.21.14 does everything we need.
const TRUNK: &str = "0.21.14";
/// Can read the output of the linker of Rust 1.95.
const WASM_SPLIT: &str = "0.2.4";
/// Drives Firefox 115 and later.
const GECKODRIVER: &str = "0.37.1";
const CARGO_DENY: &str = "0.20.2";
const NODE_AT_LEAST: u32 = 20;

/// The prebuilt standard library for wasm32.
pub(crate) fn wasm_target() -> Result<()> {
    if sysroot()?.join("lib/rustlib/wasm32-unknown-unknown/lib").is_dir() {
        return Ok(());
    }
    rustup("target add wasm32-unknown-unknown")
}

/// clippy or rustfmt.
pub(crate) fn component(name: &str, program: &str) -> Result<()> {
    // Not on the PATH: rustup's proxies are there even if the component is not.
    if sysroot()?.join("bin").join(program).is_file() {
        return Ok(());
    }
    rustup(&format!("component add {name}"))
}

/// Whether the source of the standard library is there or could be downloaded. Without it, releases use the prebuilt one: the
/// same program, about 15 % larger.
pub(crate) fn rust_source() -> bool {
    let there = || sysroot().is_ok_and(|root| root.join("lib/rustlib/src/rust/library/Cargo.lock").is_file());
    if there() || rustup("component add rust-src").is_ok() && there() {
        return true;
    }
    println!("note: no rust-src, so the release uses the ready-made standard library and will be larger");
    false
}

/// The source of the standard library, if releases are built from it.
pub(crate) fn library_source() -> Result<Option<PathBuf>> {
    Ok(if rust_source() { Some(sysroot()?.join("lib/rustlib/src/rust/library")) } else { None })
}

/// The directory with wasm-bindgen and its test runner, in exactly the version of the crate.
pub(crate) fn wasm_bindgen() -> Result<PathBuf> {
    // Without --locked: the crate comes without a lock file. Optimised a little: it reads large debug builds.
    installed("wasm-bindgen-cli", "wasm-bindgen", &project::version("wasm-bindgen")?, "1", "")
}

/// wasm-split-cli, which splits a chunk off a program.
pub(crate) fn wasm_split() -> Result<Command> {
    let name = "wasm-split-cli";
    let bin = installed("wasm_split_cli_support", name, WASM_SPLIT, "1", "--features build-binary")?;
    Ok(program(&bin.join(name)))
}

pub(crate) fn trunk() -> Result<Command> {
    // Its default features are for downloads, and would be half of the code to compile.
    Ok(program(&installed("trunk", "trunk", TRUNK, "0", "--locked --no-default-features")?.join("trunk")))
}

pub(crate) fn cargo_deny() -> Result<Command> {
    let name = "cargo-deny";
    Ok(program(&installed(name, name, CARGO_DENY, "1", "--locked")?.join(name)))
}

/// A program by its path, which may contain spaces.
pub(crate) fn program(path: &Path) -> Command {
    let mut program = Command::new(path);
    program.env("CARGO_TARGET_DIR", project::root().join("target"));
    program
}

/// The directory of a program in exactly this version: on the `PATH` or in target/tools, where it is built if need be.
fn installed(package: &str, program: &str, version: &str, opt_level: &str, flags: &str) -> Result<PathBuf> {
    let tools = project::root().join("target/tools");
    let root = tools.join(format!("{program}-{version}"));
    let bin = root.join("bin");
    // Not every program can report its version; the name of this directory contains it.
    if bin.join(program).is_file() {
        return Ok(bin);
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    if let Some(directory) = std::env::split_paths(&path).find(|it| is_version(&it.join(program), version)) {
        return Ok(directory);
    }

    println!("{package} {version} not found; building it once in target/tools (3 to 6 minutes on two cores)");
    let start = Instant::now();
    let mut install = command(&format!("cargo install {package} --version ={version} {flags}"));
    install.arg("--root").arg(&root).arg("--target-dir").arg(tools.join("build"));
    // Not the project's root: its .cargo/config.toml must not apply to the tools.
    install.current_dir(project::root().parent().unwrap_or(project::root()));
    // The tools run for seconds, so they are built for fast compilation, not for speed.
    for (key, value) in [("OPT_LEVEL", opt_level), ("LTO", "off"), ("CODEGEN_UNITS", "16"), ("DEBUG", "0")] {
        install.env(format!("CARGO_PROFILE_RELEASE_{key}"), value);
    }
    run(install.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS"))?;
    println!("{package} {version} took {}", duration(start.elapsed()));
    Ok(bin)
}

/// Whether this program exists and reports this version.
fn is_version(program: &Path, version: &str) -> bool {
    program.is_file()
        && Command::new(program)
            .arg("--version")
            .output()
            .is_ok_and(|output| String::from_utf8_lossy(&output.stdout).split_whitespace().any(|word| word == version))
}

/// Node itself and the packages of xtask/node.
pub(crate) fn node() -> Result<()> {
    let needed = || format!("Node.js {NODE_AT_LEAST} or later is needed; install it (nodejs and npm) and try again");
    let version = read(&mut command("node --version")).with_context(needed)?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    ensure!(major.is_some_and(|major| major >= NODE_AT_LEAST), "{}; this is {}", needed(), version.trim());

    let modified = |file: &str| Path::new(file).metadata().and_then(|metadata| metadata.modified()).ok();
    let done = modified("xtask/node/node_modules/.package-lock.json");
    if done.is_some() && done >= modified("xtask/node/package-lock.json") {
        return Ok(());
    }
    ensure!(on_path(&["npm"]), "npm is needed beside Node.js; install it and try again");
    run(command("npm ci --no-audit --no-fund").current_dir("xtask/node"))
}

/// Chromium and its driver, and a font for Chinese.
pub(crate) fn chromium() -> Result<()> {
    let programs = ["chromium", "chromedriver"];
    let has_chinese_font = || read(&mut command("fc-list :lang=zh")).is_ok_and(|fonts| !fonts.trim().is_empty());
    if !on_path(&programs) || !has_chinese_font() {
        debian(&programs, "chromium chromium-driver fonts-noto-cjk")?;
    }
    if !has_chinese_font() {
        println!("note: no font for Chinese, so pictures of it will be empty boxes; on Debian: fonts-noto-cjk");
    }
    Ok(())
}

/// Firefox, and the directory with its driver, which Debian does not package.
pub(crate) fn firefox() -> Result<PathBuf> {
    let programs = ["firefox-esr"];
    if !on_path(&programs) {
        debian(&programs, "firefox-esr")?;
    }
    installed("geckodriver", "geckodriver", GECKODRIVER, "0", "--locked")
}

/// WebKitGTK, its driver, a virtual display, and a daemon that provides desktop settings.
pub(crate) fn webkit() -> Result<()> {
    let programs = ["WebKitWebDriver", "Xvfb", "xsettingsd"];
    // WebKitGTK only recommends glib-networking: without it, WebKitGTK sends no encrypted requests, so the tests could not detect any.
    if on_path(&programs) { Ok(()) } else { debian(&programs, "webkit2gtk-driver xvfb xsettingsd glib-networking") }
}

/// Makes sure that these programs are installed; installs the Debian packages if possible.
fn debian(programs: &[&str], packages: &str) -> Result<()> {
    let is_root = read(&mut command("id -u")).is_ok_and(|id| id.trim() == "0");
    if is_root && on_path(&["apt-get"]) {
        let apt = |words: &str| run(command(words).env("DEBIAN_FRONTEND", "noninteractive"));
        let install = format!("apt-get -qq install --yes --no-install-recommends {packages}");
        if let Err(error) = apt("apt-get -qq update").and_then(|()| apt(&install)) {
            println!("note: {error:#}");
        }
    }
    let needed = programs.join(", ");
    ensure!(on_path(programs), "{needed} are needed; on Debian: sudo apt-get install {packages}");
    Ok(())
}

fn rustup(words: &str) -> Result<()> {
    ensure!(
        on_path(&["rustup"]),
        "`rustup {words}` is needed, and rustup is not on the PATH; install it and try again"
    );
    run(&mut command(&format!("rustup {words}")))
}

fn sysroot() -> Result<PathBuf> {
    Ok(PathBuf::from(read(&mut command("rustc --print sysroot"))?.trim()))
}
