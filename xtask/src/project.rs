//! The project's root, the versions of its packages, and copies of directories.

use crate::command::{command, read};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The project's root, which is the parent of this crate.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the project's root")
}

/// The npm package that ships.
pub(crate) fn tarball() -> Result<PathBuf> {
    let tarball = PathBuf::from(format!("dist/npm/sandbox-explorer-{}.tgz", version("sandbox-explorer")?));
    ensure!(tarball.is_file(), "no {}; run `cargo xtask dist` first", tarball.display());
    Ok(tarball)
}

/// The address of the project, as its packages say it.
pub(crate) fn repository() -> Result<String> {
    let metadata = read(&mut command("cargo metadata --format-version 1 --no-deps --locked"))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata["packages"].as_array().context("no packages")?;
    let ours = packages.iter().find(|it| it["name"] == "sandbox-explorer").context("no package")?;
    Ok(ours["repository"].as_str().context("Cargo.toml: no repository")?.to_owned())
}

/// The version of a package in Cargo.lock.
pub(crate) fn version(package: &str) -> Result<String> {
    let id = read(command("cargo pkgid --locked").arg(package))?;
    // `path+file:///work/sandbox-explorer#0.1.0` or `registry+…#wasm-bindgen@0.2.130`.
    let version = id.trim().rsplit(['#', '@']).next();
    Ok(version.with_context(|| format!("{package} has no version"))?.to_owned())
}

/// Copies a directory with all its contents; replaces `to`.
pub(crate) fn replace_dir(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        fs::remove_dir_all(to).with_context(|| format!("cannot remove {}", to.display()))?;
    }
    copy_dir(from, to).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))
}

fn copy_dir(from: &Path, to: &Path) -> std::io::Result<()> {
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
