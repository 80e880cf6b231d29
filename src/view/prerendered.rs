//! The explorer before any code runs: the view that a generator writes into a page (`prerender`), and the behaviour of HTML and
//! CSS alone. Tabs are radio buttons by which CSS filters the cards, details are popovers, and every control has a name and a
//! value, by which the live explorer takes over its state (`npm/takeover.js`). Nothing of this is compiled for a browser.

use crate::dom::{self, Element};
use crate::facet::{FACETS, TABS};
use crate::i18n::{Lang, Messages};
use crate::model::Project;
use crate::state::State;
use crate::text::{concat, decimal};
use crate::view::controls::tabs;
use crate::view::live::button;

/// Whether this is a still view, used before any code runs.
pub(crate) const fn is(state: State) -> bool {
    !dom::IS_LIVE && state.is_still
}

/// A control, with the name and value by which its state is taken over.
pub(crate) fn named(state: State, control: Element, name: &str, value: impl Fn() -> String) -> Element {
    if !is(state) {
        return control;
    }
    let value = value();
    let control = control.attr("name", name);
    if value.is_empty() { control } else { control.attr("value", &value) }
}

/// A tab.
pub(crate) fn tab(state: State, lang: Lang, tab: Option<u16>) -> Element {
    let index = state.index.get_untracked();
    let name = tab.map_or(lang.messages().all, |category| index.name(TABS, category, lang));
    let slug = tab.map_or("", |category| &index.values(TABS)[usize::from(category)].slug);
    let n_projects = state.unordered.with_untracked(|outcome| match tab {
        Some(category) => outcome.count(TABS, category),
        None => outcome.n_all_tabs(),
    });
    let radio = Element::new("input", "se-still-radio")
        .attr("type", "radio")
        .attr("name", FACETS[TABS].key)
        .attr("value", slug)
        .live_flag("checked", move || tabs::chosen(state) == Some(tab));
    Element::new("label", "se-tab")
        .attr("part", "tab")
        .child(radio)
        .text(name)
        .text(" ")
        .child(Element::new("span", "se-count").text(&decimal(n_projects.into())))
}

fn id(project: &Project) -> String {
    concat(&["se-", project.id])
}

/// A button that opens a project's details.
pub(crate) fn opens(button: Element, project: &Project) -> Element {
    button.attr("popovertarget", &id(project))
}

/// The details of a project.
pub(crate) fn dialog(project: &Project, body: Element, messages: &Messages) -> Element {
    let close = button("se-step se-close")
        .attr("aria-label", messages.close)
        .attr("popovertarget", &id(project))
        .attr("popovertargetaction", "hide");
    let inner = Element::new("div", "se-details-inner")
        .child(Element::new("div", "se-details-bar").child(close))
        .child(Element::new("div", "").child(body));
    Element::new("div", "se-details")
        .attr("part", "dialog")
        .attr("role", "dialog")
        .attr("aria-label", project.name)
        .attr("popover", "")
        .attr("id", &id(project))
        .child(inner)
}
