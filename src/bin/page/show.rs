//! “See it all”: the four layouts in a sample post of the series, grounds, and long lists by `src`. All are real elements, which load by
//! themselves when they come near; those of the long lists are in closed `<details>`, where they never do.

use leptos::prelude::*;
use sandbox_explorer::i18n::Lang;

use crate::show_words::ShowWords;

/// The classes of `ShowWords::names`.
const GROUNDS: [&str; 4] = ["white", "night", "paper", "blue"];

#[component]
pub(crate) fn ShowAll(lang: Memo<Lang>) -> impl IntoView {
    let words = move || ShowWords::of(lang.get());
    let ground = move |at: usize| {
        let id = format!("see-{}", GROUNDS[at]);
        view! {
            <figure class=format!("see-ground {}", GROUNDS[at])>
                <figcaption id=id.clone()>{move || words().names[at]}</figcaption>
                <sandbox-explorer layout="single" scope="project=youki" heading-level="4" aria-labelledby=id></sandbox-explorer>
            </figure>
        }
    };
    view! {
        <section class="tool see" id="see" aria-labelledby="see-title">
            <h2 id="see-title">{move || words().title}</h2>
            <p class="tool-lead">{move || words().lead}</p>
            <h3>{move || words().post}</h3>
            <Post lang/>
            <h3>{move || words().grounds}</h3>
            <p>{move || words().grounds_lead}</p>
            <div class="see-grounds">{std::array::from_fn::<_, 4, _>(ground).into_iter().collect_view()}</div>
            <h3>{move || words().lists}</h3>
            <p>{move || words().lists_lead}</p>
            <LongList lang name="cncf" list="cncf/landscape: landscape.yml" label=|words| words.landscape/>
            <LongList lang name="awesome-rust" list="rust-unofficial/awesome-rust: README.md" label=|words| words.awesome/>
        </section>
    }
}

/// A post of the series, with every layout in it.
#[component]
fn Post(lang: Memo<Lang>) -> impl IntoView {
    let words = move || ShowWords::of(lang.get());
    let link = move |at: usize| {
        let href = format!("#see-part-{}", at + 1);
        view! { <li><a data-part=(at + 1).to_string() href=href>{move || words().posts[at]}</a></li> }
    };
    view! {
        <article class="see-post" id="see-part-4">
            <h4 id="see-post-title">{move || words().post_title}</h4>
            <p>
                {move || words().inline[0]}
                <sandbox-explorer layout="inline" scope="project=youki"><a href="https://github.com/youki-dev/youki">"youki"</a></sandbox-explorer>
                {move || words().inline[1]}
            </p>
            <p id="see-single">{move || words().single}</p>
            <sandbox-explorer layout="single" scope="project=kmesh" heading-level="5" aria-labelledby="see-single"></sandbox-explorer>
            <p id="see-compact">{move || words().compact}</p>
            <sandbox-explorer
                layout="compact" scope="part=4" heading-level="5" without-tabs="" without-facets="" aria-labelledby="see-compact"
            ></sandbox-explorer>
            <p id="see-full">{move || words().full}</p>
            <sandbox-explorer
                class="see-full" scope="part=3,4&category=security-compliance,scheduling-orchestration,service-mesh" current-part="4" published="2024-12-20" heading-level="5" without-facets=""
                aria-labelledby="see-full"
            >
                <ul>{std::array::from_fn::<_, 4, _>(link).into_iter().collect_view()}</ul>
            </sandbox-explorer>
        </article>
    }
}

/// A list of others, which loads when it is opened.
#[component]
fn LongList(
    lang: Memo<Lang>,
    /// The name of the catalog in `tools/`.
    name: &'static str,
    /// The file of which it was made.
    list: &'static str,
    label: fn(&'static ShowWords) -> &'static str,
) -> impl IntoView {
    let words = move || ShowWords::of(lang.get());
    let id = format!("see-{name}");
    view! {
        <details class="tool-more see-list">
            <summary id=id.clone()>{move || label(words())}</summary>
            <p class="quiet">{move || (words().from)(list)}</p>
            <sandbox-explorer src=format!("tools/{name}.json") heading-level="4" aria-labelledby=id></sandbox-explorer>
        </details>
    }
}
