//! Reads trees by tables of keys: reports missing keys, unknown keys, and values of the wrong form.
//!
//! The allowed values of a key are data here, not code: one loop reads every record of a catalog into plain [`Values`], from
//! which the records of the model are made. A call per key took twice the bytes.

use super::check;
use super::keys::{FIELDS, Form, Key, LABEL_KEYS, LEVELS, Times, WORDS_KEYS};
use super::limits;
use super::mistake::{Place, Report, quoted};
use super::tables::Slugs;
use super::tree::Tree;
use super::values::{Value, Values};
use crate::model::Date;

/// A map of keys and values, and its place.
pub struct Record<'a> {
    entries: &'a [(String, Tree)],
    place: Place<'a>,
    report: &'a Report,
}

impl<'a> Record<'a> {
    /// Treats a tree as a record that has no other keys than these.
    #[must_use]
    pub fn open(tree: &'a Tree, place: Place<'a>, keys: &[Key], report: &'a Report) -> Option<Record<'a>> {
        let Tree::Map(entries) = tree else {
            report.add(place, &["must be a table of keys, not ", tree.kind()]);
            return None;
        };
        let record = Record { entries, place, report };
        let mut n_unknown = 0;
        for (name, _) in entries {
            if !keys.iter().any(|key| key.name == name) {
                n_unknown += 1;
                if n_unknown <= limits::UNKNOWN_KEYS {
                    let allowed = listed(keys.iter().map(|key| key.name));
                    record.refuse(name, &["unknown key; allowed: ", &allowed]);
                }
            }
        }
        if n_unknown > limits::UNKNOWN_KEYS {
            let more = (n_unknown - limits::UNKNOWN_KEYS).to_string();
            report.add(place, &["and ", &more, " more unknown keys"]);
        }
        Some(record)
    }

    /// The place of an item in the list under a key.
    #[must_use]
    pub fn item<'p>(&'p self, key: &'p str, item: usize) -> Place<'p> {
        Place { outer: Some(&self.place), key, item: Some(item) }
    }

    /// Reports a mistake in a key.
    pub fn refuse(&self, key: &str, reason: &[&str]) {
        self.report.add(Place { outer: Some(&self.place), key, item: None }, reason);
    }

    /// The value of a key, if it is there.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&'a Tree> {
        let (_, tree) = self.entries.iter().find(|(name, _)| name == key)?;
        if let Tree::Null = tree { None } else { Some(tree) }
    }

    /// The items of a list, at most `most`; none if the key is absent.
    #[must_use]
    pub fn items(&self, key: &str, most: usize) -> &'a [Tree] {
        let place = Place { outer: Some(&self.place), key, item: None };
        let all = self.get(key).map_or(&[][..], |tree| items(place, tree, self.report));
        too_many(all, most, place, self.report);
        &all[..all.len().min(most)]
    }

    /// The values of some keys. Wrong values are reported, and blank in the result.
    #[must_use]
    pub fn read(&self, keys: &[Key], slugs: &Slugs) -> Values {
        let mut reader = Reader { slugs, report: self.report, values: Vec::new() };
        reader.record(self, keys);
        Values { values: reader.values, next: 0 }
    }
}

fn items<'t>(place: Place, tree: &'t Tree, report: &Report) -> &'t [Tree] {
    if let Tree::List(items) = tree {
        return items;
    }
    report.add(place, &["must be a list, not ", tree.kind()]);
    &[]
}

fn too_many(items: &[Tree], most: usize, place: Place, report: &Report) {
    if items.len() > most {
        let [n, most] = [items.len(), most].map(|n| n.to_string());
        report.add(place, &["has ", &n, " items; only the first ", &most, " are read"]);
    }
}

/// Allowed values, as many as fit into an error message.
fn listed<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let mut list = String::new();
    for name in names {
        if list.len() + name.len() > limits::ALLOWED {
            list.push_str(", …");
            break;
        }
        if !list.is_empty() {
            list.push_str(", ");
        }
        list.push_str(name);
    }
    list
}

/// Reads whole records.
struct Reader<'a> {
    slugs: &'a Slugs,
    report: &'a Report,
    values: Vec<Value>,
}

