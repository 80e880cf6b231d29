//! The whole explorer.

use leptos::prelude::*;

use super::cards::Cards;
use super::chips::Chips;
use super::details::Details;
use super::empty::Empty;
use super::facets::{Facets, FacetsButton};
use super::search::Search;
use super::sort::SortControl;
use super::tabs::{Tabs, panel_label};
use crate::browser::Host;
use crate::options::Options;
use crate::state::State;

/// The explorer for other Leptos applications.
///
/// Bring its style sheet along: `sandbox-explorer.css` of a release, or `style/index.css` bundled.
///
/// ```ignore
/// use leptos::prelude::*;
/// use sandbox_explorer::{Options, SandboxExplorer};
///
/// #[component]
/// fn Post() -> impl IntoView {
///     let options = Options { scope: "part=4".into(), ..Options::default() };
///     view! { <h1>"Thirteen arrivals"</h1> <SandboxExplorer options/> }
/// }
/// ```
#[component]
pub fn SandboxExplorer(
    /// What to show and how, live; `query` is where the reader starts. Default: everything.
    #[prop(optional, into)]
    options: Signal<Options>,
) -> impl IntoView {
    let state = State::new(options.get_untracked(), Host::page());
    state.follow(options);
    view! { <Explorer state/> }
}

/// The explorer of a state.
#[component]
pub fn Explorer(
    /// What it shows.
    state: State,
) -> impl IntoView {
    move || {
        let lang = state.lang.get();
        let messages = lang.messages();
        let layout = state.layout.get();
        // Another catalog makes everything anew as well, since its numbers mean something else, and so does another scope.
        state.index.track();
        state.scope.track();
        let status = move || {
            let (shown, total) = state.outcome.with(|outcome| (outcome.shown.len(), outcome.total));
            (messages.shown)(shown, usize::from(total))
        };
        let body_class =
            if layout.facets { "se-body se-with-facets" } else { "se-body" };
        view! {
            <div
                class="se-explorer"
                part="explorer"
                lang=lang.tag()
                role="region"
                aria-label=messages.explorer
                style:color-scheme=move || state.scheme.get().color_scheme
                data-own-colours=move || state.scheme.get().own_colours.then_some("")
            >
                <div class={"se-bar"}>
                    {layout.search.then(|| view! { <Search state lang/> })}
                    {layout.facets.then(|| view! { <FacetsButton state lang/> })}
                    {layout.sort.then(|| view! { <SortControl state lang/> })}
                </div>
                {layout.tabs.then(|| view! { <Tabs state lang/> })}
                <div class=body_class>
                    {layout.facets.then(|| view! { <Facets state lang/> })}
                    <div
                        class="se-main"
                        role=if layout.tabs { "tabpanel" } else { "group" }
                        aria-label=move || panel_label(state, lang)
                    >
                        <div class={"se-state"}>
                            <p class="se-status" role="status">{status}</p>
                            <Chips state lang/>
                        </div>
                        <Empty state lang/>
                        <Cards state lang/>
                    </div>
                </div>
                <Details state lang/>
            </div>
        }
    }
}
