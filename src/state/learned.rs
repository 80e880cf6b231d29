//! What a program learns after its start, once for all explorers: the features of the bundled projects, and languages.

use std::sync::{Mutex, PoisonError};

use crate::data::{self, packed};
use crate::facet::Index;
use crate::i18n;

struct Learned {
    /// The text of the features.
    features: Option<&'static str>,
    /// The Chinese of the bundled catalog.
    chinese: &'static str,
    /// The bundled catalog with both, as far as they have been learned. The numbers are the same.
    index: Option<&'static Index>,
}

static LEARNED: Mutex<Learned> = Mutex::new(Learned { features: None, chinese: "", index: None });

/// Takes one of the packed texts that are loaded after the start; ignores those of another version.
pub fn learn(text: String) {
    let text: &'static str = text.leak();
    let mut learned = LEARNED.lock().unwrap_or_else(PoisonError::into_inner);
    match i18n::learn(text) {
        Some(chinese) => learned.chinese = chinese,
        None => learned.features = Some(text),
    }
    let mut catalog = data::brief_with(learned.chinese);
    if let Some(features) = learned.features {
        match packed::with_features(&catalog, features) {
            Some(whole) => catalog = whole,
            None => learned.features = None,
        }
    }
    learned.index = Some(Box::leak(Box::new(Index::new(Box::leak(Box::new(catalog))))));
}

/// The bundled catalog as it has been learned.
pub(super) fn index() -> Option<&'static Index> {
    LEARNED.lock().unwrap_or_else(PoisonError::into_inner).index
}
