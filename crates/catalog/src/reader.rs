//! Reads trees by tables of keys: reports missing keys, unknown keys, and values of the wrong kind.
//!
//! The allowed values of a key are data here, not code: one loop reads every record of a catalog into plain [`Scalars`], from
//! which the records of the model are made. A call per key took twice the bytes.

mod open;
mod record;
mod value;

use std::borrow::Cow;

use record::Reader;

use super::keys::{Key, Kind};
use super::limits;
use super::mistake::{Place, Report};
use super::scalars::Scalars;
use super::slugs::Slugs;
use super::tree::Tree;
use crate::text::decimal;

/// The keys and values of a record that is read, and its place.
pub struct Entries<'a> {
    keys: &'a [Key],
    /// The values of the keys; of a key that occurs twice the last one, as in JavaScript.
    values: [Option<&'a Tree>; MOST_KEYS],
    /// The values under other keys, if the record may have any.
    rest: Vec<(&'a Cow<'static, str>, &'a Tree)>,
    place: Place<'a>,
    report: &'a Report,
}

/// No record has more keys.
const MOST_KEYS: usize = 32;

impl<'a> Entries<'a> {
    /// Treats a tree as a record that has no other keys than these, unless one of them is for the others.
    #[must_use]
    pub fn open(tree: &'a Tree, place: Place<'a>, keys: &'a [Key], report: &'a Report) -> Option<Entries<'a>> {
        let Tree::Map(entries) = tree else {
            report.add(place, &["must be a table of keys, not ", tree.kind()]);
            return None;
        };
        debug_assert!(keys.len() <= MOST_KEYS, "{} keys", keys.len());
        let mut record = Entries { keys, values: [None; MOST_KEYS], rest: Vec::new(), place, report };
        let is_open = keys.iter().any(|key| matches!(key.kind, Kind::Others));
        let (mut n_unknown, mut told) = (0, Vec::new());
        // Most files have the keys in the same order: the search begins after the last one.
        let mut next = 0;
        for (name, tree) in entries {
            let after = keys[next..].iter().position(|key| key.name == name).map(|at| next + at);
            if let Some(at) = after.or_else(|| keys[..next].iter().position(|key| key.name == name)) {
                record.values[at] = Some(tree).filter(|tree| !matches!(tree, Tree::Null));
                next = at + 1;
            } else if is_open {
                record.rest.push((name, tree));
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

    /// The number of items of a list.
    #[must_use]
    pub fn count(&self, key: &str) -> usize {
        if let Some(Tree::List(items)) = self.get(key) { items.len() } else { 0 }
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

/// Keeps a text forever: see [`model`](crate::model). A slice of a file that is kept is not copied.
#[must_use]
pub fn keep(text: Cow<'static, str>) -> &'static str {
    match text {
        Cow::Borrowed(text) => text,
        Cow::Owned(text) => text.leak(),
    }
}
