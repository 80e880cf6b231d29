//! A word of a search, and how well it matches a text.

use super::marks::Marks;
use super::pattern::{Found, Pattern, Patterns};
use super::typo;

/// The quality of a match by a synonym.
pub(super) const SAME: u16 = 2;

/// The quality of a match, if matches inside words count and if not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Quality {
    pub(super) inside: u8,
    pub(super) outside: u8,
}

impl Quality {
    pub(super) const NONE: Quality = Quality { inside: 0, outside: 0 };
    pub(super) const UNKNOWN: Quality = Quality { inside: u8::MAX, outside: 0 };
}

#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Folded.
    pub(super) text: String,
    /// The word itself, then its synonyms.
    pub(super) patterns: Patterns,
    /// What a text must contain for each of them to match.
    pub(super) needs: Vec<Marks>,
    /// The quality of its match in each text of a [`Texts`], as far as it is known.
    pub(super) known: Vec<Quality>,
    /// Whether it is an abbreviation, which occurs inside other words by chance.
    pub(super) is_short: bool,
    /// Whether typos are tolerated.
    pub(super) forgiven: bool,
    /// The number of the typed word that this word is, or is part of.
    pub(super) typed: usize,
    /// Whether the reader may still be typing it.
    pub(super) is_open: bool,
    /// Whether a close match may lack it: the reader has just begun to type it, or it is a single Chinese character between known
    /// words.
    pub(super) may_lack: bool,
    /// Whether it shares its first character with the word before: both are guesses at the words of a piece of Chinese.
    pub(super) overlaps: bool,
}

impl Word {
    pub(super) fn new(text: &str, first: Pattern, mut same: Vec<Pattern>) -> Word {
        let is_short = !same.is_empty() && text.len() < 4;
        same.insert(0, first);
        let needs = same.iter().map(Pattern::needs).collect();
        let patterns = Patterns::new(same);
        Word {
            text: text.into(),
            patterns,
            needs,
            known: Vec::new(),
            is_short,
            forgiven: false,
            typed: 0,
            is_open: false,
            may_lack: false,
            overlaps: false,
        }
    }

    /// Whether texts that contain this may match.
    pub(super) fn may_be_in(&self, marks: &Marks) -> bool {
        if self.forgiven {
            // The first letter must be right.
            return marks.begins(self.text.as_bytes()[0]);
        }
        self.needs.iter().any(|need| marks.have(need))
    }

    /// The quality of its best match in a text; 0 without a match. `marks`: what the text contains, if that is known.
    pub(super) fn quality(&self, text: &str, marks: Option<&Marks>) -> Quality {
        let mut best = Quality::NONE;
        if let Some(marks) = marks {
            match *self.needs {
                // Most texts contain any one letter, but no text must be read for it.
                [need] if need.is_one_letter() && !marks.is_one_letter() => return marks.letter(need),
                _ if !self.may_be_in(marks) => return best,
                _ => {}
            }
        }
        if self.forgiven {
            // Typos are only tolerated if neither the word nor a synonym occurs anywhere.
            typo::each(&self.text, text, &mut |(_, _, closeness)| best.inside = best.inside.max(closeness as u8));
            return Quality { outside: best.inside, ..best };
        }
        self.patterns.each(text, &mut |n, (_, _, found)| {
            let quality = match found {
                Found::Inside if n == 0 && self.is_short => 1,
                found if n == 0 => found as u8 + 3,
                _ => SAME as u8,
            };
            best.inside = best.inside.max(quality);
            if found > Found::Inside {
                best.outside = best.outside.max(quality);
            }
        });
        best
    }
}
