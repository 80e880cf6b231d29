//! Search matches, highlighted in the texts shown, and a line that says when typos were tolerated.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use leptos::prelude::*;

use crate::dom::Element;
use crate::effect::render_effect;
use crate::facet::Index;
use crate::filter::{Filter, has_words};
use crate::i18n::Lang;
use crate::model::Project;
use crate::page;
use crate::search::Search;
use crate::signal::ErasedSignal;
use crate::state::later::EachText;
use crate::state::{Found, State};
use crate::text::join;
use crate::view::controls::announce::announce;
use crate::view::later::once_loaded;

/// A text in which matches are highlighted, and the current matches.
pub(crate) struct HighlightedText {
    element: Element,
    text: Cow<'static, str>,
    marked: Vec<Range<usize>>,
}

impl HighlightedText {
    /// The text of an element.
    pub(crate) fn of(element: &Element, text: impl Into<Cow<'static, str>>) -> HighlightedText {
        HighlightedText { element: element.clone(), text: text.into(), marked: Vec::new() }
    }

    /// Highlights the matches of the search, or none. Touches nothing if they are the same as before.
    pub(crate) fn mark(&mut self, search: Option<&Search>) {
        mark(&self.element, &self.text, &mut self.marked, search);
    }
}

/// The texts of a view's items, by the number of the project.
#[derive(Clone)]
pub(crate) struct HighlightedTexts(Rc<RefCell<Vec<Vec<HighlightedText>>>>);

impl HighlightedTexts {
    /// Makes the item of a project, and keeps its texts.
    pub(crate) fn keeping(
        &self,
        index: &'static Index,
        make: impl Fn(u16, &'static Project) -> (Element, Vec<HighlightedText>) + 'static,
    ) -> Box<dyn Fn(u16) -> Element> {
        let all = self.clone();
        Box::new(move |number| {
            let (item, texts) = make(number, index.at(number));
            all.keep(number, texts);
            item
        })
    }

    /// Makes the item of a project that of another, and keeps its texts.
    pub(crate) fn refilling(
        &self,
        index: &'static Index,
        refill: impl Fn(u16, u16, &'static Project) -> Option<Vec<HighlightedText>> + 'static,
    ) -> Box<dyn Fn(u16, u16) -> bool> {
        let all = self.clone();
        Box::new(move |old, number| {
            let texts = refill(old, number, index.at(number));
            if let Some(texts) = texts {
                all.forget(old);
                all.keep(number, texts);
                return true;
            }
            false
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

/// Keeps the texts of a view, in which the part `marks` highlights the matches. `moved`: counts how often items were created.
pub(crate) fn marked(state: State, moved: ErasedSignal<usize>) -> HighlightedTexts {
    let n_projects = state.catalog.known.get_untracked().n_projects();
    let texts = HighlightedTexts(Rc::new(RefCell::new(std::iter::repeat_with(Vec::new).take(n_projects).collect())));
    let kept = texts.clone();
    let each: EachText = Rc::new(move |numbers, take| {
        let mut kept = kept.0.borrow_mut();
        for &number in numbers {
            for text in kept.get_mut(usize::from(number)).into_iter().flatten() {
                take(&text.element, &text.text, &mut text.marked);
            }
        }
    });
    once_loaded(state, move |parts| (parts.marks)(state, moved, each.clone()));
    texts
}

/// The part `marks`: highlights matches in the texts of all projects shown, after the projects themselves have been updated and painted.
pub(crate) fn follow(state: State, moved: ErasedSignal<usize>, each: EachText) {
    let mut is_marked = false;
    render_effect(move || {
        moved.track();
        // Another letter may give the same projects, but other highlights.
        state.results.found.track();
        let shown = state.results.outcome.with(|outcome| outcome.shown.clone());
        let search = search(state);
        let was_marked = std::mem::replace(&mut is_marked, search.is_some());
        if !is_marked && !was_marked {
            return;
        }
        // They have their style with them.
        state.later.is_used.set(true);
        let each = each.clone();
        page::after_paint(move || {
            each(&shown, &mut |element, text, marked| mark(element, text, marked, search.as_ref()));
        });
    });
}

/// The search as it was applied, if there is one.
pub(crate) fn search(state: State) -> Option<Search> {
    state.results.found.with_untracked(|Found { matches, .. }| {
        has_words(&matches.typed).then(|| Search::new(&matches.typed, matches.forgiven))
    })
}

fn mark(element: &Element, text: &str, marked: &mut Vec<Range<usize>>, search: Option<&Search>) {
    let found = search.map(|search| search.highlights(text)).unwrap_or_default();
    if found == *marked {
        return;
    }
    element.set_text("");
    let mut rest = 0;
    for range in &found {
        let part = |range: Range<usize>| text.get(range).unwrap_or_default();
        let mark = Element::new("mark", "se-found").text(part(range.clone()));
        _ = element.clone().text(part(rest..range.start)).child(mark);
        rest = range.end;
    }
    _ = element.clone().text(text.get(rest..).unwrap_or_default());
    *marked = found;
}

/// The part `forgiven`: names the words for which the projects shown are only close matches, or which they lack.
pub(crate) fn forgiven(state: State, lang: Lang, composing: ErasedSignal<bool>) -> Vec<Element> {
    let messages = state.words(lang);
    let lines = [Element::new("div", "se-forgiven"), Element::new("div", "se-heard").attr("aria-live", "polite")];
    let lines = announce(state, composing, lines, move || {
        state.results.unordered.with(|outcome| {
            let words = state.results.found.with(|found| {
                outcome.unmatched_words(&Filter { search: found.matches.typed.clone(), ..Filter::default() })
            });
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
    });
    lines.into()
}
