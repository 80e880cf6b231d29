//! A word prepared for searching in the original texts: no text is folded or copied; characters are compared one by one.
//!
//! Spaces and hyphens are loose: "kube-slice" and "kube slice" match "KubeSlice", and "kubeslice" matches both of them.

use super::marks::Marks;
use super::{dictionary, stem};
use crate::text::{Folded, first_folded, folded, is_mark, letters};

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
        let c = tail.chars().next()?;
        if c.is_ascii() && c.to_ascii_lowercase() != first[0] {
            return None;
        }
        let mut rest = folded(tail);
        let mut is_within = false;
        // Once, except where the character folds to several letters.
        while let Some(c) = rest.next() {
            if is(c, first) {
                let starts = !is_within && (!is_spaced(first) || begins_word(head, tail));
                let end = self.end(&rest, starts).or_else(|| if starts { self.form(&rest) } else { None });
                if let Some(rest) = end {
                    let found = match starts {
                        true if at == 0 && rest.is_empty() => Found::Whole,
                        true => Found::Prefix,
                        false => Found::Inside,
                    };
                    return Some((at, text.len() - rest.len(), found));
                }
            }
            is_within = rest.is_within();
            if !is_within {
                break;
            }
        }
        None
    }

    /// The text after the word; `text` is what follows its first letter.
    fn end<'t>(&self, text: &Folded<'t>, starts: bool) -> Option<&'t str> {
        if self.alone && !starts {
            return None;
        }
        let rest = self.after(self.signs.len(), text, starts)?;
        let ends = !self.alone
            || self.signs.len() > 4
            || !folded(rest).next().is_some_and(is_letter)
            || !self.signs.last().is_some_and(is_spaced);
        ends.then_some(rest)
    }

    /// The text after another form of the word; `text` is what follows its first letter.
    fn form<'t>(&self, text: &Folded<'t>) -> Option<&'t str> {
        if self.stem == self.signs.len() && !self.alone {
            return None;
        }
        let mut rest = self.after(self.stem, text, true)?;
        let mut word: Vec<u8> =
            self.signs.iter().take(self.stem).map(|sign| u8::try_from(sign[0]).unwrap_or(0)).collect();
        let mut letters = folded(rest);
        while let Some(c) = letters.next()
            && is_letter(c)
        {
            word.push(u8::try_from(c).unwrap_or(0));
            rest = letters.rest();
        }
        if stem::stem(&word) == self.stem { Some(rest) } else { None }
    }

    /// The text after the first `n` characters of the word; `text` is what follows the first of them. `None` if they do not match.
    fn after<'t>(&self, n: usize, text: &Folded<'t>, starts: bool) -> Option<&'t str> {
        let mut signs = self.signs.iter().take(n);
        let mut before = signs.next()?;
        let mut wanted = signs.next();
        let mut letters = text.clone();
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
                let wide = !is_spaced(sign) || !is_spaced(before);
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
            // Characters that fold to it: accented letters, Greek and Cyrillic capitals; for ASCII also quotation marks, full-width
            // forms and letters of mathematics. Kana: half-width forms. Korean: the characters it is composed of.
            let others: &[u8] = match lead {
                0..0x80 => &[0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc8, 0xe1, 0xe2, 0xe3, 0xef, 0xf0],
                0x80..0xe0 => &[0xc2, 0xc3, 0xc4, 0xc5, 0xce, 0xcf, 0xd0, 0xd1],
                0xe3 => &[0xef],
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

/// Whether a folded character of a text matches.
fn is(c: char, sign: &[char; 3]) -> bool {
    c == sign[0] || (!c.is_ascii() && sign.contains(&c))
}

/// Whether it is of a script that separates words.
fn is_spaced(sign: &[char; 3]) -> bool {
    sign[0].is_ascii() || is_letter(sign[0])
}

/// Whether a word begins between two texts: also at a capital, because of names like KubeSlice.
pub(super) fn begins_word(head: &str, tail: &str) -> bool {
    let mut chars = head.chars().rev();
    let mut before = chars.next().unwrap_or(' ');
    if !before.is_ascii() {
        if is_mark(before) {
            // A letter and its marks fold as one character.
            before = chars.find(|&c| !is_mark(c)).unwrap_or(' ');
        }
        before = first_folded(before);
    }
    let is_capital = |text: &str| text.bytes().next().is_some_and(|b| b.is_ascii_uppercase());
    // A capital with an accent is no capital: it may also be one character, which folds to a small letter.
    !is_letter(before)
        || (!before.is_ascii_uppercase()
            && is_capital(tail)
            && letters(tail).next().is_some_and(|c| c.is_ascii_uppercase()))
}

/// Whether a folded character belongs to a word that is separated from others by spaces: Latin, Greek, Cyrillic, Hebrew, Arabic … The
/// ASCII ones may also be capitals.
pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{180}'..='\u{dff}')
}

/// A space or hyphen, as the kind of gap; `None` for other folded characters.
pub(super) fn gap(c: char) -> Option<char> {
    match c {
        ' ' => Some(' '),
        // AT&T is also AT-T.
        '-' | '_' | '/' | '.' | '&' => Some('-'),
        _ => None,
    }
}
