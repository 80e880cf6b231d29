//! Targets: what an attribute of a hit becomes in a project. `attributes` of the options names them.

/// How a value is written into a project.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// As it is.
    Plain,
    /// One text: of several the first.
    One,
    /// A list of texts: one text is a list of one.
    List,
    /// The category: several are `categories`.
    Category,
    /// An address under `links`.
    Link,
    /// The number of stars.
    Stars,
}

/// A target.
#[derive(Debug)]
pub struct Target {
    /// Its key in a project, or in its links.
    pub key: &'static str,
    /// How the value is written.
    pub shape: Shape,
    /// Names of attributes that become it without being named, after its own.
    pub others: &'static [&'static str],
    /// The key of the facet with its values, if there is one.
    pub facet: &'static str,
}

const fn target(key: &'static str, shape: Shape, others: &'static [&'static str]) -> Target {
    Target { key, shape, others, facet: "" }
}

/// All targets, besides `links.<name>` and `fields.<name>`.
pub static TARGETS: [Target; 18] = [
    target("name", Shape::One, &["title"]),
    target("summary", Shape::Plain, &["description"]),
    Target { facet: "category", ..target("category", Shape::Category, &["categories"]) },
    Target { facet: "part", ..target("part", Shape::One, &[]) },
    Target { facet: "language", ..target("languages", Shape::List, &["language"]) },
    Target { facet: "licence", ..target("licence", Shape::One, &["license"]) },
    Target { facet: "region", ..target("region", Shape::One, &[]) },
    Target { facet: "maturity", ..target("maturity", Shape::Plain, &[]) },
    Target { facet: "tag", ..target("tags", Shape::List, &["tag", "keywords"]) },
    target("owner", Shape::Plain, &[]),
    target("logo", Shape::One, &[]),
    target("first_commit", Shape::One, &[]),
    target("accepted", Shape::One, &[]),
    target("stars", Shape::Stars, &[]),
    target("website", Shape::Link, &["url", "homepage"]),
    target("repository", Shape::Link, &["repo"]),
    target("docs", Shape::Link, &["documentation"]),
    target("chat", Shape::Link, &[]),
];

/// A link or field under a name that is not a key.
const OPEN: [&str; 2] = ["links.", "fields."];

/// Whether `attributes` may name this.
#[must_use]
pub fn is_known(name: &str) -> bool {
    name == "id"
        || TARGETS.iter().any(|target| target.key == name)
        || OPEN.iter().any(|open| name.len() > open.len() && name.starts_with(open))
}

/// What `attributes` may name, for a message.
#[must_use]
pub fn allowed() -> String {
    let keys: Vec<&str> = TARGETS.iter().map(|target| target.key).collect();
    ["id, ", &keys.join(", "), ", links.<name>, fields.<name>"].concat()
}
