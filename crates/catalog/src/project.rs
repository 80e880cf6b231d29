//! Reads one project: the content of `data/projects/<id>.toml`, and of an item of `projects` in a catalog; both have the same
//! form.

use super::check::is_before;
use super::keys::{FIELDS, Form, Key, Keys, LABEL, WORDS};
use super::mistake::{Place, Report, quoted};
use super::record::Record;
use super::tables::Slugs;
use super::tree::Tree;
use super::values::Values;
use crate::model::{
    Activity, Claim, Company, Count, Dispute, Extras, Field, History, Level, Links, Maintainers, Maturity, Project,
    Purpose, Release,
};

const PROJECT: Keys = &[
    Key::need("id", Form::Slug),
    Key::need("name", Form::Name),
    Key::may_list("former_names", Form::Name),
    Key::need("part", Form::Part),
    Key::need("category", Form::Category),
    Key::need("licence", Form::Value),
    Key::may_list("languages", Form::Value),
    Key::may("owner", LABEL),
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
    Key::may("applied", Form::Date),
    Key::may_list("former_repositories", Form::Address),
    Key::may("activity", Form::Record(&ACTIVITY)),
    Key::may("maintainers", Form::Record(&MAINTAINERS)),
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
    Key::may("adopters", Form::Address),
    Key::may("best_practices", Form::Address),
    Key::may("chat", Form::Address),
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

const ACTIVITY: Keys = &[
    Key::need("last_commit", Form::Date),
    Key::need("as_of", Form::Date),
    Key::need("source", Form::Source),
    Key::may("release", Form::Record(&RELEASE)),
];

const RELEASE: Keys = &[Key::need("tag", Form::Name), Key::need("date", Form::Date)];

const MAINTAINERS: Keys = &[
    Key::need("value", Form::Number),
    Key::need("as_of", Form::Date),
    Key::need("source", Form::Source),
    Key::may_list("companies", Form::Record(&COMPANY)),
    Key::may("independent", Form::Number),
];

const COMPANY: Keys = &[Key::need("name", Form::TextOrLabel), Key::need("value", Form::Number)];

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

/// Reads a project. Mistakes go to the report; wrong or missing values are empty in the result.
#[must_use]
pub fn read(tree: &Tree, place: Place, slugs: &Slugs, report: &Report) -> Option<Project> {
    let record = Record::open(tree, place, PROJECT, report)?;
    for key in ["languages", "tags", "features"] {
        if record.get(key).is_none() {
            record.refuse(key, &["missing"]);
        }
    }
    // The fields are in the order of the keys, which is the order of the values.
    let mut values = record.read(PROJECT, slugs);
    let mut extras = Extras::default();
    let mut project = Project {
        id: values.text(),
        name: values.text(),
        former_names: values.list(Values::text),
        part: values.text(),
        category: values.text(),
        licence: values.text(),
        languages: values.list(Values::text),
        owner: Some(values.label()).filter(|owner| !owner.en.is_empty()),
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
            devstats: {
                let devstats = values.may_text();
                extras.adopters = values.may_text();
                extras.best_practices = values.may_text();
                extras.chat = values.may_text();
                devstats
            },
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
        activity: None,
        extras,
    };
    extras.applied = values.may_date();
    extras.former_repositories = values.list(Values::text);
    let activity = Activity { last_commit: values.date(), as_of: values.date(), source: values.text() };
    project.activity = Some(activity).filter(|activity| activity.as_of.year != 0);
    let release = Release { tag: values.text(), date: values.date() };
    extras.release = Some(release).filter(|release| release.date.year != 0);
    let count = count(&mut values);
    let companies = values.list(|values| Company { name: values.label(), value: values.number() });
    let independent = values.number();
    extras.maintainers = count.map(|count| Maintainers { count, companies, independent });
    project.extras = extras;
    check_order(&project, &record);
    check_companies(&project, &record);
    Some(project)
}

/// Inserts a project in the order of a catalog: newest in the Sandbox first, then by name.
pub fn insert(projects: &mut Vec<Project>, project: Project) {
    let at = projects.partition_point(|other| stands_before(other, &project));
    projects.insert(at, project);
}

/// Whether one project comes before another in that order.
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

/// Rejects dates in an impossible order. A missing date is never rejected.
fn check_order(project: &Project, record: &Record) {
    let Project { first_commit, accepted, snapshot_date, maturity: Maturity { since, as_of, .. }, .. } = *project;
    let History { first_accepted, archived } = project.history.unwrap_or_default();
    let activity = project.activity.unwrap_or_default();
    let applied = project.extras.applied.unwrap_or_default();
    let released = project.extras.release.unwrap_or_default().date;
    for (key, date, earlier_key, earlier) in [
        ("accepted", accepted, "first_commit", first_commit),
        ("maturity.since", since, "accepted", accepted),
        ("maturity.as_of", as_of, "maturity.since", since),
        ("snapshot.date", snapshot_date, "first_commit", first_commit),
        ("history.archived", archived, "history.first_accepted", first_accepted),
        ("accepted", accepted, "history.archived", archived),
        ("accepted", accepted, "applied", applied),
        ("activity.last_commit", activity.last_commit, "first_commit", first_commit),
        ("activity.as_of", activity.as_of, "activity.last_commit", activity.last_commit),
        ("activity.as_of", activity.as_of, "activity.release.date", released),
    ] {
        if is_before(date, earlier) {
            record.refuse(key, &["lies before ", earlier_key]);
        }
    }
}

/// Rejects companies that are listed twice or have no maintainer, and more maintainers (of companies and independent) than
/// the total.
fn check_companies(project: &Project, record: &Record) {
    let Some(maintainers) = project.extras.maintainers else { return };
    let refuse = |reason: &[&str]| record.refuse("maintainers.companies", reason);
    let mut sum = maintainers.independent;
    for (n, company) in maintainers.companies.iter().enumerate() {
        sum = sum.saturating_add(company.value);
        if company.value == 0 {
            refuse(&[&quoted(company.name.en), " has no maintainer"]);
        }
        if maintainers.companies[..n].iter().any(|other| other.name.en == company.name.en) {
            refuse(&[&quoted(company.name.en), " occurs twice"]);
        }
    }
    // A number that is wrong or missing is already reported.
    if maintainers.count.value > 0 && sum > maintainers.count.value {
        refuse(&["and independent have more maintainers than maintainers.value says"]);
    }
}
