//! The texts of a catalog that are searched. In a large one, an index of them is made piece by piece (`grow`): which letters each contains,
//! so that few have to be read, and texts that many projects share are read once. What is not in the index yet is read as it is: the ranks
//! are the same.

use super::marks::{Marks, Simplified};
use super::rank::{self, N_PLACES};
use super::word::{Quality, Word};
use crate::model::Catalog;

/// The texts of a catalog, and an index of the first of its projects.
pub struct Texts {
    catalog: &'static Catalog,
    /// The texts, and what each contains. Equal short ones are mostly one.
    texts: Vec<(&'static str, Marks)>,
    /// The numbers of the texts of each project, place by place.
    of: Vec<u32>,
    /// For each project and place, where its numbers end; and what all its texts contain.
    projects: Vec<([u32; N_PLACES], Marks)>,
    /// The text found last, by hash.
    last: Vec<u32>,
    simplified: Option<Simplified>,
}

/// Longer texts are seldom equal.
const SHORT: usize = 32;

const N_HASHES: usize = 4096;

impl Texts {
    /// The texts of a catalog, without an index.
    #[must_use]
    pub fn new(catalog: &'static Catalog) -> Texts {
        Texts { catalog, texts: Vec::new(), of: Vec::new(), projects: Vec::new(), last: Vec::new(), simplified: None }
    }

    /// Adds the next projects to the index; `false`: all are in it.
    pub fn grow(&mut self, n_projects: usize) -> bool {
        if self.last.is_empty() {
            self.last.resize(N_HASHES, 0);
        }
        let Texts { catalog, texts, of, projects, last, simplified } = self;
        let simplified = &*simplified.get_or_insert_with(Simplified::new);
        for project in catalog.projects.iter().skip(projects.len()).take(n_projects) {
            let mut all = Marks::default();
            let ends = std::array::from_fn(|place| {
                rank::texts(catalog, project, place, &mut |text| {
                    if text.is_empty() {
                        return;
                    }
                    let hash =
                        text.bytes().take(SHORT).fold(0_u32, |hash, b| (hash ^ u32::from(b)).wrapping_mul(0x0100_0193));
                    let known = &mut last[hash as usize % N_HASHES];
                    if texts.get(*known as usize).is_none_or(|(known, _)| *known != text) {
                        *known = texts.len() as u32;
                        texts.push((text, Marks::of(text, simplified)));
                    }
                    all.join(&texts[*known as usize].1);
                    of.push(*known);
                });
                of.len() as u32
            });
            projects.push((ends, all));
        }
        projects.len() < catalog.projects.len()
    }

    /// The name of a project.
    pub(super) fn name(&self, project: u16) -> &'static str {
        self.catalog.projects[usize::from(project)].name
    }

    /// The rank of a project for a word.
    pub(super) fn rank(&self, project: u16, word: &mut Word, n_words: usize) -> Option<u16> {
        let number = usize::from(project);
        let Some((ends, all)) = self.projects.get(number) else {
            return rank::rank(n_words, &mut |place, visit| {
                rank::texts(self.catalog, &self.catalog.projects[number], place, &mut |text| {
                    visit(word.quality(text, None));
                });
            });
        };
        if !word.may_be_in(all) {
            return None;
        }
        if word.known.len() < self.texts.len() {
            word.known.resize(self.texts.len(), Quality::UNKNOWN);
        }
        let mut from = number.checked_sub(1).map_or(0, |before| self.projects[before].0[N_PLACES - 1]);
        rank::rank(n_words, &mut |place, visit| {
            for &text in &self.of[from as usize..ends[place] as usize] {
                let text = text as usize;
                if word.known[text] == Quality::UNKNOWN {
                    let (text_itself, marks) = &self.texts[text];
                    word.known[text] = word.quality(text_itself, Some(marks));
                }
                visit(word.known[text]);
            }
            from = ends[place];
        })
    }
}
