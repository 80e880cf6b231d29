//! The explorer in an application that is rendered in the browser: signals of the application around it and in it.

use leptos::prelude::*;
use sandbox_explorer::{Change, SandboxExplorer, Theme};

fn main() {
    sandbox_explorer::adopt_style();
    leptos::mount::mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    let query = RwSignal::new(String::new());
    let theme = RwSignal::new(Theme::Auto);
    let opened = RwSignal::new(String::from("nothing"));
    let shown = RwSignal::new(13);
    let is_there = RwSignal::new(true);
    view! {
        <h1>"Thirteen arrivals"</h1>
        <button on:click=move |_| query.set("language=rust".into())>"Only Rust"</button>
        <button on:click=move |_| theme.set(Theme::Dark)>"Dark"</button>
        <button on:click=move |_| is_there.update(|there| *there = !*there)>"Fold"</button>
        <label>"Filter " <input id="filter" prop:value=query on:input:target=move |event| query.set(event.target().value())/></label>
        <p id="told">"Filter: " {query} ", opened: " {opened} ", shown: " {shown}</p>
        <Show when=move || is_there.get()>
            <SandboxExplorer
                scope="part=4"
                lang="en"
                theme
                query
                on_select=move |id: String| opened.set(id)
                on_change=move |change: Change| shown.set(change.projects.len())
                attr:id="explorer"
                attr:class="mine"
            >
                <a data-project="youki" href="/posts/youki">"youki, at last"</a>
            </SandboxExplorer>
        </Show>
    }
}
