//! The life line: one time axis for all projects, from the first year of the catalog to today; a bar from the first commit, a ring
//! where the project entered the Sandbox, a diamond where it was archived or moved up. It is drawn as SVG because every content
//! security policy allows SVG attributes.

use crate::dom::Element;
use crate::facet::Index;
use crate::filter;
use crate::i18n::Lang;
use crate::model::{Date, Project};
use crate::text::{concat, decimal, tenths};

/// The position of a date on the axis, as a percentage that leaves room for half a ring at both ends; to the hundredth, so that a
/// day later is slightly further.
pub(crate) fn place(index: &Index, date: Date) -> String {
    let from = Date { year: index.first_year, month: 1, day: 1 }.days();
    let span = index.catalog.as_of.days().saturating_sub(from).max(1);
    let days = date.days().saturating_sub(from).min(span);
    let place = 150 + days * 9_700 / span;
    concat(&[&tenths(place / 10), &decimal(place % 10), "%"])
}

/// A horizontal line.
pub(crate) fn line(class: &str, from: &str, to: &str) -> Element {
    Element::svg("line", class).attr("x1", from).attr("x2", to).attr("y1", "9").attr("y2", "9")
}

/// The date on which a project entered the Sandbox.
pub(crate) fn ring(at: &str) -> Element {
    Element::svg("circle", "se-life-entry").attr("cx", at).attr("cy", "9").attr("r", "4")
}

/// The date on which it was archived or moved up.
pub(crate) fn diamond(at: &str) -> Element {
    let diamond = Element::svg("rect", "se-life-moved")
        .attr("x", "-4")
        .attr("y", "-4")
        .attr("width", "8")
        .attr("height", "8")
        .attr("transform", "rotate(45)");
    // A nested svg, because only x and y of an svg accept percentages together with a rotation inside.
    Element::svg("svg", "").attr("x", at).attr("y", "9").attr("overflow", "visible").child(diamond)
}

/// The drawing of a line, with its height; the line is in the middle.
pub(crate) fn drawing(width: &str) -> Element {
    Element::svg("svg", "se-life").attr("width", width).attr("height", "18")
}

/// Decorative: its dates are given as text.
pub(crate) fn life_line(index: &Index, project: &Project) -> Element {
    let parts = blank_life_line();
    draw(&parts, index, project);
    let [drawing, ..] = parts;
    drawing
}

/// A life line to draw on, with the parts that [`draw`] needs.
pub(crate) fn blank_life_line() -> [Element; 3] {
    blank(drawing("100%").attr("aria-hidden", "true"))
}

/// The same where no text gives the dates: it has a title for screen readers and the mouse.
pub(crate) fn told_life_line(index: &Index, project: &Project, lang: Lang) -> Element {
    let (messages, late) = (lang.messages(), lang.late());
    let month = |date: Date| messages.date(Date { day: 0, ..date });
    let level = messages.level(project.maturity.level).to_owned();
    let today = filter::moved_on(project).map(|date| late.counted.fill([&level, &month(date)])).unwrap_or(level);
    let life = late.life.fill([project.name, &month(project.first_commit), &month(project.accepted), &today]);
    let title = Element::svg("title", "").text(&life);
    let parts = blank(drawing("100%").attr("role", "img").child(title));
    draw(&parts, index, project);
    let [drawing, ..] = parts;
    drawing
}

fn blank(drawing: Element) -> [Element; 3] {
    let [bar, ring] = [line("se-life-bar", "0", "0"), ring("0")];
    let drawing = drawing.child(line("se-life-axis", "0", "100%")).child(bar.clone()).child(ring.clone());
    [drawing, bar, ring]
}

/// Draws the life of a project.
pub(crate) fn draw([drawing, bar, ring]: &[Element; 3], index: &Index, project: &Project) {
    let moved = filter::moved_on(project);
    let ended = moved.filter(|_| project.maturity.level == "archived");
    bar.set_attr("x1", Some(&place(index, project.first_commit)));
    bar.set_attr("x2", Some(&place(index, ended.unwrap_or(index.catalog.as_of))));
    ring.set_attr("cx", Some(&place(index, project.accepted)));
    if let Some(date) = moved {
        _ = drawing.clone().child(diamond(&place(index, date)));
    }
}
