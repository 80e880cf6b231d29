//! “Your own list”: a list of the reader's is imported by a worker, shown in a real element, and saved as a catalog with its snippet.

use leptos::prelude::*;
use sandbox_explorer::i18n::Lang;
use sandbox_explorer::page::{self, Answer, GivenFile, Helper, Opaque, Question};
use serde::Deserialize;

use crate::own_options::{OwnOptions, Wanted};
use crate::own_result::OwnResult;
use crate::own_words::OwnWords;

/// Where a list comes from.
#[derive(Clone)]
enum Source {
    File(GivenFile),
    Text(String),
    Pasted(Opaque),
}

/// What is told about a list that was read; see `crates/worker`.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Told {
    pub(crate) format: String,
    pub(crate) entries: usize,
    pub(crate) categories: usize,
    pub(crate) skipped: Vec<String>,
    pub(crate) left_out: Vec<(String, usize, usize)>,
    pub(crate) has_logos: bool,
}

#[derive(Clone, Copy, Default, Deserialize)]
struct Progress {
    line: usize,
    of: usize,
    entries: usize,
}

#[derive(Deserialize)]
struct Why {
    why: String,
}

/// How far it is.
#[derive(Clone)]
enum Stage {
    Idle,
    Reading,
    /// What was told, the catalog to save, and the one to show.
    Done(Told, Opaque, Opaque),
    Refused(String),
    Failed,
}

#[component]
pub(crate) fn Own(lang: Memo<Lang>, helper: Helper) -> impl IntoView {
    let words = move || OwnWords::of(lang.get());
    let wanted = Wanted::new();
    let source = RwSignal::new_local(None::<Source>);
    let stage = RwSignal::new_local(Stage::Idle);
    let progress = RwSignal::new(Progress::default());
    let text = RwSignal::new(String::new());
    let has_several = RwSignal::new(false);
    let is_over = RwSignal::new(false);

    let hear = move |answer: Answer| match answer.kind().as_str() {
        "progress" => progress.set(answer.data().unwrap_or_default()),
        "done" => match answer.data::<Told>() {
            Some(told) => {
                stage.set(Stage::Done(told, answer.opaque("catalog"), answer.opaque("preview")));
            }
            None => stage.set(Stage::Failed),
        },
        "refused" => stage.set(Stage::Refused(answer.data::<Why>().map(|it| it.why).unwrap_or_default())),
        _ => stage.set(Stage::Failed),
    };
    let helper = StoredValue::new_local(helper);
    let read = move || {
        let Some(source) = source.get_untracked() else { return };
        progress.set(Progress::default());
        stage.set(Stage::Reading);
        let question = Question::new("import").with_all("wanted", wanted.all());
        let question = match &source {
            Source::File(file) => question.with_file("file", file).with("name", &file.name()),
            Source::Text(text) => question.with("text", text).with("name", ""),
            Source::Pasted(text) => question.with_opaque("text", text).with("name", ""),
        };
        helper.with_value(|helper| helper.ask(question, hear));
    };
    let read = StoredValue::new_local(read);
    let take = move |given: Source| {
        source.set(Some(given));
        read.with_value(|read| read());
    };
    let name = move || match source.get() {
        Some(Source::File(file)) => file.name(),
        _ => words().pasted.to_owned(),
    };
    let is_reading = move || stage.with(|stage| matches!(stage, Stage::Reading));
    let give_up = move |_| {
        helper.with_value(Helper::give_up);
        stage.set(Stage::Idle);
    };

    view! {
            <section class="tool own" id="own" aria-labelledby="own-title">
                <h2 id="own-title">{move || words().title}</h2>
                <p class="tool-lead">{move || words().lead}</p>
                <div
                    class="own-drop"
                    class:over=move || is_over.get()
                    on:dragover=move |event| {
                        if page::drags_files(&event) {
                            event.prevent_default();
                            is_over.set(true);
                        }
                    }
                    on:dragleave=move |_| is_over.set(false)
                    on:drop=move |event| {
                        is_over.set(false);
                        if let Some((file, several)) = page::dropped(&event) {
                            event.prevent_default();
                            has_several.set(several);
                            take(Source::File(file));
                        }
                    }
                >
                    <div class="own-file">
                        <div class="own-pick">
    <input
                            id="own-file"
                            type="file"
                            accept=".yml,.yaml,.md,.markdown,.csv,.tsv,.tab,.json,.jsonl,.ndjson,.txt"
                            on:change=move |event| {
                                if let Some(file) = page::picked(&event) {
                                    has_several.set(false);
                                    take(Source::File(file));
                                }
                            }
                        />
    <label for="own-file">{move || words().file}</label>
    </div>
    <span class="quiet">{move || words().drop}</span>
                    </div>
                    <div class="own-text">
                        <label for="own-text">{move || words().text}</label>
                        <textarea
                            id="own-text"
                            rows="4"
                            spellcheck="false"
                            on:input=move |event| text.set(event_target_value(&event))
                            on:paste=move |event| {
                                if let Some(long) = page::pasted(&event) {
                                    take(Source::Pasted(long));
                                }
                            }
                        ></textarea>
                        <button type="button" disabled=move || text.with(|text| text.trim().is_empty()) on:click=move |_| take(Source::Text(text.get()))>
                            {move || words().read}
                        </button>
                    </div>
                </div>
                <OwnOptions lang wanted/>
                <div class="tool-row">
                    <Show when=move || source.with(Option::is_some) && !is_reading()>
                        <button type="button" on:click=move |_| read.with_value(|read| read())>{move || words().again}</button>
                    </Show>
                    <Show when=is_reading>
                        <progress
                            aria-labelledby="own-status"
                            max=move || progress.get().of.max(1).to_string()
                            prop:value=move || f64::from(u32::try_from(progress.get().line).unwrap_or_default())
                        ></progress>
                        <span class="quiet">
                            {move || {
                                let Progress { line, of, entries } = progress.get();
                                (of > 0).then(|| (words().progress)(&grouped(line), &grouped(of), &grouped(entries)))
                            }}
                        </span>
                        <button type="button" on:click=give_up>{move || words().stop}</button>
                    </Show>
                </div>
                <p class="tool-status" id="own-status" role="status">
                    {move || stage.with(|stage| match stage {
                        Stage::Idle => String::new(),
                        Stage::Reading => (words().reading)(&name()),
                        Stage::Done(told, ..) => {
                            let [entries, categories] = [told.entries, told.categories].map(grouped);
                            (words().done)(&name(), &told.format, &entries, &categories)
                        }
                        Stage::Refused(_) => (words().refused)(&name()),
                        Stage::Failed => words().failed.to_owned(),
                    })}
                </p>
                <Show when=move || has_several.get()><p class="quiet">{move || words().several}</p></Show>
                {move || stage.with(|stage| match stage {
                    Stage::Refused(why) => Some(view! { <p class="tool-wrong" lang="en">{why.clone()}</p> }.into_any()),
                    Stage::Done(told, catalog, shown) => {
                        Some(view! { <OwnResult lang told=told.clone() catalog=catalog.clone() shown=shown.clone()/> }.into_any())
                    }
                    _ => None,
                })}
            </section>
        }
}

/// A number with commas between thousands, as in the explorer.
pub(crate) fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
