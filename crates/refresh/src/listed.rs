//! Matches items of the landscape with our projects. No single key is reliable: projects move, are renamed and get new slugs.

use crate::catalog::{Catalog, Project};
use crate::landscape::{Item, Landscape};
use crate::same;

/// The entries of a project in the landscape.
#[derive(Default, Debug)]
pub(crate) struct Listed<'a> {
    /// Items with a CNCF level. More than one is a mistake in the landscape.
    pub(crate) items: Vec<&'a Item>,
    /// An item without a level but with the same repository, if no item has a level.
    pub(crate) without_level: Option<&'a Item>,
}

/// A matching former name alone is not enough.
const ENOUGH: u32 = 2;

/// For each of our projects, in order, its entries; and the CNCF projects that we do not have.
pub(crate) fn find<'a>(catalog: &Catalog, landscape: &'a Landscape) -> (Vec<Listed<'a>>, Vec<&'a Item>) {
    let marks: Vec<Marks> = catalog.projects.iter().map(Marks::of).collect();
    let mut listed: Vec<Listed> = marks.iter().map(|_| Listed::default()).collect();
    let mut weak: Vec<(usize, &Item)> = Vec::new();
    let mut others = Vec::new();
    for item in &landscape.items {
        let best = marks
            .iter()
            .enumerate()
            .map(|(n, marks)| (marks.score(item), n))
            .max_by_key(|&(score, n)| (score, std::cmp::Reverse(n)));
        let (score, n) = best.unwrap_or_default();
        match (score, item.get("project")) {
            (ENOUGH.., Some(_)) => listed[n].items.push(item),
            (1, Some(_)) => weak.push((n, item)),
            (_, Some(_)) => others.push(item),
            (REPOSITORY.., None) => listed[n].without_level = Some(item),
            _ => {}
        }
    }
    // A match by a former or other name only counts if there is no better one.
    for (n, item) in weak {
        if listed[n].items.is_empty() { listed[n].items.push(item) } else { others.push(item) }
    }
    for listed in &mut listed {
        if !listed.items.is_empty() {
            listed.without_level = None;
        }
    }
    (listed, others)
}

const REPOSITORY: u32 = 8;

/// The keys by which a project is identified.
struct Marks {
    repositories: Vec<String>,
    devstats: Option<String>,
    names: Vec<String>,
    other_names: Vec<String>,
}

impl Marks {
    fn of(project: &Project) -> Marks {
        let claimed = |field: &str| project.claims(field).into_iter().map(|claim| claim.value);
        let repositories = project.get(&["links", "repository"]).into_iter().chain(claimed("repository"));
        let repositories = repositories.chain(project.list("former_repositories"));
        let names = project.get(&["name"]).into_iter().chain([project.id.clone()]);
        let other_names = project.list("former_names").into_iter().chain(claimed("name"));
        Marks {
            repositories: repositories.map(|address| same::place(&address)).collect(),
            devstats: project.get(&["links", "devstats"]).map(|address| same::place(&address)),
            names: names.map(|name| same::folded(&name)).collect(),
            other_names: other_names.map(|name| same::folded(&name)).collect(),
        }
    }

    fn score(&self, item: &Item) -> u32 {
        let place = |key: &str| item.get(key).map(same::place);
        let name = |key: &str| item.get(key).map(same::folded);
        let has = |list: &[String], value: Option<String>| value.is_some_and(|value| list.contains(&value));
        let mut score = 0;
        if has(&self.repositories, place("repo_url")) {
            score += REPOSITORY;
        }
        if self.devstats.is_some() && self.devstats == place("extra.dev_stats_url") {
            score += 4;
        }
        for key in ["name", "extra.lfx_slug", "extra.clomonitor_name"] {
            if has(&self.names, name(key)) {
                score += ENOUGH;
            }
        }
        if has(&self.other_names, name("name")) {
            score += 1;
        }
        score
    }
}
