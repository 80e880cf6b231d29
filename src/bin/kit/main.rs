//! The configurator: every option of the element as a control, the real element as a preview, and the texts to paste. What is chosen, and
//! what follows from it, is `crates/kit`; this draws it. Its state is in the address.
//!
//! A program of its own, which the page fetches when the reader comes near: it is half as large as the page.

mod fields;
mod links;
mod options;
mod preview;
mod scope;
mod texts;
mod tokens;

use leptos::prelude::*;
use sandbox_explorer::{Lang, i18n, page};
use sandbox_explorer_kit::words::Words;
use sandbox_explorer_kit::{Files, State};

/// The key of the state in the address's query. The page starts this program at once where it has one.
const KEY: &str = "kit";
/// The id of the element that the page keeps for it.
const ID: &str = "kit";
/// Where the built files of the element are.
const FILES: &str = "embed/files.json";
/// How long the address waits for the next change, in milliseconds: browsers limit how often it may be set.
const PAUSE: i32 = 300;

fn main() {
    i18n::here();
    if let Some(place) = page::place(ID) {
        leptos::mount::mount_to(place, Kit).forget();
    }
}

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

/// The language that the page has chosen.
fn chosen() -> Lang {
    page::root_attribute("lang").and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default()
}

/// The configurator.
#[component]
fn Kit() -> impl IntoView {
    let told = page::search_param(KEY);
    let state = RwSignal::new(State::parse(told.as_deref().unwrap_or_default()));
    let (files, said) = (RwSignal::new(Files::default()), RwSignal::new(String::new()));
    let lang = RwSignal::new(chosen());
    page::on_root_attribute("lang", move || lang.set(chosen()));
    page::spawn_local(async move {
        // A development build has none.
        let known = page::fetch(FILES).await.and_then(Files::read);
        files.set(known.unwrap_or_default());
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

    let lang = Memo::new(move |_| lang.get());
    move || {
        let lang = lang.get();
        let tool = Tool { state, files, said, lang, words: Words::of(lang) };
        view! {
            <options::Options tool/>
            <div class="kit-result">
                <preview::Preview tool/>
                <texts::Texts tool/>
            </div>
            <p class="kit-said" role="status">{said}</p>
        }
    }
}
