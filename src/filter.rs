//! The filter, a plain value, and [`apply`]: computes the projects shown, their order and every count, in one pass.
//!
//! Selected values of one facet are combined with OR, facets with AND. A facet's counts ignore its own selection: the number
//! next to an option is how many projects ticking it would show. A project that passes every facet counts everywhere; one that
//! fails exactly one facet counts only there, and appears if that facet's filter is removed.

mod engine;
mod matches;
mod sort;
mod view;

pub use engine::{Engine, Finder, Wake};
pub use matches::{Matches, Matching, matches};
pub use sort::Sort;
pub use view::View;

use std::cmp::Ordering;

use crate::data::order::ordered;
use crate::facet::{Index, N_FACETS};
use crate::model::{Date, Maturity, Project};
pub use crate::search::has_words;
use crate::search::{self, Search, Texts};

/// The reader's filter. Any value is valid for the index that its numbers belong to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Search words as typed.
    pub search: String,
    /// Selected values of each facet, in the order of selection.
    pub chosen: [Vec<u16>; N_FACETS],
    /// Named projects, in order. In a scope: the only projects that exist. In a reader's filter: one is opened, several are
    /// compared.
    pub projects: Vec<u16>,
    /// The view; `None`: the page's default.
    pub view: Option<View>,
    /// The order of the cards.
    pub sort: Sort,
}

impl Filter {
    /// Whether it shows every project.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.n_active() == 0
    }

    /// The number of active conditions: each selected value, and the search.
    #[must_use]
    pub fn n_active(&self) -> usize {
        let n_chosen: usize = self.chosen.iter().map(Vec::len).sum();
        n_chosen + usize::from(has_words(&self.search))
    }

    /// The number of selected values in all facets except `but`.
    #[must_use]
    pub fn n_chosen_but(&self, but: usize) -> usize {
        let others = self.chosen.iter().enumerate().filter(|&(facet, _)| facet != but);
        others.map(|(_, values)| values.len()).sum()
    }

    /// Selects a value, or deselects it.
    pub fn toggle(&mut self, facet: usize, value: u16) {
        let chosen = &mut self.chosen[facet];
        match chosen.iter().position(|&v| v == value) {
            Some(at) => drop(chosen.remove(at)),
            None => chosen.push(value),
        }
    }

    /// Clears all selections and the search; the order stays.
    pub fn clear(&mut self) {
        self.search.clear();
        self.chosen.iter_mut().for_each(Vec::clear);
    }
}

/// The result of a filter.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Outcome {
    /// Numbers of the projects shown, in order. Of those that a search service has found, only the first ones are here.
    pub shown: Vec<u16>,
    /// How many projects are shown, or have been found.
    pub n_shown: u32,
    /// For each facet and value, how many projects selecting it would show.
    pub counts: [Vec<u32>; N_FACETS],
    /// For each facet, how many projects only this facet hides.
    pub without: [u32; N_FACETS],
    /// How many projects only the search hides.
    pub without_search: u32,
    /// How many projects exist here.
    pub total: u32,
    /// The words of the search that no project here contains, one bit each: close matches are shown for them.
    pub forgiven: u32,
    /// The words of the search that match no project here, not even closely: the projects shown match the other words.
    pub missing: Vec<String>,
    /// Whether each word matches some project here but no project matches all: the projects shown match most of them.
    pub apart: bool,
}

impl Outcome {
    /// How many projects selecting a value would show; 0 for a value of another catalog.
    #[must_use]
    pub fn count(&self, facet: usize, value: u16) -> u32 {
        self.counts[facet].get(usize::from(value)).copied().unwrap_or_default()
    }

    /// The search as it was applied, for highlighting the texts of the projects shown.
    #[must_use]
    pub fn search(&self, filter: &Filter) -> Search {
        Search::new(&filter.search, self.forgiven)
    }

