//! The programs that drive Chromium and are not tests: the benchmark and the screenshots. They are in tests/e2e,
//! next to the code that knows the page; this file only passes them the shipped files.

use crate::command::{cargo, run as run_command};
use crate::{dist, project, tools};
use anyhow::Result;
use std::ffi::OsString;

/// Builds dist/, unless `--as-is` says to use the existing one, and runs one of the programs on it.
pub(crate) fn run(program: &str, mut args: Vec<OsString>) -> Result<()> {
    match args.iter().position(|arg| arg == "--as-is") {
        Some(at) => drop(args.remove(at)),
        None => dist::build()?,
    }
    tools::chromium()?;
    run_command(
        cargo("run").args(["--package", "e2e", "--bin", program, "--"]).args(args).env("E2E_DIST", project::dist()),
    )
}
