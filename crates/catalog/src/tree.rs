//! Unchecked data: the common form of TOML, JSON and JavaScript objects.
//!
//! One dynamic type is read by hand (see [`record`](super::record)), instead of deriving `Deserialize` for a dozen
//! records: the wasm contains one visitor, every mistake is found in one run and with its exact key, and a browser, which
//! does not enforce serde's `deny_unknown_fields`, rejects the same input as the build.

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
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// Keys and their values, in their original order.
    Map(Vec<(String, Tree)>),
}

impl Tree {
    /// The name of its kind, for messages.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Tree::Null => "nothing",
            Tree::Flag(_) => "true or false",
            Tree::Number(_) => "a number",
            Tree::Text(_) => "a text",
            Tree::List(_) => "a list",
            Tree::Map(_) => "a table of keys",
        }
    }

    /// The text under a key, if this is a map and has it; else an empty text.
    #[must_use]
    pub fn text(&self, key: &str) -> &str {
        let Tree::Map(entries) = self else { return "" };
        match entries.iter().find(|(name, _)| name == key) {
            Some((_, Tree::Text(text))) => text,
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
        Ok(Tree::Text(text.to_owned()))
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
            map.push((key, entries.next_value_seed(branch)?));
        }
        Ok(Tree::Map(map))
    }
}
