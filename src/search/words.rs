//! The typed words of a search.

use super::pattern::{Pattern, Patterns};
use super::{dictionary, stop, typo};
use crate::text::{first_folded, folded, is_mark};

/// The maximum number of words in a search. A link can contain a million words, each to be searched for in every project, and the
/// sum of some thousand ranks overflows its type.
pub(super) const MOST_WORDS: usize = 32;

/// Whether a search contains any word.
#[must_use]
pub fn has_words(typed: &str) -> bool {
    !typed.chars().all(|c| is_gap(c) || is_mark(c))
}

/// The typed words that no project contains and for which close matches are shown: the words with these bits.
/// Chinese that was split into words is not among them.
#[must_use]
pub fn forgiven_words(typed: &str, forgiven: u32) -> Vec<String> {
    let words = words(typed).into_iter().enumerate();
    words.filter(|(n, word)| forgiven >> n & 1 == 1 && typo::allowed(word) > 0).map(|(_, word)| word).collect()
}

/// The words of a search without stop words.
#[must_use]
pub fn sought_words(typed: &str) -> Vec<String> {
    let words = words(typed).into_iter();
    words.map(|word| stop::without(&word).to_owned()).filter(|word| !word.is_empty()).collect()
}

/// A folded word, or a part of one, in the spelling in which it was typed.
#[must_use]
pub fn as_typed(typed: &str, word: &str) -> String {
    let mut first = word;
    Patterns::new(vec![Pattern::new(word, false)]).each(typed, &mut |_, (from, to, _)| {
        if first == word {
            first = typed.get(from..to).unwrap_or(word);
        }
    });
    first.to_owned()
}

/// The separators of words: spaces of every width, and punctuation that ends or encloses words. (Not `char::is_whitespace`, whose
/// table is larger than this list.) A character that folds to a separator is one; other full-width characters are not: "Ｃ＋＋" is
/// "C++".
pub(super) fn is_gap(c: char) -> bool {
    matches!(c, '“' | '”' | '\u{3001}'..='\u{3004}' | '\u{3008}'..='\u{303f}' | '\u{ff61}'..='\u{ff64}')
        || matches!(first_folded(c), '\t'..=' ' | ',' | ';' | ':' | '!' | '?' | '"' | '(' | ')' | '[' | ']')
}

/// The folded words of a search, up to a maximum number. Chinese and Latin are separate words: "GPU虚拟化" is two.
#[must_use]
pub fn words(typed: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in folded(typed).filter(|&c| !is_mark(c)) {
        if !is_gap(c) {
            let c = dictionary::simplified(c);
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

/// Whether a character is of a script that does not separate words by spaces.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

/// Whether a Chinese word may be several words: it has three characters or more.
pub(super) fn is_long_chinese(word: &str) -> bool {
    word.chars().next().is_some_and(is_chinese) && word.len() >= 9
}
