//! The details of one project: a modal dialog with all facts about it. Comparisons of several projects use it as well.

use leptos::prelude::*;

use crate::dom::Element;
use crate::effect;
use crate::i18n::Lang;
use crate::model::{Catalog, Project};
use crate::page;
use crate::search::Search;
use crate::signal::Derived;
use crate::state::State;
use crate::text::{concat, decimal, join, repository};
use crate::view::live::button;
use crate::view::prerendered;
use crate::view::project::actions::actions;
use crate::view::project::card::{kind, with_hue};
use crate::view::project::compare::{compare, compare_bar};
use crate::view::project::fact::{CATEGORY, facts};
use crate::view::project::highlight::{self, Text};
use crate::view::project::life_line::life_line;
use crate::view::project::link::link;
use crate::view::project::monogram::mark;
use crate::view::project::series::posts;
use crate::view::project::similar::similar;

/// A native modal dialog: the browser keeps focus in it, closes it on Escape and returns the focus. It shows one project, or a
/// comparison of several.
pub(crate) fn details(state: State, lang: Lang) -> Element {
    let messages = lang.messages();
    let index = state.index.get_untracked();
    let projects = index.catalog.projects;
    let close = move || state.set_open(None);
    if prerendered::is(state) {
        let shown = state.outcome.with_untracked(|outcome| outcome.shown.clone());
        return Element::new("div", "").children(shown.into_iter().map(|number| {
            let project = &projects[usize::from(number)];
            prerendered::dialog(project, body(state, project, lang, None, None), messages)
        }));
    }
    // A memo of its own, because the filter changes with every keystroke.
    let opened = Derived::new(move || state.open());
    let is_comparison = Derived::new(move || state.compared.with(|compared| !compared.is_empty()));
    // Close is first in focus order, so that an opened dialog focuses it; CSS shows it last.
    let previous = step_button(state, -1, "se-step se-previous", messages.previous);
    let next = step_button(state, 1, "se-step se-next", messages.next);
    let bar = Element::new("div", "se-details-bar")
        .child(button("se-step se-close").attr("aria-label", messages.close).on_click(close))
        .child(previous.clone())
        .child(next.clone())
        .child(
            Element::new("div", "se-compare-bar")
                .live_children(move || if is_comparison.get() { compare_bar(messages) } else { Vec::new() }),
        );
    let place = Element::new("div", "se-details-place");
    let focus = place.clone();
    // The button that opens another project is removed with the content around it: the focus moves to the heading of the new one.
    let open = move |number| {
        state.set_open(Some(number));
        let focus = focus.clone();
        page::after_update(move || focus.focus_first("h2"));
    };
    let focus = place.clone();
    let remove = move |column: usize, number| {
        state.uncompare(number);
        let focus = focus.clone();
        // The button of the next column, or of the last one: each column has two buttons, or a link and a button.
        let n = if state.link_by_id("").is_some() { column } else { 2 * column + 1 };
        page::after_update(move || focus.focus_button(n));
    };
    let project = move || opened.get().and_then(|number| state.known.get().catalog.projects.get(usize::from(number)));
    let dialog = Element::new("dialog", "se-details").attr("part", "dialog");
    // Opened while empty: the browser lays out the content of a dialog when it opens, and again when content is added. Another
    // project starts at the top.
    let modal = dialog.clone();
    let opens = move || {
        modal.set_modal(true);
        modal.scroll_to_top();
    };
    let body = place.live_children(move || {
        if is_comparison.get() {
            opens();
            let compared = state.compared.get();
            return vec![compare(state, state.known.get().catalog, &compared, lang, open.clone(), remove.clone())];
        }
        let (Some(number), Some(project)) = (opened.get(), project()) else { return Vec::new() };
        opens();
        // Untracked: what these read while being built must not rebuild the dialog.
        let (actions, similar) =
            untrack(|| (actions(state, number, project, lang), similar(state, project, lang, open.clone())));
        vec![body(state, project, lang, Some(actions), similar)]
    });
    let dialog = dialog
        .live_attr("class", move || Some(if is_comparison.get() { "se-details se-compare" } else { "se-details" }))
        .on("close", move |_| close())
        .on("click", move |event| {
            // On the dialog itself, not in it: next to its content, on the backdrop.
            if event.is_own() {
                close();
            }
        })
        // Scrolling that `overscroll-behavior` does not contain in current browsers.
        .on("wheel", |event| event.stay_in_dialog())
        .on("touchmove", |event| event.stay_in_dialog())
        .on("keydown", move |event| {
            let (by, button) = match event.plain_key().as_str() {
                "ArrowLeft" => (-1, &previous),
                "ArrowRight" => (1, &next),
                _ => return,
            };
            if let Some(number) = untrack(|| neighbour(state, by)) {
                event.take();
                state.set_open(Some(number));
                // The element that had the focus may have been removed with the project that was open.
                button.focus();
            }
        })
        .child(Element::new("div", "se-details-inner").child(bar).child(body));
    let named = dialog.clone();
    effect::now(move || {
        let name = |&number: &u16| projects[usize::from(number)].name;
        let names: Vec<&str> = state.compared.with(|compared| compared.iter().map(name).collect());
        let names = messages.compare_names.fill([&join(&names, messages.list_separator)]);
        let name = if is_comparison.get() { Some(names.as_str()) } else { project().map(|project| project.name) };
        named.set_attr("aria-label", name);
    });
    let modal = dialog.clone();
    // Closes it, and opens it if it was not in the page yet when it was filled.
    effect::in_page(move || modal.set_modal(project().is_some() || is_comparison.get()));
    dialog
}

