//! Everything that ships, in dist/: the files of the element, the npm tarball, the page, the catalog, and the
//! check of their sizes.

use crate::command::{command, explorer, read, run, show};
use crate::wasm::Profile;
use crate::{embed, page, project, sizes};
use anyhow::{Context, Result, ensure};
use std::fs;

pub(crate) fn dist() -> Result<()> {
    build()?;
    sizes::check()
}

/// Builds dist/ from scratch, whatever the sizes.
pub(crate) fn build() -> Result<()> {
    let embed = embed::embed(Profile::Release)?;
    page::lay_out(&embed)?;

    // Emptied, not removed: a server may be serving it.
    let dist = project::dist();
    fs::create_dir_all(dist.join("npm"))?;
    project::replace_dir(&embed.join("embed"), &dist.join("embed"))?;

    for old in fs::read_dir(dist.join("npm"))? {
        fs::remove_file(old?.path())?;
    }
    run(command("npm")
        .args(["pack", "--silent", "--ignore-scripts", "--pack-destination"])
        .arg(dist.join("npm"))
        .arg(embed.join("npm/package")))?;
    let tarball = dist.join(format!("npm/sandbox-explorer-{}.tgz", project::version()?));
    ensure!(tarball.is_file(), "npm pack did not make {}", tarball.display());

    page::release(&dist.join("page"))?;

    let mut catalog = explorer(&["catalog"]);
    show(&catalog);
    fs::write(dist.join("catalog.json"), read(&mut catalog)?)?;
    fs::copy(project::root().join("data/catalog.schema.json"), dist.join("catalog.schema.json"))
        .context("data/catalog.schema.json")?;
    Ok(())
}
