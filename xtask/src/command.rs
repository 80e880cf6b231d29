//! Runs other programs: printed before they start, and an error if they fail.

use crate::project;
use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// A command from its words, as one would type it; what may contain a space is added by `arg`. Cargo gets the project's own target
/// directory, whatever the settings of the machine: later steps read from there.
pub(crate) fn command(words: &str) -> Command {
    let (program, rest) = words.split_once(' ').unwrap_or((words, ""));
    let mut command = Command::new(program);
    command.args(rest.split_whitespace()).env("CARGO_TARGET_DIR", project::root().join("target"));
    command
}

/// Our own command, without the parts that need Leptos.
pub(crate) const EXPLORER: &str = "cargo run --quiet --package sandbox-explorer-cli --no-default-features --";

/// Prints the command and runs it.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    println!("$ {}", words(command));
    let status = command.status().with_context(|| not_started(command))?;
    if !status.success() {
        bail!("`{}` failed ({status})", words(command));
    }
    Ok(())
}

/// Prints the command and replaces this process by it, so that stopping `cargo xtask` stops the program itself, and its exit code
/// is ours.
pub(crate) fn become_it(command: &mut Command) -> Result<()> {
    println!("$ {}", words(command));
    #[cfg(unix)]
    return Err(std::os::unix::process::CommandExt::exec(command)).with_context(|| not_started(command));
    #[cfg(not(unix))]
    std::process::exit(command.status().with_context(|| not_started(command))?.code().unwrap_or(2));
}

/// Runs the command silently and returns what it printed.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().with_context(|| not_started(command))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", words(command), output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{}` did not print UTF-8", words(command)))
}

/// Puts a directory before all others on the `PATH` of a command.
pub(crate) fn search_first(command: &mut Command, directory: &Path) -> Result<()> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = std::iter::once(directory.to_path_buf()).chain(std::env::split_paths(&path));
    command.env("PATH", std::env::join_paths(all)?);
    Ok(())
}

/// Whether all these programs are on the `PATH`.
pub(crate) fn on_path(programs: &[&str]) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let is_there = |directory: &Path, program: &str| {
        directory.join(program).with_extension(std::env::consts::EXE_EXTENSION).is_file()
    };
    programs.iter().all(|program| std::env::split_paths(&path).any(|directory| is_there(&directory, program)))
}

/// `9.4 s`, `3 min 07 s`.
pub(crate) fn duration(time: Duration) -> String {
    match time.as_secs() {
        seconds @ 60.. => format!("{} min {:02} s", seconds / 60, seconds % 60),
        _ => format!("{:.1} s", time.as_secs_f32()),
    }
}

fn not_started(command: &Command) -> String {
    format!("`{}` could not be started", command.get_program().to_string_lossy())
}

/// The command line with the variables set for it, and with paths below the root shortened; for display only.
pub(crate) fn words(command: &Command) -> String {
    let root = format!("{}/", project::root().display());
    let settings = command
        .get_envs()
        .filter(|(name, _)| *name != "PATH" && *name != "CARGO_TARGET_DIR")
        .filter_map(|(name, value)| Some(format!("{}={}", name.to_string_lossy(), quoted(value?))));
    let words = std::iter::once(command.get_program()).chain(command.get_args()).map(quoted);
    settings.chain(words).collect::<Vec<_>>().join(" ").replace(&root, "")
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    if word.contains(' ') { format!("'{word}'") } else { word.into_owned() }
}
