//! The category tabs.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use crate::browser;
use crate::facet::TABS;
use crate::i18n::Lang;
use crate::state::State;

/// The chosen tab: `Some(None)` is "All"; `None` when a link has chosen several categories.
fn chosen(state: State) -> Option<Option<u16>> {
    state.filter.with(|filter| match filter.chosen[TABS].as_slice() {
        [] => Some(None),
        [one] => Some(Some(*one)),
        _ => None,
    })
}

/// What the panel under the tabs is called: the chosen tab.
pub(super) fn panel_label(state: State, lang: Lang) -> &'static str {
    match chosen(state).flatten() {
        Some(category) => state.index.get().name(TABS, category, lang),
        None => lang.messages().explorer,
    }
}

/// One tab for each category that has projects here, "All" first. The tabs filter one shared list, so there is one panel.
#[component]
pub(super) fn Tabs(state: State, lang: Lang) -> impl IntoView {
    let messages = lang.messages();
    let list = NodeRef::<html::Div>::new();
    let index = state.index.get_untracked();
    let scope = state.scope.get_untracked();
    let n_values = index.values(TABS).len() as u16;
    let here = |value: &u16| scope.iter().any(|&project| index.of(project, TABS).contains(value));
    let tabs: Vec<Option<u16>> = std::iter::once(None).chain((0..n_values).filter(here).map(Some)).collect();

    let choose = move |tab: Option<u16>| {
        state.filter.update(|filter| filter.chosen[TABS] = tab.into_iter().collect());
    };
    let by_key = StoredValue::new(tabs.clone());
    let on_key = move |event: KeyboardEvent| {
        by_key.with_value(|tabs| {
            let now = chosen(state).and_then(|tab| tabs.iter().position(|&t| t == tab)).unwrap_or(0);
            let last = tabs.len() - 1;
            let backwards = || if now == 0 { last } else { now - 1 };
            let forwards = || if now == last { 0 } else { now + 1 };
            let to = match event.key().as_str() {
                "ArrowLeft" => backwards(),
                "ArrowRight" => forwards(),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            choose(tabs[to]);
            if let Some(list) = list.get_untracked() {
                browser::focus_button(&list, to as u32, None);
            }
        });
    };
    let tab = move |tab: Option<u16>| {
        let name = tab.map_or(messages.all, |category| index.name(TABS, category, lang));
        let selected = move || chosen(state) == Some(tab);
        // Roving tabindex; when no single tab is chosen, "All" is the way in.
        let reachable = move || selected() || (tab.is_none() && chosen(state).is_none());
        let n_projects = move || {
            state.outcome.with(|outcome| match tab {
                Some(category) => outcome.counts[TABS][usize::from(category)],
                None => outcome.n_all_tabs(),
            })
        };
        let node = NodeRef::<html::Button>::new();
        Effect::new(move |_| {
            if let (true, Some(node)) = (selected(), node.get()) {
                browser::reveal(&node);
            }
        });
        view! {
            <button
                class="se-tab"
                part="tab"
                role="tab"
                type="button"
                node_ref=node
                aria-selected=move || if selected() { "true" } else { "false" }
                tabindex=move || if reachable() { "0" } else { "-1" }
                on:click=move |_| choose(tab)
            >
                {name}
                <span class={"se-count"}>{n_projects}</span>
            </button>
        }
    };
    view! {
        <div class="se-tabs" part="tabs" role="tablist" aria-label=messages.categories node_ref=list on:keydown=on_key>
            {tabs.into_iter().map(tab).collect_view()}
        </div>
    }
}
