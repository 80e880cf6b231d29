//! The attributes of the tag: names that are nearly ones of ours, values that are not allowed, quotation marks of a word processor.

use sandbox_explorer::options::{ATTRIBUTES, Attribute, Kind, OPTIONS, Options};

use crate::Seen;
use crate::explorer::Explorer;

/// Marks that an editor for prose puts in place of `"`.
const MARKS: [char; 10] = ['“', '”', '„', '‟', '″', '«', '»', '‘', '’', '＂'];

pub(crate) fn rule(seen: &mut Seen) {
    for explorer in seen.explorers.clone() {
        for (name, value) in &explorer.tag.attributes {
            if value.starts_with(MARKS) || value.ends_with(MARKS) || name.contains(MARKS) {
                let value = if value.is_empty() { String::new() } else { format!("={value}") };
                seen.wrong("quotes", explorer.line, format!("{name}{value}"));
            } else if let Some(detail) = refused(&explorer, name, value) {
                seen.wrong("attribute", explorer.line, detail);
            }
        }
    }
}

/// Why an attribute has no effect: its name or its value, and what is allowed.
fn refused(explorer: &Explorer, name: &str, value: &str) -> Option<String> {
    let option = match (explorer.is_div, name.strip_prefix("data-")) {
        (true, Some("sandbox-explorer")) => return None,
        (true, Some(option)) => option,
        // Without `data-` it is nobody's; `lang` is everybody's.
        (true, None) => return (known(name).is_some() && name != "lang").then(|| format!("{name} → data-{name}")),
        (false, Some(option)) if known(option).is_some() => return Some(format!("{name} → {option}")),
        (false, Some(_)) => return None,
        (false, None) => name,
    };
    let Some(attribute) = known(option) else {
        return near(option).map(|meant| {
            format!("{name} → {}", if explorer.is_div { format!("data-{meant}") } else { meant.to_owned() })
        });
    };
    if explorer.is_div && ["src", "base"].contains(&option) {
        return Some(format!("{name} → <sandbox-explorer {option}=\"…\">"));
    }
    let is_option = OPTIONS.iter().any(|row| row.name == option);
    let is_allowed = match attribute.kind {
        _ if is_option => Options::default().set(option, Some(value)).is_ok(),
        Kind::Choice => value.is_empty() || attribute.allowed.split(", ").any(|known| known == value.trim()),
        _ => true,
    };
    (!is_allowed).then(|| format!("{name}=\"{value}\": {}", attribute.allowed))
}

fn known(name: &str) -> Option<&'static Attribute> {
    ATTRIBUTES.iter().find(|attribute| attribute.name == name)
}

/// The attribute that is meant by a name that is nearly one: without its hyphen, or with a letter wrong.
fn near(name: &str) -> Option<&'static str> {
    let bare = |name: &str| name.replace(['-', '_'], "");
    let is_near = |known: &str| {
        let most = if known.len() > 7 { 2 } else { 1 };
        bare(known) == bare(name) || (name.len() > 3 && distance(known, name) <= most)
    };
    ATTRIBUTES.iter().map(|attribute| attribute.name).find(|known| is_near(known))
}

/// How many letters must be changed, added or removed.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut before = row[0];
        row[0] = at + 1;
        for (n, known) in other.chars().enumerate() {
            let here = (before + usize::from(letter != known)).min(row[n] + 1).min(row[n + 1] + 1);
            before = row[n + 1];
            row[n + 1] = here;
        }
    }
    row.last().copied().unwrap_or_default()
}
