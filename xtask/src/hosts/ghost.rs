//! Posts of Ghost, by the script in tests/ghost, which installs Ghost from npm and runs a database of its own. Here is only what
//! that needs of Debian.

use crate::command::{command, on_path};
use crate::{project, tools};
use anyhow::Result;
use std::process::Command;

/// The command that makes the site and looks at it.
pub(super) fn ghost() -> Result<Command> {
    tools::node()?;
    if !on_path("mariadbd") {
        tools::debian(&["mariadbd"], &["mariadb-server"])?;
    }
    let mut script = command("node");
    script.arg("tests/ghost/check.mjs").arg(project::dist());
    Ok(script)
}
