//! A project as one line of Markdown to paste into another text: what it is, since when it is in the CNCF, and the source.

use crate::i18n::Lang;
use crate::model::{Catalog, Date, Project};
use crate::text::{concat, join};

/// `[youki](https://…) — Runs OCI containers …; CNCF Sandbox since 2024-10-17, Apache-2.0, Rust. Source: …, as of 2026-08-07.`
#[must_use]
pub fn markdown(catalog: &Catalog, project: &Project, lang: Lang) -> String {
    if catalog.terms.is_some() {
        return of_others(catalog, project, lang);
    }
    let (messages, late) = (lang.messages(), lang.late());
    let maturity = &project.maturity;
    let mut made_of = vec![project.licence];
    made_of.extend(project.languages);
    let source = catalog.sources.iter().find(|source| source.slug == maturity.source);
    late.citation.fill([
        &plain(project.name),
        &address(project.links.website),
        &plain(unstopped(lang.of(project.summary))),
        messages.level(maturity.level),
        &maturity.since.iso(),
        &plain(&join(&made_of, messages.list_separator)),
        &plain(source.map_or(maturity.source, |source| lang.label(source.name))),
        &maturity.as_of.iso(),
    ])
}

/// The same in a catalog of somebody else, with what is known: `[Anvil](https://…) — Forges iron (Graduated, Joined 2024-05-02, MIT).
/// Source: Tools (as of 2026-03-01).`
fn of_others(catalog: &Catalog, project: &Project, lang: Lang) -> String {
    let (words, late) = (lang.words(catalog), lang.late());
    let (texts, terms) = (lang.others_late(), catalog.terms.copied().unwrap_or_default());
    let mut cited = linked(project);
    if !project.summary.en.is_empty() {
        cited = texts.cited.fill([&cited, &plain(unstopped(lang.of(project.summary)))]);
    }
    let dated =
        |name: &str, date: Date| if date.year > 0 { concat(&[name, " ", &date.iso()]) } else { name.to_owned() };
    let level = words.level(project.maturity.level);
    let accepted = if project.accepted.year > 0 { dated(words.entered, project.accepted) } else { String::new() };
    let mut facts = vec![level, &accepted, project.licence];
    facts.extend(project.languages);
    facts.retain(|fact| !fact.is_empty());
    if !facts.is_empty() {
        cited = late.counted.fill([&cited, &plain(&join(&facts, words.list_separator))]);
    }
    let title = lang.label(terms.title);
    if title.is_empty() {
        return cited;
    }
    let is_dated = catalog.as_of.year > 0;
    let title = if is_dated { late.as_of.fill([title, &catalog.as_of.iso()]) } else { title.to_owned() };
    texts.source.fill([&cited, &plain(&title)])
}

/// A text without its full stop.
fn unstopped(text: &str) -> &str {
    text.strip_suffix(".").or(text.strip_suffix("。")).unwrap_or(text)
}

/// The first address of a project; empty if it has none.
#[must_use]
pub fn home(project: &Project) -> &'static str {
    let links = &project.links;
    let others = links.others.first().map_or("", |other| other.url);
    [links.website, links.repository, links.docs.unwrap_or_default()]
        .into_iter()
        .find(|it| !it.is_empty())
        .unwrap_or(others)
}

/// The name of a project in Markdown, as a link if it has an address.
pub(crate) fn linked(project: &Project) -> String {
    let (name, home) = (plain(project.name), home(project));
    if home.is_empty() { name } else { concat(&["[", &name, "](", &address(home), ")"]) }
}

/// Escapes a text for a line of Markdown; the result cannot be HTML either.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in text.chars() {
        // A summary may have several lines.
        let c = if c == '\n' { ' ' } else { c };
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
