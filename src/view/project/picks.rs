//! The projects picked for a comparison, in a bar that stays visible at the end of the explorer while there are any.

use leptos::prelude::*;

use crate::dom::Element;
use crate::i18n::Lang;
use crate::page;
use crate::state::State;
use crate::text::decimal;
use crate::view::live::button;
use crate::view::project::pick::is_full;

/// A chip for each, which removes the pick, and the buttons that compare all of them and clear them.
pub(crate) fn picks(state: State, lang: Lang) -> Element {
    let late = lang.late_words(state.catalog.known.get_untracked().catalog);
    let n_picks = move || state.results.picks.with(Vec::len);
    let status = move || {
        state.results.picks.with(|picks| match picks.len() {
            1 => late.pick_another.to_owned(),
            _ if is_full(picks) => late.pick_most.to_owned(),
            _ => String::new(),
        })
    };
    // It gets the focus when the last chip is removed.
    let chips = Element::new("div", "se-chips").attr("tabindex", "-1");
    let focus = chips.clone();
    // The focused button is removed by the click: move the focus to its neighbour, or to the list itself.
    let remove = move |n: usize, change: &dyn Fn()| {
        change();
        let focus = focus.clone();
        page::after_update(move || focus.focus_button(n));
    };
    let clear = remove.clone();
    let chips = chips.live_children(move || {
        let index = state.catalog.known.get_untracked();
        let chip = |(n, number): (usize, u16)| {
            let name = index.at(number).name;
            let remove = remove.clone();
            button("se-chip")
                .attr("part", "chip")
                .attr("aria-label", &late.unpick.fill([name]))
                .on_click(move || remove(n, &|| state.pick(number)))
                .text(name)
        };
        state.results.picks.get().into_iter().enumerate().map(chip).collect()
    });
    Element::new("div", "se-picks")
        // While empty it has no role, so screen readers skip it; its live region is still announced.
        .live_attr("role", move || (n_picks() > 0).then_some("group"))
        .live_attr("aria-label", move || (n_picks() > 0).then_some(late.comparison))
        .live_flag("data-empty", move || n_picks() == 0)
        .child(Element::new("div", "se-picks-status").attr("aria-live", "polite").live_text(status))
        .child(chips)
        .child(
            button("se-picks-compare")
                // Not `disabled`: focus returns to it when a comparison with only one project left is closed.
                .live_aria("aria-disabled", move || n_picks() < 2)
                .on_click(move || state.compare())
                .live_text(move || late.compare_picked.fill([&decimal(n_picks() as u32)])),
        )
        .child(
            button("se-clear")
                .on_click(move || clear(0, &|| state.selection.picked.set(Vec::new())))
                .text(late.clear_picks),
        )
}
