//! Which letters and which pairs of letters a text contains, in a few bits: most texts cannot contain a word, and need not be read to
//! know that.

use super::pattern::{begins_word, gap};
use super::word::Quality;
use crate::text::{folded, is_mark};

/// Set if a text, or a word, is a single letter.
const ONE_LETTER: u64 = 1 << 63;

/// The letters of a text or of a word, folded. A text whose marks lack one of a word's does not contain the word; one that has them
/// all may contain it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Marks {
    /// A bit for each of a–z and 0–9 with which a word begins.
    begins: u64,
    /// A bit for each of a–z and 0–9; other characters share sixteen more.
    has: u64,
    /// A bit for each two characters that follow each other, by their hash. Gaps are left out: they are loose in words and texts.
    pairs: [u64; 4],
}

/// The simplified forms of Chinese characters, as a table: a text has too many of them to look each up in the dictionary.
pub(super) struct Simplified(Vec<u16>);

/// The characters in the table.
const FIRST: u32 = 0x3400;
const LAST: u32 = 0x9fff;

impl Simplified {
    pub(super) fn new() -> Simplified {
        let mut table: Vec<u16> = (FIRST..=LAST).map(|c| c as u16).collect();
        super::dictionary::all_pairs(|traditional, simple| {
            if let Some(entry) = table.get_mut((traditional as usize).wrapping_sub(FIRST as usize)) {
                *entry = simple as u16;
            }
        });
        Simplified(table)
    }

    fn of(&self, c: char) -> u32 {
        let c = c as u32;
        self.0.get((c as usize).wrapping_sub(FIRST as usize)).map_or(c, |&simple| u32::from(simple))
    }
}

impl Marks {
    /// The marks of a text.
    pub(super) fn of(text: &str, simplified: &Simplified) -> Marks {
        let mut marks = Marks::default();
        let mut before = 0;
        if text.is_ascii() {
            let mut last = b' ';
            for byte in text.bytes() {
                let begins = !last.is_ascii_alphanumeric() || (byte.is_ascii_uppercase() && !last.is_ascii_uppercase());
                if !matches!(byte, b' ' | b'-' | b'_' | b'/' | b'.' | b'&') {
                    marks.add(&mut before, byte.to_ascii_lowercase().into(), begins);
                }
                last = byte;
            }
            if text.len() == 1 {
                marks.has |= ONE_LETTER;
            }
            return marks;
        }
        let (mut at, mut n_letters) = (0, 0);
        let mut rest = folded(text);
        loop {
            let is_within = rest.is_within();
            let Some(letter) = rest.next() else { break };
            let (head, tail) = text.split_at(at);
            if !rest.is_within() {
                at = text.len() - rest.rest().len();
            }
            n_letters += u32::from(!is_within);
            if matches!(letter, '\u{4e00}'..='\u{9fff}') {
                // Most characters of a Chinese text: no letter, no gap and no mark.
                marks.add(&mut before, simplified.of(letter), false);
            } else if gap(letter).is_none() && !is_mark(letter) {
                let begins = !is_within && letter.is_ascii_alphanumeric() && begins_word(head, tail);
                marks.add(&mut before, simplified.of(letter), begins);
            }
        }
        if n_letters == 1 {
            marks.has |= ONE_LETTER;
        }
        marks
    }

    /// What a text must contain to contain these characters of a word, which are folded and simplified. `alone`: only at the beginning of
    /// a word; `is_whole`: whether they are the whole word.
    pub(super) fn of_word(chars: impl Iterator<Item = char>, alone: bool, is_whole: bool) -> Marks {
        let mut marks = Marks::default();
        let mut before = 0;
        let mut n_letters = 0;
        for c in chars {
            marks.add(&mut before, c.into(), alone && n_letters == 0);
            n_letters += 1;
        }
        if n_letters == 1 && is_whole && !alone && marks.has < 1 << N_LETTERS {
            marks.has |= ONE_LETTER;
        }
        marks
    }

    fn add(&mut self, before: &mut u32, c: u32, begins: bool) {
        let bit = bit(c);
        self.has |= bit;
        if begins && bit < 1 << N_LETTERS {
            self.begins |= bit;
        }
        if *before > 0 {
            let hash = (before.wrapping_mul(0x9e37_79b1) ^ c.wrapping_mul(0x85eb_ca6b)) >> 24;
            self.pairs[(hash >> 6) as usize] |= 1 << (hash & 63);
        }
        *before = c;
    }

    /// Adds those of another text.
    pub(super) fn join(&mut self, other: &Marks) {
        self.begins |= other.begins;
        self.has |= other.has;
        for (all, more) in self.pairs.iter_mut().zip(other.pairs) {
            *all |= more;
        }
    }

    /// Whether a text with these marks may contain what needs those.
    pub(super) fn have(&self, need: &Marks) -> bool {
        let mut lacking = (need.begins & !self.begins) | (need.has & !self.has & !ONE_LETTER);
        for (need, have) in need.pairs.iter().zip(self.pairs) {
            lacking |= need & !have;
        }
        lacking == 0
    }

    /// Whether a word begins with this letter.
    pub(super) fn begins(&self, letter: u8) -> bool {
        self.begins & bit(letter.into()) != 0
    }

    /// Whether it is a single letter. Of a word, only if it is one of a–z and 0–9 and may be anywhere in a text.
    pub(super) fn is_one_letter(&self) -> bool {
        self.has & ONE_LETTER != 0
    }

    /// The quality of a single letter in a text of several.
    pub(super) fn letter(&self, letter: Marks) -> Quality {
        let bit = letter.has & !ONE_LETTER;
        if self.begins & bit != 0 {
            Quality { inside: 4, outside: 4 }
        } else if self.has & bit != 0 {
            Quality { inside: 3, outside: 0 }
        } else {
            Quality::NONE
        }
    }
}

/// How many characters have a bit of their own.
const N_LETTERS: u32 = 36;

fn bit(c: u32) -> u64 {
    1 << match c {
        0x61..=0x7a => c - 0x61,
        0x30..=0x39 => c - 0x30 + 26,
        _ => N_LETTERS + (c & 15),
    }
}
