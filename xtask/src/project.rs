//! Paths of the project, and the versions in its own files. Reads, never writes.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// The project's root, which is the parent of this crate.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the project's root")
}

pub(crate) fn target() -> PathBuf {
    root().join("target")
}

pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The npm package that ships.
pub(crate) fn tarball() -> Result<PathBuf> {
    let tarball = dist().join(format!("npm/sandbox-explorer-{}.tgz", version()?));
    ensure!(tarball.is_file(), "no {}; run `cargo xtask dist` first", tarball.display());
    Ok(tarball)
}

/// Where all Node tools are installed, from their lock file.
pub(crate) fn node() -> PathBuf {
    root().join("xtask/node")
}

/// The version that ships, from Cargo.toml.
pub(crate) fn version() -> Result<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).context("Cargo.toml")?;
    let package = manifest.split_once("[package]").context("no [package] in Cargo.toml")?.1;
    Ok(version_line(package).context("no version in Cargo.toml")?.to_owned())
}

/// The version of a dependency in Cargo.lock.
pub(crate) fn locked(package: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("Cargo.lock")?;
    locked_in(&lock, package).with_context(|| format!("no package `{package}` in Cargo.lock"))
}

fn locked_in(lock: &str, package: &str) -> Option<String> {
    let (_, entry) = lock.split_once(&format!("name = \"{package}\"\n"))?;
    version_line(entry).map(str::to_owned)
}

/// The value of the first line of the form `version = "…"`.
fn version_line(toml: &str) -> Option<&str> {
    toml.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
}

/// Copies a directory with all its contents; replaces `to`.
pub(crate) fn replace_dir(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        fs::remove_dir_all(to).with_context(|| format!("cannot remove {}", to.display()))?;
    }
    copy_dir(from, to).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))
}

/// Copies the contents of a directory into another one, which may have other files.
pub(crate) fn copy_dir(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_dir(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_names_the_version_of_a_package_and_not_of_its_namesakes() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_in(lock, "bindgen"), None);
    }

    #[test]
    fn the_version_is_one_that_npm_takes() {
        assert_eq!(version().unwrap().split('.').count(), 3);
    }
}
