//! Prints trees as JSON: a catalog in the format that `src` reads and `data/catalog.schema.json` describes, and that schema.

use serde::ser::{Serialize, Serializer};

use super::Tree;
use crate::kind::{FieldKind, Listed};
use crate::model::{Catalog, Category, Date, Label, Part, Project, Region, Source};
use crate::record::Row;

// What the bundled catalog says about itself, for those who show it as one of their own.
const TITLE: Label = Label { en: "CNCF Sandbox projects", zh: "CNCF 沙箱项目", zh_hant: "CNCF 沙箱專案" };
const ONE: Label = Label { en: "project", zh: "项目", zh_hant: "專案" };
const MANY: Label = Label { en: "projects", ..ONE };
const ACCEPTED: Label = Label { en: "Sandbox", zh: "沙箱", zh_hant: "" };

/// Prints a catalog; keys are always in the same order, absent values are left out.
pub(super) fn catalog(catalog: &Catalog) -> String {
    let [title, accepted] = [TITLE, ACCEPTED].map(|label| Label::json(&label));
    print(&Tree::map([
        ("title", title),
        ("item", Tree::map([("one", Label::json(&ONE)), ("many", Label::json(&MANY))])),
        ("accepted", accepted),
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
