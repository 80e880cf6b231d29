//! The index of a catalog: facet values as small numbers, so that filtering compares numbers instead of strings.

mod chosen;
mod hits;

pub use hits::{Hits, Offered};

use std::sync::{Mutex, OnceLock, PoisonError};

use catalog::order::ordered;
use catalog::{limits, similar};

use super::{CATEGORY, FACETS, Facet, N_FACETS, Value};
use crate::data;
use crate::hook::Hook;
use crate::i18n::Lang;
use crate::model::{Catalog, Date, Project, Terms};
use crate::text::{self, Numbered, fold_char, letters};

/// A catalog whose facet values are numbered.
pub struct Index {
    /// The indexed catalog.
    pub catalog: &'static Catalog,
    /// The year of the oldest first commit, where the life lines begin; 0: none is known.
    pub first_year: u16,
    /// The facet of the tabs.
    pub tabs: usize,
    /// The facets in the order of the panel, with that of the tabs.
    pub order: Vec<usize>,
    /// The fields that are facets, after the built-in ones: the slug of each, and its key in query strings.
    fields: Vec<(&'static str, &'static str)>,
    /// The values of each facet, in display order.
    values: [Vec<Value>; N_FACETS],
    /// For each facet, the numbers of the values of all projects, one project after the other.
    of: [Vec<u16>; N_FACETS],
    /// For each facet, where those of each project begin, and their end.
    starts: [Vec<u32>; N_FACETS],
    /// The projects that a search service has found, if the catalog has none of its own.
    pub hits: Option<&'static dyn Hits>,
}

/// Chooses the facets of a catalog that is not the bundled one.
static CHOOSE: Hook<fn(&mut Index, &Terms)> = Hook::new();

/// From now on, indexes have the facets that their catalogs choose: called by the code that reads catalogs.
pub fn ready() {
    CHOOSE.set(Index::choose);
}

/// Two indexes are equal only if they are the same object.
impl PartialEq for Index {
    fn eq(&self, other: &Index) -> bool {
        std::ptr::eq(self, other)
    }
}

static EMPTY: Catalog = Catalog {
    as_of: Date { year: 0, month: 0, day: 0 },
    projects: &[],
    categories: &[],
    parts: &[],
    regions: &[],
    sources: &[],
    columns: &[],
    terms: None,
};

