//! What is different, without what is recorded as a dispute.

use crate::catalog::{Catalog, Project};
use crate::field::{FIELDS, Field, Kind, TOC_FIELDS};
use crate::landscape::{Item, Landscape};
use crate::listed;
use crate::{same, toc};

/// Slug of the landscape among our sources.
pub const LANDSCAPE: &str = "landscape";
/// Slug of the TOC's table among our sources.
pub const TOC: &str = "cncf-toc";

/// What `--apply` does about a difference.
#[derive(Clone, PartialEq, Debug)]
pub enum Advice {
    /// Their value stands from now on.
    Take,
    /// Ours is better founded: it stays, and the disagreement is recorded.
    Dispute,
    /// Ours is what they say now; a dispute says that they say something else.
    Settle,
    /// Only people can do this; why.
    ByHand(String),
}

/// A value that is different.
#[derive(Clone, PartialEq, Debug)]
pub struct Difference {
    /// The project's id; of one that is not ours, its name.
    pub project: String,
    /// The field's name in our data, or `entry`.
    pub field: &'static str,
    /// Our value; empty where there is none.
    pub ours: String,
    /// Theirs; empty where there is none.
    pub theirs: String,
    /// Slug of the source of ours; empty where none is named.
    pub our_source: String,
    /// Slug of the source of theirs.
    pub source: &'static str,
    /// What `--apply` does about it.
    pub advice: Advice,
}

/// What a comparison has found.
#[derive(Default, Debug)]
pub struct Found {
    /// The differences, by project.
    pub differences: Vec<Difference>,
    /// How many projects of the CNCF are none of ours, because they came before the series or after it, or never were in the Sandbox.
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
        // Of two entries the one that differs least is the project's; the first of equals.
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

/// Whether a project that is none of ours entered the Sandbox in the years of the series.
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

/// What differs between a project and an item.
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
        // A value that is not from there need not be there. Documentation that is "from the landscape" is the home page that it links.
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
        // The first claim is our own value in the words of the dispute.
        let stale = recorded.filter(|&n| n > 0 && !(field.same)(&claims[n].value, &theirs))?;
        let told = format!("the same; a dispute has for theirs: {}", claims[stale].value);
        let advice = match source {
            LANDSCAPE => Advice::Settle,
            _ => Advice::ByHand("correct the dispute".to_owned()),
        };
        return difference(Some(told), Some(theirs), advice);
    }
    // The TOC's table has the day of a later form where a request is older (Xline: request 11 is of November 2022). Where we have no day
    // of application, it is because none is known.
    if ours.is_none() && field.name == "applied" {
        return None;
    }
    if recorded.is_some_and(|n| (field.same)(&claims[n].value, &theirs)) {
        return None;
    }
    let advice = advice(catalog, project, field, &our_source, source, &theirs);
    difference(ours, Some(theirs), advice)
}

/// What we would do. The landscape and the articles are weaker witnesses than a repository, a thread or the TOC's list.
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
