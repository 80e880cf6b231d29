//! The closest matches to a search that no project matches: the projects with most of its words.

use super::{Search, Texts};

/// The minimum score of a matched word, before its rank is added.
const THERE: u32 = 300;

/// A lower rank means that the word is only mentioned: in a feature, in a former repository, or as a synonym in a former name.
pub const TOLD: u16 = 12 * 20;

/// The closest matches to a search that no project matches.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Closest {
    /// The rank of each project; `None` if it is not close.
    pub ranks: Vec<Option<u32>>,
    /// The words that match no project.
    pub missing: Vec<String>,
    /// Whether no project matches all the other words.
    pub apart: bool,
}

impl Search {
    /// Whether any project that matches all words is about each: one word has no others to be read together with, but Chinese may be
    /// several.
    #[must_use]
    pub fn always_tells(&self) -> bool {
        self.words.len() < 2 && !(0..self.words.len()).any(|word| self.is_compound(word))
    }

    /// Whether a project that matches all words is about each word, or has them together, and does not only mention them.
    #[must_use]
    pub fn is_told(&mut self, texts: &Texts, project: u16) -> bool {
        let n_words = self.words.len();
        let ranks: Vec<u16> = (0..n_words).map(|word| self.rank_of(texts, project, word)).collect();
        self.tells(&ranks) || self.joined.as_mut().is_some_and(|all| texts.rank(project, all, n_words).is_some())
    }

    fn tells(&self, ranks: &[u16]) -> bool {
        ranks.iter().zip(&self.words).all(|(&rank, word)| word.may_lack || rank == 0 || rank >= TOLD)
    }

    /// Only close matches are wanted from now on. `is_known`: whether some project matches all words after all, but only mentions some.
    #[must_use]
    pub fn closely(mut self, is_known: bool) -> Search {
        if let Some(last) = self.words.last_mut()
            && last.is_open
            && !is_known
        {
            // The reader may still be typing the last word, but a word that only begins with it is not close: "unicast" is no match for
            // "uni".
            last.patterns.stand_alone();
            last.needs[0] = last.patterns.needs();
        }
        self
    }

    /// The projects that match best if no project matches all words. If a project matches every word that any project matches, and is
    /// about each, the result is the projects with all these words; otherwise it is the projects with at least half of the best weight.
    /// The rarer a word, the greater its weight.
    ///
    /// `ranks`: of each project in turn, [`Search::rank_of`] each word.
    #[must_use]
    pub fn closest(&self, ranks: &[u16]) -> Closest {
        let n_words = self.words.len();
        let n_projects = ranks.len().checked_div(n_words).unwrap_or(0);
        let mut weights = vec![0_u32; n_words];
        for row in ranks.chunks(n_words.max(1)) {
            for (&rank, n_having) in row.iter().zip(&mut weights) {
                *n_having += u32::from(rank > 0);
            }
        }
        let mut closest = Closest::default();
        // Words that overlap are guesses at the same piece of text: one match is enough.
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
            let rarity = (n_projects as u32 * 4).checked_div(*weight).unwrap_or(0).min(u32::from(u16::MAX));
            *weight = if word.may_lack || rarity == 0 { 0 } else { (rarity * rarity).ilog2() - 3 };
        }
        let covered = |ranks: &[u16]| -> u32 {
            ranks.iter().zip(&weights).map(|(&rank, &weight)| if rank > 0 { weight } else { 0 }).sum()
        };
        let rows = || ranks.chunks(n_words.max(1));
        let best = rows().map(covered).max().unwrap_or(0);
        closest.apart = best < weights.iter().sum();
        // If the projects with all words only mention some of them, others may be about those words.
        let is_told = ranks.chunks(n_words.max(1)).any(|ranks| covered(ranks) == best && self.tells(ranks));
        let least = if closest.apart || !is_told { best / 2 } else { best }.max(1);
        closest.ranks = rows()
            .map(|ranks| {
                let score = |(&rank, weight): (&u16, &u32)| match rank {
                    0..TOLD => u32::from(rank) * weight,
                    _ => (THERE + u32::from(rank)) * weight,
                };
                (covered(ranks) >= least).then(|| ranks.iter().zip(&weights).map(score).sum())
            })
            .collect();
        closest
    }
}
