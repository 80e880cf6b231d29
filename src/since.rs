//! Changes of a project since a post was published.

use crate::data::check;
use crate::model::{Date, Field, Project};

/// A change that a reader of an older post should know about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    /// It has left the Sandbox for this level.
    Level(&'static str),
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

/// The changes since that day. Only those known to be later: a change without a known day counts if the older state was still true on
/// that day.
#[must_use]
pub fn changes(project: &Project, published: Date) -> Vec<Change> {
    let mut changes = Vec::new();
    let maturity = project.maturity;
    if !matches!(maturity.level, "" | "sandbox") && maturity.since > published {
        changes.push(Change::Level(maturity.level));
    }
    for dispute in project.disputes {
        let change = match dispute.field {
            Field::Name => Change::Name,
            Field::Repository => Change::Home,
            _ => continue,
        };
        // If only the month is known, any day in it counts.
        let held = |until: Date| Date { day: if until.day == 0 { 31 } else { until.day }, ..until };
        if dispute.changed_after.is_some_and(|until| published <= held(until)) {
            changes.push(change);
        }
    }
    changes
}
