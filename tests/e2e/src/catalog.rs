//! The published catalog, to know what a visitor should see without repeating the data.

use serde_json::Value;

use crate::site;

/// `catalog.json`.
#[derive(Debug)]
pub struct Catalog(Value);

impl Catalog {
    /// Reads it.
    ///
    /// # Panics
    /// If it has not been built or is not JSON.
    #[must_use]
    pub fn read() -> Catalog {
        let text = std::fs::read_to_string(site::shipped("catalog.json")).expect("catalog.json can be read");
        Catalog(serde_json::from_str(&text).expect("catalog.json is JSON"))
    }

    /// Its projects.
    pub fn projects(&self) -> impl Iterator<Item = &Value> {
        self.0["projects"].as_array().into_iter().flatten()
    }

    /// The names of the projects for which `holds` is true.
    pub fn names(&self, holds: impl Fn(&Value) -> bool) -> Vec<String> {
        self.projects().filter(|project| holds(project)).map(|project| text(&project["name"])).collect()
    }

    /// The number of these projects.
    pub fn count(&self, holds: impl Fn(&Value) -> bool) -> u64 {
        self.names(holds).len() as u64
    }

    /// The catalog with only these projects, as an author would publish it.
    #[must_use]
    pub fn only(&self, names: &[&str]) -> Value {
        let mut catalog = self.0.clone();
        let is_named = |project: &Value| names.iter().any(|name| project["name"] == *name);
        catalog["projects"] = self.projects().filter(|project| is_named(project)).cloned().collect();
        catalog
    }

    /// The English name of a row of one of its tables: `name_of("categories", "service-mesh")`; empty if there is none.
    #[must_use]
    pub fn name_of(&self, table: &str, slug: &Value) -> String {
        let row = self.0[table].as_array().into_iter().flatten().find(|row| row["slug"] == *slug);
        row.map(|row| text(&row["name"]["en"])).unwrap_or_default()
    }

    /// The project of this name.
    ///
    /// # Panics
    /// If there is none.
    #[must_use]
    pub fn project(&self, name: &str) -> &Value {
        self.projects().find(|project| project["name"] == name).unwrap_or_else(|| panic!("no project {name}"))
    }
}

/// A JSON string.
#[must_use]
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Whether a JSON list contains this string.
#[must_use]
pub fn has(list: &Value, value: &str) -> bool {
    list.as_array().is_some_and(|list| list.iter().any(|it| it == value))
}
