//! Reads trees by tables of keys: reports missing keys, unknown keys, and values of the wrong kind.
//!
//! The allowed values of a key are data here, not code: one loop reads every record of a catalog into plain [`Scalars`], from
//! which the records of the model are made. A call per key took twice the bytes.

use std::borrow::Cow;

use super::check;
use super::keys::{FIELDS, Key, Kind, LABEL_KEYS, LEVELS, TEXT_KEYS, Times};
use super::limits;
use super::mistake::{Place, Report, quoted};
use super::scalars::{Scalar, Scalars};
use super::slugs::Slugs;
use super::tree::Tree;
use crate::text::decimal;

/// The keys and values of a record that is read, and its place.
pub struct Entries<'a> {
    keys: &'a [Key],
    /// The values of the keys; of a key that occurs twice the last one, as in JavaScript.
    values: [Option<&'a Tree>; MOST_KEYS],
    place: Place<'a>,
    report: &'a Report,
}

/// No record has more keys.
const MOST_KEYS: usize = 32;

impl<'a> Entries<'a> {
    /// Treats a tree as a record that has no other keys than these.
    #[must_use]
    pub fn open(tree: &'a Tree, place: Place<'a>, keys: &'a [Key], report: &'a Report) -> Option<Entries<'a>> {
        let Tree::Map(entries) = tree else {
            report.add(place, &["must be a table of keys, not ", tree.kind()]);
            return None;
        };
        debug_assert!(keys.len() <= MOST_KEYS, "{} keys", keys.len());
        let mut record = Entries { keys, values: [None; MOST_KEYS], place, report };
        let (mut n_unknown, mut told) = (0, Vec::new());
        // Most files have the keys in the same order: the search begins after the last one.
        let mut next = 0;
        for (name, tree) in entries {
            let after = keys[next..].iter().position(|key| key.name == name).map(|at| next + at);
            if let Some(at) = after.or_else(|| keys[..next].iter().position(|key| key.name == name)) {
                record.values[at] = Some(tree).filter(|tree| !matches!(tree, Tree::Null));
                next = at + 1;
            } else if !told.contains(name) {
                n_unknown += 1;
                if n_unknown <= limits::UNKNOWN_KEYS {
                    told.push(name.clone());
                    let allowed = listed(keys.iter().map(|key| key.name));
                    record.refuse(name, &["unknown key; allowed: ", &allowed]);
                }
            }
        }
        if n_unknown > limits::UNKNOWN_KEYS {
            let more = decimal((n_unknown - limits::UNKNOWN_KEYS) as u32);
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
        let at = self.keys.iter().position(|known| known.name == key)?;
        self.values[at]
    }

    /// The items of a list, at most `most`; none if the key is absent.
    #[must_use]
    pub fn items(&self, key: &str, most: usize) -> &'a [Tree] {
        let place = Place { outer: Some(&self.place), key, item: None };
        let all = self.get(key).map_or(&[][..], |tree| items(place, tree, self.report));
        too_many(all, most, place, self.report);
        &all[..all.len().min(most)]
    }

    /// The scalars of some keys. Wrong values are reported, and blank in the result.
    #[must_use]
    pub fn read(&self, keys: &[Key], slugs: &Slugs) -> Scalars {
        let mut reader = Reader { slugs, report: self.report, scalars: Vec::with_capacity(64) };
        reader.record(self, keys);
        Scalars { all: reader.scalars, next: 0 }
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
        let [n, most] = [items.len(), most].map(|n| decimal(n as u32));
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
    scalars: Vec<Scalar>,
}

