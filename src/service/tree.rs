//! What is read from the options and from hits: values of unknown shape.

use std::borrow::Cow;

use crate::data::tree::Tree;

/// The value at a path such as `brand` or `categories.lvl0`; an attribute may also have a point in its name.
#[must_use]
pub fn at<'t>(tree: &'t Tree, path: &str) -> Option<&'t Tree> {
    let Tree::Map(entries) = tree else { return None };
    let own = |name: &str| entries.iter().find(|(key, _)| key == name).map(|(_, value)| value);
    own(path)
        .or_else(|| path.split_once('.').and_then(|(first, rest)| at(own(first)?, rest)))
        .filter(|value| !matches!(value, Tree::Null))
}

/// A text, a whole number or a flag, as text.
#[must_use]
pub fn text(tree: &Tree) -> Option<Cow<'static, str>> {
    match tree {
        Tree::String(text) => Some(text.clone()),
        Tree::Flag(flag) => Some(if *flag { "true" } else { "false" }.into()),
        Tree::Number(_) => {
            let mut text = String::new();
            super::json::tree(&mut text, tree);
            Some(text.into())
        }
        _ => None,
    }
}

/// A number, if it is a whole one that is not negative.
#[must_use]
pub fn count(tree: &Tree) -> Option<u32> {
    match tree {
        Tree::Number(number) if *number >= 0.0 => Some(*number as u32),
        _ => None,
    }
}

/// The texts of a list, or of a single value.
#[must_use]
pub fn texts(tree: &Tree) -> Vec<Cow<'static, str>> {
    let one = std::slice::from_ref(tree);
    if let Tree::List(list) = tree { list } else { one }.iter().filter_map(text).collect()
}
