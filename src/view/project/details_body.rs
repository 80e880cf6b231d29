//! The content of the details: everything about a project.

use leptos::prelude::*;

use crate::data::check;
use crate::dom::Element;
use crate::facet;
use crate::i18n::Lang;
use crate::model::{Catalog, Project, Text};
use crate::search::Search;
use crate::state::State;
use crate::text::{decimal, join, repository};
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
    let (messages, late) = (lang.messages(), lang.late_words(catalog));
    let head = Element::new("div", "se-details-head")
        .child(monogram(project))
        .child(Element::new("h2", "se-details-name").attr("tabindex", "-1").text(project.name))
        .children(kind(state, project, lang));
    // Without a beginning or an end there is no life line.
    let life = (project.first_commit.year > 0 && catalog.as_of.year > 0).then(|| {
        let axis = Element::new("p", "se-axis")
            .attr("aria-hidden", "true")
            .child(Element::new("span", "").text(&decimal(index.first_year.into())))
            .child(Element::new("span", "").text(&messages.date(catalog.as_of)));
        [life_line(index, project), axis]
    });
    let tags = (!project.tags.is_empty()).then(|| {
        let tags = project.tags.iter().map(|tag| Element::new("li", "se-tag").text(tag));
        Element::new("ul", "se-tags").attr("aria-label", messages.tag).children(tags)
    });
    // The match may be in a text that only the details show.
    let search = highlight::search(state);
    let search = search.as_ref();
    let words = |element: Element, words| {
        let element = element.words_of(lang, project, words);
        HighlightedText::of(&element, lang.of(words)).mark(search);
        element
    };
    let features = (!project.features.is_empty()).then(|| {
        let items = project.features.iter().map(|&text| words(item(""), text));
        [heading(late.features), Element::new("ul", "se-features").children(items)]
    });
    let has = |text: &str| !text.is_empty();
    let body = Element::new("div", "se-details-body")
        .child(head)
        .children(
            has(lang.of(project.summary)).then(|| words(Element::new("p", "se-details-summary"), project.summary)),
        )
        .children(life.into_iter().flatten())
        .children(actions)
        .children(features.into_iter().flatten())
        .children(fact_list(catalog, project, lang, search).into_iter().flat_map(|list| [heading(late.facts), list]))
        .children(tags)
        .children(series(state, project, lang))
        .children(similar.into_iter().flat_map(|similar| [heading(late.similar), similar]))
        .children(links(catalog, project, lang))
        .children(disputes(catalog, project, lang).into_iter().flat_map(|list| [heading(late.disputes), list]))
        .children(sources(catalog, project, lang).into_iter().flat_map(|list| [heading(late.sources), list]));
    with_hue(body, catalog, project)
}

/// The site's own posts about it.
fn series(state: State, project: &Project, lang: Lang) -> Vec<Element> {
    let posts = posts(state, project, lang);
    if posts.is_empty() {
        return posts;
    }
    let late = lang.late_words(state.catalog.known.get_untracked().catalog);
    vec![heading(late.in_series), Element::new("ul", "se-link-list").children(posts)]
}

/// The facts, except for the category, which is in the header.
fn fact_list(catalog: &Catalog, project: &Project, lang: Lang, search: Option<&Search>) -> Option<Element> {
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
    for column in catalog.columns {
        let values = facet::field(project, column.slug);
        if !values.is_empty() {
            known.push(fact_row(lang.label(column.name), field(project, values, lang, search)));
        }
    }
    (!known.is_empty()).then(|| Element::new("dl", "se-fact-list").children(known))
}

/// The values of a field; addresses are links.
fn field(project: &Project, values: &[&'static str], lang: Lang, search: Option<&Search>) -> Element {
    let value = Element::new("dd", "");
    if values.iter().all(|value| check::address(value).is_err()) {
        let text = join(values, lang.messages().list_separator);
        let tag = lang.tag_in(project, Text { en: values[0], zh: values[0] });
        value.set_attr("lang", tag);
        let value = value.text(&text);
        HighlightedText::of(&value, text).mark(search);
        return value;
    }
    let item = |href: &&'static str| {
        let name = href.strip_prefix("https://").unwrap_or(href);
        Element::new("li", "").child(link(name, href, project.name))
    };
    value.child(Element::new("ul", "se-link-list").children(values.iter().map(item)))
}

/// The links: of the bundled projects in two groups.
fn links(catalog: &Catalog, project: &Project, lang: Lang) -> Vec<Element> {
    let (messages, late) = (lang.messages(), lang.late_words(catalog));
    let links = &project.links;
    let group = |name: &str, of: &[(&str, Option<&str>)]| {
        let known = of.iter().filter_map(|&(label, href)| Some((label, href.filter(|href| !href.is_empty())?)));
        let items: Vec<Element> =
            known.map(|(label, href)| Element::new("li", "").child(link(label, href, project.name))).collect();
        if items.is_empty() {
            return items;
        }
        vec![heading(name), Element::new("ul", "se-link-list").children(items)]
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
    if catalog.terms.is_none() {
        return [group(late.links_project, &of_project), group(late.links_cncf, &of_cncf)].concat();
    }
    let others = links.others.iter().map(|other| (other.name, Some(other.url)));
    group(late.links_project, &of_project.into_iter().chain(of_cncf).chain(others).collect::<Vec<_>>())
}
