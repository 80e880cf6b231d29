//! Programs of this repository that are not tests of it: the benchmark (tests/bench), the screenshots (in tests/e2e, next to the code
//! that knows the page), the comparison of data/ with the CNCF landscape (crates/refresh), and the sites of real blog systems. This file
//! only gives them the shipped files.

use crate::command::{become_it, command, run};
use crate::{dist, project, tools};
use anyhow::{Result, ensure};
use std::ffi::OsString;
use std::path::Path;

/// The speed next to that of other ways to show the same cards, in Chromium. Separate from `test`, because it takes long and depends on
/// the machine.
pub(crate) fn bench(as_is: bool, args: Vec<OsString>) -> Result<()> {
    ready(as_is)?;
    become_it(command("node tests/bench/main.mjs").args(args))
}

/// Takes the pictures.
pub(crate) fn screenshots(as_is: bool, args: Vec<OsString>) -> Result<()> {
    ready(as_is)?;
    run(command("cargo run --package e2e --bin screenshots --").args(args).env("E2E_DIST", "dist"))
}

/// Builds dist/, unless it is to be used as it is, and makes sure that there is a browser.
fn ready(as_is: bool) -> Result<()> {
    if !as_is {
        dist::build()?;
    }
    tools::node()?;
    tools::chromium()
}

/// A separate crate, so that its dependencies are built only for those who run it.
pub(crate) fn refresh(typed_in: &Path, args: Vec<OsString>) -> Result<()> {
    let manifest = project::root().join("Cargo.toml");
    let mut refresh = command("cargo run --quiet --package refresh --manifest-path");
    become_it(refresh.arg(manifest).arg("--").args(args).current_dir(typed_in))
}

/// Licences, advisories, duplicates and origins of all dependencies. Separate from `test`, because it reads the list of advisories from the
/// network; `cargo xtask deny licenses bans sources` does without.
pub(crate) fn deny(args: Vec<OsString>) -> Result<()> {
    let mut deny = tools::cargo_deny()?;
    become_it(
        deny.args(["--workspace", "--locked", "--all-features", "--config", ".cargo/deny.toml", "check"]).args(args),
    )
}

/// Sites of blog systems and frameworks, all or the named ones. Separate from `test`, because what they need is installed first and
/// takes many minutes.
pub(crate) fn test_hosts(names: &[String]) -> Result<()> {
    ensure!(Path::new("dist/embed").is_dir(), "there is no dist/embed; run `cargo xtask dist` first");
    tools::node()?;
    tools::chromium()?;
    become_it(command("node tests/hosts.mjs").args(names))
}
