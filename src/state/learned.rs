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
    /// The bundled catalog with both, as far as they have been learned, once it has been made. The numbers are the same.
    index: Option<&'static Index>,
}

impl Learned {
    fn index(&mut self) -> Option<&'static Index> {
        if self.index.is_none() && (self.features.is_some() || !self.chinese.is_empty()) {
            let mut catalog = data::brief_with(self.chinese);
            if let Some(whole) = self.features.and_then(|features| packed::with_features(&catalog, features)) {
                catalog = whole;
            }
            self.index = Some(Box::leak(Box::new(Index::new(Box::leak(Box::new(catalog))))));
        }
        self.index
    }
}

static LEARNED: Mutex<Learned> = Mutex::new(Learned { features: None, chinese: "", index: None });

/// Takes one of the packed texts that are loaded after the start. One of another version is ignored.
pub fn learn(text: String) {
    let text: &'static str = text.leak();
    let mut learned = LEARNED.lock().unwrap_or_else(PoisonError::into_inner);
    match i18n::learn(text) {
        Some(chinese) => learned.chinese = chinese,
        None => learned.features = Some(text),
    }
    learned.index = None;
}

/// The bundled catalog as it has been learned.
pub(super) fn index() -> Option<&'static Index> {
    LEARNED.lock().unwrap_or_else(PoisonError::into_inner).index()
}
