//! The control of an attribute, by its kind.

use leptos::prelude::*;
use sandbox_explorer::data;
use sandbox_explorer::i18n::LANGUAGES;
use sandbox_explorer::options::{Attribute, Kind};
use sandbox_explorer_kit::words::Words;

use crate::Tool;

/// What may be entered, by example, which is the same in all languages.
const EXAMPLES: [(&str, &str); 5] = [
    ("query", "q=mesh&language=rust"),
    ("published", "2024-09-05"),
    ("url-key", "explorer"),
    ("src", "catalog.json"),
    ("base", "/sandbox-explorer/"),
];

#[component]
pub(crate) fn Field(tool: Tool, attribute: &'static Attribute) -> impl IntoView {
    let name = attribute.name;
    let label = tool.words.option(name);
    match attribute.kind {
        Kind::Flag => {
            let value = tool.value(name);
            // Parts are shown or not; `without-` would be a double negation.
            let is_part = name.starts_with("without-");
            let is_on = Signal::derive(move || value.get().is_empty() == is_part);
            let set =
                Callback::new(move |is_on: bool| _ = tool.set(name, if is_on == is_part { "false" } else { "true" }));
            view! { <Check label is_on set/> }.into_any()
        }
        Kind::Choice => {
            let values = attribute.allowed.split(", ").map(|value| (value, tool.words.value(name, value).to_owned()));
            view! { <Select tool name label values=values.collect()/> }.into_any()
        }
        Kind::Number => {
            let values = attribute.allowed.split(", ").map(|value| (value, value.to_owned()));
            view! { <Select tool name label values=values.collect()/> }.into_any()
        }
        Kind::Language => {
            let languages = LANGUAGES.into_iter().map(|lang| (lang.tag(), Words::of(lang).language.to_owned()));
            let values = [("", tool.words.by_default.to_owned())].into_iter().chain(languages).collect();
            view! { <Select tool name label values/> }.into_any()
        }
        Kind::Text if name == "current-part" => {
            let parts = data::bundled().parts.iter().map(|part| (part.slug, tool.lang.label(part.name).to_owned()));
            let values = [("", "–".to_owned())].into_iter().chain(parts).collect();
            view! { <Select tool name label values/> }.into_any()
        }
        Kind::Text | Kind::Address => {
            let example = EXAMPLES.iter().find(|(known, _)| *known == name);
            view! { <Line tool name label hint=example.map_or(attribute.allowed, |(_, example)| example)/> }.into_any()
        }
    }
}

/// One of several values; the first is the default.
#[component]
fn Select(tool: Tool, name: &'static str, label: &'static str, values: Vec<(&'static str, String)>) -> impl IntoView {
    let value = tool.value(name);
    let default = if name == "heading-level" { "3" } else { values.first().map_or("", |(value, _)| value) };
    let shown = move || match value.get() {
        value if value.is_empty() => default.to_owned(),
        value => value,
    };
    let option = |(value, words): (&'static str, String)| view! { <option value=value>{words}</option> };
    let options = values.into_iter().map(option).collect_view();
    let choose = move |event| _ = tool.set(name, &event_target_value(&event));
    view! {
        <label class="kit-field">
            <span>{label}</span>
            <select prop:value=shown on:change=choose>{options}</select>
        </label>
    }
}

/// A line of text. What cannot be used is not taken, and said.
#[component]
pub(crate) fn Line(
    tool: Tool,
    name: &'static str,
    label: &'static str,
    /// What may be entered, for people.
    hint: &'static str,
) -> impl IntoView {
    let value = tool.value(name);
    let is_refused = RwSignal::new(false);
    let write = move |event| is_refused.set(!tool.set(name, &event_target_value(&event)));
    let id = format!("kit-{name}-why");
    let why = move || is_refused.get().then_some(tool.words.refused);
    view! {
        <label class="kit-field">
            <span>{label}</span>
            <input
                type="text"
                autocomplete="off"
                spellcheck="false"
                placeholder=hint
                prop:value=value
                aria-invalid=move || is_refused.get().then_some("true")
                aria-describedby=id.clone()
                on:input=write
            />
        </label>
        <p class="kit-why" id=id>{why}</p>
    }
}

/// A box to tick.
#[component]
pub(crate) fn Check(#[prop(into)] label: String, is_on: Signal<bool>, set: Callback<bool>) -> impl IntoView {
    view! {
        <label class="kit-check">
            <input type="checkbox" prop:checked=is_on on:change=move |event| set.run(event_target_checked(&event))/>
            <span>{label}</span>
        </label>
    }
}
