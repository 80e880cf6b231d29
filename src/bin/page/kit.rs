//! The configurator: every option of the element as a control, the real element as a preview, and the texts to paste. What is chosen, and
//! what follows from it, is `crates/kit`; this draws it. It is made when the reader comes near, and its state is in the address.

mod fields;
mod links;
mod options;
mod preview;
mod scope;
mod texts;
mod tokens;

use leptos::prelude::*;
use sandbox_explorer::{Lang, page};
use sandbox_explorer_kit::words::Words;
use sandbox_explorer_kit::{Files, State};

/// The key of the state in the address's query.
const KEY: &str = "kit";
/// The id of the configurator.
const ID: &str = "kit";
/// Where the built files of the element are.
const FILES: &str = "embed/files.json";
/// How long the address waits for the next change, in milliseconds: browsers limit how often it may be set.
const PAUSE: i32 = 300;

/// What all parts of the configurator share.
#[derive(Clone, Copy)]
struct Tool {
    state: RwSignal<State>,
    files: RwSignal<Files>,
    /// The last announcement.
    said: RwSignal<String>,
    lang: Lang,
    words: &'static Words,
}

impl Tool {
    /// The value of an option, which follows the state.
    fn value(self, name: &'static str) -> Memo<String> {
        Memo::new(move |_| self.state.with(|state| state.choice.get(name).to_owned()))
    }

    /// Sets an option; `false` if the value cannot be used.
    fn set(self, name: &str, value: &str) -> bool {
        let mut choice = self.state.with_untracked(|state| state.choice.clone());
        let is_set = choice.set(name, value).is_ok();
        if is_set {
            self.state.update(|state| state.choice = choice);
        }
        is_set
    }
}

/// The configurator.
#[component]
pub(crate) fn Kit(lang: Memo<Lang>) -> impl IntoView {
    let told = page::search_param(KEY);
    let is_near = RwSignal::new(told.is_some());
    let state = RwSignal::new(State::parse(told.as_deref().unwrap_or_default()));
    let (files, said) = (RwSignal::new(Files::default()), RwSignal::new(String::new()));

    Effect::new(move |_| page::when_near(ID, move || is_near.set(true)));
    Effect::new(move |_| {
        if is_near.get() {
            page::spawn_local(async move {
                // A development build has none.
                let known = page::fetch(FILES).await.and_then(Files::read);
                files.set(known.unwrap_or_default());
            });
        }
    });
    let n_changes = StoredValue::new(0_u32);
    Effect::new(move |before: Option<String>| {
        let text = state.with(State::print);
        if before.is_some_and(|before| before != text) {
            n_changes.update_value(|n| *n += 1);
            let (text, now) = (text.clone(), n_changes.get_value());
            page::set_timeout(PAUSE, move || {
                if n_changes.try_get_value() == Some(now) {
                    page::set_search_param(KEY, &text);
                }
            });
        }
        text
    });

    let parts = move || {
        is_near.get().then(|| {
            let lang = lang.get();
            let tool = Tool { state, files, said, lang, words: Words::of(lang) };
            view! {
                <options::Options tool/>
                <div class="kit-result">
                    <preview::Preview tool/>
                    <texts::Texts tool/>
                </div>
            }
        })
    };
    view! {
        <div class="kit" id=ID>
            {parts}
            <p class="kit-said" role="status">{said}</p>
        </div>
    }
}
