//! A project's card.

use super::life_line::life_line;
use super::link::link;
use super::mark::mark;
use super::shown::{categorised, name_button};
use crate::browser::Element;
use crate::facet::Index;
use crate::filter;
use crate::i18n::Lang;
use crate::model::{Catalog, Date, Level, Project};
use crate::text::{decimal, join};

const HEADINGS: [&str; 5] = ["h2", "h3", "h4", "h5", "h6"];

/// A heading of this level.
pub(super) fn heading(level: u8, class: &str) -> Element {
    Element::new(HEADINGS[usize::from(level.clamp(2, 6) - 2)], class)
}

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
    Element::new("p", "se-kind").child(Element::new("span", "se-category").text(name)).children(moved(project, lang))
}

/// What has become of it since its article.
pub(super) fn moved(project: &Project, lang: Lang) -> Option<Element> {
    moved_on(project, lang).map(|moved| Element::new("span", "se-moved").text(&moved))
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

/// The card. Its one action, the button by the project's name, is heard by the list that it stands in.
pub(super) fn card(index: &Index, project: &Project, lang: Lang, heading_level: u8, is_still: bool) -> Element {
    let catalog = index.catalog;
    let messages = lang.messages();
    let head = Element::new("div", "se-head")
        .child(mark(project))
        .child(heading(heading_level, "se-name").child(name_button(project, is_still)))
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
        .child(link(messages.code, project.links.repository, project.name));
    let card = Element::new("article", "se-card")
        .attr("part", "card")
        .child(head)
        .child(Element::new("div", "se-body-text").child(summary))
        .child(life_line(index, project))
        .child(dates)
        .child(Element::new("div", "se-meta").child(facts).child(links));
    let item = Element::new("li", "se-item").child(with_hue(card, catalog, project));
    categorised(item, project, is_still)
}

/// What happened and when, to the month: enough for a card.
fn dated(what: &str, date: Date, lang: Lang) -> Element {
    let month = lang.messages().date(Date { day: 0, ..date });
    let time = Element::new("time", "").attr("datetime", &date.iso()).text(&month);
    Element::new("span", "").text(what).text(" ").child(time)
}
