//! Statements of the articles about their own projects. They are counted here: a statement that disagrees with the facts must
//! say so, and one that agrees must not.

use std::path::Path;

use super::{Mistake, from_file};
use crate::keys::{Form, Key, Keys, LABEL};
use crate::limits;
use crate::model::{Catalog, Label, Project, Statement};
use crate::record::Record;
use crate::tables::Slugs;
use crate::values::Values;

const ROWS: Keys = &[Key::may_list("statement", Form::Text)];

/// The keys from `language` on select the projects that are counted; a project must satisfy all of them.
const STATEMENT: Keys = &[
    Key::need("part", Form::Part),
    Key::need("text", LABEL),
    Key::need("says", Form::Name),
    Key::may("differs", LABEL),
    Key::may("remark", LABEL),
    Key::may_list("language", Form::Value),
    Key::may_list("main_language_not", Form::Value),
    Key::may("licence", Form::Value),
    Key::may_list("category", Form::Category),
    Key::may_list("region", Form::Region),
    Key::may_list("region_not", Form::Region),
    Key::may("tag", Form::Value),
    Key::may("years_from", Form::Number),
    Key::may("years_below", Form::Number),
];

/// Selects the projects to count. Empty values and 0 do not restrict the selection.
struct Measure {
    language: &'static [&'static str],
    main_language_not: &'static [&'static str],
    licence: &'static str,
    category: &'static [&'static str],
    region: &'static [&'static str],
    region_not: &'static [&'static str],
    tag: &'static str,
    years_from: u32,
    years_below: u32,
}

impl Measure {
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
            let Some(record) = Record::open(tree, rows.item("statement", n), STATEMENT, report) else { continue };
            let mut values = record.read(STATEMENT, slugs);
            // A rejected statement is already reported; it cannot be counted.
            if report.count() == before {
                statements.push(statement(&mut values, &record, catalog));
            }
        }
        statements
    });
    statements.unwrap_or_default()
}

fn statement(values: &mut Values, record: &Record, catalog: &Catalog) -> Statement {
    let (part, text, says) = (values.text(), values.label(), values.text());
    let (differs, remark) = (values.label(), values.label());
    let measure = Measure {
        language: values.list(Values::text),
        main_language_not: values.list(Values::text),
        licence: values.text(),
        category: values.list(Values::text),
        region: values.list(Values::text),
        region_not: values.list(Values::text),
        tag: values.text(),
        years_from: values.number(),
        years_below: values.number(),
    };
    let of_part = catalog.projects.iter().filter(|project| project.part == part);
    let total = of_part.clone().count();
    let found = of_part.filter(|project| measure.counts(project)).count();
    let counted = format!("the facts say {found} of {total}");
    match (fits(says, found, total), differs != Label::default()) {
        (None, _) => record.refuse("says", &["\"", says, "\": must be most, several or a number"]),
        (Some(true), true) => record.refuse("differs", &[&counted, ", as the article does: nothing to explain"]),
        (Some(false), false) => record.refuse("differs", &["missing: ", &counted, ", not ", says, ": why?"]),
        _ => {}
    }
    let note = if differs == Label::default() { remark } else { differs };
    let differs = differs != Label::default();
    Statement { part, text, found: found as u16, total: total as u16, differs, note }
}
