//! Posts of WordPress, by the script in tests/wordpress, which runs a database and a server of its own. Here is only what that
//! needs of Debian.

use crate::command::{command, on_path};
use crate::{project, tools};
use anyhow::{Result, ensure};
use std::path::Path;
use std::process::Command;

const PACKAGES: [&str; 5] =
    ["wordpress", "wordpress-theme-twentytwentythree", "php-cli", "php-mysql", "mariadb-server"];

/// The command that makes the site and looks at it.
pub(super) fn wordpress() -> Result<Command> {
    if !is_installed() {
        tools::debian(&["php", "mariadbd"], &PACKAGES)?;
        ensure!(is_installed(), "WordPress is needed as Debian has it: sudo apt-get install {}", PACKAGES.join(" "));
    }
    let mut script = command("sh");
    script.arg("tests/wordpress/check.sh").arg(project::dist());
    Ok(script)
}

/// Whether all of it is there: PHP is often there without what it needs for databases.
fn is_installed() -> bool {
    let speaks_to_databases = || {
        let code = "exit(extension_loaded('mysqli') ? 0 : 1);";
        command("php").args(["-r", code]).status().is_ok_and(|status| status.success())
    };
    let theme = Path::new("/usr/share/wordpress/wp-content/themes/twentytwentythree");
    on_path("mariadbd") && on_path("php") && theme.is_dir() && speaks_to_databases()
}
