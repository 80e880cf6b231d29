//! The whole explorer.

use leptos::prelude::*;

use crate::dom::{self, Element};
use crate::effect::{render_effect, store_value};
use crate::facet::Index;
use crate::i18n::Lang;
use crate::options::{Layout, Options};
use crate::reader;
use crate::signal::ErasedSignal;
use crate::state::{LoadState, State, service};
use crate::text::concat;
use crate::view::controls::announce::announce;
use crate::view::controls::chips::chips;
use crate::view::controls::empty::empty;
use crate::view::controls::facets::{facets, facets_button};
use crate::view::controls::search::search;
use crate::view::controls::share::share;
use crate::view::controls::sort::sort;
use crate::view::controls::tabs::{panel_label, tabs};
use crate::view::controls::views::{chosen_view, views};
use crate::view::later::{self, details_place, picks_place, print_head, search_place};
use crate::view::project::since::since;
use crate::view::project::small::small;

/// The first view of a catalog as HTML, usable before any code runs (`prerender` prints it); `None` in a browser.
#[must_use]
pub fn first_view(options: Options, index: &'static Index) -> Option<String> {
    if dom::IS_LIVE {
        return None;
    }
    Owner::new_root(None).with(|| {
        let host = Element::new("div", "").host();
        let state = State::new(options, host, index, reader::here(), later::here());
        // What the page will put there is not known yet.
        let slots: Vec<_> = index.catalog.projects.iter().map(|project| concat(&["card-", project.id])).collect();
        state.page.slots.set(slots.join(" "));
        Some(explorer(state.prerendered()).into_render().to_html())
    })
}

/// The explorer of a state. Its parent must have the class `se-place`, which tells of changes in the page (`page::Host`).
#[must_use]
pub fn explorer(state: State) -> Element {
    let frame = Element::new("div", "se-explorer")
        .attr("part", "explorer")
        .attr("role", "region")
        .with_addresses(state)
        .live_attr("lang", move || Some(state.page.lang.get().tag()))
        .live_attr("dir", move || state.page.lang.get().direction())
        .live_label(move || {
            let index = state.catalog.index.get();
            Some(state.landmark.whole(state.page.lang.get().words(index.catalog).explorer))
        })
        .live_attr("aria-busy", move || {
            state.catalog.load_state.with(|load_state| (*load_state == LoadState::Loading).then_some("true"))
        })
        .live_attr("data-layout", move || state.page.structure.with(|structure| layout_name(structure.layout)))
        .live_flag("data-own-colours", move || state.page.scheme.get().own_colours)
        .live_flag("data-own-ink", move || state.page.scheme.get().own_ink)
        .live_children(move || {
            let lang = state.page.lang.get();
            let structure = state.page.structure.get();
            // Another catalog or scope rebuilds everything as well: numbers refer to other projects there.
            state.catalog.index.track();
            state.catalog.scope.track();
            let mut parts = Vec::new();
            parts.extend((!structure.layout.is_small()).then(|| slot("header")));
            parts.extend(notice(state, lang));
            if structure.layout.is_small() {
                parts.extend(search_place(state, lang, ErasedSignal::new(false)));
                parts.push(small(state, lang, structure.layout));
                parts.extend(details_place(state, lang));
                return parts;
            }
            let composing = ErasedSignal::new(false);
            parts.push(print_head(state, lang));
            parts.extend(about(state, lang));
            parts.extend(since(state, lang));
            let mut bar = Element::new("div", "se-bar");
            if structure.search {
                bar = bar.child(search(state, lang, composing));
            }
            if structure.facets {
                bar = bar.child(facets_button(state, lang));
            }
            if structure.sort {
                bar = bar.child(sort(state, lang));
            }
            parts.push(bar);
            // In a list without groups there is nothing to choose.
            let index = state.catalog.known.get_untracked();
            let has_tabs =
                structure.tabs && (index.catalog.terms.is_none() || !state.catalog.values(index.tabs).is_empty());
            parts.extend(has_tabs.then(|| tabs(state, lang)));
            let mut body = Element::new("div", "se-body");
            if structure.facets {
                body = body.child(facets(state, lang));
                if structure.layout == Layout::Full {
                    body.set_attr("class", Some("se-body se-with-facets"));
                }
            }
            parts.push(body.child(panel(state, lang, has_tabs, composing)));
            parts.push(slot("footer"));
            parts.extend(picks_place(state, lang));
            parts.extend(details_place(state, lang));
            parts
        });
    store_value(frame.drop_failed_logos());
    let scheme = frame.clone();
    render_effect(move || scheme.set_property("color-scheme", state.page.scheme.get().color_scheme));
    frame
}

/// What a catalog says about itself.
fn about(state: State, lang: Lang) -> Option<Element> {
    let about = lang.of(state.catalog.known.get_untracked().catalog.terms?.about);
    (!about.is_empty()).then(|| Element::new("p", "se-notice").attr("part", "about").text(about))
}

/// A place for what the page puts into it.
pub(crate) fn slot(name: &str) -> Element {
    Element::new("slot", "").attr("name", name)
}

/// The name of a layout in the style, if it is not the full one.
fn layout_name(layout: Layout) -> Option<&'static str> {
    match layout {
        Layout::Full => None,
        Layout::Compact => Some("compact"),
        Layout::Single => Some("single"),
        Layout::Inline => Some("inline"),
    }
}

/// The content that tabs and facets filter: the count, the chips, the cards.
fn panel(state: State, lang: Lang, has_tabs: bool, composing: ErasedSignal<bool>) -> Element {
    let messages = state.words(lang);
    // Rebuilt together with the notice above.
    let is_there = state.is_there();
    let is_known = is_there || state.catalog.known.get_untracked().n_projects() > 0;
    let status = move || {
        let (shown, total) = state.results.unordered.with(|outcome| (outcome.n_shown, outcome.total));
        // The projects have not been counted yet, or cannot be.
        if total == 0 && !is_there {
            return String::new();
        }
        messages.shown(shown as usize, total as usize)
    };
    let status = announce(
        state,
        composing,
        [Element::new("output", "se-status"), Element::new("p", "se-heard").attr("role", "status")],
        status,
    );
    let [share_button, share] = share(state, lang);
    let panel = Element::new("div", "se-main");
    let shown = is_known.then(|| service::around(state, lang, chosen_view(state, lang)));
    let index = state.catalog.known.get_untracked();
    panel
        .clone()
        .attr("role", if has_tabs { "tabpanel" } else { "group" })
        .attr("tabindex", "-1")
        .live_attr("aria-label", move || Some(panel_label(state, lang)))
        .child(
            Element::new("div", "se-state")
                .children(status)
                .child(chips(state, lang))
                .child(Element::new("div", "se-tools").child(views(state, lang)).child(share_button)),
        )
        .child(share)
        .children(search_place(state, lang, composing))
        .child(empty(state, lang, &panel))
        .children(shown)
        .children(lang.lost(index.catalog).map(|lost| Element::new("p", "se-lost").text(&lost)))
}

/// The notice at the top while an external catalog is being loaded, or could not be.
fn notice(state: State, lang: Lang) -> Vec<Element> {
    let messages = lang.messages();
    let line = |text: &str| Element::new("p", "se-notice").attr("role", "status").text(text);
    match state.catalog.load_state.get() {
        LoadState::Loaded => Vec::new(),
        LoadState::Loading => vec![line(messages.loading_catalog)],
        // The page's own fallback comes back: the slot shows the element's children.
        LoadState::Failed(why) => vec![Element::new("slot", ""), line(&messages.catalog_failed.fill([&why]))],
    }
}
