//! Addresses of the page as it would be with something else open.

use super::State;
use crate::browser;
use crate::filter::Filter;
use crate::query;

impl State {
    /// The address of the page with the details of this project open; `None` where the page's URL is not ours to use.
    #[must_use]
    pub fn link_to(self, project: u16) -> Option<String> {
        let key = self.options.with_untracked(|options| options.url_key.clone())?;
        let only = Filter { projects: vec![project], ..Filter::default() };
        let query = query::print(self.index.get_untracked(), &only);
        Some(browser::address(&query::to_fragment(&browser::fragment(), &key, &query)))
    }
}
