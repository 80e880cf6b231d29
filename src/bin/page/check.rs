//! “Check my page”: the HTML of a page is checked by the worker, and a line for the console of that page checks what HTML cannot tell.

use leptos::prelude::*;
use sandbox_explorer::i18n::Lang;
use sandbox_explorer::page::{self, Answer, Helper, Question};
use serde::Deserialize;

use crate::check_words::CheckWords;
use crate::own::grouped;

/// A finding, with the texts of its row; see `crates/worker`.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Finding {
    line: usize,
    id: String,
    detail: String,
    is_certain: bool,
    /// English, simplified and traditional Chinese.
    what: [String; 3],
    remedy: [String; 3],
}

#[derive(Deserialize)]
struct Findings {
    findings: Vec<Finding>,
}

#[derive(Clone)]
enum Stage {
    Idle,
    Done(Vec<Finding>),
    Failed,
}

/// Which of three texts is of a language.
fn of<T>(lang: Lang, [en, zh, zh_hant]: &[T; 3]) -> &T {
    match lang {
        Lang::Zh => zh,
        Lang::ZhHant => zh_hant,
        Lang::En | Lang::Mirrored => en,
    }
}

#[component]
pub(crate) fn Check(lang: Memo<Lang>, helper: Helper) -> impl IntoView {
    let words = move || CheckWords::of(lang.get());
    let html = RwSignal::new(String::new());
    let pasted = RwSignal::new(String::new());
    let stage = RwSignal::new(Stage::Idle);

    let hear = move |answer: Answer| {
        let findings = (answer.kind() == "done").then(|| answer.data::<Findings>()).flatten();
        stage.set(findings.map_or(Stage::Failed, |it| Stage::Done(it.findings)));
    };
    let helper = StoredValue::new_local(helper);
    let check = move |_| {
        page::spawn_local(async move {
            // The hashes of this version; a development build has none.
            let hashes = page::fetch("embed/integrity.json").await.ok().and_then(|it| String::from_utf8(it).ok());
            let question = Question::new("check")
                .with("html", &html.get_untracked())
                .with("pasted", &pasted.get_untracked())
                .with_json("hashes", hashes.as_deref().unwrap_or("null"));
            helper.with_value(|helper| helper.ask(question, hear));
        });
    };

    view! {
        <section class="tool check" id="check" aria-labelledby="check-title">
            <h2 id="check-title">{move || words().title}</h2>
            <p class="tool-lead">{move || words().lead}</p>
            <div class="tool-field">
                <label for="check-html">{move || words().html}</label>
                <textarea
                    id="check-html" rows="8" spellcheck="false" aria-describedby="check-hint"
                    on:input=move |event| html.set(event_target_value(&event))
                ></textarea>
                <p class="quiet" id="check-hint">{move || words().html_hint}</p>
            </div>
            <div class="tool-field">
                <label for="check-pasted">{move || words().pasted}</label>
                <textarea id="check-pasted" rows="3" spellcheck="false" on:input=move |event| pasted.set(event_target_value(&event))></textarea>
            </div>
            <div class="tool-row">
                <button type="button" class="tool-main" disabled=move || html.with(|html| html.trim().is_empty()) on:click=check>
                    {move || words().check}
                </button>
            </div>
            <p class="tool-status" role="status">
                {move || stage.with(|stage| match stage {
                    Stage::Idle => String::new(),
                    Stage::Done(found) if found.is_empty() => words().right.to_owned(),
                    Stage::Done(found) => (words().wrong)(&grouped(found.len())),
                    Stage::Failed => words().failed.to_owned(),
                })}
            </p>
            {move || stage.with(|stage| match stage {
                Stage::Done(found) if !found.is_empty() => {
                    let rows = found.iter().map(|it| row(it, lang.get())).collect_view();
                    Some(view! { <ol class="findings">{rows}</ol> })
                }
                _ => None,
            })}
            <Console lang/>
        </section>
    }
}

fn row(finding: &Finding, lang: Lang) -> impl IntoView + use<> {
    let words = CheckWords::of(lang);
    let Finding { line, id, detail, is_certain, what, remedy } = finding.clone();
    view! {
        <li class="finding" data-id=id>
            <p>
                {(!is_certain).then(|| view! { <span class="finding-maybe">{words.maybe}</span> })}
                <strong>{of(lang, &what).clone()}</strong>
            </p>
            <p class="finding-place"><code>{detail}</code><span class="quiet">{(words.line)(&grouped(line))}</span></p>
            <p>{of(lang, &remedy).clone()}</p>
        </li>
    }
}

/// The part for the running page. The line is fetched when it is unfolded.
#[component]
fn Console(lang: Memo<Lang>) -> impl IntoView {
    let words = move || CheckWords::of(lang.get());
    let is_open = RwSignal::new(false);
    let line = RwSignal::new(String::new());
    let copied = RwSignal::new(false);
    Effect::new(move |_| {
        if !is_open.get() {
            return;
        }
        let address = ["tools/console.", *of::<&str>(lang.get(), &["en", "zh", "zh-Hant"]), ".js"].concat();
        copied.set(false);
        page::spawn_local(async move {
            let text = page::fetch(&address).await.ok().and_then(|it| String::from_utf8(it).ok());
            line.set(
                text.map_or_else(|| CheckWords::of(lang.get_untracked()).failed.to_owned(), |it| it.trim().to_owned()),
            );
        });
    });
    let copy = move |_| page::copy(&line.get_untracked(), move |is_copied| _ = copied.try_set(is_copied));
    view! {
        <details class="tool-more" on:toggle=move |_| is_open.set(true)>
            <summary>{move || words().console}</summary>
            <p>{move || words().console_lead}</p>
            <div class="tool-code check-line">
                <pre tabindex="0" role="group" aria-label=move || words().console_line><code>{move || line.get()}</code></pre>
                <button type="button" on:click=copy>
                    {move || if copied.get() { words().copied } else { words().copy }}
                </button>
            </div>
        </details>
    }
}
