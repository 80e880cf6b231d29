//! The catalogs loaded so far, by address. A catalog lives as long as the page, so an address is read only once.

use std::sync::Mutex;

use crate::facet::Index;
use crate::model::Catalog;

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
