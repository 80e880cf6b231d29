//! The views: one row for each way to show the projects, and the control that selects one.
//!
//! What a new view needs: docs/development.md.

use leptos::prelude::*;

use crate::dom::Element;
use crate::filter::View;
use crate::i18n::{Lang, Messages};
use crate::state::State;
use crate::state::later::{Make, Parts};
use crate::view::later;
use crate::view::live::button;
use crate::view::views::cards::cards;

struct Row {
    view: View,
    name: fn(&Messages) -> &'static str,
    /// `None`: the cards, which are in every first view.
    make: Option<fn(&Parts) -> Make>,
}

static VIEWS: [Row; View::ALL.len()] = [
    Row { view: View::Cards, name: |messages| messages.view_cards, make: None },
    Row { view: View::Table, name: |messages| messages.view_table, make: Some(|parts| parts.table) },
    Row { view: View::Timeline, name: |messages| messages.view_timeline, make: Some(|parts| parts.timeline) },
    Row { view: View::Insights, name: |messages| messages.view_insights, make: Some(|parts| parts.insights) },
];

/// The control: a button per view, one of them pressed.
pub(crate) fn views(state: State, lang: Lang) -> Element {
    let messages = lang.messages();
    let index = state.catalog.known.get_untracked();
    Element::new("div", "se-views")
        .attr("part", "views")
        .attr("role", "group")
        .attr("aria-label", messages.view)
        .children(VIEWS.iter().filter(|row| row.view.is_offered(index)).map(|row| {
            let pressed = move || state.results.view.get() == row.view;
            let button = button("se-view").attr("part", "view").live_aria("aria-pressed", pressed);
            // A prerendered view can only show this one.
            let button = if state.is_prerendered() { button.live_flag("disabled", move || !pressed()) } else { button };
            button.on_click(move || state.set_view(row.view)).text((row.name)(messages))
        }))
}

/// The projects in the selected view, which is recreated when another one is selected.
pub(crate) fn chosen_view(state: State, lang: Lang) -> Element {
    Element::new("div", "se-shown").live_children(move || {
        let view = state.results.view.get();
        let row = VIEWS.iter().find(|row| row.view == view).unwrap_or(&VIEWS[0]);
        // The other views also show what is loaded after the first view. Usually it is there before them.
        if row.make.is_some() {
            state.catalog.whole.track();
        }
        // Untracked: what a view reads while being built must not rebuild it.
        match row.make {
            Some(part) => later::made(state, lang, part),
            None => untrack(|| cards(state, lang)),
        }
    })
}