impl Index {
    /// The index of the bundled catalog, made once.
    #[must_use]
    pub fn bundled() -> &'static Index {
        static INDEX: OnceLock<Index> = OnceLock::new();
        INDEX.get_or_init(|| Index::new(data::bundled()))
    }

    /// The index of the bundled catalog without features, made once.
    #[must_use]
    pub fn brief() -> &'static Index {
        static INDEX: OnceLock<Index> = OnceLock::new();
        INDEX.get_or_init(|| Index::new(data::brief()))
    }

    /// The index of a catalog, made once for each: both live as long as the program.
    #[must_use]
    pub fn kept(catalog: &'static Catalog) -> &'static Index {
        static KEPT: Mutex<Vec<&'static Index>> = Mutex::new(Vec::new());
        if std::ptr::eq(catalog, data::bundled()) {
            return Index::bundled();
        }
        let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept.iter().copied().find(|index| std::ptr::eq(index.catalog, catalog));
        known.unwrap_or_else(|| {
            let index: &'static Index = Box::leak(Box::new(Index::new(catalog)));
            kept.push(index);
            index
        })
    }

    /// The index of an empty catalog.
    #[must_use]
    pub fn nothing() -> &'static Index {
        static NOTHING: OnceLock<Index> = OnceLock::new();
        NOTHING.get_or_init(|| Index::new(&EMPTY))
    }

    /// Indexes a catalog.
    #[must_use]
    pub fn new(catalog: &'static Catalog) -> Index {
        let years = catalog.projects.iter().map(|project| project.first_commit.year);
        let mut index = Index {
            catalog,
            first_year: years.filter(|&year| year > 0).min().unwrap_or_default(),
            tabs: CATEGORY,
            order: (0..FACETS.len()).collect(),
            fields: Vec::new(),
            values: [const { Vec::new() }; N_FACETS],
            of: [const { Vec::new() }; N_FACETS],
            starts: [const { Vec::new() }; N_FACETS],
            hits: None,
        };
        for (facet, row) in FACETS.iter().enumerate() {
            index.number_all(facet, &(row.listed)(catalog), &row.each);
        }
        if let (Some(terms), Some(choose)) = (catalog.terms, CHOOSE.get(Index::choose)) {
            choose(&mut index, terms);
        }
        index
    }

    /// Numbers the values of a facet.
    fn number_all(&mut self, facet: usize, listed: &[&'static str], each: &Each) {
        // Numbered on first sight: a thousand tags, each used by most of ten thousand projects, cannot be compared with each other again
        // and again.
        let mut known = Numbered::default();
        for value in listed {
            known.number(value);
        }
        let n_listed = known.texts.len();
        let mut counts = vec![0; n_listed];
        let (of, starts) = (&mut self.of[facet], &mut self.starts[facet]);
        starts.reserve(self.catalog.projects.len() + 1);
        for project in self.catalog.projects {
            starts.push(of.len() as u32);
            each(project, &mut |value| {
                if known.texts.len() >= limits::VALUES_OF_A_FACET && known.find(value).is_none() {
                    return;
                }
                let number = known.number(value);
                if usize::from(number) == counts.len() {
                    counts.push(0);
                }
                counts[usize::from(number)] += 1;
                of.push(number);
            });
        }
        starts.push(of.len() as u32);
        // The numbers in display order, and the position of each.
        let mut key = |at: u32| if (at as usize) < n_listed { at } else { u32::MAX - counts[at as usize] };
        let text = |number: u32| known.texts[number as usize];
        let places = ordered(counts.len(), &mut key, &mut |a, b| text(a).cmp(text(b)));
        let mut offered: Vec<u16> = places.into_iter().map(|(_, number)| number as u16).collect();
        offered.retain(|&number| counts[usize::from(number)] > 0);
        let mut places = vec![0; counts.len()];
        // What links cannot tell apart is one value, with the most frequent name: Go and go.
        let slugs: Vec<String> = offered.iter().map(|&number| text::slug(known.texts[usize::from(number)])).collect();
        let mut distinct = Numbered::default();
        for (&number, slug) in offered.iter().zip(&slugs) {
            let place = distinct.number(slug);
            if usize::from(place) == self.values[facet].len() {
                let raw = known.texts[usize::from(number)];
                self.values[facet].push(Value { raw, slug: slug.clone() });
            }
            places[usize::from(number)] = place;
        }
        let has_twins = distinct.texts.len() < slugs.len();
        for number in of.iter_mut() {
            *number = places[usize::from(*number)];
        }
        if has_twins {
            self.remove_twins(facet);
        }
    }

    /// Lets each project have a value of a facet only once.
    fn remove_twins(&mut self, facet: usize) {
        let (all, starts) = (std::mem::take(&mut self.of[facet]), &mut self.starts[facet]);
        let of = &mut self.of[facet];
        for at in 0..starts.len() - 1 {
            let (from, to) = (starts[at] as usize, starts[at + 1] as usize);
            starts[at] = of.len() as u32;
            for number in &all[from..to] {
                if !of[starts[at] as usize..].contains(number) {
                    of.push(*number);
                }
            }
        }
        starts[self.catalog.projects.len()] = of.len() as u32;
    }

    /// The key of a facet in query strings.
    #[must_use]
    pub fn key(&self, facet: usize) -> &'static str {
        match FACETS.get(facet) {
            Some(row) => row.key,
            None => self.fields.get(facet - FACETS.len()).map_or("", |field| field.1),
        }
    }

    /// The facet with this key.
    #[must_use]
    pub fn facet(&self, key: &str) -> Option<usize> {
        (0..FACETS.len() + self.fields.len()).find(|&facet| self.key(facet) == key)
    }

    /// The heading of a facet.
    #[must_use]
    pub fn label(&self, facet: usize, lang: Lang) -> &'static str {
        let slug = match FACETS.get(facet) {
            Some(row) => row.key,
            None => self.fields.get(facet - FACETS.len()).map_or("", |field| field.0),
        };
        match (self.catalog.columns.iter().find(|column| column.slug == slug), FACETS.get(facet)) {
            (Some(column), _) => lang.label(column.name),
            (None, Some(row)) => (row.label)(lang.words(self.catalog)),
            (None, None) => "",
        }
    }

    /// The values of a facet, in display order.
    #[must_use]
    pub fn values(&self, facet: usize) -> &[Value] {
        &self.values[facet]
    }

    /// The numbers of the values that a project has in a facet.
    #[must_use]
    pub fn of(&self, project: u16, facet: usize) -> &[u16] {
        if let Some(hits) = self.hits {
            return hits.of(project, facet);
        }
        let at = usize::from(project);
        let [start, end] = match self.starts[facet].get(at..at + 2) {
            Some(&[start, end]) => [start, end],
            _ => return &[],
        };
        &self.of[facet][start as usize..end as usize]
    }

    /// The number of the value with this slug; a letter with an accent may be one character or two on either side.
    #[must_use]
    pub fn number(&self, facet: usize, slug: &str) -> Option<u16> {
        let values = &self.values[facet];
        let same = |value: &Value| value.slug == slug;
        let alike =
            |value: &Value| !slug.is_ascii() && letters(&value.slug).map(fold_char).eq(letters(slug).map(fold_char));
        let place = values.iter().position(same).or_else(|| values.iter().position(alike));
        place.map(|number| number as u16)
    }

    /// The projects that are similar to one. The bundled catalog says so; in one of a `src` they are looked for.
    #[must_use]
    pub fn similar(&self, number: u16, project: &Project) -> Vec<u16> {
        match project.similar {
            // The others are not here.
            _ if self.hits.is_some() => Vec::new(),
            [] => similar::found(self.catalog.projects, number),
            known => known.to_vec(),
        }
    }

    /// The display name of a value.
    #[must_use]
    pub fn name(&self, facet: usize, value: u16, lang: Lang) -> &'static str {
        let raw = self.values[facet][value as usize].raw;
        FACETS.get(facet).map_or(raw, |row: &Facet| (row.name)(self.catalog, raw, lang))
    }

    /// The project with this number.
    #[must_use]
    #[inline(never)]
    pub fn at(&self, project: u16) -> &'static Project {
        match self.hits {
            Some(hits) => hits.project(project),
            None => &self.catalog.projects[usize::from(project)],
        }
    }

    /// No project has a number that is not below this.
    #[must_use]
    #[inline(never)]
    pub fn n_projects(&self) -> usize {
        if self.hits.is_some() { limits::PROJECTS } else { self.catalog.projects.len() }
    }

    /// The number of the project with this id.
    #[must_use]
    pub fn project(&self, id: &str) -> Option<u16> {
        if let Some(hits) = self.hits {
            return hits.number(id);
        }
        let same = |project: &Project| project.id == id;
        self.catalog.projects.iter().position(same).map(|number| number as u16)
    }
}

/// Passes each value of a project on.
type Each<'a> = dyn Fn(&Project, &mut dyn FnMut(&'static str)) + 'a;
