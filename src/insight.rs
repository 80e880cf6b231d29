//! Statistics of the projects shown: one row per chart, and what it counts.
//!
//! A chart of a facet shows the facet's own counts: how many projects selecting a value would show, so that a reader who has selected
//! one can go on to another. Values without a facet (owners, ages) are counted among the projects shown.

use crate::activity;
use crate::data;
use crate::facet::{self, Index};
use crate::filter::{self, Filter};
use crate::i18n::{Lang, Late, Messages};
use crate::model::{Catalog, Maintainers, Statement};
use crate::text::{Numbered, decimal, join};

/// A chart.
pub struct Insight {
    /// Its name.
    pub key: &'static str,
    /// Its heading.
    pub label: fn(&Messages, &Late) -> &'static str,
    /// What it counts, and the effect of a click on one of its bars.
    pub by: By,
}

/// What a chart counts.
pub enum By {
    /// The values of a facet, by its number. A bar selects its value.
    Facet(usize),
    /// The values of a facet, part by part. A cell selects value and part.
    Parts(usize),
    /// Groups of the projects shown, and a note below them. A bar expands to its projects.
    Groups(fn(&Index, &[u16], Lang) -> Vec<Group>, fn(&Index, &[u16], Lang) -> String),
}

/// Every chart, in display order.
pub static INSIGHTS: [Insight; 9] = [
    Insight { key: "languages", label: |messages, _| messages.language, by: By::Facet(facet::LANGUAGE) },
    Insight { key: "licences", label: |messages, _| messages.licence, by: By::Facet(facet::LICENCE) },
    Insight { key: "regions", label: |messages, _| messages.region, by: By::Facet(facet::REGION) },
    Insight { key: "owners", label: |_, late| late.owner, by: By::Groups(owners, nothing) },
    Insight { key: "ages", label: |_, late| late.age, by: By::Groups(ages, nothing) },
    Insight {
        key: "last_commits",
        label: |messages, _| messages.last_commit,
        by: By::Groups(last_commits, counted_from),
    },
    Insight { key: "companies", label: |_, late| late.companies, by: By::Groups(companies, one_company) },
    Insight { key: "maturity", label: |_, late| late.maturity_by_part, by: By::Parts(facet::MATURITY) },
    Insight { key: "categories", label: |_, late| late.categories_by_part, by: By::Parts(facet::CATEGORY) },
];

/// For charts without a note.
fn nothing(_: &Index, _: &[u16], _: Lang) -> String {
    String::new()
}

/// How many of these projects have each value of a facet.
#[must_use]
pub fn counts(index: &Index, projects: &[u16], facet: usize) -> Vec<u16> {
    let mut counts = vec![0; index.values(facet).len()];
    for &number in projects {
        index.of(number, facet).iter().for_each(|&value| counts[usize::from(value)] += 1);
    }
    counts
}

/// Projects that have something in common.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Group {
    /// Its display name.
    pub name: String,
    /// Its projects, in display order.
    pub projects: Vec<u16>,
}

/// The owners of the projects: most projects first, then in display order. An owner is identified by its first name: "Microsoft" is
/// also "Microsoft (Azure)".
#[must_use]
pub fn owners(index: &Index, shown: &[u16], lang: Lang) -> Vec<Group> {
    let mut named = Vec::new();
    for &number in shown {
        let owner = index.at(number).owner;
        named.extend(owner.map(|owner| (first_name(lang.label(owner)), number)));
    }
    by_name(&named)
}

/// The companies that employ maintainers of the projects, each with its projects: the most first.
#[must_use]
pub fn companies(index: &Index, shown: &[u16], lang: Lang) -> Vec<Group> {
    let mut named = Vec::new();
    for &number in shown {
        for company in maintainers(index, number).map_or(&[][..], |maintainers| maintainers.companies) {
            named.push((lang.label(company.name), number));
        }
    }
    by_name(&named)
}

fn maintainers(index: &Index, number: u16) -> Option<Maintainers> {
    index.at(number).maintainers
}

