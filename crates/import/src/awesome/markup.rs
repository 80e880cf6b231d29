//! What people put between their Markdown: HTML, and shortcodes of GitHub.

use std::borrow::Cow;

use crate::text;

/// The text of HTML without its tags, on one line.
fn without_tags(html: &str) -> String {
    let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    text::line(&parts.collect::<String>())
}

/// Headings such as `<h2 align="center">`, each with its level.
pub(super) fn headings(html: &str) -> Vec<(u8, String)> {
    let lower = html.to_ascii_lowercase();
    let heading = |level: u8| {
        let start = lower.find(&format!("<h{level}"))?;
        let end = start + lower[start..].find(&format!("</h{level}>"))?;
        let (_, inside) = html[start..end].split_once('>')?;
        Some((level, without_tags(inside)))
    };
    (1..=4).filter_map(heading).collect()
}

/// The summary of a folded section, without what is in `<kbd>`: a number of entries.
pub(super) fn summary(html: &str) -> Option<String> {
    let (_, rest) = html.split_once("<summary>")?;
    let (inside, _) = rest.split_once("</summary>")?;
    Some(without_tags(inside.split("<kbd>").next().unwrap_or_default()))
}

/// Text without `:rocket:`, which only GitHub shows as a picture.
pub(super) fn without_shortcodes(text: &str) -> Cow<'_, str> {
    let is_inside = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-' | '+');
    let is_apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != ':');
    let mut kept = Cow::Borrowed("");
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(':') {
        let code = after.split_once(':').filter(|(code, _)| !code.is_empty() && code.chars().all(is_inside));
        match code {
            Some((_, after)) if is_apart(before.chars().next_back()) && is_apart(after.chars().next()) => {
                kept += before;
                rest = after;
            }
            _ => {
                kept += &rest[..=before.len()];
                rest = after;
            }
        }
    }
    if kept.is_empty() { Cow::Borrowed(rest) } else { kept + rest }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortcodes_are_told_from_colons() {
        for (text, expected) in [
            (":rocket: fast :+1:", " fast "),
            (":x: no", " no"),
            ("std::fmt::Debug: at 10:20:30", "std::fmt::Debug: at 10:20:30"),
            ("a: b: c", "a: b: c"),
            ("", ""),
        ] {
            assert_eq!(without_shortcodes(text), expected);
        }
    }
}
