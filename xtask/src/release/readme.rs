//! The hash of the loader in the documents that show how to load it from a CDN. It is known only after a build, and belongs to a version:
//! `cargo xtask release` fails if a document has another one, and writes it with `UPDATE=1`.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fs;

/// The documents with such a snippet.
const DOCUMENTS: [&str; 3] = ["README.md", "README.zh.md", "npm/README.md"];

/// The hash of the loader that was built.
fn integrity() -> Result<String> {
    let file = "dist/embed/integrity.json";
    let hashes: Value = serde_json::from_str(&fs::read_to_string(file).context(file)?)?;
    Ok(hashes["sandbox-explorer.js"].as_str().context("no hash of the loader")?.to_owned())
}

/// The hash of the loader, if all documents have it and the version. With `UPDATE=1` they are written instead; then there is no release yet,
/// because they are part of it.
pub(crate) fn check(version: &str) -> Result<Option<String>> {
    let integrity = integrity()?;
    let mut stale = Vec::new();
    for path in DOCUMENTS {
        let before = fs::read_to_string(path).context(path)?;
        let after = pinned(&before, version, &integrity).with_context(|| path.to_owned())?;
        if before != after {
            stale.push((path, after));
        }
    }
    if stale.is_empty() {
        return Ok(Some(integrity));
    }
    let names = stale.iter().map(|(path, _)| *path).collect::<Vec<_>>().join(", ");
    ensure!(
        std::env::var_os("UPDATE").is_some(),
        "{names} pin another loader than the one that was built, {integrity}; `UPDATE=1 cargo xtask release` writes it"
    );
    for (path, text) in stale {
        fs::write(path, text)?;
    }
    println!("wrote {integrity} to {names}; commit, and make the release again");
    Ok(None)
}

/// A document with this version and hash in each snippet that loads the npm package from a CDN.
fn pinned(text: &str, version: &str, integrity: &str) -> Result<String> {
    const PACKAGE: &str = "/npm/sandbox-explorer@";
    const HASH: &str = "integrity=\"";
    let mut pieces = text.split(PACKAGE);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    let mut n = 0;
    for piece in pieces {
        let (_, rest) = piece.split_once('/').context("an address without a file")?;
        // Up to the end of the tag.
        let (tag, after) = rest.split_once("></script>").unwrap_or(("", rest));
        out += &format!("{PACKAGE}{version}/");
        if let Some((before, hash)) = tag.split_once(HASH) {
            let (_, behind) = hash.split_once('"').context("a hash without an end")?;
            out += &format!("{before}{HASH}{integrity}\"{behind}></script>{after}");
            n += 1;
        } else {
            out += rest;
        }
    }
    ensure!(n > 0, "no snippet pins the loader");
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_and_hash_are_written_where_the_loader_is_pinned() {
        let text = "see <https://a/npm/sandbox-explorer@0.1.0/x.js>\n<script type=\"module\" src=\"https://a/npm/sandbox-explorer@0.1.0/sandbox-explorer.js\"\n  integrity=\"sha384-old\" crossorigin></script>\n<p integrity=\"kept\">\n";
        let new = pinned(text, "0.2.0", "sha384-new").unwrap();
        assert_eq!(new, text.replace("0.1.0", "0.2.0").replace("sha384-old", "sha384-new"));
        assert!(pinned("nothing", "0.2.0", "sha384-new").is_err());
    }
}
