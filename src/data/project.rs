//! Reads one project: the content of `data/projects/<id>.toml` and of an item of `projects` in a catalog, which are the same.

use super::check::is_before;
use super::folded;
use super::mistake::{Place, Report};
use super::record::Record;
use super::tables::Slugs;
use super::tree::Tree;
use crate::model::{Claim, Count, Date, Dispute, Field, History, Level, Links, Maturity, Project, Text};

/// Reads a project. The report tells what is wrong with it; what is wrong or missing is empty in the result.
#[must_use]
pub fn read(tree: &Tree, place: Place, slugs: &Slugs, report: &Report) -> Option<Project> {
    let keys = [
        "id",
        "name",
        "former_names",
        "part",
        "category",
        "licence",
        "languages",
        "owner",
        "region",
        "first_commit",
        "accepted",
        "tags",
        "summary",
        "features",
        "links",
        "maturity",
        "history",
        "counts",
        "snapshot",
        "sources",
        "disputes",
    ];
    let record = Record::open(tree, place, &keys, report)?;
    for key in ["languages", "tags", "features"] {
        if record.get(key).is_none() {
            record.refuse(key, &["missing"]);
        }
    }
    let counts = record.get("counts").and_then(|_| record.inside("counts", &["stars", "contributors", "authors"]));
    let count = |key| counts.as_ref().and_then(|counts| read_count(counts, key, slugs));
    let (snapshot, snapshot_date) = read_snapshot(&record);
    let mut project = Project {
        id: record.need("id", Record::slug),
        name: record.need("name", Record::text),
        former_names: record.texts("former_names"),
        part: record.need_one_of("part", &slugs.parts),
        category: record.need_one_of("category", &slugs.categories),
        licence: record.need("licence", Record::text),
        languages: record.texts("languages"),
        owner: record.may("owner", Record::words),
        region: record.one_of("region", &slugs.regions),
        first_commit: record.need("first_commit", Record::date),
        accepted: record.need("accepted", Record::date),
        maturity: read_maturity(&record, slugs),
        history: read_history(&record),
        tags: record.texts("tags"),
        summary: record.need("summary", Record::words),
        features: read_features(&record, report),
        links: read_links(&record),
        stars: count("stars"),
        contributors: count("contributors"),
        authors: count("authors"),
        snapshot,
        snapshot_date,
        sources: read_sources(&record, slugs),
        disputes: read_disputes(&record, slugs, report),
        folded: "",
    };
    check_order(&project, &record);
    project.folded = folded::of(&project).leak();
    Some(project)
}

/// Puts a project at its place in the order of a catalog: newest in the Sandbox first, then by name.
pub fn insert(projects: &mut Vec<Project>, project: Project) {
    let key = |project: &Project| (std::cmp::Reverse(project.accepted), project.name);
    let at = projects.partition_point(|other| key(other) <= key(&project));
    projects.insert(at, project);
}

fn read_count(counts: &Record, key: &str, slugs: &Slugs) -> Option<Count> {
    counts.get(key)?;
    let record = counts.inside(key, &["value", "as_of", "source"])?;
    Some(Count {
        value: record.need("value", Record::number),
        as_of: record.need("as_of", Record::date),
        source: record.need_one_of("source", &slugs.sources),
    })
}

fn read_snapshot(project: &Record) -> (&'static str, Date) {
    let Some(record) = project.inside("snapshot", &["commit", "date"]) else { return Default::default() };
    (record.need("commit", Record::slug), record.need("date", Record::date))
}

fn read_maturity(project: &Record, slugs: &Slugs) -> Maturity {
    let keys = ["level", "since", "as_of", "source"];
    let Some(record) = project.inside("maturity", &keys) else { return Maturity::default() };
    let level = record.need_one_of("level", &Level::ALL.map(Level::slug));
    Maturity {
        level: Level::ALL.into_iter().find(|known| known.slug() == level).unwrap_or_default(),
        since: record.need("since", Record::date),
        as_of: record.need("as_of", Record::date),
        source: record.need_one_of("source", &slugs.sources),
    }
}

