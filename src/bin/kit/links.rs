//! Links to the author's own posts, which the cards show.

use leptos::prelude::*;
use sandbox_explorer::data;
use sandbox_explorer_kit::Link;

use crate::Tool;

#[component]
pub(crate) fn Links(tool: Tool) -> impl IntoView {
    let n_links = Memo::new(move |_| tool.state.with(|state| state.choice.links.len()));
    let add = move |_| {
        let slug = data::bundled().parts.last().map_or("", |part| part.slug).to_owned();
        let link = Link { about: "part".to_owned(), slug, ..Link::default() };
        tool.state.update(|state| state.choice.links.push(link));
    };
    view! {
        <fieldset class="kit-links">
            <legend>{tool.words.links}</legend>
            <For each=move || 0..n_links.get() key=|at| *at children=move |at| view! { <One tool at/> }/>
            <button type="button" class="kit-button" on:click=add>{tool.words.link_add}</button>
        </fieldset>
    }
}

/// One link, by its place in the list.
#[component]
fn One(tool: Tool, at: usize) -> impl IntoView {
    let of = move |part: fn(&Link) -> String| {
        Memo::new(move |_| tool.state.with(|state| state.choice.links.get(at).map(part).unwrap_or_default()))
    };
    let change = move |change: &dyn Fn(&mut Link)| {
        tool.state.update(|state| state.choice.links.get_mut(at).into_iter().for_each(change));
    };
    let subject = of(|link| format!("{}={}", link.about, link.slug));
    let (href, text) = (of(|link| link.href.clone()), of(|link| link.text.clone()));
    let parts = data::bundled().parts.iter().map(|part| (format!("part={}", part.slug), tool.lang.label(part.name)));
    let projects = data::bundled().projects.iter().map(|project| (format!("project={}", project.id), project.name));
    let option = |(value, label): (String, &'static str)| view! { <option value=value>{label}</option> };
    let remove = move |_| tool.state.update(|state| _ = state.choice.links.remove(at));
    let choose = move |event| {
        let value = event_target_value(&event);
        let (about, slug) = value.split_once('=').unwrap_or_default();
        change(&|link| (link.about, link.slug) = (about.to_owned(), slug.to_owned()));
    };
    // One line each in the address of this page, and no spaces in an address.
    let write_href = move |event| {
        let value = event_target_value(&event).trim().replace(' ', "%20");
        if !value.to_lowercase().starts_with("javascript:") {
            change(&|link| link.href = value.clone());
        }
    };
    let write_text = move |event| {
        let value = event_target_value(&event);
        change(&|link| link.text = value.clone());
    };
    view! {
        <div class="kit-link">
            <label class="kit-field">
                <span>{tool.words.link_about}</span>
                <select prop:value=subject on:change=choose>{parts.chain(projects).map(option).collect_view()}</select>
            </label>
            <label class="kit-field">
                <span>{tool.words.link_href}</span>
                <input type="text" inputmode="url" placeholder="/posts/…" prop:value=href on:input=write_href/>
            </label>
            <label class="kit-field">
                <span>{tool.words.link_text}</span>
                <input type="text" prop:value=text on:input=write_text/>
            </label>
            <button type="button" class="kit-button" on:click=remove>{tool.words.link_remove}</button>
        </div>
    }
}
