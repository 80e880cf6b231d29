//! What a program learns after its start, once for all explorers: the features of the bundled projects, and languages.

use std::sync::{Mutex, PoisonError};

use crate::data;
use crate::facet::Index;
use crate::i18n;

use super::later::Later;

struct Learned {
    /// The text of the features.
    features: Option<&'static str>,
    /// The Chinese of the bundled catalog.
    chinese: &'static str,
    /// The bundled catalog with both, as far as they have been learned, once it has been made. The numbers are the same.
    index: Option<&'static Index>,
    /// Whether that has the features.
    is_whole: bool,
}

impl Learned {
    fn index(&mut self, later: Later) -> Option<&'static Index> {
        // The features are read by a part: no first view shows them.
        let features = self.features.filter(|_| later.is_loaded());
        let is_new = self.index.is_none() && !self.chinese.is_empty();
        if is_new || features.is_some() && !self.is_whole {
            let mut catalog = data::brief_with(self.chinese);
            if let Some(whole) = features.and_then(|features| (later.parts.features)(&catalog, features)) {
                catalog = whole;
            }
            self.is_whole = features.is_some();
            self.index = Some(Box::leak(Box::new(Index::new(Box::leak(Box::new(catalog))))));
        }
        self.index
    }
}

static LEARNED: Mutex<Learned> = Mutex::new(Learned { features: None, chinese: "", index: None, is_whole: false });

/// Takes one of the packed texts that are loaded after the start. One of another version is ignored.
pub fn learn(text: String) {
    let text: &'static str = text.leak();
    let mut learned = LEARNED.lock().unwrap_or_else(PoisonError::into_inner);
    match i18n::learn(text) {
        Some(chinese) => learned.chinese = chinese,
        None => learned.features = Some(text),
    }
    learned.index = None;
    learned.is_whole = false;
}

/// The bundled catalog as it has been learned.
pub(super) fn index(later: Later) -> Option<&'static Index> {
    LEARNED.lock().unwrap_or_else(PoisonError::into_inner).index(later)
}
