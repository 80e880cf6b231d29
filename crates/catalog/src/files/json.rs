//! Prints trees as JSON: a catalog in the format that `src` reads and `data/catalog.schema.json` describes, and that schema.

use serde::ser::{Serialize, Serializer};

use super::Tree;
use crate::kind::{FieldKind, Listed};
use crate::model::{Catalog, Category, Date, Part, Project, Region, Source};
use crate::record::Row;

/// Prints a catalog; keys are always in the same order, absent values are left out.
pub(super) fn catalog(catalog: &Catalog) -> String {
    print(&Tree::map([
        ("as_of", Date::json(&catalog.as_of)),
        (Category::KEY, Listed::<Category>::json(&catalog.categories)),
        (Part::KEY, Listed::<Part>::json(&catalog.parts)),
        (Region::KEY, Listed::<Region>::json(&catalog.regions)),
        (Source::KEY, Listed::<Source>::json(&catalog.sources)),
        ("projects", Listed::<Project>::json(&catalog.projects)),
    ]))
}

/// Prints a tree on lines with indentation.
pub(super) fn print(tree: &Tree) -> String {
    serde_json::to_string_pretty(&Printed(tree)).expect("plain data can be printed") + "\n"
}

struct Printed<'a>(&'a Tree);

impl Serialize for Printed<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Tree::Null => out.serialize_unit(),
            Tree::Flag(flag) => out.serialize_bool(*flag),
            // A catalog contains whole numbers only.
            Tree::Number(number) => out.serialize_u64(*number as u64),
            Tree::String(text) => out.serialize_str(text),
            Tree::List(items) => out.collect_seq(items.iter().map(Printed)),
            Tree::Map(entries) => out.collect_map(entries.iter().map(|(key, value)| (key, Printed(value)))),
        }
    }
}