/// The note below the companies: how many projects have maintainers from one company only.
fn one_company(index: &Index, shown: &[u16], lang: Lang) -> String {
    let (mut one, mut all) = (0, 0);
    for maintainers in shown.iter().filter_map(|&number| maintainers(index, number)) {
        all += 1;
        one += u32::from(maintainers.companies.first().is_some_and(|first| first.value == maintainers.value));
    }
    let late = lang.late_words(index.catalog);
    if all == 0 { String::new() } else { late.one_company.fill([&decimal(one), &decimal(all)]) }
}

/// Time from the last commit on record to the newest record of the catalog.
#[must_use]
pub fn last_commits(index: &Index, shown: &[u16], lang: Lang) -> Vec<Group> {
    let late = lang.late();
    let names = [
        late.under_one_month.to_owned(),
        late.months.fill(["1", "3"]),
        late.months.fill(["3", "12"]),
        late.over_a_year.to_owned(),
        late.no_record.to_owned(),
    ];
    let mut groups: Vec<Group> = names.into_iter().map(|name| Group { name, projects: Vec::new() }).collect();
    let Some(newest) = activity::newest_record(index.catalog) else { return Vec::new() };
    for &number in shown {
        let months = activity::months_before(newest, index.at(number));
        let group = months.map_or(4, |months| [1, 3, 12].iter().filter(|&&end| months >= end).count());
        groups[group].projects.push(number);
    }
    // Usually every project has a record.
    if groups[4].projects.is_empty() {
        groups.pop();
    }
    groups
}

fn counted_from(index: &Index, _: &[u16], lang: Lang) -> String {
    let newest = activity::newest_record(index.catalog);
    newest.map_or_else(String::new, |date| lang.late().counted_from.fill([&lang.messages().date(date)]))
}

fn by_name(named: &[(&str, u16)]) -> Vec<Group> {
    let (mut known, mut groups): (_, Vec<Group>) = (Numbered::default(), Vec::new());
    for &(name, number) in named {
        match groups.get_mut(usize::from(known.number(name))) {
            Some(group) => group.projects.push(number),
            None => groups.push(Group { name: name.to_owned(), projects: vec![number] }),
        }
    }
    let sizes: Vec<u16> = groups.iter().map(|group| group.projects.len() as u16).collect();
    largest_first(&sizes).into_iter().map(|place| std::mem::take(&mut groups[place])).collect()
}

/// Indices of the numbers, largest first; ties keep their order. A counting sort: a first pass determines where each number's bucket
/// begins. `sort` would add almost a kilobyte, and one pass per number would be slow.
#[must_use]
pub fn largest_first(numbers: &[u16]) -> Vec<usize> {
    let largest = numbers.iter().max().copied().unwrap_or_default();
    let shelf = |number: u16| usize::from(largest - number);
    let mut begins = vec![0; usize::from(largest) + 2];
    numbers.iter().for_each(|&number| begins[shelf(number) + 1] += 1);
    let mut before = 0;
    for begin in &mut begins {
        before += *begin;
        *begin = before;
    }
    let mut places = vec![0; numbers.len()];
    for (place, &number) in numbers.iter().enumerate() {
        let at = &mut begins[shelf(number)];
        places[*at] = place;
        *at += 1;
    }
    places
}

/// How many of the groups to show if there is room for `most`: groups of equal size are shown together or not at all, unless all are
/// equal.
#[must_use]
pub fn top(groups: &[Group], most: usize) -> usize {
    let Some(next) = groups.get(most) else { return groups.len() };
    let larger = groups.iter().filter(|group| group.projects.len() > next.projects.len()).count();
    if larger == 0 { most } else { larger }
}

/// A name without its explanation.
fn first_name(name: &str) -> &str {
    let end = name.char_indices().find(|&(_, c)| matches!(c, '(' | ',' | '（' | '，'));
    let first = name.get(..end.map_or(name.len(), |(at, _)| at)).unwrap_or_default();
    first.trim_ascii_end()
}

/// From this age on, in whole years, projects are counted in one group: the series calls them old.
const OLD: u16 = 7;

