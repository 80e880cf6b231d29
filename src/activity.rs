//! How long a project has been without a commit, as far as what is on record can say. A repository is read on some day: what that shows
//! must not be told as news when it is old.

use crate::model::{Catalog, Date, Project};

/// In months: what was read longer ago than this, seen from the catalog's date, says nothing about today.
const RECENT: u32 = 6;

/// Months since the last commit after which a card shows it.
const QUIET: u32 = 12;

/// Whole months without a commit, up to the day on which the repository was read; `None`: there is no record, or it is too old.
#[must_use]
pub fn months_without(catalog: &Catalog, project: &Project) -> Option<u32> {
    let activity = project.activity?;
    (months(activity.as_of, catalog.as_of) < RECENT).then(|| months(activity.last_commit, activity.as_of))
}

/// The last commit on record where it is over a year older than the catalog, and whether a recent record says that there was none since
/// for a year. An old record says only that none is known.
#[must_use]
pub fn quiet_since(catalog: &Catalog, project: &Project) -> Option<(Date, bool)> {
    let last_commit = project.activity?.last_commit;
    let is_sure = months_without(catalog, project).is_some_and(|months| months >= QUIET);
    (months(last_commit, catalog.as_of) >= QUIET).then_some((last_commit, is_sure))
}

/// Whole months from one date to a later one.
fn months(earlier: Date, later: Date) -> u32 {
    let months = |date: Date| u32::from(date.year) * 12 + u32::from(date.month.max(1));
    // A month that is not over; where a day is not known, all of its month counts.
    let part = earlier.day > later.day && later.day > 0;
    months(later).saturating_sub(months(earlier) + u32::from(part))
}

/// Months from the application to acceptance, rounded; `None`: one of them is not known.
#[must_use]
pub fn months_waited(project: &Project) -> Option<u32> {
    // Of a month its middle.
    let days = |date: Date| date.days() + if date.day == 0 { 15 } else { 0 };
    Some((days(project.accepted).saturating_sub(days(project.extras.applied?)) + 15) / 31)
}
