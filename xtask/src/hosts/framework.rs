//! Tests the npm package in a page of a framework, by the script next to these pages.

use crate::command::command;
use crate::{project, tools};
use anyhow::Result;
use std::process::Command;

/// A page of this framework: the command that installs, checks, builds and tests it.
pub(super) fn framework(name: &str) -> Result<Command> {
    tools::node()?;
    let mut script = command("node");
    script.arg("tests/frameworks/check.mjs").arg(project::tarball()?).arg(name);
    Ok(script)
}