    /// The words that no project here contains, for which close matches are shown; usually none.
    #[must_use]
    pub fn forgiven_words(&self, filter: &Filter) -> Vec<String> {
        search::forgiven_words(&filter.search, self.forgiven)
    }

    /// The words, as they were typed, for which the projects shown are only close matches: the words that match no project here, or all
    /// words if no project matches all of them.
    #[must_use]
    pub fn unmatched_words(&self, filter: &Filter) -> Vec<String> {
        let mut words = if self.apart { search::sought_words(&filter.search) } else { self.forgiven_words(filter) };
        if !self.apart {
            words.retain(|word| !self.missing.contains(word));
            words.extend(self.missing.iter().cloned());
        }
        words.iter().map(|word| search::as_typed(&filter.search, word)).collect()
    }

    /// How many projects the tab "All" would show.
    #[must_use]
    pub fn n_all_tabs(&self, index: &Index) -> u32 {
        self.n_shown + self.without[index.tabs]
    }
}

/// The projects that exist in a scope, in its order.
#[must_use]
pub fn scope(index: &Index, scope: &Filter) -> Vec<u16> {
    let everything: Vec<u16> = (0..index.catalog.projects.len() as u16).collect();
    let named = if scope.projects.is_empty() { &everything } else { &scope.projects };
    // No typo tolerance in a page's search: its result must not depend on which other projects are here.
    let (texts, mut search) = (Texts::new(index.catalog), Search::new(&scope.search, 0));
    let kept: Vec<u16> = named.iter().copied().filter(|&number| search.rank(&texts, number).is_some()).collect();
    within(index, scope, &kept)
}

/// The projects that exist in a scope without a search, in its order.
#[must_use]
pub fn wordless_scope(index: &Index, scope: &Filter) -> Vec<u16> {
    let everything: Vec<u16> = (0..index.catalog.projects.len() as u16).collect();
    within(index, scope, if scope.projects.is_empty() { &everything } else { &scope.projects })
}

/// Those of these projects that a scope has, in its order.
fn within(index: &Index, scope: &Filter, named: &[u16]) -> Vec<u16> {
    let filter = Filter { sort: Sort::Accepted, ..scope.clone() };
    let kept = applied(index, named, &filter, &Matches::default()).shown;
    // The search of a scope filters and does not sort: projects keep the order of the catalog or of the list.
    let mut is_kept = vec![false; index.catalog.projects.len()];
    kept.iter().for_each(|&number| is_kept[usize::from(number)] = true);
    let kept: Vec<(u32, u16)> = named.iter().filter(|&&n| is_kept[usize::from(n)]).map(|&n| (0, n)).collect();
    sorted(index, scope.sort, &kept)
}

/// Applies a filter to the projects of a scope. Without a search and in the default order they keep the scope's order.
///
/// If no project of the scope, regardless of facets, matches the search, typos are tolerated in the words that occur in none. If that is
/// not enough, the projects with most of the words are shown.
#[must_use]
pub fn apply(index: &Index, scope: &[u16], filter: &Filter) -> Outcome {
    applied(index, scope, filter, &matches(index, scope, &filter.search))
}

