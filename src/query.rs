//! A `Filter` as a query string and back: `q=mesh&language=rust,go&sort=name`.
//!
//! The only module that knows this format; attributes, the page's URL fragment and events all use it. Keys combine by AND,
//! values of one key, joined by `,`, by OR. Keys and slugs are promises and never renamed; unknown ones are ignored.
//! `project` names projects in order: in a scope, the only ones that exist; in a reader's filter, one is opened, several are
//! compared.

use crate::facet::{FACETS, Index};
use crate::filter::{self, Filter, Sort, View};
use crate::model::{Catalog, Project};
use crate::text::{self, cut};

/// The projects of a catalog that a query string asks for, in its order: those that the explorer shows for it. An empty query asks for
/// all.
///
/// ```
/// let written_in_rust = sandbox_explorer::query::projects(sandbox_explorer::bundled(), "language=rust&sort=name");
/// assert!(written_in_rust.iter().any(|project| project.id == "youki"));
/// ```
#[must_use]
pub fn projects(catalog: &'static Catalog, query: &str) -> Vec<&'static Project> {
    let index = Index::kept(catalog);
    let (all, filter) = (filter::scope(index, &Filter::default()), parse(index, query));
    let mut shown = filter::apply(index, &all, &filter).shown;
    if !filter.projects.is_empty() {
        // Here they are not opened or compared; they are what is asked for.
        shown = filter.projects.into_iter().filter(|number| shown.contains(number)).collect();
    }
    shown.into_iter().map(|number| &catalog.projects[usize::from(number)]).collect()
}

#[doc(hidden)]
/// Reads a query string, with or without its `?` or `#`. Never fails: ignores unknown keys and values.
#[must_use]
pub fn parse(index: &Index, query: &str) -> Filter {
    let mut filter = Filter::default();
    let mut query = query;
    while let Some(rest) = query.strip_prefix(['?', '#']) {
        query = rest;
    }
    while !query.is_empty() {
        let mut pair = cut(&mut query, b'&');
        let key = cut(&mut pair, b'=');
        let value = decode(pair);
        match key {
            "q" => filter.search = value,
            "sort" => {
                let sort = Sort::from_slug(&value).filter(|sort| sort.is_offered(index));
                filter.sort = sort.unwrap_or(filter.sort);
            }
            "view" => filter.view = View::from_slug(&value).or(filter.view),
            "project" => {
                extend(&mut filter.projects, &value, |id| index.project(id));
            }
            _ => {
                let facet = index.facet(key).or_else(|| index.facet(&decode(key)));
                let Some(facet) = facet else { continue };
                extend(&mut filter.chosen[facet], &value, |slug| index.number(facet, slug));
            }
        }
    }
    filter
}

/// Adds the values that these names, separated by `,`, refer to and that are not in the list yet: a repeated name counts once.
fn extend(list: &mut Vec<u16>, mut names: &str, number: impl Fn(&str) -> Option<u16>) {
    while !names.is_empty() {
        let named = number(cut(&mut names, b',').trim_ascii());
        list.extend(named.filter(|number| !list.contains(number)));
    }
}

#[doc(hidden)]
/// Writes the query string; it is empty for the empty filter. `parse(print(filter))` is the filter.
#[must_use]
pub fn print(index: &Index, filter: &Filter) -> String {
    let mut query = String::new();
    if !filter.search.is_empty() {
        encode(pair(&mut query, "q"), &filter.search);
    }
    for (facet, chosen) in filter.chosen.iter().enumerate() {
        for (n, &value) in chosen.iter().enumerate() {
            let to = if n == 0 { pair(&mut query, index.key(facet)) } else { and(&mut query) };
            encode(to, &index.values(facet)[value as usize].slug);
        }
    }
    for (n, &project) in filter.projects.iter().enumerate() {
        let to = if n == 0 { pair(&mut query, "project") } else { and(&mut query) };
        encode(to, index.at(project).id);
    }
    if filter.sort != Sort::default() {
        pair(&mut query, "sort").push_str(filter.sort.slug());
    }
    if let Some(view) = filter.view {
        pair(&mut query, "view").push_str(view.slug());
    }
    query
}

/// Writes a query string of names and values.
#[must_use]
#[doc(hidden)]
pub fn of<'a>(values: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut query = String::new();
    for (name, value) in values {
        encode(pair(&mut query, name), value);
    }
    query
}

fn pair<'a>(query: &'a mut String, key: &str) -> &'a mut String {
    if !query.is_empty() {
        query.push('&');
    }
    query.push_str(key);
    query.push('=');
    query
}

fn and(query: &mut String) -> &mut String {
    query.push(',');
    query
}

/// Escapes characters that would end a value, here or in a URL fragment or attribute; all others, Chinese too, stay readable.
fn encode(query: &mut String, value: &str) {
    for c in value.chars() {
        match c {
            ' ' => query.push('+'),
            '%' | '&' | '+' | ',' | '#' | '=' | '"' | '<' | '>' | '`' => escape(query, c as u8),
            c if c.is_ascii_control() => escape(query, c as u8),
            c => query.push(c),
        }
    }
}

fn escape(query: &mut String, byte: u8) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    query.push('%');
    query.push(HEX[usize::from(byte >> 4)] as char);
    query.push(HEX[usize::from(byte & 15)] as char);
}

