//! A project's card.

use leptos::prelude::*;

use crate::activity;
use crate::dom::Element;
use crate::i18n::Lang;
use crate::model::{Catalog, Date, Project};
use crate::state::State;
use crate::text::{decimal, join};
use crate::view::prerendered::categorised;
use crate::view::project::highlight::HighlightedText;
use crate::view::project::life_line::life_line;
use crate::view::project::link::link;
use crate::view::project::monogram::monogram;
use crate::view::project::pick::PickButtons;
use crate::view::project::series::read_here;
use crate::view::project::since::news;
use crate::view::views::lazy_list::name_button;

/// A heading of this level.
pub(crate) fn heading(level: u8, class: &str) -> Element {
    Element::new(["h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(2, 6) - 2)], class)
}

/// Sets the hue of a project's category, for its mark and life line.
pub(crate) fn with_hue(element: Element, catalog: &Catalog, project: &Project) -> Element {
    match catalog.category(project.category) {
        Some(category) => element.property("--se-hue", &decimal(category.hue.into())),
        None => element,
    }
}

/// The category, and the project's new status if it has left the Sandbox since its article.
pub(crate) fn kind(state: State, project: &Project, lang: Lang) -> Element {
    let catalog = state.catalog.known.get_untracked().catalog;
    let name = lang.category(catalog, project.category);
    Element::new("p", "se-kind")
        .child(Element::new("span", "se-category").text(name))
        .children(news(state, project, lang))
}

/// Makes the items of the list of cards.
pub(crate) fn card_item(
    state: State,
    lang: Lang,
    pick: PickButtons,
) -> impl Fn(u16, &'static Project) -> (Element, Vec<HighlightedText>) {
    move |number, project| {
        let (card, texts) = card(state, project, lang, Some(pick.make(number, project)));
        (categorised(state, Element::new("li", "se-item").child(card), project), texts)
    }
}

/// The card. The list around it listens to its buttons: the project's name, and the one that picks it for a comparison.
///
/// Also returns its texts, in which matches can be highlighted.
pub(crate) fn card(
    state: State,
    project: &'static Project,
    lang: Lang,
    pick: Option<Element>,
) -> (Element, Vec<HighlightedText>) {
    let index = state.catalog.known.get_untracked();
    let catalog = index.catalog;
    let heading_level = state.page.structure.with_untracked(|structure| structure.heading_level);
    let messages = lang.messages();
    let name = name_button(state, project);
    let head = Element::new("div", "se-head")
        .child(monogram(project))
        .child(heading(heading_level, "se-name").child(name.clone()))
        .child(Element::new("p", "se-part").text(&messages.part_short.fill([project.part])))
        .child(kind(state, project, lang));
    let summary = Element::new("p", "se-summary").attr("part", "summary").words(lang, project.summary);
    let texts = vec![HighlightedText::of(&name, project.name), HighlightedText::of(&summary, lang.of(project.summary))];
    let quiet = activity::quiet_since(catalog, project);
    let quiet = quiet.map(|(date, is_sure)| {
        let label = if is_sure { messages.last_commit } else { messages.last_commit_known };
        Element::new("p", "se-quiet-since").child(dated(label, date, lang))
    });
    let dates = Element::new("p", "se-dates")
        .child(dated(messages.first_commit, project.first_commit, lang))
        .child(dated(messages.sandbox, project.accepted, lang));
    let facts = Element::new("p", "se-facts")
        .child(Element::new("span", "se-languages").text(&join(project.languages, " · ")))
        .text(" ")
        .child(Element::new("span", "se-licence").text(project.licence));
    let links = Element::new("p", "se-links")
        .children(read_here(state, project, lang).map(|link| link.text(" ")))
        .child(link(messages.website, project.links.website, project.name))
        .text(" ")
        .child(link(messages.code, project.links.repository, project.name))
        .children(pick);
    let card = Element::new("article", "se-card")
        .attr("part", "card")
        .child(head)
        .child(Element::new("div", "se-body-text").child(summary))
        .children(quiet)
        .child(life_line(index, project))
        .child(dates)
        .child(Element::new("div", "se-meta").child(facts).child(links));
    (with_hue(card, catalog, project), texts)
}

/// An event and its date, to the month: precise enough for a card.
fn dated(what: &str, date: Date, lang: Lang) -> Element {
    let month = lang.messages().date(Date { day: 0, ..date });
    let time = Element::new("time", "").attr("datetime", &date.iso()).text(&month);
    Element::new("span", "").text(what).text(" ").child(time)
}
