//! A word prepared for searching in the original texts: no text is folded or copied; characters are compared one by one.
//!
//! Spaces and hyphens are loose: "kube-slice" and "kube slice" match "KubeSlice", and "kubeslice" matches both of them.

use super::marks::Marks;
use super::{dictionary, stem};
use crate::text::{fold_char, is_mark, is_part, letters};

/// How well a word matches a text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Found {
    /// Somewhere inside a word.
    Inside,
    /// At the beginning of a word; anywhere in Chinese text, which has no spaces between words.
    Prefix,
    /// As the whole text.
    Whole,
}

/// A match in a text: from, to, how well.
pub(super) type Hit = (usize, usize, Found);

/// A word to search for.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    /// For each of its characters the folded form and its traditional forms; padded with the folded form.
    signs: Vec<[char; 3]>,
    /// Only as a separate word, where words are separated: "ai" does not match "container".
    alone: bool,
    /// The length of the stem in characters; other forms of the word have the same stem.
    stem: usize,
}

/// The minimum length of a word for a hyphen or a space in the text to be skipped inside it: otherwise "thea" would match "the app".
const LOOSE: [(char, usize); 2] = [('-', 3), (' ', 6)];

impl Pattern {
    /// Takes a folded word; gaps at its ends do not count, unless there is nothing else.
    pub(super) fn new(word: &str, alone: bool) -> Pattern {
        let trimmed = word.trim_matches(|c| gap(c).is_some());
        let chars = if trimmed.is_empty() { word } else { trimmed };
        Pattern {
            signs: chars.chars().map(dictionary::forms).collect(),
            alone,
            stem: stem::stem(chars.as_bytes()).min(chars.chars().count()),
        }
    }

    /// Takes a folded word that the reader may still be typing.
    pub(super) fn begun(word: &str) -> Pattern {
        Pattern { stem: stem::stem_of_begun(word.as_bytes()), ..Pattern::new(word, false) }
    }

    /// What every text contains in which it matches.
    pub(super) fn needs(&self) -> Marks {
        let signs = self.signs.iter().take(self.stem.min(self.signs.len())).map(|sign| sign[0]);
        let is_whole = self.stem >= self.signs.len();
        Marks::of_word(signs.filter(|&c| gap(c).is_none()).map(dictionary::simplified), self.alone, is_whole)
    }

    /// The match of the word at a position in a text, if there is one.
    fn at(&self, at: usize, text: &str) -> Option<Hit> {
        let first = self.signs.first()?;
        let (head, tail) = text.split_at_checked(at)?;
        // Most positions fail here, so the following characters are only read if necessary.
        let mut c = tail.chars().next()?;
        if if c.is_ascii() { c.is_ascii_uppercase() } else { is_part(c) } {
            c = letters(tail).next()?;
        }
        if !is(c, first) {
            return None;
        }
        let starts = !first[0].is_ascii() || begins_word(head, c);
        let end = at + self.end(tail, starts).or_else(|| if starts { self.form(tail) } else { None })?;
        let found = match starts {
            true if at == 0 && end == text.len() => Found::Whole,
            true => Found::Prefix,
            false => Found::Inside,
        };
        Some((at, end, found))
    }

    /// The end of the word in a text that begins with its first letter.
    fn end(&self, text: &str, starts: bool) -> Option<usize> {
        if self.alone && !starts {
            return None;
        }
        let rest = self.after(self.signs.len(), text, starts)?;
        let ends = !self.alone
            || self.signs.len() > 4
            || !letters(rest).next().is_some_and(is_letter)
            || !self.signs.last().is_some_and(is_ascii);
        ends.then_some(text.len() - rest.len())
    }

    /// The end of another form of the word in a text that begins with its first letter.
    fn form(&self, text: &str) -> Option<usize> {
        if self.stem == self.signs.len() && !self.alone {
            return None;
        }
        let mut rest = self.after(self.stem, text, true)?;
        let mut word: Vec<u8> =
            self.signs.iter().take(self.stem).map(|sign| u8::try_from(sign[0]).unwrap_or(0)).collect();
        let mut letters = letters(rest);
        while let Some(c) = letters.next()
            && is_letter(c)
        {
            word.push(u8::try_from(fold_char(c)).unwrap_or(0));
            rest = letters.rest();
        }
        if stem::stem(&word) == self.stem { Some(text.len() - rest.len()) } else { None }
    }

    /// The text after the first `n` characters of the word, in a text that begins with the first of them; `None` if they do not
    /// match.
    fn after<'t>(&self, n: usize, text: &'t str, starts: bool) -> Option<&'t str> {
        let mut signs = self.signs.iter().take(n);
        let mut before = signs.next()?;
        let mut wanted = signs.next();
        let mut letters = letters(text);
        letters.next();
        loop {
            let rest = letters.rest();
            let Some(c) = letters.next() else { break };
            // A gap in the word that the text does not have.
            while let Some(sign) = wanted
                && gap(sign[0]).is_some()
                && gap(c).is_none()
            {
                wanted = signs.next();
            }
            let Some(sign) = wanted else { return Some(rest) };
            if is(c, sign) || (gap(c).is_some() && gap(sign[0]).is_some()) {
                before = sign;
                wanted = signs.next();
            } else {
                // A gap in the text that the word does not have.
                let wide = !is_ascii(sign) || !is_ascii(before);
                let long = |kind| starts && LOOSE.iter().any(|&(c, n)| c == kind && self.signs.len() >= n);
                if !gap(c).is_some_and(|kind| wide || long(kind)) {
                    return None;
                }
            }
        }
        if wanted.is_none() { Some("") } else { None }
    }
}

