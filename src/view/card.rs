//! A project's card.

use super::life_line::life_line;
use super::link::link;
use super::mark::mark;
use super::still;
use crate::browser::Element;
use crate::facet::Index;
use crate::filter;
use crate::i18n::Lang;
use crate::model::{Catalog, Date, Level, Project};
use crate::text::{decimal, join};

const HEADINGS: [&str; 5] = ["h2", "h3", "h4", "h5", "h6"];

/// Sets the hue of a project's category, for its mark and life line.
pub(super) fn with_hue(element: Element, catalog: &Catalog, project: &Project) -> Element {
    match catalog.category(project.category) {
        Some(category) => element.property("--se-hue", &decimal(category.hue.into())),
        None => element,
    }
}

/// The category, and what has become of the project since its article, if it has left the Sandbox.
pub(super) fn kind(catalog: &Catalog, project: &Project, lang: Lang) -> Element {
    let name = catalog.category(project.category).map_or(project.category, |category| lang.of(category.name));
    let moved = moved_on(project, lang).map(|moved| Element::new("span", "se-moved").text(&moved));
    Element::new("p", "se-kind").child(Element::new("span", "se-category").text(name)).children(moved)
}

/// "Archived 2025", "Incubating since 2026"; nothing while it is in the Sandbox.
fn moved_on(project: &Project, lang: Lang) -> Option<String> {
    let messages = lang.messages();
    let year = &decimal(filter::moved_on(project)?.year.into());
    Some(match project.maturity.level {
        Level::Archived => messages.archived_in.fill([year]),
        level => messages.since.fill([messages.level(level), year]),
    })
}

/// The card. Its buttons, by the project's name and the one that picks it for a comparison, are heard by the list that it stands in.
pub(super) fn card(
    index: &Index,
    project: &Project,
    lang: Lang,
    heading_level: u8,
    is_still: bool,
    pick: Element,
) -> Element {
    let catalog = index.catalog;
    let messages = lang.messages();
    let heading = HEADINGS[usize::from(heading_level.clamp(2, 6) - 2)];
    let name = super::live::button("se-open").attr("part", "name").attr("data-project", project.id).text(project.name);
    let name = if is_still { still::opens(name, project) } else { name };
    let head = Element::new("div", "se-head")
        .child(mark(project))
        .child(Element::new(heading, "se-name").child(name))
        .child(Element::new("p", "se-part").text(&messages.part_short.fill([project.part])))
        .child(kind(catalog, project, lang));
    let summary = Element::new("p", "se-summary").attr("part", "summary").text(lang.of(project.summary));
    let dates = Element::new("p", "se-dates")
        .child(dated(messages.first_commit, project.first_commit, lang))
        .child(dated(messages.sandbox, project.accepted, lang));
    let facts = Element::new("p", "se-facts")
        .child(Element::new("span", "se-languages").text(&join(project.languages, " · ")))
        .text(" ")
        .child(Element::new("span", "se-licence").text(project.licence));
    let links = Element::new("p", "se-links")
        .child(link(messages.website, project.links.website, project.name))
        .text(" ")
        .child(link(messages.code, project.links.repository, project.name))
        .child(pick);
    let card = Element::new("article", "se-card")
        .attr("part", "card")
        .child(head)
        .child(Element::new("div", "se-body-text").child(summary))
        .child(life_line(index, project))
        .child(dates)
        .child(Element::new("div", "se-meta").child(facts).child(links));
    let item = Element::new("li", "se-item").child(with_hue(card, catalog, project));
    if is_still { item.attr("data-category", project.category) } else { item }
}

/// What happened and when, to the month: enough for a card.
fn dated(what: &str, date: Date, lang: Lang) -> Element {
    let month = lang.messages().date(Date { day: 0, ..date });
    let time = Element::new("time", "").attr("datetime", &date.iso()).text(&month);
    Element::new("span", "").text(what).text(" ").child(time)
}
