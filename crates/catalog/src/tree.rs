//! Unchecked data: the common form of TOML, JSON and the data of any deserialiser.
//!
//! One dynamic type is read by hand (see [`reader`](super::reader)), instead of deriving `Deserialize` for a dozen
//! records: every mistake is found in one run and with its exact key, and a browser, which reads the bytes without serde
//! (see [`json`](super::json)), rejects the same input as the build.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::limits::DEPTH;

/// A value of unknown meaning.
#[derive(Clone, PartialEq, Debug)]
pub enum Tree {
    /// Nothing: `null` or `undefined`. Counts as absent.
    Null,
    /// True or false; no key accepts it.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A text: a slice of a file that is kept anyway, or a copy.
    String(Cow<'static, str>),
    /// A list.
    List(Vec<Tree>),
    /// Keys and their values, in their original order.
    Map(Vec<(Cow<'static, str>, Tree)>),
}

impl Tree {
    /// The name of its kind, for messages.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Tree::Null => "nothing",
            Tree::Flag(_) => "true or false",
            Tree::Number(_) => "a number",
            Tree::String(_) => "a text",
            Tree::List(_) => "a list",
            Tree::Map(_) => "a table of keys",
        }
    }

    /// A map without the absent values.
    #[cfg(feature = "files")]
    #[must_use]
    pub fn map<'a>(entries: impl IntoIterator<Item = (&'a str, Tree)>) -> Tree {
        let there = entries.into_iter().filter(|(_, value)| *value != Tree::Null);
        Tree::Map(there.map(|(key, value)| (key.to_owned().into(), value)).collect())
    }

    /// The value under a key, if this is a map and has it.
    #[cfg(feature = "files")]
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Tree> {
        let Tree::Map(entries) = self else { return None };
        entries.iter().rev().find(|(name, _)| name == key).map(|(_, tree)| tree)
    }

    /// The text under a key, if this is a map and has it; else an empty text.
    #[must_use]
    pub fn text(&self, key: &str) -> &str {
        let Tree::Map(entries) = self else { return "" };
        match entries.iter().rev().find(|(name, _)| name == key) {
            Some((_, Tree::String(text))) => text,
            _ => "",
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Tree, D::Error> {
        Branch(DEPTH).deserialize(deserializer)
    }
}

/// Reads a value that may contain this many more levels.
#[derive(Clone, Copy)]
struct Branch(u8);

impl Branch {
    fn below(self) -> Option<Branch> {
        self.0.checked_sub(1).map(Branch)
    }
}

impl<'de> DeserializeSeed<'de> for Branch {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Branch {
    type Value = Tree;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("plain data")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Tree, E> {
        Ok(Tree::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Tree, E> {
        Ok(Tree::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::String(Cow::Owned(text.to_owned())))
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_none<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let Some(branch) = self.below() else {
            while let Some(IgnoredAny) = items.next_element()? {}
            return Ok(Tree::Null);
        };
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(branch)? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
        let Some(branch) = self.below() else {
            while let Some((IgnoredAny, IgnoredAny)) = entries.next_entry()? {}
            return Ok(Tree::Null);
        };
        let mut map = Vec::new();
        while let Some(key) = entries.next_key()? {
            map.push((Cow::Owned(key), entries.next_value_seed(branch)?));
        }
        Ok(Tree::Map(map))
    }
}
