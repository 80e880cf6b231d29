//! The facets of a service: the attributes that it counts, as facets of an index. Their values are those of the first answer.
//!
//! What a value becomes (a category with a name and a hue, a licence, a field) is decided by the reader of catalogs: for each value, one
//! record with nothing else is read along with the first hits.

use super::answer::Answer;
use super::hit;
use super::known::{Known, VALUE, each_value};
use super::options::{Options, Text};
use super::target::{TARGETS, Target};
use crate::data::mistake::Mistake;
use crate::data::tree::Tree;
use crate::data::{self, from_records};
use crate::facet::{Index, Offered};
use crate::model::{Catalog, Project, Terms};
use crate::text::{concat, decimal};

/// Without a word of the page, an attribute with fewer or more values is no facet.
const USUAL: std::ops::RangeInclusive<usize> = 2..=40;

/// More values of a facet are not offered.
const MOST: usize = 1000;

/// A facet.
#[derive(Debug)]
pub struct Facet {
    /// Its number in the index.
    pub number: usize,
    /// Its field, if it is one.
    pub field: &'static str,
    /// Its attribute.
    pub attribute: Text,
    /// For each value of the index, how the service writes it: several that links cannot tell apart are one.
    pub values: Vec<Vec<Text>>,
}

/// A service, and what is known of its list.
pub struct Service {
    /// What the page has said.
    pub options: Options,
    /// Its facets.
    pub facets: Vec<Facet>,
    /// The index of its list.
    pub index: &'static Index,
    /// The hits so far.
    pub known: &'static Known,
}

impl Options {
    /// The target of a facet that is a built-in one.
    fn target_of(&self, name: &str) -> Option<&'static Target> {
        let is_it = |target: &&Target| match self.attribute(target.key) {
            Some(attribute) => attribute == name || [target.key, target.facet].contains(&name),
            None => [target.key, target.facet].contains(&name) || target.others.contains(&name),
        };
        TARGETS.iter().filter(|target| !target.facet.is_empty()).find(is_it)
    }

    /// The attribute of a facet that the page has named.
    fn attribute_of(&self, name: &Text) -> Text {
        let named = self.target_of(name).and_then(|target| self.attribute(target.key));
        named.or_else(|| self.attribute(name)).map_or_else(|| name.clone(), |attribute| attribute.to_owned().into())
    }

    /// The attributes to count, before they are known.
    #[must_use]
    pub fn counted(&self) -> Vec<Text> {
        match &*self.facets {
            [] => vec!["*".into()],
            named => named.iter().map(|name| self.attribute_of(name)).collect(),
        }
    }

    /// A catalog with these records.
    #[must_use]
    pub fn catalog(&self, records: Vec<Tree>) -> Tree {
        let mut entries = self.head.clone();
        entries.push(("projects".into(), Tree::List(records)));
        Tree::Map(entries)
    }
}

