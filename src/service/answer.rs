//! The answer of a client: a result for each request. Nothing in it is trusted.

use super::options::Text;
use super::tree;
use crate::data::json;
use crate::data::tree::Tree;
use crate::text::{concat, decimal};

/// The counts of an attribute: its values as the service writes them, and how many hits have each.
pub type Counts = Vec<(Text, u32)>;

/// The result of one request.
#[derive(Debug, Default)]
pub struct Answer {
    /// How many items match.
    pub n_hits: u32,
    /// Whether there are hits after these.
    pub has_more: bool,
    /// The items of this page.
    pub hits: Vec<Tree>,
    /// The attributes that were counted.
    pub facets: Vec<(Text, Counts)>,
}

impl Answer {
    /// The counts of an attribute.
    #[must_use]
    pub fn counts(&self, attribute: &str) -> Option<&Counts> {
        self.facets.iter().find(|(name, _)| name == attribute).map(|(_, counts)| counts)
    }

    /// How many hits have a value.
    #[must_use]
    pub fn count(&self, attribute: &str, value: &str) -> Option<u32> {
        self.counts(attribute)?.iter().find(|(known, _)| known == value).map(|(_, count)| *count)
    }
}

/// Reads the answer to so many requests for `page`.
///
/// # Errors
/// One line that says what it lacks.
pub fn read(bytes: Vec<u8>, n_requests: usize, page: u32) -> Result<Vec<Answer>, String> {
    let whole = json::read(bytes)?;
    let Some(Tree::List(results)) = tree::at(&whole, "results") else {
        return Err("results: must be a list".to_owned());
    };
    if results.len() < n_requests {
        let [n, wanted] = [results.len(), n_requests].map(|n| decimal(n as u32));
        return Err(concat(&["results: ", &n, " instead of ", &wanted]));
    }
    let one = |(n, result): (usize, &Tree)| {
        let place = concat(&["results[", &decimal(n as u32), "]."]);
        let Some(Tree::List(hits)) = tree::at(result, "hits") else {
            return Err(concat(&[&place, "hits: must be a list"]));
        };
        let n_hits = tree::at(result, "nbHits").and_then(tree::count).unwrap_or(hits.len() as u32);
        // Some services have no more than a number of pages for each search.
        let n_pages = tree::at(result, "nbPages").and_then(tree::count);
        let has_more = !hits.is_empty() && n_pages.is_none_or(|n_pages| page + 1 < n_pages);
        let facets = match tree::at(result, "facets") {
            Some(Tree::Map(facets)) => {
                facets.iter().map(|(name, counts)| (name.clone(), read_counts(counts))).collect()
            }
            _ => Vec::new(),
        };
        Ok(Answer { n_hits, has_more, hits: hits.clone(), facets })
    };
    results.iter().take(n_requests).enumerate().map(one).collect()
}

/// The counts of an attribute, the most frequent value first.
fn read_counts(from: &Tree) -> Counts {
    let Tree::Map(counts) = from else { return Vec::new() };
    let mut read: Counts =
        counts.iter().filter_map(|(value, count)| Some((value.clone(), tree::count(count)?))).collect();
    read.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    read
}
