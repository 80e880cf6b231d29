//! The button that picks a project for a comparison, on its card and in its details.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::dom::{Element, Event};
use crate::effect::render_effect;
use crate::i18n::Lang;
use crate::model::Project;
use crate::state::{MOST_COMPARED, State};
use crate::text::concat;
use crate::view::live::button;

/// The buttons of a list, pressed while their projects are picked. The list listens to their clicks ([`handle_pick`]).
#[derive(Clone)]
pub(crate) struct PickButtons {
    state: State,
    lang: Lang,
    made: Rc<RefCell<Vec<(u16, Element)>>>,
}

/// Creates the buttons of a list. One effect updates all of them; separate effects would be one per card, and would end when the
/// list is rearranged.
pub(crate) fn pick_buttons(state: State, lang: Lang) -> PickButtons {
    let made: Rc<RefCell<Vec<(u16, Element)>>> = Rc::default();
    let buttons = made.clone();
    let mut before = Vec::new();
    render_effect(move || {
        let picks = state.results.picks.get();
        for (number, button) in &*buttons.borrow() {
            let now = pick_state(*number, &picks);
            if now != pick_state(*number, &before) {
                set_pick_state(button, now);
            }
        }
        before = picks;
    });
    PickButtons { state, lang, made }
}

impl PickButtons {
    /// A button of no project yet.
    pub(crate) fn blank(&self) -> Element {
        let button = button("se-pick").attr("title", self.lang.messages().compare).attr("aria-pressed", "false");
        if self.state.is_prerendered() { button.attr("disabled", "") } else { button }
    }

    /// Makes a blank button that of a project.
    pub(crate) fn of(&self, button: &Element, number: u16, project: &Project) {
        let label = self.lang.messages().compare;
        button.set_attr("data-pick", Some(project.id));
        button.set_attr("aria-label", Some(&concat(&[label, ": ", project.name])));
        let now = self.state.results.picks.with_untracked(|picks| pick_state(number, picks));
        if now != (false, false) {
            set_pick_state(button, now);
        }
        if !self.state.is_prerendered() {
            self.made.borrow_mut().push((number, button.clone()));
        }
    }

    /// The button of a project, with its label.
    pub(crate) fn make(&self, number: u16, project: &Project) -> Element {
        let label = Element::new("span", "se-pick-label").text(self.lang.messages().compare);
        let button = self.blank().child(label);
        self.of(&button, number, project);
        button
    }

    /// Its card has been removed.
    pub(crate) fn forget(&self, number: u16) {
        self.made.borrow_mut().retain(|made| made.0 != number);
    }
}

/// Whether a project is picked, and whether it cannot be.
fn pick_state(number: u16, picks: &[u16]) -> (bool, bool) {
    let is_picked = picks.contains(&number);
    (is_picked, !is_picked && is_full(picks))
}

fn set_pick_state(button: &Element, (is_picked, is_refused): (bool, bool)) {
    button.set_attr("aria-pressed", Some(if is_picked { "true" } else { "false" }));
    // Not `disabled`: it stays focusable, and a line says why nothing happens.
    button.set_attr("aria-disabled", is_refused.then_some("true"));
}

/// Whether no more projects can be picked.
pub(crate) fn is_full(picks: &[u16]) -> bool {
    picks.len() >= MOST_COMPARED
}

/// Picks a project, or removes the pick, if such a button was clicked.
pub(crate) fn handle_pick(state: State, event: &Event) -> bool {
    let Some(id) = event.attribute("data-pick") else { return false };
    if let Some(number) = state.catalog.known.get_untracked().project(&id) {
        state.pick(number);
    }
    true
}
