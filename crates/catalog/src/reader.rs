//! Reads trees by tables of keys: reports missing keys, unknown keys, and values of the wrong kind.
//!
//! The allowed values of a key are data here, not code: one loop reads every record of a catalog into plain [`Scalars`], from
//! which the records of the model are made. A call per key took twice the bytes.

use std::borrow::Cow;

use super::check;
use super::keys::{FIELDS, Key, Kind, Times};
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

/// Reads whole records.
struct Reader<'a> {
    slugs: &'a Slugs,
    report: &'a Report,
    scalars: Vec<Scalar>,
}

impl Reader<'_> {
    /// Adds the values of a record; says whether everything is there that must be.
    fn record(&mut self, record: &Entries, keys: &[Key]) -> bool {
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
            Key { kind, .. } => {
                for _ in 0..=more_languages(*kind) {
                    self.scalars.push(Scalar::default());
                }
            }
        }
    }

    /// Adds one value, if it is of this kind.
    fn one(&mut self, tree: &Tree, place: Place, kind: Kind) -> bool {
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

    /// Adds what English and Chinese readers see of a text in any languages, by their BCP 47 tags: their own, or that of the other, or the
    /// first one.
    fn texts(&mut self, texts: &[(Cow<'static, str>, Tree)], place: Place, kind: Kind) -> bool {
        let mut first = None;
        // English, Chinese, traditional Chinese.
        let mut found = [None; 3];
        for (tag, tree) in texts {
            if let Tree::Null = tree {
                continue;
            }
            let place = Place { outer: Some(&place), key: tag, item: None };
            let Some(value) = self.value(tree, place, kind) else { continue };
            let is_of = |language: &str| starts_with_tag(tag, language);
            let of = match () {
                () if is_of("en") => 0,
                () if ["zh-Hant", "zh-TW", "zh-HK", "zh-MO"].into_iter().any(is_of) => 2,
                () if is_of("zh") => 1,
                () => {
                    first = first.or(Some(value));
                    continue;
                }
            };
            found[of] = found[of].or(Some(value));
        }
        let [en, zh, hant] = found;
        let Some(any) = en.or(zh).or(hant).or(first) else {
            if texts.is_empty() {
                self.report.add(place, &["needs a text in at least one language"]);
            }
            return false;
        };
        // What no Chinese reader wants is in the place of what is in no language of the interface, and the other way around.
        let values = [en.or(first).unwrap_or(any), zh.or(hant).or(first.filter(|_| en.is_none())).unwrap_or(any)];
        self.scalars.extend(values);
        if let Kind::Label = kind {
            self.scalars.push(hant.filter(|_| zh.is_some()).unwrap_or_default());
        }
        true
    }

    /// Adds the addresses under the keys that the record does not name.
    fn others(&mut self, record: &Entries) -> bool {
        let at = self.scalars.len();
        self.scalars.push(Scalar::default());
        for &(name, tree) in record.rest.iter().take(limits::ITEMS) {
            let place = Place { outer: Some(&record.place), key: name, item: None };
            let named = Tree::String(name.clone());
            let last = self.scalars.len();
            if self.one(&named, place, Kind::Name) && self.one(tree, place, Kind::Address) {
                self.scalars[at].number += 1;
            } else {
                self.scalars.truncate(last);
            }
        }
        true
    }

    /// Adds the values of fields.
    fn fields(&mut self, tree: Option<&Tree>, place: Place) -> bool {
        let at = self.scalars.len();
        self.scalars.push(Scalar::default());
        let Some(tree) = tree else { return true };
        let Tree::Map(fields) = tree else {
            self.report.add(place, &["must be a table of keys, not ", tree.kind()]);
            return true;
        };
        for (name, tree) in fields.iter().take(limits::ITEMS) {
            let place = Place { outer: Some(&place), key: name, item: None };
            let slug = self.slugs.field(name);
            let last = self.scalars.len();
            self.scalars.extend([Scalar { text: slug, number: 0 }, Scalar::default()]);
            let values = if let Tree::List(values) = tree { values } else { std::slice::from_ref(tree) };
            for (n, value) in values.iter().enumerate().take(limits::ITEMS) {
                let place = Place { item: matches!(tree, Tree::List(_)).then_some(n), ..place };
                let value = match value {
                    Tree::Null => continue,
                    Tree::Flag(flag) => Some(if *flag { "true" } else { "false" }),
                    Tree::Number(number) => Some(&*number_as_text(*number).leak()),
                    _ => None,
                };
                let value = match value {
                    Some(text) => Some(Scalar { text, number: 0 }),
                    None => self.value(&values[n], place, Kind::Text),
                };
                if let Some(value) = value {
                    self.scalars.push(value);
                    self.scalars[last + 1].number += 1;
                }
            }
            if slug.is_empty() || self.scalars[last + 1].number == 0 {
                self.scalars.truncate(last);
            } else {
                self.scalars[at].number += 1;
            }
        }
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
            Kind::Field => &FIELDS,
            _ => &[],
        };
        let is_name = matches!(kind, Kind::Category | Kind::Part | Kind::Region | Kind::Source | Kind::Field);
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
            Kind::Text => limits::TEXT,
            Kind::Line | Kind::Label => limits::LINE,
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
        let mut text = Cow::Borrowed(text);
        if let Err(reason) = check::text(&text) {
            let is_text = matches!(kind, Kind::Text | Kind::Label | Kind::Name | Kind::Value | Kind::Line);
            match check::tidied(&text, matches!(kind, Kind::Text)).filter(|_| is_text) {
                Some(tidy) => text = Cow::Owned(Cow::Owned(tidy)),
                None => return refuse(&[reason]),
            }
        }
        let text = &*text;
        if is_name {
            let at = allowed.iter().position(|&name| name == text);
            if let Some(at) = at.or_else(|| self.slugs.named(kind, text)) {
                return Some(Scalar { text: allowed[at], number: at as u32 });
            }
            return refuse(&["unknown ", &quoted(text), "; allowed: ", &listed(allowed.iter().copied())]);
        }
        let checked = match kind {
            Kind::Slug if !check::is_slug(text) => Err("only a–z and 0–9, with - between them"),
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

/// Whether a BCP 47 tag is this language, or one of its forms.
fn starts_with_tag(tag: &str, language: &str) -> bool {
    let rest = match tag.get(..language.len()) {
        Some(start) if start.eq_ignore_ascii_case(language) => &tag[language.len()..],
        _ => return false,
    };
    rest.is_empty() || rest.starts_with(['-', '_'])
}

/// A number in digits, with up to three behind the point.
fn number_as_text(number: f64) -> String {
    let thousandths = (number.abs() * 1000.0 + 0.5) as u64;
    let (whole, mut rest) = ((thousandths / 1000) as u32, (thousandths % 1000) as u32);
    let mut text = if number < 0.0 { "-".to_owned() } else { String::new() };
    text.push_str(&decimal(whole));
    if rest > 0 {
        text.push('.');
        for place in [100, 10, 1] {
            text.push((b'0' + (rest / place) as u8) as char);
            rest %= place;
            if rest == 0 {
                break;
            }
        }
    }
    text
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
        Kind::Text => 1,
        Kind::Label => 2,
        _ => 0,
    }
}
