//! What has changed about a project since a post was published.

use crate::data::check;
use crate::model::{Date, Field, Level, Project};

/// A change that a reader of an older post should know of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    /// It has left the Sandbox for this level.
    Level(Level),
    /// It has another name.
    Name,
    /// Its repository is elsewhere.
    Home,
}

/// The day in a date with or without a time: `2024-09-05`, `2024-09-05T10:00:00Z`.
#[must_use]
pub fn day(text: &str) -> Option<Date> {
    check::date(text.get(..10)?).ok()
}

/// What has changed since that day. Only what is known to have changed after it: a change whose day is not known counts when the older
/// state still held on that day.
#[must_use]
pub fn changes(project: &Project, published: Date) -> Vec<Change> {
    let mut changes = Vec::new();
    let maturity = project.maturity;
    if maturity.level != Level::Sandbox && maturity.since > published {
        changes.push(Change::Level(maturity.level));
    }
    for dispute in project.disputes {
        let change = match dispute.field {
            Field::Name => Change::Name,
            Field::Repository => Change::Home,
            _ => continue,
        };
        // Of a month it is not known which day of it is meant: any day of it will do.
        let held = |until: Date| Date { day: if until.day == 0 { 31 } else { until.day }, ..until };
        if dispute.changed_after.is_some_and(|until| published <= held(until)) {
            changes.push(change);
        }
    }
    changes
}
