//! What stands in place of the cards when nothing matches: the ways out, with what each would give.

use leptos::prelude::*;

use super::chips::Condition;
use crate::facet::FACETS;
use crate::filter::Filter;
use crate::i18n::Lang;
use crate::state::State;

/// Says that nothing matches, and offers each condition whose removal alone would give something.
#[component]
pub(super) fn Empty(state: State, lang: Lang) -> impl IntoView {
    let messages = lang.messages();
    let ways_out = move || {
        state.outcome.with(|outcome| {
            let by_search = (Condition::Search, outcome.without_search);
            let by_facet = (0..FACETS.len()).map(|facet| (Condition::Facet(facet), outcome.without[facet]));
            std::iter::once(by_search).chain(by_facet).filter(|way| way.1 > 0).collect::<Vec<_>>()
        })
    };
    let way_out = move |(condition, n_projects): (Condition, u16)| {
        let index = state.index.get_untracked();
        let name = state.filter.with_untracked(|filter| condition.name(index, filter, lang));
        view! {
            <button
                class="se-way-out"
                type="button"
                on:click=move |_| state.filter.update(|filter| condition.remove(filter))
            >
                {(messages.without)(&name, usize::from(n_projects))}
            </button>
        }
    };
    let empty = Memo::new(move |_| state.outcome.with(|outcome| outcome.shown.is_empty()));
    move || {
        empty.get().then(|| {
            // Reads the filter, so that the names on the ways out stay true while someone types.
            let filtered = state.filter.with(|filter| !filter.is_empty());
            view! {
                <div class="se-empty" part="empty">
                    <p class={"se-empty-text"}>
                        {if filtered { messages.nothing } else { messages.nothing_here }}
                    </p>
                    {ways_out().into_iter().map(way_out).collect_view()}
                    {filtered
                        .then(|| {
                            view! {
                                <button
                                    class="se-way-out"
                                    type="button"
                                    on:click=move |_| state.filter.update(Filter::clear)
                                >
                                    {messages.clear_all}
                                </button>
                            }
                        })}
                </div>
            }
        })
    }
}
