//! The list of cards.
//!
//! A card is made once and kept: filtering hides and shows it, ordering moves it, which is about a third faster than making it
//! anew when a filter is cleared, and keeps focus and selection.

use std::cell::RefCell;
use std::rc::Rc;

use super::card::card;
use super::found::{self, Text};
use super::pick::pick_buttons;
use super::shown::{as_needed, categorised, opening};
use super::still;
use crate::browser::{self, Arranged, Element};
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
    let texts: Rc<RefCell<Vec<Vec<Text>>>> = Rc::default();
    texts.borrow_mut().resize_with(projects.len(), Vec::new);
    let made = texts.clone();
    let make = move |number: u16| {
        let project = &projects[usize::from(number)];
        let (card, texts) = card(state, project, lang, Some(pick(number, project)));
        made.borrow_mut()[usize::from(number)] = texts;
        categorised(Element::new("li", "se-item").child(card), project, still::is(state))
    };
    let list = opening(state, Element::new("ul", "se-cards").attr("part", "cards").attr("role", "list"));
    let (limit, end) = as_needed(state, FIRST);
    let mut arranged = Arranged::new(list.clone(), projects.len());
    effect::now(move || {
        let limit = limit.get();
        state.outcome.with(|outcome| {
            arranged.arrange(&outcome.shown[..limit.min(outcome.shown.len())], &make);
        });
    });
    // After the cards themselves are right and painted: what is found is marked in those that are seen.
    let mut is_marked = false;
    effect::now(move || {
        limit.track();
        let shown = state.outcome.with(|outcome| outcome.shown.clone());
        let search = found::search(state);
        if search.is_empty() && !is_marked {
            return;
        }
        is_marked = !search.is_empty();
        let texts = texts.clone();
        browser::after_paint(move || {
            let mut texts = texts.borrow_mut();
            for number in shown {
                let texts = texts.get_mut(usize::from(number)).into_iter().flatten();
                texts.for_each(|text| text.mark(&search));
            }
        });
    });
    vec![list, end]
}
