//! What opens the details of a project: a link where that has an address, so that it can be opened in another tab and shared as any link;
//! else a button.

use super::live::button;
use crate::browser::{Element, Event};
use crate::model::Project;
use crate::state::State;

/// Where it says which project it opens.
pub(super) const PROJECT: &str = "data-project";

/// The link or button.
pub(super) fn opener(state: State, class: &str, project: &Project) -> Element {
    let opener = match state.link_by_id(project.id) {
        Some(address) => Element::new("a", class).attr("href", &address),
        None => button(class),
    };
    opener.attr(PROJECT, project.id)
}

/// Whether a click is ours, and not the browser's to open a link elsewhere.
pub(super) fn is_ours(event: &Event) -> bool {
    let is_ours = !event.is_for_browser();
    if is_ours {
        event.prevent_default();
    }
    is_ours
}

impl Element {
    /// With a click on it that is ours.
    #[must_use]
    pub(super) fn on_open(self, mut open: impl FnMut() + 'static) -> Element {
        self.on("click", move |event| {
            if is_ours(event) {
                open();
            }
        })
    }

    /// With the links inside kept right: what the URL holds besides may change at any time, so they are looked after as the reader comes to
    /// one.
    #[must_use]
    pub(super) fn with_addresses(self, state: State) -> Element {
        let refresh = move |event: &Event| {
            if let Some(address) = event.attribute(PROJECT).and_then(|id| state.link_by_id(&id)) {
                event.set_href(&address);
            }
        };
        self.on("pointerover", refresh).on("focusin", refresh)
    }
}
