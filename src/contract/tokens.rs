//! The custom properties that a page may set, read from the style sheet that uses them: nothing else says their names, meanings and
//! defaults.

/// The style sheet.
const CSS: &str = include_str!("../../style/tokens.css");

/// What all their names begin with.
pub const PREFIX: &str = "--sandbox-explorer-";

/// A custom property.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Its name without [`PREFIX`].
    pub name: &'static str,
    /// What it paints.
    pub paints: &'static str,
    /// Its default in words.
    pub default: &'static str,
    /// Its default in CSS, if it has one.
    pub css: Option<&'static str>,
}

/// Every custom property, in the order of the style sheet. A comment that is not of the form “What it paints. Default: value.” gives empty
/// words; the tests refuse it.
#[must_use]
pub fn tokens() -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut comment = "";
    for line in CSS.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("/* ").and_then(|line| line.strip_suffix(" */")) {
            comment = words;
            continue;
        }
        let Some((_, rest)) = line.split_once("var(--sandbox-explorer-") else { continue };
        let end = rest.find([',', ')']).unwrap_or(rest.len());
        let (name, rest) = rest.split_at(end);
        if found.iter().all(|known| known.name != name) {
            let words = comment.strip_suffix('.').and_then(|words| words.split_once(". Default: "));
            let (paints, default) = words.unwrap_or_default();
            let css = rest.strip_prefix(", ").and_then(|rest| rest.strip_suffix(");"));
            found.push(Token { name, paints, default, css });
        }
    }
    found
}
