//! Reads the catalog of a `src`: fetches it, and checks it entry by entry.

use std::rc::Rc;

use catalog::pack;

use crate::data;
use crate::data::mistake::{Mistake, shown};
use crate::model::Catalog;
use crate::page;

/// Called with the catalog, or with one line that says why there is nothing to show.
pub type Loaded = Box<dyn FnOnce(Result<Catalog, String>)>;

/// Fetches the catalog at an address. An application uses [`here`]; the element uses a separate program, which is loaded only
/// when it is needed (`bin/embed/reader`).
pub type Fetch = Rc<dyn Fn(&str, Loaded)>;

/// Reads catalogs in this program. The console says which entries were rejected.
#[must_use]
pub fn here() -> Fetch {
    Rc::new(|address, loaded| {
        let address = address.to_owned();
        page::spawn_local(async move {
            let read = read(&address, data::bundled()).await;
            loaded(read.map(|(catalog, mistakes)| {
                for mistake in &mistakes {
                    page::warn(&[&shown(&address), ": ", &mistake.to_string()].concat());
                }
                catalog
            }));
        });
    })
}

/// Fetches a catalog and checks it. Invalid entries are left out; the list says what is wrong with them and where. Missing tables
/// are taken from `other`.
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

/// The same as packed text, for another program.
///
/// # Errors
/// One line that says why there is nothing to show.
pub async fn read_packed(address: &str, other: &Catalog) -> Result<(String, Vec<Mistake>), String> {
    read(address, other).await.map(|(catalog, mistakes)| (pack::print(&catalog), mistakes))
}
