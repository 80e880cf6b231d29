//! The page's URL: the reader's filter in it, and addresses of the page as it would be with something else open.

use super::State;
use crate::browser::{self, Watch};
use crate::effect;
use crate::filter::Filter;
use crate::query;

impl State {
    /// The address of the page with the details of this project open; `None` where the page's URL is not ours to use.
    #[must_use]
    pub fn link_to(self, project: u16) -> Option<String> {
        let only = Filter { projects: vec![project], ..Filter::default() };
        self.link(&query::print(self.index.get_untracked(), &only))
    }

    /// The address of the page with this query in it; `None` where the page keeps nothing in its URL.
    #[must_use]
    pub fn link(self, query: &str) -> Option<String> {
        let key = self.options.with_untracked(|options| options.url_key.clone())?;
        Some(browser::address(&query::to_fragment(&browser::fragment(), &key, query)))
    }

    /// With a URL key, the reader's filter lives in the page's URL fragment: read when the reader goes back or forward, written
    /// when the filter changes. Typing is one step in the history, everything else one each.
    pub(super) fn keep_in_url(self) {
        let key = move || self.options.with_untracked(|options| options.url_key.clone());
        let read = move || {
            if let Some(key) = key() {
                self.set_query(&query::from_fragment(&browser::fragment(), &key).unwrap_or_default());
            }
        };
        effect::keep(Watch::fragment(read));
        let mut before: Option<Filter> = None;
        effect::in_page(move || {
            let filter = self.filter.get();
            if let (Some(key), Some(before)) = (key(), &before) {
                let index = self.index.get_untracked();
                let fragment = browser::fragment();
                let there = query::from_fragment(&fragment, &key).unwrap_or_default();
                if query::parse(index, &there) != filter {
                    let typing = Filter { search: before.search.clone(), ..filter.clone() } == *before
                        && !before.search.is_empty();
                    browser::set_fragment(&query::to_fragment(&fragment, &key, &self.query.get_untracked()), !typing);
                }
            }
            before = Some(filter);
        });
    }
}
