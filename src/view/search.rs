//! The search box.

use super::still;
use crate::browser::Element;
use crate::effect;
use crate::i18n::Lang;
use crate::state::State;

/// A labelled search box; Escape clears it.
pub(super) fn search(state: State, lang: Lang) -> Element {
    let messages = lang.messages();
    let set = move |search: String| state.filter.update(|filter| filter.search = search);
    let n_projects = messages.projects(state.scope.with_untracked(Vec::len));
    let input = Element::new("input", "se-search-input")
        .attr("type", "search")
        .attr("part", "search-input")
        .attr("aria-label", messages.search)
        .attr("placeholder", &messages.search_hint.fill([&n_projects]))
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .on("input", move |event| set(event.value()))
        .on("keydown", move |event| {
            // Only an Escape that does something is kept from the page (it may close a dialog that we are in).
            if event.key() == "Escape" && state.filter.with_untracked(|filter| !filter.search.is_empty()) {
                event.take();
                set(String::new());
            }
        });
    let input = still::named(state, input, "q", String::new);
    let value = input.clone();
    effect::now(move || state.filter.with(|filter| value.set_value(&filter.search)));
    Element::new("div", "se-search").attr("role", "search").attr("part", "search").child(input)
}
