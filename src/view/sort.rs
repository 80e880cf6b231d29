//! The sort control.

use leptos::prelude::*;

use crate::filter::Sort;
use crate::i18n::Lang;
use crate::state::State;

/// A labelled native select.
#[component]
pub(super) fn SortControl(state: State, lang: Lang) -> impl IntoView {
    let messages = lang.messages();
    let choose = move |slug: String| {
        let sort = Sort::ALL.into_iter().find(|sort| sort.slug() == slug).unwrap_or_default();
        state.filter.update(|filter| filter.sort = sort);
    };
    let listed = move || state.options.with(|options| options.scope.contains("project="));
    let searching = move || state.filter.with(|filter| !filter.search.trim().is_empty());
    let option = move |sort: Sort| {
        view! {
            <option value=sort.slug() selected=move || state.filter.with(|filter| filter.sort == sort)>
                {move || messages.order(sort, searching(), listed())}
            </option>
        }
    };
    view! {
        <label class={"se-sort"}>
            <span class={"se-sort-label"}>{messages.sort}</span>
            <select
                class={"se-select"}
                prop:value=move || state.filter.with(|filter| filter.sort.slug())
                on:change:target=move |event| choose(event.target().value())
            >
                {Sort::ALL.map(option)}
            </select>
        </label>
    }
}
