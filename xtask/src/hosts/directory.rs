//! The directory in which a site is built: what stays there between two runs, and how to run a
//! command there.

use crate::command::search_first;
use crate::project;
use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Installed next to a site, and kept.
const INSTALLED: [&str; 2] = ["node_modules", "venv"];

/// The directory in which a site is built.
pub(super) fn directory(name: &str) -> PathBuf {
    project::target().join("hosts").join(name)
}

/// A command in the site's directory; programs installed for the site come first on its PATH.
pub(super) fn in_site(directory: &Path, words: &[&str]) -> Result<Command> {
    let own = ["node_modules/.bin", "venv/bin"].map(|bin| directory.join(bin));
    // The program is searched for on this process's PATH, not on the PATH of the child.
    let program = own.iter().map(|bin| bin.join(words[0])).find(|program| program.exists());
    let mut command = Command::new(program.unwrap_or_else(|| words[0].into()));
    command.args(&words[1..]).current_dir(directory);
    search_first(&mut command, &[&own[0], &own[1]])?;
    // No prompts, because nobody answers them, and no telemetry to the makers of the system.
    for (name, value) in [("CI", "true"), ("ASTRO_TELEMETRY_DISABLED", "1"), ("DO_NOT_TRACK", "1")] {
        command.env(name, value);
    }
    Ok(command)
}

/// Empties a directory, except for what is installed there.
pub(super) fn clear(directory: &Path) -> Result<()> {
    fs::create_dir_all(directory)?;
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        if INSTALLED.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        match entry.file_type()?.is_dir() {
            true => fs::remove_dir_all(entry.path())?,
            false => fs::remove_file(entry.path())?,
        }
    }
    Ok(())
}
