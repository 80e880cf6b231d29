//! The texts to paste, for one host: the files to copy, each text with its place, the policy, and the cost.

use leptos::prelude::*;
use sandbox_explorer::page;
use sandbox_explorer_kit::{Cost, HOSTS, Piece, cost, files_of, host, notices, policy, text};

use crate::Tool;

#[component]
pub(crate) fn Texts(tool: Tool) -> impl IntoView {
    let Tool { state, files, lang, words, .. } = tool;
    let option = |host: &'static sandbox_explorer_kit::Host| view! { <option value=host.slug>{host.name}</option> };
    let chosen = move || state.with(|state| state.host.slug);
    let choose = move |event| {
        if let Ok(host) = host(&event_target_value(&event)) {
            state.update(|state| state.host = host);
        }
    };
    let pieces =
        Memo::new(move |_| state.with(|state| files.with(|files| text(&state.choice, state.host, files, lang))));
    let told = move || {
        state.with(|state| {
            notices(&state.choice, state.host).into_iter().map(|it| words.notice(it, state.host)).collect::<Vec<_>>()
        })
    };
    let told = Memo::new(move |_| told());
    let allowed = Memo::new(move |_| state.with(|state| policy(&state.choice, state.host)));
    view! {
        <div class="kit-paste">
            <h3>{words.paste}</h3>
            <label class="kit-field kit-host">
                <span>{words.host}</span>
                <select prop:value=chosen on:change=choose>{HOSTS.iter().map(option).collect_view()}</select>
            </label>
            {move || told.get().into_iter().map(|line| view! { <p class="kit-notice">{line}</p> }).collect_view()}
            <Copied tool/>
            {move || pieces.get().into_iter().rev().map(|piece| view! { <Text tool piece/> }).collect_view()}
            {move || {
                let piece = allowed.get();
                view! { <Code tool title=words.policy.to_owned() text=piece/> }
            }}
            <Costs tool/>
        </div>
    }
}

/// The files to copy.
#[component]
fn Copied(tool: Tool) -> impl IntoView {
    let Tool { state, lang, words, .. } = tool;
    let list = Memo::new(move |_| {
        state.with(|state| {
            let names: Vec<&str> =
                files_of(&state.choice, state.host, lang).into_iter().map(|(name, _)| name).collect();
            (state.host.directory, names)
        })
    });
    move || match list.get() {
        (_, names) if names.is_empty() => ().into_any(),
        (None, _) => view! { <p>{words.files_packed}</p> }.into_any(),
        (Some(directory), names) => {
            let lead = if directory.is_empty() {
                words.files_next.to_owned()
            } else {
                words.files_to.replace("{}", directory)
            };
            let link = |name: &'static str| {
                view! { <li><a href=["embed/", name].concat() download=name>{name}</a></li> }
            };
            view! { <p>{lead}</p><ul class="kit-files">{names.into_iter().map(link).collect_view()}</ul> }.into_any()
        }
    }
}

#[component]
fn Text(tool: Tool, piece: Piece) -> impl IntoView {
    view! { <Code tool title=tool.words.place(&piece.place) text=piece.text/> }
}

/// A text with its place, and a button that copies it.
#[component]
fn Code(tool: Tool, title: String, text: String) -> impl IntoView {
    let Tool { said, words, .. } = tool;
    let name = format!("{}: {title}", words.copy);
    let is_copied = RwSignal::new(false);
    let copy = {
        let (title, text) = (title.clone(), text.clone());
        move |_| {
            let title = title.clone();
            page::copy(&text, move |it_is| {
                _ = is_copied.try_set(it_is);
                // Emptied first, so that the same sentence is announced again.
                said.set(String::new());
                let sentence = if it_is { words.copied.replace("{}", &title) } else { words.not_copied.to_owned() };
                page::set_timeout(50, move || _ = said.try_set(sentence));
            });
        }
    };
    view! {
        <h4>{title.clone()}</h4>
        <div class="snippet">
            <pre tabindex="0" role="group" aria-label=title><code>{text}</code></pre>
            <button type="button" aria-label=name on:click=copy>
                {move || if is_copied.get() { words.copied.split([':', '：']).next().unwrap_or_default() } else { words.copy }}
            </button>
        </div>
    }
}

/// What a reader downloads.
#[component]
fn Costs(tool: Tool) -> impl IntoView {
    let Tool { state, files, lang, words, .. } = tool;
    let known = Memo::new(move |_| {
        state.with(|state| files.with(|files| (cost(&state.choice, state.host, files, lang), files.is_empty())))
    });
    let rows = |Cost { with_page, seen, after }: Cost| {
        let row = |(words, bytes): (&'static str, u64)| {
            view! { <div><dt>{words}</dt><dd>{format!("{:.1} kB", bytes as f64 / 1000.0)}</dd></div> }
        };
        view! { <dl class="kit-costs">{words.costs.into_iter().zip([with_page, seen, after]).map(row).collect_view()}</dl> }
    };
    view! {
        <h4>{words.cost}</h4>
        {move || match known.get() {
            (Some(cost), _) => rows(cost).into_any(),
            (None, true) if state.with(|state| state.host.slug != "leptos") => view! { <p>{words.no_sizes}</p> }.into_any(),
            (None, _) => view! { <p>{words.cost_inside}</p> }.into_any(),
        }}
    }
}
