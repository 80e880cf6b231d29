//! Reads one project: the content of `data/projects/<id>.toml`, and of an item of `projects` in a catalog. Its keys are declared in
//! [`model`](crate::model); here are the checks that need several of them.

use super::check::is_before;
use super::kind::FieldKind;
use super::mistake::{Place, Report, quoted};
use super::reader::Entries;
use super::record::Record;
use super::slugs::Slugs;
use super::tree::Tree;
use crate::model::{Date, History, Maturity, Project};

/// Reads a project. Mistakes go to the report; wrong or missing values are empty in the result.
#[must_use]
pub fn read(tree: &Tree, place: Place, slugs: &Slugs, report: &Report) -> Option<Project> {
    let entries = Entries::open(tree, place, Project::KEYS, report)?;
    let mut project = Project::read(&mut entries.read(Project::KEYS, slugs));
    check_order(&mut project, &entries);
    let before = report.count();
    check_companies(&project, &entries);
    if report.count() > before {
        project.maintainers = None;
    }
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

/// Rejects dates in an impossible order. A missing date is never rejected.
fn check_order(project: &mut Project, entries: &Entries) {
    let Project { first_commit, accepted, snapshot, maturity: Maturity { since, as_of, .. }, .. } = *project;
    let History { first_accepted, archived } = project.history.unwrap_or_default();
    let activity = project.activity.unwrap_or_default();
    let applied = project.applied.unwrap_or_default();
    let released = activity.release.unwrap_or_default().date;
    for (key, date, earlier_key, earlier) in [
        ("accepted", accepted, "first_commit", first_commit),
        ("maturity.since", since, "accepted", accepted),
        ("maturity.as_of", as_of, "maturity.since", since),
        ("snapshot.date", snapshot.date, "first_commit", first_commit),
        ("history.archived", archived, "history.first_accepted", first_accepted),
        ("accepted", accepted, "history.archived", archived),
        ("accepted", accepted, "applied", applied),
        ("activity.last_commit", activity.last_commit, "first_commit", first_commit),
        ("activity.as_of", activity.as_of, "activity.last_commit", activity.last_commit),
        ("activity.as_of", activity.as_of, "activity.release.date", released),
    ] {
        if is_before(date, earlier) {
            entries.refuse(key, &["lies before ", earlier_key]);
            match key {
                "accepted" => project.accepted = Date::BLANK,
                "maturity.since" => project.maturity.since = Date::BLANK,
                "maturity.as_of" => project.maturity.as_of = Date::BLANK,
                "snapshot.date" => project.snapshot.date = Date::BLANK,
                "history.archived" => project.history = None,
                _ => project.activity = None,
            }
        }
    }
}

/// Rejects companies that are listed twice or have no maintainer, and more maintainers (of companies and independent) than
/// the total.
fn check_companies(project: &Project, entries: &Entries) {
    let Some(maintainers) = project.maintainers else { return };
    let refuse = |reason: &[&str]| entries.refuse("maintainers.companies", reason);
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
    if maintainers.value > 0 && sum > maintainers.value {
        refuse(&["and independent have more maintainers than maintainers.value says"]);
    }
}
