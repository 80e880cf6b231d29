//! How often the first project is the one that a reader means: precision at 1 over the list of searches.

use sandbox_explorer::facet::Index;
use sandbox_explorer::filter::{self, Filter};

use crate::searches::SEARCHES;
use crate::tiny::ids;

/// Known misses, with the reason. A row that gives the right result now must be removed.
const MISSES: [(&str, &str); 0] = [];

#[test]
fn the_first_project_is_the_one_that_is_meant() {
    let index = Index::bundled();
    let everything = filter::scope(index, &Filter::default());
    let mut wrong = Vec::new();
    for (search, meant) in SEARCHES {
        let outcome = filter::apply(index, &everything, &Filter { search: search.into(), ..Filter::default() });
        let shown = ids(index, &outcome.shown);
        let first = shown.split(' ').next().unwrap_or_default();
        if !meant.split(' ').any(|id| id == first) {
            println!("{search}: {meant} is meant, the first of {} is {first:?}: {shown}", outcome.shown.len());
            wrong.push((search, first.to_owned()));
        }
    }
    let n_right = SEARCHES.len() - wrong.len();
    println!("precision at 1: {n_right} of {} ({:.3})", SEARCHES.len(), n_right as f64 / SEARCHES.len() as f64);
    assert_eq!(wrong, MISSES.map(|(search, first)| (search, first.to_owned())));
    assert!(n_right * 100 >= SEARCHES.len() * 95);
}
