//! The facets: a fieldset of checkboxes for each, next to the cards or, in a narrow explorer, behind a button.

use leptos::prelude::*;

use crate::dom::Element;
use crate::effect::render_effect;
use crate::facet::{FACETS, PART, TABS};
use crate::i18n::Lang;
use crate::signal::ErasedSignal;
use crate::state::State;
use crate::text::decimal;
use crate::view::live::button;
use crate::view::prerendered;
use crate::view::project::series::here;

/// A facet with more values than this lists the frequent ones first and the others on request.
const MANY: usize = 16;
/// The number of values listed first.
const FEW: usize = 10;

/// The button that expands the facets; it shows the number of active filters.
pub(crate) fn facets_button(state: State, lang: Lang) -> Element {
    let messages = lang.messages();
    button("se-facets-button")
        .attr("part", "facets-button")
        .live_aria("aria-expanded", move || state.selection.facets_open.get())
        .on_click(move || state.selection.facets_open.update(|open| *open = !*open))
        .live_text(move || match state.selection.filter.with(|filter| filter.n_chosen_but(TABS)) {
            0 => messages.filters.to_owned(),
            n => messages.filters_active.fill([&decimal(n as u32)]),
        })
}

/// Every facet except that of the tabs. A facet with a single value for all projects cannot filter anything, and is left out.
pub(crate) fn facets(state: State, lang: Lang) -> Element {
    let shown = (0..FACETS.len()).filter(|&facet| facet != TABS);
    Element::new("div", "se-facets")
        .attr("part", "facets")
        .attr("role", "group")
        .attr("aria-label", lang.messages().filters)
        .live_flag("data-open", move || state.selection.facets_open.get())
        .children(shown.filter_map(|facet| {
            let values = state.catalog.values(facet);
            (values.len() > 1).then(|| fieldset(state, lang, facet, values))
        }))
}

fn fieldset(state: State, lang: Lang, facet: usize, values: Vec<u16>) -> Element {
    let messages = lang.messages();
    let name = (FACETS[facet].label)(messages);
    let fieldset = Element::new("fieldset", "se-facet")
        .attr("part", "facet")
        .child(Element::new("legend", "se-facet-name").text(name));
    let options = Element::new("div", "se-options");
    let n_values = values.len();
    if n_values <= MANY {
        return fieldset.child(options.children(values.into_iter().map(|value| option(state, lang, facet, value))));
    }
    // A rare value that was ever selected stays listed: a link or the back button may select it, and a reader who unticks it
    // must not lose the box under the pointer.
    let kept = ErasedSignal::new(Vec::new());
    let rare = values[FEW..].to_vec();
    render_effect(move || {
        state.results.chosen[facet].with(|chosen| {
            let chosen = chosen.iter().filter(|value| rare.contains(value));
            kept.update(|kept: &mut Vec<u16>| {
                for &value in chosen {
                    if !kept.contains(&value) {
                        kept.push(value);
                    }
                }
            });
        });
    });
    let options = options.live_children(move || {
        // Frequent values come first in the index.
        let rest = if state.selection.all_tags.get() { values[FEW..].to_vec() } else { kept.get() };
        values[..FEW].iter().chain(&rest).map(|&value| option(state, lang, facet, value)).collect()
    });
    let more = button("se-more")
        .live_aria("aria-expanded", move || state.selection.all_tags.get())
        .on_click(move || state.selection.all_tags.update(|all| *all = !*all))
        .live_text(move || {
            if state.selection.all_tags.get() {
                messages.fewer.to_owned()
            } else {
                messages.more.fill([&decimal(n_values as u32)])
            }
        });
    fieldset.child(options).child(more)
}

/// One value: a native checkbox with its name and the number of projects that ticking it would show.
fn option(state: State, lang: Lang, facet: usize, value: u16) -> Element {
    let index = state.catalog.known.get_untracked();
    let name = index.name(facet, value, lang);
    let check = Element::new("input", "se-check")
        .attr("type", "checkbox")
        .on("change", move |_| state.selection.filter.update(|filter| filter.toggle(facet, value)));
    let check =
        prerendered::named(state, check, FACETS[facet].key, || index.values(facet)[usize::from(value)].slug.clone());
    let chosen = move || state.results.chosen[facet].with(|chosen| chosen.contains(&value));
    let n_projects = move || state.results.unordered.with(|outcome| outcome.count(facet, value));
    let ticked = check.clone();
    // The reader's own click has already ticked the box, so the value written last may differ from its state.
    render_effect(move || ticked.set_checked(chosen()));
    let check = check.live_flag("disabled", move || n_projects() == 0 && !chosen());
    let count = Element::new("span", "se-count").live_number(n_projects);
    let here = (facet == PART).then(|| here(state, &index.values(facet)[usize::from(value)].slug, lang)).flatten();
    let label = Element::new("label", "se-option");
    let label = if here.is_some() { label.attr("aria-current", "true") } else { label };
    label
        .child(check)
        .child(Element::new("span", "se-option-name").text(name))
        .text(" ")
        .children(here)
        .text(" ")
        .child(count)
}
