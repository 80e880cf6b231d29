//! Whether the release is reproducible: made twice, each time in a new clone of the last commit, in directories with names of different
//! lengths. Every file must be the same, byte for byte.

use super::archive::{Files, directory};
use crate::command::{command, run};
use crate::project;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

const CLONES: [&str; 2] = ["target/twice/a", "target/twice/a-directory-with-another-name"];

pub(crate) fn check() -> Result<()> {
    // Both before the first takes its minutes, so that they are of one commit.
    for clone in CLONES {
        self::clone(Path::new(clone))?;
    }
    let [first, second] = CLONES.map(|clone| made(Path::new(clone)));
    let (first, second) = (first?, second?);
    let different = different(&first, &second);
    ensure!(
        different.is_empty(),
        "the release is not reproducible; in {} and {}:\n{}",
        CLONES[0],
        CLONES[1],
        different.join("\n")
    );
    println!("made twice, {} files are the same byte for byte", first.len());
    for clone in CLONES {
        fs::remove_dir_all(clone)?;
    }
    Ok(())
}

/// A new clone, with the tools of this one: they are pinned, and building them takes longer than all the rest.
fn clone(clone: &Path) -> Result<()> {
    if clone.exists() {
        fs::remove_dir_all(clone).with_context(|| format!("cannot remove {}", clone.display()))?;
    }
    run(command("git clone --quiet --no-hardlinks .").arg(clone))?;
    let tools = project::root().join("target/tools");
    if tools.exists() {
        fs::create_dir_all(clone.join("target"))?;
        link(&tools, &clone.join("target/tools")).context("cannot link target/tools")?;
    }
    Ok(())
}

/// The files of the release that is made in a clone.
fn made(clone: &Path) -> Result<Files> {
    let root = project::root().join(clone);
    let mut release = command("cargo xtask release --only-make");
    run(release.current_dir(&root).env("CARGO_TARGET_DIR", root.join("target")))?;
    directory(&clone.join("dist/release"), "")
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(from, to)
}

#[cfg(not(unix))]
fn link(from: &Path, to: &Path) -> std::io::Result<()> {
    std::os::windows::fs::symlink_dir(from, to)
}

/// A line for each file that is not the same in both.
fn different(first: &Files, second: &Files) -> Vec<String> {
    let names: std::collections::BTreeSet<&String> = first.keys().chain(second.keys()).collect();
    let line = |name: &String| match (first.get(name), second.get(name)) {
        (Some(one), Some(other)) if one == other => None,
        (Some(one), Some(other)) => {
            let at = one.iter().zip(other).position(|(a, b)| a != b).unwrap_or(one.len().min(other.len()));
            Some(format!("{name}: {} and {} bytes, the first difference is at byte {at}", one.len(), other.len()))
        }
        (one, _) => Some(format!("{name}: only in the {} one", if one.is_some() { "first" } else { "second" })),
    };
    names.into_iter().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_difference_is_named() {
        let files = |list: &[(&str, &str)]| -> Files {
            list.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
        };
        let first = files(&[("a", "same"), ("b", "one"), ("c", "x"), ("e", "long")]);
        let second = files(&[("a", "same"), ("b", "ore"), ("d", "x"), ("e", "longer")]);
        assert_eq!(
            different(&first, &second),
            [
                "b: 3 and 3 bytes, the first difference is at byte 1",
                "c: only in the first one",
                "d: only in the second one",
                "e: 4 and 6 bytes, the first difference is at byte 4",
            ]
        );
    }
}
