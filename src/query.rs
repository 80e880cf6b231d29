//! A [`Filter`] as a query string and back: `q=mesh&language=rust,go&sort=name`.
//!
//! The one place that knows this form: attributes, the page's URL fragment and events all speak it. Keys combine by AND,
//! values of one key, joined by `,`, by OR. Keys and slugs are promises and never renamed; unknown ones are ignored.
//! `project` names projects in order: in a scope the only ones that exist, in a reader's filter the one that is open.

use crate::facet::{FACETS, Index};
use crate::filter::{Filter, Sort};

/// Reads a query string, with or without its `?` or `#`. Never fails: what it does not know it leaves out.
#[must_use]
pub fn parse(index: &Index, query: &str) -> Filter {
    let mut filter = Filter::default();
    for pair in query.trim_start_matches(['?', '#']).split('&') {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = decode(value);
        match key {
            "q" => filter.search = value,
            "sort" => {
                let sort = Sort::ALL.into_iter().find(|sort| sort.slug() == value);
                filter.sort = sort.unwrap_or(filter.sort);
            }
            "project" => {
                let projects = value.split(',').filter_map(|id| index.project(id.trim()));
                extend(&mut filter.projects, projects);
            }
            _ => {
                let Some(facet) = FACETS.iter().position(|facet| facet.key == key) else { continue };
                let values = value.split(',').filter_map(|slug| index.number(facet, slug.trim()));
                extend(&mut filter.chosen[facet], values);
            }
        }
    }
    filter
}

/// Adds what is not there yet: naming a value twice means it once.
fn extend(list: &mut Vec<u16>, values: impl Iterator<Item = u16>) {
    for value in values {
        if !list.contains(&value) {
            list.push(value);
        }
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
    let ours = |part: &&str| is_ours(part, key);
    let part = fragment.trim_start_matches('#').split('&').find(ours)?;
    Some(part[key.len() + 1..].replace("%26", "&").replace("%25", "%"))
}

/// The fragment with our query under `key` and everything else as it was. The empty string when nothing is left.
#[must_use]
pub fn to_fragment(fragment: &str, key: &str, query: &str) -> String {
    let others = fragment.trim_start_matches('#').split('&');
    let mut parts: Vec<String> =
        others.filter(|part| !part.is_empty() && !is_ours(part, key)).map(str::to_owned).collect();
    if !query.is_empty() {
        // `%` as well as `&`: the query's own escapes must come back as they were.
        let escaped = query.replace('%', "%25").replace('&', "%26");
        parts.push([key, "=", &escaped].concat());
    }
    parts.join("&")
}

fn is_ours(part: &str, key: &str) -> bool {
    part.strip_prefix(key).is_some_and(|rest| rest.starts_with('='))
}
