//! Search: parses a query, ranks projects by it, and finds the matches in a text.
//!
//! Every word of the query must occur somewhere in a project: literally, as a synonym ([`dictionary`]) or, if no project contains it,
//! with a typo corrected ([`typo`]). Ranking and highlighting use the same patterns, so they always agree.

use std::ops::Range;

use pattern::{Found, Pattern, gap};
use word::Word;

use crate::text;

mod closest;
mod dictionary;
mod marks;
mod named;
mod pattern;
mod rank;
mod stem;
mod stop;
mod texts;
mod typo;
mod word;
mod words;

pub use closest::{Closest, TOLD};
pub use named::Named;
pub use texts::Texts;
use words::{MOST_WORDS, is_gap, is_long_chinese};
pub use words::{as_typed, forgiven_words, has_words, sought_words, words};

/// A search, read once. Any text is one.
#[derive(Clone, Debug, Default)]
pub struct Search {
    words: Vec<Word>,
    /// All words as one, if there are several: "open ebs" matches OpenEBS.
    joined: Option<Word>,
    /// All that was typed: as it was, and folded without separators of words.
    typed: String,
    name: String,
}

impl Search {
    /// Reads a query. `forgiven` has a bit for each word, from the lowest on, in which typos are tolerated; see
    /// [`Search::is_relaxable`].
    #[must_use]
    pub fn new(typed: &str, forgiven: u32) -> Search {
        // The reader may still be typing the last word.
        let is_open = !typed.chars().next_back().is_none_or(is_gap);
        let mut search =
            Search { typed: typed.trim().into(), name: letters_of_name(typed).collect(), ..Search::default() };
        let typed = words(typed);
        let says_nothing = typed.iter().all(|word| stop::without(word).is_empty());
        // The words to search for, each with the number of the typed word.
        let texts: Vec<(&str, usize)> = typed.iter().map(String::as_str).zip(0..).collect();
        let mut rest = &texts[..];
        while let Some(&(text, typed_as)) = rest.first() {
            let (n, same, phrase) = synonyms(rest, is_open);
            let is_last = n == rest.len() && is_open;
            rest = &rest[n..];
            let text = if n > 1 {
                &phrase
            } else if says_nothing {
                text
            } else {
                stop::without(text)
            };
            let is_forgiven = forgiven >> typed_as & 1 == 1;
            if is_forgiven && is_long_chinese(text) {
                search.cut(text, typed_as);
            } else if !text.is_empty() && search.words.len() < MOST_WORDS {
                // One or two letters after another word may become any word; "go" alone is a complete word.
                let is_begun =
                    is_last && !search.words.is_empty() && text.chars().count() < if text.is_ascii() { 3 } else { 2 };
                let first = match is_last {
                    true if is_begun => Pattern::new(text, true),
                    true => Pattern::begun(text),
                    false => Pattern::new(text, false),
                };
                let forgiven = is_forgiven && typo::allowed(text) > 0;
                let word =
                    Word::new(text, first, if text == phrase { same } else { synonyms(&[(text, 0)], is_last).1 });
                search.words.push(Word { forgiven, typed: typed_as, is_open: is_last, may_lack: is_begun, ..word });
            }
        }
        if typed.len() > 1 && forgiven == 0 {
            let all: Vec<&str> = typed.iter().map(String::as_str).collect();
            let all = text::join(&all, " ");
            if search.words.iter().all(|word| word.text != all) {
                search.joined = Some(Word::new(&all, Pattern::new(&all, false), Vec::new()));
            }
        }
        search
    }

    /// Splits Chinese, which has no spaces, into known words; text between them becomes overlapping pairs of characters.
    fn cut(&mut self, mut text: &str, typed: usize) {
        let mut push = |text: &str, may_lack, overlaps| {
            if self.words.len() < MOST_WORDS {
                let word = Word::new(text, Pattern::new(text, false), dictionary::same_as(text, text.len()));
                self.words.push(Word { typed, may_lack, overlaps, ..word });
            }
        };
        while !text.is_empty() {
            let (known, nothing) = (dictionary::longest(text), stop::length(text));
            if nothing > known {
                text = text.split_at(nothing).1;
            } else if known > 0 {
                let (word, rest) = text.split_at(known);
                push(word, false, false);
                text = rest;
            } else {
                // Up to the next known word.
                let ends = |&(at, _): &(usize, char)| {
                    let rest = text.split_at(at).1;
                    at > 0 && (dictionary::longest(rest) > 0 || stop::length(rest) > 0)
                };
                let (piece, rest) = text.split_at(text.char_indices().find(ends).map_or(text.len(), |(at, _)| at));
                text = rest;
                let mut before: Option<usize> = None;
                for (at, c) in piece.char_indices() {
                    if let Some(from) = before {
                        push(&piece[from..at + c.len_utf8()], false, from > 0);
                    }
                    before = Some(at);
                }
                if before == Some(0) {
                    push(piece, true, false);
                }
            }
        }
    }

