//! The list of cards.
//!
//! A card is made once and kept: filtering hides and shows it, ordering moves it, which is about a third faster than making it
//! anew when a filter is cleared, and keeps focus and selection. Up to [`AT_ONCE`] shown cards are simply all there, for
//! find-in-page and print; more are added as the end of the list comes near.

use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::tachys::view::Mountable;

use super::card::Card;
use crate::browser;
use crate::i18n::Lang;
use crate::state::State;

/// Made before the first paint: more than a screenful is work that the reader waits for.
const FIRST: usize = 12;
/// Made without being scrolled to.
const AT_ONCE: usize = 100;
/// Added when the end of the list comes near.
const STEP: usize = 60;

/// The cards that the filter shows, in its order.
#[component]
pub(super) fn Cards(state: State, lang: Lang) -> impl IntoView {
    let heading_level = state.layout.get_untracked().heading_level;
    let catalog = state.index.get_untracked().catalog;
    let make = move |number: u16| {
        let project = &catalog.projects[usize::from(number)];
        view! { <Card catalog project lang heading_level/> }
    };
    let first = if browser::IS_LIVE { FIRST } else { AT_ONCE };
    let first: Vec<u16> = state.outcome.with_untracked(|outcome| outcome.shown.iter().take(first).copied().collect());
    let views = first.iter().map(|&number| make(number)).collect_view();

    let list = NodeRef::<html::Ul>::new();
    let end = NodeRef::<html::Div>::new();
    let limit = RwSignal::new(FIRST);
    browser::after_paint(move || {
        _ = limit.try_update(|limit| *limit = AT_ONCE.max(*limit));
    });
    let arranged = StoredValue::new_local(browser::Arranged::new(first, catalog.projects.len()));
    // What keeps the cards alive that were made after the first ones.
    let made = StoredValue::new_local(Vec::new());
    Effect::new(move |_| {
        let Some(list) = list.get() else { return };
        let limit = limit.get();
        state.outcome.with(|outcome| {
            let shown = &outcome.shown[..limit.min(outcome.shown.len())];
            arranged.update_value(|arranged| {
                arranged.arrange(&list, shown, |number| {
                    let mut card = make(number).into_any().build();
                    card.mount(&list, None);
                    made.update_value(|made| made.push(card));
                });
            });
        });
    });
    let near = StoredValue::new_local(None);
    Effect::new(move |_| {
        let more = move || {
            let n_shown = state.outcome.with_untracked(|outcome| outcome.shown.len());
            if limit.get_untracked() < n_shown {
                limit.update(|limit| *limit += STEP);
            }
        };
        near.set_value(end.get().map(|end| browser::Near::new(&end, more)));
    });

    // One listener for all cards.
    let open = move |event: MouseEvent| {
        let id = browser::attribute_at(&event, "data-project");
        if let Some(number) = id.and_then(|id| state.index.get_untracked().project(&id)) {
            state.set_open(Some(number));
        }
    };
    view! {
        <ul class="se-cards" part="cards" role="list" node_ref=list on:click=open>
            {views}
        </ul>
        <div class="se-end" node_ref=end></div>
    }
}
