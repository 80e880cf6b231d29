//! Catalogs from elsewhere (`src`): fetched, checked entry by entry, and kept.

use std::sync::Mutex;

use crate::browser;
use crate::data;
use crate::facet::Index;

/// The catalogs read so far, by address. A catalog lives as long as the page, so the same address is read once.
static KNOWN: Mutex<Vec<(String, &'static Index)>> = Mutex::new(Vec::new());

/// Loads the catalog at an address. Entries that cannot be used are refused in the console, each with its place and the reason;
/// the others are shown.
///
/// # Errors
/// One line that says why there is nothing to show.
pub async fn load(address: &str) -> Result<&'static Index, String> {
    if let Some(index) = known(address) {
        return Ok(index);
    }
    let tree = browser::fetch_tree(address).await?;
    let (catalog, mistakes) = data::from_tree(&tree, data::bundled());
    for mistake in &mistakes {
        browser::warn(&[address, ": ", &mistake.to_string()].concat());
    }
    if catalog.projects.is_empty() {
        let why = mistakes.first().map_or_else(|| "no projects".to_owned(), ToString::to_string);
        return Err([address, ": ", &why].concat());
    }
    let index: &'static Index = Box::leak(Box::new(Index::new(Box::leak(Box::new(catalog)))));
    if let Ok(mut known) = KNOWN.lock() {
        known.push((address.to_owned(), index));
    }
    Ok(index)
}

fn known(address: &str) -> Option<&'static Index> {
    let known = KNOWN.lock().ok()?;
    known.iter().find(|(of, _)| of == address).map(|(_, index)| *index)
}
