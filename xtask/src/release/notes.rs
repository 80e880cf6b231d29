//! The release notes: the section of CHANGELOG.md about a version.

use anyhow::{Context, Result, ensure};

/// The text below the heading of this version, and the day of its heading.
pub(crate) fn of(changelog: &str, version: &str) -> Result<(String, String)> {
    let mut sections = changelog.split("\n## ").skip(1);
    let is_of = |section: &&str| section.split([' ', '\n']).next() == Some(version);
    let section = sections.find(is_of).with_context(|| format!("CHANGELOG.md has no section {version}"))?;
    let (heading, text) = section.split_once('\n').unwrap_or((section, ""));
    let day = heading.split_once(" – ").map(|(_, day)| day.trim().to_owned());
    let day =
        day.with_context(|| format!("CHANGELOG.md: `## {version}` needs its day: `## {version} – 2026-01-31`"))?;
    let text = text.trim();
    ensure!(!text.is_empty(), "CHANGELOG.md says nothing about {version}");
    Ok((format!("{text}\n"), day))
}

/// A text for readers elsewhere: its links to files of the project lead to them at this version.
pub(crate) fn elsewhere(text: &str, repository: &str, version: &str) -> String {
    let mut pieces = text.split("](");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let is_file = !piece.starts_with('#') && !piece.split(')').next().unwrap_or_default().contains("://");
        out += "](";
        if is_file {
            out += &format!("{repository}/blob/v{version}/");
        }
        out += piece;
    }
    out
}

/// What has been written under `Unreleased`.
pub(crate) fn unreleased(changelog: &str) -> &str {
    let section = changelog.split("\n## Unreleased\n").nth(1).unwrap_or_default();
    section.split("\n## ").next().unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Changelog\n\n## Unreleased\n\n- next\n\n## 1.2.0 – 2026-01-31\n\n### A\n\n- one\n\n## 1.1.0\n\n- old\n\n## 1.0.0 – 2025-01-01\n";

    #[test]
    fn links_to_files_lead_to_the_repository() {
        let text = "[a](docs/a.md#b), [c](#d), [e](https://x/) and `f(g)`";
        let expected = "[a](https://r/blob/v1.0.0/docs/a.md#b), [c](#d), [e](https://x/) and `f(g)`";
        assert_eq!(elsewhere(text, "https://r", "1.0.0"), expected);
    }

    #[test]
    fn the_section_of_a_version_is_cut_out() {
        assert_eq!(of(TEXT, "1.2.0").unwrap(), ("### A\n\n- one\n".to_owned(), "2026-01-31".to_owned()));
        assert_eq!(unreleased(TEXT), "- next");
        for (version, error) in [
            ("1.2", "CHANGELOG.md has no section 1.2"),
            ("1.1.0", "CHANGELOG.md: `## 1.1.0` needs its day: `## 1.1.0 – 2026-01-31`"),
            ("1.0.0", "CHANGELOG.md says nothing about 1.0.0"),
        ] {
            assert_eq!(of(TEXT, version).unwrap_err().to_string(), error);
        }
    }
}
