//! Actions for the project whose details are open: pick it for a comparison, copy a link or a citation.

use leptos::prelude::*;

use crate::citation;
use crate::dom::Element;
use crate::i18n::Lang;
use crate::model::Project;
use crate::state::State;
use crate::view::project::copy::{Copy, copies};
use crate::view::project::pick::{handle_pick, is_full, pick_buttons};

/// The buttons, and the lines that report their results.
pub(crate) fn actions(state: State, number: u16, project: &'static Project, lang: Lang) -> Element {
    let catalog = state.catalog.known.get_untracked().catalog;
    let late = lang.late_words(catalog);
    let mut texts = Vec::new();
    // Without a key in the URL, a project has no address.
    if state.link_to(number).is_some() {
        texts.push(Copy {
            label: late.copy_link,
            done: late.link_copied,
            text: Box::new(move || state.link_to(number).unwrap_or_default()),
        });
    }
    texts.push(Copy {
        label: late.copy_markdown,
        done: late.markdown_copied,
        text: Box::new(move || citation::markdown(catalog, project, lang)),
    });
    // The bar of picks shows this too, but screen readers do not announce it behind the dialog.
    let is_refused = move || state.results.picks.with(|picks| is_full(picks) && !picks.contains(&number));
    let refusal = move || if is_refused() { late.pick_most } else { "" }.to_owned();
    Element::new("div", "se-actions")
        .on("click", move |event| _ = handle_pick(state, event))
        .child(pick_buttons(state, lang).make(number, project))
        .children(copies(texts, late))
        .child(Element::new("div", "se-actions-status").attr("aria-live", "polite").live_text(refusal))
}
