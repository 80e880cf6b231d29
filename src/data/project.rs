//! Reads one project: the content of `data/projects/<id>.toml` and of an item of `projects` in a catalog, which are the same.

use super::check::is_before;
use super::keys::{FIELDS, Form, Key, Keys, WORDS};
use super::mistake::{Place, Report};
use super::record::Record;
use super::tables::Slugs;
use super::tree::Tree;
use super::values::Values;
use crate::model::{Claim, Count, Dispute, Field, History, Level, Links, Maturity, Project, Purpose};

const PROJECT: Keys = &[
    Key::need("id", Form::Slug),
    Key::need("name", Form::Name),
    Key::may_list("former_names", Form::Name),
    Key::need("part", Form::Part),
    Key::need("category", Form::Category),
    Key::need("licence", Form::Value),
    Key::may_list("languages", Form::Value),
    Key::may("owner", WORDS),
    Key::may("region", Form::Region),
    Key::need("first_commit", Form::Date),
    Key::need("accepted", Form::Date),
    Key::may_list("tags", Form::Value),
    Key::need("summary", WORDS),
    Key::may_list("features", WORDS),
    Key::may("purpose", Form::Record(&PURPOSE)),
    Key::need("links", Form::Record(&LINKS)),
    Key::need("maturity", Form::Record(&MATURITY)),
    Key::may("history", Form::Record(&HISTORY)),
    Key::may("counts", Form::Record(&COUNTS)),
    Key::need("snapshot", Form::Record(&SNAPSHOT)),
    Key::need("sources", Form::Record(&SOURCES)),
    Key::may_list("disputes", Form::Record(&DISPUTE)),
];

const PURPOSE: Keys = &[Key::may_list("en", Form::Name), Key::may_list("zh", Form::Name)];

const LINKS: Keys = &[
    Key::need("website", Form::Address),
    Key::need("repository", Form::Address),
    Key::may("docs", Form::Address),
    Key::may("sandbox_request", Form::Address),
    Key::may("onboarding", Form::Address),
    Key::may("onboarding_other", Form::Address),
    Key::may("devstats", Form::Address),
];

const MATURITY: Keys = &[
    Key::need("level", Form::Level),
    Key::need("since", Form::Date),
    Key::need("as_of", Form::Date),
    Key::need("source", Form::Source),
];

const HISTORY: Keys = &[Key::need("first_accepted", Form::Date), Key::need("archived", Form::Date)];

const COUNTS: Keys = &[
    Key::may("stars", Form::Record(&COUNT)),
    Key::may("contributors", Form::Record(&COUNT)),
    Key::may("authors", Form::Record(&COUNT)),
];

const COUNT: Keys =
    &[Key::need("value", Form::Number), Key::need("as_of", Form::Date), Key::need("source", Form::Source)];

const SNAPSHOT: Keys = &[Key::need("commit", Form::Slug), Key::need("date", Form::Date)];

const SOURCES: Keys = &{
    let mut keys = [const { Key::may("", Form::Source) }; FIELDS.len()];
    let mut n = 0;
    while n < keys.len() {
        keys[n].name = FIELDS[n];
        n += 1;
    }
    keys
};

const DISPUTE: Keys = &[
    Key::need("field", Form::Field),
    Key::need_some("values", Form::Record(&CLAIM)),
    Key::need("note", WORDS),
    Key::may("changed_after", Form::Date),
];

const CLAIM: Keys = &[Key::need("source", Form::Source), Key::need("value", Form::TextOrWords)];

/// Reads a project. The report tells what is wrong with it; what is wrong or missing is empty in the result.
#[must_use]
pub fn read(tree: &Tree, place: Place, slugs: &Slugs, report: &Report) -> Option<Project> {
    let record = Record::open(tree, place, PROJECT, report)?;
    for key in ["languages", "tags", "features"] {
        if record.get(key).is_none() {
            record.refuse(key, &["missing"]);
        }
    }
    // The fields stand in the order of the keys, in which their values come.
    let mut values = record.read(PROJECT, slugs);
    let project = Project {
        id: values.text(),
        name: values.text(),
        former_names: values.list(Values::text),
        part: values.text(),
        category: values.text(),
        licence: values.text(),
        languages: values.list(Values::text),
        owner: Some(values.words()).filter(|owner| !owner.en.is_empty()),
        region: values.may_text(),
        first_commit: values.date(),
        accepted: values.date(),
        tags: values.list(Values::text),
        summary: values.words(),
        features: values.list(Values::words),
        purpose: Purpose { en: values.list(Values::text), zh: values.list(Values::text) },
        links: Links {
            website: values.text(),
            repository: values.text(),
            docs: values.may_text(),
            sandbox_request: values.may_text(),
            onboarding: values.may_text(),
            onboarding_other: values.may_text(),
            devstats: values.may_text(),
        },
        maturity: Maturity {
            level: Level::ALL[values.number() as usize],
            since: values.date(),
            as_of: values.date(),
            source: values.text(),
        },
        history: Some(History { first_accepted: values.date(), archived: values.date() })
            .filter(|history| history.first_accepted.year != 0),
        stars: count(&mut values),
        contributors: count(&mut values),
        authors: count(&mut values),
        snapshot: values.text(),
        snapshot_date: values.date(),
        sources: sources(&mut values),
        disputes: values.list(|values| Dispute {
            field: Field::ALL[values.number() as usize],
            claims: values.list(|values| Claim { source: values.text(), value: values.words() }),
            note: values.words(),
            changed_after: values.may_date(),
        }),
        similar: &[],
    };
    check_order(&project, &record);
    Some(project)
}

/// Puts a project at its place in the order of a catalog: newest in the Sandbox first, then by name.
pub fn insert(projects: &mut Vec<Project>, project: Project) {
    let at = projects.partition_point(|other| stands_before(other, &project));
    projects.insert(at, project);
}

/// Whether one project stands before another in that order.
#[must_use]
pub fn stands_before(one: &Project, other: &Project) -> bool {
    (other.accepted, one.name) <= (one.accepted, other.name)
}

#[inline(never)]
fn count(values: &mut Values) -> Option<Count> {
    let count = Count { value: values.number(), as_of: values.date(), source: values.text() };
    if count.as_of.year == 0 { None } else { Some(count) }
}

fn sources(values: &mut Values) -> &'static [(Field, &'static str)] {
    let mut sources = Vec::new();
    for field in Field::ALL {
        if let Some(source) = values.may_text() {
            sources.push((field, source));
        }
    }
    sources.leak()
}

/// Refuses dates that cannot follow each other as they say they do. A date that is not there is never refused.
fn check_order(project: &Project, record: &Record) {
    let Project { first_commit, accepted, snapshot_date, maturity: Maturity { since, as_of, .. }, .. } = *project;
    let History { first_accepted, archived } = project.history.unwrap_or_default();
    for (key, date, earlier_key, earlier) in [
        ("accepted", accepted, "first_commit", first_commit),
        ("maturity.since", since, "accepted", accepted),
        ("maturity.as_of", as_of, "maturity.since", since),
        ("snapshot.date", snapshot_date, "first_commit", first_commit),
        ("history.archived", archived, "history.first_accepted", first_accepted),
        ("accepted", accepted, "history.archived", archived),
    ] {
        if is_before(date, earlier) {
            record.refuse(key, &["lies before ", earlier_key]);
        }
    }
}