/// The project a step away in the order shown; `None` at the ends, and from a project that the filter hides.
fn neighbour(state: State, by: isize) -> Option<u16> {
    let number = state.open()?;
    state.outcome.with(|outcome| {
        let at = outcome.shown.iter().position(|&shown| shown == number)?;
        outcome.shown.get(at.checked_add_signed(by)?).copied()
    })
}

fn step_button(state: State, by: isize, class: &str, label: &str) -> Element {
    let to = move || neighbour(state, by);
    button(class)
        .attr("aria-label", label)
        // Not `disabled`, which would drop the focus at the end of the list.
        .live_aria("aria-disabled", move || to().is_none())
        .on_click(move || {
            if let Some(number) = untrack(to) {
                state.set_open(Some(number));
            }
        })
}

fn heading(text: &str) -> Element {
    Element::new("h3", "se-details-heading").text(text)
}

fn item(text: &str) -> Element {
    Element::new("li", "").text(text)
}

/// Everything about a project. A still view has no actions and no links to others.
fn body(
    state: State,
    project: &'static Project,
    lang: Lang,
    actions: Option<Element>,
    similar: Option<Element>,
) -> Element {
    let index = state.index.get_untracked();
    let catalog = index.catalog;
    let messages = lang.messages();
    let head = Element::new("div", "se-details-head")
        .child(mark(project))
        .child(Element::new("h2", "se-details-name").attr("tabindex", "-1").text(project.name))
        .child(kind(state, project, lang));
    let axis = Element::new("p", "se-axis")
        .attr("aria-hidden", "true")
        .child(Element::new("span", "").text(&decimal(index.first_year.into())))
        .child(Element::new("span", "").text(&messages.date(catalog.as_of)));
    let tags = project.tags.iter().map(|tag| Element::new("li", "se-tag").text(tag));
    // The match may be in a text that only the details show.
    let search = highlight::search(state);
    let words = |element: Element, words| {
        let element = element.words(lang, words);
        Text::of(&element, lang.of(words)).mark(&search);
        element
    };
    let body = Element::new("div", "se-details-body")
        .child(head)
        .child(words(Element::new("p", "se-details-summary"), project.summary))
        .child(life_line(index, project))
        .child(axis)
        .children(actions)
        .children((!project.features.is_empty()).then(|| heading(messages.features)))
        .child(Element::new("ul", "se-features").children(project.features.iter().map(|&text| words(item(""), text))))
        .child(heading(messages.facts))
        .child(fact_list(catalog, project, lang, &search))
        .child(Element::new("ul", "se-tags").attr("aria-label", messages.tag).children(tags))
        .children(series(state, project, lang))
        .children(similar.into_iter().flat_map(|similar| [heading(messages.similar), similar]))
        .children(links(project, lang))
        .children(disputes(catalog, project, lang))
        .child(heading(messages.sources))
        .child(sources(catalog, project, lang));
    with_hue(body, catalog, project)
}

