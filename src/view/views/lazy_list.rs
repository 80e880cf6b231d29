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
use crate::page;
use crate::signal::{ErasedMemo, ErasedSignal};
use crate::state::State;
use crate::view::live::button;
use crate::view::prerendered;
use crate::view::project::highlight::{self, HighlightedText, HighlightedTexts};
use crate::view::project::opener::{PROJECT, is_ours, opener};
use crate::view::project::pick::handle_pick;

/// Up to this number, all projects are rendered.
const AT_ONCE: usize = 100;

/// What the lists of a view have in common.
pub(crate) struct ProjectLists {
    state: State,
    /// The number of projects rendered before the first paint.
    first: usize,
    /// The number of projects rendered now. It also changes when the reader has scrolled near others.
    limit: ErasedSignal<usize>,
    height: f64,
    scroller: Option<Element>,
    fold: Fold,
    texts: HighlightedTexts,
}

/// A list of projects, in an element.
pub(crate) struct ProjectList {
    outcome: ErasedMemo<Outcome>,
    first: usize,
    limit: ErasedSignal<usize>,
    arranged: Arranged,
}

impl ProjectLists {
    /// Lists in the page. `first`: the number of projects rendered before the first paint; more than a screenful is work that the reader
    /// waits for. `height`: the estimated height of one.
    pub(crate) fn new(state: State, first: usize, height: f64) -> ProjectLists {
        let limit = ErasedSignal::new(if dom::IS_LIVE && !dom::is_hydrating() { first } else { AT_ONCE });
        page::after_paint(move || {
            limit.update(|limit| *limit = AT_ONCE.max(*limit));
        });
        let texts = highlight::marked(state, limit);
        ProjectLists { state, first, limit, height, scroller: None, fold: folded_items, texts }
    }

    /// Lists in a scroll container of their own. `fold`: makes the placeholder of projects that are not rendered.
    pub(crate) fn in_scroller(self, scroller: &Element, fold: Fold) -> ProjectLists {
        ProjectLists { scroller: Some(scroller.clone()), fold, ..self }
    }

    /// A list in this element. `make`: makes the item of a project, with the texts in which matches are highlighted; `gone`: called
    /// when one is removed.
    pub(crate) fn list(
        &self,
        element: &Element,
        make: impl Fn(u16, &'static Project) -> (Element, Vec<HighlightedText>) + 'static,
        gone: impl Fn(u16) + 'static,
    ) -> ProjectList {
        let projects = self.state.catalog.known.get_untracked().catalog.projects;
        let (limit, texts) = (self.limit, self.texts.clone());
        let items = Items {
            n_items: projects.len(),
            is_long: projects.len() > AT_ONCE,
            first: self.first,
            height: self.height,
            scroller: self.scroller.clone(),
            height_property: "--se-item",
            fold: self.fold,
            name: Box::new(|number| projects[usize::from(number)].name),
            make: self.texts.keeping(projects, make),
            gone: Box::new(move |number| {
                texts.forget(number);
                gone(number);
            }),
            moved: Box::new(move || limit.update(|limit| *limit += 1)),
        };
        let element = opening(self.state, element.clone());
        let outcome = self.state.results.outcome;
        ProjectList { outcome, first: self.first, limit, arranged: Arranged::new(element, items) }
    }
}

impl ProjectList {
    /// Shows all results.
    pub(crate) fn follow(mut self) {
        let outcome = self.outcome;
        render_effect(move || outcome.with(|outcome| self.arrange(&outcome.shown, 0, outcome.shown.len())));
    }

    /// Shows these projects, which come after `n_before` others, of `n_shown` in all lists of the view. To be called in an effect.
    pub(crate) fn arrange(&mut self, projects: &[u16], n_before: usize, n_shown: usize) {
        let limit = self.limit.get();
        let ready = if n_shown > AT_ONCE && dom::IS_LIVE { self.first } else { limit };
        self.arranged.arrange(projects, ready.saturating_sub(n_before));
    }
}

/// The placeholder of list items that are not rendered.
fn folded_items(names: &str) -> [Element; 2] {
    let item = Element::new("li", "se-fold").text(names);
    [item.clone(), item]
}

/// A project's name. The list around it listens to its clicks.
pub(crate) fn name_button(state: State, project: &Project) -> Element {
    let name = if state.is_prerendered() {
        prerendered::opens(button("se-open").attr(PROJECT, project.id), project)
    } else {
        opener(state, "se-open", project)
    };
    name.attr("part", "name").text(project.name)
}

/// With one listener for all items: a click on a name opens the details, and one on a pick button picks.
fn opening(state: State, list: Element) -> Element {
    list.on("click", move |event| {
        if handle_pick(state, event) {
            return;
        }
        let id = event.attribute(PROJECT).filter(|_| is_ours(event));
        if let Some(number) = id.and_then(|id| state.catalog.known.get_untracked().project(&id)) {
            state.set_open(Some(number));
        }
    })
}
