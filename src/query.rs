//! A [`Filter`] as a query string and back: `q=mesh&language=rust,go&sort=name`.
//!
//! The one place that knows this form: attributes, the page's URL fragment and events all speak it. Keys combine by AND,
//! values of one key, joined by `,`, by OR. Keys and slugs are promises and never renamed; unknown ones are ignored.
//! `project` names projects in order: in a scope the only ones that exist; in a reader's filter one is open, several are compared.

use crate::facet::{FACETS, Index};
use crate::filter::{Filter, Sort, View};
use crate::text::cut;

/// Reads a query string, with or without its `?` or `#`. Never fails: what it does not know it leaves out.
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
                let sort = Sort::ALL.into_iter().find(|sort| sort.slug() == value);
                filter.sort = sort.unwrap_or(filter.sort);
            }
            "view" => filter.view = View::from_slug(&value).or(filter.view),
            "project" => {
                extend(&mut filter.projects, &value, |id| index.project(id));
            }
            _ => {
                let Some(facet) = FACETS.iter().position(|facet| facet.key == key) else { continue };
                extend(&mut filter.chosen[facet], &value, |slug| index.number(facet, slug));
            }
        }
    }
    filter
}

/// Adds what the names, parted by `,`, stand for and is not there yet: naming a value twice means it once.
fn extend(list: &mut Vec<u16>, mut names: &str, number: impl Fn(&str) -> Option<u16>) {
    while !names.is_empty() {
        let named = number(cut(&mut names, b',').trim_ascii());
        list.extend(named.filter(|number| !list.contains(number)));
    }
}

/// Writes the query string; the empty filter is the empty string. `parse(print(filter))` is the filter.
#[must_use]
pub fn print(index: &Index, filter: &Filter) -> String {
    let mut query = String::new();
    if !filter.search.is_empty() {
        encode(pair(&mut query, "q"), &filter.search);
    }
    for (facet, chosen) in filter.chosen.iter().enumerate() {
        for (n, &value) in chosen.iter().enumerate() {
            let to = if n == 0 { pair(&mut query, FACETS[facet].key) } else { and(&mut query) };
            encode(to, &index.values(facet)[value as usize].slug);
        }
    }
    for (n, &project) in filter.projects.iter().enumerate() {
        let to = if n == 0 { pair(&mut query, "project") } else { and(&mut query) };
        encode(to, index.catalog.projects[project as usize].id);
    }
    if filter.sort != Sort::default() {
        pair(&mut query, "sort").push_str(filter.sort.slug());
    }
    if let Some(view) = filter.view {
        pair(&mut query, "view").push_str(view.slug());
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

/// Escapes what would end a value, here or in a URL fragment or attribute; all else, Chinese too, stays readable.
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

/// Undoes [`encode`] and what browsers escape besides: `+` and `%XX`. A `%` without two digits stands for itself.
#[must_use]
pub fn decode(value: &str) -> String {
    let bytes = value.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|&b| (b as char).to_digit(16));
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                decoded.push((high * 16 + low) as u8);
                at += 2;
            }
            (b'+', _, _) => decoded.push(b' '),
            (byte, _, _) => decoded.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// The value of `key` in a URL fragment that others may use as well: `#top&explorer=part=4%26q=mesh`.
#[must_use]
pub fn from_fragment(fragment: &str, key: &str) -> Option<String> {
    let mut rest = without_hash(fragment);
    while !rest.is_empty() {
        let part = cut(&mut rest, b'&');
        if let Some(query) = ours(part, key) {
            return Some(unescape(query));
        }
    }
    None
}

/// The fragment with our query under `key` and everything else as it was. The empty string when nothing is left.
#[must_use]
pub fn to_fragment(fragment: &str, key: &str, query: &str) -> String {
    let mut rest = without_hash(fragment);
    let mut printed = String::new();
    while !rest.is_empty() {
        let part = cut(&mut rest, b'&');
        if !part.is_empty() && ours(part, key).is_none() {
            if !printed.is_empty() {
                printed.push('&');
            }
            printed.push_str(part);
        }
    }
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

fn without_hash(fragment: &str) -> &str {
    fragment.strip_prefix('#').unwrap_or(fragment)
}

/// What a part of the fragment holds, if it is the one under this key.
fn ours<'a>(part: &'a str, key: &str) -> Option<&'a str> {
    part.strip_prefix(key)?.strip_prefix('=')
}

/// Undoes the escapes of [`to_fragment`] and no others.
fn unescape(mut query: &str) -> String {
    let mut plain = cut(&mut query, b'%').to_owned();
    while !query.is_empty() {
        let next = cut(&mut query, b'%');
        let (c, rest) = match (next.strip_prefix("25"), next.strip_prefix("26")) {
            (Some(rest), _) => ('%', rest),
            (_, Some(rest)) => ('&', rest),
            _ => ('%', next),
        };
        plain.push(c);
        plain.push_str(rest);
    }
    plain
}
