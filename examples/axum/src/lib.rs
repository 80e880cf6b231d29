//! The explorer in an application that a server renders and the browser takes over.

use leptos::prelude::*;
use sandbox_explorer::{Published, SandboxExplorer, Theme};

/// The page around the application.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    view! {
        <!DOCTYPE html>
        <html lang="zh">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width"/>
                <title>"Thirteen arrivals"</title>
                <link rel="stylesheet" href="/sandbox-explorer.css"/>
                <HydrationScripts options/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}

/// The application: the same on both sides.
#[component]
pub fn App() -> impl IntoView {
    let query = RwSignal::new(String::new());
    let opened = RwSignal::new(String::from("nothing"));
    view! {
        <h1>"Thirteen arrivals"</h1>
        <button on:click=move |_| query.set("language=rust".into())>"Only Rust"</button>
        <p id="told">"Filter: " {query} ", opened: " {opened}</p>
        // The server does not see the page: tell it what both sides must agree on.
        <SandboxExplorer
            scope="part=3,4"
            lang="zh"
            theme=Theme::Light
            published=Published::Unsaid
            query
            on_select=move |id: String| opened.set(id)
            attr:id="explorer"
        />
        <p id="end">"The end."</p>
    }
}

/// Takes over what the server has printed.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_body(App);
}
