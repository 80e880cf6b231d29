//! Which projects are like which, worked out when a catalog is made: by the build for the bundled one, by the reader for one of an
//! author's own. It follows from the other facts, so it is not among a catalog's keys.
//!
//! Two projects are alike by what both have and few others do: by their tags above all, and by the words of their English summaries
//! and features. What `n` projects share weighs 1/(n + 2), a tag eight times a word, and what more than [`COMMON`] share says nothing.
//! Being of one category adds half.

use crate::model::Project;
use crate::text::fold_char;

/// How many similar projects are named.
const MOST: usize = 3;
/// What more projects than this have in common says nothing. It also keeps the work in bounds for ten thousand projects.
const COMMON: usize = 16;
/// One that is less like a project than the most similar one by this factor is not named.
const WEAK: u32 = 4;
const TAG: u32 = 8;
/// A shorter word is mostly a particle; what is left of those, many projects have.
const SHORTEST_WORD: usize = 4;

/// Fills in the similar projects of each, by their numbers in this list, the most similar one first.
pub fn fill(projects: &mut [Project]) {
    let terms = terms(projects);
    // For each project, where its telling terms stand.
    let mut telling: Vec<Vec<&[Term]>> = vec![Vec::new(); projects.len()];
    for sharing in terms.chunk_by(|one, other| one.0 == other.0) {
        if (2..=COMMON).contains(&sharing.len()) {
            sharing.iter().for_each(|&(_, number)| telling[usize::from(number)].push(sharing));
        }
    }
    let mut scores = vec![0_u32; projects.len()];
    for number in 0..projects.len() {
        scores.fill(0);
        for sharing in &telling[number] {
            let weight = 1000 / (sharing.len() as u32 + 2) * if is_tag(sharing[0].0) { TAG } else { 1 };
            sharing.iter().for_each(|&(_, other)| scores[usize::from(other)] += weight);
        }
        let mut best: Vec<(u32, u16)> = Vec::with_capacity(MOST + 1);
        for (other, &score) in scores.iter().enumerate() {
            if score > 0 && other != number {
                let is_kin = projects[other].category == projects[number].category;
                let score = if is_kin { score + score / 2 } else { score };
                let at = best.partition_point(|&(better, _)| better >= score);
                best.insert(at, (score, other as u16));
                best.truncate(MOST);
            }
        }
        let top = best.first().map_or(0, |best| best.0);
        let named = best.into_iter().filter(|(score, _)| score * WEAK >= top).map(|(_, other)| other);
        projects[number].similar = named.collect::<Vec<u16>>().leak();
    }
}

/// A tag or a word, as a number, and the number of a project that has it.
type Term = (u64, u16);

/// Tags are odd, words even.
fn is_tag(term: u64) -> bool {
    term & 1 == 1
}

/// What the projects have, like beside like, each once for each project.
fn terms(projects: &[Project]) -> Vec<Term> {
    let mut terms = Vec::new();
    for (number, project) in projects.iter().enumerate() {
        let number = number as u16;
        for tag in project.tags {
            terms.push((hash(tag.chars().map(fold_char)) | 1, number));
        }
        for text in std::iter::once(&project.summary).chain(project.features) {
            words(text.en, &mut |word| terms.push((word & !1, number)));
        }
    }
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// The words of a text, folded, without the s of a plural. Of a language that does not part its words there are none, and tags count
/// alone.
fn words(text: &str, take: &mut dyn FnMut(u64)) {
    let mut word = Vec::new();
    for c in text.chars().map(fold_char).chain([' ']) {
        if c.is_ascii_alphanumeric() {
            word.push(c);
            continue;
        }
        if word.len() >= SHORTEST_WORD {
            if let [.., before, 's'] = word[..]
                && before != 's'
            {
                word.pop();
            }
            take(hash(word.iter().copied()));
        }
        word.clear();
    }
}

/// FNV-1a: short, and the same everywhere. No texts are kept, and two that meet in one of 2^63 numbers would only make two projects
/// look a little more alike.
fn hash(text: impl Iterator<Item = char>) -> u64 {
    text.fold(0xcbf2_9ce4_8422_2325, |hash, c| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3))
}
