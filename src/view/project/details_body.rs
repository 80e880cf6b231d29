//! The content of the details: everything about a project.

use leptos::prelude::*;

use crate::dom::Element;
use crate::i18n::Lang;
use crate::model::{Catalog, Project};
use crate::search::Search;
use crate::state::State;
use crate::text::{decimal, repository};
use crate::view::project::card::{kind, with_hue};
use crate::view::project::fact::{CATEGORY, fact_row, facts};
use crate::view::project::highlight::{self, HighlightedText};
use crate::view::project::life_line::life_line;
use crate::view::project::link::link;
use crate::view::project::monogram::monogram;
use crate::view::project::series::posts;
use crate::view::project::sources::{disputes, sources};

/// A heading in the details.
fn heading(text: &str) -> Element {
    Element::new("h3", "se-details-heading").text(text)
}

fn item(text: &str) -> Element {
    Element::new("li", "").text(text)
}

/// Everything about a project. A prerendered view has no actions and no links to others.
pub(crate) fn details_body(
    state: State,
    project: &'static Project,
    lang: Lang,
    actions: Option<Element>,
    similar: Option<Element>,
) -> Element {
    let index = state.catalog.known.get_untracked();
    let catalog = index.catalog;
    let (messages, late) = (lang.messages(), lang.late());
    let head = Element::new("div", "se-details-head")
        .child(monogram(project))
        .child(Element::new("h2", "se-details-name").attr("tabindex", "-1").text(project.name))
        .child(kind(state, project, lang));
    let axis = Element::new("p", "se-axis")
        .attr("aria-hidden", "true")
        .child(Element::new("span", "").text(&decimal(index.first_year.into())))
        .child(Element::new("span", "").text(&messages.date(catalog.as_of)));
    let tags = project.tags.iter().map(|tag| Element::new("li", "se-tag").text(tag));
    // The match may be in a text that only the details show.
    let search = highlight::search(state);
    let search = search.as_ref();
    let words = |element: Element, words| {
        let element = element.words(lang, words);
        HighlightedText::of(&element, lang.of(words)).mark(search);
        element
    };
    let body = Element::new("div", "se-details-body")
        .child(head)
        .child(words(Element::new("p", "se-details-summary"), project.summary))
        .child(life_line(index, project))
        .child(axis)
        .children(actions)
        .children((!project.features.is_empty()).then(|| heading(late.features)))
        .child(Element::new("ul", "se-features").children(project.features.iter().map(|&text| words(item(""), text))))
        .child(heading(late.facts))
        .child(fact_list(catalog, project, lang, search))
        .child(Element::new("ul", "se-tags").attr("aria-label", messages.tag).children(tags))
        .children(series(state, project, lang))
        .children(similar.into_iter().flat_map(|similar| [heading(late.similar), similar]))
        .children(links(project, lang))
        .children(disputes(catalog, project, lang).into_iter().flat_map(|list| [heading(late.disputes), list]))
        .child(heading(late.sources))
        .child(sources(catalog, project, lang));
    with_hue(body, catalog, project)
}

/// The site's own posts about it.
fn series(state: State, project: &Project, lang: Lang) -> Vec<Element> {
    let posts = posts(state, project, lang);
    if posts.is_empty() {
        return posts;
    }
    vec![heading(lang.late().in_series), Element::new("ul", "se-link-list").children(posts)]
}

/// The facts, except for the category, which is in the header.
fn fact_list(catalog: &Catalog, project: &Project, lang: Lang, search: Option<&Search>) -> Element {
    let mut known = Vec::new();
    for (n, (name, value)) in facts(catalog, project, lang).into_iter().enumerate() {
        if let (Some(value), true) = (value, n != CATEGORY) {
            known.push(fact_row(name, Element::new("dd", "").text(&value)));
        }
    }
    let former = project.former_repositories;
    if !former.is_empty() {
        let place = |&href: &&'static str| {
            let name = repository(href);
            let link = link(name, href, project.name);
            HighlightedText::of(&link, name).mark(search);
            Element::new("li", "").child(link)
        };
        let places = Element::new("ul", "se-link-list").children(former.iter().map(place));
        known.push(fact_row(lang.late().former_repositories, Element::new("dd", "").child(places)));
    }
    Element::new("dl", "se-fact-list").children(known)
}

fn links(project: &Project, lang: Lang) -> [Element; 4] {
    let (messages, late) = (lang.messages(), lang.late());
    let links = &project.links;
    let group = |of: &[(&str, Option<&str>)]| {
        let known = of.iter().filter_map(|&(label, href)| Some((label, href?)));
        Element::new("ul", "se-link-list")
            .children(known.map(|(label, href)| Element::new("li", "").child(link(label, href, project.name))))
    };
    let of_project = [
        (messages.website, Some(links.website)),
        (messages.code, Some(links.repository)),
        (late.docs, links.docs),
        (late.chat, links.chat),
        (late.adopters, links.adopters),
        (late.best_practices, links.best_practices),
    ];
    let of_cncf = [
        (late.sandbox_request, links.sandbox_request),
        (late.onboarding, links.onboarding),
        (late.onboarding_other, links.onboarding_other),
        (late.devstats, links.devstats),
    ];
    [heading(late.links_project), group(&of_project), heading(late.links_cncf), group(&of_cncf)]
}
