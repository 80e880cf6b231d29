//! What the page says about its search service, besides the client: which index, what its attributes are, which facets and orders it has.
//! Every other key is one of a catalog (`title`, `item`, `fields` …).

use std::borrow::Cow;

use super::{target, tree};
use crate::data::tree::Tree;
use crate::filter::Sort;
use crate::text::concat;

/// A text that is kept.
pub type Text = Cow<'static, str>;

/// What the page says.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The index that is asked; some clients know it.
    pub index_name: Option<Text>,
    /// How many hits a page has; 0: as many as usual.
    pub hits_per_page: u32,
    /// Targets (`target`), and the attribute of each.
    pub attributes: Vec<(Text, Text)>,
    /// The facets, by attribute or key, in order; none: whatever the service counts.
    pub facets: Vec<Text>,
    /// The facet of the tabs; empty: the category, else the first one that fits.
    pub tabs: Text,
    /// The orders that the reader can choose, and the index (or sort key) of each.
    pub sorts: Vec<(Sort, Text)>,
    /// Further parameters of every request, which come before ours.
    pub parameters: Vec<(Text, Tree)>,
    /// The language of the readers, a BCP 47 tag.
    pub language: String,
    /// The keys of a catalog.
    pub head: Vec<(Text, Tree)>,
}

/// Hits of a page, if the page does not say it: whole rows of cards in up to six columns.
const HITS: u32 = 24;

/// More in one answer would block the page.
const MOST_HITS: u32 = 200;

impl Options {
    /// Reads the options. What cannot be used is left out, with a line that says why.
    #[must_use]
    pub fn read(from: &Tree) -> (Options, Vec<String>) {
        let (mut options, mut refused) = (Options::default(), Vec::new());
        let Tree::Map(entries) = from else { return (options, refused) };
        let mut refuse = |key: &str, why: &str| refused.push(concat(&["searchClient.", key, ": ", why]));
        for (key, value) in entries {
            match &**key {
                // What an object of JavaScript has besides.
                "client" | "projects" => {}
                "indexName" => options.index_name = tree::text(value),
                "hitsPerPage" => match tree::count(value) {
                    Some(n @ 1..=MOST_HITS) => options.hits_per_page = n,
                    _ => refuse(key, "must be a number from 1 to 200"),
                },
                "facets" => options.facets = tree::texts(value),
                "tabs" => options.tabs = tree::text(value).unwrap_or_default(),
                "attributes" => {
                    for (name, of) in pairs(key, value, &mut refuse) {
                        let path = concat(&[key, ".", name]);
                        match tree::text(of) {
                            _ if !target::is_known(name) => {
                                refuse(&path, &concat(&["unknown; allowed: ", &target::allowed()]));
                            }
                            Some(attribute) => options.attributes.push((name.clone(), attribute)),
                            None => refuse(&path, "must be the name of an attribute"),
                        }
                    }
                }
                "sorts" => {
                    for (name, index) in pairs(key, value, &mut refuse) {
                        let path = concat(&[key, ".", name]);
                        match (Sort::from_slug(name), tree::text(index)) {
                            (None, _) => refuse(&path, &concat(&["unknown order; allowed: ", Sort::ALLOWED])),
                            (Some(sort), Some(index)) => options.sorts.push((sort, index)),
                            (_, None) => refuse(&path, "must be the name of an index"),
                        }
                    }
                }
                "parameters" => options.parameters = pairs(key, value, &mut refuse).to_vec(),
                _ => options.head.push((key.clone(), value.clone())),
            }
        }
        (options, refused)
    }

    /// How many hits a page has.
    #[must_use]
    pub fn n_hits(&self) -> u32 {
        if self.hits_per_page == 0 { HITS } else { self.hits_per_page }
    }

    /// The attribute that the page has named for a target.
    #[must_use]
    pub fn attribute(&self, target: &str) -> Option<&str> {
        self.attributes.iter().find(|(of, _)| of == target).map(|(_, attribute)| &**attribute)
    }

    /// The index that sorts in an order.
    #[must_use]
    pub fn index_of(&self, sort: Sort) -> Option<&str> {
        let sorted = self.sorts.iter().find(|(of, _)| *of == sort).map(|(_, index)| index);
        sorted.or(self.index_name.as_ref()).map(|name| &**name)
    }
}

/// The entries of a table of keys.
fn pairs<'t>(key: &str, value: &'t Tree, refuse: &mut dyn FnMut(&str, &str)) -> &'t [(Text, Tree)] {
    if let Tree::Map(entries) = value {
        return entries;
    }
    refuse(key, &concat(&["must be a table of keys, not ", value.kind()]));
    &[]
}
