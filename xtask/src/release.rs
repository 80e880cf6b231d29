//! Everything that a release has, in dist/release: made, checked and listed. The files depend on the commit only; `--twice` proves it.

mod agree;
mod archive;
mod compiled;
mod download;
pub(crate) mod licences;
mod notes;
mod readme;
mod sbom;
mod twice;

use crate::command::{command, read, run};
use crate::{dist, package, project, tools};
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs;
use std::path::Path;

pub(crate) const OUT: &str = "dist/release";
const SUMS: &str = "SHA256SUMS";

/// What to do besides making the release.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Check {
    /// Nothing: another process compares what was made.
    No,
    /// Everything that can be checked here.
    Yes,
    /// Only that it is the same when made twice from new clones.
    Twice,
}

/// Makes the release, with dist/ as it is if so asked.
pub(crate) fn release(as_is: bool, check: Check) -> Result<()> {
    if check == Check::Twice {
        return twice::check();
    }
    ensure!(tools::rust_source(), "a release needs rust-src: `rustup component add rust-src`");
    let version = project::version("sandbox-explorer")?;
    if !as_is {
        dist::dist()?;
    }
    if !make(&version)? {
        return Ok(());
    }
    if check == Check::Yes {
        checked(&version)?;
    }
    list()
}

/// The text with the licences of what is compiled in, which is also part of the npm package.
pub(crate) fn third_party(version: &str) -> Result<String> {
    let apache = fs::read_to_string("LICENSE").context("LICENSE")?;
    licences::text(&compiled::packages()?, &apache, version)
}

/// Returns whether it was made: not if documents had to be written first.
fn make(version: &str) -> Result<bool> {
    let dirty = !read(&mut command("git status --porcelain"))?.trim().is_empty();
    if dirty {
        println!("note: with changes that are not committed, this is no release");
    }
    let epoch = epoch()?;
    let Some(integrity) = readme::check(version)? else { return Ok(false) };
    let changelog = fs::read_to_string("CHANGELOG.md").context("CHANGELOG.md")?;
    let (text, day) = notes::of(&changelog, version)?;
    let as_of = agree::check(version, &day)?;
    if !notes::unreleased(&changelog).is_empty() {
        println!("note: CHANGELOG.md has entries under Unreleased, which are in no release notes");
    }

    let repository = project::repository()?;
    let elsewhere = |text: &str| notes::elsewhere(text, &repository, version);

    if Path::new(OUT).exists() {
        fs::remove_dir_all(OUT)?;
    }
    fs::create_dir_all(OUT)?;
    let save = |name: &str, bytes: &[u8]| fs::write(Path::new(OUT).join(name), bytes).with_context(|| name.to_owned());
    let zip = |name: &str, files: &archive::Files| {
        let name = format!("{name}-{version}");
        save(&format!("{name}.zip"), &archive::zip(&name, files, epoch)?)
    };
    zip("sandbox-explorer", &download::element(version, &integrity, elsewhere(&changelog))?)?;
    zip("sandbox-explorer-page", &download::page()?)?;
    for file in package::crates(dirty)?.into_iter().chain([project::tarball()?]) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        save(&name, &fs::read(&file).with_context(|| file.display().to_string())?)?;
    }
    let bill = sbom::text(&compiled::packages()?, version, epoch)?;
    save(&format!("sandbox-explorer-{version}.cdx.json"), bill.as_bytes())?;
    save(
        "RELEASE-NOTES.md",
        format!("Sandbox Explorer {version}, {day}, with data of {as_of}.\n\n{}", elsewhere(&text)).as_bytes(),
    )?;
    save(SUMS, sums()?.as_bytes())?;
    Ok(true)
}

/// The time of everything that has one: `SOURCE_DATE_EPOCH`, or else that of the last commit.
fn epoch() -> Result<i64> {
    let text = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => text,
        Err(_) => read(&mut command("git log -1 --format=%ct"))?,
    };
    text.trim().parse().with_context(|| format!("SOURCE_DATE_EPOCH: {text:?} is no number of seconds"))
}

/// What `sha256sum --check` reads: all other files, by name.
fn sums() -> Result<String> {
    let mut out = String::new();
    for (name, bytes) in archive::directory(Path::new(OUT), "")?.iter().filter(|(name, _)| *name != SUMS) {
        let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        writeln!(out, "{hash}  {name}")?;
    }
    Ok(out)
}

/// Whether the files are those that were made.
pub(crate) fn verify() -> Result<()> {
    let file = Path::new(OUT).join(SUMS);
    let listed =
        fs::read_to_string(&file).with_context(|| format!("no {}; run `cargo xtask release` first", file.display()))?;
    ensure!(listed == sums()?, "{} does not match the files: make the release again", file.display());
    Ok(())
}

/// What the changelog has under Unreleased would be in no release notes.
pub(crate) fn nothing_unreleased() -> Result<()> {
    let changelog = fs::read_to_string("CHANGELOG.md").context("CHANGELOG.md")?;
    let rest = notes::unreleased(&changelog);
    ensure!(rest.is_empty(), "CHANGELOG.md has entries under Unreleased; they belong under the version");
    Ok(())
}

/// Opens what was made again, and uses it.
fn checked(version: &str) -> Result<()> {
    verify()?;
    let unpacked = Path::new("target/release-unpacked");
    if unpacked.exists() {
        fs::remove_dir_all(unpacked)?;
    }
    for name in ["sandbox-explorer", "sandbox-explorer-page"] {
        let name = format!("{name}-{version}");
        let files = archive::unzip(&name, &fs::read(Path::new(OUT).join(format!("{name}.zip")))?)?;
        for (path, bytes) in files {
            let path = unpacked.join(&name).join(path);
            fs::create_dir_all(path.parent().unwrap_or(unpacked))?;
            fs::write(path, bytes)?;
        }
    }
    package::check_tarball()?;
    tools::node()?;
    run(command("node xtask/sbom.mjs").arg(format!("{OUT}/sandbox-explorer-{version}.cdx.json")))?;
    tools::chromium()?;
    run(command("cargo test --no-fail-fast --package e2e --test release")
        .env("E2E_RELEASE", project::root().join(unpacked)))
}

/// A table of the files.
fn list() -> Result<()> {
    println!("\n{:<48} {:>10}  SHA-256", OUT, "bytes");
    for (name, bytes) in archive::directory(Path::new(OUT), "")? {
        let hash: String = Sha256::digest(&bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        println!("{name:<48} {:>10}  {hash}…", bytes.len());
    }
    Ok(())
}
