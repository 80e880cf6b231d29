//! What an editor or a filter of the site has taken from what was pasted: the script, the tag, attributes; or made of it: text.

use crate::Seen;
use crate::explorer::{self, Explorer, MARK, NAME};
use crate::loader;
use crate::markup::{Kind, Markup, short};

pub(crate) fn rule(seen: &mut Seen) {
    let pasted = Markup::read(seen.page.pasted);
    let meant = explorer::all(&pasted);
    let is_framed = seen.markup.named("iframe").any(|(_, tag)| {
        tag.attribute("src").is_some_and(|src| loader::file_name(src).starts_with("sandbox-explorer.frame"))
    });
    unmarked(seen);
    if seen.explorers.is_empty() && seen.findings.is_empty() && !is_framed {
        tag(seen, &meant);
    }
    for (meant, found) in meant.iter().zip(seen.explorers.clone()) {
        attributes(seen, meant, &found);
    }
    let n_found = seen.explorers.len();
    for meant in meant.iter().skip(n_found).filter(|_| n_found > 0) {
        seen.wrong("tag", 1, &*meant.tag.source);
    }
    if !seen.explorers.is_empty() && seen.loaders.is_empty() {
        let line = seen.explorers[0].line;
        let source = loader::all(&pasted).first().map(|loader| loader.tag.source.clone());
        // A bundle may contain the element under any name.
        let has_scripts = seen.markup.named("script").any(|(_, tag)| tag.has("src"));
        match source {
            Some(source) => seen.wrong("script", line, source),
            None if has_scripts => seen.maybe("script", line, "<script type=\"module\" src=\"…/sandbox-explorer.js\">"),
            None => seen.wrong("script", line, "<script type=\"module\" src=\"…/sandbox-explorer.js\">"),
        }
    }
}

/// There is no explorer: as text, or not at all.
fn tag(seen: &mut Seen, meant: &[Explorer]) {
    let written = seen.markup.pieces.iter().find_map(|piece| match &piece.kind {
        Kind::Text(text) => {
            let at = text.find("<sandbox-explorer").or_else(|| text.find(&format!("<div {MARK}")))?;
            Some((piece.line, short(text[at..].lines().next().unwrap_or_default())))
        }
        _ => None,
    });
    match written {
        Some((line, source)) => seen.wrong("escaped", line, source),
        None => {
            let source = meant.first().map_or_else(|| format!("<{NAME}>"), |meant| meant.tag.source.clone());
            let line = seen.loaders.first().map_or(1, |loader| loader.line);
            seen.wrong("tag", line, source);
        }
    }
}

/// Attributes that were pasted and are not there, or have another value. The element itself changes the first two.
fn attributes(seen: &mut Seen, meant: &Explorer, found: &Explorer) {
    for (name, value) in meant.options().filter(|(name, _)| !["query", "view", "sandbox-explorer"].contains(name)) {
        let before = if meant.is_div { "data-" } else { "" };
        match found.option(name) {
            Some(now) if now == value => {}
            Some(now) => seen.wrong("attributes", found.line, format!("{before}{name}=\"{value}\" → \"{now}\"")),
            None => seen.wrong("attributes", found.line, format!("{before}{name}=\"{value}\"")),
        }
    }
}

/// Names that, with `data-` before them, hardly anybody else uses.
const OWN: [&str; 6] = [
    "data-url-key",
    "data-heading-level",
    "data-current-part",
    "data-without-search",
    "data-without-tabs",
    "data-without-facets",
];

/// `div`s that have our attributes and have lost the one that makes them an explorer.
fn unmarked(seen: &mut Seen) {
    let is_ours = |(name, value): &(String, String)| {
        let first = value.split(['=', '&']).next().unwrap_or_default();
        OWN.contains(&name.as_str()) || (name == "data-scope" && value.contains('=') && KEYS.contains(&first))
    };
    let found: Vec<(usize, String)> = seen
        .markup
        .named("div")
        .filter(|(_, tag)| !tag.has(MARK) && tag.attributes.iter().any(is_ours))
        .map(|(line, tag)| (line, format!("{MARK} – {}", tag.source)))
        .collect();
    for (line, source) in found {
        seen.wrong("attributes", line, source);
    }
}

/// With what a scope begins.
const KEYS: [&str; 5] = ["part", "category", "project", "language", "q"];
