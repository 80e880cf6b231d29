//! The index of a list that a search service holds: its projects come as the reader asks for them, its facets are what the service counts.

use std::any::Any;

use super::chosen::{MOST_TABS, key_of};
use super::{Index, Value};
use crate::facet::{CATEGORY, FACETS, N_FACETS};
use crate::model::{Catalog, Project};
use crate::text::{self, Numbered};

/// The projects that a search service has found so far, numbered as they came.
pub trait Hits: Any + Send + Sync {
    /// The project with this number; a blank one for a number that none has.
    fn project(&self, number: u16) -> &'static Project;
    /// The numbers of the values that a project has in a facet.
    fn of(&self, project: u16, facet: usize) -> &'static [u16];
    /// The number of the project with this id.
    fn number(&self, id: &str) -> Option<u16>;
    /// Whether the service can sort in the order of this name.
    fn sorts(&self, sort: &str) -> bool;
    /// What the last answer says: an `Outcome`.
    fn outcome(&self) -> Box<dyn Any>;
    /// Whether an answer is awaited, or will be asked for: with this `Filter`.
    fn is_pending(&self, filter: &dyn Any) -> bool;
    /// The same, for the code that asks.
    fn as_any(&self) -> &dyn Any;
}

/// A facet that a service counts: the key of a built-in one or the slug of a field, and its values, the most frequent one first.
#[derive(Debug)]
pub struct Offered {
    /// The key or slug.
    pub slug: &'static str,
    /// The values, as in records.
    pub values: Vec<&'static str>,
}

impl Index {
    /// The index of such a list. `tabs`: the facet of the tabs, or nothing.
    #[must_use]
    pub fn of_hits(catalog: &'static Catalog, facets: &[&Offered], tabs: &str, hits: &'static dyn Hits) -> Index {
        let mut index = Index {
            catalog,
            // Nobody knows the oldest one.
            first_year: 0,
            tabs: CATEGORY,
            order: Vec::new(),
            fields: Vec::new(),
            values: [const { Vec::new() }; N_FACETS],
            of: [const { Vec::new() }; N_FACETS],
            starts: [const { Vec::new() }; N_FACETS],
            hits: Some(hits),
        };
        for Offered { slug, values } in facets {
            let facet = index.named(slug).unwrap_or(FACETS.len() + index.fields.len());
            if facet >= N_FACETS || index.order.contains(&facet) {
                continue;
            }
            if facet >= FACETS.len() {
                index.fields.push((slug, key_of(slug)));
            }
            let listed = FACETS.get(facet).map_or_else(Vec::new, |row| (row.listed)(catalog));
            let place = |value: &&str| listed.iter().position(|listed| listed == value).unwrap_or(listed.len());
            let mut order: Vec<(usize, usize)> = values.iter().map(place).zip(0..).collect();
            order.sort_unstable();
            // What links cannot tell apart is one value.
            let mut distinct = Numbered::default();
            for (_, at) in order {
                let slug = text::slug(values[at]);
                if usize::from(distinct.number(slug.clone().leak())) == index.values[facet].len() {
                    index.values[facet].push(Value { raw: values[at], slug });
                }
            }
            index.order.push(facet);
        }
        let splits = |facet: &usize| (2..=MOST_TABS).contains(&index.values[*facet].len());
        let named = index.named(tabs).or(Some(CATEGORY)).filter(|facet| index.order.contains(facet));
        index.tabs = named.or_else(|| index.order.iter().copied().find(splits)).unwrap_or(CATEGORY);
        index
    }
}
