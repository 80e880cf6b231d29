//! The active filters, as chips that remove them.

use leptos::html;
use leptos::prelude::*;

use crate::browser;
use crate::facet::{FACETS, Index};
use crate::filter::Filter;
use crate::i18n::Lang;
use crate::state::State;

/// A condition that narrows the cards.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Condition {
    /// The search words.
    Search,
    /// All chosen values of a facet.
    Facet(usize),
    /// One chosen value of a facet.
    Value(usize, u16),
}

impl Condition {
    /// Takes it back.
    pub(super) fn remove(self, filter: &mut Filter) {
        match self {
            Condition::Search => filter.search.clear(),
            Condition::Facet(facet) => filter.chosen[facet].clear(),
            Condition::Value(facet, value) => filter.chosen[facet].retain(|&v| v != value),
        }
    }

    /// What it is called.
    pub(super) fn name(self, index: &Index, filter: &Filter, lang: Lang) -> String {
        match self {
            Condition::Search => (lang.messages().search_chip)(filter.search.trim()),
            Condition::Value(facet, value) => index.name(facet, value, lang).to_owned(),
            Condition::Facet(facet) => {
                let names: Vec<_> = filter.chosen[facet].iter().map(|&v| index.name(facet, v, lang)).collect();
                let label = (FACETS[facet].label)(lang.messages());
                [label, " = ", &names.join(lang.messages().list_separator)].concat()
            }
        }
    }
}

/// One chip for each active condition, and "clear all".
#[component]
pub(super) fn Chips(state: State, lang: Lang) -> impl IntoView {
    let messages = lang.messages();
    let list = NodeRef::<html::Div>::new();
    let conditions = Memo::new(move |_| {
        state.filter.with(|filter| {
            let searching = (!filter.search.trim().is_empty()).then_some(Condition::Search);
            let chosen = filter.chosen.iter().enumerate();
            let chosen = chosen.flat_map(|(f, values)| values.iter().map(move |&v| Condition::Value(f, v)));
            searching.into_iter().chain(chosen).collect::<Vec<_>>()
        })
    });
    // The chip that had the focus is gone after the click: pass the focus on to its neighbour, or to the list itself.
    let pass_on_focus = move |to: usize| {
        browser::after_update(move || {
            if let Some(list) = list.get_untracked() {
                browser::focus_button(&list, to as u32, Some(&list));
            }
        });
    };
    let chip = move |(n, condition): (usize, Condition)| {
        let name = move || state.filter.with(|filter| condition.name(state.index.get_untracked(), filter, lang));
        let remove = move |_| {
            state.filter.update(|filter| condition.remove(filter));
            pass_on_focus(n);
        };
        view! {
            <button
                class="se-chip"
                part="chip"
                type="button"
                aria-label=move || (messages.remove)(&name())
                on:click=remove
            >
                {name}
            </button>
        }
    };
    let clear = move |_| {
        state.filter.update(Filter::clear);
        pass_on_focus(0);
    };
    let chips = move || {
        let conditions = conditions.get();
        let any = !conditions.is_empty();
        view! {
            {conditions.into_iter().enumerate().map(chip).collect_view()}
            {any
                .then(|| {
                    view! {
                        <button class="se-clear" type="button" on:click=clear>
                            {messages.clear_all}
                        </button>
                    }
                })}
        }
    };
    view! {
        <div class="se-chips" role="group" tabindex="-1" aria-label=messages.active_filters node_ref=list>
            {chips}
        </div>
    }
}
