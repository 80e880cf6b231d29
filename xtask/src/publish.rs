//! Publishes what `cargo xtask release` has made: `dist/release`, unchanged. Each place is one command, which with `--dry-run` does everything
//! but the last step.

use crate::command::{command, run, words};
use crate::{project, release};
use anyhow::{Result, bail, ensure};
use std::path::PathBuf;

/// Publishes a version, or says what it would do.
type Publish = fn(&str, bool) -> Result<()>;

/// Where to publish, with what it does.
const PLACES: [(&str, Publish); 3] = [("github", github), ("npm", npm), ("crates", crates)];

pub(crate) fn publish(place: &str, tag: Option<&str>, dry_run: bool) -> Result<()> {
    let version = project::version("sandbox-explorer")?;
    if place == "check" {
        return check(&version, tag);
    }
    let Some((_, publish)) = PLACES.iter().find(|(name, _)| *name == place) else {
        let names: Vec<&str> = PLACES.iter().map(|(name, _)| *name).collect();
        bail!("publish to `{place}`? It can be check, {}", names.join(", "));
    };
    // Nothing that is not as it was made and attested.
    release::verify()?;
    publish(&version, dry_run)
}

/// Whether this commit can be the release of the tag: nothing can be taken back afterwards.
fn check(version: &str, tag: Option<&str>) -> Result<()> {
    if let Some(tag) = tag {
        ensure!(
            tag == format!("v{version}"),
            "the tag is {tag}, and Cargo.toml says {version}: the tag should be v{version}"
        );
    }
    if let Ok(repository) = std::env::var("GITHUB_REPOSITORY") {
        let ours = project::repository()?;
        let here = format!("https://github.com/{repository}");
        ensure!(
            ours == here,
            "Cargo.toml says `repository = \"{ours}\"`, and this is {here}: registries would show the wrong address, and npm refuses it"
        );
    }
    release::nothing_unreleased()?;
    println!("v{version} can be released");
    Ok(())
}

fn files() -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(release::OUT)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>();
    let mut files = entries?;
    files.sort();
    Ok(files)
}

/// A release on GitHub with all files, by GitHub's own command.
fn github(version: &str, dry_run: bool) -> Result<()> {
    let notes = format!("{}/RELEASE-NOTES.md", release::OUT);
    let mut gh = command(&format!("gh release create v{version} --verify-tag --title v{version} --notes-file {notes}"));
    gh.args(files()?.into_iter().filter(|file| !file.ends_with("RELEASE-NOTES.md")));
    if dry_run {
        println!("would run: {}", words(&gh));
        return Ok(());
    }
    run(&mut gh)
}

/// The tarball, with a statement of npm about where it was built.
fn npm(version: &str, dry_run: bool) -> Result<()> {
    let mut npm = command("npm publish --access public --ignore-scripts");
    // npm makes the statement on the servers of its trusted publishers only.
    npm.arg(if dry_run { "--dry-run" } else { "--provenance" });
    run(npm.arg(project::root().join(release::OUT).join(format!("sandbox-explorer-{version}.tgz"))))
}

/// The crates, in the order of who needs whom. cargo packs them again, from the same commit.
fn crates(_: &str, dry_run: bool) -> Result<()> {
    let mut cargo = command("cargo publish --locked --no-verify");
    for (name, _) in crate::package::published()? {
        cargo.args(["--package", &name]);
    }
    if dry_run {
        cargo.args(["--dry-run", "--allow-dirty"]);
    }
    run(&mut cargo)
}
