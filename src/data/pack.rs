//! Prints a catalog as one packed text. [`packed`](super::packed) unpacks it and tells why; both have tables and columns in the
//! same order.

use super::packed::{CELL, COLUMN, FIRST, ITEM, LAYOUT, NONE, TABLE, VERSION};
use crate::model::{
    Catalog, Claim, Count, Date, Dispute, Field, History, Level, Links, Project, Source, Statement, Text,
};

/// Prints a catalog whose texts hold no control characters; [`record`](super::record) refuses those.
#[must_use]
pub fn print(catalog: &Catalog) -> String {
    let Catalog { as_of, projects, categories, parts, regions, sources } = *catalog;
    // A project's summary and features stand together: they share words.
    let texts: Vec<Text> = projects
        .iter()
        .flat_map(|project| std::iter::once(&project.summary).chain(project.features))
        .copied()
        .collect();
    let disputes: Vec<Dispute> = projects.iter().flat_map(|project| project.disputes).copied().collect();
    let claims: Vec<Claim> = disputes.iter().flat_map(|dispute| dispute.claims).copied().collect();
    let tables = [
        table(&[as_of], |&as_of, row| {
            row.head();
            row.date(as_of);
        }),
        table(&texts, |&text, row| row.words(text)),
        table(projects, |project, row| print_project(project, sources, row)),
        table(categories, |category, row| {
            row.text(category.slug);
            row.words(category.name);
            row.words(category.about);
            row.number(category.hue.into());
        }),
        table(parts, |part, row| {
            row.text(part.slug);
            row.text(part.batch);
            row.words(part.name);
            row.words(part.title);
        }),
        table(regions, |region, row| {
            row.text(region.slug);
            row.words(region.name);
        }),
        table(sources, |source, row| {
            row.text(source.slug);
            row.words(source.name);
            row.some(source.url);
            row.date(source.as_of.unwrap_or_default());
        }),
        table(&claims, |claim, row| {
            row.text(claim.source);
            row.words(claim.value);
        }),
        table(&disputes, |dispute, row| {
            row.words(dispute.note);
            row.date(dispute.changed_after.unwrap_or_default());
            row.place(&dispute.field, &Field::ALL);
            row.number(dispute.claims.len());
        }),
    ];
    join(tables, TABLE)
}

/// Prints statements as a text of their own: they are about the bundled projects, and no part of a catalog.
#[must_use]
pub fn statements(statements: &[Statement]) -> String {
    table(statements, |statement, row| {
        let Statement { part, text, found, total, differs, note } = *statement;
        row.text(part);
        row.words(text);
        row.number(found.into());
        row.number(total.into());
        row.number(differs.into());
        row.words(note);
    })
}

/// Prints the features of all projects, and what they are for, as a text of their own, for a program that shows the rest first.
#[must_use]
pub fn features(catalog: &Catalog) -> String {
    let of = |(n, project): (usize, &'static Project)| project.features.iter().map(move |&feature| (n + 1, feature));
    let features: Vec<(usize, Text)> = catalog.projects.iter().enumerate().flat_map(of).collect();
    let features = table(&features, |&(project, feature), row| {
        row.number(project);
        row.words(feature);
    });
    let purposes = table(catalog.projects, |project, row| {
        // No first cell is empty.
        row.number(1);
        row.list(project.purpose.en);
        row.list(project.purpose.zh);
    });
    join([table(&[()], |(), row| row.head()), features, purposes], TABLE)
}

fn print_project(project: &Project, sources: &[Source], row: &mut Row) {
    // Taken apart so that a new field cannot be forgotten here.
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
        // In a table of their own.
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
    } = *project;
    let Links { website, repository, docs, sandbox_request, onboarding, onboarding_other, devstats } = links;
    row.number(1 + features.len());
    row.text(id);
    row.text(name);
    row.list(former_names);
    row.words(owner.unwrap_or_default());
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
        let Count { value, as_of, source } = count.unwrap_or_default();
        row.date(as_of);
        row.number(value as usize);
        row.text(source);
    }
    row.text(snapshot);
    row.date(snapshot_date);
    row.sources(named, sources);
    row.number(disputes.len());
    row.numbers(similar);
    row.list(purpose.en);
    row.list(purpose.zh);
}

/// The cells of a row.
#[derive(Default)]
struct Row(Vec<String>);

impl Row {
    /// By what is written here, another version is told from this one.
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

    fn list(&mut self, texts: &[&str]) {
        self.0.push(join(texts.iter().map(ToString::to_string), ITEM));
    }

    /// Nothing for zero.
    fn number(&mut self, number: usize) {
        self.0.push(if number == 0 { String::new() } else { number.to_string() });
    }

    /// One character for each.
    fn numbers(&mut self, numbers: &[u16]) {
        self.0.push(numbers.iter().filter_map(|&n| char::from_u32(u32::from(FIRST) + u32::from(n))).collect());
    }

    fn date(&mut self, Date { year, month, day }: Date) {
        self.number((usize::from(year) * 100 + usize::from(month)) * 100 + usize::from(day));
    }

    fn place<T: PartialEq>(&mut self, value: &T, all: &[T]) {
        self.number(all.iter().position(|other| other == value).expect("all values are listed"));
    }

    fn sources(&mut self, named: &[(Field, &str)], sources: &[Source]) {
        let name = |field| {
            let Some((_, slug)) = named.iter().find(|(named, _)| *named == field) else { return NONE };
            let place = sources.iter().position(|source| source.slug == *slug).expect("sources are checked");
            // Past some 55,000 sources there are no more characters to name them by.
            u32::try_from(place).ok().and_then(|place| char::from_u32(u32::from(FIRST) + place)).unwrap_or(NONE)
        };
        self.0.push(Field::ALL.into_iter().map(name).collect());
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
