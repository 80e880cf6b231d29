//! The tables that search reads, made by `build.rs`: traditional characters (`data/traditional.toml`) and words that mean the same
//! (`data/synonyms.toml`).

use super::pattern::Pattern;
use super::stem::stem;
use crate::text::cut;

/// A traditional character, then its simplified form, then the next one.
static TRADITIONAL: &str = include_str!(concat!(env!("OUT_DIR"), "/traditional.txt"));

/// Groups, each on a line; its words folded, without spaces and hyphens in them, and with a space between two.
static SYNONYMS: &str = include_str!(concat!(env!("OUT_DIR"), "/synonyms.txt"));

/// The simplified form of a character.
pub(super) fn simplified(c: char) -> char {
    let mut simplified = c;
    pairs(c, |traditional, simple| {
        if traditional == c {
            simplified = simple;
        }
    });
    simplified
}

/// A simplified character and its traditional forms, up to two.
pub(super) fn forms(c: char) -> [char; 3] {
    let mut forms = [c; 3];
    let mut n = 0;
    pairs(c, |traditional, simple| {
        if simple == c && n < 2 {
            n += 1;
            forms[n] = traditional;
        }
    });
    forms
}

fn pairs(of: char, mut take: impl FnMut(char, char)) {
    let mut chars = if of.is_ascii() { "" } else { TRADITIONAL }.chars();
    while let (Some(traditional), Some(simple)) = (chars.next(), chars.next()) {
        take(traditional, simple);
    }
}

/// The words that mean the same as one, which has no spaces and hyphens in it, or as another form of it, which has the same stem.
pub(super) fn same_as(word: &str, n_stem: usize) -> Vec<Pattern> {
    let mut others = Vec::new();
    let is_form = |known: &str| {
        known.as_bytes().starts_with(word.as_bytes().get(..n_stem).unwrap_or_default())
            && stem(known.as_bytes()) == n_stem
    };
    groups(|group| {
        if words(group).any(|known| known == word || is_form(known)) {
            others.extend(words(group).filter(|other| *other != word).map(|other| Pattern::new(other, true)));
        }
    });
    others
}

/// How long the longest known word is that a text begins with; 0 if there is none.
pub(super) fn longest(text: &str) -> usize {
    let mut longest = 0;
    groups(|group| {
        for word in words(group) {
            if word.len() > longest && text.as_bytes().starts_with(word.as_bytes()) {
                longest = word.len();
            }
        }
    });
    longest
}

fn groups(mut take: impl FnMut(&'static str)) {
    let mut rest = SYNONYMS;
    while !rest.is_empty() {
        take(cut(&mut rest, b'\n'));
    }
}

fn words(mut group: &'static str) -> impl Iterator<Item = &'static str> {
    std::iter::from_fn(move || if group.is_empty() { None } else { Some(cut(&mut group, b' ')) })
}
