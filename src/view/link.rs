//! A link out of the explorer.

use leptos::prelude::*;

/// Opens in a new tab, without telling the other side where from. Its accessible name says whose link it is, so that the
/// links of different cards can be told apart in a list of links.
#[component]
pub(super) fn Link(
    /// Its text.
    label: &'static str,
    /// Its address; http or https, as the catalog's checks guarantee.
    href: &'static str,
    /// The project that it belongs to.
    of: &'static str,
) -> impl IntoView {
    view! {
        <a class="se-link" part="link" href=href target="_blank" rel="noopener noreferrer" aria-label=[label, ": ", of].concat()>
            {label}
        </a>
    }
}
