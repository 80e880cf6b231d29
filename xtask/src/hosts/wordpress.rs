//! Posts of WordPress, by the script in tests/wordpress, which runs a database and a server of its own. Here is only what that
//! needs of Debian.

use crate::command::{command, on_path};
use crate::{project, tools};
use anyhow::Result;
use std::path::Path;
use std::process::Command;

/// The command that makes the site and looks at it.
pub(super) fn wordpress() -> Result<Command> {
    const PACKAGES: [&str; 5] =
        ["wordpress", "wordpress-theme-twentytwentythree", "php-cli", "php-mysql", "mariadb-server"];
    if !on_path("mariadbd") || !on_path("php") || !Path::new("/usr/share/wordpress").is_dir() {
        tools::debian(&["php", "mariadbd"], &PACKAGES)?;
    }
    let mut script = command("sh");
    script.arg("tests/wordpress/check.sh").arg(project::dist());
    Ok(script)
}
