//! Records in the file of a project who disagrees: in the dispute that it has on a field, or else in a new one.

use toml_edit::{InlineTable, Item, Table, Value};

use super::project::Writer;
use super::sources::dated;
use crate::compare::{Difference, LANDSCAPE};
use crate::dispute::{self, Dispute};
use crate::field::{Field, Kind};
use crate::note;

impl Writer<'_> {
    /// Records a field that was taken in a dispute. An existing dispute gets the new value first. A new dispute keeps the value of another
    /// source; for names and repositories it keeps the landscape's former value, so that older posts can say that it has changed.
    pub(super) fn record_taken(&mut self, field: &Field, difference: &Difference, source: &str) {
        let from_landscape = difference.our_source.is_empty() || difference.our_source == source;
        let changes = matches!(field.kind, Kind::Name | Kind::Repository) && source == LANDSCAPE;
        let there = self.open(field.name);
        if there.is_none() && !changes && (from_landscape || difference.ours.is_empty()) {
            return;
        }
        let mut dispute = there.unwrap_or_else(|| Dispute::new(field.name));
        let was_first = dispute.claims.first().is_none_or(|claim| claim.source() == source);
        let replaced =
            dispute.claims.iter().position(|claim| claim.source() == source).map(|at| dispute.claims.remove(at));
        let mut claim = dispute::claim(source, &words(field, &difference.theirs), &self.comment(source));
        if from_landscape && was_first && changes {
            self.needs_dated = true;
            let slug = dated(self.catalog, self.before);
            let told = format!("landscape.yml ({})", self.before);
            let mut old = replaced.unwrap_or_else(|| dispute::claim(&slug, &words(field, &difference.ours), &told));
            old.set_source(&slug);
            dispute.claims.insert(0, old);
        } else {
            if let Some(old) = &replaced {
                claim = claim.after(old);
            }
            if !from_landscape && dispute.claims.iter().all(|claim| claim.source() != difference.our_source) {
                dispute.claims.insert(0, dispute::claim(&difference.our_source, &words(field, &difference.ours), ""));
            }
        }
        dispute.claims.insert(0, claim);
        if changes {
            dispute.changed_after = Some(self.held_until(difference));
        }
        dispute.note = match from_landscape {
            true => note::changed(self.before, self.as_of),
            false => note::taken(self.catalog, source, &difference.our_source, self.as_of),
        };
        self.close(dispute);
    }

    /// The last day on which our value is known to have been true.
    fn held_until(&self, difference: &Difference) -> String {
        match difference.our_source.as_str() {
            "" | LANDSCAPE => self.before.to_owned(),
            "repository" => self.project.get(&["snapshot", "date"]).unwrap_or_default(),
            slug => self.catalog.source(slug).as_of,
        }
    }

    pub(super) fn dispute(&mut self, field: &Field, difference: &Difference) {
        let Difference { ours, theirs, our_source, source, .. } = difference;
        let there = self.open(field.name);
        let is_new = there.is_none();
        let mut dispute = there.unwrap_or_else(|| Dispute::new(field.name));
        let claim = dispute::claim(source, &words(field, theirs), &self.comment(source));
        match dispute.claims.iter_mut().skip(1).find(|claim| claim.source() == *source) {
            Some(old) => *old = claim.after(old),
            None => dispute.claims.push(claim),
        }
        if is_new {
            let our_source = if our_source.is_empty() || our_source == source { "repository" } else { our_source };
            dispute.claims.insert(0, dispute::claim(our_source, &words(field, ours), ""));
            dispute.note = note::kept(self.catalog, source, our_source, self.as_of);
        }
        self.close(dispute);
    }

    /// The landscape now agrees with us: the dispute records its value as the former one.
    pub(super) fn settle(&mut self, field: &Field, difference: &Difference) {
        let Some(mut dispute) = self.open(field.name) else { return };
        let slug = dated(self.catalog, self.before);
        for claim in dispute.claims.iter_mut().skip(1).filter(|claim| claim.source() == difference.source) {
            claim.set_source(&slug);
            self.needs_dated = true;
        }
        dispute.note = note::settled(self.before, self.as_of);
        self.close(dispute);
    }

    fn table(&mut self, field: &str) -> Option<&mut Table> {
        let tables = self.document.get_mut("disputes").and_then(Item::as_array_of_tables_mut)?;
        tables.iter_mut().find(|table| table.get("field").and_then(Item::as_str) == Some(field))
    }

    fn open(&mut self, field: &str) -> Option<Dispute> {
        self.table(field).map(|table| Dispute::read(table))
    }

    fn close(&mut self, dispute: Dispute) {
        match self.table(dispute.field) {
            Some(table) => dispute.write(table),
            None => self.new.push(dispute),
        }
    }
}

/// A value as a dispute writes it.
fn words(field: &Field, value: &str) -> Value {
    if field.kind != Kind::Maturity {
        return value.into();
    }
    let (level, day) = value.split_once(" since ").unwrap_or((value, ""));
    let zh = match (level, day) {
        ("sandbox", _) => "沙箱".to_owned(),
        ("incubating", "") => "孵化".to_owned(),
        ("graduated", "") => "毕业".to_owned(),
        ("archived", "") => "已归档".to_owned(),
        ("incubating", day) => format!("{day} 起为孵化项目"),
        ("graduated", day) => format!("{day} 起为毕业项目"),
        (_, day) => format!("{day} 起已归档"),
    };
    let mut words = InlineTable::new();
    words.insert("en", value.into());
    words.insert("zh", zh.into());
    words.into()
}
