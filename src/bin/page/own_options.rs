//! How a list is to be read: the options of `sandbox-explorer import` as fields of a form.

use leptos::prelude::*;
use sandbox_explorer::i18n::Lang;

use crate::own_words::OwnWords;

/// The names of the options, for the worker; the labels are `OwnWords::fields`.
const FIELDS: [&str; 7] = ["format", "title", "one", "many", "as_of", "logos", "map"];

/// The formats, as the command names them.
const FORMATS: [&str; 5] = ["landscape", "awesome", "csv", "tsv", "json"];

/// What is in the fields.
#[derive(Clone, Copy)]
pub(crate) struct Wanted([RwSignal<String>; 7]);

impl Wanted {
    pub(crate) fn new() -> Wanted {
        Wanted(std::array::from_fn(|_| RwSignal::new(String::new())))
    }

    /// Names and values.
    pub(crate) fn all(self) -> impl Iterator<Item = (&'static str, String)> {
        FIELDS.into_iter().zip(self.0.map(|value| value.get_untracked()))
    }
}

#[component]
pub(crate) fn OwnOptions(lang: Memo<Lang>, wanted: Wanted) -> impl IntoView {
    let words = move || OwnWords::of(lang.get());
    let field = move |at: usize| {
        let (name, value) = (FIELDS[at], wanted.0[at]);
        let id = format!("own-option-{name}");
        let input = match name {
            "format" => {
                let options = FORMATS.map(|format| view! { <option value=format>{format}</option> });
                view! {
                    <select id=id.clone() on:change=move |event| value.set(event_target_value(&event))>
                        <option value="">{move || words().guessed}</option>
                        {options}
                    </select>
                }
                .into_any()
            }
            "map" => view! {
                <textarea id=id.clone() rows="3" spellcheck="false" placeholder="Tool=name"
                    on:input=move |event| value.set(event_target_value(&event))></textarea>
            }
            .into_any(),
            _ => {
                let kind = if name == "as_of" { "date" } else { "text" };
                view! {
                    <input id=id.clone() type=kind autocomplete="off"
                        on:input=move |event| value.set(event_target_value(&event))/>
                }
                .into_any()
            }
        };
        view! { <div class=format!("tool-field own-{name}-field")><label for=id>{move || words().fields[at]}</label>{input}</div> }
    };
    view! {
        <details class="tool-more">
            <summary>{move || words().options}</summary>
            <div class="tool-fields">{std::array::from_fn::<_, 7, _>(field).into_iter().collect_view()}</div>
        </details>
    }
}
