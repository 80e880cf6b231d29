//! Tools that the build needs besides cargo. Each is looked for first, and installed only when a command needs it: targets by
//! rustup, wasm-bindgen, Trunk and geckodriver by cargo, Node's tools by npm, browsers by apt-get. Every download is a package
//! of a registry. Versions are pinned: here, in Cargo.lock, or in xtask/node/package-lock.json.

use crate::command::{command, duration, on_path, read, run};
use crate::project;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// 0.22 needs a newer rustc than 1.95, and 0.21.14 does everything we need.
const TRUNK: &str = "0.21.14";
/// Can read the output of the linker of Rust 1.95.
const WASM_SPLIT: &str = "0.2.4";
/// Drives Firefox 115 and later.
const GECKODRIVER: &str = "0.37.1";
const NODE_AT_LEAST: u32 = 20;

/// The prebuilt standard library for wasm32.
pub(crate) fn wasm_target() -> Result<()> {
    if sysroot()?.join("lib/rustlib/wasm32-unknown-unknown/lib").is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", "wasm32-unknown-unknown"])
}

/// clippy or rustfmt.
pub(crate) fn component(name: &str, program: &str) -> Result<()> {
    // Not on the PATH: rustup's proxies are there even if the component is not.
    if sysroot()?.join("bin").join(program).is_file() {
        return Ok(());
    }
    rustup(&["component", "add", name])
}

/// Whether the source of the standard library is there or could be downloaded. Without it, releases use the prebuilt one: the
/// same program, about 15 % larger.
pub(crate) fn rust_source() -> bool {
    let there = || sysroot().is_ok_and(|root| root.join("lib/rustlib/src/rust/library/Cargo.lock").is_file());
    if there() {
        return true;
    }
    if rustup(&["component", "add", "rust-src"]).is_ok() && there() {
        return true;
    }
    println!("note: no rust-src, so the release uses the ready-made standard library and will be larger");
    false
}

/// The directory with wasm-bindgen and its test runner, in exactly the version of the crate.
pub(crate) fn wasm_bindgen() -> Result<PathBuf> {
    // Without --locked: the crate comes without a lock file. Optimised a little: it reads large debug builds.
    installed("wasm-bindgen-cli", "wasm-bindgen", &project::locked("wasm-bindgen")?, "1", &[])
}

/// The directory with wasm-split-cli, which splits a chunk off a program.
pub(crate) fn wasm_split() -> Result<PathBuf> {
    installed("wasm_split_cli_support", "wasm-split-cli", WASM_SPLIT, "1", &["--features", "build-binary"])
}

/// The directory with Trunk.
pub(crate) fn trunk() -> Result<PathBuf> {
    // Its default features are for downloads, and would be half of the code to compile.
    installed("trunk", "trunk", TRUNK, "0", &["--locked", "--no-default-features"])
}