/// The ages at acceptance: a group for each whole year, also if it is empty, and one for all from seven years on.
#[must_use]
pub fn ages(index: &Index, shown: &[u16], lang: Lang) -> Vec<Group> {
    let late = lang.late();
    let years = |n: u16| decimal(n.into());
    let name = |age: u16| match age {
        0 => late.under_one_year.to_owned(),
        OLD => late.years_or_more.fill([&years(age)]),
        age => late.years_to.fill([&years(age), &years(age + 1)]),
    };
    let mut groups: Vec<Group> = (0..=OLD).map(|age| Group { name: name(age), projects: Vec::new() }).collect();
    for &number in shown {
        let project = index.at(number);
        if filter::age(project).is_none() {
            continue;
        }
        let age = project.accepted.whole_years_since(project.first_commit).min(OLD);
        groups[usize::from(age)].projects.push(number);
    }
    groups
}

/// The values of a facet, in total and by part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CrossTable {
    n_columns: usize,
    counts: Vec<u16>,
}

impl CrossTable {
    /// Counts projects by a facet and by part.
    #[must_use]
    pub fn new(index: &Index, projects: &[u16], rows: usize) -> CrossTable {
        let [n_rows, n_columns] = [rows, facet::PART].map(|facet| index.values(facet).len() + 1);
        let mut table = CrossTable { n_columns, counts: vec![0; n_rows * n_columns] };
        for &number in projects {
            for row in any(index.of(number, rows)) {
                for column in any(index.of(number, facet::PART)) {
                    table.counts[row * n_columns + column] += 1;
                }
            }
        }
        table
    }

    /// How many projects have this value and belong to this part; `None`: any.
    #[must_use]
    pub fn count(&self, row: Option<u16>, part: Option<u16>) -> u16 {
        let place = |value: Option<u16>| value.map_or(0, |value| usize::from(value) + 1);
        self.counts.get(place(row) * self.n_columns + place(part)).copied().unwrap_or_default()
    }
}

/// The projects that would be shown if nothing were selected in a facet and in the parts: those that a [`CrossTable`] counts.
#[must_use]
pub fn whatever(index: &Index, scope: &[u16], filter: &Filter, rows: usize) -> Vec<u16> {
    let mut filter = filter.clone();
    filter.chosen[rows].clear();
    filter.chosen[facet::PART].clear();
    filter::apply(index, scope, &filter).shown
}

/// The indices of a project's values, after index 0, which means any.
fn any(values: &[u16]) -> impl Iterator<Item = usize> {
    std::iter::once(0).chain(values.iter().map(|&value| usize::from(value) + 1))
}

/// The most interesting facts about the projects shown, in words.
#[must_use]
pub fn summary(index: &Index, shown: &[u16], lang: Lang) -> String {
    let (messages, late) = (lang.words(index.catalog), lang.late_words(index.catalog));
    let mut facts = vec![messages.projects(shown.len())];
    for (facet, fact) in [(facet::LANGUAGE, &late.written_in), (facet::LICENCE, &late.under_licence)] {
        let counts = counts(index, shown, facet);
        if let Some(&value) = largest_first(&counts).first().filter(|&&value| counts[value] > 0) {
            facts.push(fact.fill([&decimal(counts[value].into()), index.name(facet, value as u16, lang)]));
        }
    }
    if let Some(age) = median_age(index, shown) {
        facts.push(late.median_age.fill([&late.years(age)]));
    }
    let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
    join(&facts, " · ")
}

/// The median age at acceptance, in tenths of years.
#[must_use]
pub fn median_age(index: &Index, shown: &[u16]) -> Option<u16> {
    let age = |&number: &u16| filter::age(index.at(number));
    let ages: Vec<u16> = shown.iter().filter_map(age).collect();
    let oldest_first = largest_first(&ages);
    let middle = ages.len() / 2;
    let lower = ages[*oldest_first.get(middle)?];
    // An even number has two in the middle.
    Some(if ages.len() % 2 == 1 { lower } else { (lower + ages[oldest_first[middle - 1]]).div_ceil(2) })
}

/// The statements of the article on this part of the series about its projects. None for another catalog.
#[must_use]
pub fn statements(index: &Index, part: &str) -> Vec<&'static Statement> {
    // The names of the bundled projects are the same texts with and without features.
    let name = |catalog: &Catalog| catalog.projects.first().map(|project| project.id.as_ptr());
    if name(index.catalog) != name(data::brief()) {
        return Vec::new();
    }
    data::statements().iter().filter(|statement| statement.part == part).collect()
}
