//! One `[[disputes]]` of a file: read, changed and written, with the comments after its claims.

use toml_edit::{Array, InlineTable, Item, Table, Value};

/// The value of a source, with the comment after it.
#[derive(Clone)]
pub(crate) struct Claim {
    table: InlineTable,
    /// `   # landscape.yml@153d699 (2026-08-07)`, or empty.
    comment: String,
}

/// A new claim.
pub(crate) fn claim(source: &str, value: &Value, comment: &str) -> Claim {
    let mut table = InlineTable::new();
    table.insert("source", source.into());
    table.insert("value", value.clone());
    let comment = if comment.is_empty() { String::new() } else { format!("   # {comment}") };
    Claim { table, comment }
}

impl Claim {
    pub(crate) fn source(&self) -> &str {
        self.table.get("source").and_then(Value::as_str).unwrap_or_default()
    }

    /// Replaces an older claim and keeps its comment.
    pub(crate) fn after(mut self, old: &Claim) -> Claim {
        let before = old.comment.trim_start().trim_start_matches('#').trim();
        if !before.is_empty() {
            self.comment.push_str(&format!("; before: {before}"));
        }
        self
    }

    pub(crate) fn set_source(&mut self, slug: &str) {
        if let Some(old) = self.table.get_mut("source") {
            let mut new = Value::from(slug);
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
    }
}

/// A field on which sources disagree.
pub(crate) struct Dispute {
    pub(crate) field: &'static str,
    pub(crate) claims: Vec<Claim>,
    /// In English and Chinese; empty if the note does not change.
    pub(crate) note: [String; 2],
    pub(crate) changed_after: Option<String>,
    /// The comment after the bracket that opens the claims.
    head: String,
}

impl Dispute {
    pub(crate) fn new(field: &'static str) -> Dispute {
        Dispute { field, claims: Vec::new(), note: Default::default(), changed_after: None, head: String::new() }
    }

    pub(crate) fn read(table: &Table) -> Dispute {
        let name = table.get("field").and_then(Item::as_str).unwrap_or_default();
        let fields = crate::field::FIELDS.iter().chain(crate::field::TOC_FIELDS);
        let field = fields.map(|field| field.name).find(|field| *field == name).unwrap_or_default();
        let mut dispute = Dispute::new(field);
        let Some(array) = table.get("values").and_then(Item::as_array) else { return dispute };
        let first_line = |text: Option<&str>| {
            text.and_then(|text| text.split('\n').next()).unwrap_or_default().trim_end().to_owned()
        };
        let prefix = |n: usize| array.get(n).and_then(|value| value.decor().prefix()).and_then(|it| it.as_str());
        dispute.head = first_line(prefix(0));
        for (n, value) in array.iter().enumerate() {
            let Some(table) = value.as_inline_table() else { continue };
            let mut table = table.clone();
            // The comment is after the comma, so it belongs to the prefix of the next claim.
            let mut comment = first_line(if n + 1 < array.len() { prefix(n + 1) } else { array.trailing().as_str() });
            if comment.is_empty() {
                comment = first_line(table.decor().suffix().and_then(|it| it.as_str()));
            }
            table.decor_mut().clear();
            dispute.claims.push(Claim { table, comment });
        }
        dispute
    }

    pub(crate) fn write(self, table: &mut Table) {
        let mut array = Array::new();
        let mut before = self.head;
        for Claim { table, comment } in self.claims {
            let mut value = Value::from(table);
            value.decor_mut().set_prefix(format!("{before}\n  "));
            array.push_formatted(value);
            before = comment;
        }
        array.set_trailing(format!("{before}\n"));
        array.set_trailing_comma(true);
        let replace = |item: Option<&mut Item>, mut new: Value| -> bool {
            let Some(old) = item.and_then(Item::as_value_mut) else { return false };
            *new.decor_mut() = old.decor().clone();
            *old = new;
            true
        };
        replace(table.get_mut("values"), array.into());
        if let Some(day) = self.changed_after {
            let day = day.parse::<toml_edit::Datetime>().map_or_else(|_| Value::from(day), Value::from);
            if !replace(table.get_mut("changed_after"), day.clone()) {
                let note = table.remove_entry("note");
                table.insert("changed_after", Item::Value(day));
                if let Some((key, item)) = note {
                    table.insert_formatted(&key, item);
                }
            }
        }
        let [en, zh] = self.note;
        if !en.is_empty() {
            let mut note = InlineTable::new();
            note.insert("en", en.into());
            note.insert("zh", zh.into());
            replace(table.get_mut("note"), note.into());
        }
    }

    /// The text for a file.
    pub(crate) fn text(&self) -> String {
        let mut text = format!("\n[[disputes]]   # the first value stands\nfield = \"{}\"\nvalues = [\n", self.field);
        for Claim { table, comment } in &self.claims {
            text.push_str(&format!("  {},{comment}\n", Value::from(table.clone()).decorated("", "")));
        }
        text.push_str("]\n");
        if let Some(day) = &self.changed_after {
            let day = day.parse::<toml_edit::Datetime>().map_or_else(|_| Value::from(day), Value::from);
            text.push_str(&format!("changed_after = {}\n", day.decorated("", "")));
        }
        let [en, zh] = self.note.clone().map(|text| Value::from(text).decorated("", ""));
        text.push_str(&format!("note = {{ en = {en}, zh = {zh} }}\n"));
        text
    }
}
