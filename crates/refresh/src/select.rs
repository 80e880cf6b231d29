//! Selects the differences that `--apply` names: `all`, a project or a project's field, each with an optional action.

use crate::catalog::Catalog;
use crate::compare::{Advice, Difference};
use crate::field::{FIELDS, TOC_FIELDS};

/// The differences that the words accept, each with its action; and the differences that `all` or a project's name would accept but
/// that only a person can write.
///
/// # Errors
/// If a word names nothing, or a difference that only a person can write.
pub fn select(
    catalog: &Catalog,
    found: &[Difference],
    words: &[String],
) -> Result<(Vec<Difference>, Vec<Difference>), String> {
    let mut accepted: Vec<Difference> = Vec::new();
    let mut left: Vec<Difference> = Vec::new();
    for word in words {
        let (name, wish) = match word.split_once('=') {
            None => (word.as_str(), None),
            Some((name, "take")) => (name, Some(Advice::Take)),
            Some((name, "dispute")) => (name, Some(Advice::Dispute)),
            Some((_, other)) => return Err(format!("--apply {word}: `={other}` is neither =take nor =dispute")),
        };
        let (id, field) = name.split_once('.').map_or((name, None), |(id, field)| (id, Some(field)));
        check(catalog, found, word, id, field)?;
        for difference in found {
            if id != "all" && difference.project != id || field.is_some_and(|field| field != difference.field) {
                continue;
            }
            let mut difference = difference.clone();
            match (&wish, &difference.advice) {
                _ if difference.field == "entry" => {}
                // A removed value is not a disagreement.
                (Some(Advice::Dispute), Advice::Take | Advice::ByHand(_))
                    if !difference.theirs.is_empty() && !difference.ours.is_empty() =>
                {
                    difference.advice = Advice::Dispute;
                }
                (Some(Advice::Take), Advice::Dispute) => difference.advice = Advice::Take,
                _ => {}
            }
            match &difference.advice {
                Advice::ByHand(reason) if field.is_some() => return Err(format!("--apply {word}: {reason}")),
                Advice::ByHand(_) => left.push(difference),
                _ => {
                    // The last word for a difference wins.
                    accepted.retain(|other| {
                        (&other.project, other.field) != (&difference.project, difference.field)
                            || other.source != difference.source
                    });
                    accepted.push(difference);
                }
            }
        }
    }
    Ok((accepted, left))
}

fn check(catalog: &Catalog, found: &[Difference], word: &str, id: &str, field: Option<&str>) -> Result<(), String> {
    let is_known = id == "all"
        || catalog.projects.iter().any(|project| project.id == id)
        || found.iter().any(|difference| difference.project == id);
    if !is_known {
        return Err(format!(
            "--apply {word}: no project `{id}`; expected all, an id such as kmesh, or kmesh.repository"
        ));
    }
    let mut fields = FIELDS.iter().chain(TOC_FIELDS).map(|field| field.name);
    match field {
        Some(field) if field != "entry" && !fields.any(|known| known == field) => {
            let mut names: Vec<&str> = FIELDS.iter().chain(TOC_FIELDS).map(|field| field.name).collect();
            names.dedup();
            Err(format!("--apply {word}: no field `{field}`; expected one of {}", names.join(", ")))
        }
        _ => Ok(()),
    }
}
