//! The packages for crates.io and npm: what a registry would get of them, and that it builds and is complete.

use crate::command::{command, read, run};
use crate::project;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::path::PathBuf;

/// Names and versions of the crates that are published; cargo orders them by who needs whom.
pub(crate) fn published() -> Result<Vec<(String, String)>> {
    let metadata = read(&mut command("cargo metadata --format-version 1 --no-deps --locked"))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata["packages"].as_array().context("no packages")?;
    // `publish = false` is an empty list of registries.
    let is_published = |package: &&Value| package["publish"].is_null();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    Ok(packages.iter().filter(is_published).map(|it| (text(&it["name"]), text(&it["version"]))).collect())
}

/// Packs the crates, without building them, and returns the archives. With `dirty`, also with changes that are not committed.
pub(crate) fn crates(dirty: bool) -> Result<Vec<PathBuf>> {
    let published = published()?;
    let mut package = command("cargo package --locked --no-verify --quiet");
    for (name, _) in &published {
        package.args(["--package", name]);
    }
    if dirty {
        package.arg("--allow-dirty");
    }
    run(&mut package)?;
    let file = |(name, version): &(String, String)| {
        project::root().join("target/package").join(format!("{name}-{version}.crate"))
    };
    Ok(published.iter().map(file).collect())
}

/// The step of the tests: builds each crate from its archive, with the others from theirs, as after publishing. Without TLS, which is not
/// our code and takes longest to compile.
pub(crate) fn check() -> Result<()> {
    let mut package =
        command("cargo package --locked --allow-dirty --no-default-features --features sandbox-explorer-cli/prerender");
    for (name, _) in published()? {
        package.args(["--package", &name]);
    }
    run(&mut package)
}

/// Checks by npm's own listing that the tarball has what its package.json names, and nothing that is not meant for it.
pub(crate) fn check_tarball() -> Result<()> {
    let tarball = project::tarball()?;
    // A path with a directory, else npm would look for a repository of that name.
    let printed = read(command("npm pack --dry-run --json --ignore-scripts").arg(project::root().join(&tarball)))?;
    let listing: Value = serde_json::from_str(&printed).context("npm's listing")?;
    // npm 12 lists by name.
    let listing = listing.get(0).or_else(|| listing.as_object()?.values().next()).context("an empty listing")?;
    let version = project::version("sandbox-explorer")?;
    ensure!(listing["version"] == *version, "{}: npm reads version {}", tarball.display(), listing["version"]);
    let files: Vec<&str> =
        listing["files"].as_array().context("no files")?.iter().filter_map(|it| it["path"].as_str()).collect();
    for needed in NEEDED {
        ensure!(files.contains(needed), "{} has no {needed}: {files:?}", tarball.display());
    }
    let is_meant = |path: &&&str| {
        path.starts_with("snippets/") || ENDINGS.iter().any(|ending| path.ends_with(ending)) || **path == "LICENSE"
    };
    let other: Vec<_> = files.iter().filter(|path| !is_meant(path)).collect();
    ensure!(other.is_empty(), "{} has files that are not meant for it: {other:?}", tarball.display());
    println!("{}: {} files", tarball.display(), files.len());
    Ok(())
}

const NEEDED: &[&str] = &[
    "LICENSE",
    "README.md",
    "THIRD-PARTY-LICENSES.txt",
    "custom-elements.json",
    "element.js",
    "index.d.ts",
    "index.js",
    "integrity.json",
    "package.json",
    "sandbox-explorer.js",
    "sandbox-explorer.core.js",
    "sandbox-explorer.wasm",
];
const ENDINGS: &[&str] = &[".js", ".d.ts", ".wasm", ".txt", ".css", ".json", ".md"];
