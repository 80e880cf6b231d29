//! A catalog small enough to remember while reading a test, and the shortest way to query one.

use catalog::model::{
    Catalog, Category, Count, Counts, Date, Label, Links, Maturity, Part, Project, Region, Snapshot, Text,
};
use sandbox_explorer::facet::Index;
use sandbox_explorer::filter::{self, Outcome};
use sandbox_explorer::query;

/// A project with few facts.
pub const PLAIN: Project = Project {
    part: "1",
    category: "mesh",
    licence: "MIT",
    languages: &["Go"],
    first_commit: day(2020, 1, 1),
    accepted: day(2024, 1, 1),
    maturity: Maturity { level: "sandbox", since: day(2024, 1, 1), as_of: day(2026, 1, 1), ..Maturity::BLANK },
    links: Links { website: "https://plain.example/", repository: "https://plain.example/code", ..Links::BLANK },
    snapshot: Snapshot { commit: "", date: day(2026, 1, 1) },
    ..Project::BLANK
};

pub const fn day(year: u16, month: u8, day: u8) -> Date {
    Date { year, month, day }
}

pub const fn stars(value: Option<u32>) -> Counts {
    let stars = match value {
        Some(value) => Some(Count { value, as_of: day(2024, 9, 0), source: "" }),
        None => None,
    };
    Counts { stars, ..Counts::BLANK }
}

const fn level(level: &'static str) -> Maturity {
    Maturity { level, ..PLAIN.maturity }
}

const fn label(en: &'static str, zh: &'static str) -> Label {
    Label { en, zh, zh_hant: "" }
}

const NOTHING: Text = Text { en: "", zh: "" };

/// No projects, but two or three rows of every table.
const NOBODY: Catalog = Catalog {
    as_of: day(2026, 1, 1),
    projects: &[],
    categories: &[
        Category {
            slug: "mesh", name: label("Service Mesh", "服务网格"), about: NOTHING, hue: 0, ..Category::BLANK
        },
        Category { slug: "storage", name: label("Storage", "存储"), about: NOTHING, hue: 1, ..Category::BLANK },
        Category { slug: "proxy", name: label("Proxy", "代理"), about: NOTHING, hue: 2, ..Category::BLANK },
    ],
    parts: &[
        Part { slug: "1", batch: "2023 H1", name: label("Part 1", "第 1 篇"), title: NOTHING },
        Part { slug: "2", batch: "2023 H2", name: label("Part 2", "第 2 篇"), title: NOTHING },
    ],
    regions: &[
        Region { slug: "china", name: label("China", "中国") },
        Region { slug: "europe", name: label("Europe", "欧洲") },
    ],
    sources: &[],
    columns: &[],
    terms: None,
};

/// A catalog of these projects.
pub const fn catalog(projects: &'static [Project]) -> Catalog {
    Catalog { projects, ..NOBODY }
}

/// Four projects, newest first.
pub static TINY: Catalog = catalog(&[
    Project {
        id: "delta",
        name: "Delta",
        category: "storage",
        part: "2",
        languages: &["Rust"],
        licence: "Apache-2.0",
        first_commit: day(2021, 3, 0),
        accepted: day(2024, 10, 1),
        tags: &["cli", "csi"],
        ..PLAIN
    },
    Project {
        id: "beta",
        name: "beta",
        part: "2",
        languages: &["Go", "Rust"],
        region: Some("europe"),
        first_commit: day(2019, 5, 2),
        accepted: day(2024, 8, 1),
        tags: &["cli"],
        counts: stars(Some(900)),
        ..PLAIN
    },
    Project {
        id: "gamma",
        name: "Gamma",
        region: Some("china"),
        first_commit: day(2021, 3, 4),
        accepted: day(2023, 6, 1),
        maturity: level("archived"),
        counts: stars(Some(1000)),
        ..PLAIN
    },
    Project {
        id: "alpha",
        name: "Alpha",
        category: "storage",
        region: Some("china"),
        first_commit: day(2017, 1, 1),
        accepted: day(2023, 5, 1),
        tags: &["csi"],
        ..PLAIN
    },
]);

/// The index of [`TINY`].
pub fn tiny() -> Index {
    Index::new(&TINY)
}

/// The result of a query in a scope.
pub fn ask(index: &Index, scope: &str, query: &str) -> Outcome {
    let scope = filter::scope(index, &query::parse(index, scope));
    filter::apply(index, &scope, &query::parse(index, query))
}

/// The ids of projects, in order.
pub fn ids(index: &Index, numbers: &[u16]) -> String {
    let ids: Vec<&str> = numbers.iter().map(|&number| index.catalog.projects[usize::from(number)].id).collect();
    ids.join(" ")
}