/// The slug of the facet that a value was read into.
fn slug_of(target: Option<&'static Target>, project: &Project) -> Option<&'static str> {
    match target {
        Some(target) => Some(target.facet),
        None => project.fields.first().map(|extra| extra.field),
    }
}

impl Service {
    /// A service whose first answer this is; without one, nothing is known.
    #[must_use]
    pub fn new(options: Options, first: &Answer) -> (Service, Vec<Mistake>) {
        let known: &'static Known = Box::leak(Box::new(Known::new(&options)));
        let counted: Vec<_> = match &*options.facets {
            [] => first.facets.iter().filter(|(_, counts)| USUAL.contains(&counts.len())).collect(),
            _ => {
                let attributes = options.counted();
                let find = |name: &Text| first.facets.iter().find(|(attribute, _)| attribute == name);
                attributes.iter().filter_map(find).collect()
            }
        };
        let mut records = Vec::new();
        for (n, (attribute, counts)) in counted.iter().enumerate() {
            for (at, (value, _)) in counts.iter().take(MOST).enumerate() {
                let one = Tree::Map(vec![(attribute.clone(), Tree::String(value.clone()))]);
                let id = concat(&[VALUE, &decimal(n as u32), "-", &decimal(at as u32)]);
                let mut record = hit::record(&one, &id, &options);
                if let Tree::Map(entries) = &mut record {
                    entries.push(("name".into(), Tree::String(value.clone())));
                }
                records.push(record);
            }
        }
        // The first hits tell which fields there are.
        records.extend(Known::default().records(&first.hits, &options).into_iter().map(|(_, record)| record));
        let (catalog, mut mistakes) = from_records(&options.language, options.catalog(records), data::brief());
        // Of records: those of hits are reported when they are taken.
        mistakes.retain(|mistake| !mistake.place.starts_with("projects"));
        let (values, hits): (Vec<&Project>, Vec<&Project>) =
            catalog.projects.iter().partition(|project| project.id.starts_with(VALUE));
        let mut read: Vec<Vec<Option<&Project>>> = counted.iter().map(|(_, counts)| vec![None; counts.len()]).collect();
        for project in values {
            let place = project.id.strip_prefix(VALUE).and_then(|place| place.split_once('-'));
            if let Some((Ok(n), Ok(at))) = place.map(|(n, at)| (n.parse::<usize>(), at.parse::<usize>())) {
                read[n][at] = Some(project);
            }
        }
        let mut offered: Vec<(Offered, &Text)> = Vec::new();
        for ((attribute, _), read) in counted.iter().zip(&read) {
            let target = options.target_of(attribute);
            let Some(slug) = read.iter().flatten().find_map(|project| slug_of(target, project)) else { continue };
            let mut raw = Vec::new();
            for project in read.iter().flatten() {
                each_raw(target, project, slug, &mut |value| raw.push(value));
            }
            offered.push((Offered { slug, values: raw }, attribute));
        }
        let hits: Vec<Project> = hits.into_iter().copied().collect();
        let terms = catalog.terms.map(|terms| &*Box::leak(Box::new(Terms { lost: 0, ..*terms })));
        let catalog = Box::leak(Box::new(Catalog { projects: hits.leak(), terms, ..catalog }));
        let tabs = options.tabs.clone();
        let tabs = options.target_of(&tabs).map_or(&*tabs, |target| target.facet);
        let only: Vec<&Offered> = offered.iter().map(|(offered, _)| offered).collect();
        let index: &'static Index = Box::leak(Box::new(Index::of_hits(catalog, &only, tabs, known)));
        let mut facets = Vec::new();
        for (Offered { slug, .. }, attribute) in &offered {
            let Some(number) = index.named(slug) else { continue };
            let at = counted.iter().position(|(known, _)| known == *attribute).unwrap_or_default();
            let mut values = vec![Vec::new(); index.values(number).len()];
            for ((written, _), project) in counted[at].1.iter().zip(&read[at]) {
                let Some(project) = project else { continue };
                each_value(project, number, slug, &mut |raw| {
                    if let Some(value) = index.number(number, &crate::text::slug(raw)) {
                        values[usize::from(value)].push(written.clone());
                    }
                });
            }
            facets.push(Facet { number, field: slug, attribute: (*attribute).clone(), values });
        }
        (Service { options, facets, index, known }, mistakes)
    }

    /// The facet with this number.
    #[must_use]
    pub fn facet(&self, number: usize) -> Option<&Facet> {
        self.facets.iter().find(|facet| facet.number == number)
    }
}

/// Passes the value that was read.
fn each_raw(target: Option<&Target>, project: &Project, slug: &str, take: &mut dyn FnMut(&'static str)) {
    let facet = target.and_then(|target| crate::facet::FACETS.iter().position(|row| row.key == target.facet));
    each_value(project, facet.unwrap_or(usize::MAX), slug, take);
}
