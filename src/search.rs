//! Search: parses a query, ranks projects by it, and finds the matches in a text.
//!
//! Every word of the query must occur somewhere in a project: literally, as a synonym ([`table`]) or, if no project contains it,
//! with a typo corrected ([`slip`]). Ranking and highlighting use the same patterns, so they always agree.

use std::ops::Range;

use pattern::{Found, Pattern, Patterns, gap};

use crate::model::{Catalog, Project};
use crate::text::{self, fold_char, is_mark, letters};

mod pattern;
mod slip;
mod stem;
mod stop;
mod table;

/// Maximum number of query words used. A link can contain a million, and each would be searched for in every project; the sum of a
/// few thousand ranks would also overflow.
const MOST_WORDS: usize = 32;

/// A search, read once. Any text is one.
#[derive(Clone, Debug, Default)]
pub struct Search {
    words: Vec<Word>,
    /// All words as one, if there are several: "open ebs" matches OpenEBS.
    joined: Option<Word>,
}

/// The quality of a match by a synonym.
const SAME: u16 = 2;

/// What a word that is found counts at least where not all are, beside how well it is found.
const THERE: u32 = 300;

#[derive(Clone, Debug)]
struct Word {
    /// Folded.
    text: String,
    /// The word itself, then what means the same as it.
    patterns: Patterns,
    /// Whether it is an abbreviation, which occurs inside other words by chance.
    is_short: bool,
    /// Whether typos are tolerated.
    forgiven: bool,
    /// Which of the words that were typed it is, or is part of.
    typed: usize,
    /// Whether it may not be typed to its end.
    is_open: bool,
    /// Whether nobody misses it: it has just been begun, or is a rest of Chinese.
    may_lack: bool,
    /// Whether its first character is the last one of the word before: both are guesses at what a piece of Chinese is made of.
    overlaps: bool,
}

impl Word {
    fn new(text: &str, first: Pattern, mut same: Vec<Pattern>) -> Word {
        let is_short = !same.is_empty() && text.len() < 4;
        same.insert(0, first);
        let patterns = Patterns::new(same);
        Word {
            text: text.into(),
            patterns,
            is_short,
            forgiven: false,
            typed: 0,
            is_open: false,
            may_lack: false,
            overlaps: false,
        }
    }

    /// How well it is found in a text; 0 if it is not. `inside`: whether it may stand inside a word.
    fn quality(&self, text: &str, inside: bool) -> u16 {
        let mut best = 0;
        if self.forgiven {
            // Typos are only tolerated if neither the word nor a synonym occurs anywhere.
            slip::each(&self.text, text, &mut |(_, _, closeness)| best = best.max(closeness));
            return best;
        }
        self.patterns.each(text, &mut |n, (_, _, found)| {
            let quality = match found {
                Found::Inside if !inside => 0,
                Found::Inside if n == 0 && self.is_short => 1,
                found if n == 0 => found as u16 + 3,
                _ => SAME,
            };
            best = best.max(quality);
        });
        best
    }
}

/// What is closest to a search that no project matches.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Closest {
    /// How well each project matches; `None` where it is not close.
    pub ranks: Vec<Option<u32>>,
    /// The words that no project has.
    pub missing: Vec<String>,
    /// Whether no project has all the others.
    pub apart: bool,
}

