//! The programs that drive Chromium and are no tests: the bench and the camera. They live in tests/e2e, beside what
//! knows the page; this only gives them what is shipped.

use crate::command::{cargo, run as run_command};
use crate::{dist, project, tools};
use anyhow::Result;
use std::ffi::OsString;

/// Builds dist/, unless told to take it `--as-is`, and runs one of the programs on it.
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
