//! How long a project has been without a commit, as far as the record shows. A repository was read on a certain day: an old record must
//! not look like the current state.

use crate::model::{Catalog, Date, Project};

/// In months: a repository that was read longer than this before the catalog's date does not show the current state.
const RECENT: u32 = 6;

/// Months without a commit from which on a card shows the last one.
const QUIET: u32 = 12;

/// Whole months without a commit, up to the day on which the repository was read; `None` if there is no record or it is too old.
#[must_use]
pub fn months_without(catalog: &Catalog, project: &Project) -> Option<u32> {
    let activity = project.activity?;
    (months(activity.as_of, catalog.as_of) < RECENT).then(|| months(activity.last_commit, activity.as_of))
}

/// The last commit on record, if it is at least a year older than the catalog; and whether a recent record proves that year without a
/// commit. An old record only shows that no later commit is known.
#[must_use]
pub fn quiet_since(catalog: &Catalog, project: &Project) -> Option<(Date, bool)> {
    let last_commit = project.activity?.last_commit;
    let is_sure = months_without(catalog, project).is_some_and(|months| months >= QUIET);
    (months(last_commit, catalog.as_of) >= QUIET).then_some((last_commit, is_sure))
}

/// The day of the newest record; `None` if no project has one.
#[must_use]
pub fn newest_record(catalog: &Catalog) -> Option<Date> {
    catalog.projects.iter().filter_map(|project| project.activity).map(|activity| activity.as_of).max()
}

/// Whole months from the last commit on record to a day; `None` if there is no record.
#[must_use]
pub fn months_before(day: Date, project: &Project) -> Option<u32> {
    Some(months(project.activity?.last_commit, day))
}

/// Whole months from one date to a later one.
fn months(earlier: Date, later: Date) -> u32 {
    let months = |date: Date| u32::from(date.year) * 12 + u32::from(date.month.max(1));
    // The last month does not count until it is over. If a day is unknown, the whole month counts.
    let part = earlier.day > later.day && later.day > 0;
    months(later).saturating_sub(months(earlier) + u32::from(part))
}

/// Months from application to acceptance, rounded; `None` if the day of application is unknown.
#[must_use]
pub fn months_waited(project: &Project) -> Option<u32> {
    if project.accepted.year == 0 {
        return None;
    }
    // A month counts as its middle.
    let days = |date: Date| date.days() + if date.day == 0 { 15 } else { 0 };
    Some((days(project.accepted).saturating_sub(days(project.applied?)) + 15) / 31)
}