impl Search {
    /// Reads a query. `forgiven` has a bit for each word, from the lowest on, in which typos are tolerated; see [`Search::unfound`].
    #[must_use]
    pub fn new(typed: &str, forgiven: u32) -> Search {
        // The last word may not be typed to its end.
        let is_open = !typed.chars().next_back().is_none_or(is_gap);
        let typed = words(typed);
        let says_nothing = typed.iter().all(|word| stop::without(word).is_empty());
        // What is sought, and of which word it is.
        let texts: Vec<(&str, usize)> = typed.iter().map(String::as_str).zip(0..).collect();
        let mut search = Search::default();
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
                // Two letters after another word may become any word; "go" is one by itself.
                let is_begun =
                    is_last && !search.words.is_empty() && text.chars().count() < if text.is_ascii() { 3 } else { 2 };
                let first = match is_last {
                    true if is_begun => Pattern::new(text, true),
                    true => Pattern::begun(text),
                    false => Pattern::new(text, false),
                };
                let forgiven = is_forgiven && slip::allowed(text) > 0;
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

    /// Cuts Chinese, which has no spaces, into known words, and what is between them into pairs of characters.
    fn cut(&mut self, mut text: &str, typed: usize) {
        let mut push = |text: &str, may_lack, overlaps| {
            if self.words.len() < MOST_WORDS {
                let word = Word::new(text, Pattern::new(text, false), table::same_as(text, text.len()));
                self.words.push(Word { typed, may_lack, overlaps, ..word });
            }
        };
        while !text.is_empty() {
            let (known, nothing) = (table::longest(text), stop::length(text));
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
                    at > 0 && (table::longest(rest) > 0 || stop::length(rest) > 0)
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
    pub fn rank(&self, catalog: &Catalog, project: &Project) -> Option<u32> {
        let n_words = self.words.len();
        let mut apart = 0;
        for word in &self.words {
            apart += u32::from(rank(catalog, project, word, n_words)?);
        }
        let joined = self.joined.as_ref().and_then(|all| rank(catalog, project, all, n_words));
        // Words that stand together are better found than the same words apart.
        Some(joined.map_or(apart, |rank| apart.max((u32::from(rank) + 20) * n_words as u32)))
    }

    /// The words that none of these projects contains and in which typos can be tolerated, one bit each, for [`Search::new`]; called
    /// when no project matches.
    #[must_use]
    pub fn unfound(&self, catalog: &Catalog, projects: &[u16]) -> u32 {
        let mut unfound = 0;
        let n_words = self.words.len();
        for word in &self.words {
            let is_found =
                |&number: &u16| rank(catalog, &catalog.projects[usize::from(number)], word, n_words).is_some();
            let can_be = is_long_chinese(&word.text) || slip::allowed(&word.text) > 0;
            if can_be && (n_words == 1 || !projects.iter().any(is_found)) {
                unfound |= 1 << word.typed;
            }
        }
        unfound
    }

    /// The projects that match closest where none has every word: those with all words that any of them has; where there are none, those
    /// with most of them. A word counts more the fewer projects have it.
    #[must_use]
    pub fn closest(mut self, catalog: &Catalog, projects: &[u16]) -> Closest {
        if let Some(last) = self.words.last_mut()
            && last.is_open
        {
            // With what a few letters may become some day nothing is closer: "uni" is no "unicast".
            last.patterns.stand_alone();
        }
        let n_words = self.words.len();
        // A row for each project.
        let mut ranks: Vec<u16> = Vec::with_capacity(projects.len() * n_words);
        let mut weights = vec![0; n_words];
        for &number in projects {
            for (word, n_having) in self.words.iter().zip(&mut weights) {
                let rank = rank(catalog, &catalog.projects[usize::from(number)], word, n_words).unwrap_or(0);
                *n_having += u32::from(rank > 0);
                ranks.push(rank);
            }
        }
        let mut closest = Closest::default();
        // Of overlapping guesses one is enough.
        let mut is_missing = false;
        for (n, word) in self.words.iter().enumerate() {
            let is_found = weights[n] > 0 || word.may_lack;
            match closest.missing.last_mut() {
                Some(piece) if word.overlaps && is_missing && !is_found => piece.extend(word.text.chars().skip(1)),
                Some(_) if word.overlaps && is_missing => _ = closest.missing.pop(),
                _ if !word.overlaps && !is_found => closest.missing.push(word.text.clone()),
                _ => {}
            }
            is_missing = !is_found && (is_missing || !word.overlaps);
        }
        for (weight, word) in weights.iter_mut().zip(&self.words) {
            let rarity = (projects.len() as u32 * 4).checked_div(*weight).unwrap_or(0).min(u32::from(u16::MAX));
            *weight = if word.may_lack || rarity == 0 { 0 } else { (rarity * rarity).ilog2() - 3 };
        }
        let covered = |ranks: &[u16]| -> u32 {
            ranks.iter().zip(&weights).map(|(&rank, &weight)| if rank > 0 { weight } else { 0 }).sum()
        };
        let rows = || ranks.chunks(n_words.max(1));
        let best = rows().map(covered).max().unwrap_or(0);
        closest.apart = best < weights.iter().sum();
        let least = if closest.apart { best / 2 } else { best }.max(1);
        closest.ranks = rows()
            .map(|ranks| {
                let score =
                    |(&rank, weight): (&u16, &u32)| if rank > 0 { (THERE + u32::from(rank)) * weight } else { 0 };
                (covered(ranks) >= least).then(|| ranks.iter().zip(&weights).map(score).sum())
            })
            .collect();
        closest
    }

    /// The matches in a text: byte ranges, sorted, disjoint, at character boundaries.
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
                slip::each(&word.text, text, &mut |(from, to, _)| mark(&mut marks, from, to));
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

fn mark(marks: &mut [bool], from: usize, to: usize) {
    marks.iter_mut().take(to).skip(from).for_each(|mark| *mark = true);
}

/// How many words the longest known phrase at the beginning of some words has, what means the same, and the phrase; one, nothing and
/// the first word if none is known.
fn synonyms(words: &[(&str, usize)], is_open: bool) -> (usize, Vec<Pattern>, String) {
    // No known phrase has more words.
    let mut n = words.len().min(5);
    loop {
        let phrase: Vec<&str> = words[..n].iter().map(|(text, _)| *text).collect();
        let phrase = text::join(&phrase, " ");
        let dense: String = phrase.chars().filter(|&c| gap(c).is_none()).collect();
        let n_stem = if is_open && n == words.len() { stem::stem_of_begun } else { stem::stem };
        let same = table::same_as(&dense, n_stem(dense.as_bytes()));
        if !same.is_empty() || n < 2 {
            return (n, same, phrase);
        }
        n -= 1;
    }
}

/// How well a project has a word. First counts the best place: name before former name before tag, category and purpose before summary
/// before feature, in each the whole before a beginning before the inside before a word that means the same. Then where else it stands;
/// features, which mention much, do not count there. Of several words none is found inside other words of a running text.
fn rank(catalog: &Catalog, project: &Project, word: &Word, n_words: usize) -> Option<u16> {
    let (mut best, mut all) = (0, 0);
    for (place, weight) in [5, 4, 3, 3, 2, 1].into_iter().enumerate() {
        if weight == 1 && best > 0 {
            // Nothing there is better.
            break;
        }
        let (mut found, mut n_texts) = (0, 0);
        let inside = n_words < 2 || weight > 2;
        texts(catalog, project, place, &mut |text| {
            let quality = word.quality(text, inside);
            n_texts += u16::from(quality > 0);
            found = found.max(quality);
        });
        if found > 0 {
            // A reader who searches for a former name knows the name; a synonym in it says little.
            let weight = if place == 1 && found == SAME { 1 } else { weight };
            best = best.max(weight * 6 + found);
            all += weight - 1;
            if place == 3 {
                // What many phrases of a purpose name, it is about.
                all += (n_texts - 1).min(7);
            }
        }
    }
    if best > 0 { Some(best * 20 + all) } else { None }
}

/// Passes the texts of a place to `take`, from the most important place to the least.
fn texts(catalog: &Catalog, project: &Project, place: usize, take: &mut dyn FnMut(&str)) {
    let (names, texts) = match place {
        0 => (&[project.name][..], &[][..]),
        1 => (project.former_names, &[][..]),
        2 => {
            project.languages.iter().for_each(|name| take(name));
            let owner = project.owner.unwrap_or_default();
            [owner.en, owner.zh, owner.zh_hant].into_iter().for_each(&mut *take);
            (project.tags, &[][..])
        }
        3 => {
            let name = catalog.category(project.category).map(|category| category.name).unwrap_or_default();
            [name.en, name.zh, name.zh_hant].into_iter().for_each(&mut *take);
            project.purpose.zh.iter().for_each(|phrase| take(phrase));
            (project.purpose.en, &[][..])
        }
        4 => (&[][..], std::slice::from_ref(&project.summary)),
        _ => {
            // Not with the names: "cloud" and "container" are in those of many owners.
            project.extras.former_repositories.iter().for_each(|address| take(text::repository(address)));
            (&[][..], project.features)
        }
    };
    names.iter().for_each(|name| take(name));
    for text in texts {
        take(text.en);
        take(text.zh);
    }
}

/// Whether a query contains any word.
#[must_use]
pub fn has_words(typed: &str) -> bool {
    !typed.chars().all(|c| is_gap(c) || is_mark(c))
}

/// The words of the query that occur in no project, for which close matches are shown: those with these bits ([`Search::unfound`]).
/// Chinese that was cut is no such word.
#[must_use]
pub fn forgiven_words(typed: &str, forgiven: u32) -> Vec<String> {
    let words = words(typed).into_iter().enumerate();
    words.filter(|(n, word)| forgiven >> n & 1 == 1 && slip::allowed(word) > 0).map(|(_, word)| word).collect()
}

/// The words of a search that say something.
#[must_use]
pub fn sought_words(typed: &str) -> Vec<String> {
    let words = words(typed).into_iter();
    words.map(|word| stop::without(&word).to_owned()).filter(|word| !word.is_empty()).collect()
}

/// Word separators in a query: spaces of every width, and punctuation that ends or encloses words. (`char::is_whitespace` would
/// bring a larger table.) What folds to a gap is one, and nothing else of full width: "Ｃ＋＋" is "C++".
fn is_gap(c: char) -> bool {
    matches!(c, '“' | '”' | '\u{3000}'..='\u{303f}' | '\u{ff61}'..='\u{ff65}')
        || matches!(fold_char(c), '\t'..=' ' | ',' | ';' | ':' | '!' | '?' | '"' | '(' | ')' | '[' | ']')
}

/// The folded words of a query, only the first ones if there are very many. Chinese and Latin are separate words: "GPU虚拟化" is two.
#[must_use]
pub fn words(typed: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in letters(typed).filter(|&c| !is_mark(c)) {
        if !is_gap(c) {
            let c = table::simplified(fold_char(c));
            if is_gap(before) || is_chinese(before) != is_chinese(c) {
                if words.len() == MOST_WORDS {
                    break;
                }
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                word.push(c);
            }
        }
        before = c;
    }
    words
}

/// Whether a character belongs to a script that does not separate words by spaces.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

/// Whether a word may be several words of Chinese: three characters or more.
fn is_long_chinese(word: &str) -> bool {
    word.chars().next().is_some_and(is_chinese) && word.len() >= 9
}
