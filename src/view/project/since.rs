//! Changes since the post was published: a word on the card, and a line above all cards that offers the list.

use leptos::prelude::*;

use crate::dom::Element;
use crate::facet::Index;
use crate::filter;
use crate::i18n::{Lang, Messages};
use crate::model::{Catalog, Project};
use crate::since::{self, Change};
use crate::state::State;
use crate::text::{decimal, join};
use crate::view::live::button;

fn in_words(change: Change, messages: &Messages) -> String {
    match change {
        Change::Level("archived") => messages.archived_since.to_owned(),
        Change::Level(level) => messages.level_since.fill([messages.level(level)]),
        Change::Name => messages.renamed_since.to_owned(),
        Change::Home => messages.moved_since.to_owned(),
    }
}

/// The news that a card shows next to the category: the changes since the post, else the new status since the article.
pub(crate) fn news(state: State, project: &Project, lang: Lang) -> Vec<Element> {
    let messages = lang.words(state.catalog.known.get_untracked().catalog);
    let published = state.page.structure.with_untracked(|structure| structure.published);
    let changes = published.map(|day| since::changes(project, day)).unwrap_or_default();
    let mut words: Vec<String> = changes.iter().map(|&change| in_words(change, messages)).collect();
    if !changes.iter().any(|change| matches!(change, Change::Level(_))) {
        words.extend(moved_on(project, messages));
    }
    words.iter().map(|words| Element::new("span", "se-moved").text(words)).collect()
}

/// The new status of a project since its article.
pub(crate) fn moved(catalog: &Catalog, project: &Project, lang: Lang) -> Option<Element> {
    moved_on(project, lang.words(catalog)).map(|moved| Element::new("span", "se-moved").text(&moved))
}

/// "Archived 2025", "Incubating since 2026"; `None` while it is in the Sandbox.
fn moved_on(project: &Project, messages: &Messages) -> Option<String> {
    let year = &decimal(filter::moved_on(project)?.year.into());
    Some(match project.maturity.level {
        "archived" => messages.archived_in.fill([year]),
        level => messages.since.fill([messages.level(level), year]),
    })
}

/// The line: how many of the projects here have changed, and, expanded, which and how.
pub(crate) fn since(state: State, lang: Lang) -> Option<Element> {
    let published = state.page.structure.with_untracked(|structure| structure.published)?;
    let index: &Index = state.catalog.known.get_untracked();
    let messages = lang.words(index.catalog);
    let scope = state.catalog.scope.get_untracked();
    let item = |number: u16| {
        let project = index.at(number);
        let changes = since::changes(project, published);
        let words: Vec<String> = changes.iter().map(|&change| in_words(change, messages)).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        (!words.is_empty()).then(|| {
            let name = button("se-since-name").on_click(move || state.request(&[number])).text(project.name);
            Element::new("li", "").child(name).text(" ").text(&join(&words, messages.list_separator))
        })
    };
    let items: Vec<Element> = scope.into_iter().filter_map(item).collect();
    if items.is_empty() {
        return None;
    }
    let line = messages.changed_since.fill([&messages.projects(items.len()), &messages.date(published)]);
    Some(
        Element::new("details", "se-since")
            .attr("part", "since")
            .child(Element::new("summary", "se-since-line").text(&line))
            .child(Element::new("ul", "se-since-list").attr("role", "list").children(items)),
    )
}
