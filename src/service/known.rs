//! The hits that have come so far, as the projects of an index. Each is read once and never freed, as all texts of catalogs.

use std::any::Any;
use std::sync::{Mutex, MutexGuard, PoisonError};

use catalog::slug::{self, Taken};

use super::facets::Service;
use super::hit;
use super::options::{Options, Text};
use crate::data::mistake::Mistake;
use crate::data::tree::Tree;
use crate::data::{self, check, limits};
use crate::facet::{FACETS, Hits, N_FACETS, field};
use crate::filter::{Filter, Outcome, Sort};
use crate::model::{Catalog, Project};

/// The ids of the projects that stand for a value of a facet begin with this; those of hits do not.
pub(super) const VALUE: &str = "facet-";

/// The hits so far.
#[derive(Default)]
pub struct Known {
    hits: Mutex<Vec<Hit>>,
    ids: Mutex<Taken>,
    sorts: Vec<Sort>,
    answered: Mutex<Answered>,
}

/// The state of the reader's question.
#[derive(Clone, Debug, Default)]
pub struct Answered {
    /// The last answer: what is shown.
    pub outcome: Outcome,
    /// Whether it is that of a question before.
    pub is_pending: bool,
    /// What was asked for last.
    pub asked: Filter,
    /// Whether there are hits after those shown.
    pub has_more: bool,
    /// Why there is no answer to the last question.
    pub failure: Option<String>,
    /// How many hits could not be read.
    pub lost: u32,
    /// What the reader wishes.
    pub wish: Option<Wish>,
}

/// What a reader can wish of a list that is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wish {
    /// The next page of hits.
    More,
    /// To ask again.
    Again,
}

struct Hit {
    identity: Text,
    project: &'static Project,
    of: [&'static [u16]; N_FACETS],
}

/// What has become of the hits of an answer.
#[derive(Debug, Default)]
pub struct Read {
    /// Their numbers, in the order of the answer.
    pub numbers: Vec<u16>,
    /// How many could not be read.
    pub lost: u32,
    /// Why.
    pub mistakes: Vec<Mistake>,
}

fn lock<T>(value: &Mutex<T>) -> MutexGuard<'_, T> {
    value.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Known {
    /// No hit yet.
    #[must_use]
    pub fn new(options: &Options) -> Known {
        let sorts = options.sorts.iter().map(|(sort, _)| *sort).chain([Sort::default()]);
        Known { sorts: sorts.collect(), ..Known::default() }
    }

    /// Whether there is room for so many more.
    #[must_use]
    pub fn has_room(&self, n: usize) -> bool {
        lock(&self.hits).len() + n <= limits::PROJECTS
    }

    /// Reads or changes the state of the question.
    pub fn answered<T>(&self, of: impl FnOnce(&mut Answered) -> T) -> T {
        of(&mut lock(&self.answered))
    }

    fn find(&self, identity: &str) -> Option<u16> {
        lock(&self.hits).iter().position(|hit| hit.identity == identity).map(|at| at as u16)
    }

    /// The records of these hits that are new, each with what identifies it and an id of its own.
    pub(super) fn records(&self, hits: &[Tree], options: &Options) -> Vec<(Text, Tree)> {
        let mut records: Vec<(Text, Tree)> = Vec::new();
        for one in hits {
            let identity = hit::identity(one, options);
            if self.find(&identity).is_none() && !records.iter().any(|(known, _)| *known == identity) {
                let of = if check::is_slug(&identity) { identity.to_string() } else { slug::of(&identity, "h") };
                let of = if of.starts_with(VALUE) { ["h-", &of].concat() } else { of };
                let id = lock(&self.ids).distinct(of);
                records.push((identity, hit::record(one, id, options)));
            }
        }
        records
    }

    /// Takes hits: reads those that are new.
    pub fn take(&self, hits: &[Tree], service: &Service) -> Read {
        let records = self.records(hits, &service.options);
        let trees = records.iter().map(|(_, record)| record.clone()).collect();
        let (catalog, mistakes) = if records.is_empty() {
            (Catalog::default(), Vec::new())
        } else {
            data::from_records(&service.options.language, service.options.catalog(trees), service.index.catalog)
        };
        self.add(&records, &catalog, service);
        let mut read = Read { mistakes, ..Read::default() };
        for one in hits {
            match self.find(&hit::identity(one, &service.options)) {
                Some(number) if !read.numbers.contains(&number) => read.numbers.push(number),
                // A service that gives a hit twice.
                Some(_) => {}
                None => read.lost += 1,
            }
        }
        read
    }

    /// Adds what has been read of records.
    fn add(&self, records: &[(Text, Tree)], catalog: &Catalog, service: &Service) {
        for (identity, record) in records {
            let id = record.text("id");
            let Some(project) = catalog.projects.iter().find(|project| project.id == id) else { continue };
            let mut of: [&'static [u16]; N_FACETS] = [&[]; N_FACETS];
            for facet in &service.facets {
                let mut numbers = Vec::new();
                each_value(project, facet.number, facet.field, &mut |raw| {
                    let number = service.index.number(facet.number, &crate::text::slug(raw));
                    numbers.extend(number.filter(|number| !numbers.contains(number)));
                });
                of[facet.number] = numbers.leak();
            }
            lock(&self.hits).push(Hit { identity: identity.clone(), project, of });
        }
    }
}

/// Passes each value of a project in a facet.
pub(super) fn each_value(project: &Project, facet: usize, slug: &str, take: &mut dyn FnMut(&'static str)) {
    match FACETS.get(facet) {
        Some(row) => (row.each)(project, take),
        None => field(project, slug).iter().for_each(|&value| take(value)),
    }
}

static BLANK: Project = Project::BLANK;

impl Hits for Known {
    fn project(&self, number: u16) -> &'static Project {
        lock(&self.hits).get(usize::from(number)).map_or(&BLANK, |hit| hit.project)
    }

    fn of(&self, project: u16, facet: usize) -> &'static [u16] {
        lock(&self.hits).get(usize::from(project)).map_or(&[], |hit| hit.of[facet])
    }

    fn number(&self, id: &str) -> Option<u16> {
        lock(&self.hits).iter().position(|hit| hit.project.id == id).map(|at| at as u16)
    }

    fn sorts(&self, sort: &str) -> bool {
        self.sorts.iter().any(|offered| offered.slug() == sort)
    }

    fn outcome(&self) -> Box<dyn Any> {
        Box::new(self.answered(|answered| answered.outcome.clone()))
    }

    fn is_pending(&self, filter: &dyn Any) -> bool {
        let is_other = |asked: &Filter| {
            filter.downcast_ref::<Filter>().is_some_and(|filter| {
                (&filter.search, &filter.chosen, filter.sort) != (&asked.search, &asked.chosen, asked.sort)
            })
        };
        self.answered(|answered| answered.is_pending || is_other(&answered.asked))
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
