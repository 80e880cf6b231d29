//! The custom properties that a page may set, from `style/tokens.css`.

use crate::tidy::read;

/// A custom property.
pub(super) struct Property {
    pub(super) name: String,
    /// What it paints.
    pub(super) paints: String,
    /// Its default in words.
    pub(super) default: String,
    /// Its default in CSS, if it has one.
    pub(super) css: Option<String>,
}

/// Every custom property, each from the comment before its first use.
pub(super) fn properties() -> Vec<Property> {
    let text = read("style/tokens.css");
    let mut found: Vec<Property> = Vec::new();
    let mut comment = "";
    for line in text.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("/* ").and_then(|line| line.strip_suffix(" */")) {
            comment = words;
            continue;
        }
        let Some((_, rest)) = line.split_once("var(--sandbox-explorer-") else { continue };
        let (name, rest) = rest.split_at(rest.find([',', ')']).expect("var() ends"));
        let name = format!("--sandbox-explorer-{name}");
        if found.iter().all(|known| known.name != name) {
            let words = comment.strip_suffix('.').and_then(|words| words.split_once(". Default: "));
            let (paints, default) = words.unwrap_or_else(|| panic!("tokens.css: the comment of {name} has no default"));
            let css = rest.strip_prefix(", ").and_then(|rest| rest.strip_suffix(");"));
            found.push(Property {
                name,
                paints: paints.to_owned(),
                default: default.to_owned(),
                css: css.map(str::to_owned),
            });
        }
    }
    found
}
