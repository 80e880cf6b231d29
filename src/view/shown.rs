//! What the views that show one project after the other have in common: a project's name opens its details, and
//! of a large catalog not everything is made at once.

use super::live::button;
use super::opener::{PROJECT, is_ours, opener};
use super::pick::heard;
use super::still;
use crate::browser::{self, Element, Near};
use crate::effect;
use crate::model::Project;
use crate::signal::Cell;
use crate::state::State;

/// Made without being scrolled to.
const AT_ONCE: usize = 100;
/// Added when the end of the list comes near.
const STEP: usize = 60;

/// How many of the projects shown are made, and the mark at their end, near which there will be more. Up to [`AT_ONCE`] are simply
/// all there, for find-in-page and print. `first`: before the first paint; more than a screenful is work that the reader waits for.
pub(super) fn as_needed(state: State, first: usize) -> (Cell<usize>, Element) {
    let limit = Cell::new(if browser::IS_LIVE { first } else { AT_ONCE });
    browser::after_paint(move || {
        limit.update(|limit| *limit = AT_ONCE.max(*limit));
    });
    let end = Element::new("div", "se-end");
    effect::keep(Near::new(&end, move || {
        if limit.get_untracked() < state.outcome.with_untracked(|outcome| outcome.shown.len()) {
            limit.update(|limit| *limit += STEP);
        }
    }));
    (limit, end)
}

/// A project's name. What it stands in hears of a click ([`opening`]).
pub(super) fn name_button(state: State, project: &Project) -> Element {
    let name = if still::is(state) {
        still::opens(button("se-open").attr(PROJECT, project.id), project)
    } else {
        opener(state, "se-open", project)
    };
    name.attr("part", "name").text(project.name)
}

/// A list in which a click on a name opens the details, and one on a pick button picks: one listener for all.
pub(super) fn opening(state: State, list: Element) -> Element {
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

/// Before anything runs, style leaves only the projects of a category: it must know which each is of.
pub(super) fn categorised(item: Element, project: &Project, is_still: bool) -> Element {
    if is_still { item.attr("data-category", project.category) } else { item }
}
