//! Names in a list, by a part of them. No synonyms, typos or ranks as in the search for projects: the reader sees the list.

use crate::text::fold;

/// A list of texts, folded once.
#[derive(Clone, Debug)]
pub struct Named(Vec<String>);

impl Named {
    /// A list of these texts.
    #[must_use]
    pub fn new(texts: impl Iterator<Item = String>) -> Named {
        Named(texts.map(|text| fold(&text)).collect())
    }

    /// Whether each text contains every typed word, in any case, width and order, with or without accents.
    #[must_use]
    pub fn with(&self, typed: &str) -> Vec<bool> {
        let typed = fold(typed);
        self.0.iter().map(|text| typed.split(' ').all(|word| text.contains(word))).collect()
    }
}
