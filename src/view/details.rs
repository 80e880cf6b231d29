//! The details of one project: a modal dialog with every fact that the data has on it.

use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;

use super::card::{category, hue, moved_on};
use super::life_line::LifeLine;
use super::link::Link;
use super::mark::Mark;
use crate::browser;
use crate::filter;
use crate::i18n::{self, Lang};
use crate::model::{Catalog, Count, Date, Project};
use crate::state::State;

/// A native modal dialog: the browser keeps focus in it, closes it on Escape and gives the focus back.
#[component]
pub(super) fn Details(state: State, lang: Lang) -> impl IntoView {
    let messages = lang.messages();
    let dialog = NodeRef::<html::Dialog>::new();
    let open = Memo::new(move |_| state.open());
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            browser::show_modal(&dialog, open.get().is_some());
        }
    });
    let project = move || {
        let projects = state.index.get_untracked().catalog.projects;
        open.get().map(|number| &projects[usize::from(number)])
    };
    // A step within what is shown; `None` at its ends and for a project that the filter hides.
    let step = move |by: isize| {
        let number = open.get()?;
        state.outcome.with(|outcome| {
            let at = outcome.shown.iter().position(|&shown| shown == number)?;
            outcome.shown.get(at.checked_add_signed(by)?).copied()
        })
    };
    let step_button = move |by: isize, class: &'static str, label: &'static str| {
        view! {
            <button
                class=class
                type="button"
                aria-label=label
                // Not `disabled`, which would drop the focus at the end of the list.
                aria-disabled=move || step(by).is_none().then_some("true")
                on:click=move |_| {
                    if let Some(number) = step(by) {
                        state.set_open(Some(number));
                    }
                }
            ></button>
        }
    };
    let close = move || {
        if open.get_untracked().is_some() {
            state.set_open(None);
        }
    };
    let close_outside = move |event: MouseEvent| {
        if browser::is_own_event(&event) {
            close();
        }
    };
    view! {
        <dialog
            class="se-details"
            part="dialog"
            node_ref=dialog
            aria-label=move || project().map(|project| project.name)
            on:close=move |_| close()
            on:click=close_outside
        >
            <div class={"se-details-inner"}>
                <div class={"se-details-bar"}>
                    {step_button(-1, "se-step se-previous", messages.previous)}
                    {step_button(1, "se-step se-next", messages.next)}
                    <button
                        class="se-step se-close"
                        type="button"
                        autofocus
                        aria-label=messages.close
                        on:click=move |_| close()
                    ></button>
                </div>
                {move || {
                    let catalog = state.index.get_untracked().catalog;
                    project().map(|project| view! { <Body catalog project lang/> })
                }}
            </div>
        </dialog>
    }
}

