//! Reads whole records, key by key, into scalars.

use super::{Entries, items, too_many};
use crate::keys::{Key, Kind, Times};
use crate::limits;
use crate::mistake::{Place, Report, quoted};
use crate::scalars::Scalar;
use crate::slugs::Slugs;
use crate::tree::Tree;

/// Reads whole records.
pub(super) struct Reader<'a> {
    pub(super) slugs: &'a Slugs,
    pub(super) report: &'a Report,
    pub(super) scalars: Vec<Scalar>,
}

impl Reader<'_> {
    /// Adds the values of a record; says whether everything is there that must be.
    pub(super) fn record(&mut self, record: &Entries, keys: &[Key]) -> bool {
        let mut is_whole = true;
        for (n, key) in keys.iter().enumerate() {
            // Usually all keys of the record, or the first ones.
            let is_same = record.keys.get(n).is_some_and(|known| std::ptr::eq(known, key));
            let tree = if is_same { record.values[n] } else { record.get(key.name) };
            let place = Place { outer: Some(&record.place), key: key.name, item: None };
            is_whole &= match key.kind {
                Kind::Others => self.others(record),
                Kind::Fields => self.fields(tree, place),
                _ => self.key(tree, place, key),
            };
        }
        is_whole
    }

    fn key(&mut self, tree: Option<&Tree>, place: Place, key: &Key) -> bool {
        let at = self.scalars.len();
        let Some(tree) = tree else {
            self.blank(key);
            match key.times {
                Times::May | Times::MayList => return true,
                Times::Need | Times::NeedList => self.report.add(place, &["missing"]),
                Times::NeedSome => self.some(place),
            }
            return false;
        };
        if let Times::May | Times::Need = key.times {
            let is_read = self.one(tree, place, key.kind);
            if !is_read {
                self.blank(key);
            }
            return is_read || key.times == Times::May;
        }
        self.scalars.push(Scalar::default());
        let mut count = 0;
        let items = items(place, tree, self.report);
        too_many(items, limits::ITEMS, place, self.report);
        for (n, tree) in items.iter().take(limits::ITEMS).enumerate() {
            let place = Place { item: Some(n), ..place };
            let last = self.scalars.len();
            if self.one(tree, place, key.kind) {
                if let Kind::Line | Kind::Name | Kind::Value | Kind::Address = key.kind {
                    let text = self.scalars[last].text;
                    if self.scalars[at..last].iter().any(|scalar| scalar.text == text) {
                        self.report.add(place, &[&quoted(text), " occurs twice"]);
                        self.scalars.truncate(last);
                        continue;
                    }
                }
                count += 1;
            }
        }
        self.scalars[at].number = count;
        if count == 0 && key.times == Times::NeedSome {
            self.some(place);
            return false;
        }
        true
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
            Key { kind, times: Times::May | Times::Need, .. } => {
                for _ in 0..=more_languages(*kind) {
                    self.scalars.push(Scalar::default());
                }
            }
            // No items.
            Key { .. } => self.scalars.push(Scalar::default()),
        }
    }

    /// Adds one value, if it is of this kind.
    pub(super) fn one(&mut self, tree: &Tree, place: Place, kind: Kind) -> bool {
        let at = self.scalars.len();
        match (kind, tree) {
            // A plain value is that of the first key: `maturity = "graduated"`.
            (Kind::Record([first, rest @ ..]), Tree::String(_) | Tree::Number(_))
                if matches!(first.times, Times::May | Times::Need) =>
            {
                if !self.one(tree, place, first.kind) {
                    return false;
                }
                let is_whole = !rest.iter().any(|key| matches!(key.times, Times::Need | Times::NeedSome));
                rest.iter().for_each(|key| self.blank(key));
                if !is_whole {
                    self.report.add(place, &["must be a table of keys, not ", tree.kind()]);
                    self.scalars.truncate(at);
                }
                return is_whole;
            }
            (Kind::Record(keys), _) => {
                let Some(record) = Entries::open(tree, place, keys, self.report) else { return false };
                let is_whole = self.record(&record, keys);
                if !is_whole {
                    self.scalars.truncate(at);
                }
                return is_whole;
            }
            (Kind::Text | Kind::Label, Tree::Map(texts)) => return self.texts(texts, place, kind),
            _ => {}
        }
        let Some(value) = self.value(tree, place, kind) else { return false };
        self.scalars.push(value);
        for n in 0..more_languages(kind) {
            // Traditional Chinese is as in simplified Chinese.
            self.scalars.push(if n == 0 { value } else { Scalar::default() });
        }
        true
    }
}

/// The number of values besides the first that a text which is the same in every language stands for.
fn more_languages(kind: Kind) -> usize {
    match kind {
        Kind::Text => 1,
        Kind::Label => 2,
        _ => 0,
    }
}
