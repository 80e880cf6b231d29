use leptos::prelude::*;
use sandbox_explorer::SandboxExplorer;

#[component]
pub fn Explorer() -> impl IntoView {
    view! {
        <SandboxExplorer scope="part=4" heading_level=2>
            <a href="https://www.cncf.io/sandbox-projects/">CNCF Sandbox projects</a>
        </SandboxExplorer>
    }
}
