//! Writes the accepted differences: values, their sources and dates, and disputes. Comments and order are kept; only changed files are
//! returned.

mod disputes;
mod document;
mod project;
mod sources;

use std::collections::BTreeMap;

use toml_edit::{Datetime, DocumentMut};

use self::document::{date, put};
use self::project::Writer;
use crate::catalog::{self, Catalog, Files, Project};
use crate::compare::{Difference, LANDSCAPE};
use crate::field::{Field, Kind};

const LEVELS: [&str; 4] = ["sandbox", "incubating", "graduated", "archived"];

/// Writes the accepted differences, each according to its advice, and returns the changed files.
///
/// # Errors
/// If a difference cannot be written: the reason, in one line. Nothing must be written then.
pub fn apply(files: &Files, accepted: &[Difference], all: &[Difference], as_of: &str) -> Result<Files, String> {
    let catalog = catalog::read(files)?;
    let before = catalog.source(LANDSCAPE).as_of;
    if as_of.parse::<Datetime>().is_err() || as_of.len() != 10 {
        return Err(format!("--as-of {as_of}: expected a day such as 2026-08-07"));
    }
    let is_landscape = accepted.iter().any(|difference| difference.source == LANDSCAPE);
    if is_landscape && as_of < before.as_str() {
        return Err(format!("--as-of {as_of}: data/sources.toml has the landscape of {before}, which is newer"));
    }
    let mut changed = Files::new();
    let mut needs_dated = false;
    let mut by_project: BTreeMap<&str, Vec<&Difference>> = BTreeMap::new();
    for difference in accepted {
        by_project.entry(&difference.project).or_default().push(difference);
    }
    for (id, differences) in by_project {
        let project = catalog.projects.iter().find(|project| project.id == id);
        let project = project.ok_or_else(|| format!("{id}: no such file in data/projects/"))?;
        let mut writer = Writer {
            catalog: &catalog,
            project,
            document: project.document.clone(),
            new: Vec::new(),
            as_of,
            before: &before,
            needs_dated: false,
        };
        for difference in &differences {
            writer.write(difference)?;
        }
        let is_open = |other: &&Difference| {
            other.project == id && ["maturity", "entry"].contains(&other.field) && !accepted.contains(other)
        };
        let from_landscape = project.source("maturity").as_deref() == Some(LANDSCAPE);
        if differences.iter().any(|it| it.source == LANDSCAPE)
            && from_landscape
            && !all.iter().any(|other| is_open(&other))
        {
            put(&mut writer.document, &["maturity", "as_of"], date(as_of));
        }
        needs_dated |= writer.needs_dated;
        let name = format!("projects/{id}.toml");
        let text = writer.text();
        text.parse::<DocumentMut>().map_err(|error| format!("{name}: {}", error.to_string().replace('\n', " ")))?;
        if files[&name] != text {
            changed.insert(name, text);
        }
    }
    if is_landscape {
        let text = sources::text(&files["sources.toml"], &catalog, as_of, needs_dated.then_some(before.as_str()))?;
        if files["sources.toml"] != text {
            changed.insert("sources.toml".to_owned(), text);
        }
    }
    Ok(changed)
}

/// The reason why a value cannot be written, if there is one.
pub(crate) fn unwritable(catalog: &Catalog, project: &Project, field: &Field, theirs: &str) -> Option<String> {
    let is_day = |text: &str| text.len() == 10 && text.parse::<Datetime>().is_ok();
    let reason = match field.kind {
        Kind::Category if catalog.category(theirs).is_none() => {
            "no such row in data/categories.toml: add it first, or =dispute"
        }
        Kind::Maturity => {
            let mut words = theirs.split(" since ");
            let level = words.next().unwrap_or_default();
            match words.next() {
                _ if !LEVELS.contains(&level) => "no level that data/ knows",
                Some(day) if !is_day(day) => "not a day such as 2026-08-07",
                _ => return None,
            }
        }
        Kind::Accepted | Kind::History | Kind::Date if !is_day(theirs) => "not a day such as 2026-08-07",
        Kind::History if project.document.get("history").is_none() => "add [history] with first_accepted",
        Kind::Address | Kind::Repository
            if !(theirs.starts_with("http://") || theirs.starts_with("https://"))
                || !theirs.bytes().all(|b| b.is_ascii_graphic()) =>
        {
            "not an http or https address"
        }
        _ => return None,
    };
    Some(reason.to_owned())
}
