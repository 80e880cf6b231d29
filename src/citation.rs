//! A project as one line of Markdown to paste into another text: what it is, since when it is in the CNCF, and the source.

use crate::i18n::Lang;
use crate::model::{Catalog, Project};
use crate::text::join;

/// `[youki](https://…) — Runs OCI containers …; CNCF Sandbox since 2024-10-17, Apache-2.0, Rust. Source: …, as of 2026-08-07.`
#[must_use]
pub fn markdown(catalog: &Catalog, project: &Project, lang: Lang) -> String {
    let (messages, late) = (lang.messages(), lang.late());
    let maturity = &project.maturity;
    let summary = lang.of(project.summary);
    let summary = summary.strip_suffix(".").or(summary.strip_suffix("。")).unwrap_or(summary);
    let mut made_of = vec![project.licence];
    made_of.extend(project.languages);
    let source = catalog.sources.iter().find(|source| source.slug == maturity.source);
    late.citation.fill([
        &plain(project.name),
        &address(project.links.website),
        &plain(summary),
        messages.level(maturity.level),
        &maturity.since.iso(),
        &plain(&join(&made_of, messages.list_separator)),
        &plain(source.map_or(maturity.source, |source| lang.label(source.name))),
        &maturity.as_of.iso(),
    ])
}

/// Escapes a text for a line of Markdown; the result cannot be HTML either.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' | '&') {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}

/// Escapes an address for the parentheses of a Markdown link.
pub(crate) fn address(address: &str) -> String {
    let mut escaped = String::new();
    for c in address.chars() {
        match c {
            '(' => escaped.push_str("%28"),
            ')' => escaped.push_str("%29"),
            '<' => escaped.push_str("%3C"),
            '>' => escaped.push_str("%3E"),
            '\\' => escaped.push_str("%5C"),
            ' ' => escaped.push_str("%20"),
            c => escaped.push(c),
        }
    }
    escaped
}
