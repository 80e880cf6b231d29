//! Finds the differences that are not recorded as disputes.

use crate::catalog::{Catalog, Project};
use crate::field::{FIELDS, Field, Kind, TOC_FIELDS};
use crate::landscape::{Item, Landscape};
use crate::listed;
use crate::{same, toc};

/// Slug of the landscape in our sources.
pub const LANDSCAPE: &str = "landscape";
/// Slug of the TOC's table in our sources.
pub const TOC: &str = "cncf-toc";

/// The effect of `--apply` on a difference.
#[derive(Clone, PartialEq, Debug)]
pub enum Advice {
    /// Their value replaces ours.
    Take,
    /// Our source is better: our value is kept, and the disagreement is recorded.
    Dispute,
    /// They now have our value; a dispute still has another one for them.
    Settle,
    /// Only a person can do this; the reason.
    ByHand(String),
}

/// A value that differs.
#[derive(Clone, PartialEq, Debug)]
pub struct Difference {
    /// The project's id; the name of a project that we do not have.
    pub project: String,
    /// The field's name in our data, or `entry`.
    pub field: &'static str,
    /// Our value; empty if we have none.
    pub ours: String,
    /// Their value; empty if they have none.
    pub theirs: String,
    /// Slug of the source of our value; empty if none is named.
    pub our_source: String,
    /// Slug of the source of their value.
    pub source: &'static str,
    /// The effect of `--apply`.
    pub advice: Advice,
}

/// The result of a comparison.
#[derive(Default, Debug)]
pub struct Found {
    /// The differences, by project.
    pub differences: Vec<Difference>,
    /// How many CNCF projects are not in our data, because they entered before or after the series, or never were in the Sandbox.
    pub outside: usize,
}

/// Compares all our projects with the landscape.
#[must_use]
pub fn with_landscape(catalog: &Catalog, landscape: &Landscape) -> Found {
    let (listed, others) = listed::find(catalog, landscape);
    let fields = fields(catalog, FIELDS);
    let mut found = Found::default();
    for (project, listed) in catalog.projects.iter().zip(listed) {
        let mut all: Vec<(&Item, Vec<Difference>)> =
            listed.items.iter().map(|item| (*item, of_item(catalog, project, &fields, item, LANDSCAPE))).collect();
        // If a project has several entries, it is compared with the one that differs least; with the first one if several differ
        // equally.
        all.sort_by_key(|(_, differences)| differences.len());
        let entry = |theirs: String, reason: &str| Difference {
            project: project.id.clone(),
            field: "entry",
            ours: "in the catalog".to_owned(),
            theirs,
            our_source: String::new(),
            source: LANDSCAPE,
            advice: Advice::ByHand(reason.to_owned()),
        };
        match (all.len(), listed.without_level) {
            (0, Some(item)) => found.differences.push(entry(
                format!("listed in {}, but no longer as a project of the CNCF", item.path()),
                "was it archived, or did it leave the CNCF?",
            )),
            (0, None) => found
                .differences
                .push(entry("not listed".to_owned(), "did it leave the CNCF, or change all its names at once?")),
            (1, _) => {}
            (n, _) => {
                let places: Vec<String> = listed.items.iter().map(|item| item.path()).collect();
                let theirs = format!("listed {n} times: {}", places.join("; "));
                found.differences.push(entry(theirs, "compared with the entry that differs least"));
            }
        }
        if let Some((_, differences)) = all.into_iter().next() {
            found.differences.extend(differences);
        }
    }
    for item in others {
        let accepted = item.get("extra.accepted").unwrap_or_default();
        if is_missing(catalog, item, accepted) {
            found.differences.push(Difference {
                project: item.name().to_owned(),
                field: "entry",
                ours: String::new(),
                theirs: format!("accepted {accepted}, {}", item.get("repo_url").unwrap_or("no repository")),
                our_source: String::new(),
                source: LANDSCAPE,
                advice: Advice::ByHand("in the years of the series: add a file by data/README.md".to_owned()),
            });
        } else {
            found.outside += 1;
        }
    }
    found
}

/// The fields that at least one of our projects has.
fn fields<'a>(catalog: &Catalog, all: &'a [Field]) -> Vec<&'a Field> {
    all.iter().filter(|field| catalog.has(field.ours)).collect()
}

