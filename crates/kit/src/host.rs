//! A host: a blog system, a framework or a plain page into which the explorer is put, and how its texts are written.

use crate::hosts::HOSTS;
use crate::inside::Inside;
use crate::syntax::Syntax;

/// A host, declared once in [`HOSTS`].
pub struct Host {
    /// Its name in commands and addresses; never renamed.
    pub slug: &'static str,
    /// Its name for people.
    pub name: &'static str,
    /// The directory of the author's site that the files of `dist/embed` are copied to. Empty: next to the page. `None`: a package brings
    /// them.
    pub directory: Option<&'static str>,
    /// Where the site serves that directory, for the addresses of preload lines. `None`: only the host's build knows.
    pub(crate) served: Option<&'static str>,
    /// How the example writes the address of the loader.
    pub(crate) loader: Option<Loader>,
    /// How attributes are written.
    pub(crate) syntax: Syntax,
    /// How the list inside the tag is written.
    pub(crate) inside: Inside,
    /// Whether style and preload lines may go into the pasted text; otherwise they are pieces of their own.
    pub(crate) is_markup: bool,
    /// The example to paste into a post.
    pub(crate) example: &'static str,
    /// What is done once for a site.
    pub(crate) once: &'static [Once],
}

/// How the texts of a host write the address of the loader, and how one of the author's takes its place.
pub(crate) struct Loader {
    /// The address in the example or in a text of `once`.
    pub(crate) written: &'static str,
    /// What another address is put between.
    pub(crate) around: [&'static str; 2],
    /// What its hash is put before, and between what.
    pub(crate) integrity: Option<(&'static str, [&'static str; 2])>,
}

/// A text that a site needs once.
pub(crate) struct Once {
    pub(crate) place: OncePlace,
    /// The path in the site, or the file that it is pasted into.
    pub(crate) path: &'static str,
    pub(crate) text: &'static str,
}

/// What is done with it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum OncePlace {
    /// It is a file of its own.
    File,
    /// It is pasted into a file.
    Into,
    /// It is a command.
    Terminal,
}

/// The host of this name.
///
/// # Errors
/// One line with the names that exist.
pub fn host(slug: &str) -> Result<&'static Host, String> {
    let known = || HOSTS.iter().map(|host| host.slug).collect::<Vec<_>>().join(", ");
    HOSTS
        .iter()
        .find(|host| host.slug == slug)
        .ok_or_else(|| format!("no host is called \"{slug}\"; there are {}", known()))
}

impl std::fmt::Debug for Host {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.slug)
    }
}

impl PartialEq for Host {
    fn eq(&self, other: &Host) -> bool {
        self.slug == other.slug
    }
}

impl Eq for Host {}
