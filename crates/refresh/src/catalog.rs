//! The part of our own data that is compared and written: projects, categories, sources and the half-years of the series.

use std::collections::BTreeMap;

use toml_edit::{DocumentMut, Item, Table};

/// A directory such as `data/` in memory: relative paths (`projects/kmesh.toml`) and their texts.
pub type Files = BTreeMap<String, String>;

/// The data to compare.
#[derive(Debug)]
pub struct Catalog {
    /// Projects, sorted by id.
    pub projects: Vec<Project>,
    /// Slugs and English names of the categories.
    pub categories: Vec<(String, String)>,
    /// Slugs of the sources, with their names and dates.
    pub sources: Vec<(String, Source)>,
    /// First and last month in which a project of the series was accepted: `2023-01`, `2024-12`.
    pub window: (String, String),
}

/// A source of facts.
#[derive(Clone, Default, Debug)]
pub struct Source {
    /// Its English name.
    pub en: String,
    /// Its Chinese name.
    pub zh: String,
    /// The date of its data; empty if each project has its own.
    pub as_of: String,
}

/// One of our projects.
#[derive(Debug)]
pub struct Project {
    /// Its id, which is also its file name.
    pub id: String,
    /// Its file.
    pub document: DocumentMut,
}

/// The value of one source in a dispute.
#[derive(Clone, PartialEq, Debug)]
pub struct Claim {
    /// The source's slug.
    pub source: String,
    /// The value, in English if it is a text in both languages.
    pub value: String,
}

impl Project {
    /// The plain value at a path of keys.
    #[must_use]
    pub fn get(&self, path: &[&str]) -> Option<String> {
        plain(self.item(path)?)
    }

    fn item(&self, path: &[&str]) -> Option<&Item> {
        path.iter().try_fold(self.document.as_item(), |item, key| item.get(key))
    }

    /// The slug of the source of a field; for the maturity, from its own key.
    #[must_use]
    pub fn source(&self, field: &str) -> Option<String> {
        match field {
            "maturity" => self.get(&["maturity", "source"]),
            _ => self.get(&["sources", field]),
        }
    }

    /// The texts of a list, such as `former_names`.
    #[must_use]
    pub fn list(&self, key: &str) -> Vec<String> {
        let list = self.document.get(key).and_then(Item::as_array);
        list.into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect()
    }

    /// The values of a field on which sources disagree, the valid one first; empty if they agree.
    #[must_use]
    pub fn claims(&self, field: &str) -> Vec<Claim> {
        let disputes = self.document.get("disputes").and_then(Item::as_array_of_tables);
        let is_it = |table: &&Table| table.get("field").and_then(Item::as_str) == Some(field);
        let values = disputes.into_iter().flatten().filter(is_it).filter_map(|table| table.get("values")?.as_array());
        values
            .flatten()
            .filter_map(|claim| {
                let claim = claim.as_inline_table()?;
                let value = claim.get("value")?;
                let value = value.as_inline_table().and_then(|words| words.get("en")).unwrap_or(value);
                Some(Claim {
                    source: claim.get("source")?.as_str()?.to_owned(),
                    value: plain(&Item::Value(value.clone()))?,
                })
            })
            .collect()
    }
}

impl Catalog {
    /// Whether any project has a value at this path of keys.
    #[must_use]
    pub fn has(&self, path: &[&str]) -> bool {
        self.projects.iter().any(|project| project.item(path).is_some())
    }

    /// The names and the date of a source.
    #[must_use]
    pub fn source(&self, slug: &str) -> Source {
        let found = self.sources.iter().find(|source| source.0 == slug);
        found
            .map_or_else(|| Source { en: slug.to_owned(), zh: slug.to_owned(), ..Source::default() }, |it| it.1.clone())
    }

    /// The slug of a category by its name, with or without the landscape's category before it.
    #[must_use]
    pub fn category(&self, name: &str) -> Option<&str> {
        let found = self.categories.iter().find(|category| crate::same::category(&category.1, name));
        found.map(|category| category.0.as_str())
    }
}

/// A text, number or date as text.
pub(crate) fn plain(item: &Item) -> Option<String> {
    if let Some(text) = item.as_str() {
        return Some(text.to_owned());
    }
    item.as_integer().map(|number| number.to_string()).or_else(|| item.as_datetime().map(|date| date.to_string()))
}

/// Reads the directory.
///
/// # Errors
/// If a file is missing or invalid: the reason, in one line.
pub fn read(files: &Files) -> Result<Catalog, String> {
    let document = |name: &str| -> Result<DocumentMut, String> {
        let text = files.get(name).ok_or_else(|| format!("no {name} among the data"))?;
        text.parse().map_err(|error: toml_edit::TomlError| format!("{name}: {}", error.to_string().replace('\n', " ")))
    };
    let text = |table: &Table, path: &[&str]| -> String {
        let mut item = table.get(path[0]);
        for key in &path[1..] {
            item = item.and_then(|item| item.get(key));
        }
        item.and_then(plain).unwrap_or_default()
    };
    let rows = |document: &DocumentMut, key: &str| -> Vec<Table> {
        document.get(key).and_then(Item::as_array_of_tables).into_iter().flatten().cloned().collect()
    };
    let categories = rows(&document("categories.toml")?, "category");
    let categories = categories.iter().map(|row| (text(row, &["slug"]), text(row, &["name", "en"]))).collect();
    let sources = rows(&document("sources.toml")?, "source")
        .iter()
        .map(|row| {
            let [en, zh] = ["en", "zh"].map(|language| text(row, &["name", language]));
            (text(row, &["slug"]), Source { en, zh, as_of: text(row, &["as_of"]) })
        })
        .collect();
    let mut batches: Vec<String> =
        rows(&document("parts.toml")?, "part").iter().map(|row| text(row, &["batch"])).collect();
    batches.sort();
    let month = |batch: Option<&String>, [first, second]: [&str; 2]| {
        let (year, half) = batch.and_then(|batch| batch.split_once(' ')).unwrap_or(("0000", "H1"));
        format!("{year}-{}", if half == "H1" { first } else { second })
    };
    let window = (month(batches.first(), ["01", "07"]), month(batches.last(), ["06", "12"]));
    let mut projects = Vec::new();
    for name in files.keys() {
        if let Some(id) = name.strip_prefix("projects/").and_then(|name| name.strip_suffix(".toml")) {
            projects.push(Project { id: id.to_owned(), document: document(name)? });
        }
    }
    if projects.is_empty() {
        return Err("no projects/*.toml among the data".to_owned());
    }
    Ok(Catalog { projects, categories, sources, window })
}
