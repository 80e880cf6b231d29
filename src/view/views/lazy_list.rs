//! The lists of the views that show one project after the other. A project's name opens its details, matches of the search are highlighted,
//! and in a large catalog only the projects near the viewport are rendered.
//!
//! An item is made once and kept: filtering hides and shows it, sorting moves it. When a filter is cleared, this is about a third faster
//! than making the items again, and it keeps focus and selection.

use leptos::prelude::*;

use crate::dom::{self, Arranged, Element, Fold, Items};
use crate::effect::render_effect;
use crate::filter::Outcome;
use crate::model::Project;
use crate::signal::{ErasedMemo, ErasedSignal};
use crate::state::State;
use crate::view::live::button;
use crate::view::prerendered;
use crate::view::project::highlight::{self, HighlightedText, HighlightedTexts};
use crate::view::project::opener::{PROJECT, blank_opener, is_ours, opens};
use crate::view::project::pick::handle_pick;

/// Up to this number, all projects are rendered.
const AT_ONCE: usize = 100;

/// What the lists of a view have in common.
pub(crate) struct ProjectLists {
    state: State,
    /// The number of projects in the first piece of a long list.
    first: usize,
    /// The number of projects rendered wherever the reader is.
    ready: usize,
    /// Counts how often others were rendered because the reader had scrolled near.
    moved: ErasedSignal<usize>,
    height: f64,
    least: Option<[f64; 2]>,
    scroller: Option<Element>,
    fold: Fold,
    texts: HighlightedTexts,
}

/// A list of projects, in an element.
pub(crate) struct ProjectList {
    outcome: ErasedMemo<Outcome>,
    ready: usize,
    arranged: Arranged,
}

impl ProjectLists {
    /// Lists in the page. `first`: the number of projects of a large catalog that are rendered at once; more than a screenful is work that
    /// the reader waits for. `height`: the estimated height of one.
    pub(crate) fn new(state: State, first: usize, height: f64) -> ProjectLists {
        let is_long = state.catalog.index.get_untracked().n_projects() > AT_ONCE;
        let ready = if is_long && dom::IS_LIVE && !dom::is_hydrating() { first } else { AT_ONCE };
        let moved = ErasedSignal::new(0);
        let texts = highlight::marked(state, moved);
        ProjectLists { state, first, ready, moved, height, least: None, scroller: None, fold: folded_items, texts }
    }

    /// Lists in a scroll container of their own. `fold`: makes the placeholder of projects that are not rendered.
    pub(crate) fn in_scroller(self, scroller: &Element, fold: Fold) -> ProjectLists {
        ProjectLists { scroller: Some(scroller.clone()), fold, ..self }
    }

    /// After a change, first the items that can be in the viewport are updated, as none is narrower or lower than this.
    pub(crate) fn no_smaller_than(self, least: [f64; 2]) -> ProjectLists {
        ProjectLists { least: Some(least), ..self }
    }

    /// A list in this element. `make`: makes the item of a project, with the texts in which matches are highlighted; `refill`: makes
    /// the item of the first project that of another, if it can; `gone`: called when one is removed.
    pub(crate) fn list(
        &self,
        element: &Element,
        make: impl Fn(u16, &'static Project) -> (Element, Vec<HighlightedText>) + 'static,
        refill: impl Fn(u16, u16, &'static Project) -> Option<Vec<HighlightedText>> + 'static,
        gone: impl Fn(u16) + 'static,
    ) -> ProjectList {
        let index = self.state.catalog.known.get_untracked();
        let n_items = index.n_projects();
        let (moved, texts) = (self.moved, self.texts.clone());
        let items = Items {
            n_items,
            is_long: n_items > AT_ONCE,
            first: self.first,
            height: self.height,
            least: self.least,
            scroller: self.scroller.clone(),
            height_property: "--se-item",
            fold: self.fold,
            name: Box::new(|number| index.at(number).name),
            make: self.texts.keeping(index, make),
            refill: self.texts.refilling(index, refill),
            gone: Box::new(move |number| {
                texts.forget(number);
                gone(number);
            }),
            moved: Box::new(move || moved.update(|n: &mut usize| *n += 1)),
        };
        let element = opening(self.state, element.clone());
        let outcome = self.state.results.outcome;
        ProjectList { outcome, ready: self.ready, arranged: Arranged::new(element, items) }
    }
}

impl ProjectList {
    /// Shows all results.
    pub(crate) fn follow(mut self) {
        let outcome = self.outcome;
        render_effect(move || outcome.with(|outcome| self.arrange(&outcome.shown, 0)));
    }

    /// Shows these projects, which come after `n_before` others in all lists of the view.
    pub(crate) fn arrange(&mut self, projects: &[u16], n_before: usize) {
        self.arranged.arrange(projects, self.ready.saturating_sub(n_before));
    }
}

/// The placeholder of list items that are not rendered.
fn folded_items() -> [Element; 2] {
    let item = Element::new("li", "se-fold");
    [item.clone(), item]
}

/// A project's name. The list around it listens to its clicks.
pub(crate) fn name_button(state: State, project: &Project) -> Element {
    let name = blank_name_button(state);
    name_of(state, &name, project);
    name
}

/// A name of no project yet.
pub(crate) fn blank_name_button(state: State) -> Element {
    let name = if state.is_prerendered() { button("se-open") } else { blank_opener(state, "se-open") };
    name.attr("part", "name")
}

/// Makes a blank name that of a project.
pub(crate) fn name_of(state: State, name: &Element, project: &Project) {
    if state.is_prerendered() {
        name.set_attr(PROJECT, Some(project.id));
        _ = prerendered::opens(name.clone(), project);
    } else {
        opens(state, name, project);
    }
    name.set_text(project.name);
}

/// With one listener for all items: a click on a name opens the details, and one on a pick button picks.
fn opening(state: State, list: Element) -> Element {
    list.on("click", move |event| {
        if handle_pick(state, event) {
            return;
        }
        let id = event.attribute(PROJECT).filter(|_| is_ours(event));
        if let Some(number) = id.and_then(|id| state.catalog.known.get_untracked().project(&id)) {
            state.request(&[number]);
        }
    })
}
