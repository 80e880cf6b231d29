//! How a blog system is installed: Debian packages once for the machine, everything else next to the site.

use super::directory::in_site;
use crate::command::{command, on_path, read, run};
use crate::tools;
use anyhow::Result;
use std::path::Path;

/// How a system is installed, with the name of its package.
pub(super) enum Kind {
    /// By apt-get; the program has the package's name.
    Debian(&'static str),
    /// By npm, from the site's package.json.
    Npm(&'static str),
    /// By pip into its own virtual environment, from the site's requirements.txt.
    Python(&'static str),
}

impl Kind {
    /// Installs the system for the site in this directory.
    pub(super) fn install(&self, directory: &Path) -> Result<()> {
        match self {
            Kind::Debian(package) if on_path(package) => Ok(()),
            Kind::Debian(package) => tools::debian(&[package], &[package]),
            Kind::Npm(_) => run(command("npm").arg("install").current_dir(directory)),
            Kind::Python(_) => {
                if !directory.join("venv/bin/pip").is_file() {
                    run(command("python3").args(["-m", "venv"]).arg(directory.join("venv")))?;
                }
                let pip = ["pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt"];
                run(&mut in_site(directory, &pip)?)
            }
        }
    }

    /// The installed version.
    pub(super) fn version(&self, directory: &Path) -> Result<String> {
        let version = match self {
            Kind::Debian(package) => read(command("dpkg-query").args(["--show", "--showformat=${Version}", package]))?,
            Kind::Npm(package) => {
                let manifest = directory.join("node_modules").join(package).join("package.json");
                read(command("node").args(["-p", "require(process.argv[1]).version"]).arg(manifest))?
            }
            Kind::Python(package) => {
                let code = "import sys, importlib.metadata; print(importlib.metadata.version(sys.argv[1]))";
                read(&mut in_site(directory, &["python", "-c", code, package])?)?
            }
        };
        Ok(version.trim().to_owned())
    }
}
