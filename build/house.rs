//! House rules: what we ask of our own projects beyond what every catalog must be. Not in the wasm.

use super::super::data::check::{is_before, is_slug};
use super::super::model::{Count, Date, Field, Project, Text};
use super::{Place, Report};

/// What the rules need to know.
pub(super) struct House {
    /// The day on which the facts were gathered; nothing is later.
    pub(super) as_of: Date,
    /// Licences that a project may have.
    pub(super) licences: &'static [&'static str],
}

impl House {
    /// Notes what is wrong with a project. What could not be read is empty by now, and was told already; `whole` says that
    /// nothing is.
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
            refuse("languages", &["at least one must stand here"]);
        }
        for tag in project.tags.iter().filter(|tag| !is_slug(tag)) {
            refuse("tags", &["\"", tag, "\": only a–z and 0–9, with - between them"]);
        }
        check_summary(project.summary, &refuse);
        if whole || !project.features.is_empty() {
            check_features(project.features, &refuse);
        }
        check_purpose(project.purpose.en, "purpose.en", 32, &refuse);
        check_purpose(project.purpose.zh, "purpose.zh", 12, &refuse);
        self.check_dates(project, &refuse);
        if whole {
            check_sources(project, &refuse);
        }
    }

    fn check_dates(&self, project: &Project, refuse: &dyn Fn(&str, &[&str])) {
        let count = |count: Option<Count>| count.unwrap_or_default().as_of;
        for (key, date) in [
            ("accepted", project.accepted),
            ("maturity.as_of", project.maturity.as_of),
            ("snapshot.date", project.snapshot_date),
            ("counts.stars.as_of", count(project.stars)),
            ("counts.contributors.as_of", count(project.contributors)),
            ("counts.authors.as_of", count(project.authors)),
        ] {
            if is_before(self.as_of, date) {
                refuse(key, &["lies after as_of in data/sources.toml, the day on which the facts were gathered"]);
            }
        }
        // Of a vote sometimes only the month is known; of a commit the day always is.
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

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn check_summary(summary: Text, refuse: &dyn Fn(&str, &[&str])) {
    let n_words = words(summary.en);
    if n_words > 0 && !(25..=45).contains(&n_words) {
        refuse("summary.en", &["has ", &n_words.to_string(), " words; allowed: 25–45"]);
    }
    let n_chars = summary.zh.chars().count();
    if n_chars > 0 && !(35..=130).contains(&n_chars) {
        refuse("summary.zh", &["has ", &n_chars.to_string(), " characters; allowed: 35–130"]);
    }
}

fn check_features(features: &[Text], refuse: &dyn Fn(&str, &[&str])) {
    if !(3..=8).contains(&features.len()) {
        refuse("features", &["are ", &features.len().to_string(), "; allowed: 3–8"]);
    }
    for (n, feature) in features.iter().enumerate() {
        let n_words = words(feature.en);
        if n_words > 14 {
            refuse(&format!("features[{n}].en"), &["has ", &n_words.to_string(), " words; allowed: up to 14"]);
        }
        let n_chars = feature.zh.chars().count();
        if n_chars > 45 {
            refuse(&format!("features[{n}].zh"), &["has ", &n_chars.to_string(), " characters; allowed: up to 45"]);
        }
    }
}

/// What a reader types is short, and a project that has everything is found under nothing.
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

/// Each fact names its source, and no source is left of a fact that went.
fn check_sources(project: &Project, refuse: &dyn Fn(&str, &[&str])) {
    let links = project.links;
    for (field, there) in [
        (Field::Category, true),
        (Field::Website, true),
        (Field::Repository, true),
        (Field::Docs, links.docs.is_some()),
        (Field::Licence, true),
        (Field::Languages, true),
        (Field::Owner, project.owner.is_some()),
        (Field::Region, project.region.is_some()),
        (Field::FirstCommit, true),
        (Field::Accepted, true),
        (Field::SandboxRequest, links.sandbox_request.is_some()),
        (Field::Onboarding, links.onboarding.is_some()),
        (Field::Devstats, links.devstats.is_some()),
        (Field::Features, true),
    ] {
        let named = project.sources.iter().any(|(known, _)| *known == field);
        let key = format!("sources.{}", field.slug());
        match (there, named) {
            (true, false) => refuse(&key, &["missing: where is this fact from?"]),
            (false, true) => refuse(&key, &["names the source of a fact that is not there"]),
            _ => {}
        }
    }
}
