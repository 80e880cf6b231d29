//! Reads the keys of one record: tells what is missing, what is not known, and what has the wrong form.

use super::check;
use super::mistake::{Place, Report};
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
    pub fn open(tree: &'a Tree, place: Place<'a>, keys: &[&str], report: &'a Report) -> Option<Record<'a>> {
        let Tree::Map(entries) = tree else {
            report.add(place, &["must be a table of keys, not ", tree.kind()]);
            return None;
        };
        let record = Record { entries, place, report };
        for (key, _) in entries {
            if !keys.contains(&key.as_str()) {
                record.refuse(key, &["unknown key; allowed: ", &keys.join(", ")]);
            }
        }
        Some(record)
    }

    fn place<'p>(&'p self, key: &'p str) -> Place<'p> {
        Place { outer: Some(&self.place), key, item: None }
    }

    /// The place of an item in the list under a key.
    #[must_use]
    pub fn item<'p>(&'p self, key: &'p str, item: usize) -> Place<'p> {
        Place { outer: Some(&self.place), key, item: Some(item) }
    }

    /// Notes that something is wrong with a key.
    pub fn refuse(&self, key: &str, reason: &[&str]) {
        self.report.add(self.place(key), reason);
    }

    /// The value of a key, if it is there.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&'a Tree> {
        let (_, tree) = self.entries.iter().find(|(name, _)| name == key)?;
        (*tree != Tree::Null).then_some(tree)
    }

    /// The value of a key that may be absent, as `read` understands it.
    pub fn may<T>(&self, key: &str, read: fn(&Self, &str, &Tree) -> Option<T>) -> Option<T> {
        read(self, key, self.get(key)?)
    }

    /// The value of a key that must be there; where it is not, or is wrong, that is noted and the default is given.
    pub fn need<T: Default>(&self, key: &str, read: fn(&Self, &str, &Tree) -> Option<T>) -> T {
        match self.get(key) {
            Some(tree) => read(self, key, tree).unwrap_or_default(),
            None => {
                self.refuse(key, &["missing"]);
                T::default()
            }
        }
    }

    /// A record under a key. What is missing or no record is noted.
    #[must_use]
    pub fn inside<'p>(&'p self, key: &'p str, keys: &[&str]) -> Option<Record<'p>> {
        match self.get(key) {
            Some(tree) => Record::open(tree, self.place(key), keys, self.report),
            None => {
                self.refuse(key, &["missing"]);
                None
            }
        }
    }

    /// The items of a list; none if the key is absent.
    #[must_use]
    pub fn items(&self, key: &str) -> &'a [Tree] {
        match self.get(key) {
            None => &[],
            Some(Tree::List(items)) => items,
            Some(other) => {
                self.refuse(key, &["must be a list, not ", other.kind()]);
                &[]
            }
        }
    }

    fn plain<'t>(&self, place: Place, tree: &'t Tree) -> Option<&'t str> {
        let Tree::Text(text) = tree else {
            self.report.add(place, &["must be a text, not ", tree.kind()]);
            return None;
        };
        if text.trim_ascii().is_empty() {
            self.report.add(place, &["is empty; leave the key out if there is nothing to say"]);
            return None;
        }
        if text.bytes().any(|b| b.is_ascii_control()) {
            self.report.add(place, &["holds a line break or another control character"]);
            return None;
        }
        Some(text)
    }

    /// Reads a text that says something, on one line.
    pub fn text(&self, key: &str, tree: &Tree) -> Option<&'static str> {
        self.plain(self.place(key), tree).map(keep)
    }

    /// Reads a text in every language.
    pub fn words(&self, key: &str, tree: &Tree) -> Option<Text> {
        let record = Record::open(tree, self.place(key), &["en", "zh"], self.report)?;
        Some(Text { en: record.need("en", Record::text), zh: record.need("zh", Record::text) })
    }

    /// Reads a text in every language; a plain text is the same in all.
    pub fn words_or_text(&self, key: &str, tree: &Tree) -> Option<Text> {
        if let Tree::Map(_) = tree {
            return self.words(key, tree);
        }
        self.text(key, tree).map(|text| Text { en: text, zh: text })
    }

    /// Reads a date.
    pub fn date(&self, key: &str, tree: &Tree) -> Option<Date> {
        let text = self.plain(self.place(key), tree)?;
        match check::date(text) {
            Ok(date) => Some(date),
            Err(reason) => {
                self.refuse(key, &["\"", text, "\": ", reason]);
                None
            }
        }
    }

    /// Reads an address.
    pub fn address(&self, key: &str, tree: &Tree) -> Option<&'static str> {
        let text = self.plain(self.place(key), tree)?;
        match check::address(text) {
            Ok(()) => Some(keep(text)),
            Err(reason) => {
                self.refuse(key, &["\"", text, "\": ", reason]);
                None
            }
        }
    }

    /// Reads a name for query strings.
    pub fn slug(&self, key: &str, tree: &Tree) -> Option<&'static str> {
        let text = self.plain(self.place(key), tree)?;
        if check::is_slug(text) {
            return Some(keep(text));
        }
        self.refuse(key, &["\"", text, "\": only a–z and 0–9, with - between them"]);
        None
    }

    /// Reads a whole number that is not negative.
    pub fn number(&self, key: &str, tree: &Tree) -> Option<u32> {
        match *tree {
            Tree::Number(number) if f64::from(number as u32) == number => Some(number as u32),
            _ => {
                self.refuse(key, &["must be a whole number, 0 or more"]);
                None
            }
        }
    }

    /// The value of a key if it is one of those allowed; else that is noted. An absent key is not.
    #[must_use]
    pub fn one_of(&self, key: &str, allowed: &[&'static str]) -> Option<&'static str> {
        let tree = self.get(key)?;
        let number;
        let text = match tree {
            // Parts are numbered: `part = 4`.
            Tree::Number(_) => {
                number = self.number(key, tree)?.to_string();
                &number
            }
            _ => self.plain(self.place(key), tree)?,
        };
        let found = allowed.iter().find(|&&name| name == text);
        if found.is_none() {
            self.refuse(key, &["unknown \"", text, "\"; allowed: ", &allowed.join(", ")]);
        }
        found.copied()
    }

    /// [`one_of`](Record::one_of), and the key must be there.
    #[must_use]
    pub fn need_one_of(&self, key: &str, allowed: &[&'static str]) -> &'static str {
        if self.get(key).is_none() {
            self.refuse(key, &["missing"]);
        }
        self.one_of(key, allowed).unwrap_or_default()
    }

    /// The texts of a list, each once; none if the key is absent.
    #[must_use]
    pub fn texts(&self, key: &str) -> &'static [&'static str] {
        let mut texts: Vec<&'static str> = Vec::new();
        for (n, tree) in self.items(key).iter().enumerate() {
            let place = self.item(key, n);
            if let Some(text) = self.plain(place, tree) {
                if texts.contains(&text) {
                    self.report.add(place, &["\"", text, "\" stands here twice"]);
                }
                texts.push(keep(text));
            }
        }
        texts.leak()
    }
}

/// Keeps a text for good: see [`model`](crate::model).
#[must_use]
pub fn keep(text: &str) -> &'static str {
    String::from(text).leak()
}
