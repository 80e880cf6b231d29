//! What a list of a search service has besides its cards: a line that says that the search goes on or why it failed, and a button for more
//! hits. In the chunk that asks services.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::dom::Element;
use crate::effect::render_effect;
use crate::i18n::{self, Lang};
use crate::page;
use crate::service::known::{Answered, Wish};
use crate::signal::ErasedSignal;
use crate::state::State;
use crate::state::service::{Brought, ask};
use crate::text::{concat, decimal};
use crate::view::live::button;

/// How long an answer may take before a line says that it is waited for, in milliseconds.
const PATIENCE: i32 = 400;

/// What comes with the chunk.
pub const BROUGHT: Brought = Brought { ask, around };

/// The line above the projects, the projects, and the button below them.
fn around(state: State, lang: Lang, shown: Element) -> Element {
    let more = more(state, lang, &shown);
    Element::new("div", "").child(line(state, lang)).child(shown).child(more)
}

fn line(state: State, lang: Lang) -> Element {
    let (messages, others) = (lang.messages(), lang.others());
    let is_slow = ErasedSignal::new(false);
    let turn: Rc<Cell<u32>> = Rc::default();
    render_effect(move || {
        let is_pending = state.answered(|answered| answered.is_pending);
        turn.set(turn.get().wrapping_add(1));
        is_slow.set(false);
        if is_pending {
            let (turn, mine) = (turn.clone(), turn.get());
            page::set_timeout(PATIENCE, move || is_slow.set(turn.get() == mine));
        }
    });
    let said = |text: &str| Element::new("p", "se-notice").attr("role", "status").text(text);
    let boxed = |line: Element| vec![Element::new("div", "se-asked").child(line)];
    Element::new("div", "se-later").live_children(move || {
        let is_slow = is_slow.get();
        state.answered(|Answered { outcome, failure, lost, .. }| match failure {
            _ if is_slow => boxed(said(others.searching)),
            Some(why) => {
                let again = button("se-again").on_click(move || state.wish(Wish::Again)).text(messages.try_again);
                boxed(said(&others.failed.fill([why])).text(" ").child(again))
            }
            None if *lost > 0 => {
                let all = *lost + outcome.shown.len() as u32;
                let line = others.lost.fill([&i18n::number(*lost), &i18n::number(all)]);
                vec![Element::new("p", "se-lost").text(&line)]
            }
            None => Vec::new(),
        })
    })
}

fn more(state: State, lang: Lang, shown: &Element) -> Element {
    let n_shown = move || state.answered(|answered| answered.outcome.shown.len());
    // The first of the new ones gets the focus: the button may be gone, and they are what the reader wants.
    let wanted: Rc<Cell<Option<usize>>> = Rc::default();
    let (place, asked) = (shown.clone(), wanted.clone());
    render_effect(move || {
        let (now, is_pending) = (n_shown(), state.is_asking());
        let Some(before) = wanted.get() else { return };
        if is_pending && now == before {
            return;
        }
        wanted.set(None);
        if now > before {
            let nth = decimal(before as u32 + 1);
            let first = ["li.se-item:nth-child(", &nth, ") .se-open,tr.se-row:nth-child(", &nth, ") .se-open"];
            let (place, first) = (place.clone(), concat(&first));
            page::after_update(move || place.focus_first(&first));
        }
    });
    let wish = move || {
        asked.set(Some(untrack(n_shown)));
        state.wish(Wish::More);
    };
    let is_over = move || !state.answered(|answered| answered.has_more && !answered.outcome.shown.is_empty());
    button("se-more-hits")
        .attr("part", "more")
        .live_flag("hidden", is_over)
        .live_aria("aria-disabled", move || state.is_asking())
        .on_click(wish)
        .text(lang.others().more)
}
