//! Prints a catalog as one packed text. [`packed`](super::packed) unpacks it and explains the format; both have tables and
//! columns in the same order.

use super::packed::{CELL, COLUMN, FIRST, ITEM, LAYOUT, NONE, TABLE, VERSION};
use crate::model::{
    Activity, Catalog, Claim, Company, Count, Date, Dispute, Extras, Field, History, Label, Level, Links, Maintainers,
    Project, Release, Source, Statement, Text,
};

/// Prints a catalog whose texts contain no control characters; [`record`](super::record) rejects those.
#[must_use]
pub fn print(catalog: &Catalog) -> String {
    let Catalog { as_of, projects, categories, parts, regions, sources } = *catalog;
    // A project's summary and features are next to each other: they share words.
    let texts: Vec<Text> = projects
        .iter()
        .flat_map(|project| std::iter::once(&project.summary).chain(project.features))
        .copied()
        .collect();
    let [claims, disputes] = disputes(projects);
    let tables = [
        table(&[as_of], |&as_of, row| {
            row.head();
            row.date(as_of);
        }),
        table(&texts, |&text, row| row.words(text)),
        table(projects, |project, row| print_project(project, sources, row)),
        table(categories, |category, row| {
            row.text(category.slug);
            row.label(category.name);
            row.words(category.about);
            row.number(category.hue.into());
        }),
        table(parts, |part, row| {
            row.text(part.slug);
            row.text(part.batch);
            row.label(part.name);
            row.words(part.title);
        }),
        table(regions, |region, row| {
            row.text(region.slug);
            row.label(region.name);
        }),
        table(sources, |source, row| {
            row.text(source.slug);
            row.label(source.name);
            row.some(source.url);
            row.date(source.as_of.unwrap_or_default());
        }),
        claims,
        disputes,
        companies(projects),
        extras(projects),
    ];
    join(tables, TABLE)
}

/// Prints statements as a separate text: they are about the bundled projects, and not part of a catalog.
#[must_use]
pub fn statements(statements: &[Statement]) -> String {
    table(statements, |statement, row| {
        let Statement { part, text, found, total, differs, note } = *statement;
        row.text(part);
        row.label(text);
        row.number(found.into());
        row.number(total.into());
        row.number(differs.into());
        row.label(note);
    })
}

