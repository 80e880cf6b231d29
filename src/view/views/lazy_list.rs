//! Common code of the views that show one project after the other: a project's name opens its details, and in a large catalog only the
//! projects near the viewport are rendered.

use crate::dom::{self, Arranged, Element, Fold, Items};
use crate::model::Project;
use crate::page;
use crate::signal::Cell;
use crate::state::State;
use crate::view::live::button;
use crate::view::prerendered;
use crate::view::project::highlight::{Text, Texts};
use crate::view::project::opener::{PROJECT, is_ours, opener};
use crate::view::project::pick::heard;

/// Up to this number, all projects are rendered.
const AT_ONCE: usize = 100;

/// The number of projects to render at once. `first`: before the first paint; more than a screenful is work that the reader waits for. It
/// also changes when the reader has scrolled near others.
pub(crate) fn as_needed(first: usize) -> Cell<usize> {
    let is_first = dom::IS_LIVE && !dom::is_hydrating();
    let limit = Cell::new(if is_first { first } else { AT_ONCE });
    page::after_paint(move || {
        limit.update(|limit| *limit = AT_ONCE.max(*limit));
    });
    limit
}

/// The number of projects to render at once, of `n_shown`.
pub(crate) fn ready(limit: usize, first: usize, n_shown: usize) -> usize {
    if n_shown > AT_ONCE && dom::IS_LIVE { first } else { limit }
}

/// The placeholder of list items that are not rendered.
pub(crate) fn folded_items(names: &str) -> [Element; 2] {
    let item = Element::new("li", "se-fold").text(names);
    [item.clone(), item]
}

/// A list of projects, each created by `make`, with the texts in which matches are highlighted. `first`, `limit`: as above; `scroller`: its
/// scroll container, if it is not the page; `fold`: makes the placeholder of projects that are not rendered; `gone`: called when one is
/// removed; `height`: the estimated height of one.
pub(crate) fn arranged(
    state: State,
    list: Element,
    (first, limit): (usize, Cell<usize>),
    height: f64,
    (scroller, fold): (Option<Element>, Fold),
    (marked, gone): (Texts, impl Fn(u16) + 'static),
    make: impl Fn(u16, &'static Project) -> (Element, Vec<Text>) + 'static,
) -> Arranged {
    let projects = state.index.get_untracked().catalog.projects;
    let forget = marked.clone();
    let items = Items {
        n_items: projects.len(),
        is_long: projects.len() > AT_ONCE,
        first,
        height,
        scroller,
        height_property: "--se-item",
        fold,
        name: Box::new(|number| projects[usize::from(number)].name),
        make: Box::new(move |number| {
            let (item, texts) = make(number, &projects[usize::from(number)]);
            marked.keep(number, texts);
            item
        }),
        gone: Box::new(move |number| {
            forget.keep(number, Vec::new());
            gone(number);
        }),
        moved: Box::new(move || limit.update(|limit| *limit += 1)),
    };
    Arranged::new(list, items)
}

/// A project's name. The list around it listens to its clicks ([`opening`]).
pub(crate) fn name_button(state: State, project: &Project) -> Element {
    let name = if prerendered::is(state) {
        prerendered::opens(button("se-open").attr(PROJECT, project.id), project)
    } else {
        opener(state, "se-open", project)
    };
    name.attr("part", "name").text(project.name)
}

/// A list in which a click on a name opens the details, and one on a pick button picks: one listener for all.
pub(crate) fn opening(state: State, list: Element) -> Element {
    list.on("click", move |event| {
        if heard(state, event) {
            return;
        }
        let id = event.attribute(PROJECT).filter(|_| is_ours(event));
        if let Some(number) = id.and_then(|id| state.index.get_untracked().project(&id)) {
            state.set_open(Some(number));
        }
    })
}

/// In a still view, CSS shows only the projects of a category, so it must know the category of each.
pub(crate) fn categorised(item: Element, project: &Project, is_still: bool) -> Element {
    if is_still { item.attr("data-category", project.category) } else { item }
}
