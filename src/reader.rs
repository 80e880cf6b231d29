//! Reads the catalog of a `src`: fetches it, and checks it entry by entry.

use std::rc::Rc;

use crate::data;
use crate::data::mistake::{Mistake, shown};
use crate::dom;
use crate::export;
use crate::facet;
use crate::i18n;
use crate::model::Catalog;
use crate::page;
use crate::text::concat;

/// What was fetched.
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum Content {
    /// A catalog.
    Catalog(Catalog),
    /// What a page says about its search service, or the answer of that service.
    Service(Vec<u8>),
}

/// Checks what was fetched, or says in one line why there is nothing to show. Only called if it is still wanted and not known yet. The
/// argument is the language of the readers, a BCP 47 tag.
pub type Check = Box<dyn FnOnce(&str) -> Result<Content, String>>;

/// Called once a catalog has been fetched, or cannot be.
pub type Loaded = Box<dyn FnOnce(Check)>;

/// Fetches the catalog at an address. An application uses [`here`]; in the element JavaScript fetches it, together with the chunk that
/// reads it (`bin/embed/reader`).
pub type Fetch = Rc<dyn Fn(&str, Loaded)>;

/// Reads catalogs in this program. The console says which entries were rejected.
#[must_use]
pub fn here() -> Fetch {
    dom::expect_long_lists();
    Rc::new(|address, loaded| {
        let address = address.to_owned();
        page::spawn_local(async move {
            let fetched = page::fetch(&address).await;
            loaded(Box::new(move |language| told(&address, language, fetched).map(Content::Catalog)));
        });
    })
}

/// Reads a catalog in this program, and tells the console which entries were rejected.
///
/// # Errors
/// One line that says why there is nothing to show.
pub fn told(address: &str, language: &str, fetched: Result<Vec<u8>, String>) -> Result<Catalog, String> {
    let (catalog, mistakes) = read(address, language, fetched)?;
    for mistake in &mistakes {
        page::warn(&line(address, mistake));
    }
    Ok(catalog)
}

/// The scheme of the addresses of catalogs that a page has already (`npm/catalogs.js`).
pub const GIVEN: &str = "catalog:";

/// The scheme of the addresses of search services, which pages have set as a property (`npm/catalogs.js`). With requests behind it, it is
/// the address of their answer.
pub const SERVICE: &str = "client:";

/// How messages call the catalog at an address.
fn name(address: &str) -> String {
    if address.starts_with(GIVEN) { "catalog".to_owned() } else { shown(address) }
}

/// A mistake in the catalog at an address, as a line for the console.
#[must_use]
pub fn line(address: &str, mistake: &Mistake) -> String {
    concat(&[&name(address), ": ", &mistake.line()])
}

/// Checks the bytes of a catalog, or says why they could not be fetched. Invalid entries are left out; the list says what is wrong with
/// them and where. Missing tables are those of the bundled catalog. Of texts in many languages those in this one are read.
///
/// # Errors
/// One line that says why there is nothing to show.
pub fn read(
    address: &str,
    language: &str,
    fetched: Result<Vec<u8>, String>,
) -> Result<(Catalog, Vec<Mistake>), String> {
    i18n::ready();
    facet::ready();
    export::ready();
    let refused = |why: String| concat(&[&name(address), ": ", &why]);
    let (catalog, mistakes) =
        data::from_json_in(language, fetched.map_err(refused)?, data::brief()).map_err(refused)?;
    if catalog.projects.is_empty() {
        return Err(refused(mistakes.first().map_or_else(|| "no projects".to_owned(), Mistake::line)));
    }
    Ok((catalog, mistakes))
}
