//! The list of cards.
//!
//! A card is made once and kept: filtering hides and shows it, ordering moves it, which is about a third faster than making it
//! anew when a filter is cleared, and keeps focus and selection.

use super::card::card;
use super::found;
use super::pick::pick_buttons;
use super::shown::{as_needed, categorised, opening};
use super::still;
use crate::browser::{Arranged, Element};
use crate::effect;
use crate::i18n::Lang;
use crate::state::State;

/// Cards made before the first paint.
const FIRST: usize = 12;

/// The cards that the filter shows, in its order, and the mark at their end.
pub(super) fn cards(state: State, lang: Lang) -> Vec<Element> {
    let index = state.index.get_untracked();
    let projects = index.catalog.projects;
    let pick = pick_buttons(state, lang);
    let (limit, end) = as_needed(state, FIRST);
    let marked = found::marked(state, limit);
    let make = move |number: u16| {
        let project = &projects[usize::from(number)];
        let (card, texts) = card(state, project, lang, Some(pick(number, project)));
        marked.keep(number, texts);
        categorised(Element::new("li", "se-item").child(card), project, still::is(state))
    };
    let list = opening(state, Element::new("ul", "se-cards").attr("part", "cards").attr("role", "list"));
    let mut arranged = Arranged::new(list.clone(), projects.len());
    effect::now(move || {
        let limit = limit.get();
        state.outcome.with(|outcome| {
            arranged.arrange(&outcome.shown[..limit.min(outcome.shown.len())], &make);
        });
    });
    vec![list, end]
}
