//! A project's mark: two letters in the hue of its category, in place of a logo.

use leptos::prelude::*;

use crate::model::Project;

/// Decorative: the name stands beside it.
#[component]
pub(super) fn Mark(project: &'static Project) -> impl IntoView {
    view! { <span class="se-mark" part="mark" aria-hidden="true">{letters(project.name)}</span> }
}

/// The first two capitals or digits that begin a word part ("HwameiStor": HS), else the first two letters ("youki": yo).
fn letters(name: &str) -> String {
    let starts = name.char_indices().filter(|&(at, c)| {
        let before = name[..at].chars().next_back();
        c.is_ascii_uppercase() && before.is_none_or(|before| !before.is_ascii_uppercase())
    });
    let initials: String = starts.map(|(_, c)| c).take(2).collect();
    if initials.len() == 2 { initials } else { name.chars().take(2).collect() }
}
