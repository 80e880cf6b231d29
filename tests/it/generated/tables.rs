//! The tables of the documentation.

use sandbox_explorer::contract::{
    EVENTS, KEYS, METHODS, Named, PARTS, PROPERTIES, READ_ONLY, SLOTS, STATES, STATIC_METHODS, Typed,
};
use sandbox_explorer::facet::{FACETS, Index, VALUES};
use sandbox_explorer::i18n::CAUSES;
use sandbox_explorer::options::ATTRIBUTES;

use super::tokens;

/// A facet with more values than this is described by its first ones.
const MOST_VALUES: usize = 8;

/// A table in Markdown; the first row is its header.
fn table(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut text = String::new();
    for (n, row) in rows.into_iter().enumerate() {
        assert!(row.iter().all(|cell| !cell.contains(['|', '\n'])), "{row:?}");
        text += &format!("| {} |\n", row.join(" | "));
        if n == 0 {
            text += &format!("|{}\n", "---|".repeat(row.len()));
        }
    }
    text
}

fn row<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(|cell| cell.trim().to_owned()).to_vec()
}

fn code(name: &str) -> String {
    format!("`{name}`")
}

fn list(names: impl IntoIterator<Item = &'static str>) -> String {
    names.into_iter().map(code).collect::<Vec<_>>().join(", ")
}

pub(super) fn attributes() -> String {
    let rows = ATTRIBUTES.iter().map(|it| row([&code(it.name), it.en, it.default]));
    table([row(["attribute", "meaning", "default"])].into_iter().chain(rows))
}

fn properties_of(of: &[Typed]) -> String {
    let rows = of.iter().map(|(name, _, meaning)| row([&code(name), meaning]));
    table([row(["property", "is"])].into_iter().chain(rows))
}

pub(super) fn other_properties() -> String {
    properties_of(PROPERTIES)
}

pub(super) fn read_only() -> String {
    properties_of(READ_ONLY)
}

pub(super) fn states() -> String {
    let rows = STATES.iter().map(|(state, is)| row([&format!("`:state({state})`"), is]));
    table([row(["state", "is"])].into_iter().chain(rows))
}

pub(super) fn attributes_in_chinese() -> String {
    let rows = ATTRIBUTES.iter().map(|it| row([&code(it.name), it.zh, it.zh_default]));
    table([row(["属性", "含义", "默认值"])].into_iter().chain(rows))
}

/// The values of a facet: all of few, the first of many. Those that the catalog lists are allowed even if no project has them.
fn values(facet: usize) -> String {
    let index = Index::bundled();
    let mut all = (FACETS[facet].listed)(index.catalog);
    if all.is_empty() {
        all = index.values(facet).iter().map(|value| value.slug.as_str()).collect();
    }
    if all.len() <= MOST_VALUES { list(all) } else { list(all[..3].iter().copied()) + " …" }
}

pub(super) fn keys() -> String {
    let named = |rows: &'static [Named]| rows.iter().map(|(key, values)| row([&code(key), values]));
    let facets = FACETS.iter().zip(VALUES).enumerate().map(|(facet, (it, meaning))| {
        let before = if meaning.is_empty() { String::new() } else { format!("{}: ", meaning.trim()) };
        row([&code(it.key), &(before + &values(facet))])
    });
    let (before, after) = KEYS;
    table([row(["key", "values"])].into_iter().chain(named(before)).chain(facets).chain(named(after)))
}

fn names(of: &[Typed]) -> String {
    of.iter().map(|it| it.0).collect::<Vec<_>>().join(", ")
}

pub(super) fn events() -> String {
    let rows = EVENTS.iter().map(|event| {
        let mut when = event.when.to_owned();
        if event.detail.iter().any(|it| it.0 == "cause") {
            when += &format!(". `cause`: {}", list(CAUSES.iter().map(|cause| cause.0)));
        }
        row([&format!("`sandbox-explorer-{}`", event.name), &format!("`{{ {} }}`", names(event.detail)), &when])
    });
    table([row(["event", "detail", "when"])].into_iter().chain(rows))
}

pub(super) fn methods() -> String {
    let all = METHODS.iter().map(|it| ("", it)).chain(STATIC_METHODS.iter().map(|it| ("SandboxExplorerElement.", it)));
    let rows = all.map(|(class, method)| {
        let result = match method.result.strip_prefix("Promise<") {
            _ if method.returns.is_empty() => String::new(),
            Some(_) => format!("; returns a promise of {}", method.returns),
            None => format!("; returns {}", method.returns),
        };
        row([&format!("`{class}{}({})`", method.name, names(method.parameters)), &(method.does.to_owned() + &result)])
    });
    table([row(["method", "does"])].into_iter().chain(rows))
}

pub(super) fn slots() -> String {
    let name = |name: &str| if name.is_empty() { "without a name".to_owned() } else { code(name) };
    let rows = SLOTS.iter().map(|(slot, is)| row([&name(slot), is]));
    table([row(["slot", "is"])].into_iter().chain(rows))
}

pub(super) fn properties() -> String {
    let rows = tokens::properties().into_iter().map(|it| {
        let (first, rest) = it.paints.split_at(1);
        row([&code(&it.name), &(first.to_lowercase() + rest), &it.default])
    });
    table([row(["property", "paints", "default"])].into_iter().chain(rows))
}

pub(super) fn parts() -> String {
    let rows = PARTS.iter().map(|(part, is)| row([&code(part), is]));
    table([row(["part", "is"])].into_iter().chain(rows))
}

/// In lines of at most 140 characters.
pub(super) fn part_names() -> String {
    let mut lines = vec!["Parts:".to_owned()];
    for (n, (part, _)) in PARTS.iter().enumerate() {
        let word = format!(" `{part}`{}", if n + 1 < PARTS.len() { "," } else { "." });
        match lines.last_mut() {
            Some(line) if line.len() + word.len() <= 140 => line.push_str(&word),
            _ => lines.push(word.trim().to_owned()),
        }
    }
    lines.join("\n") + "\n"
}