/// Applies a filter, except for its search, to those projects of a scope that match a search.
#[must_use]
pub fn applied(index: &Index, scope: &[u16], filter: &Filter, matches: &Matches) -> Outcome {
    let closest = &matches.closest;
    let mut outcome = Outcome {
        counts: std::array::from_fn(|facet| vec![0; index.values(facet).len()]),
        total: scope.len() as u32,
        forgiven: matches.forgiven,
        missing: closest.missing.clone(),
        apart: closest.apart,
        ..Outcome::default()
    };
    let mut ranked: Vec<(u32, u16)> = Vec::with_capacity(scope.len());
    for (at, &number) in scope.iter().enumerate() {
        // Without a search there are no ranks.
        let rank = closest.ranks.get(at).copied().unwrap_or(Some(0));
        let mut failed = None;
        let mut n_failed = 0;
        for (facet, chosen) in filter.chosen.iter().enumerate() {
            if !chosen.is_empty() && !index.of(number, facet).iter().any(|value| chosen.contains(value)) {
                failed = Some(facet);
                n_failed += 1;
            }
        }
        if n_failed > 1 {
            continue;
        }
        match (rank, failed) {
            (Some(rank), None) => {
                ranked.push((rank, number));
                for (facet, counts) in outcome.counts.iter_mut().enumerate() {
                    if !counts.is_empty() {
                        count(index, number, facet, counts);
                    }
                }
            }
            (Some(_), Some(facet)) => {
                outcome.without[facet] += 1;
                count(index, number, facet, &mut outcome.counts[facet]);
            }
            (None, None) => outcome.without_search += 1,
            (None, Some(_)) => {}
        }
    }
    outcome.n_shown = ranked.len() as u32;
    outcome.shown = sorted(index, filter.sort, &ranked);
    outcome
}

/// The projects of a list of ranks and numbers, sorted; ties keep their order, so without a search the default order changes
/// nothing.
fn sorted(index: &Index, sort: Sort, ranked: &[(u32, u16)]) -> Vec<u16> {
    // What decides first is computed once for each.
    let key = |&(rank, number): &(u32, u16)| match sort {
        Sort::Accepted => u32::MAX - rank,
        sort => first_key(index.at(number), sort),
    };
    let places = ordered(ranked.len(), &mut |place| key(&ranked[place as usize]), &mut |a, b| match sort {
        Sort::Accepted => Ordering::Equal,
        _ => by_name(index, ranked[a as usize].1, ranked[b as usize].1),
    });
    places.into_iter().map(|(_, place)| ranked[place as usize].1).collect()
}

fn count(index: &Index, number: u16, facet: usize, counts: &mut [u32]) {
    for &value in index.of(number, facet) {
        counts[value as usize] += 1;
    }
}

/// Where a project comes in an order: the smaller, the earlier. Those with the same number are in the order of their names.
fn first_key(project: &Project, sort: Sort) -> u32 {
    match sort {
        Sort::Accepted => 0,
        // Its first letters.
        Sort::Name => (0..4).fold(0, |key, at| key << 8 | u32::from(lower(project, at))),
        // The unknown ones come last, after those with none.
        Sort::FirstCommit => project.first_commit.number().wrapping_sub(1),
        Sort::Age => age(project).map_or(u32::MAX, |age| u32::MAX - 1 - u32::from(age)),
        Sort::Stars => project.counts.stars.map_or(u32::MAX, |count| u32::MAX - 1 - count.value.min(u32::MAX - 1)),
        Sort::LastCommit => u32::MAX - project.activity.map_or(0, |activity| activity.last_commit.number()),
    }
}

fn by_name(index: &Index, a: u16, b: u16) -> Ordering {
    let lower = |number: u16| index.at(number).name.bytes().map(|b| b.to_ascii_lowercase());
    lower(a).cmp(lower(b))
}

/// A letter of its name, in lower case; 0 behind the last one.
fn lower(project: &Project, at: usize) -> u8 {
    project.name.as_bytes().get(at).map_or(0, u8::to_ascii_lowercase)
}

/// Years from the first commit to acceptance, in tenths.
#[must_use]
pub fn age_in_tenths(project: &Project) -> u16 {
    project.accepted.tenths_since(project.first_commit)
}

/// The same; `None` if one of the dates is not known.
#[must_use]
pub fn age(project: &Project) -> Option<u16> {
    (project.first_commit.year > 0 && project.accepted.year > 0).then(|| age_in_tenths(project))
}

/// Whether a project has left the Sandbox since its article, and when; `None` if that day is not known.
#[must_use]
pub fn moved_on(project: &Project) -> Option<Date> {
    let Maturity { level, since, .. } = project.maturity;
    (!matches!(level, "" | "sandbox") && since.year > 0).then_some(since)
}
