//! A small site of a blog system, built the way its author would: a copy of tests/sites with our snippet, our files and the
//! list of links, built by the system's own command, then tested in a browser.

use super::directory::{clear, directory, in_site};
use super::kind::Kind;
use crate::command::{cargo, run};
use crate::project;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::PathBuf;

pub(super) struct Site {
    pub(super) kind: Kind,
    /// The command that builds the site, run in its directory.
    pub(super) build: &'static [&'static str],
    /// Where the system expects the files of dist/embed.
    pub(super) files: &'static str,
    /// How the snippet and the list of links get into the post.
    pub(super) post: Post,
    /// Where the built site is.
    pub(super) output: &'static str,
    /// The post, below `/blog/`; the site's start page links to it.
    pub(super) page: &'static str,
}

pub(super) enum Post {
    /// The snippet is a file of the site; the list is another file, which the post names.
    Includes(&'static str),
    /// Files of the snippet are pasted into files of the site; the list replaces the snippet's plain link.
    Pastes(&'static [(&'static str, &'static str)]),
}

/// The line of a snippet that an author replaces by the list.
const PLAIN_LINK: &str = r#"  <a href="https://www.cncf.io/sandbox-projects/">CNCF Sandbox projects</a>"#;
/// The placeholder for the snippet in a post of tests/sites.
const MARK: &str = "<!-- snippet -->";

impl Site {
    pub(super) fn test(&self, name: &str, list: &str) -> Result<()> {
        self.lay_out(name, list)?;
        self.kind.install(&directory(name))?;
        run(&mut in_site(&directory(name), self.build)?)?;
        run(cargo("test")
            .args(["--package", "e2e", "--test", "hosts", "--", "--ignored"])
            .env("E2E_DIST", project::dist())
            .env("HOST_SITE", directory(name).join(self.output))
            .env("HOST_PAGE", self.page))
    }

    pub(super) fn version(&self, name: &str) -> Result<String> {
        self.kind.version(&directory(name))
    }

    /// Copies the site together as its author would: their files, our snippet, our files, and the list.
    fn lay_out(&self, name: &str, list: &str) -> Result<()> {
        let directory = directory(name);
        clear(&directory)?;
        project::copy_dir(&project::root().join("tests/sites").join(name), &directory)?;
        project::copy_dir(&project::dist().join("embed"), &directory.join(self.files))?;
        match self.post {
            Post::Includes(file) => {
                project::copy_dir(&snippet(name), &directory)?;
                let file = directory.join(file);
                fs::create_dir_all(file.parent().context("a file has a directory")?)?;
                fs::write(file, list)?;
            }
            Post::Pastes(pairs) => {
                for (from, into) in pairs {
                    let text = fs::read_to_string(snippet(name).join(from))?.replace(PLAIN_LINK, list.trim_end());
                    let page = fs::read_to_string(directory.join(into))?;
                    ensure!(page.contains(MARK), "{into} has no place for the snippet");
                    fs::write(directory.join(into), page.replace(MARK, &text))?;
                }
            }
        }
        Ok(())
    }
}

/// The directory in which its snippet ships.
pub(super) fn snippet(name: &str) -> PathBuf {
    project::root().join("npm/snippets").join(name)
}