    /// Whether the query is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How well a project matches, greater for better; `None` if a word is missing.
    #[must_use]
    pub fn rank(&mut self, texts: &Texts, project: u16) -> Option<u32> {
        let n_words = self.words.len();
        let mut apart = 0;
        for word in &mut self.words {
            apart += u32::from(texts.rank(project, word, n_words)?);
        }
        let joined = self.joined.as_mut().and_then(|all| texts.rank(project, all, n_words));
        // Adjacent words are a better match than the same words in different places.
        let rank = joined.map_or(apart, |rank| apart.max((u32::from(rank) + 20) * n_words as u32));
        let name = texts.name(project);
        if letters_of_name(name).eq(self.name.chars()) {
            return Some(rank + NAMED + u32::from(name.eq_ignore_ascii_case(&self.typed)));
        }
        Some(rank)
    }

    /// How many words are searched for.
    #[must_use]
    pub fn n_words(&self) -> usize {
        self.words.len()
    }

    /// How well a project matches one of the words; 0 without a match.
    #[must_use]
    pub fn rank_of(&mut self, texts: &Texts, project: u16, word: usize) -> u16 {
        let n_words = self.words.len();
        texts.rank(project, &mut self.words[word], n_words).unwrap_or(0)
    }

    /// The bit of a word in `forgiven`.
    #[must_use]
    pub fn bit(&self, word: usize) -> u32 {
        1 << self.words[word].typed
    }

    /// Whether a word can be relaxed if no project contains it: by tolerating typos or, in Chinese, by splitting it.
    #[must_use]
    pub fn is_relaxable(&self, word: usize) -> bool {
        self.is_compound(word) || typo::allowed(&self.words[word].text) > 0
    }

    /// Whether a word is Chinese that may be several words.
    #[must_use]
    pub fn is_compound(&self, word: usize) -> bool {
        is_long_chinese(&self.words[word].text)
    }

    /// The ranges of bytes that match in a text: sorted, not adjacent, at character boundaries.
    ///
    /// ```
    /// use sandbox_explorer::search::Search;
    ///
    /// assert_eq!(Search::new("kube mesh", 0).highlights("KubeSlice, a 服务网格"), [0..4, 13..25]);
    /// ```
    #[must_use]
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        // One mark per byte: shorter than sorting and merging.
        let mut marks = vec![false; text.len()];
        for word in self.words.iter().chain(&self.joined) {
            let mut best = Found::Inside;
            word.patterns.each(text, &mut |_, hit| best = best.max(hit.2));
            word.patterns.each(text, &mut |_, (from, to, found)| {
                // If it occurs as a word, matches inside other words are noise.
                if found > Found::Inside || best == Found::Inside {
                    mark(&mut marks, from, to);
                }
            });
            if word.forgiven {
                typo::each(&word.text, text, &mut |(from, to, _)| mark(&mut marks, from, to));
            }
        }
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for (at, _) in marks.iter().enumerate().filter(|(_, is_marked)| **is_marked) {
            match ranges.last_mut() {
                Some(last) if last.end == at => last.end = at + 1,
                _ => ranges.push(at..at + 1),
            }
        }
        ranges
    }
}

/// What a project gains whose name was typed: .NET comes before NET. By one more, if it is written the same: Æther before Aether.
const NAMED: u32 = 1 << 24;

/// The folded letters of a name, without separators of words.
fn letters_of_name(name: &str) -> impl Iterator<Item = char> {
    text::folded(name).filter(|&c| !is_gap(c) && !text::is_mark(c)).map(dictionary::simplified)
}

fn mark(marks: &mut [bool], from: usize, to: usize) {
    marks.iter_mut().take(to).skip(from).for_each(|mark| *mark = true);
}

fn without_gaps(text: &str) -> String {
    text.chars().filter(|&c| gap(c).is_none()).collect()
}

/// The number of words in the longest known phrase that the words begin with, the synonyms of the phrase, and the phrase; if none is
/// known: 1, no synonyms and the first word.
fn synonyms(words: &[(&str, usize)], is_open: bool) -> (usize, Vec<Pattern>, String) {
    // No known phrase has more words.
    let mut n = words.len().min(5);
    loop {
        let phrase: Vec<&str> = words[..n].iter().map(|(text, _)| *text).collect();
        let phrase = text::join(&phrase, " ");
        let dense = without_gaps(&phrase);
        let n_stem = if is_open && n == words.len() { stem::stem_of_begun } else { stem::stem };
        // Only the last word has a stem: "mesh e" is not the beginning of "meshes".
        let before = dense.len() - without_gaps(words[n - 1].0).len();
        let stem = Some(n_stem(dense.as_bytes())).filter(|&n_stem| n_stem > before);
        let same = dictionary::same_as(&dense, stem.unwrap_or(dense.len()));
        if !same.is_empty() || n < 2 {
            return (n, same, phrase);
        }
        n -= 1;
    }
}
