//! The small forms: one project as a card, or as its name inside a sentence.

use std::rc::Rc;

use leptos::prelude::*;

use crate::dom::Element;
use crate::i18n::Lang;
use crate::options::Layout;
use crate::state::State;
use crate::view::project::card::{Cards, with_hue};
use crate::view::project::monogram::monogram;
use crate::view::project::opener::{PROJECT, is_ours, opener};

/// The card or name of the scope's first project.
pub(crate) fn small(state: State, lang: Lang, layout: Layout) -> Element {
    let index = state.catalog.known.get_untracked();
    let Some(number) = state.catalog.scope.with_untracked(|scope| scope.first().copied()) else {
        return Element::new("span", "se-empty-text").text(state.words(lang).nothing_here);
    };
    let project = index.at(number);
    let open = move || state.request(&[number]);
    if layout == Layout::Inline {
        let chip =
            opener(state, "se-inline", project).attr("part", "chip").attr("aria-haspopup", "dialog").on_open(open);
        return with_hue(chip.child(monogram(project)).text(project.name), index.catalog, project);
    }
    let cards = Rc::new(Cards::new(state, lang, None));
    cards.follow_notes();
    Element::new("div", "se-single").child(cards.card(number, project).0).on("click", move |event| {
        if event.attribute(PROJECT).is_some() && is_ours(event) {
            open();
        }
    })
}
