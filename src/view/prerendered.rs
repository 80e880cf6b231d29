//! The explorer before any code runs: the view that a generator writes into a page (`prerender`), and the behaviour of HTML and
//! CSS alone. Tabs are radio buttons by which CSS filters the cards, details are popovers, and every control has a name and a
//! value, by which the live explorer takes over its state (`npm/takeover.js`). Nothing of this is compiled for a browser.

use std::cell::RefCell;
use std::collections::HashSet;
use std::mem;

use crate::dom::Element;
use crate::i18n::Late;
use crate::model::Project;
use crate::state::State;
use crate::text::concat;
use crate::view::live::button;

/// A control, with the name and value by which its state is taken over.
pub(crate) fn named(state: State, control: Element, name: &str, value: impl Fn() -> String) -> Element {
    if !state.is_prerendered() {
        return control;
    }
    let value = value();
    let control = control.attr("name", name);
    if value.is_empty() { control } else { control.attr("value", &value) }
}

/// CSS shows only the projects of a category, so it must know the category of each.
pub(crate) fn categorised(state: State, item: Element, project: &Project) -> Element {
    if state.is_prerendered() { item.attr("data-category", project.category) } else { item }
}

fn id(project: &Project) -> String {
    concat(&["se-", project.id])
}

thread_local! {
    /// The projects that have a button in the view that is being rendered. Of a large catalog these are few, and details that nobody can
    /// open would be most of the page.
    static OPENED: RefCell<HashSet<&'static str>> = RefCell::default();
}

/// The projects that have had a button since the last call.
pub(crate) fn opened() -> HashSet<&'static str> {
    OPENED.with(|opened| mem::take(&mut *opened.borrow_mut()))
}

/// A button that opens a project's details.
pub(crate) fn opens(button: Element, project: &Project) -> Element {
    OPENED.with(|opened| opened.borrow_mut().insert(project.id));
    button.attr("popovertarget", &id(project))
}

/// The details of a project.
pub(crate) fn dialog(project: &Project, body: Element, late: &Late) -> Element {
    let close = button("se-step se-close")
        .attr("aria-label", late.close)
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
