//! The life line: one time axis for all cards, from the first year of the catalog to today; a bar from the first commit, a ring
//! where the project entered the Sandbox, a diamond where it was archived or moved up. It is drawn as SVG because attributes
//! pass any content policy. The dates under it say the same in text.

use leptos::prelude::*;

use crate::filter;
use crate::model::{Catalog, Date, Level, Project};

/// Where a date stands on the axis, in tenths of a percent.
fn place(catalog: &Catalog, date: Date) -> u16 {
    let first = catalog.projects.iter().map(|project| project.first_commit.year).min();
    let from = f32::from(first.unwrap_or(date.year));
    let share = (date.years() - from) / (catalog.as_of.years() - from).max(1.0);
    (share.clamp(0.0, 1.0) * 1000.0) as u16
}

/// The place as a percentage that leaves room for half a ring at both ends.
fn percent(place: u16) -> String {
    let place = 15 + u32::from(place) * 970 / 1000;
    format!("{}.{}%", place / 10, place % 10)
}

/// Decorative: its dates are given in text beside it.
#[component]
pub(super) fn LifeLine(catalog: &'static Catalog, project: &'static Project) -> impl IntoView {
    let moved = filter::moved_on(project);
    let ended = moved.filter(|_| project.maturity.level == Level::Archived);
    let from = percent(place(catalog, project.first_commit));
    let to = percent(place(catalog, ended.unwrap_or(catalog.as_of)));
    view! {
        <svg class="se-life" aria-hidden="true" width={"100%"} height="18">
            <line class="se-life-axis" x1={"0"} x2="100%" y1="9" y2="9"/>
            <line class="se-life-bar" x1=from x2=to y1="9" y2="9"/>
            <circle class="se-life-entry" cx=percent(place(catalog, project.accepted)) cy="9" r="4"/>
            {moved
                .map(|date| {
                    view! {
                        <svg x=percent(place(catalog, date)) y="9" overflow="visible">
                            <rect class="se-life-moved" x={"-4"} y="-4" width="8" height="8" transform="rotate(45)"/>
                        </svg>
                    }
                })}
        </svg>
    }
}
