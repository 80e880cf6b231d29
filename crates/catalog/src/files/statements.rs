//! Statements of the articles about their own projects. They are counted here: a statement that disagrees with the facts must
//! say so, and one that agrees must not.

use std::path::Path;

use super::{Entries, Mistake, Slugs, from_file};
use crate::keys::{Key, Keys, Kind};
use crate::kind::{FieldKind, List, Name, Number, OrBlank, SlugOf, Value};
use crate::limits;
use crate::model::{Catalog, Category, Label, Part, Project, Region, Statement};
use crate::record::{Record, record};

const ROWS: Keys = &[Key::may_list("statement", Kind::Line)];

record! {
    /// A statement as it is written down. The keys from `language` on select the projects that are counted; a project must satisfy all of
    /// them.
    Written {
        /// Whose projects it is about.
        part: SlugOf<Part>;
        /// The statement, in a few words.
        text: Label;
        /// How many, as a text: `"12"`, `"most"` (more than half) or `"several"` (two at least).
        says: Name;
        /// Why the data say something else; required if they do, forbidden if they agree.
        differs: OrBlank<Label>;
        /// A remark if they agree.
        remark: OrBlank<Label>;
        /// Counts the projects with one of these languages.
        language: List<Value>;
        /// And whose main language, the first one, is none of these.
        main_language_not: List<Value>;
        /// And with this licence.
        licence: OrBlank<Value>;
        /// And in one of these categories.
        category: List<SlugOf<Category>>;
        /// And with an owner from one of these regions.
        region: List<SlugOf<Region>>;
        /// And with an owner from none of these.
        region_not: List<SlugOf<Region>>;
        /// And with this tag.
        tag: OrBlank<Value>;
        /// And at least this old at acceptance, in whole years.
        years_from: OrBlank<Number>;
        /// And younger than this at acceptance.
        years_below: OrBlank<Number>;
    }
}

impl Written {
    fn counts(&self, project: &Project) -> bool {
        let years = u32::from(project.accepted.whole_years_since(project.first_commit));
        let has = |list: &[&str], value: &str| list.is_empty() || list.contains(&value);
        let region = project.region.unwrap_or_default();
        (self.language.is_empty() || project.languages.iter().any(|name| self.language.contains(name)))
            && project.languages.first().is_none_or(|main| !self.main_language_not.contains(main))
            && (self.licence.is_empty() || project.licence == self.licence)
            && has(self.category, project.category)
            && has(self.region, region)
            && !self.region_not.contains(&region)
            && (self.tag.is_empty() || project.tags.contains(&self.tag))
            && years >= self.years_from
            && (self.years_below == 0 || years < self.years_below)
    }
}

/// Whether a statement fits the count; `None` if it cannot be counted.
fn fits(says: &str, found: usize, total: usize) -> Option<bool> {
    match says {
        "most" => Some(found * 2 > total),
        "several" => Some(found > 1),
        number => number.parse().ok().map(|number: usize| number == found),
    }
}

/// Reads and counts the statements, part by part.
pub(super) fn read(dir: &Path, slugs: &Slugs, catalog: &Catalog, mistakes: &mut Vec<Mistake>) -> Vec<Statement> {
    let statements = from_file(dir, "statements.toml", ROWS, mistakes, |rows, report| {
        let mut statements = Vec::new();
        for (n, tree) in rows.items("statement", limits::ROWS).iter().enumerate() {
            let before = report.count();
            let place = rows.item("statement", n);
            let Some(entries) = Entries::open(tree, place, Written::KEYS, report) else { continue };
            let written = Written::read(&mut entries.read(Written::KEYS, slugs));
            // A rejected statement is already reported; it cannot be counted.
            if report.count() == before {
                statements.push(statement(&written, &entries, catalog));
            }
        }
        statements
    });
    statements.unwrap_or_default()
}

fn statement(written: &Written, entries: &Entries, catalog: &Catalog) -> Statement {
    let Written { part, text, says, differs, remark, .. } = *written;
    let of_part = catalog.projects.iter().filter(|project| project.part == part);
    let total = of_part.clone().count();
    let found = of_part.filter(|project| written.counts(project)).count();
    let counted = format!("the facts say {found} of {total}");
    match (fits(says, found, total), differs != Label::default()) {
        (None, _) => entries.refuse("says", &["\"", says, "\": must be most, several or a number"]),
        (Some(true), true) => entries.refuse("differs", &[&counted, ", as the article does: nothing to explain"]),
        (Some(false), false) => entries.refuse("differs", &["missing: ", &counted, ", not ", says, ": why?"]),
        _ => {}
    }
    let note = if differs == Label::default() { remark } else { differs };
    let differs = differs != Label::default();
    Statement { part, text, found: found as u16, total: total as u16, differs, note }
}
