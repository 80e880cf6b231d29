//! Starts `crates/refresh`, which compares data/ with the CNCF landscape. It is a separate crate, so its dependencies are
//! only built for those who run it.

use crate::project;
use anyhow::{Context, Result};
use std::ffi::OsString;
use std::process::Command;

/// Runs it in the directory in which the command was typed, because paths are relative to that, and exits with its exit code.
pub(crate) fn run(args: impl Iterator<Item = OsString>) -> Result<()> {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--manifest-path"]).arg(project::root().join("Cargo.toml"));
    cargo.args(["--package", "refresh", "--"]).args(args).env("CARGO_TARGET_DIR", project::target());
    let status = cargo.status().context("`cargo` could not be started")?;
    std::process::exit(status.code().unwrap_or(2));
}
