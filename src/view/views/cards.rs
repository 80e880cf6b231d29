//! The list of cards.
//!
//! A card is created once and kept: filtering hides and shows it, sorting moves it. When a filter is cleared, this is about a
//! third faster than recreating the cards, and it keeps focus and selection. In a large catalog only the cards near the
//! viewport are kept.

use leptos::prelude::*;

use crate::dom::Element;
use crate::effect::render_effect;
use crate::i18n::Lang;
use crate::state::State;
use crate::view::project::card::card;
use crate::view::project::highlight;
use crate::view::project::pick::pick_buttons;
use crate::view::views::lazy_list::{arranged, as_needed, categorised, folded_items, opening, ready};

/// Cards created before the first paint.
const FIRST: usize = 12;

/// The estimated height of a card, the highest in its row.
const HEIGHT: f64 = 100.0;

/// The cards that the filter shows, in its order.
pub(crate) fn cards(state: State, lang: Lang) -> Vec<Element> {
    let pick = pick_buttons(state, lang);
    let forget = pick.clone();
    let limit = as_needed(FIRST);
    let make = move |number, project| {
        let (card, texts) = card(state, project, lang, Some(pick.make(number, project)));
        (categorised(Element::new("li", "se-item").child(card), project, state.is_prerendered()), texts)
    };
    let list = opening(state, Element::new("ul", "se-cards").attr("part", "cards").attr("role", "list"));
    let kept = (highlight::marked(state, limit), move |number| forget.forget(number));
    let mut arranged = arranged(state, list.clone(), (FIRST, limit), HEIGHT, (None, folded_items), kept, make);
    render_effect(move || {
        let limit = limit.get();
        state
            .results
            .outcome
            .with(|outcome| arranged.arrange(&outcome.shown, ready(limit, FIRST, outcome.shown.len())));
    });
    vec![list]
}
