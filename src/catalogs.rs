//! Catalogs loaded at run time (`src`): fetched, and cached.

use std::rc::Rc;
use std::sync::Mutex;

use crate::data;
use crate::data::mistake::{Mistake, shown};
use crate::facet::Index;
use crate::model::Catalog;
use crate::page;

/// Receives a catalog, or one line that says why there is nothing to show.
pub type Take<T> = Box<dyn FnOnce(Result<T, String>)>;

/// Fetches the catalog at an address. An application uses [`here`]; the element uses a separate program, which is loaded only
/// when it is needed.
pub type Fetch = Rc<dyn Fn(&str, Take<Catalog>)>;

/// The catalogs read so far, by address. A catalog lives as long as the page, so an address is read only once.
static KNOWN: Mutex<Vec<(String, &'static Index)>> = Mutex::new(Vec::new());

/// Loads the index of the catalog at an address.
pub fn load(address: &str, fetch: &Fetch, take: impl FnOnce(Result<&'static Index, String>) + 'static) {
    if let Some(index) = known(address) {
        return take(Ok(index));
    }
    let of = address.to_owned();
    let keep = move |catalog: Catalog| {
        let index: &'static Index = Box::leak(Box::new(Index::new(Box::leak(Box::new(catalog)))));
        if let Ok(mut known) = KNOWN.lock() {
            known.push((of, index));
        }
        index
    };
    fetch(address, Box::new(move |catalog| take(catalog.map(keep))));
}

fn known(address: &str) -> Option<&'static Index> {
    let known = KNOWN.lock().ok()?;
    known.iter().find(|(of, _)| of == address).map(|(_, index)| *index)
}

/// Fetches and reads catalogs in this program. Reports rejected entries in the console.
#[must_use]
pub fn here() -> Fetch {
    Rc::new(|address, take| {
        let address = address.to_owned();
        page::spawn_local(async move {
            let read = read(&address, data::bundled()).await;
            take(read.map(|(catalog, mistakes)| {
                for mistake in &mistakes {
                    page::warn(&[&shown(&address), ": ", &mistake.to_string()].concat());
                }
                catalog
            }));
        });
    })
}

/// Fetches a catalog and checks it entry by entry. Invalid entries are left out; the list says what is wrong with them and
/// where. Missing tables are taken from `other`.
///
/// # Errors
/// One line that says why there is nothing to show.
pub async fn read(address: &str, other: &Catalog) -> Result<(Catalog, Vec<Mistake>), String> {
    let tree = page::fetch_tree(address).await?;
    let (catalog, mistakes) = data::from_tree(&tree, other);
    if catalog.projects.is_empty() {
        let why = mistakes.first().map_or_else(|| "no projects".to_owned(), ToString::to_string);
        return Err([&shown(address), ": ", &why].concat());
    }
    Ok((catalog, mistakes))
}
