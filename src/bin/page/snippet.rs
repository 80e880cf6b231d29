//! The snippet to paste, with a button that copies it.

use leptos::prelude::*;
use sandbox_explorer::page;

use crate::words::Words;

/// The shortest working example.
const SNIPPET: &str = r#"<script type="module" src="sandbox-explorer.js"></script>
<sandbox-explorer scope="part=4">
  <ul>
    <li><a href="https://github.com/Project-HAMi/HAMi">HAMi</a></li>
    <li><a href="https://github.com/youki-dev/youki">youki</a></li>
  </ul>
</sandbox-explorer>"#;

#[component]
pub(crate) fn Snippet(words: &'static Words) -> impl IntoView {
    let copied = RwSignal::new(false);
    let copy = move |_| {
        page::copy(SNIPPET, move |is_copied| _ = copied.try_set(is_copied));
    };
    view! {
        <div class="snippet">
            <pre tabindex="0"><code>{SNIPPET}</code></pre>
            <button type="button" on:click=copy>
                {move || if copied.get() { words.copied } else { words.copy }}
            </button>
        </div>
    }
}
