//! House rules: requirements for our own projects beyond those for every catalog. Not in the wasm.

use super::{Place, Report, Tree};
use crate::check::{self, is_before, is_slug};
use crate::keys::{Keys, Kind};
use crate::kind::FieldKind;
use crate::model::{Count, Counts, Date, Field, LEVELS, Links, Project, Text};
use crate::record::Record;

/// Values that the rules need.
pub(super) struct House {
    /// The day on which the facts were gathered; no fact may be later.
    pub(super) as_of: Date,
    /// The licences that a project may have.
    pub(super) licences: &'static [&'static str],
}

/// What every project of ours has, and of it.
const NEEDED: [(&str, &[&str]); 13] = [
    ("id", &[]),
    ("part", &[]),
    ("category", &[]),
    ("licence", &[]),
    ("languages", &[]),
    ("first_commit", &[]),
    ("accepted", &[]),
    ("tags", &[]),
    ("summary", &["en", "zh"]),
    ("features", &[]),
    ("links", &["website", "repository"]),
    ("maturity", &["level", "since", "as_of", "source"]),
    ("snapshot", &[]),
];

/// What every row of a table of ours has.
const NEEDED_IN_ROWS: [(&str, &[&str]); 2] = [("category", &["about", "hue"]), ("part", &["batch", "title"])];

/// Reports the keys that the rows of a table of ours lack.
pub(super) fn check_rows(file: &Tree, report: &Report) {
    for (table, needed) in NEEDED_IN_ROWS {
        let Some(Tree::List(rows)) = file.get(table) else { continue };
        for (n, row) in rows.iter().enumerate() {
            let place = Place { key: table, item: Some(n), ..Place::default() };
            for key in needed.iter().filter(|key| row.get(key).is_none()) {
                report.add(Place { outer: Some(&place), key, item: None }, &["missing"]);
            }
        }
    }
}

/// Reports the keys that a project of ours lacks.
pub(super) fn check_needed(project: &Tree, report: &Report) {
    if let Some(Tree::Map(counts)) = project.get("counts") {
        let outer = Place { key: "counts", ..Place::default() };
        for (name, count) in counts.iter().filter(|(name, _)| Counts::KEYS.iter().any(|key| key.name == name)) {
            let place = Place { outer: Some(&outer), key: name, item: None };
            for key in ["as_of", "source"].into_iter().filter(|key| count.get(key).is_none()) {
                report.add(Place { outer: Some(&place), key, item: None }, &["missing"]);
            }
        }
    }
    for (key, inner) in NEEDED {
        let place = Place { key, ..Place::default() };
        let Some(tree) = project.get(key) else {
            report.add(place, &["missing"]);
            continue;
        };
        for key in inner.iter().filter(|key| tree.get(key).is_none()) {
            report.add(Place { outer: Some(&place), key, item: None }, &["missing"]);
        }
    }
    let level = project.get("maturity").map_or("", |maturity| maturity.text("level"));
    if !level.is_empty() && !LEVELS.contains(&level) {
        let place = Place { key: "maturity.level", ..Place::default() };
        report.add(place, &["unknown \"", level, "\"; allowed: ", &LEVELS.join(", ")]);
    }
}

/// Rejects texts of ours that are not in all languages of the data, or have several lines.
pub(super) fn check_texts(tree: &Tree, place: Place, report: &Report) {
    match tree {
        Tree::String(text) => {
            // What the reader mends is not written.
            if let (Err(reason), Some(_)) = (check::text(text), check::tidied(text, true)) {
                report.add(place, &[reason]);
            }
        }
        Tree::List(items) => {
            for (n, item) in items.iter().enumerate() {
                check_texts(item, Place { item: Some(n), ..place }, report);
            }
        }
        Tree::Map(entries) => {
            // Not the words of a purpose.
            let is_text = ["en", "zh"].iter().any(|key| matches!(tree.get(key), Some(Tree::String(_))));
            for key in ["en", "zh"].into_iter().filter(|key| is_text && tree.get(key).is_none()) {
                report.add(Place { outer: Some(&place), key, item: None }, &["missing"]);
            }
            for (key, tree) in entries {
                if is_text && !["en", "zh", "zh-Hant"].contains(&&**key) {
                    let reason = &["unknown key; allowed: en, zh, zh-Hant"];
                    report.add(Place { outer: Some(&place), key, item: None }, reason);
                }
                check_texts(tree, Place { outer: Some(&place), key, item: None }, report);
            }
        }
        _ => {}
    }
}

impl House {
    /// Reports mistakes in a project. Values that could not be read are empty here and already reported; `whole` says that
    /// there are none.
    pub(super) fn check(&self, project: &Project, file: &str, whole: bool, report: &Report) {
        let refuse = |key: &str, reason: &[&str]| report.add(Place { key, ..Place::default() }, reason);
        let stem = file.trim_start_matches("projects/").trim_end_matches(".toml");
        if !project.id.is_empty() && project.id != stem {
            refuse("id", &["\"", project.id, "\" is not the name of its file, \"", stem, "\""]);
        }
        if !project.licence.is_empty() && !self.licences.contains(&project.licence) {
            let allowed = self.licences.join(", ");
            refuse("licence", &["unknown \"", project.licence, "\"; allowed (data/licences.toml): ", &allowed]);
        }
        if project.languages.is_empty() && whole {
            refuse("languages", &["needs at least one entry"]);
        }
        for tag in project.tags.iter().filter(|tag| !is_slug(tag)) {
            refuse("tags", &["\"", tag, "\": only a–z and 0–9, with - between them"]);
        }
        check_summary(project.summary, &refuse);
        if whole || !project.features.is_empty() {
            check_features(project.features, &refuse);
        }
        if whole {
            check_purpose(project.purpose.en, "purpose.en", 32, &refuse);
            check_purpose(project.purpose.zh, "purpose.zh", 12, &refuse);
        }
        self.check_dates(project, &refuse);
        check_addresses(project, &refuse);
        if report.count() == 0 {
            check_sources(project, &refuse);
        }
    }

