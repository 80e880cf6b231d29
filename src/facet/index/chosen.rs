//! Which facets a catalog has: those that it names, or what splits it into a few groups.

use super::Index;
use crate::facet::{CATEGORY, FACETS, N_FACETS, field};
use crate::model::Terms;

/// A field with more different values than this is no facet, unless the catalog says so.
const MOST_VALUES: usize = 40;
/// Characters of the longest value of a facet.
const LONGEST: usize = 60;
/// The number of fields that become facets without being named.
const FEW: usize = 5;
/// A facet that fewer than one in so many projects has is none, unless the catalog says so.
const RARE: usize = 16;
/// More values cannot be tabs without being chosen.
pub(super) const MOST_TABS: usize = MOST_VALUES;
/// Keys of query strings that are no facets.
const TAKEN: [&str; 4] = ["q", "sort", "view", "project"];

/// The key of a field in query strings.
pub(super) fn key_of(slug: &'static str) -> &'static str {
    if TAKEN.contains(&slug) { ["field-", slug].concat().leak() } else { slug }
}

impl Index {
    /// Makes facets of fields, and chooses which facets there are, in which order, and which is that of the tabs.
    pub(super) fn choose(&mut self, terms: &Terms) {
        let mut named: Vec<&'static str> = terms.facets.to_vec();
        if !terms.tabs.is_empty() && !named.contains(&terms.tabs) {
            named.push(terms.tabs);
        }
        let fields: Vec<&'static str> = match terms.facets {
            [] => [&[terms.tabs], &*self.splitting()].concat(),
            _ => named.clone(),
        };
        for slug in fields {
            let is_field = self.catalog.columns.iter().any(|column| column.slug == slug);
            if is_field && self.named(slug).is_none() {
                self.add(slug);
            }
        }
        if terms.facets.is_empty() {
            let order = std::mem::take(&mut self.order);
            self.order = order.into_iter().filter(|&facet| facet == CATEGORY || self.is_common(facet)).collect();
            self.order.extend(FACETS.len()..FACETS.len() + self.fields.len());
        } else {
            self.order = named.iter().filter_map(|slug| self.named(slug)).collect();
        }
        let splits = |facet: &usize| self.values[*facet].len() > 1;
        let tabs =
            self.named(terms.tabs).or_else(|| Some(CATEGORY).filter(splits).filter(|tabs| self.order.contains(tabs)));
        let tabs = tabs.or_else(|| self.order.iter().copied().find(|facet| splits(facet) && self.covers(*facet)));
        self.tabs = tabs.unwrap_or(CATEGORY);
    }

    /// The facet that a catalog names: the key of a built-in one, or the slug of a field that is one.
    #[must_use]
    pub fn named(&self, slug: &str) -> Option<usize> {
        let of_field = || self.fields.iter().position(|field| field.0 == slug).map(|at| FACETS.len() + at);
        FACETS.iter().position(|row| row.key == slug).or_else(of_field)
    }

    /// Makes a field a facet.
    fn add(&mut self, slug: &'static str) {
        let facet = FACETS.len() + self.fields.len();
        if facet == N_FACETS {
            return;
        }
        self.fields.push((slug, key_of(slug)));
        self.number_all(facet, &[], &|project, take| field(project, slug).iter().for_each(|value| take(value)));
    }

    /// Whether enough projects have a value of a facet.
    fn is_common(&self, facet: usize) -> bool {
        let n_having = self.starts[facet].windows(2).filter(|pair| pair[0] < pair[1]).count();
        n_having * RARE >= self.catalog.projects.len()
    }

    /// Whether most projects have one value of a facet, so that its values can be tabs.
    fn covers(&self, facet: usize) -> bool {
        let n = self.catalog.projects.len();
        let of = &self.of[facet];
        self.values[facet].len() <= MOST_VALUES && 10 * of.len() >= 9 * n && 10 * of.len() <= 11 * n
    }

    /// The fields that split the projects into a few groups, those that most projects have first.
    fn splitting(&self) -> Vec<&'static str> {
        let mut found = Vec::new();
        for column in self.catalog.columns {
            let mut values: Vec<&str> = Vec::new();
            let mut n_having = 0;
            let mut is_short = true;
            for project in self.catalog.projects {
                let before = n_having;
                for value in field(project, column.slug) {
                    is_short &= value.len() <= LONGEST;
                    if values.len() <= MOST_VALUES && !values.contains(value) {
                        values.push(value);
                    }
                    n_having = before + 1;
                }
                if !is_short || values.len() > MOST_VALUES {
                    break;
                }
            }
            // Values that hardly two projects share are no groups.
            let is_common = n_having * RARE >= self.catalog.projects.len();
            if is_short && is_common && (2..=MOST_VALUES).contains(&values.len()) && n_having >= 2 * values.len() {
                found.push((self.catalog.projects.len() - n_having, column.slug));
            }
        }
        found.sort_by_key(|(n_without, _)| *n_without);
        found.into_iter().take(FEW).map(|(_, slug)| slug).collect()
    }
}