impl Reader<'_> {
    fn record(&mut self, record: &Record, keys: &[Key]) {
        for key in keys {
            self.key(record.get(key.name), Place { outer: Some(&record.place), key: key.name, item: None }, key);
        }
    }

    fn key(&mut self, tree: Option<&Tree>, place: Place, key: &Key) {
        let at = self.values.len();
        let Some(tree) = tree else {
            self.blank(key);
            match key.times {
                Times::May | Times::MayList => {}
                Times::Need => self.report.add(place, &["missing"]),
                Times::NeedSome => self.some(place),
            }
            return;
        };
        if let Times::May | Times::Need = key.times {
            if !self.one(tree, place, key.form) {
                self.blank(key);
            }
            return;
        }
        self.values.push(Value::default());
        let mut count = 0;
        let items = items(place, tree, self.report);
        too_many(items, limits::ITEMS, place, self.report);
        for (n, tree) in items.iter().take(limits::ITEMS).enumerate() {
            let place = Place { item: Some(n), ..place };
            let last = self.values.len();
            if self.one(tree, place, key.form) {
                count += 1;
                if let Form::Text | Form::Name | Form::Value | Form::Address = key.form {
                    let text = self.values[last].text;
                    if self.values[at..last].iter().any(|value| value.text == text) {
                        self.report.add(place, &[&quoted(text), " occurs twice"]);
                    }
                }
            }
        }
        self.values[at].number = count;
        if count == 0 && key.times == Times::NeedSome {
            self.some(place);
        }
    }

    fn some(&self, place: Place) {
        self.report.add(place, &["needs at least one value"]);
    }

    /// Adds blank values for an absent key.
    fn blank(&mut self, key: &Key) {
        match key {
            Key { form: Form::Record(keys), times: Times::May | Times::Need, .. } => {
                keys.iter().for_each(|key| self.blank(key));
            }
            Key { form, .. } => {
                for _ in 0..=more_languages(*form) {
                    self.values.push(Value::default());
                }
            }
        }
    }

    /// Adds one value, if it has this form.
    fn one(&mut self, tree: &Tree, place: Place, form: Form) -> bool {
        let keys = match (form, tree) {
            (Form::Record(keys), _) => keys,
            (Form::TextOrWords, Tree::Map(_)) => &WORDS_KEYS,
            (Form::TextOrLabel, Tree::Map(_)) => &LABEL_KEYS,
            _ => {
                let Some(value) = self.value(tree, place, form) else { return false };
                self.values.push(value);
                for n in 0..more_languages(form) {
                    // Traditional Chinese is as in simplified Chinese.
                    self.values.push(if n == 0 { value } else { Value::default() });
                }
                return true;
            }
        };
        let Some(record) = Record::open(tree, place, keys, self.report) else { return false };
        self.record(&record, keys);
        true
    }

    fn value(&self, tree: &Tree, place: Place, form: Form) -> Option<Value> {
        let refuse = |reason: &[&str]| -> Option<Value> {
            self.report.add(place, reason);
            None
        };
        let allowed: &[&'static str] = match form {
            Form::Category => &self.slugs.categories,
            Form::Part => &self.slugs.parts,
            Form::Region => &self.slugs.regions,
            Form::Source => &self.slugs.sources,
            Form::Level => &LEVELS,
            Form::Field => &FIELDS,
            _ => &[],
        };
        let is_name =
            matches!(form, Form::Category | Form::Part | Form::Region | Form::Source | Form::Level | Form::Field);
        let is_number = matches!(form, Form::Number | Form::Degrees);
        let text = match tree {
            // Parts are numbered: `part = 4`.
            Tree::Number(number) if is_name || is_number => {
                let whole = *number as u32;
                if f64::from(whole) != *number {
                    return refuse(&["must be a whole number, 0 or more"]);
                }
                if is_number {
                    if matches!(form, Form::Degrees) && whole >= 360 {
                        return refuse(&["must be between 0 and 359 degrees"]);
                    }
                    return Some(Value { text: "", number: whole });
                }
                whole.to_string().leak()
            }
            _ if is_number => return refuse(&["must be a whole number, 0 or more"]),
            Tree::Text(text) => text.as_str(),
            _ => return refuse(&["must be a text, not ", tree.kind()]),
        };
        let most = match form {
            Form::Text | Form::TextOrWords | Form::TextOrLabel => limits::TEXT,
            Form::Name => limits::NAME,
            Form::Address => limits::ADDRESS,
            _ => limits::VALUE,
        };
        let n = text.chars().count();
        if n > most {
            let [n, most] = [n, most].map(|n| n.to_string());
            return refuse(&["is ", &n, " characters long; at most ", &most, " are allowed"]);
        }
        if let Err(reason) = check::text(text) {
            return refuse(&[reason]);
        }
        if is_name {
            if let Some(at) = allowed.iter().position(|&name| name == text) {
                return Some(Value { text: allowed[at], number: at as u32 });
            }
            return refuse(&["unknown ", &quoted(text), "; allowed: ", &listed(allowed.iter().copied())]);
        }
        let checked = match form {
            Form::Slug if !check::is_slug(text) => Err("only a–z and 0–9, with - between them"),
            Form::Value if text.bytes().any(|b| b == b',') => Err("contains a comma, which separates values in links"),
            Form::Address => check::address(text),
            Form::Date => match check::date(text) {
                Ok(Date { year, month, day }) => {
                    let [low, high] = year.to_le_bytes();
                    return Some(Value { text: "", number: u32::from_le_bytes([day, month, low, high]) });
                }
                Err(reason) => Err(reason),
            },
            _ => Ok(()),
        };
        match checked {
            Ok(()) => Some(Value { text: keep(text), number: 0 }),
            Err(reason) => refuse(&[&quoted(text), ": ", reason]),
        }
    }
}

/// Keeps a text forever: see [`model`](crate::model).
#[must_use]
pub fn keep(text: &str) -> &'static str {
    String::from(text).leak()
}

/// The number of values besides the first that a text which is the same in every language stands for.
fn more_languages(form: Form) -> usize {
    match form {
        Form::TextOrWords => 1,
        Form::TextOrLabel => 2,
        _ => 0,
    }
}
