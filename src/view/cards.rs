//! The list of cards.
//!
//! A card is made once and kept: filtering hides and shows it, ordering moves it, which is about a third faster than making it
//! anew when a filter is cleared, and keeps focus and selection. Up to [`AT_ONCE`] shown cards are simply all there, for
//! find-in-page and print; more are added as the end of the list comes near.

use std::cell::RefCell;
use std::rc::Rc;

use super::card::card;
use super::found::{self, Text};
use super::pick::{heard, pick_buttons};
use super::still;
use crate::browser::{self, Arranged, Element, Near};
use crate::effect;
use crate::i18n::Lang;
use crate::signal::Cell;
use crate::state::State;

/// Made before the first paint: more than a screenful is work that the reader waits for.
const FIRST: usize = 12;
/// Made without being scrolled to.
const AT_ONCE: usize = 100;
/// Added when the end of the list comes near.
const STEP: usize = 60;

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
        let item = Element::new("li", "se-item").child(card);
        if still::is(state) { item.attr("data-category", project.category) } else { item }
    };

    // One listener for all cards.
    let list = Element::new("ul", "se-cards").attr("part", "cards").attr("role", "list").on("click", move |event| {
        if heard(state, event) {
            return;
        }
        let id = event.attribute("data-project");
        if let Some(number) = id.and_then(|id| state.index.get_untracked().project(&id)) {
            state.set_open(Some(number));
        }
    });
    let limit = Cell::new(if browser::IS_LIVE { FIRST } else { AT_ONCE });
    browser::after_paint(move || {
        limit.update(|limit| *limit = AT_ONCE.max(*limit));
    });
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
    let end = Element::new("div", "se-end");
    effect::keep(Near::new(&end, move || {
        if limit.get_untracked() < state.outcome.with_untracked(|outcome| outcome.shown.len()) {
            limit.update(|limit| *limit += STEP);
        }
    }));
    vec![list, end]
}
