//! The search box.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::i18n::Lang;
use crate::state::State;

/// A labelled search box; Escape clears it.
#[component]
pub(super) fn Search(state: State, lang: Lang) -> impl IntoView {
    let messages = lang.messages();
    let set = move |search: String| state.filter.update(|filter| filter.search = search);
    let clear_on_escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && state.filter.with_untracked(|filter| !filter.search.is_empty()) {
            // Only an Escape that did something is kept from the page (it may close a dialog that we are in).
            event.prevent_default();
            event.stop_propagation();
            set(String::new());
        }
    };
    let n_projects = state.scope.with_untracked(Vec::len);
    view! {
        <div class="se-search" role="search" part="search">
            <input
                class="se-search-input"
                type="search"
                aria-label=messages.search
                placeholder=(messages.search_hint)(n_projects)
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                prop:value=move || state.filter.with(|filter| filter.search.clone())
                on:input:target=move |event| set(event.target().value())
                on:keydown=clear_on_escape
            />
        </div>
    }
}
