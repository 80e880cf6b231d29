//! The page's URL: the reader's filter in it, and addresses of the page with something else opened.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use super::State;
use super::later::Stage;
use crate::dom;
use crate::effect::{effect, store_value};
use crate::filter::Filter;
use crate::page::{self, PageObserver};
use crate::query;
use crate::text::concat;

impl State {
    /// The address of the page with the details of this project open; `None` if we may not use the page's URL.
    #[must_use]
    pub fn link_to(self, project: u16) -> Option<String> {
        let index = self.catalog.index.get_untracked();
        let mut only = Filter { projects: vec![project], ..Filter::default() };
        // A search service finds it by its name.
        if index.hits.is_some() {
            only.search = index.at(project).name.to_owned();
        }
        self.link(&query::print(index, &only))
    }

    /// The same by the project's id.
    #[must_use]
    pub fn link_by_id(self, id: &str) -> Option<String> {
        self.link(&concat(&["project=", id]))
    }

    /// The address of the page with this query; `None` if the page keeps nothing in its URL.
    #[must_use]
    pub fn link(self, query: &str) -> Option<String> {
        let key = self.page.options.with_untracked(|options| options.url_key.clone())?;
        Some(page::address(&query::to_fragment(&page::fragment(), &key, query)))
    }

    /// The query under this key in the page's URL, or in our note in its history entry. An absent key means nothing: the page has its own
    /// anchors.
    pub(super) fn query_of_page(key: &str) -> Option<String> {
        query::from_fragment(&page::fragment(), key).or_else(|| page::noted(key))
    }

    /// The initial query of an explorer under this key. Turbo rebuilds a page for each of its anchors: then the next explorer continues
    /// where the last one ended.
    pub(super) fn initial_query(key: &str) -> Option<String> {
        State::query_of_page(key).or_else(|| {
            let shown = SHOWN.with_borrow(|all| {
                let is_ours = |shown: &&Rc<RefCell<Shown>>| is_here(&shown.borrow()) && shown.borrow().key == key;
                Some(all.iter().find(is_ours)?.borrow().query.clone())
            });
            shown.filter(|_| !page::fragment().is_empty())
        })
    }

    /// With a URL key, the reader's filter is kept in the page's URL fragment: read when the reader goes back or forward or follows a
    /// link, written when the filter changes, by a part: a change that comes before it is written once it is loaded. Typing is one step in
    /// the history; every other change is one each.
    pub(super) fn keep_in_url(self) {
        let key = move || self.page.options.with_untracked(|options| options.url_key.clone()).unwrap_or_default();
        let read = move || {
            if let Some(query) = State::query_of_page(&key()) {
                let filter = query::parse(self.catalog.index.get_untracked(), &query);
                if self.selection.filter.with_untracked(|now| *now != filter) {
                    self.apply(filter);
                }
            }
        };
        store_value(PageObserver::fragment(read));
        if !dom::IS_LIVE {
            return;
        }
        let shown = Rc::new(RefCell::default());
        SHOWN.with_borrow_mut(|all| {
            let key = key();
            all.retain(|other| is_alive(other) || is_here(&other.borrow()) && other.borrow().key != key);
            all.push(Rc::clone(&shown));
        });
        let mut before: Option<Filter> = None;
        effect(move || {
            let filter = self.selection.filter.get();
            let now = Shown { key: key(), query: self.selection.query.get_untracked(), page: page::address("") };
            let is_loaded = self.later.stage.get() == Stage::Loaded;
            if let Some(before) = before.as_ref().filter(|before| !now.key.is_empty() && **before != filter) {
                if !is_loaded {
                    return;
                }
                (self.later.parts.write)(self, &now, &filter, before);
            }
            before = Some(filter);
            shown.replace(now);
        });
    }

    /// The part `write`: writes a filter that has changed into the page's URL.
    pub(crate) fn write(self, now: &Shown, filter: &Filter, before: &Filter) {
        let key = &now.key;
        let fragment = page::fragment();
        if State::query_of_page(key)
            .is_some_and(|of_page| query::parse(self.catalog.index.get_untracked(), &of_page) == *filter)
        {
            return;
        }
        let next = query::to_fragment(&fragment, key, &now.query);
        let typing = Filter { search: before.search.clone(), ..filter.clone() } == *before
            && !before.search.is_empty()
            && query::from_fragment(&fragment, key).is_some();
        if typing {
            page::set_fragment(&next, false);
            return;
        }
        // The entry being left notes what was shown there, for the way back.
        note_shown(
            &fragment,
            &SHOWN.with_borrow(|all| {
                all.iter().filter(|shown| is_alive(shown)).map(|shown| shown.borrow().clone()).collect::<Vec<_>>()
            }),
        );
        page::set_fragment(&next, true);
        note_shown(&next, std::slice::from_ref(now));
    }
}

/// What an explorer shows, under which key, and the page's address at that time.
#[derive(Clone, Default, Debug)]
pub struct Shown {
    key: String,
    query: String,
    page: String,
}

thread_local! {
    /// One per explorer in the page, and for the last ones on the current page.
    static SHOWN: RefCell<Vec<Rc<RefCell<Shown>>>> = const { RefCell::new(Vec::new()) };
}

/// Whether its explorer still holds it.
fn is_alive(shown: &Rc<RefCell<Shown>>) -> bool {
    Rc::strong_count(shown) > 1
}

fn is_here(shown: &Shown) -> bool {
    shown.page == page::address("")
}

/// Notes in the history entry what is shown under these keys, unless it is in the URL.
fn note_shown(fragment: &str, shown: &[Shown]) {
    let is_absent = |it: &&Shown| !it.key.is_empty() && query::from_fragment(fragment, &it.key).is_none();
    let absent: Vec<_> = shown.iter().filter(is_absent).collect();
    if absent.is_empty() || page::note(absent.iter().map(|it| (it.key.as_str(), it.query.as_str()))) {
        return;
    }
    let mut fragment = fragment.to_owned();
    for Shown { key, query, .. } in absent {
        fragment = query::to_fragment(&fragment, key, query);
        if query.is_empty() {
            fragment = concat(&[&fragment, if fragment.is_empty() { "" } else { "&" }, key, "="]);
        }
    }
    page::set_fragment(&fragment, false);
}
