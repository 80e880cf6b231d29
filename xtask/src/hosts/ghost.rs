//! Posts of Ghost, by the script in tests/ghost, which installs Ghost from npm and runs its own database. This file only
//! installs the Debian packages that the script needs.

use crate::command::{command, on_path};
use crate::{project, tools};
use anyhow::Result;
use std::process::Command;

/// The command that builds and tests the site.
pub(super) fn ghost() -> Result<Command> {
    tools::node()?;
    if !on_path("mariadbd") {
        tools::debian(&["mariadbd"], &["mariadb-server"])?;
    }
    let mut script = command("node");
    script.arg("tests/ghost/check.mjs").arg(project::dist());
    Ok(script)
}
