//! A section of the insights.

use leptos::prelude::*;

use crate::dom::Element;
use crate::state::State;
use crate::view::project::card::heading;

/// A section with its heading.
pub(crate) fn section(state: State, name: &str) -> Element {
    let level = state.page.structure.with_untracked(|structure| structure.heading_level);
    Element::new("section", "se-insight").child(heading(level, "se-insight-name").text(name))
}