/// Patterns that are searched for together, in one pass over a text.
#[derive(Clone, Debug)]
pub(super) struct Patterns {
    all: Vec<Pattern>,
    /// For each byte, a bit for each pattern that may begin with it (from the eighth on they share one): rules out most bytes of a
    /// text for all patterns at once.
    begins: [u8; 256],
    /// The same for the next byte: the second byte of a Chinese character, or a byte that may follow an ASCII one.
    goes_on: [u8; 256],
}

impl Patterns {
    pub(super) fn new(all: Vec<Pattern>) -> Patterns {
        let (mut begins, mut goes_on) = ([0; 256], [0; 256]);
        for (n, pattern) in all.iter().enumerate() {
            let Some(first) = pattern.signs.first() else { continue };
            let mut lead = 0;
            for c in first {
                let mut bytes = [0; 4];
                c.encode_utf8(&mut bytes);
                lead = bytes[0];
                goes_on[usize::from(bytes[1])] |= bit(n);
                begins[usize::from(lead)] |= bit(n);
                begins[usize::from(lead.to_ascii_uppercase())] |= bit(n);
            }
            // A gap, and the characters that may fold to the next one.
            let next = pattern.signs.get(1).map(|sign| sign[0]).filter(|&c| c.is_ascii() && gap(c).is_none());
            for byte in 0..=u8::MAX {
                let c = char::from(byte);
                if next.is_none_or(|next| next == c.to_ascii_lowercase() || !c.is_ascii() || gap(c).is_some())
                    && lead < 0x80
                {
                    goes_on[usize::from(byte)] |= bit(n);
                }
            }
            // Characters that fold to it: accented letters, Greek and Cyrillic capitals; for ASCII also quotation marks and
            // full-width forms. Korean: the characters it is composed of.
            let others: &[u8] = match lead {
                0..0x80 => &[0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc8, 0xe1, 0xe2, 0xe3, 0xef],
                0x80..0xe0 => &[0xc3, 0xc4, 0xc5, 0xce, 0xcf, 0xd0, 0xd1],
                0xea..0xee => &[0xe1],
                _ => &[],
            };
            for &lead in others {
                begins[usize::from(lead)] |= bit(n);
            }
        }
        Patterns { all, begins, goes_on }
    }

    /// Restricts the first pattern to the beginnings of words; one of up to four letters then only matches whole words and their
    /// forms.
    pub(super) fn stand_alone(&mut self) {
        if let Some(first) = self.all.first_mut() {
            first.alone = true;
        }
    }

    /// What every text contains in which the first pattern matches.
    pub(super) fn needs(&self) -> Marks {
        self.all.first().map(Pattern::needs).unwrap_or_default()
    }

    /// Passes every match of a pattern in a text to `take`, with the number of the pattern.
    pub(super) fn each(&self, text: &str, visit: &mut dyn FnMut(usize, Hit)) {
        for (at, &byte) in text.as_bytes().iter().enumerate() {
            let mut bits = self.begins[usize::from(byte)];
            if bits == 0 {
                continue;
            }
            if let 0..0x80 | 0xe4..=0xe9 = byte {
                bits &= text.as_bytes().get(at + 1).map_or(!0, |&byte| self.goes_on[usize::from(byte)]);
            }
            if bits != 0 {
                for (n, pattern) in self.all.iter().enumerate() {
                    if bits & bit(n) != 0
                        && let Some(hit) = pattern.at(at, text)
                    {
                        visit(n, hit);
                    }
                }
            }
        }
    }
}

fn bit(n: usize) -> u8 {
    1 << n.min(7)
}

/// Whether a character of a text matches.
fn is(c: char, sign: &[char; 3]) -> bool {
    if c.is_ascii() { c.to_ascii_lowercase() == sign[0] } else { sign.contains(&c) || fold_char(c) == sign[0] }
}

fn is_ascii(sign: &[char; 3]) -> bool {
    sign[0].is_ascii()
}

/// Whether a word begins at a character after a text: also at a capital, because of names like KubeSlice.
pub(super) fn begins_word(head: &str, c: char) -> bool {
    let mut chars = head.chars().rev();
    let mut before = chars.next().unwrap_or(' ');
    if !before.is_ascii() && is_mark(before) {
        // A letter and its marks fold as one character.
        before = fold_char(chars.find(|&c| !is_mark(c)).unwrap_or(' '));
    }
    !is_letter(before) || (c.is_ascii_uppercase() && !before.is_ascii_uppercase())
}

/// Whether a character belongs to a word that is separated from others by spaces.
pub(super) fn is_letter(c: char) -> bool {
    fold_char(c).is_ascii_alphanumeric()
}

/// A space or hyphen, of any width, as the kind of gap; `None` for other characters.
pub(super) fn gap(c: char) -> Option<char> {
    match if c.is_ascii() { c } else { fold_char(c) } {
        ' ' => Some(' '),
        '-' | '_' | '/' | '.' => Some('-'),
        _ => None,
    }
}
