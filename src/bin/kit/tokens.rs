//! The custom properties: colours for light and for dark pages, and measures.

use leptos::prelude::*;
use sandbox_explorer::contract::{Token, tokens};
use sandbox_explorer_kit::{hex, is_length, with_colour};

use crate::Tool;
use crate::fields::Line;

/// Those that most authors set; the others are folded.
const FIRST: [&str; 2] = ["accent", "radius"];

#[component]
pub(crate) fn Tokens(tool: Tool) -> impl IntoView {
    let (first, others): (Vec<Token>, Vec<Token>) = tokens().into_iter().partition(|token| FIRST.contains(&token.name));
    let one = move |token: Token| view! { <One tool token/> };
    view! {
        {first.into_iter().map(one).collect_view()}
        <details class="kit-facet">
            <summary>{tool.words.more_tokens}</summary>
            <div class="kit-fields">{others.into_iter().map(one).collect_view()}</div>
        </details>
    }
}

#[component]
fn One(tool: Tool, token: Token) -> impl IntoView {
    let label = tool.words.option(token.name);
    let pickers = (!is_length(&token)).then(|| {
        let pair = [(false, tool.words.on_light), (true, tool.words.on_dark)];
        let pickers =
            pair.map(|(is_dark, place)| view! { <Picker tool token is_dark label=format!("{label} {place}")/> });
        view! { <span class="kit-pickers">{pickers.collect_view()}</span> }
    });
    view! {
        <div class="kit-token">
            <Line tool name=token.name label hint=token.css.unwrap_or("CSS")/>
            {pickers}
        </div>
    }
}

/// The browser's own choice of a colour.
#[component]
fn Picker(tool: Tool, token: Token, is_dark: bool, label: String) -> impl IntoView {
    let unset = if is_dark { "#e8eaed" } else { "#1b1f24" };
    let shown = move || {
        let own = tool.state.with(|state| hex(&state.choice, token.name, is_dark));
        own.unwrap_or_else(|| unset.to_owned())
    };
    let choose = move |event| {
        let value = event_target_value(&event);
        let value = tool.state.with_untracked(|state| with_colour(&state.choice, token.name, is_dark, &value));
        tool.set(token.name, &value);
    };
    view! { <input type="color" title=label.clone() aria-label=label prop:value=shown on:input=choose/> }
}
