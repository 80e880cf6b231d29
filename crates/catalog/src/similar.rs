//! Which projects are similar: computed by the build for the bundled catalog, and for the project whose details are open in an author's
//! own. It follows from the other facts, so it is not a key of a catalog.
//!
//! Two projects are similar if they share terms that few others have: above all tags, and words of the English summaries and features.
//! A term of `n` projects weighs 1/(n + 2), a tag eight times as much as a word; a term of more than [`COMMON`] projects is ignored.
//! The same category adds half.

use std::sync::OnceLock;

use crate::model::Project;
use crate::text::{fold_char, letters};

/// The maximum number of similar projects.
const MOST: usize = 3;
/// A term of more projects than this is ignored.
const COMMON: usize = 16;
/// A candidate whose score is lower than that of the most similar project by this factor is left out.
const WEAK: u64 = 4;
const TAG: u64 = 8;
/// Most shorter words are particles, and many projects have the others.
const SHORTEST_WORD: usize = 4;

/// Fills in the similar projects of each, by their numbers in this list, the most similar one first.
pub fn fill(projects: &mut [Project]) {
    let mut all: Vec<(Term, u16)> = Vec::new();
    for (number, project) in projects.iter().enumerate() {
        all.extend(terms_of(project).into_iter().map(|term| (term, number as u16)));
    }
    all.sort_unstable();
    for number in 0..projects.len() {
        let mut shared = Vec::new();
        for term in terms_of(&projects[number]) {
            let start = all.partition_point(|&(other, _)| other < term);
            let sharing = all[start..].iter().take(COMMON + 1).take_while(|(other, _)| *other == term);
            share(term, &sharing.map(|&(_, number)| number).collect::<Vec<_>>(), &mut shared);
        }
        projects[number].similar = most_similar(projects, number as u16, shared).leak();
    }
}

static OF: OnceLock<Find> = OnceLock::new();

type Find = fn(&[Project], u16) -> Vec<u16>;

/// The projects that are similar to one, in a catalog that does not say it because that takes long for ten thousand. What finds them is in
/// the chunk that has read the catalog, and not in that of the details.
#[must_use]
pub fn found(projects: &[Project], number: u16) -> Vec<u16> {
    OF.get().map_or_else(Vec::new, |of| of(projects, number))
}

/// Makes [`found`] find them.
pub(crate) fn ready() {
    OF.get_or_init(|| of);
}

/// The projects that are similar to one.
#[must_use]
pub fn of(projects: &[Project], number: u16) -> Vec<u16> {
    let Some(project) = projects.get(usize::from(number)) else { return Vec::new() };
    let terms = terms_of(project);
    let mut sharing = vec![Vec::new(); terms.len()];
    for (other, project) in projects.iter().enumerate() {
        each_term(project, &mut |term| {
            let Ok(at) = terms.binary_search(&term) else { return };
            if sharing[at].len() <= COMMON && sharing[at].last() != Some(&(other as u16)) {
                sharing[at].push(other as u16);
            }
        });
    }
    let mut shared = Vec::new();
    for (term, sharing) in terms.into_iter().zip(&sharing) {
        share(term, sharing, &mut shared);
    }
    most_similar(projects, number, shared)
}

/// Adds what a term that these projects share is worth to each, unless it is a common one.
fn share(term: Term, sharing: &[u16], shared: &mut Vec<u64>) {
    if sharing.len() <= COMMON {
        let weight = 1000 / (sharing.len() as u64 + 2) * if term & IS_TAG != 0 { TAG } else { 1 };
        shared.extend(sharing.iter().map(|&number| u64::from(number) << 32 | weight));
    }
}

/// The best of those with which a project shares something: for each term, the number of the other in the upper half, and what the term
/// is worth in the lower one. Plain numbers, because sorting anything else would be another kilobyte.
fn most_similar(projects: &[Project], number: u16, mut shared: Vec<u64>) -> Vec<u16> {
    let category = |number: u16| projects[usize::from(number)].category;
    shared.sort_unstable();
    let mut scores: Vec<(u64, u16)> = Vec::new();
    for one in shared {
        let (other, weight) = ((one >> 32) as u16, one & 0xffff_ffff);
        match scores.last_mut() {
            Some((score, last)) if *last == other => *score += weight,
            _ if other != number => scores.push((weight, other)),
            _ => {}
        }
    }
    let mut similar: Vec<u16> = Vec::new();
    let mut top = 0;
    for (score, other) in &mut scores {
        if category(*other) == category(number) {
            *score += *score / 2;
        }
        top = top.max(*score);
    }
    while similar.len() < MOST {
        let (mut best, mut best_score) = (0, 0);
        for (at, &(score, _)) in scores.iter().enumerate() {
            if score > best_score {
                (best, best_score) = (at, score);
            }
        }
        if best_score == 0 || best_score * WEAK < top {
            break;
        }
        // Look for the next best among the others.
        scores[best].0 = 0;
        similar.push(scores[best].1);
    }
    similar
}

/// A hash, and in the lowest bit whether it is a tag.
type Term = u64;

const IS_TAG: Term = 1;

/// The tags and words of a project, each once, sorted.
fn terms_of(project: &Project) -> Vec<Term> {
    let mut terms = Vec::new();
    each_term(project, &mut |term| terms.push(term));
    terms.sort_unstable();
    terms.dedup();
    terms
}

fn each_term(project: &Project, take: &mut dyn FnMut(Term)) {
    for tag in project.tags {
        take(letters(tag).map(fold_char).fold(START, mix) << 1 | IS_TAG);
    }
    for text in std::iter::once(&project.summary).chain(project.features) {
        words(text.en, &mut |hash| take(hash << 1));
    }
}

/// The words of a text, folded, without a final s, which may be a plural. A language that does not separate words by spaces yields no
/// words, so only tags count.
fn words(text: &str, add: &mut dyn FnMut(u64)) {
    // The hashes of the word so far, without and with its last letter; its length; its last letter.
    let (mut before, mut hash, mut length, mut last) = (START, START, 0, ' ');
    for c in letters(text).map(fold_char).chain([' ']) {
        if c.is_ascii_alphanumeric() {
            (before, hash) = (hash, mix(hash, c));
            (length, last) = (length + 1, c);
        } else {
            if length >= SHORTEST_WORD {
                add(if last == 's' { before } else { hash });
            }
            (hash, length) = (START, 0);
        }
    }
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a: short, and the same on every platform. The texts are not kept; a collision in 2^63 values would only make two projects look
/// slightly more similar.
fn mix(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3)
}