/// A row of the facts: what it is called, and what it says.
type Fact = (&'static str, String);

fn facts(project: &Project, lang: Lang) -> Vec<Fact> {
    let messages = lang.messages();
    let date = |date: Date| (messages.date)(date);
    let count = |count: Option<Count>, round: bool| {
        let count = count?;
        let number = i18n::number(count.value);
        let number = if round { (messages.about)(&number) } else { number };
        Some((messages.counted)(&number, &date(count.as_of)))
    };
    let level = messages.level(project.maturity.level);
    let rows = [
        (messages.maturity, Some((messages.counted)(level, &date(project.maturity.since)))),
        (messages.part, Some((messages.part_short)(project.part))),
        (messages.language, Some(project.languages.join(messages.list_separator))),
        (messages.licence, Some(project.licence.to_owned())),
        (messages.owner, project.owner.map(|owner| lang.of(owner).to_owned())),
        (messages.first_commit, Some(date(project.first_commit))),
        (messages.accepted, Some(date(project.accepted))),
        (messages.age, Some((messages.years)(filter::age_in_tenths(project)))),
        (messages.earlier_stay, project.history.map(|h| (messages.stayed)(&date(h.first_accepted), &date(h.archived)))),
        (messages.stars, count(project.stars, true)),
        (messages.contributors, count(project.contributors, true)),
        (messages.authors, count(project.authors, false)),
        (messages.also_known_as, (!project.former_names.is_empty()).then(|| project.former_names.join(messages.list_separator))),
    ];
    rows.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

#[component]
fn Body(catalog: &'static Catalog, project: &'static Project, lang: Lang) -> impl IntoView {
    let messages = lang.messages();
    let links = &project.links;
    let of_project =
        [(messages.website, Some(links.website)), (messages.code, Some(links.repository)), (messages.docs, links.docs)];
    let of_cncf = [
        (messages.sandbox_request, links.sandbox_request),
        (messages.onboarding, links.onboarding),
        (messages.onboarding_other, links.onboarding_other),
        (messages.devstats, links.devstats),
    ];
    let region = project.region.and_then(|slug| catalog.regions.iter().find(|region| region.slug == slug));
    let mut facts = facts(project, lang);
    facts.extend(region.map(|region| (messages.region, lang.of(region.name).to_owned())));
    let fact = |(name, value): Fact| {
        view! {
            <div class={"se-fact"}>
                <dt>{name}</dt>
                <dd>{value}</dd>
            </div>
        }
    };
    let axis_start = catalog.projects.iter().map(|project| project.first_commit.year).min();
    view! {
        <div class={"se-details-body"} style:--se-hue=hue(catalog, project)>
            <div class={"se-details-head"}>
                <Mark project/>
                <h2 class={"se-details-name"}>{project.name}</h2>
                <p class={"se-kind"}>
                    <span class={"se-category"}>{category(catalog, project, lang)}</span>
                    {moved_on(project, lang).map(|moved| view! { <span class={"se-moved"}>{moved}</span> })}
                </p>
            </div>
            <p class={"se-details-summary"}>{lang.of(project.summary)}</p>
            <LifeLine catalog project/>
            <p class={"se-axis"} aria-hidden="true">
                <span>{axis_start}</span>
                <span>{messages.today}</span>
            </p>
            <h3 class={"se-details-heading"}>{messages.features}</h3>
            <ul class={"se-features"}>
                {project.features.iter().map(|&text| view! { <li>{lang.of(text)}</li> }).collect_view()}
            </ul>
            <h3 class={"se-details-heading"}>{messages.facts}</h3>
            <dl class={"se-fact-list"}>{facts.into_iter().map(fact).collect_view()}</dl>
            <ul class={"se-tags"} aria-label=messages.tag>
                {project.tags.iter().map(|&tag| view! { <li class={"se-tag"}>{tag}</li> }).collect_view()}
            </ul>
            <LinkGroup name=messages.links_project of=project.name links=of_project.to_vec()/>
            <LinkGroup name=messages.links_cncf of=project.name links=of_cncf.to_vec()/>
            <Disputes catalog project lang/>
            <Sources catalog project lang/>
        </div>
    }
}

#[component]
fn LinkGroup(
    name: &'static str,
    of: &'static str,
    links: Vec<(&'static str, Option<&'static str>)>,
) -> impl IntoView {
    let link = |(label, href): (&'static str, Option<&'static str>)| {
        href.map(|href| view! { <li><Link label href of/></li> })
    };
    view! {
        <h3 class={"se-details-heading"}>{name}</h3>
        <ul class={"se-link-list"}>{links.into_iter().map(link).collect_view()}</ul>
    }
}

/// The facts on which sources disagree, with what each says; the first value is the one used here.
#[component]
fn Disputes(catalog: &'static Catalog, project: &'static Project, lang: Lang) -> impl IntoView {
    let messages = lang.messages();
    let source = move |slug: &'static str| {
        let source = catalog.sources.iter().find(|source| source.slug == slug);
        source.map_or(slug, |source| lang.of(source.name))
    };
    (!project.disputes.is_empty()).then(|| {
        let dispute = move |dispute: &'static crate::model::Dispute| {
            let claims = dispute.claims.iter().enumerate().map(move |(n, claim)| {
                view! {
                    <li>
                        <b>{lang.of(claim.value)}</b>
                        <span class={"se-quiet"}>
                            {source(claim.source)}
                            {(n == 0).then(|| [messages.list_separator, messages.stands].concat())}
                        </span>
                    </li>
                }
            });
            view! {
                <div class={"se-fact"}>
                    <dt>{messages.field(dispute.field)}</dt>
                    <dd>
                        <ul class={"se-claims"}>{claims.collect_view()}</ul>
                        <p>{lang.of(dispute.note)}</p>
                    </dd>
                </div>
            }
        };
        view! {
            <h3 class={"se-details-heading"}>{messages.disputes}</h3>
            <dl class={"se-dispute-list"}>{project.disputes.iter().map(dispute).collect_view()}</dl>
        }
    })
}

/// Where the facts come from: one line for each source, with the day whose state it shows and the fields read from it.
#[component]
fn Sources(catalog: &'static Catalog, project: &'static Project, lang: Lang) -> impl IntoView {
    let messages = lang.messages();
    let line = move |source: &'static crate::model::Source| {
        let fields: Vec<_> = project.sources.iter().filter(|(_, slug)| *slug == source.slug).collect();
        let fields: Vec<_> = fields.into_iter().map(|(field, _)| messages.field(*field)).collect();
        (!fields.is_empty()).then(|| {
            // The repository has no day of its own: each project's was read at its own commit.
            let at = match source.as_of {
                Some(date) => (messages.date)(date),
                None => [project.snapshot, " · ", &(messages.date)(project.snapshot_date)].concat(),
            };
            let name = (messages.source_at)(lang.of(source.name), &at);
            view! { <li>{(messages.source_line)(&name, &fields.join(messages.list_separator))}</li> }
        })
    };
    view! {
        <h3 class={"se-details-heading"}>{messages.sources}</h3>
        <ul class={"se-sources"}>{catalog.sources.iter().map(line).collect_view()}</ul>
    }
}
