//! The facets: a fieldset of checkboxes for each, beside the cards or, where it is narrow, behind a button.

use leptos::prelude::*;

use crate::facet::{FACETS, TABS};
use crate::i18n::Lang;
use crate::state::State;

/// A facet with more values than this offers the frequent ones first and the rest on request.
const MANY: usize = 16;
/// How many it offers first.
const FEW: usize = 10;

/// The button that unfolds the facets; it says how many filters are active.
#[component]
pub(super) fn FacetsButton(state: State, lang: Lang) -> impl IntoView {
    let messages = lang.messages();
    let label = move || match state.filter.with(|filter| filter.n_chosen_but(TABS)) {
        0 => messages.filters.to_owned(),
        n => (messages.filters_active)(n),
    };
    view! {
        <button
            class="se-facets-button"
            type="button"
            aria-expanded=move || if state.panel_open.get() { "true" } else { "false" }
            on:click=move |_| state.panel_open.update(|open| *open = !*open)
        >
            {label}
        </button>
    }
}

/// Every facet but the one that the tabs are.
#[component]
pub(super) fn Facets(state: State, lang: Lang) -> impl IntoView {
    let messages = lang.messages();
    let shown = (0..FACETS.len()).filter(|&facet| facet != TABS);
    view! {
        <div
            class="se-facets"
            part="facets"
            role="group"
            aria-label=messages.filters
            data-open=move || state.panel_open.get().then_some("")
        >
            {shown.map(|facet| view! { <Facet state lang facet/> }).collect_view()}
        </div>
    }
}

/// One facet. One whose projects all have the same value has nothing to narrow and is left out.
#[component]
fn Facet(state: State, lang: Lang, facet: usize) -> impl IntoView {
    let messages = lang.messages();
    let index = state.index.get_untracked();
    let scope = state.scope.get_untracked();
    let mut values: Vec<u16> = (0..index.values(facet).len() as u16).collect();
    values.retain(|value| scope.iter().any(|&project| index.of(project, facet).contains(value)));
    let n_values = values.len();
    let many = n_values > MANY;
    let offered = move || {
        if !many || state.all_tags.get() {
            return values.clone();
        }
        // Frequent values come first in the index; a chosen one stays in sight.
        let chosen = state.filter.with_untracked(|filter| filter.chosen[facet].clone());
        let few = values.iter().take(FEW).copied();
        few.chain(chosen.into_iter().filter(|value| !values[..FEW].contains(value))).collect()
    };
    let options = move || {
        let option = |value| view! { <FacetOption state lang facet value/> };
        offered().into_iter().map(option).collect_view()
    };
    let more = move || if state.all_tags.get() { messages.fewer.to_owned() } else { (messages.more)(n_values) };
    (n_values > 1).then(|| {
        view! {
            <fieldset class="se-facet" part="facet">
                <legend class={"se-facet-name"}>{(FACETS[facet].label)(messages)}</legend>
                <div class={"se-options"}>{options}</div>
                {many
                    .then(|| {
                        view! {
                            <button
                                class="se-more"
                                type="button"
                                aria-expanded=move || if state.all_tags.get() { "true" } else { "false" }
                                on:click=move |_| state.all_tags.update(|all| *all = !*all)
                            >
                                {more}
                            </button>
                        }
                    })}
            </fieldset>
        }
    })
}

/// One value: a native checkbox with its name and the number of projects that ticking it would show.
#[component]
fn FacetOption(state: State, lang: Lang, facet: usize, value: u16) -> impl IntoView {
    let name = state.index.get_untracked().name(facet, value, lang);
    let count = move || state.outcome.with(|outcome| outcome.counts[facet][usize::from(value)]);
    let chosen = move || state.filter.with(|filter| filter.chosen[facet].contains(&value));
    view! {
        <label class={"se-option"}>
            <input
                class={"se-check"}
                type="checkbox"
                prop:checked=chosen
                disabled=move || count() == 0 && !chosen()
                on:change=move |_| state.filter.update(|filter| filter.toggle(facet, value))
            />
            <span class={"se-option-name"}>{name}</span>
            <span class={"se-count"}>{count}</span>
        </label>
    }
}
