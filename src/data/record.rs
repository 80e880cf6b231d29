//! Reads trees by tables of keys: tells what is missing, what is not known, and what has the wrong form.
//!
//! What a key may hold is data here, not code: one loop reads every record of a catalog into plain [`Values`], and the records of
//! the model are made of those. A call for each key took twice the bytes.

use super::check;
use super::keys::{FIELDS, Form, Key, LEVELS, Times, WORDS_KEYS};
use super::mistake::{Place, Report};
use super::tables::Slugs;
use super::tree::Tree;
use crate::model::{Date, Text};

/// A table of keys, and where it stands.
pub struct Record<'a> {
    entries: &'a [(String, Tree)],
    place: Place<'a>,
    report: &'a Report,
}

impl<'a> Record<'a> {
    /// Takes a tree for a record that has no other keys than these.
    #[must_use]
    pub fn open(tree: &'a Tree, place: Place<'a>, keys: &[Key], report: &'a Report) -> Option<Record<'a>> {
        let Tree::Map(entries) = tree else {
            report.add(place, &["must be a table of keys, not ", tree.kind()]);
            return None;
        };
        let record = Record { entries, place, report };
        for (name, _) in entries {
            if !keys.iter().any(|key| key.name == name) {
                let mut allowed = String::new();
                keys.iter().for_each(|key| list(&mut allowed, key.name));
                record.refuse(name, &["unknown key; allowed: ", &allowed]);
            }
        }
        Some(record)
    }

    /// The place of an item in the list under a key.
    #[must_use]
    pub fn item<'p>(&'p self, key: &'p str, item: usize) -> Place<'p> {
        Place { outer: Some(&self.place), key, item: Some(item) }
    }

    /// Notes that something is wrong with a key.
    pub fn refuse(&self, key: &str, reason: &[&str]) {
        self.report.add(Place { outer: Some(&self.place), key, item: None }, reason);
    }

    /// The value of a key, if it is there.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&'a Tree> {
        let (_, tree) = self.entries.iter().find(|(name, _)| name == key)?;
        if let Tree::Null = tree { None } else { Some(tree) }
    }

    /// The items of a list; none if the key is absent.
    #[must_use]
    pub fn items(&self, key: &str) -> &'a [Tree] {
        let place = Place { outer: Some(&self.place), key, item: None };
        self.get(key).map_or(&[], |tree| items(place, tree, self.report))
    }

    /// The values of some keys. What is wrong with them is noted, and blank in the values.
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

/// How many allowed values a refusal names at most.
const MANY: usize = 24;

fn list(names: &mut String, name: &str) {
    if !names.is_empty() {
        names.push_str(", ");
    }
    names.push_str(name);
}

/// What was read, one after the other in the order of the keys: a list as its length and its items, a record as the values of
/// its keys. What is absent or wrong is blank: an empty text, 0, no items.
pub struct Values {
    pub(super) values: Vec<Value>,
    pub(super) next: usize,
}

#[derive(Clone, Copy, Default)]
pub(super) struct Value {
    pub(super) text: &'static str,
    pub(super) number: u32,
}

impl Values {
    #[inline(never)]
    fn next(&mut self) -> Value {
        self.next += 1;
        self.values.get(self.next - 1).copied().unwrap_or_default()
    }

    /// The next text.
    pub fn text(&mut self) -> &'static str {
        self.next().text
    }

    /// The next text, if there is one.
    pub fn may_text(&mut self) -> Option<&'static str> {
        Some(self.text()).filter(|text| !text.is_empty())
    }

    /// The next text in every language.
    pub fn words(&mut self) -> Text {
        Text { en: self.text(), zh: self.text() }
    }

    /// The next number.
    pub fn number(&mut self) -> u32 {
        self.next().number
    }

    /// The next date.
    #[inline(never)]
    pub fn date(&mut self) -> Date {
        let [day, month, low, high] = self.number().to_le_bytes();
        Date { year: u16::from_le_bytes([low, high]), month, day }
    }

    /// The next date, if there is one.
    pub fn may_date(&mut self) -> Option<Date> {
        Some(self.date()).filter(|date| date.year != 0)
    }

    /// The next list.
    pub fn list<T>(&mut self, read: fn(&mut Values) -> T) -> &'static [T] {
        let mut items = Vec::new();
        for _ in 0..self.number() {
            items.push(read(self));
        }
        items.leak()
    }
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
        for (n, tree) in items(place, tree, self.report).iter().enumerate() {
            let place = Place { item: Some(n), ..place };
            let last = self.values.len();
            if self.one(tree, place, key.form) {
                count += 1;
                if let Form::Text = key.form {
                    let text = self.values[last].text;
                    if self.values[at..last].iter().any(|value| value.text == text) {
                        self.report.add(place, &["\"", text, "\" stands here twice"]);
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
        self.report.add(place, &["at least one value must stand here"]);
    }

    /// Adds the values of a key that is not there.
    fn blank(&mut self, key: &Key) {
        match key {
            Key { form: Form::Record(keys), times: Times::May | Times::Need, .. } => {
                keys.iter().for_each(|key| self.blank(key));
            }
            Key { form, .. } => {
                self.values.push(Value::default());
                if let Form::TextOrWords = form {
                    self.values.push(Value::default());
                }
            }
        }
    }

    /// Adds one value, if it has its form.
    fn one(&mut self, tree: &Tree, place: Place, form: Form) -> bool {
        let keys = match (form, tree) {
            (Form::Record(keys), _) => keys,
            (Form::TextOrWords, Tree::Map(_)) => &WORDS_KEYS,
            _ => {
                let Some(value) = self.value(tree, place, form) else { return false };
                self.values.push(value);
                if let Form::TextOrWords = form {
                    self.values.push(value);
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
                        return refuse(&["must lie between 0 and 359 degrees"]);
                    }
                    return Some(Value { text: "", number: whole });
                }
                whole.to_string().leak()
            }
            _ if is_number => return refuse(&["must be a whole number, 0 or more"]),
            Tree::Text(text) => text.as_str(),
            _ => return refuse(&["must be a text, not ", tree.kind()]),
        };
        let mut bytes = text.bytes();
        if bytes.clone().all(|b| b.is_ascii_whitespace()) {
            return refuse(&["is empty; leave the key out if there is nothing to say"]);
        }
        if bytes.any(|b| b.is_ascii_control()) {
            return refuse(&["holds a line break or another control character"]);
        }
        if is_name {
            if let Some(at) = allowed.iter().position(|&name| name == text) {
                return Some(Value { text: allowed[at], number: at as u32 });
            }
            let mut names = String::new();
            allowed.iter().take(MANY).for_each(|name| list(&mut names, name));
            let more = if allowed.len() > MANY { ", …" } else { "" };
            return refuse(&["unknown \"", text, "\"; allowed: ", &names, more]);
        }
        let checked = match form {
            Form::Slug if !check::is_slug(text) => Err("only a–z and 0–9, with - between them"),
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
            Err(reason) => refuse(&["\"", text, "\": ", reason]),
        }
    }
}

/// Keeps a text for good: see [`model`](crate::model).
#[must_use]
pub fn keep(text: &str) -> &'static str {
    String::from(text).leak()
}