/// The site's own posts about it.
fn series(state: State, project: &Project, lang: Lang) -> Vec<Element> {
    let posts = posts(state, project, lang);
    if posts.is_empty() {
        return posts;
    }
    vec![heading(lang.messages().in_series), Element::new("ul", "se-link-list").children(posts)]
}

/// A row of a definition list: name and value.
fn fact(name: &str, value: Element) -> Element {
    Element::new("div", "se-fact").child(Element::new("dt", "").text(name)).child(value)
}

/// The facts, except for the category, which is in the header.
fn fact_list(catalog: &Catalog, project: &Project, lang: Lang, search: &Search) -> Element {
    let mut known = Vec::new();
    for (n, (name, value)) in facts(catalog, project, lang).into_iter().enumerate() {
        if let (Some(value), true) = (value, n != CATEGORY) {
            known.push(fact(name, Element::new("dd", "").text(&value)));
        }
    }
    let former = project.former_repositories;
    if !former.is_empty() {
        let place = |&href: &&'static str| {
            let name = repository(href);
            let link = link(name, href, project.name);
            Text::of(&link, name).mark(search);
            Element::new("li", "").child(link)
        };
        let places = Element::new("ul", "se-link-list").children(former.iter().map(place));
        known.push(fact(lang.late().former_repositories, Element::new("dd", "").child(places)));
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
        (messages.docs, links.docs),
        (late.chat, links.chat),
        (late.adopters, links.adopters),
        (late.best_practices, links.best_practices),
    ];
    let of_cncf = [
        (messages.sandbox_request, links.sandbox_request),
        (messages.onboarding, links.onboarding),
        (messages.onboarding_other, links.onboarding_other),
        (messages.devstats, links.devstats),
    ];
    [heading(messages.links_project), group(&of_project), heading(messages.links_cncf), group(&of_cncf)]
}

/// The facts on which sources disagree, with the claim of each; the first value is the one used here.
fn disputes(catalog: &Catalog, project: &Project, lang: Lang) -> Vec<Element> {
    let messages = lang.messages();
    if project.disputes.is_empty() {
        return Vec::new();
    }
    let rows = project.disputes.iter().map(|dispute| {
        let claims = dispute.values.iter().enumerate().map(|(n, claim)| {
            let source = catalog.sources.iter().find(|source| source.slug == claim.source);
            let source = source.map_or(claim.source, |source| lang.label(source.name));
            let stands = if n == 0 { concat(&[messages.list_separator, messages.stands]) } else { String::new() };
            Element::new("li", "")
                .child(Element::new("b", "").words(lang, claim.value))
                .text(" ")
                .child(Element::new("span", "se-quiet").text(source).text(&stands))
        });
        let value = Element::new("dd", "")
            .child(Element::new("ul", "se-claims").children(claims))
            .child(Element::new("p", "").words(lang, dispute.note));
        fact(lang.field(dispute.field), value)
    });
    vec![heading(messages.disputes), Element::new("dl", "se-dispute-list").children(rows)]
}

/// The sources of the facts: one line per source, with the date of its data and the fields taken from it.
fn sources(catalog: &Catalog, project: &Project, lang: Lang) -> Element {
    let messages = lang.messages();
    let line = |source: &crate::model::Source| {
        let named = project.sources.iter().map(|&(field, slug)| (lang.field(field), slug));
        let activity = project.activity.map(|it| (messages.last_commit, it.source));
        let maintainers = project.maintainers.map(|it| (lang.late().maintainers, it.source));
        let of = named.chain(activity).chain(maintainers).filter(|(_, slug)| *slug == source.slug);
        let fields: Vec<&str> = of.map(|(field, _)| field).collect();
        // The repository has no common date: each project's was read at its own commit.
        let at = match source.as_of {
            Some(date) => messages.date(date),
            None => concat(&[project.snapshot.commit, " · ", &messages.date(project.snapshot.date)]),
        };
        let name = messages.source_at.fill([lang.label(source.name), &at]);
        (!fields.is_empty()).then(|| item(&messages.source_line.fill([&name, &join(&fields, messages.list_separator)])))
    };
    Element::new("ul", "se-sources").children(catalog.sources.iter().filter_map(line))
}
