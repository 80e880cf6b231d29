//! Search matches, highlighted in the texts shown, and a line that says when typos were tolerated.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::dom::Element;
use crate::effect::render_effect;
use crate::i18n::Lang;
use crate::model::Project;
use crate::page;
use crate::search::Search;
use crate::signal::ErasedSignal;
use crate::state::State;
use crate::text::join;
use crate::view::controls::announce::announce;

/// A text in which matches are highlighted, and the current matches.
pub(crate) struct HighlightedText {
    element: Element,
    text: Cow<'static, str>,
    marked: Vec<std::ops::Range<usize>>,
}

impl HighlightedText {
    /// The text of an element.
    pub(crate) fn of(element: &Element, text: impl Into<Cow<'static, str>>) -> HighlightedText {
        HighlightedText { element: element.clone(), text: text.into(), marked: Vec::new() }
    }

    /// Highlights the matches of the search. Touches nothing if they are the same as before.
    pub(crate) fn mark(&mut self, search: &Search) {
        let found = search.highlights(&self.text);
        if found == self.marked {
            return;
        }
        self.element.set_text("");
        let mut rest = 0;
        for range in &found {
            let part = |range: std::ops::Range<usize>| self.text.get(range).unwrap_or_default();
            let mark = Element::new("mark", "se-found").text(part(range.clone()));
            _ = self.element.clone().text(part(rest..range.start)).child(mark);
            rest = range.end;
        }
        _ = self.element.clone().text(self.text.get(rest..).unwrap_or_default());
        self.marked = found;
    }
}

/// The texts of a view's items, by the number of the project.
#[derive(Clone)]
pub(crate) struct HighlightedTexts(Rc<RefCell<Vec<Vec<HighlightedText>>>>);

impl HighlightedTexts {
    /// Makes the item of a project, and keeps its texts.
    pub(crate) fn keeping(
        &self,
        projects: &'static [Project],
        make: impl Fn(u16, &'static Project) -> (Element, Vec<HighlightedText>) + 'static,
    ) -> Box<dyn Fn(u16) -> Element> {
        let all = self.clone();
        Box::new(move |number| {
            let (item, texts) = make(number, &projects[usize::from(number)]);
            all.keep(number, texts);
            item
        })
    }

    /// An item has been removed.
    pub(crate) fn forget(&self, number: u16) {
        self.keep(number, Vec::new());
    }

    fn keep(&self, number: u16, texts: Vec<HighlightedText>) {
        self.0.borrow_mut()[usize::from(number)] = texts;
    }
}

/// Highlights matches in the texts of all projects shown, after the projects themselves have been updated and painted. `limit`:
/// the number of items created.
pub(crate) fn marked(state: State, limit: ErasedSignal<usize>) -> HighlightedTexts {
    let n_projects = state.catalog.known.get_untracked().catalog.projects.len();
    let texts = HighlightedTexts(Rc::new(RefCell::new(std::iter::repeat_with(Vec::new).take(n_projects).collect())));
    let kept = texts.clone();
    let mut is_marked = false;
    render_effect(move || {
        limit.track();
        // Another letter may give the same projects, but other highlights.
        state.selection.filter.track();
        let shown = state.results.outcome.with(|outcome| outcome.shown.clone());
        let search = search(state);
        if search.is_empty() && !is_marked {
            return;
        }
        is_marked = !search.is_empty();
        let kept = kept.clone();
        page::after_paint(move || {
            let mut kept = kept.0.borrow_mut();
            for number in shown {
                let texts = kept.get_mut(usize::from(number)).into_iter().flatten();
                texts.for_each(|text| text.mark(&search));
            }
        });
    });
    texts
}

/// The search as it was applied.
pub(crate) fn search(state: State) -> Search {
    state
        .results
        .outcome
        .with_untracked(|outcome| state.selection.filter.with_untracked(|filter| outcome.search(filter)))
}

/// Names the words for which the projects shown are only close matches, or which they lack.
pub(crate) fn forgiven(state: State, lang: Lang, composing: ErasedSignal<bool>) -> [Element; 2] {
    let messages = lang.messages();
    let lines = [Element::new("div", "se-forgiven"), Element::new("div", "se-heard").attr("aria-live", "polite")];
    announce(state, composing, lines, move || {
        state.results.unordered.with(|outcome| {
            let words = state.selection.filter.with(|filter| outcome.unmatched_words(filter));
            if words.is_empty() || outcome.shown.is_empty() {
                return String::new();
            }
            let message = match outcome.missing.is_empty() {
                _ if outcome.apart => messages.apart,
                true => messages.forgiven,
                false => messages.missing,
            };
            message.fill([&join(&words.iter().map(String::as_str).collect::<Vec<_>>(), messages.list_separator)])
        })
    })
}
