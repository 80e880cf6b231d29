//! The files of the element as they were built: their sizes and hashes, from `files.json` next to them, which the build writes.

use std::borrow::Cow;

use sandbox_explorer_catalog::json;
use sandbox_explorer_catalog::tree::Tree;

/// One file that ships.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shipped {
    /// Its name.
    pub name: String,
    /// Bytes as it is.
    pub raw: u64,
    /// Bytes after gzip.
    pub gzip: u64,
    /// Bytes after brotli.
    pub brotli: u64,
    /// Its hash in the format of the attribute `integrity`.
    pub integrity: String,
}

/// The files of one build; empty in a development build, which has no sizes that mean anything.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Files(Vec<Shipped>);

impl Files {
    /// Reads `files.json`.
    ///
    /// # Errors
    /// One line, if it is not the JSON that the build writes.
    pub fn read(bytes: Vec<u8>) -> Result<Files, String> {
        let tree = json::read(bytes).map_err(|why| format!("files.json: {why}"))?;
        let Tree::Map(files) = tree else {
            return Err(format!("files.json: expected a table of files, not {}", tree.kind()));
        };
        let file = |(name, facts): (Cow<'_, str>, Tree)| {
            let number = |key| match get(&facts, key) {
                Some(Tree::Number(number)) if *number >= 0.0 => Ok(*number as u64),
                _ => Err(format!("files.json: {name}.{key}: expected a number")),
            };
            let integrity = match get(&facts, "integrity") {
                Some(Tree::String(hash)) => hash.to_string(),
                _ => String::new(),
            };
            let [raw, gzip, brotli] = [number("raw")?, number("gzip")?, number("brotli")?];
            Ok(Shipped { name: name.into_owned(), raw, gzip, brotli, integrity })
        };
        files.into_iter().map(file).collect::<Result<_, String>>().map(Files)
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A file by its name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Shipped> {
        self.0.iter().find(|file| file.name == name)
    }

    /// The hash of a file, if it is known.
    pub(crate) fn integrity(&self, name: &str) -> Option<&str> {
        self.get(name).map(|file| file.integrity.as_str()).filter(|hash| !hash.is_empty())
    }
}

fn get<'a>(tree: &'a Tree, key: &str) -> Option<&'a Tree> {
    let Tree::Map(entries) = tree else { return None };
    entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)
}
