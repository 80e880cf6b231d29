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

#[derive(Clone, Debug)]
struct Word {
    /// Folded.
    text: String,
    /// The word itself, then what means the same as it or as a phrase that it belongs to.
    patterns: Patterns,
    /// Whether it is an abbreviation, which occurs inside other words by chance.
    is_short: bool,
    /// Whether typos are tolerated.
    forgiven: bool,
}

impl Word {
    fn new(text: &str, mut same: Vec<Pattern>) -> Word {
        let is_short = !same.is_empty() && text.len() < 4;
        same.insert(0, Pattern::new(text, false));
        Word { text: text.into(), patterns: Patterns::new(same), is_short, forgiven: false }
    }

    /// How well it is found in a text; 0 if it is not.
    fn quality(&self, text: &str) -> u16 {
        let mut best = 0;
        if self.forgiven {
            // Typos are only tolerated if neither the word nor a synonym occurs anywhere.
            slip::each(&self.text, text, &mut |(_, _, closeness)| best = best.max(closeness));
            return best;
        }
        self.patterns.each(text, &mut |n, (_, _, found)| {
            let quality = match found {
                Found::Inside if n == 0 && self.is_short => 1,
                found if n == 0 => found as u16 + 3,
                _ => SAME,
            };
            best = best.max(quality);
        });
        best
    }
}

impl Search {
    /// Reads a query. `forgiven` has a bit for each word, from the lowest on, in which typos are tolerated; see [`Search::unfound`].
    #[must_use]
    pub fn new(typed: &str, forgiven: u32) -> Search {
        let typed = words(typed);
        // The words, and whether slips are forgiven in each.
        let mut texts: Vec<(&str, bool)> = Vec::new();
        for (n, text) in typed.iter().enumerate() {
            let is_forgiven = forgiven >> n & 1 == 1;
            let mut rest = text.as_str();
            while is_forgiven && is_long_chinese(rest) && texts.len() < MOST_WORDS {
                let (piece, after) = rest.split_at_checked(piece(rest)).unwrap_or((rest, ""));
                texts.push((piece, false));
                rest = after;
            }
            if !rest.is_empty() {
                texts.push((rest, is_forgiven && slip::allowed(rest) > 0));
            }
        }
        let mut search = Search::default();
        while search.words.len() < texts.len() {
            let rest = &texts[search.words.len()..];
            let (n, same) = synonyms(rest);
            search
                .words
                .extend(rest[..n].iter().map(|&(text, forgiven)| Word { forgiven, ..Word::new(text, same.clone()) }));
        }
        if search.words.len() > 1 && forgiven == 0 {
            let all: Vec<&str> = typed.iter().map(String::as_str).collect();
            search.joined = Some(Word::new(&text::join(&all, " "), Vec::new()));
        }
        search
    }

    /// Whether it asks for nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How well a project matches, greater for better; `None` if a word is missing.
    #[must_use]
    pub fn rank(&self, catalog: &Catalog, project: &Project) -> Option<u16> {
        let apart: u16 = self.words.iter().map(|word| rank(catalog, project, word)).sum::<Option<u16>>()?;
        let joined = self.joined.as_ref().and_then(|all| rank(catalog, project, all));
        Some(joined.map_or(apart, |rank| apart.max(rank * self.words.len() as u16)))
    }

    /// The words that none of these projects contains and in which typos can be tolerated, one bit each, for [`Search::new`]; called
    /// when no project matches.
    #[must_use]
    pub fn unfound(&self, catalog: &Catalog, projects: &[u16]) -> u32 {
        let mut unfound = 0;
        for (n, word) in self.words.iter().enumerate() {
            let is_found = |&number: &u16| rank(catalog, &catalog.projects[usize::from(number)], word).is_some();
            let can_be = is_long_chinese(&word.text) || slip::allowed(&word.text) > 0;
            if can_be && (self.words.len() == 1 || !projects.iter().any(is_found)) {
                unfound |= 1 << n;
            }
        }
        unfound
    }

    /// Where a text has what was sought: ranges of bytes, sorted, apart from each other, between characters.
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

/// What means the same as the longest known phrase at the beginning of some words, and how many of them it has; nothing and one if
/// none is known.
fn synonyms(words: &[(&str, bool)]) -> (usize, Vec<Pattern>) {
    // No known phrase has more words.
    let mut n = words.len().min(5);
    loop {
        let phrase = words[..n].iter().flat_map(|(text, _)| text.chars());
        let same = table::same_as(&phrase.filter(|&c| gap(c).is_none()).collect::<String>());
        if !same.is_empty() || n < 2 {
            return (n, same);
        }
        n -= 1;
    }
}

/// How well a project has a word. First counts the best place: name before former name before tag and category before summary before
/// feature, in each the whole before a beginning before the inside before a word that means the same. Then where else it stands;
/// features, which mention much, do not count there.
fn rank(catalog: &Catalog, project: &Project, word: &Word) -> Option<u16> {
    let (mut best, mut all) = (0, 0);
    for (place, weight) in [5, 4, 3, 3, 2, 1].into_iter().enumerate() {
        let mut found = 0;
        texts(catalog, project, place, &mut |text| found = found.max(word.quality(text)));
        if found > 0 {
            // A reader who searches for a former name knows the name; a synonym in it says little.
            let weight = if place == 1 && found == SAME { 1 } else { weight };
            best = best.max(weight * 6 + found);
            all += weight - 1;
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
            [name.en, name.zh, name.zh_hant].into_iter().for_each(take);
            return;
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

/// What was typed but stands in no project, where close matches are shown instead: the words with these bits ([`Search::unfound`]).
#[must_use]
pub fn forgiven_words(typed: &str, forgiven: u32) -> Vec<String> {
    let words = words(typed).into_iter().enumerate();
    words.filter(|(n, _)| forgiven >> n & 1 == 1).map(|(_, word)| word).collect()
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

/// Whether a word may be several words of Chinese: four characters or more.
fn is_long_chinese(word: &str) -> bool {
    word.chars().next().is_some_and(is_chinese) && word.len() >= 12
}

/// How long the first word in a Chinese text is: the longest that is known, else two characters.
fn piece(text: &str) -> usize {
    match table::longest(text) {
        0 => text.chars().take(2).map(char::len_utf8).sum(),
        n => n,
    }
}
