//! The theme: a fixed one that is not the page's, and a page that turns dark in a way that nobody can read from its colours.

use crate::Seen;
use crate::markup::Tag;

/// Attributes of the page's root in which sites name their theme.
const NAMES: [&str; 7] = [
    "data-theme",
    "data-bs-theme",
    "data-color-scheme",
    "data-color-mode",
    "data-md-color-scheme",
    "data-mode",
    "data-mode-theme",
];

/// The theme that a root element names.
fn named(tag: &Tag) -> Option<&'static str> {
    let words = NAMES.iter().filter_map(|name| tag.attribute(name));
    let classes = tag.attribute("class").unwrap_or_default().split_ascii_whitespace();
    words.chain(classes).find_map(|word| match word.to_ascii_lowercase().as_str() {
        "dark" | "night" | "slate" | "dark-mode" | "theme-dark" => Some("dark"),
        "light" | "day" | "default" | "light-mode" | "theme-light" => Some("light"),
        _ => None,
    })
}

pub(crate) fn rule(seen: &mut Seen) {
    let roots = ["html", "body"].into_iter().flat_map(|name| seen.markup.named(name).collect::<Vec<_>>());
    let of_page = roots.filter_map(|(_, tag)| Some((named(tag)?, tag.source.clone()))).next();
    if let Some((of_page, source)) = of_page {
        for explorer in seen.explorers.clone() {
            let fixed = explorer.option("theme").map(|theme| theme.trim().to_ascii_lowercase());
            if fixed.is_some_and(|fixed| ["light", "dark"].contains(&fixed.as_str()) && fixed != of_page) {
                seen.maybe("theme", explorer.line, format!("{} – {source}", explorer.tag.source));
            }
        }
    }
    if let Some((line, rule)) = inverted(seen).filter(|_| !seen.explorers.is_empty()) {
        seen.maybe("theme", line, rule);
    }
}

/// A style that turns the whole page round: its colours stay those of the light page.
fn inverted(seen: &Seen) -> Option<(usize, String)> {
    let of_root = |selector: &str| {
        let last = selector.split([' ', '>', '}']).rfind(|word| !word.is_empty()).unwrap_or_default();
        ["html", "body", ":root"].iter().any(|root| last.starts_with(root))
            || last.starts_with('.') && last.contains("dark")
    };
    seen.markup.tags().filter(|(.., tag)| tag.name == "style").find_map(|(at, line, _)| {
        let text = seen.markup.text_after(at);
        text.split('}').find_map(|rule| {
            let (selector, body) = rule.rsplit_once('{')?;
            let is_round = body.contains("filter:") && body.contains("invert(");
            (is_round && of_root(selector.trim()))
                .then(|| (line, crate::markup::short(&format!("{selector}{{{body}}}"))))
        })
    })
}
