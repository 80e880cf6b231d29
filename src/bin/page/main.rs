//! The standalone page: the full explorer, and how to embed it in another page. The state is in the URL: the filter in the
//! fragment (written by the component), language and theme in the query.

mod check;
mod check_words;
mod own;
mod own_options;
mod own_result;
mod own_words;
mod show;
mod show_words;
mod tools;
mod words;

use leptos::portal::Portal;
use leptos::prelude::*;
use sandbox_explorer::data;
use sandbox_explorer::i18n::{self, LANGUAGES, Lang};
use sandbox_explorer::page;
use sandbox_explorer::{Options, SandboxExplorer};
use tools::Tools;
use words::Words;

/// The name of what is shown.
const NAME: &str = "sandbox-explorer";

/// The element for the configurator, and the key of its state in the address.
const KIT: &str = "kit";
/// Starts it.
const START: &str = "start.js";

/// The themes: values of `data-theme`; empty for the system's.
const THEMES: [&str; 3] = ["", "light", "dark"];

fn main() {
    i18n::here();
    let Some(place) = page::place("content") else { return };
    leptos::mount::mount_to(place, Page).forget();
    // While one works on the page, nothing old may be shown.
    if !cfg!(debug_assertions) {
        page::keep_for_later("sw.js");
    }
}

/// A choice that is kept in the URL's query under `key`.
fn choice(key: &'static str) -> RwSignal<String> {
    let chosen = RwSignal::new(page::search_param(key).unwrap_or_default());
    Effect::new(move |before: Option<()>| {
        let value = chosen.get();
        if before.is_some() {
            page::set_search_param(key, &value);
        }
    });
    chosen
}

#[component]
fn Page() -> impl IntoView {
    let lang_tag = choice("lang");
    let theme = choice("theme");
    let lang = Memo::new(move |_| {
        let asked = lang_tag.with(|tag| Lang::from_tag(tag));
        asked.or_else(|| page::language().and_then(|tag| Lang::from_tag(&tag))).unwrap_or_default()
    });
    // The explorer need not be notified: it follows the page's language and theme.
    Effect::new(move |_| page::set_root_attribute("lang", lang.get().tag()));
    Effect::new(move |_| page::set_root_attribute("data-theme", &theme.get()));
    Effect::new(move |_| page::set_title(Words::of(lang.get()).title));

    let options = Options { url_key: Some("explorer".into()), heading_level: 2, ..Options::default() };
    view! {
        <Elsewhere id="bar"><Header lang lang_tag theme/></Elsewhere>
            <SandboxExplorer options=Signal::stored(options)/>
            <PutItIn lang/>
            <Tools lang/>
        <Elsewhere id="foot">{move || view! { <Footer lang=lang.get()/> }}</Elsewhere>
    }
}

/// Shows its children in another place of `index.html`. Title and lead are in that file, so that they are painted before this program is
/// there.
#[component]
fn Elsewhere(id: &'static str, children: ChildrenFn) -> impl IntoView {
    page::place(id).map(|place| view! { <Portal mount=place>{children()}</Portal> })
}

#[component]
fn Header(lang: Memo<Lang>, lang_tag: RwSignal<String>, theme: RwSignal<String>) -> impl IntoView {
    // The same was shown without a program. Not earlier: the page would jump.
    page::remove("first");
    let language = move |value: Lang| {
        view! {
            <button
                type="button"
                lang=value.tag()
                aria-pressed=move || if lang.get() == value { "true" } else { "false" }
                on:click=move |_| lang_tag.set(value.tag().to_owned())
            >
                {Words::of(value).language}
            </button>
        }
    };
    let theme_button = move |value: &'static str| {
        view! {
            <button
                type="button"
                aria-pressed=move || if theme.with(|theme| theme == value) { "true" } else { "false" }
                on:click=move |_| theme.set(value.to_owned())
            >
                {move || Words::of(lang.get()).theme(value)}
            </button>
        }
    };
    view! {
        <header class="page-bar">
            <div class="choice" role="group" aria-label=move || Words::of(lang.get()).choose_language>
                {LANGUAGES.map(language)}
            </div>
            <div class="choice" role="group" aria-label=move || Words::of(lang.get()).choose_theme>
                {THEMES.map(theme_button)}
            </div>
        </header>
    }
}

/// How to embed the explorer: the configurator. It is a program of its own (`src/bin/kit`), fetched when the reader comes near, or at once
/// if the address has its state.
#[component]
fn PutItIn(lang: Memo<Lang>) -> impl IntoView {
    let words = move || Words::of(lang.get());
    Effect::new(|_| match page::search_param(KIT) {
        Some(_) => page::load_module(START),
        None => page::when_near(KIT, || page::load_module(START)),
    });
    view! {
        <section class="put" aria-label=move || words().put_title>
            <h2>{move || words().put_title}</h2>
            <p>{move || words().put_lead}</p>
            <div class="kit" id=KIT></div>
        </section>
    }
}

#[component]
fn Footer(lang: Lang) -> impl IntoView {
    let words = Words::of(lang);
    let catalog = data::bundled();
    let sources = catalog.sources.iter().filter_map(|source| {
        let name = lang.label(source.name);
        source.url.map(|url| view! { <li><a href=url rel="noopener">{name}</a></li> })
    });
    view! {
        <footer class="page page-foot">
            <p>{(words.data)(&lang.messages().date(catalog.as_of))}</p>
            <ul class={"sources"}>{sources.collect_view()}</ul>
            <p>{(words.version)(NAME, data::VERSION)}</p>
        </footer>
    }
}