    fn check_dates(&self, project: &Project, refuse: &dyn Fn(&str, &[&str])) {
        let counts = project.counts;
        let count = |count: Option<Count>| count.unwrap_or_default().as_of;
        for (key, date) in [
            ("accepted", project.accepted),
            ("maturity.as_of", project.maturity.as_of),
            ("snapshot.date", project.snapshot.date),
            ("counts.stars.as_of", count(counts.stars)),
            ("counts.contributors.as_of", count(counts.contributors)),
            ("counts.authors.as_of", count(counts.authors)),
            ("applied", project.applied.unwrap_or_default()),
            ("activity.as_of", project.activity.unwrap_or_default().as_of),
            ("maintainers.as_of", project.maintainers.unwrap_or_default().as_of),
        ] {
            if is_before(self.as_of, date) {
                refuse(key, &["is later than as_of in data/sources.toml"]);
            }
        }
        // A vote may have only a month; a commit always has a day.
        for (key, date, is_known, reason) in [
            (
                "first_commit",
                project.first_commit,
                project.first_commit.day != 0,
                "must be a full date such as 2024-09-26",
            ),
            ("accepted", project.accepted, project.accepted.month != 0, "must be a date such as 2024-09-26 or 2024-09"),
        ] {
            if date.year != 0 && !is_known {
                refuse(key, &[reason]);
            }
        }
    }
}

/// The names of keys, except for that of all others.
fn names(keys: Keys) -> String {
    let named = keys.iter().filter(|key| !matches!(key.kind, Kind::Others));
    named.map(|key| key.name).collect::<Vec<_>>().join(", ")
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The width of a text in Chinese characters. A Latin letter is half as wide: `Kubernetes` counts as five.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>().div_ceil(2)
}

fn check_summary(summary: Text, refuse: &dyn Fn(&str, &[&str])) {
    let n_words = words(summary.en);
    if n_words > 0 && !(25..=45).contains(&n_words) {
        refuse("summary.en", &["has ", &n_words.to_string(), " words; allowed: 25–45"]);
    }
    let width_zh = width(summary.zh);
    if width_zh > 0 && !(35..=90).contains(&width_zh) {
        refuse("summary.zh", &["is ", &width_zh.to_string(), " Chinese characters wide; allowed: 35–90"]);
    }
}

fn check_features(features: &[Text], refuse: &dyn Fn(&str, &[&str])) {
    if !(3..=8).contains(&features.len()) {
        refuse("features", &["has ", &features.len().to_string(), " entries; allowed: 3–8"]);
    }
    for (n, feature) in features.iter().enumerate() {
        let n_words = words(feature.en);
        if n_words > 14 {
            refuse(&format!("features[{n}].en"), &["has ", &n_words.to_string(), " words; allowed: up to 14"]);
        }
        let width_zh = width(feature.zh);
        if width_zh > 45 {
            refuse(
                &format!("features[{n}].zh"),
                &["is ", &width_zh.to_string(), " Chinese characters wide; allowed: up to 45"],
            );
        }
    }
}

/// A chat link must lead to a channel: the entrance of a workspace, `https://slack.cncf.io/`, says nothing about the project. A former
/// repository must not be the current one.
fn check_addresses(project: &Project, refuse: &dyn Fn(&str, &[&str])) {
    let path = |address: &str| address.split('/').skip(3).any(|part| !part.is_empty());
    if project.links.chat.is_some_and(|chat| !path(chat)) {
        refuse("links.chat", &["names a workspace and no channel in it"]);
    }
    for other in project.links.others {
        refuse(&["links.", other.name].concat(), &["unknown key; allowed: ", &names(Links::KEYS)]);
    }
    for (n, former) in project.former_repositories.iter().enumerate() {
        if former.eq_ignore_ascii_case(project.links.repository) {
            refuse(&format!("former_repositories[{n}]"), &["is where the repository is today"]);
        }
    }
}

/// Readers type short phrases, and a project whose purpose lists everything ranks first for nothing.
fn check_purpose(phrases: &[&str], key: &str, longest: usize, refuse: &dyn Fn(&str, &[&str])) {
    if !(3..=16).contains(&phrases.len()) {
        refuse(key, &["has ", &phrases.len().to_string(), " phrases; allowed: 3–16"]);
    }
    for phrase in phrases {
        if phrase.chars().count() > longest {
            refuse(key, &["\"", phrase, "\" is too long; allowed: up to ", &longest.to_string(), " characters"]);
        }
    }
}

/// Each fact names its source, and no source remains of a fact that was removed.
fn check_sources(project: &Project, refuse: &dyn Fn(&str, &[&str])) {
    let json = Project::json(project);
    for field in Field::ALL {
        // These name their sources themselves, or follow from others.
        if let Field::Name | Field::Description | Field::Maturity | Field::Age | Field::History = field {
            continue;
        }
        let slug = field.slug();
        let there = json.get(slug).or_else(|| json.get("links")?.get(slug)).is_some();
        let named = project.sources.iter().any(|(known, _)| *known == field);
        let key = format!("sources.{}", field.slug());
        match (there, named) {
            (true, false) => refuse(&key, &["missing: name the source of this fact"]),
            (false, true) => refuse(&key, &["names the source of a fact that is not there"]),
            _ => {}
        }
    }
}