/// Finds a program in exactly this version, on the `PATH` or in target/tools, or builds it there.
fn installed(package: &str, program: &str, version: &str, opt_level: &str, flags: &[&str]) -> Result<PathBuf> {
    let root = project::target().join(format!("tools/{program}-{version}"));
    let bin = root.join("bin");
    // Not every program can report its version; the name of this directory contains it.
    if bin.join(program).is_file() {
        return Ok(bin);
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    if let Some(directory) =
        std::env::split_paths(&path).find(|directory| is_version(&directory.join(program), version))
    {
        return Ok(directory);
    }

    println!("{package} {version} not found; building it once in target/tools (3 to 6 minutes on two cores)");
    let start = Instant::now();
    let mut install = Command::new("cargo");
    install
        // Not the project's root: its .cargo/config.toml must not apply to the tools.
        .current_dir(project::root().parent().unwrap_or(project::root()))
        .args(["install", package, "--version", &format!("={version}")])
        .args(flags)
        .arg("--root")
        .arg(&root)
        .arg("--target-dir")
        .arg(project::target().join("tools/build"));
    // The tools run for seconds, so they are built for fast compilation, not for speed.
    for (key, value) in [("OPT_LEVEL", opt_level), ("LTO", "off"), ("CODEGEN_UNITS", "16"), ("DEBUG", "0")] {
        install.env(format!("CARGO_PROFILE_RELEASE_{key}"), value);
    }
    install.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS");
    run(&mut install)?;
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
    let version = read(command("node").arg("--version")).with_context(|| {
        format!("Node.js {NODE_AT_LEAST} or later is needed; install it (nodejs and npm) and try again")
    })?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE_AT_LEAST) {
        bail!("Node.js {NODE_AT_LEAST} or later is needed, and this is {}", version.trim());
    }

    let lock = project::node().join("package-lock.json");
    let done = project::node().join("node_modules/.package-lock.json");
    if modified(&done).is_some_and(|done| modified(&lock).is_some_and(|lock| lock <= done)) {
        return Ok(());
    }
    if !on_path("npm") {
        bail!("npm is needed beside Node.js; install it and try again");
    }
    run(command("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(project::node()))
}

/// A program of one of the packages of xtask/node.
pub(crate) fn node_program(name: &str) -> Command {
    command(project::node().join("node_modules/.bin").join(name))
}

/// Chromium and its driver, and a font for Chinese.
pub(crate) fn chromium() -> Result<()> {
    const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];
    let programs = ["chromium", "chromedriver"];
    if !on_paths(&programs) || !has_chinese_font() {
        debian(&programs, &PACKAGES)?;
    }
    if !has_chinese_font() {
        println!("note: no font for Chinese, so pictures of it will be empty boxes; on Debian: fonts-noto-cjk");
    }
    Ok(())
}

/// Firefox, and the directory with its driver, which Debian does not package.
pub(crate) fn firefox() -> Result<PathBuf> {
    let programs = ["firefox-esr"];
    if !on_paths(&programs) {
        debian(&programs, &["firefox-esr"])?;
    }
    installed("geckodriver", "geckodriver", GECKODRIVER, "0", &["--locked"])
}

/// WebKitGTK, its driver, a virtual display, and a daemon that provides desktop settings.
pub(crate) fn webkit() -> Result<()> {
    // A package that WebKitGTK only recommends: without it, WebKitGTK sends no encrypted requests, so the tests could not detect
    // any.
    const PACKAGES: [&str; 4] = ["webkit2gtk-driver", "xvfb", "xsettingsd", "glib-networking"];
    let programs = ["WebKitWebDriver", "Xvfb", "xsettingsd"];
    if on_paths(&programs) { Ok(()) } else { debian(&programs, &PACKAGES) }
}

fn on_paths(programs: &[&str]) -> bool {
    programs.iter().all(|program| on_path(program))
}

/// Makes sure that these programs are installed; installs the Debian packages if possible.
pub(crate) fn debian(programs: &[&str], packages: &[&str]) -> Result<()> {
    let is_root = read(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if is_root && on_path("apt-get") {
        let apt = |args: &[&str]| run(command("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive"));
        let install = ["-qq", "install", "--yes", "--no-install-recommends"];
        let installed = apt(&["-qq", "update"]).and_then(|()| apt(&[&install[..], packages].concat()));
        if let Err(error) = installed {
            println!("note: {error:#}");
        }
    }
    if !on_paths(programs) {
        bail!("{} are needed; on Debian: sudo apt-get install {}", programs.join(", "), packages.join(" "));
    }
    Ok(())
}

fn has_chinese_font() -> bool {
    match read(command("fc-list").arg(":lang=zh")) {
        Ok(fonts) => !fonts.trim().is_empty(),
        Err(_) => false,
    }
}

fn rustup(args: &[&str]) -> Result<()> {
    if !on_path("rustup") {
        bail!("`rustup {}` is needed, and rustup is not on the PATH; install it and try again", args.join(" "));
    }
    run(command("rustup").args(args))
}

fn sysroot() -> Result<PathBuf> {
    Ok(PathBuf::from(read(command("rustc").args(["--print", "sysroot"]))?.trim()))
}

fn modified(file: &Path) -> Option<std::time::SystemTime> {
    file.metadata().and_then(|metadata| metadata.modified()).ok()
}
