//! A catalog small enough to remember while reading a test, and the shortest way to query one.

use catalog::model::{
    Catalog, Category, Count, Date, Extras, Label, Level, Links, Maturity, Part, Project, Purpose, Region, Text,
};
use sandbox_explorer::facet::Index;
use sandbox_explorer::filter::{self, Outcome};
use sandbox_explorer::query;

/// A project with empty fields.
pub const PLAIN: Project = Project {
    id: "",
    name: "",
    former_names: &[],
    part: "1",
    category: "mesh",
    licence: "MIT",
    languages: &["Go"],
    owner: None,
    region: None,
    first_commit: day(2020, 1, 1),
    accepted: day(2024, 1, 1),
    maturity: Maturity { level: Level::Sandbox, since: day(2024, 1, 1), as_of: day(2026, 1, 1), source: "" },
    history: None,
    tags: &[],
    summary: Text { en: "", zh: "" },
    features: &[],
    purpose: Purpose { en: &[], zh: &[] },
    links: Links {
        website: "https://plain.example/",
        repository: "https://plain.example/code",
        docs: None,
        sandbox_request: None,
        onboarding: None,
        onboarding_other: None,
        devstats: None,
    },
    stars: None,
    contributors: None,
    authors: None,
    snapshot: "",
    snapshot_date: day(2026, 1, 1),
    sources: &[],
    disputes: &[],
    similar: &[],
    activity: None,
    extras: Extras {
        applied: None,
        former_repositories: &[],
        release: None,
        maintainers: None,
        adopters: None,
        best_practices: None,
        chat: None,
    },
};

pub const fn day(year: u16, month: u8, day: u8) -> Date {
    Date { year, month, day }
}

pub const fn stars(value: u32) -> Option<Count> {
    Some(Count { value, as_of: day(2024, 9, 0), source: "" })
}

const fn level(level: Level) -> Maturity {
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
        Category { slug: "mesh", name: label("Service Mesh", "服务网格"), about: NOTHING, hue: 0 },
        Category { slug: "storage", name: label("Storage", "存储"), about: NOTHING, hue: 1 },
        Category { slug: "proxy", name: label("Proxy", "代理"), about: NOTHING, hue: 2 },
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
        stars: stars(900),
        ..PLAIN
    },
    Project {
        id: "gamma",
        name: "Gamma",
        region: Some("china"),
        first_commit: day(2021, 3, 4),
        accepted: day(2023, 6, 1),
        maturity: level(Level::Archived),
        stars: stars(1000),
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
