//! Projects that are similar to the one whose details are open.

use leptos::prelude::*;

use crate::dom::Element;
use crate::i18n::Lang;
use crate::model::Project;
use crate::state::State;
use crate::view::project::card::with_hue;
use crate::view::project::monogram::monogram;
use crate::view::project::opener::opener;

/// A link or button for each that exists here; `open` receives its number.
pub(crate) fn similar(
    state: State,
    number: u16,
    project: &Project,
    lang: Lang,
    open: impl Fn(u16) + Clone + 'static,
) -> Option<Element> {
    let index = state.catalog.known.get_untracked();
    let catalog = index.catalog;
    let mut list = Vec::new();
    for number in index.similar(number, project) {
        let is_here = state.catalog.has(number);
        if !is_here {
            continue;
        }
        let other = index.at(number);
        let category = lang.category(catalog, other.category);
        let open = open.clone();
        let button = opener(state, "se-like", other)
            .on_open(move || open(number))
            .child(monogram(other))
            .child(Element::new("span", "se-like-name").text(other.name))
            .text(" ")
            .child(Element::new("span", "se-category").text(category));
        list.push(Element::new("li", "").child(with_hue(button, catalog, other)));
    }
    (!list.is_empty()).then(|| Element::new("ul", "se-similar").children(list))
}