/// Whether a project that we do not have entered the Sandbox in the years of the series.
fn is_missing(catalog: &Catalog, item: &Item, accepted: &str) -> bool {
    let (from, to) = &catalog.window;
    let month = accepted.get(..7).unwrap_or_default();
    let is_higher = ["extra.incubating", "extra.graduated"].iter().any(|key| item.get(key) == Some(accepted));
    (from.as_str()..=to.as_str()).contains(&month) && !is_higher
}

/// Compares our projects with the rows of the TOC's table that name them.
#[must_use]
pub fn with_toc(catalog: &Catalog, rows: &[toc::Row]) -> Found {
    let fields = fields(catalog, TOC_FIELDS);
    let mut found = Found::default();
    for row in rows {
        let is_it = |project: &&Project| {
            let named = project.get(&["name"]).is_some_and(|name| same::name(&name, &row.name));
            let first = project.get(&["history", "first_accepted"]);
            (named || same::name(&project.id, &row.name))
                && first.is_none_or(|first| !same::date(&first, &row.accepted))
        };
        match catalog.projects.iter().find(is_it) {
            Some(project) => {
                let mut item = Item::default();
                item.values.insert("accepted".to_owned(), row.accepted.clone());
                item.values.extend(row.applied.clone().map(|day| ("applied".to_owned(), day)));
                item.values.extend(row.request.clone().map(|request| ("request".to_owned(), request)));
                found.differences.extend(of_item(catalog, project, &fields, &item, TOC));
            }
            None => found.outside += 1,
        }
    }
    found
}

/// The differences between a project and an item.
fn of_item(
    catalog: &Catalog,
    project: &Project,
    fields: &[&Field],
    item: &Item,
    source: &'static str,
) -> Vec<Difference> {
    fields.iter().filter_map(|field| of_field(catalog, project, field, item, source)).collect()
}

fn of_field(
    catalog: &Catalog,
    project: &Project,
    field: &Field,
    item: &Item,
    source: &'static str,
) -> Option<Difference> {
    let our_source = project.source(field.name).unwrap_or_default();
    let (ours, theirs) = (field.value(catalog, project), (field.read)(item));
    let claims = project.claims(field.name);
    let recorded = claims.iter().position(|claim| claim.source == source);
    let difference = |ours: Option<String>, theirs: Option<String>, advice| {
        let [ours, theirs] = [ours, theirs].map(Option::unwrap_or_default);
        Some(Difference {
            project: project.id.clone(),
            field: field.name,
            ours,
            theirs,
            our_source: our_source.clone(),
            source,
            advice,
        })
    };
    let Some(theirs) = theirs else {
        // A value from another source may be missing there. Documentation "from the landscape" is the home page that it lists.
        if ours.is_none() || our_source != source || field.name == "docs" {
            return None;
        }
        let advice = match field.name {
            "devstats" | "chat" | "best_practices" => Advice::Take,
            _ => Advice::ByHand("the landscape has none any more".to_owned()),
        };
        return difference(ours, None, advice);
    };
    if ours.as_ref().is_some_and(|ours| (field.same)(ours, &theirs)) {
        // The first claim is our own value as the dispute writes it.
        let stale = recorded.filter(|&n| n > 0 && !(field.same)(&claims[n].value, &theirs))?;
        let told = format!("the same; a dispute has for theirs: {}", claims[stale].value);
        let advice = match source {
            LANDSCAPE => Advice::Settle,
            _ => Advice::ByHand("correct the dispute".to_owned()),
        };
        return difference(Some(told), Some(theirs), advice);
    }
    // For older requests the TOC's table has the day of a later form (Xline: request 11 is of November 2022). If we have no day of
    // application, none is known.
    if ours.is_none() && field.name == "applied" {
        return None;
    }
    if recorded.is_some_and(|n| (field.same)(&claims[n].value, &theirs)) {
        return None;
    }
    let advice = advice(catalog, project, field, &our_source, source, &theirs);
    difference(ours, Some(theirs), advice)
}

/// The advice for a difference. The landscape and the articles are weaker sources than a repository, a thread or the TOC's list.
fn advice(catalog: &Catalog, project: &Project, field: &Field, our_source: &str, source: &str, theirs: &str) -> Advice {
    if let Some(reason) = crate::apply::unwritable(catalog, project, field, theirs) {
        return Advice::ByHand(reason);
    }
    let is_weak = our_source.is_empty() || our_source.starts_with("part-") || our_source.starts_with(LANDSCAPE);
    match is_weak || our_source == source || field.kind == Kind::Maturity {
        true => Advice::Take,
        false => Advice::Dispute,
    }
}
