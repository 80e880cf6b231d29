//! The table "Where a change goes".

use std::fs;
use std::path::Path;

/// The files and directories that a row names in code, which are patterns: `x` and `<id>` stand for any name, a directory for all in it.
pub(crate) fn files(row: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/development.md");
    let text = fs::read_to_string(path).expect("docs/development.md");
    let (_, table) = text.split_once("\n## Where a change goes\n").expect("the section");
    let start = format!("| {row}");
    let line = table.lines().find(|line| line.starts_with(&start)).unwrap_or_else(|| panic!("no row {row:?}"));
    line.split('`').skip(1).step_by(2).map(ToOwned::to_owned).collect()
}

/// Whether a path is one of those that a pattern names.
pub(crate) fn matches(pattern: &str, path: &str) -> bool {
    if pattern.ends_with('/') {
        return path.starts_with(pattern);
    }
    let (patterns, parts): (Vec<&str>, Vec<&str>) = (pattern.split('/').collect(), path.split('/').collect());
    patterns.len() == parts.len()
        && patterns.iter().zip(&parts).all(|(pattern, part)| {
            let (stem, end) = pattern.split_once('.').unwrap_or((pattern, ""));
            let is_any = ["x", "xx"].contains(&stem) || stem.starts_with('<');
            *pattern == *part || (is_any && part.ends_with(&format!(".{end}")))
        })
}
