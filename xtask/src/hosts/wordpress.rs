//! Posts of WordPress, by the script in tests/wordpress, which runs its own database and server. This file only installs the
//! Debian packages that the script needs.

use crate::command::{command, on_path};
use crate::{project, tools};
use anyhow::{Result, ensure};
use std::path::Path;
use std::process::Command;

const PACKAGES: [&str; 5] =
    ["wordpress", "wordpress-theme-twentytwentythree", "php-cli", "php-mysql", "mariadb-server"];

/// The command that builds and tests the site.
pub(super) fn wordpress() -> Result<Command> {
    if !is_installed() {
        tools::debian(&["php", "mariadbd"], &PACKAGES)?;
        ensure!(is_installed(), "WordPress is needed as Debian has it: sudo apt-get install {}", PACKAGES.join(" "));
    }
    let mut script = command("sh");
    script.arg("tests/wordpress/check.sh").arg(project::dist());
    Ok(script)
}

/// Whether everything is installed: PHP often is, but without its database modules.
fn is_installed() -> bool {
    let speaks_to_databases = || {
        let code = "exit(extension_loaded('mysqli') ? 0 : 1);";
        command("php").args(["-r", code]).status().is_ok_and(|status| status.success())
    };
    let theme = Path::new("/usr/share/wordpress/wp-content/themes/twentytwentythree");
    on_path("mariadbd") && on_path("php") && theme.is_dir() && speaks_to_databases()
}
