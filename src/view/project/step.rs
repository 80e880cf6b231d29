//! Steps from the project whose details are open to the one before or after it, in the order shown.

use leptos::prelude::*;

use crate::dom::Element;
use crate::state::State;
use crate::view::live::button;

/// The project a step away in the order shown; `None` at the ends, and from a project that the filter hides.
pub(crate) fn neighbour(state: State, by: isize) -> Option<u16> {
    let number = state.open()?;
    state.results.outcome.with(|outcome| {
        let at = outcome.shown.iter().position(|&shown| shown == number)?;
        outcome.shown.get(at.checked_add_signed(by)?).copied()
    })
}

/// A button that goes a step.
pub(crate) fn step_button(state: State, by: isize, class: &str, label: &str) -> Element {
    let to = move || neighbour(state, by);
    button(class)
        .attr("aria-label", label)
        // Not `disabled`, which would drop the focus at the end of the list.
        .live_aria("aria-disabled", move || to().is_none())
        .on_click(move || {
            if let Some(number) = untrack(to) {
                state.request(&[number]);
            }
        })
}
