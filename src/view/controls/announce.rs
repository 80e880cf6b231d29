//! Live regions for texts that change during typing: a screen reader that gets every intermediate result never finishes reading one. The
//! visible text changes at once; the announced text, when the reader has stopped typing.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use crate::dom::Element;
use crate::effect::render_effect;
use crate::page;
use crate::signal::ErasedSignal;
use crate::state::State;

/// How long there must be no input before the text is announced, in milliseconds.
const PAUSE: i32 = 500;

/// Two elements with a text that follows the state: a visible one, and a live region for screen readers. During a composition nothing is
/// announced.
pub(crate) fn announce(
    state: State,
    composing: ErasedSignal<bool>,
    [visible, live_region]: [Element; 2],
    text: impl Fn() -> String + 'static,
) -> [Element; 2] {
    let text = Rc::new(text);
    let visible_text = text.clone();
    let visible = visible.attr("aria-hidden", "true").live_text(move || visible_text());
    let region = live_region.clone();
    let announced: Rc<RefCell<Option<String>>> = Rc::default();
    let turn: Rc<Cell<u32>> = Rc::default();
    render_effect(move || {
        let now = text();
        // A keystroke that changes nothing still counts as typing.
        state.selection.filter.track();
        let is_composing = composing.get();
        turn.set(turn.get().wrapping_add(1));
        let is_first = announced.borrow().is_none();
        // Screen readers read the initial text in the page itself.
        if is_first {
            region.set_text(&now);
            *announced.borrow_mut() = Some(now);
        } else if !is_composing {
            let (region, announced, turn, mine) = (region.clone(), announced.clone(), turn.clone(), turn.get());
            page::set_timeout(PAUSE, move || {
                if turn.get() == mine && announced.borrow().as_ref() != Some(&now) {
                    region.set_text(&now);
                    *announced.borrow_mut() = Some(now);
                }
            });
        }
    });
    [visible, live_region]
}
