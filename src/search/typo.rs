//! Typo tolerance: one letter added, missing, replaced, or two swapped; in long words up to two such mistakes.

use super::pattern::{begins_word, gap, is_letter};
use crate::text::folded;

/// Longer words are not corrected.
const LONGEST: usize = 24;

/// How many typos a word may have.
pub(super) fn allowed(word: &str) -> u8 {
    let is_word = word.bytes().all(|b| b.is_ascii_alphanumeric());
    match word.len() {
        4..8 if is_word => 1,
        8..=LONGEST if is_word => 2,
        _ => 0,
    }
}

/// Passes every close match of a word in a text to `take`: from, to, and the closeness, from 4 for a whole word with one typo to 1
/// for the beginning of a word with two. The first letter must be right, which leaves few places to check.
pub(super) fn each(word: &str, text: &str, visit: &mut dyn FnMut((usize, usize, u16))) {
    let (word, allowed) = (word.as_bytes(), allowed(word));
    let Some(first) = word.first().filter(|_| allowed > 0) else { return };
    for (at, byte) in text.bytes().enumerate() {
        // The letter itself, or one that may fold to it.
        if byte.to_ascii_lowercase() != *first && !matches!(byte, 0xc2..=0xe2 | 0xef | 0xf0) {
            continue;
        }
        let Some((head, tail)) = text.split_at_checked(at) else { continue };
        if folded(tail).next() == Some(*first as char) && begins_word(head, tail) {
            let (end, closeness) = end(word, allowed, tail);
            if closeness > 0 {
                visit((at, at + end, closeness));
            }
        }
    }
}

/// The end of the closest match at the beginning of a text, and its closeness; 0 if there is none.
fn end(word: &[u8], allowed: u8, text: &str) -> (usize, u16) {
    let mut best = (0, 0);
    // The edit distance between the letters of the word so far and the text so far, and the text without its last one and two
    // letters.
    let mut rows = [[0; LONGEST + 1]; 3];
    for (n, slips) in rows[0].iter_mut().enumerate() {
        *slips = n as u8;
    }
    let (mut n_letters, mut before) = (0, 0);
    let mut letters = folded(text);
    while let Some(c) = letters.next() {
        if gap(c) == Some('-') {
            continue;
        }
        if !is_letter(c) || n_letters == LONGEST as u8 {
            break;
        }
        let letter = u8::try_from(c).unwrap_or(0);
        n_letters += 1;
        let [last, one_before, _] = rows;
        let mut row = [n_letters; LONGEST + 1];
        let mut least = n_letters;
        for (n, &wanted) in word.iter().enumerate() {
            let swapped = n > 0 && n_letters > 1 && word[n - 1] == letter && wanted == before;
            row[n + 1] = (last[n] + u8::from(wanted != letter)).min(last[n + 1] + 1).min(row[n] + 1);
            if swapped {
                row[n + 1] = row[n + 1].min(one_before[n - 1] + 1);
            }
            least = least.min(row[n + 1]);
        }
        rows = [row, last, one_before];
        before = letter;
        if least > allowed {
            break;
        }
        let slips = row[word.len()];
        if slips <= allowed {
            let rest = letters.rest();
            let is_whole = !letters.is_within() && !folded(rest).next().is_some_and(is_letter);
            // The beginning of a longer word matches only if enough of it was typed.
            let closeness = if is_whole { 5 - slips } else { 3 - slips };
            if (is_whole || word.len() > 4) && u16::from(closeness) > best.1 {
                best = (text.len() - rest.len(), closeness.into());
            }
        }
    }
    best
}
