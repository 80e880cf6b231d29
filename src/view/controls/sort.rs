//! The sort control.

use leptos::prelude::*;

use crate::dom::Element;
use crate::effect::render_effect;
use crate::filter::{self, Sort};
use crate::i18n::Lang;
use crate::state::State;
use crate::view::prerendered;

/// Whether the default order is that of a list in the scope.
fn listed(state: State) -> bool {
    state.catalog.scope_filter.with(|scope| !scope.projects.is_empty())
}

/// Whether the default order is relevance.
fn searching(state: State) -> bool {
    state.selection.filter.with(|filter| filter::has_words(&filter.search))
}

/// Whether an order is now the one in its name; the default order can be another one.
pub(crate) fn is_itself(state: State, sort: Sort) -> bool {
    sort != Sort::default() || !listed(state) && !searching(state)
}

/// A labelled native select.
pub(crate) fn sort(state: State, lang: Lang) -> Element {
    let messages = state.words(lang);
    let option = |sort: Sort| {
        let option = Element::new("option", "").attr("value", sort.slug());
        // Only the default order changes its name.
        if sort == Sort::default() {
            option.live_text(move || sort.label(messages, searching(state), listed(state)).to_owned())
        } else {
            option.text(sort.label(messages, false, false))
        }
    };
    let index = state.catalog.known.get_untracked();
    let offered = Sort::ALL.into_iter().filter(|sort| sort.is_offered(index));
    let select = Element::new("select", "se-select").children(offered.map(option)).on("change", move |event| {
        let slug = event.value();
        let sort = Sort::ALL.into_iter().find(|sort| sort.slug() == slug).unwrap_or_default();
        state.selection.filter.update(|filter| filter.sort = sort);
    });
    let select = prerendered::named(state, select, "sort", String::new);
    let value = select.clone();
    render_effect(move || value.set_value(state.selection.filter.with(|filter| filter.sort.slug())));
    Element::new("label", "se-sort")
        .attr("part", "sort")
        .child(Element::new("span", "se-sort-label").text(messages.sort))
        .child(select)
}
