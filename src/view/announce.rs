//! Texts that change while one types, for those who hear them: a screen reader that is told of every letter's result never gets to the
//! end of one. What is seen changes at once; what is heard, once the reader has stopped.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::browser::{self, Element};
use crate::effect;
use crate::signal;
use crate::state::State;

/// How long nothing is typed or chosen before the text is announced, in milliseconds.
const PAUSE: i32 = 500;

/// Two elements with a text that follows the state: one to be seen, and one to be heard, which is a live region. While an input method is
/// `composing` nothing is said.
pub(super) fn announced(
    state: State,
    composing: signal::Cell<bool>,
    [seen, heard]: [Element; 2],
    text: impl Fn() -> String + 'static,
) -> [Element; 2] {
    let text = Rc::new(text);
    let shown = text.clone();
    let seen = seen.attr("aria-hidden", "true").live_text(move || shown());
    let region = heard.clone();
    let said: Rc<RefCell<Option<String>>> = Rc::default();
    let turn: Rc<Cell<u32>> = Rc::default();
    effect::now(move || {
        let now = text();
        // A letter that changes nothing is a letter all the same.
        state.filter.track();
        let is_composing = composing.get();
        turn.set(turn.get().wrapping_add(1));
        let is_first = said.borrow().is_none();
        // What is there from the first is read where it stands.
        if is_first {
            region.set_text(&now);
            *said.borrow_mut() = Some(now);
        } else if !is_composing {
            let (region, said, turn, mine) = (region.clone(), said.clone(), turn.clone(), turn.get());
            browser::after(PAUSE, move || {
                if turn.get() == mine && said.borrow().as_ref() != Some(&now) {
                    region.set_text(&now);
                    *said.borrow_mut() = Some(now);
                }
            });
        }
    });
    [seen, heard]
}
