//! Writes the file of one project: each difference according to its advice. A value that is taken comes with its source
//! and, where the catalog has a list of them, with the former value. `disputes` has the part that records who disagrees.

use toml_edit::{DocumentMut, Item, Value};

use super::document::{ORDER, date, insert, put, put_former};
use crate::catalog::{Catalog, Project};
use crate::compare::{Advice, Difference, LANDSCAPE};
use crate::dispute::Dispute;
use crate::field::{FIELDS, Field, Kind, TOC_FIELDS};
use crate::same;

/// Writes the file of one project.
pub(super) struct Writer<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) project: &'a Project,
    pub(super) document: DocumentMut,
    /// Disputes that the file does not have yet.
    pub(super) new: Vec<Dispute>,
    pub(super) as_of: &'a str,
    pub(super) before: &'a str,
    pub(super) needs_dated: bool,
}

impl Writer<'_> {
    pub(super) fn write(&mut self, difference: &Difference) -> Result<(), String> {
        let fields = if difference.source == LANDSCAPE { FIELDS } else { TOC_FIELDS };
        let field = fields.iter().find(|field| field.name == difference.field);
        let field =
            field.ok_or_else(|| format!("{}.{}: only people can do this", difference.project, difference.field))?;
        match &difference.advice {
            Advice::ByHand(reason) => Err(format!("{}.{}: {reason}", difference.project, difference.field)),
            Advice::Take if difference.theirs.is_empty() => {
                self.remove(field);
                Ok(())
            }
            Advice::Take => self.take(field, difference),
            Advice::Dispute => {
                self.dispute(field, difference);
                Ok(())
            }
            Advice::Settle => {
                self.settle(field, difference);
                Ok(())
            }
        }
    }

    fn take(&mut self, field: &Field, difference: &Difference) -> Result<(), String> {
        let Difference { ours, theirs, source, .. } = difference;
        match field.kind {
            Kind::Address | Kind::Repository | Kind::Name => {
                put(&mut self.document, field.ours, theirs.as_str().into())
            }
            Kind::Category => {
                let slug = self.catalog.category(theirs).unwrap_or_default().to_owned();
                put(&mut self.document, field.ours, slug.into());
            }
            Kind::Accepted => {
                put(&mut self.document, field.ours, date(theirs));
                if self.project.get(&["maturity", "level"]).as_deref() == Some("sandbox") {
                    put(&mut self.document, &["maturity", "since"], date(theirs));
                }
            }
            Kind::History | Kind::Date => put(&mut self.document, field.ours, date(theirs)),
            Kind::Maturity => self.put_maturity(theirs)?,
        }
        if field.kind == Kind::Name {
            put_former(&mut self.document, "former_names", ours, theirs, same::name);
        }
        if field.kind == Kind::Repository && self.catalog.has(&["former_repositories"]) {
            put_former(&mut self.document, "former_repositories", ours, theirs, same::address);
            let table = self.document.get_mut("sources").and_then(Item::as_table_mut);
            if let Some(table) = table.filter(|table| !table.contains_key("former_repositories")) {
                insert(table, "former_repositories", LANDSCAPE.into(), &ORDER);
            }
        }
        // If the home page is also the documentation, that gets the new address too.
        let docs = self.project.get(&["links", "docs"]).filter(|docs| same::address(docs, ours));
        if field.name == "website" && docs.is_some() && self.project.source("docs").as_deref() == Some(LANDSCAPE) {
            put(&mut self.document, &["links", "docs"], theirs.as_str().into());
        }
        self.put_source(field, difference);
        self.record_taken(field, difference, source);
        Ok(())
    }

    fn put_maturity(&mut self, theirs: &str) -> Result<(), String> {
        let (level, day) = theirs.split_once(" since ").unwrap_or((theirs, ""));
        let since = match day {
            "" if level == "sandbox" => self.document["accepted"].clone().into_value().map_err(|_| "no accepted")?,
            // It changed between two landscapes: only the month or year that both dates share is certain.
            "" => date(shared(self.before, self.as_of).ok_or_else(|| {
                format!(
                    "{}.maturity: the landscape has no day for {level}, and it may be of {} or {}: add extra.{level}",
                    self.project.id, self.before, self.as_of
                )
            })?),
            day => date(day),
        };
        put(&mut self.document, &["maturity", "level"], level.into());
        put(&mut self.document, &["maturity", "since"], since);
        put(&mut self.document, &["maturity", "as_of"], date(self.as_of));
        put(&mut self.document, &["maturity", "source"], LANDSCAPE.into());
        Ok(())
    }

    /// Writes the source of a field that was taken. The comment keeps the former source and its reason.
    fn put_source(&mut self, field: &Field, difference: &Difference) {
        if matches!(field.kind, Kind::Maturity | Kind::Name | Kind::History) {
            return;
        }
        let told = self.comment(difference.source);
        let Some(table) = self.document.get_mut("sources").and_then(Item::as_table_mut) else { return };
        let Some(value) = table.get_mut(field.name).and_then(Item::as_value_mut) else {
            insert(table, field.name, difference.source.into(), &ORDER);
            return;
        };
        if value.as_str() == Some(difference.source) {
            return;
        }
        let comment = value.decor().suffix().and_then(|suffix| suffix.as_str()).unwrap_or_default();
        let comment = comment.trim().trim_start_matches('#').trim();
        let and = if comment.is_empty() { "" } else { ", " };
        let suffix = format!("   # {told}; before: {}{and}{comment}", difference.our_source);
        let mut new = Value::from(difference.source);
        *new.decor_mut() = value.decor().clone();
        new.decor_mut().set_suffix(suffix);
        *value = new;
    }

    fn remove(&mut self, field: &Field) {
        for (table, key) in [(field.ours[0], field.ours[1]), ("sources", field.name)] {
            if let Some(table) = self.document.get_mut(table).and_then(Item::as_table_mut) {
                table.remove(key);
            }
        }
    }

    pub(super) fn comment(&self, source: &str) -> String {
        match source {
            LANDSCAPE => format!("landscape.yml ({})", self.as_of),
            _ => "docs/projects.md".to_owned(),
        }
    }

    pub(super) fn text(self) -> String {
        let mut text = self.document.to_string();
        for dispute in &self.new {
            // After the last dispute, or after the sources if there is none.
            let last = ["\n[[disputes]]", "\n[sources]"].into_iter().find_map(|header| text.rfind(header));
            let end = last.and_then(|at| Some(at + 1 + text[at + 1..].find("\n[")?));
            text.insert_str(end.unwrap_or(text.len()), &dispute.text());
        }
        text
    }
}

/// The month that two days share, or else the year.
fn shared<'a>(one: &'a str, other: &str) -> Option<&'a str> {
    [7, 4].into_iter().find_map(|n| one.get(..n).filter(|start| other.get(..n) == Some(start)))
}
