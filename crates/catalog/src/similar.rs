//! Which projects are similar, computed when a catalog is made: by the build for the bundled one, by the reader for an author's own.
//! It follows from the other facts, so it is not a key of a catalog.
//!
//! Two projects are similar if they share terms that few others have: above all tags, and words of the English summaries and features.
//! A term of `n` projects weighs 1/(n + 2), a tag eight times as much as a word; a term of more than [`COMMON`] projects is ignored.
//! The same category adds half.

use crate::model::Project;
use crate::text::{fold_char, letters};

/// The maximum number of similar projects.
const MOST: usize = 3;
/// A term of more projects than this is ignored. This also limits the work for ten thousand projects.
const COMMON: usize = 16;
/// A candidate whose score is lower than that of the most similar project by this factor is left out.
const WEAK: u32 = 4;
const TAG: u32 = 8;
/// Most shorter words are particles, and many projects have the others.
const SHORTEST_WORD: usize = 4;

/// Fills in the similar projects of each, by their numbers in this list, the most similar one first.
pub fn fill(projects: &mut [Project]) {
    let mut terms = Vec::new();
    for (number, project) in projects.iter().enumerate() {
        terms.extend(terms_of(project, number));
    }
    terms.sort_unstable();
    let mut scores = vec![0_u32; projects.len()];
    for number in 0..projects.len() {
        let project = projects[number];
        scores.fill(0);
        for term in terms_of(&project, number) {
            let start = terms.partition_point(|&other| other >> 16 < term >> 16);
            let sharing = terms[start..].iter().take(COMMON + 1).take_while(|&&other| other >> 16 == term >> 16);
            let n = sharing.clone().count();
            if n <= COMMON {
                let weight = 1000 / (n as u32 + 2) * if term & IS_TAG != 0 { TAG } else { 1 };
                sharing.for_each(|&other| scores[other as u16 as usize] += weight);
            }
        }
        scores[number] = 0;
        for (score, other) in scores.iter_mut().zip(&*projects) {
            if *score > 0 && other.category == project.category {
                *score += *score / 2;
            }
        }
        let mut similar = Vec::with_capacity(MOST);
        let mut top = 0;
        while similar.len() < MOST {
            let (mut best, mut best_score) = (0, 0);
            for (other, &score) in scores.iter().enumerate() {
                if score > best_score {
                    (best, best_score) = (other, score);
                }
            }
            top = top.max(best_score);
            if best_score == 0 || best_score * WEAK < top {
                break;
            }
            // Look for the next best among the others.
            scores[best] = 0;
            similar.push(best as u16);
        }
        projects[number].similar = similar.leak();
    }
}

/// A term of a project: a hash, whether it is a tag, and in the lowest 16 bits the number of the project.
type Term = u64;

const IS_TAG: Term = 0x1_0000;

/// The tags and words of a project, each once.
fn terms_of(project: &Project, number: usize) -> Vec<Term> {
    let number = number as u64;
    let mut terms = Vec::new();
    for tag in project.tags {
        let hash = letters(tag).map(fold_char).fold(START, mix);
        terms.push(hash << 17 | IS_TAG | number);
    }
    for text in std::iter::once(&project.summary).chain(project.features) {
        words(text.en, &mut |hash| terms.push(hash << 17 | number));
    }
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// The words of a text, folded, without a final s, which may be a plural. A language that does not separate words by spaces yields no
/// words, so only tags count.
fn words(text: &str, take: &mut dyn FnMut(u64)) {
    // The hashes of the word so far, without and with its last letter; its length; its last letter.
    let (mut before, mut hash, mut length, mut last) = (START, START, 0, ' ');
    for c in letters(text).map(fold_char).chain([' ']) {
        if c.is_ascii_alphanumeric() {
            (before, hash) = (hash, mix(hash, c));
            (length, last) = (length + 1, c);
        } else {
            if length >= SHORTEST_WORD {
                take(if last == 's' { before } else { hash });
            }
            (hash, length) = (START, 0);
        }
    }
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a: short, and the same on every platform. The texts are not kept; a collision in 2^47 values would only make two projects look
/// slightly more similar.
fn mix(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3)
}
