//! The list of cards.

use std::rc::Rc;

use crate::dom::Element;
use crate::i18n::Lang;
use crate::state::State;
use crate::view::prerendered::categorised;
use crate::view::project::card::Cards;
use crate::view::project::pick::pick_buttons;
use crate::view::views::lazy_list::ProjectLists;

/// Cards created before the first paint.
const FIRST: usize = 60;

/// The estimated height of a card, the highest in its row.
const HEIGHT: f64 = 100.0;

/// No card is narrower or lower, in pixels.
const LEAST: [f64; 2] = [280.0, 220.0];

/// The cards that the filter shows, in its order.
pub(crate) fn cards(state: State, lang: Lang) -> Vec<Element> {
    let pick = pick_buttons(state, lang);
    let element = Element::new("ul", "se-cards").attr("part", "cards").attr("role", "list");
    let cards = Rc::new(Cards::new(state, lang, Some(pick)));
    cards.follow_notes();
    let [refilled, left] = [cards.clone(), cards.clone()];
    let make = move |number, project| {
        let (card, texts) = cards.card(number, project);
        (categorised(state, Element::new("li", "se-item").child(card), project), texts)
    };
    let refill = move |old, number, project| refilled.refill(old, number, project);
    let list =
        ProjectLists::new(state, FIRST, HEIGHT)
            .no_smaller_than(LEAST)
            .list(&element, make, refill, move |number| left.forget(number));
    list.follow();
    vec![element]
}
