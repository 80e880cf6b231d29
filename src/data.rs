//! The bundled catalog. `build.rs` turns `data/` into one text ([`packed`]), with the code that also reads catalogs at run time
//! (`crates/catalog`).

use std::sync::OnceLock;

pub use catalog::{
    VERSION, check, from_json, from_json_in, from_records, from_tree, json, limits, mistake, order, packed, tree,
};

use crate::model::{Catalog, Statement};
use serde::{Deserialize, Deserializer};

/// Reads a catalog in the format of `catalog.json`, with any deserialiser. Invalid entries are left out; the lines say what is wrong with
/// them and where. Missing tables (categories, parts, regions, sources) are those of the bundled catalog. A catalog is never freed.
///
/// ```
/// let json = r#"{ "projects": [{ "id": "no spaces" }] }"#;
/// let (catalog, mistakes) = sandbox_explorer::read(&mut serde_json::Deserializer::from_str(json))?;
/// assert!(catalog.projects.is_empty());
/// assert!(mistakes.iter().any(|line| line.starts_with("projects[0].")));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Errors
/// The deserialiser's.
pub fn read<'de, D: Deserializer<'de>>(from: D) -> Result<(&'static Catalog, Vec<String>), D::Error> {
    let (catalog, mistakes) = from_tree(&tree::Tree::deserialize(from)?, bundled());
    Ok((Box::leak(Box::new(catalog)), mistakes.iter().map(ToString::to_string).collect()))
}

/// Why unpacking the compiled-in texts cannot fail.
const OWN: &str = "printed by this build";

/// The bundled catalog as JSON, the format that `src` reads.
pub const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/catalog.json"));

/// The JSON Schema of that format.
pub const SCHEMA: &str = include_str!("../data/catalog.schema.json");

/// The compiled-in catalog, unpacked once.
#[must_use]
pub fn bundled() -> &'static Catalog {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    CATALOG.get_or_init(|| {
        let (chinese, _) = packed::chinese(CHINESE).expect(OWN);
        packed::with_features(&brief_with(chinese), FEATURES).expect(OWN)
    })
}

/// The Chinese of [`brief`] as packed text, for [`packed::chinese`].
pub const CHINESE: &str = include_str!(concat!(env!("OUT_DIR"), "/chinese.txt"));

/// The features of the bundled projects as packed text, for [`packed::with_features`].
pub const FEATURES: &str = include_str!(concat!(env!("OUT_DIR"), "/features.txt"));

/// The bundled catalog without features and Chinese, unpacked once: for a program that shows it first and loads the others later, because
/// they are most of all text, and no first view shows the features.
#[must_use]
pub fn brief() -> &'static Catalog {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    CATALOG.get_or_init(|| brief_with(""))
}

/// The same with these Chinese texts.
#[must_use]
pub fn brief_with(chinese: &'static str) -> Catalog {
    packed::brief(include_str!(concat!(env!("OUT_DIR"), "/brief.txt")), chinese).expect(OWN)
}

/// The statements of the articles about the bundled projects, unpacked once.
#[must_use]
pub fn statements() -> &'static [Statement] {
    static STATEMENTS: OnceLock<&[Statement]> = OnceLock::new();
    STATEMENTS.get_or_init(|| packed::statements(include_str!(concat!(env!("OUT_DIR"), "/statements.txt"))))
}