/// Prints the features, extras, disputes and purposes of all projects as a separate text, for a program that shows the rest first.
#[must_use]
pub fn features(catalog: &Catalog) -> String {
    let of = |(n, project): (usize, &'static Project)| project.features.iter().map(move |&feature| (n + 1, feature));
    let features: Vec<(usize, Text)> = catalog.projects.iter().enumerate().flat_map(of).collect();
    let features = table(&features, |&(project, feature), row| {
        row.number(project);
        row.words(feature);
    });
    let projects = catalog.projects;
    let [claims, disputes] = disputes(projects);
    let head = table(&[()], |(), row| row.head());
    join([head, features, companies(projects), extras(projects), claims, disputes, purposes(projects)], TABLE)
}

/// The companies of all maintainers, ordered by project.
fn companies(projects: &[Project]) -> String {
    let all: Vec<Company> =
        projects.iter().filter_map(|it| it.extras.maintainers).flat_map(|it| it.companies).copied().collect();
    table(&all, |company, row| {
        row.label(company.name);
        row.number(company.value as usize);
    })
}

/// A row for each project that has extras, with the project's number, from 1.
fn extras(projects: &[Project]) -> String {
    let all: Vec<(usize, Extras)> = projects.iter().map(|project| project.extras).enumerate().collect();
    let there: Vec<(usize, Extras)> = all.into_iter().filter(|(_, extras)| *extras != Extras::default()).collect();
    table(&there, |&(n, extras), row| {
        let Extras { applied, former_repositories, release, maintainers, adopters, best_practices, chat } = extras;
        row.number(n + 1);
        row.date(applied.unwrap_or_default());
        row.list(former_repositories);
        let Release { tag, date } = release.unwrap_or_default();
        row.text(tag);
        row.date(date);
        let Maintainers { count, companies, independent } = maintainers.unwrap_or_default();
        row.count(count);
        row.number(companies.len());
        row.number(independent as usize);
        for link in [adopters, best_practices, chat] {
            row.some(link);
        }
    })
}

/// The claims of all disputes, and the disputes, ordered by project.
fn disputes(projects: &[Project]) -> [String; 2] {
    let disputes: Vec<Dispute> = projects.iter().flat_map(|project| project.disputes).copied().collect();
    let claims: Vec<Claim> = disputes.iter().flat_map(|dispute| dispute.claims).copied().collect();
    let claims = table(&claims, |claim, row| {
        row.text(claim.source);
        row.words(claim.value);
    });
    let disputes = table(&disputes, |dispute, row| {
        row.words(dispute.note);
        row.date(dispute.changed_after.unwrap_or_default());
        row.place(&dispute.field, &Field::ALL);
        row.number(dispute.claims.len());
    });
    [claims, disputes]
}

/// One more than the number of disputes of each project, and its purposes.
fn purposes(projects: &[Project]) -> String {
    table(projects, |project, row| {
        // The first cell of a row must not be empty.
        row.number(1 + project.disputes.len());
        row.list(project.purpose.en);
        row.list(project.purpose.zh);
    })
}

fn print_project(project: &Project, sources: &[Source], row: &mut Row) {
    // Destructured, so that a new field cannot be forgotten here.
    let Project {
        id,
        name,
        former_names,
        part,
        category,
        licence,
        languages,
        owner,
        region,
        first_commit,
        accepted,
        maturity,
        history,
        tags,
        // In a separate table.
        summary: _,
        features,
        purpose,
        links,
        stars,
        contributors,
        authors,
        snapshot,
        snapshot_date,
        sources: named,
        disputes,
        similar,
        activity,
        // Printed in their own table.
        extras: _,
    } = *project;
    let Links { website, repository, docs, sandbox_request, onboarding, onboarding_other, devstats } = links;
    row.number(1 + features.len());
    row.text(id);
    row.text(name);
    row.list(former_names);
    row.label(owner.unwrap_or_default());
    row.list(tags);
    row.list(languages);
    row.text(licence);
    row.text(category);
    row.text(part);
    row.some(region);
    row.date(first_commit);
    row.date(accepted);
    row.date(maturity.since);
    row.date(maturity.as_of);
    row.place(&maturity.level, &Level::ALL);
    row.text(maturity.source);
    let History { first_accepted, archived } = history.unwrap_or_default();
    row.date(first_accepted);
    row.date(archived);
    row.text(website);
    row.text(repository);
    for link in [docs, sandbox_request, onboarding, onboarding_other, devstats] {
        row.some(link);
    }
    for count in [stars, contributors, authors] {
        row.count(count.unwrap_or_default());
    }
    row.text(snapshot);
    row.date(snapshot_date);
    row.sources(named, sources);
    row.number(disputes.len());
    row.numbers(similar);
    let Activity { last_commit, as_of, source } = activity.unwrap_or_default();
    row.date(as_of);
    // Usually the date of the snapshot.
    row.date(if last_commit == snapshot_date { Date::default() } else { last_commit });
    row.text(source);
    row.list(purpose.en);
    row.list(purpose.zh);
}

/// The cells of a row.
#[derive(Default)]
struct Row(Vec<String>);

impl Row {
    /// Identifies the version that has printed the text.
    fn head(&mut self) {
        self.text(VERSION);
        self.number(LAYOUT as usize);
    }

    fn text(&mut self, text: &str) {
        self.0.push(text.to_owned());
    }

    fn some(&mut self, text: Option<&str>) {
        self.text(text.unwrap_or_default());
    }

    fn words(&mut self, Text { en, zh }: Text) {
        self.text(en);
        self.text(if zh == en { "" } else { zh });
    }

    fn label(&mut self, label: Label) {
        self.words(label.text());
        self.text(label.zh_hant);
    }

    fn list(&mut self, texts: &[&str]) {
        self.0.push(join(texts.iter().map(ToString::to_string), ITEM));
    }

    /// Empty for zero.
    fn number(&mut self, number: usize) {
        self.0.push(if number == 0 { String::new() } else { number.to_string() });
    }

    /// One character per number.
    fn numbers(&mut self, numbers: &[u16]) {
        self.0.push(numbers.iter().filter_map(|&n| char::from_u32(u32::from(FIRST) + u32::from(n))).collect());
    }

    fn date(&mut self, Date { year, month, day }: Date) {
        self.number((usize::from(year) * 100 + usize::from(month)) * 100 + usize::from(day));
    }

    fn count(&mut self, Count { value, as_of, source }: Count) {
        self.date(as_of);
        self.number(value as usize);
        self.text(source);
    }

    fn place<T: PartialEq>(&mut self, value: &T, all: &[T]) {
        self.number(all.iter().position(|other| other == value).expect("all values are listed"));
    }

    fn sources(&mut self, named: &[(Field, &str)], sources: &[Source]) {
        let name = |field| {
            let Some((_, slug)) = named.iter().find(|(named, _)| *named == field) else { return NONE };
            let place = sources.iter().position(|source| source.slug == *slug).expect("sources are checked");
            // Above about 55,000 sources there are no more characters to number them.
            u32::try_from(place).ok().and_then(|place| char::from_u32(u32::from(FIRST) + place)).unwrap_or(NONE)
        };
        let named: String = Field::ALL.into_iter().map(name).collect();
        // Trailing fields without a source are left out.
        self.text(named.trim_end_matches(NONE));
    }
}

fn table<T>(rows: &[T], print: impl Fn(&T, &mut Row)) -> String {
    let mut columns: Vec<Vec<String>> = Vec::new();
    for row in rows {
        let mut cells = Row::default();
        print(row, &mut cells);
        columns.resize(cells.0.len(), Vec::new());
        for (column, cell) in columns.iter_mut().zip(cells.0) {
            column.push(cell);
        }
    }
    join(columns.into_iter().map(|column| join(column, CELL)), COLUMN)
}

fn join(texts: impl IntoIterator<Item = String>, separator: u8) -> String {
    let texts: Vec<String> = texts.into_iter().collect();
    texts.join(char::from(separator).encode_utf8(&mut [0; 4]))
}
