//! Hands over to `crates/refresh`, which compares data/ with the CNCF landscape: what it needs is built only for who runs it.

use crate::project;
use anyhow::{Context, Result};
use std::ffi::OsString;
use std::process::Command;

/// Runs it where the command was typed, as files are named from there, and ends with its exit code.
pub(crate) fn run(args: impl Iterator<Item = OsString>) -> Result<()> {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--manifest-path"]).arg(project::root().join("Cargo.toml"));
    cargo.args(["--package", "refresh", "--"]).args(args).env("CARGO_TARGET_DIR", project::target());
    let status = cargo.status().context("`cargo` could not be started")?;
    std::process::exit(status.code().unwrap_or(2));
}
