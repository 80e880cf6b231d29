//! The form: every attribute of the element in the group that its kind belongs to, so that a new one appears by itself.

use leptos::prelude::*;
use sandbox_explorer::options::{ATTRIBUTES, Attribute, Kind};
use sandbox_explorer_kit::{State, n_projects};

use crate::Tool;
use crate::fields::{Check, Field};
use crate::links::Links;
use crate::scope::Scope;
use crate::tokens::Tokens;

/// The groups, in the order of the words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Projects,
    Look,
    Parts,
    Post,
    Files,
}

impl Group {
    const ALL: [Group; 5] = [Group::Projects, Group::Look, Group::Parts, Group::Post, Group::Files];

    fn of(attribute: &Attribute) -> Group {
        match (attribute.name, attribute.kind) {
            ("scope", _) => Group::Projects,
            ("loading", _) | (_, Kind::Address) => Group::Files,
            (_, Kind::Language | Kind::Choice) => Group::Look,
            (_, Kind::Flag) => Group::Parts,
            (_, Kind::Text | Kind::Number) => Group::Post,
        }
    }
}

#[component]
pub(crate) fn Options(tool: Tool) -> impl IntoView {
    let group = move |(group, title): (Group, &'static str)| {
        let fields = ATTRIBUTES.iter().filter(|attribute| Group::of(attribute) == group && group != Group::Projects);
        let fields = fields.map(|attribute| view! { <Field tool attribute/> }).collect_view();
        let more = match group {
            Group::Projects => view! { <Scope tool/> }.into_any(),
            Group::Look => view! { <Tokens tool/> }.into_any(),
            Group::Parts => ().into_any(),
            Group::Post => view! { <Links tool/> }.into_any(),
            Group::Files => view! { <Integrity tool/> }.into_any(),
        };
        view! {
            <details class="kit-group" open=group == Group::Projects>
                <summary>{title} {(group == Group::Projects).then(|| view! { <Count tool/> })}</summary>
                <div class={if group == Group::Parts { "kit-fields kit-checks" } else { "kit-fields" }}>{fields} {more}</div>
            </details>
        }
    };
    let reset = move |_| tool.state.update(|state| *state = State { host: state.host, ..State::default() });
    view! {
        <form class="kit-options" aria-label=tool.words.form on:submit=move |event| event.prevent_default()>
            {Group::ALL.into_iter().zip(tool.words.groups).map(group).collect_view()}
            <button type="button" class="kit-button kit-reset" on:click=reset>{tool.words.reset}</button>
        </form>
    }
}

/// How many projects the scope has.
#[component]
fn Count(tool: Tool) -> impl IntoView {
    let count = move || match tool.state.with(|state| (n_projects(&state.choice), state.choice.get("scope").is_empty()))
    {
        (None, _) => String::new(),
        (Some(_), true) => tool.words.all_projects.to_owned(),
        (Some(n), false) => tool.words.some_projects.replace("{}", &n.to_string()),
    };
    view! { <span class="kit-count">{count}</span> }
}

#[component]
fn Integrity(tool: Tool) -> impl IntoView {
    let is_on = Signal::derive(move || tool.state.with(|state| state.choice.integrity));
    let set = Callback::new(move |is_on: bool| _ = tool.set("integrity", if is_on { "true" } else { "false" }));
    view! { <Check label=tool.words.option("integrity") is_on set/> }
}
