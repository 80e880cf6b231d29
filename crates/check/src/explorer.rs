//! The explorers of a page: the tag, and the `div` that becomes one.

use crate::markup::{Kind, Markup, Tag};

pub(crate) const NAME: &str = "sandbox-explorer";
/// Marks a `div` that becomes an explorer.
pub(crate) const MARK: &str = "data-sandbox-explorer";

/// An explorer of a page.
#[derive(Clone, Debug)]
pub(crate) struct Explorer {
    /// Its place among the pieces.
    pub(crate) at: usize,
    pub(crate) line: usize,
    pub(crate) tag: Tag,
    /// The `div`, whose attributes begin with `data-`.
    pub(crate) is_div: bool,
}

impl Explorer {
    /// Its options: names without `data-`, and values.
    pub(crate) fn options(&self) -> impl Iterator<Item = (&str, &str)> {
        self.tag.attributes.iter().filter_map(|(name, value)| {
            let name = if self.is_div { name.strip_prefix("data-")? } else { name };
            Some((name, value.as_str()))
        })
    }

    pub(crate) fn option(&self, name: &str) -> Option<&str> {
        self.options().find(|(known, _)| *known == name).map(|(_, value)| value)
    }
}

/// The explorers, in their order. A tag inside a `div` of ours is what the browser has made of that `div`.
pub(crate) fn all(markup: &Markup) -> Vec<Explorer> {
    let mut found: Vec<Explorer> = Vec::new();
    // The open `div`s, and whether each is one of ours.
    let mut divs: Vec<bool> = Vec::new();
    for (at, piece) in markup.pieces.iter().enumerate() {
        match &piece.kind {
            Kind::Start(tag) => {
                let is_div = tag.name == "div" && tag.has(MARK);
                if tag.name == "div" {
                    divs.push(is_div);
                }
                if is_div || (tag.name == NAME && !divs.contains(&true)) {
                    found.push(Explorer { at, line: piece.line, tag: tag.clone(), is_div });
                }
            }
            Kind::End(name) if name == "div" => drop(divs.pop()),
            _ => {}
        }
    }
    found
}
