//! Where a site is made: what stays there between two runs, and how a command is run there.

use crate::command::search_first;
use crate::project;
use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is installed beside a site, and kept.
const INSTALLED: [&str; 2] = ["node_modules", "venv"];

/// Where a site is made.
pub(super) fn directory(name: &str) -> PathBuf {
    project::target().join("hosts").join(name)
}

/// A command in the site's directory, where what was installed for it comes first.
pub(super) fn in_site(directory: &Path, words: &[&str]) -> Result<Command> {
    let own = ["node_modules/.bin", "venv/bin"].map(|bin| directory.join(bin));
    // The program is looked for in this process' PATH, not in the one that it will have.
    let program = own.iter().map(|bin| bin.join(words[0])).find(|program| program.exists());
    let mut command = Command::new(program.unwrap_or_else(|| words[0].into()));
    command.args(&words[1..]).current_dir(directory);
    search_first(&mut command, &[&own[0], &own[1]])?;
    // No question is asked that nobody answers, and nothing is told to the systems' makers.
    for (name, value) in [("CI", "true"), ("ASTRO_TELEMETRY_DISABLED", "1"), ("DO_NOT_TRACK", "1")] {
        command.env(name, value);
    }
    Ok(command)
}

/// Removes what is in a directory, but not what has been installed there.
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
