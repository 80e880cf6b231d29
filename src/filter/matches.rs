//! The matches of a search, found in steps: among ten thousand projects the steps together take longer than the reader should wait for
//! the next frame.

use crate::facet::Index;
use crate::search::{Closest, Search, TOLD, Texts};

/// The matches of a search among the projects of a scope.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Matches {
    /// The search, as typed.
    pub typed: String,
    /// How well each project matches, if it does, and how the search was relaxed.
    pub closest: Closest,
    /// The words in which typos are tolerated, one bit each.
    pub forgiven: u32,
}

/// A search that goes on step by step.
pub struct Matching {
    scope: Vec<u16>,
    typed: String,
    search: Search,
    stage: Stage,
    /// How many projects of the stage have been done.
    at: usize,
    ranks: Vec<Option<u32>>,
    /// The projects that match all words.
    matching: Vec<u16>,
}

/// What is being done, for one project after the other.
enum Stage {
    /// Projects are ranked.
    Ranking,
    /// Is a project that matches about the words?
    Telling,
    /// Is this word nowhere, or only mentioned? With the bits of those that are.
    Relaxing { word: usize, forgiven: u32 },
    /// Projects are ranked for each word, because close matches are wanted.
    Closing { ranks: Vec<u16>, forgiven: u32 },
}

impl Matching {
    /// A search among the projects of a scope.
    #[must_use]
    pub fn new(scope: &[u16], typed: &str) -> Matching {
        Matching {
            scope: scope.to_vec(),
            typed: typed.to_owned(),
            search: Search::new(typed, 0),
            stage: Stage::Ranking,
            at: 0,
            ranks: Vec::with_capacity(scope.len()),
            matching: Vec::new(),
        }
    }

    /// Whether it is a search for this among these projects.
    #[must_use]
    pub fn is(&self, scope: &[u16], typed: &str) -> bool {
        self.typed == typed && self.scope == scope
    }

    /// Does the next `n` steps; returns the matches if they are complete, and is then over.
    pub fn step(&mut self, texts: &Texts, n: usize) -> Option<Matches> {
        for _ in 0..n {
            let next = match &mut self.stage {
                Stage::Ranking => match self.scope.get(self.at) {
                    Some(&project) => {
                        let rank = self.search.rank(texts, project);
                        if rank.is_some() {
                            self.matching.push(project);
                        }
                        self.ranks.push(rank);
                        None
                    }
                    None if self.search.always_tells() && !self.matching.is_empty() => return Some(self.exact()),
                    None => Some(Stage::Telling),
                },
                Stage::Telling => match self.matching.get(self.at) {
                    Some(&project) if self.search.is_told(texts, project) => return Some(self.exact()),
                    Some(_) => None,
                    None => Some(Stage::Relaxing { word: 0, forgiven: 0 }),
                },
                Stage::Relaxing { word, .. } if *word == self.search.n_words() => {
                    let Stage::Relaxing { forgiven, .. } = self.stage else { continue };
                    self.search = Search::new(&self.typed, forgiven).closely(!self.matching.is_empty());
                    Some(Stage::Closing { ranks: Vec::new(), forgiven })
                }
                Stage::Relaxing { word, forgiven } => {
                    // What no project has, may have typos; of what is only mentioned, Chinese may be several words.
                    let (among, least, is_candidate) = if self.matching.is_empty() {
                        (&self.scope, 1, self.search.is_relaxable(*word))
                    } else {
                        (&self.matching, TOLD, self.search.is_compound(*word))
                    };
                    // Already known of a single word: no project matches it.
                    let is_nowhere = self.matching.is_empty() && self.search.n_words() == 1;
                    let project = among.get(self.at).filter(|_| is_candidate && !is_nowhere);
                    match project {
                        Some(&project) if self.search.rank_of(texts, project, *word) < least => None,
                        Some(_) => Some(Stage::Relaxing { word: *word + 1, forgiven: *forgiven }),
                        None => {
                            let bit = if is_candidate { self.search.bit(*word) } else { 0 };
                            Some(Stage::Relaxing { word: *word + 1, forgiven: *forgiven | bit })
                        }
                    }
                }
                Stage::Closing { ranks, forgiven } => match self.scope.get(self.at) {
                    Some(&project) => {
                        for word in 0..self.search.n_words() {
                            ranks.push(self.search.rank_of(texts, project, word));
                        }
                        None
                    }
                    None => {
                        let closest = self.search.closest(ranks);
                        if closest.ranks.iter().any(Option::is_some) {
                            let typed = std::mem::take(&mut self.typed);
                            return Some(Matches { typed, closest, forgiven: *forgiven });
                        }
                        return Some(self.exact());
                    }
                },
            };
            match next {
                Some(next) => (self.stage, self.at) = (next, 0),
                None => self.at += 1,
            }
        }
        None
    }

    /// The projects that match all words.
    fn exact(&mut self) -> Matches {
        let closest = Closest { ranks: std::mem::take(&mut self.ranks), ..Closest::default() };
        Matches { typed: std::mem::take(&mut self.typed), closest, forgiven: 0 }
    }
}

/// The matches of a search among the projects of a scope, in one go. See [`apply`](super::apply).
#[must_use]
pub fn matches(index: &Index, scope: &[u16], typed: &str) -> Matches {
    let texts = Texts::new(index.catalog);
    let mut matching = Matching::new(scope, typed);
    loop {
        if let Some(matches) = matching.step(&texts, usize::MAX) {
            return matches;
        }
    }
}
