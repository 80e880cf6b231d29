//! A project's card.

use leptos::prelude::*;
use leptos::tachys::html::element::custom;

use super::life_line::LifeLine;
use super::link::Link;
use super::mark::Mark;
use crate::filter;
use crate::i18n::Lang;
use crate::model::{Catalog, Date, Level, Project};

const HEADINGS: [&str; 5] = ["h2", "h3", "h4", "h5", "h6"];

/// What a project's category is called.
pub(super) fn category(catalog: &Catalog, project: &Project, lang: Lang) -> &'static str {
    let category = catalog.categories.iter().find(|category| category.slug == project.category);
    category.map_or(project.category, |category| lang.of(category.name))
}

/// The hue of a project's category, in degrees.
pub(super) fn hue(catalog: &Catalog, project: &Project) -> String {
    let category = catalog.categories.iter().find(|category| category.slug == project.category);
    category.map_or(210, |category| category.hue).to_string()
}

/// "Archived 2025", "Incubating since 2026"; nothing while it is in the Sandbox.
pub(super) fn moved_on(project: &Project, lang: Lang) -> Option<String> {
    let messages = lang.messages();
    let year = filter::moved_on(project)?.year;
    Some(match project.maturity.level {
        Level::Archived => (messages.archived_in)(year),
        level => (messages.since)(messages.level(level), year),
    })
}

/// The card. Its one action, the button by the project's name, is heard by the list that it stands in.
#[component]
pub(super) fn Card(
    /// The catalog, for what the project's slugs mean.
    catalog: &'static Catalog,
    /// The project.
    project: &'static Project,
    /// Language of its text.
    lang: Lang,
    /// Level of its heading, 2–6.
    heading_level: u8,
) -> impl IntoView {
    let messages = lang.messages();
    let name = view! {
        <button class="se-open" type="button" part="name" data-project=project.id>
            {project.name}
        </button>
    };
    view! {
        <li class={"se-item"}>
            <article class="se-card" part="card" style:--se-hue=hue(catalog, project)>
                <div class={"se-head"}>
                    <Mark project/>
                    {custom(HEADINGS[usize::from(heading_level.clamp(2, 6)) - 2]).class("se-name").child(name)}
                    <p class={"se-part"}>{(messages.part_short)(project.part)}</p>
                    <p class={"se-kind"}>
                        <span class={"se-category"}>{category(catalog, project, lang)}</span>
                        {moved_on(project, lang).map(|moved| view! { <span class={"se-moved"}>{moved}</span> })}
                    </p>
                </div>
                <div class={"se-body-text"}>
                    <p class="se-summary" part="summary">{lang.of(project.summary)}</p>
                </div>
                <LifeLine catalog project/>
                <p class={"se-dates"}>
                    <span>
                        {messages.first_commit}" "
                        <time datetime=project.first_commit.to_string()>{(messages.date)(month_of(project.first_commit))}</time>
                    </span>
                    <span>
                        {messages.sandbox}" "
                        <time datetime=project.accepted.to_string()>{(messages.date)(month_of(project.accepted))}</time>
                    </span>
                </p>
                <div class={"se-meta"}>
                    <p class={"se-facts"}>
                        <span class={"se-languages"}>{project.languages.join(" · ")}</span>
                        <span class={"se-licence"}>{project.licence}</span>
                    </p>
                    <p class={"se-links"}>
                        <Link label=messages.website href=project.links.website of=project.name/>
                        <Link label=messages.code href=project.links.repository of=project.name/>
                    </p>
                </div>
            </article>
        </li>
    }
}

/// The date without its day: enough for a card.
fn month_of(date: Date) -> Date {
    Date { day: 0, ..date }
}
