//! The button that picks a project for a comparison, on its card and in its details.

use super::live::button;
use super::still;
use crate::browser::{Element, Event};
use crate::effect;
use crate::filter::MOST_COMPARED;
use crate::i18n::Lang;
use crate::model::Project;
use crate::state::State;
use crate::text::concat;

/// Pressed while the project is picked. It is heard by what it stands in ([`heard`]): a listener for each card would be too many.
pub(super) fn pick(state: State, number: u16, project: &Project, lang: Lang) -> Element {
    let label = lang.messages().compare;
    let button = button("se-pick")
        .attr("data-pick", project.id)
        .attr("aria-label", &concat(&[label, ": ", project.name]))
        .attr("title", label)
        .attr("aria-pressed", "false")
        .child(Element::new("span", "se-pick-label").text(label));
    if still::is(state) {
        return button.attr("disabled", "");
    }
    // One effect for both attributes: there is one for each card, and all of them wake when one project is picked.
    let changed = button.clone();
    let mut before = (false, false);
    effect::now(move || {
        let now = state.picks.with(|picks| (picks.contains(&number), is_full(picks)));
        if now != before {
            changed.set_attr("aria-pressed", Some(if now.0 { "true" } else { "false" }));
            // Not `disabled`: it stays where the keyboard finds it, and a line says why nothing happens.
            changed.set_attr("aria-disabled", (now.1 && !now.0).then_some("true"));
            before = now;
        }
    });
    button
}

/// Whether no more projects can be picked.
pub(super) fn is_full(picks: &[u16]) -> bool {
    picks.len() >= MOST_COMPARED
}

/// Picks a project, or takes the pick back, if it was such a button that was clicked.
pub(super) fn heard(state: State, event: &Event) -> bool {
    let Some(id) = event.attribute("data-pick") else { return false };
    if let Some(number) = state.index.get_untracked().project(&id) {
        state.pick(number);
    }
    true
}
