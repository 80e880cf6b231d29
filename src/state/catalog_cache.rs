//! The catalogs loaded so far, by address; one that an application has as JSON text, by this text. A catalog lives as long as the page, so
//! each is read only once.

use std::sync::Mutex;

use crate::facet::Index;
use crate::model::Catalog;
use crate::reader;

static LOADED: Mutex<Vec<(String, &'static Index)>> = Mutex::new(Vec::new());

/// The catalog of this address, if it has been loaded.
pub(super) fn get(address: &str) -> Option<&'static Index> {
    let loaded = LOADED.lock().ok()?;
    loaded.iter().find(|(of, _)| of == address).map(|(_, index)| *index)
}

/// Indexes and keeps a catalog.
pub(super) fn keep(address: &str, catalog: Catalog) -> &'static Index {
    let index: &'static Index = Box::leak(Box::new(Index::new(Box::leak(Box::new(catalog)))));
    if let Ok(mut loaded) = LOADED.lock() {
        loaded.push((address.to_owned(), index));
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
