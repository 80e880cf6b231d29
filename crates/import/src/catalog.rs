//! The open catalog: what an import makes and the explorer shows. Only the name of a project is required; what is absent is not printed.

use serde::Serialize;

use crate::pairs::Pairs;

/// A catalog.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Catalog {
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it contains, in a sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The day of the data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// What its entries are called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemNames>,
    /// The names of the extra fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldName>,
    /// The categories that have projects.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Category>,
    /// The projects.
    pub projects: Vec<Project>,
}

/// What entries are called: `project`, `projects`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ItemNames {
    /// One.
    pub one: String,
    /// Several.
    pub many: String,
}

/// The name of an extra field.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FieldName {
    /// Its key in `fields` of a project.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// A category.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Category {
    /// Its name in query strings: `runtime--container-runtime`.
    pub slug: String,
    /// Its name: `Container Runtime`.
    pub name: String,
    /// The name of the category above it: `Runtime`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
}

/// A project.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Project {
    /// Its name in query strings; no two share it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Slug of its category, if it has exactly one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Slugs of its categories, if it has several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
    /// What it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// Its addresses by name.
    #[serde(skip_serializing_if = "Pairs::is_empty")]
    pub links: Pairs<String>,
    /// Address of its logo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
    /// Its licence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Programming languages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// Its owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Its level, in the words of the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maturity: Option<Maturity>,
    /// Day on which it was accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<String>,
    /// Day of its first commit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_commit: Option<String>,
    /// Extra fields by slug.
    #[serde(skip_serializing_if = "Pairs::is_empty")]
    pub fields: Pairs<Values>,
}

impl Project {
    /// The slugs of its categories, one or several.
    pub fn in_categories(&self) -> impl Iterator<Item = &str> {
        self.category.iter().chain(&self.categories).map(String::as_str)
    }
}

/// A text, in one language or in several.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Text {
    /// In the language of the list.
    Plain(String),
    /// By language tag.
    Languages(Pairs<String>),
}

/// The value or the values of an extra field.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Values {
    /// One.
    One(String),
    /// Several.
    Many(Vec<String>),
}

/// The level of a project.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Maturity {
    /// The level.
    Level(String),
    /// The level, and the day it was reached.
    Since {
        /// The level.
        level: String,
        /// The day.
        since: String,
    },
}