#[doc(hidden)]
/// Undoes [`encode`] and the other escapes of browsers: `+` and `%XX`. A `%` without two digits is kept.
#[must_use]
pub fn decode(value: &str) -> String {
    undo(value, true, &[])
}

/// Undoes the escapes `%XX` of these bytes, or of all bytes if none are given.
fn undo(value: &str, with_plus: bool, only: &[u8]) -> String {
    let bytes = value.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|&b| (b as char).to_digit(16));
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let mut byte = bytes[at];
        if let (b'%', Some(high), Some(low)) = (byte, digit(at + 1), digit(at + 2)) {
            let escaped = (high * 16 + low) as u8;
            if only.is_empty() || only.contains(&escaped) {
                byte = escaped;
                at += 2;
            }
        } else if with_plus && byte == b'+' {
            byte = b' ';
        }
        decoded.push(byte);
        at += 1;
    }
    text::from_utf8(&decoded)
}

/// How many times a link is decoded at most to find our key in it.
const MOST_DECODED: usize = 3;

/// The value of `key` in a URL fragment that others may use as well: `#top&explorer=part=4%26q=mesh`.
///
/// Mail and chat programs may encode a link once more, or decode it: both can be read.
#[must_use]
pub fn from_fragment(fragment: &str, key: &str) -> Option<String> {
    let (mut value, behind) = taken_apart(&found(fragment, key)?, key).1?;
    // Our own fragments contain `=`, and no escapes except those of `%` and `&` (browsers escape characters outside ASCII).
    // Otherwise the fragment was encoded once more, at least its `%`.
    for _ in 0..MOST_DECODED {
        if holds(&value, b"%3D") || holds(&value, b"%253D") && !holds(&value, b"=") {
            value = undo(&value, false, &[]);
            continue;
        }
        let query = undo(&value, false, b"%&");
        if !any(&query, is_whole) {
            break;
        }
        value = query;
    }
    Some(if behind.is_empty() { undo(&value, false, b"%&") } else { value + &behind })
}

/// The fragment with our query under `key` and everything else unchanged. The empty string if nothing is left.
#[must_use]
pub fn to_fragment(fragment: &str, key: &str, query: &str) -> String {
    let mut printed = taken_apart(found(fragment, key).as_deref().unwrap_or(without_hash(fragment)), key).0;
    if !query.is_empty() {
        let to = pair(&mut printed, key);
        for c in query.chars() {
            match c {
                // `%` as well as `&`: the query's own escapes must come back as they were.
                '%' | '&' => escape(to, c as u8),
                c => to.push(c),
            }
        }
    }
    printed
}

/// The fragment, decoded as many times as it takes to find our key in it; `None` if it is not there.
fn found(fragment: &str, key: &str) -> Option<String> {
    let mut text = without_hash(fragment).to_owned();
    for _ in 0..=MOST_DECODED {
        if taken_apart(&text, key).1.is_some() {
            return Some(text);
        }
        text = undo(&text, false, &[]);
    }
    None
}

/// The parts of others in the fragment; the value of our key, and the pairs after it that belonged to it before somebody decoded the
/// link: `explorer=part=4&q=mesh`, each with a `&` in front.
fn taken_apart(mut fragment: &str, key: &str) -> (String, Option<(String, String)>) {
    let mut others = String::new();
    let mut ours: Option<(String, String)> = None;
    let mut is_behind = false;
    while !fragment.is_empty() {
        let part = cut(&mut fragment, b'&');
        // `&` as written in HTML.
        let plain = part.strip_prefix("amp;").unwrap_or(part);
        let mut value = plain;
        let name = cut(&mut value, b'=');
        if name == key && plain.len() > key.len() {
            // The first one counts.
            is_behind = ours.is_none() && !is_whole(value);
            ours.get_or_insert_with(|| (value.to_owned(), String::new()));
        } else if let (true, Some((_, behind))) = (is_behind && is_key(name) && !holds(value, b"="), &mut ours) {
            behind.push('&');
            behind.push_str(plain);
        } else if !part.is_empty() {
            is_behind = false;
            if !others.is_empty() {
                others.push('&');
            }
            others.push_str(part);
        }
    }
    (others, ours)
}

/// Whether a query can have this key.
fn is_key(name: &str) -> bool {
    ["q", "sort", "view", "project"].contains(&name) || FACETS.iter().any(|facet| facet.key == name)
}

/// Whether a value has more pairs after the first one, and so has not been decoded.
fn is_whole(value: &str) -> bool {
    let plain = undo(value, false, b"%&");
    let mut rest = plain.as_str();
    cut(&mut rest, b'&');
    any(rest, |pair| {
        let mut value = pair;
        let name = cut(&mut value, b'=');
        is_key(name) && name.len() < pair.len()
    })
}

/// Whether this is true for any pair of a query.
fn any(mut query: &str, is: impl Fn(&str) -> bool) -> bool {
    let mut found = false;
    while !query.is_empty() {
        found |= is(cut(&mut query, b'&'));
    }
    found
}

fn holds(text: &str, sought: &[u8]) -> bool {
    text.as_bytes().windows(sought.len()).any(|found| found.eq_ignore_ascii_case(sought))
}

fn without_hash(fragment: &str) -> &str {
    fragment.strip_prefix('#').unwrap_or(fragment)
}