impl Reader<'_> {
    fn record(&mut self, record: &Entries, keys: &[Key]) {
        for (n, key) in keys.iter().enumerate() {
            // Usually all keys of the record, or the first ones.
            let is_same = record.keys.get(n).is_some_and(|known| std::ptr::eq(known, key));
            let tree = if is_same { record.values[n] } else { record.get(key.name) };
            self.key(tree, Place { outer: Some(&record.place), key: key.name, item: None }, key);
        }
    }

    fn key(&mut self, tree: Option<&Tree>, place: Place, key: &Key) {
        let at = self.scalars.len();
        let Some(tree) = tree else {
            self.blank(key);
            match key.times {
                Times::May | Times::MayList => {}
                Times::Need | Times::NeedList => self.report.add(place, &["missing"]),
                Times::NeedSome => self.some(place),
            }
            return;
        };
        if let Times::May | Times::Need = key.times {
            if !self.one(tree, place, key.kind) {
                self.blank(key);
            }
            return;
        }
        self.scalars.push(Scalar::default());
        let mut count = 0;
        let items = items(place, tree, self.report);
        too_many(items, limits::ITEMS, place, self.report);
        for (n, tree) in items.iter().take(limits::ITEMS).enumerate() {
            let place = Place { item: Some(n), ..place };
            let last = self.scalars.len();
            if self.one(tree, place, key.kind) {
                count += 1;
                if let Kind::Line | Kind::Name | Kind::Value | Kind::Address = key.kind {
                    let text = self.scalars[last].text;
                    if self.scalars[at..last].iter().any(|scalar| scalar.text == text) {
                        self.report.add(place, &[&quoted(text), " occurs twice"]);
                    }
                }
            }
        }
        self.scalars[at].number = count;
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
            Key { kind: Kind::Record(keys), times: Times::May | Times::Need, .. } => {
                keys.iter().for_each(|key| self.blank(key));
            }
            Key { kind, .. } => {
                for _ in 0..=more_languages(*kind) {
                    self.scalars.push(Scalar::default());
                }
            }
        }
    }

    /// Adds one value, if it is of this kind.
    fn one(&mut self, tree: &Tree, place: Place, kind: Kind) -> bool {
        let keys = match (kind, tree) {
            (Kind::Record(keys), _) => keys,
            (Kind::LineOrText, Tree::Map(_)) => &TEXT_KEYS,
            (Kind::LineOrLabel, Tree::Map(_)) => &LABEL_KEYS,
            _ => {
                let Some(value) = self.value(tree, place, kind) else { return false };
                self.scalars.push(value);
                for n in 0..more_languages(kind) {
                    // Traditional Chinese is as in simplified Chinese.
                    self.scalars.push(if n == 0 { value } else { Scalar::default() });
                }
                return true;
            }
        };
        let Some(record) = Entries::open(tree, place, keys, self.report) else { return false };
        self.record(&record, keys);
        true
    }

    fn value(&self, tree: &Tree, place: Place, kind: Kind) -> Option<Scalar> {
        let refuse = |reason: &[&str]| -> Option<Scalar> {
            self.report.add(place, reason);
            None
        };
        let allowed: &[&'static str] = match kind {
            Kind::Category => &self.slugs.categories,
            Kind::Part => &self.slugs.parts,
            Kind::Region => &self.slugs.regions,
            Kind::Source => &self.slugs.sources,
            Kind::Level => &LEVELS,
            Kind::Field => &FIELDS,
            _ => &[],
        };
        let is_name =
            matches!(kind, Kind::Category | Kind::Part | Kind::Region | Kind::Source | Kind::Level | Kind::Field);
        let is_number = matches!(kind, Kind::Number | Kind::Positive | Kind::Degrees);
        let text = match tree {
            // Parts are numbered: `part = 4`.
            Tree::Number(number) if is_name || is_number => {
                let whole = *number as u32;
                if f64::from(whole) != *number {
                    return refuse(&["must be a whole number, 0 or more"]);
                }
                if is_number {
                    if matches!(kind, Kind::Degrees) && whole >= 360 {
                        return refuse(&["must be between 0 and 359 degrees"]);
                    }
                    return Some(Scalar { text: "", number: whole });
                }
                &Cow::Borrowed(&*decimal(whole).leak())
            }
            _ if is_number => return refuse(&["must be a whole number, 0 or more"]),
            Tree::String(text) => text,
            _ => return refuse(&["must be a text, not ", tree.kind()]),
        };
        let most = match kind {
            Kind::Line | Kind::LineOrText | Kind::LineOrLabel => limits::TEXT,
            Kind::Name => limits::NAME,
            Kind::Address => limits::ADDRESS,
            _ => limits::VALUE,
        };
        // Counting takes longer than everything else.
        let n = if text.len() > most { text.chars().count() } else { 0 };
        if n > most {
            let [n, most] = [n, most].map(|n| decimal(n as u32));
            return refuse(&["is ", &n, " characters long; at most ", &most, " are allowed"]);
        }
        if let Err(reason) = check::text(text) {
            return refuse(&[reason]);
        }
        if is_name {
            if let Some(at) = allowed.iter().position(|&name| name == text) {
                return Some(Scalar { text: allowed[at], number: at as u32 });
            }
            return refuse(&["unknown ", &quoted(text), "; allowed: ", &listed(allowed.iter().copied())]);
        }
        let checked = match kind {
            Kind::Slug if !check::is_slug(text) => Err("only a–z and 0–9, with - between them"),
            Kind::Value if text.bytes().any(|b| b == b',') => Err("contains a comma, which separates values in links"),
            Kind::Address => check::address(text),
            Kind::Date => match check::date(text) {
                Ok(date) => return Some(Scalar { text: "", number: date.number() }),
                Err(reason) => Err(reason),
            },
            _ => Ok(()),
        };
        match checked {
            Ok(()) => Some(Scalar { text: keep(text.clone()), number: 0 }),
            Err(reason) => refuse(&[&quoted(text), ": ", reason]),
        }
    }
}

/// Keeps a text forever: see [`model`](crate::model). A slice of a file that is kept is not copied.
#[must_use]
pub fn keep(text: Cow<'static, str>) -> &'static str {
    match text {
        Cow::Borrowed(text) => text,
        Cow::Owned(text) => text.leak(),
    }
}

/// The number of values besides the first that a text which is the same in every language stands for.
fn more_languages(kind: Kind) -> usize {
    match kind {
        Kind::LineOrText => 1,
        Kind::LineOrLabel => 2,
        _ => 0,
    }
}
