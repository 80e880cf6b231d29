//! Which projects exist: the values of each facet, and single projects, as boxes to tick. The scope is a query string, as readers have it.

use leptos::prelude::*;
use sandbox_explorer::facet::{FACETS, Index};
use sandbox_explorer::filter::Filter;
use sandbox_explorer::query;

use crate::Tool;
use crate::fields::Check;

/// A list that is longer than this can be narrowed.
const LONG: usize = 24;

/// One box: its name, and what it does to the scope.
#[derive(Clone)]
struct Item {
    label: String,
    is_on: fn(&Filter, usize, u16) -> bool,
    toggle: fn(&mut Filter, usize, u16),
    facet: usize,
    number: u16,
}

fn parse(scope: &str) -> Filter {
    query::parse(Index::bundled(), scope)
}

#[component]
pub(crate) fn Scope(tool: Tool) -> impl IntoView {
    let index = Index::bundled();
    let facets = (0..FACETS.len()).map(|facet| {
        let items = (0..index.values(facet).len() as u16).map(|number| Item {
            label: index.name(facet, number, tool.lang).to_owned(),
            is_on: |filter, facet, number| filter.chosen[facet].contains(&number),
            toggle: |filter, facet, number| filter.toggle(facet, number),
            facet,
            number,
        });
        let is_open = facet == index.tabs;
        view! { <Boxes tool label=index.label(facet, tool.lang) items=items.collect() is_open/> }
    });
    let projects = index.catalog.projects.iter().enumerate().map(|(number, project)| Item {
        label: project.name.to_owned(),
        is_on: |filter, _, number| filter.projects.contains(&number),
        toggle: |filter, _, number| match filter.projects.iter().position(|&known| known == number) {
            Some(at) => drop(filter.projects.remove(at)),
            None => filter.projects.push(number),
        },
        facet: 0,
        number: number as u16,
    });
    let mut projects: Vec<Item> = projects.collect();
    projects.sort_by_key(|item| item.label.to_lowercase());
    view! {
        {facets.collect_view()}
        <Boxes tool label=tool.words.single_projects items=projects is_open=false/>
    }
}

/// The boxes of a facet, or of all projects.
#[component]
fn Boxes(tool: Tool, label: &'static str, items: Vec<Item>, is_open: bool) -> impl IntoView {
    let scope = tool.value("scope");
    let chosen = Memo::new(move |_| scope.with(|scope| parse(scope)));
    let is_long = items.len() > LONG;
    let narrowed = RwSignal::new(String::new());
    let (facet, test) = items.first().map_or((0, None), |item| (item.facet, Some(item.is_on)));
    let numbers: Vec<u16> = items.iter().map(|item| item.number).collect();
    let n_chosen = move || {
        let n = chosen.with(|filter| {
            numbers.iter().filter(|&&number| test.is_some_and(|is_on| is_on(filter, facet, number))).count()
        });
        (n > 0).then(|| view! { <span class="kit-count">{n}</span> })
    };
    let check = move |item: Item| {
        let Item { label, is_on, toggle, facet, number } = item;
        let is_shown = {
            let label = label.to_lowercase();
            move || narrowed.with(|words| words.is_empty() || label.contains(&words.to_lowercase()))
        };
        let is_on = Signal::derive(move || chosen.with(|filter| is_on(filter, facet, number)));
        let set = Callback::new(move |_| {
            let mut filter = parse(&tool.state.with_untracked(|state| state.choice.get("scope").to_owned()));
            toggle(&mut filter, facet, number);
            tool.set("scope", &query::print(Index::bundled(), &filter));
        });
        view! { <li hidden=move || !is_shown()><Check label is_on set/></li> }
    };
    let narrow = is_long.then(|| {
        view! {
            <input
                type="search"
                class="kit-narrow"
                aria-label=format!("{}: {label}", tool.words.narrow)
                placeholder=tool.words.narrow
                on:input=move |event| narrowed.set(event_target_value(&event).trim().to_owned())
            />
        }
    });
    view! {
        <details class="kit-facet" open=is_open>
            <summary>{label} {n_chosen}</summary>
            {narrow}
            <ul class="kit-boxes" aria-label=label>{items.into_iter().map(check).collect_view()}</ul>
        </details>
    }
}
