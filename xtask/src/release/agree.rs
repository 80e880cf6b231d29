//! What says the same in several places of a release: its version, and the day of its data.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fs;

/// Checks what was built against the version and against the day of the release, and returns the day of the data.
pub(crate) fn check(version: &str, day: &str) -> Result<String> {
    let read = |path: &str| fs::read_to_string(path).with_context(|| path.to_owned());
    let as_of = as_of(&read("data/sources.toml")?)?;
    let catalog: Value = serde_json::from_str(&read("dist/catalog.json")?).context("dist/catalog.json")?;
    ensure!(catalog["as_of"] == *as_of, "dist/catalog.json is of {}, data/sources.toml of {as_of}", catalog["as_of"]);
    ensure!(*as_of <= *day, "CHANGELOG.md: {version} is of {day}, and its data of {as_of}");
    for path in ["dist/embed/sandbox-explorer.js", "dist/embed/sandbox-explorer.inline.js"] {
        let text = read(path)?;
        ensure!(
            ['"', '\'', '`'].iter().any(|quote| text.contains(&format!("{quote}{version}{quote}"))),
            "{path} is not of version {version}"
        );
    }
    Ok(as_of)
}

/// The day of the data: the first `as_of` of the file, which is not that of a source.
fn as_of(sources: &str) -> Result<String> {
    let line = sources.lines().take_while(|line| !line.starts_with('[')).find_map(|line| line.strip_prefix("as_of = "));
    let day = line.and_then(|rest| rest.split_whitespace().next()).context("data/sources.toml has no as_of")?;
    Ok(day.trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_the_data_is_not_that_of_a_source() {
        assert_eq!(as_of("# x\nas_of = 2026-11-22   # a note\n\n[a]\nas_of = \"2024-09\"\n").unwrap(), "2026-11-22");
        assert!(as_of("[a]\nas_of = 2026-11-22\n").is_err());
    }
}
