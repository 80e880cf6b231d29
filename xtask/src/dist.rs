//! Everything that ships, in dist/: the files of the element, the npm tarball, the page, the catalog, and the
//! check of their sizes.

use crate::command::{EXPLORER, command, read, run};
use crate::wasm::Profile;
use crate::{embed, page, project, release, tools};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) fn dist() -> Result<()> {
    build()?;
    sizes()
}

/// Builds dist/ from scratch, whatever the sizes.
pub(crate) fn build() -> Result<()> {
    let embed = embed::embed(Profile::Release)?;
    page::lay_out(&embed, Profile::Release)?;

    // Emptied, not removed: a server may be serving it.
    fs::create_dir_all("dist/npm")?;
    project::replace_dir(&embed.join("embed"), Path::new("dist/embed"))?;
    for old in fs::read_dir("dist/npm")? {
        fs::remove_file(old?.path())?;
    }
    // The licences of what its programs contain go with them.
    let licences = release::third_party(&project::version("sandbox-explorer")?)?;
    for directory in [embed.join("npm/package"), PathBuf::from("dist")] {
        fs::write(directory.join(release::licences::FILE), &licences)?;
    }
    run(command("npm pack --silent --ignore-scripts --pack-destination dist/npm")
        .arg(project::root().join(embed).join("npm/package")))?;
    project::tarball()?;

    page::release()?;
    fs::write("dist/catalog.json", read(&mut command(&format!("{EXPLORER} catalog")))?)?;
    fs::copy("data/catalog.schema.json", "dist/catalog.schema.json").context("data/catalog.schema.json")?;
    Ok(())
}

/// Prints the size of each download and fails if one is over its budget.
pub(crate) fn sizes() -> Result<()> {
    tools::node()?;
    run(&mut command("node xtask/sizes.mjs"))
}
