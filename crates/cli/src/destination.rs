//! The catalog's file.

use std::fs;
use std::path::Path;

/// Writes a file whole or not at all: into a file next to it, which then gets its name.
pub(crate) fn write(file: &str, text: &str) -> Result<(), String> {
    let path = Path::new(file);
    let name = path.file_name().ok_or_else(|| format!("{file}: expected the name of a file"))?;
    let beside = path.with_file_name(format!(".{}.{}.tmp", name.to_string_lossy(), std::process::id()));
    fs::write(&beside, text).and_then(|()| fs::rename(&beside, path)).map_err(|error| {
        let _ = fs::remove_file(&beside);
        format!("{file}: {error}")
    })
}