fn read_history(project: &Record) -> Option<History> {
    project.get("history")?;
    let record = project.inside("history", &["first_accepted", "archived"])?;
    Some(History {
        first_accepted: record.need("first_accepted", Record::date),
        archived: record.need("archived", Record::date),
    })
}

fn read_features(project: &Record, report: &Report) -> &'static [Text] {
    let mut features = Vec::new();
    for (n, tree) in project.items("features").iter().enumerate() {
        if let Some(record) = Record::open(tree, project.item("features", n), &["en", "zh"], report) {
            features.push(Text { en: record.need("en", Record::text), zh: record.need("zh", Record::text) });
        }
    }
    features.leak()
}

fn read_links(project: &Record) -> Links {
    let keys = ["website", "repository", "docs", "sandbox_request", "onboarding", "onboarding_other", "devstats"];
    let Some(record) = project.inside("links", &keys) else { return Links::default() };
    Links {
        website: record.need("website", Record::address),
        repository: record.need("repository", Record::address),
        docs: record.may("docs", Record::address),
        sandbox_request: record.may("sandbox_request", Record::address),
        onboarding: record.may("onboarding", Record::address),
        onboarding_other: record.may("onboarding_other", Record::address),
        devstats: record.may("devstats", Record::address),
    }
}

fn read_sources(project: &Record, slugs: &Slugs) -> &'static [(Field, &'static str)] {
    let fields = Field::ALL.map(Field::slug);
    let Some(record) = project.inside("sources", &fields) else { return &[] };
    let source = |field: Field| Some((field, record.one_of(field.slug(), &slugs.sources)?));
    Field::ALL.into_iter().filter_map(source).collect::<Vec<_>>().leak()
}

fn read_disputes(project: &Record, slugs: &Slugs, report: &Report) -> &'static [Dispute] {
    let mut disputes = Vec::new();
    for (n, tree) in project.items("disputes").iter().enumerate() {
        let Some(record) = Record::open(tree, project.item("disputes", n), &["field", "values", "note"], report) else {
            continue;
        };
        let mut claims = Vec::new();
        for (n, tree) in record.items("values").iter().enumerate() {
            let Some(claim) = Record::open(tree, record.item("values", n), &["source", "value"], report) else {
                continue;
            };
            claims.push(Claim {
                source: claim.need_one_of("source", &slugs.sources),
                value: claim.need("value", Record::words_or_text),
            });
        }
        if claims.is_empty() {
            record.refuse("values", &["at least one value must stand here"]);
        }
        let field = record.need_one_of("field", &Field::ALL.map(Field::slug));
        let note = record.need("note", Record::words);
        if let Some(field) = Field::ALL.into_iter().find(|known| known.slug() == field) {
            disputes.push(Dispute { field, claims: claims.leak(), note });
        }
    }
    disputes.leak()
}

/// Refuses dates that cannot follow each other as they say they do.
fn check_order(project: &Project, record: &Record) {
    let maturity = &project.maturity;
    let mut rules = vec![
        ("accepted", project.accepted, "first_commit", project.first_commit),
        ("maturity.since", maturity.since, "accepted", project.accepted),
        ("maturity.as_of", maturity.as_of, "maturity.since", maturity.since),
        ("snapshot.date", project.snapshot_date, "first_commit", project.first_commit),
    ];
    if let Some(history) = project.history {
        rules.push(("history.archived", history.archived, "history.first_accepted", history.first_accepted));
        rules.push(("accepted", project.accepted, "history.archived", history.archived));
    }
    for (key, date, earlier_key, earlier) in rules {
        if is_before(date, earlier) {
            record.refuse(key, &["lies before ", earlier_key]);
        }
    }
}
