//! The life line: one time axis for all cards, from the first year of the catalog to today; a bar from the first commit, a ring
//! where the project entered the Sandbox, a diamond where it was archived or moved up. It is drawn as SVG because attributes
//! pass any content policy. The dates near it say the same in text.

use crate::browser::Element;
use crate::facet::Index;
use crate::filter;
use crate::model::{Date, Level, Project};
use crate::text;

/// Where a date stands on the axis, as a percentage that leaves room for half a ring at both ends.
fn place(index: &Index, date: Date) -> String {
    let from = Date { year: index.first_year, month: 1, day: 1 };
    let span = index.catalog.as_of.tenths_since(from).max(1);
    let tenths = u32::from(date.tenths_since(from).min(span));
    let place = 15 + tenths * 970 / u32::from(span);
    text::tenths(place) + "%"
}

fn line(class: &str, from: &str, to: &str) -> Element {
    Element::svg("line", class).attr("x1", from).attr("x2", to).attr("y1", "9").attr("y2", "9")
}

/// Decorative: its dates are given in text.
pub(super) fn life_line(index: &Index, project: &Project) -> Element {
    let moved = filter::moved_on(project);
    let ended = moved.filter(|_| project.maturity.level == Level::Archived);
    let from = place(index, project.first_commit);
    let to = place(index, ended.unwrap_or(index.catalog.as_of));
    let entry = Element::svg("circle", "se-life-entry")
        .attr("cx", &place(index, project.accepted))
        .attr("cy", "9")
        .attr("r", "4");
    let drawing = Element::svg("svg", "se-life")
        .attr("aria-hidden", "true")
        .attr("width", "100%")
        .attr("height", "18")
        .child(line("se-life-axis", "0", "100%"))
        .child(line("se-life-bar", &from, &to))
        .child(entry);
    let Some(date) = moved else { return drawing };
    let diamond = Element::svg("rect", "se-life-moved")
        .attr("x", "-4")
        .attr("y", "-4")
        .attr("width", "8")
        .attr("height", "8")
        .attr("transform", "rotate(45)");
    // A nested svg, because only x and y of an svg take percentages together with a rotation inside.
    let at = Element::svg("svg", "").attr("x", &place(index, date)).attr("y", "9").attr("overflow", "visible");
    drawing.child(at.child(diamond))
}
