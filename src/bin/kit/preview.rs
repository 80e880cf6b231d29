//! The preview: the real element with the chosen options, in the width and on the ground of the author's page.

use leptos::prelude::*;
use sandbox_explorer::contract::{PREFIX, tokens};
use sandbox_explorer::options::{ATTRIBUTES, Kind};
use sandbox_explorer::page;
use sandbox_explorer_kit::{Backdrop, Contrast, Ground, State, WIDTHS, contrasts, origin, plain_hex};

use crate::Tool;

/// The ids of the element and of what it is on.
const ELEMENT: &str = "kit-preview";
const STAGE: &str = "kit-stage";

/// Attributes that would not show anything here: the files are those of this page, and it is loaded already.
const NOT_SHOWN: [&str; 2] = ["base", "loading"];
/// The key of the explorer above; the preview must not share its filter.
const TAKEN: &str = "explorer";

#[component]
pub(crate) fn Preview(tool: Tool) -> impl IntoView {
    let Tool { state, words, .. } = tool;
    // Links are read when the element starts.
    let links = Memo::new(move |_| state.with(|state| state.choice.links.clone()));
    let element = move || {
        let links = links.get().into_iter().filter(|link| link.is_complete()).map(|link| {
            let is_about = |about: &str| (link.about == about).then(|| link.slug.clone());
            view! { <a data-part=is_about("part") data-project=is_about("project") href=link.href.clone()>{link.text.clone()}</a> }
        });
        view! { <sandbox-explorer id=ELEMENT aria-label=words.preview>{links.collect_view()}</sandbox-explorer> }
    };
    Effect::new(move |_| {
        links.track();
        state.with(show);
        // And once more where other links have made another element.
        page::after_update(move || _ = state.try_with_untracked(show));
    });
    view! {
        <div class="kit-preview">
            <h3>{words.preview}</h3>
            <div class="kit-bar">
                <Choice label=words.width values=WIDTHS.map(|width| (width, if width == 0 { words.full.to_owned() } else { width.to_string() })).to_vec()
                    is_on=move |width| state.with(|state| state.width == width) choose=move |width| state.update(|state| state.width = width)/>
                <Choice label=words.backdrop values=Backdrop::ALL.into_iter().zip(words.backdrops.map(str::to_owned)).collect()
                    is_on=move |backdrop| state.with(|state| state.backdrop == backdrop) choose=move |backdrop| state.update(|state| state.backdrop = backdrop)/>
            </div>
            {move || (state.with(|state| state.backdrop) == Backdrop::Own).then(|| view! { <Own tool/> })}
            <Contrasts tool/>
            <p class="kit-elsewhere" role="status">{move || state.with(is_elsewhere).then_some(words.elsewhere)}</p>
            <div class="kit-scroll" tabindex="0" role="group" aria-label=words.preview>
                <div class="kit-stage" id=STAGE>{element}</div>
            </div>
        </div>
    }
}

/// Whether the catalog is on another host, which the policy of our page (`index.html`) does not let it ask.
fn is_elsewhere(state: &State) -> bool {
    let asked = origin(state.choice.get("src"));
    asked != origin("") && asked != origin(&page::address(""))
}

/// Gives the element its attributes and its colours, and the stage its width and ground.
fn show(state: &State) {
    for attribute in ATTRIBUTES.iter().filter(|attribute| !NOT_SHOWN.contains(&attribute.name)) {
        let value = match state.choice.get(attribute.name) {
            "" => None,
            _ if attribute.name == "src" && is_elsewhere(state) => None,
            _ if attribute.kind == Kind::Flag => Some(String::new()),
            TAKEN if attribute.name == "url-key" => Some([TAKEN, "-preview"].concat()),
            value => Some(value.to_owned()),
        };
        page::set_attribute_of(ELEMENT, attribute.name, value.as_deref());
    }
    for token in tokens() {
        page::set_style_of(ELEMENT, &[PREFIX, token.name].concat(), state.choice.get(token.name));
    }
    let width = if state.width == 0 { String::new() } else { format!("{}px", state.width) };
    page::set_style_of(STAGE, "width", &width);
    let Ground { background, ink, font } = state.shown_ground();
    for (name, value) in [("background-color", background), ("color", ink), ("font-family", font)] {
        page::set_style_of(STAGE, name, &value);
    }
}

/// A row of buttons, one of which is pressed.
#[component]
fn Choice<T: Copy + Send + Sync + 'static>(
    label: &'static str,
    values: Vec<(T, String)>,
    is_on: impl Fn(T) -> bool + Copy + Send + Sync + 'static,
    choose: impl Fn(T) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let button = move |(value, words): (T, String)| {
        let pressed = move || if is_on(value) { "true" } else { "false" };
        view! { <button type="button" aria-pressed=pressed on:click=move |_| choose(value)>{words}</button> }
    };
    view! {
        <div class="kit-choice">
            <span aria-hidden="true">{label}</span>
            <div class="choice" role="group" aria-label=label>{values.into_iter().map(button).collect_view()}</div>
        </div>
    }
}

/// The colours and the font of the author's page.
#[component]
fn Own(tool: Tool) -> impl IntoView {
    let part: fn(&mut Ground, usize) -> &mut String = |ground, at| match at {
        0 => &mut ground.background,
        1 => &mut ground.ink,
        _ => &mut ground.font,
    };
    let field = move |(at, label): (usize, &'static str)| {
        let value = Memo::new(move |_| tool.state.with(|state| part(&mut state.ground.clone(), at).clone()));
        let write = move |event| {
            let value = event_target_value(&event);
            if Ground::is_usable(&value) {
                tool.state.update(|state| *part(&mut state.ground, at) = value.trim().to_owned());
            }
        };
        let shown = move || plain_hex(&value.get()).unwrap_or_default();
        let picker = (at < 2).then(|| view! { <input type="color" aria-label=label prop:value=shown on:input=write/> });
        let hint = if at < 2 { "#rrggbb" } else { "Georgia, serif" };
        view! {
            <div class="kit-own">
                <label class="kit-field">
                    <span>{label}</span>
                    <input type="text" spellcheck="false" autocomplete="off" placeholder=hint prop:value=value on:input=write/>
                </label>
                {picker}
            </div>
        }
    };
    view! { <div class="kit-ground">{tool.words.ground.into_iter().enumerate().map(field).collect_view()}</div> }
}

/// The contrast of each kind of text.
#[component]
fn Contrasts(tool: Tool) -> impl IntoView {
    let words = tool.words;
    let all = Memo::new(move |_| tool.state.with(|state| contrasts(&state.choice, &state.shown_ground())));
    let item = move |((contrast, _), label): ((Contrast, bool), &'static str)| {
        let is_enough = contrast.is_enough();
        let ratio = contrast.ratio.map(|ratio| format!("{:.1}:1", (ratio * 10.0).floor() / 10.0));
        let verdict = match contrast.ratio {
            Some(_) if is_enough => words.enough,
            Some(_) => words.too_little,
            None => words.unknown,
        };
        view! {
            <li class=if is_enough { "kit-enough" } else { "kit-too-little" }>
                <span>{label}</span> " " <b>{ratio}</b> " " <span class="kit-verdict">{verdict}</span>
            </li>
        }
    };
    view! {
        <ul class="kit-contrasts" aria-label=words.contrast>
            {move || all.get().into_iter().zip(words.contrasts).map(item).collect_view()}
        </ul>
    }
}
