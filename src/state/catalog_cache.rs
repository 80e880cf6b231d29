//! The catalogs loaded so far, by address, and by language where the interface does not have it: texts in other languages are not kept. One
//! that an application has as JSON text, by this text. A catalog lives as long as the page, so each is read only once.

use std::sync::Mutex;

use crate::facet::Index;
use crate::model::Catalog;
use crate::reader;
use crate::text::concat;

static LOADED: Mutex<Vec<(String, &'static Index)>> = Mutex::new(Vec::new());

/// The key of the catalog at an address for readers of a language, a BCP 47 tag.
pub(super) fn key(address: &str, language: &str) -> String {
    let is_here = ["en", "zh"].iter().any(|of_interface| language.get(..2) == Some(of_interface));
    concat(&[address, " ", if is_here { "" } else { language }])
}

/// The catalog with this key, if it has been loaded.
pub(super) fn get(key: &str) -> Option<&'static Index> {
    let loaded = LOADED.lock().ok()?;
    loaded.iter().find(|(of, _)| of == key).map(|(_, index)| *index)
}

/// Indexes and keeps a catalog.
pub(super) fn keep(key: &str, catalog: Catalog) -> &'static Index {
    let index: &'static Index = Box::leak(Box::new(Index::new(Box::leak(Box::new(catalog)))));
    if let Ok(mut loaded) = LOADED.lock() {
        loaded.push((key.to_owned(), index));
    }
    index
}

/// The catalog of an application, from JSON text with the format of `catalog.json`. The console says which entries were rejected.
///
/// # Errors
/// One line that says why there is nothing to show.
pub fn given(json: &str) -> Result<&'static Index, String> {
    if let Some(index) = get(json) {
        return Ok(index);
    }
    Ok(keep(json, reader::told(reader::GIVEN, "", Ok(json.as_bytes().to_vec()))?))
}
