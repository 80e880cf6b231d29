//! Opens the details of a project: a link if they have an address, so that it can be opened in another tab and shared like any link; else a
//! button.

use crate::dom::{Element, Event};
use crate::model::Project;
use crate::state::State;
use crate::view::live::button;

/// The attribute with the project that it opens.
pub(crate) const PROJECT: &str = "data-project";

/// The link or button.
pub(crate) fn opener(state: State, class: &str, project: &Project) -> Element {
    let opener = blank_opener(state, class);
    opens(state, &opener, project);
    opener
}

/// A link or button of no project yet.
pub(crate) fn blank_opener(state: State, class: &str) -> Element {
    if state.link_by_id("").is_some() { Element::new("a", class) } else { button(class) }
}

/// Makes it that of a project.
pub(crate) fn opens(state: State, opener: &Element, project: &Project) {
    if let Some(address) = state.link_by_id(project.id) {
        opener.set_attr("href", Some(&address));
    }
    opener.set_attr(PROJECT, Some(project.id));
}

/// Whether we handle a click, and not the browser, for example to open a link in a new tab.
pub(crate) fn is_ours(event: &Event) -> bool {
    let is_ours = !event.is_for_browser();
    if is_ours {
        event.prevent_default();
    }
    is_ours
}

impl Element {
    /// With a listener for clicks that we handle.
    #[must_use]
    pub(crate) fn on_open(self, mut open: impl FnMut() + 'static) -> Element {
        self.on("click", move |event| {
            if is_ours(event) {
                open();
            }
        })
    }

    /// Keeps the links inside up to date: the rest of the URL may change at any time, so a link is refreshed when the reader points at it
    /// or focuses it.
    #[must_use]
    pub(crate) fn with_addresses(self, state: State) -> Element {
        let refresh = move |event: &Event| {
            if let Some(address) = event.attribute(PROJECT).and_then(|id| state.link_by_id(&id)) {
                event.set_href(&address);
            }
        };
        self.on("pointerover", refresh).on("focusin", refresh)
    }
}
