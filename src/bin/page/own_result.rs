//! A list that was read: what was not understood, the catalog to save, the snippet, and the list in a real element.

use leptos::prelude::*;
use sandbox_explorer::i18n::Lang;
use sandbox_explorer::page::{self, Opaque};

use crate::own::{Told, grouped};
use crate::own_words::OwnWords;

/// What an author pastes.
const SNIPPET: &str = r#"<script type="module" src="sandbox-explorer.js"></script>
<sandbox-explorer src="catalog.json"></sandbox-explorer>"#;

/// The id of the element that shows the list.
const PREVIEW: &str = "own-preview";

/// Lines that are shown; the rest is counted. More would be a page of its own.
const LINES: usize = 500;

#[component]
pub(crate) fn OwnResult(lang: Memo<Lang>, told: Told, catalog: Opaque, shown: Opaque) -> impl IntoView {
    let words = move || OwnWords::of(lang.get());
    // The element is there when effects run, and begins by itself with a later frame: not eagerly, which would be before it has the
    // catalog, with our own projects.
    Effect::new(move |_| shown.set_property_of(PREVIEW, "catalog"));
    let copied = RwSignal::new(false);
    let copy = move |_| page::copy(SNIPPET, move |is_copied| _ = copied.try_set(is_copied));
    let has_entries = told.entries > 0;
    let n_skipped = told.skipped.len();
    let lines: Vec<_> = told.skipped.into_iter().take(LINES).map(|line| view! { <li>{line}</li> }).collect();
    let left_out = told.left_out;
    let has_left_out = !left_out.is_empty();
    view! {
        {(n_skipped > 0).then(|| view! {
            <details class="tool-more" open=n_skipped <= 20>
                <summary>{move || (words().skipped)(&grouped(n_skipped))}</summary>
                <ul class="own-lines" lang="en">{lines}</ul>
                {(n_skipped > LINES).then(|| view! { <p class="quiet">{move || (words().more)(&grouped(n_skipped - LINES))}</p> })}
            </details>
        })}
        {has_left_out.then(|| view! {
            <details class="tool-more">
                <summary>{move || words().left_out}</summary>
                <ul class="own-lines">
                    {move || left_out.iter().map(|(what, n, line)| {
                        view! { <li>{(words().kind)(what, &grouped(*n), &line.to_string())}</li> }
                    }).collect_view()}
                </ul>
            </details>
        })}
        {has_entries.then(|| view! {
            <div class="tool-row">
                <button type="button" class="tool-main" on:click=move |_| catalog.save("catalog.json", "application/json")>
                    {move || words().save}
                </button>
            </div>
            <p>{move || words().paste}</p>
            <div class="tool-code">
                <pre tabindex="0"><code>{SNIPPET}</code></pre>
                <button type="button" on:click=copy>
                    {move || if copied.get() { words().copied } else { words().copy }}
                </button>
            </div>
            <p id="own-preview-title">{move || words().preview}</p>
            {told.has_logos.then(|| view! { <p class="quiet">{move || words().logos}</p> })}
            <sandbox-explorer id=PREVIEW aria-labelledby="own-preview-title"></sandbox-explorer>
        })}
    }
}
