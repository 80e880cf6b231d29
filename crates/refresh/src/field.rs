//! The table of fields: which fields are compared, their places in the landscape and in our files, and how values are compared.
//!
//! A field that gets into both data sets needs a row here: `read` takes it from the landscape's item, `ours` is the path of keys in
//! `data/projects/<id>.toml`, `same` compares. `ours` also determines where it is written; only [`Kind`] makes special cases. A row is not
//! compared if none of our projects has its key.

use crate::catalog::{Catalog, Project};
use crate::landscape::Item;
use crate::same;

/// The changes that writing a field needs besides its value.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Kind {
    /// An address: none.
    Address,
    /// A name: the former one is added to `former_names`, and older posts note the change.
    Name,
    /// The repository: older posts note the change.
    Repository,
    /// A category: its slug.
    Category,
    /// The day of acceptance: a date; for a project in the Sandbox also `maturity.since`.
    Accepted,
    /// Level and day.
    Maturity,
    /// The end of an earlier stay.
    History,
    /// A day.
    Date,
}

/// A field that is compared.
pub struct Field {
    /// The name in `[sources]` and `[[disputes]]`, and after `--apply <project>.`
    pub name: &'static str,
    /// The key in the landscape, for the help.
    pub key: &'static str,
    /// The path of keys in our file.
    pub ours: &'static [&'static str],
    /// Reads the value of the landscape's item.
    pub read: fn(&Item) -> Option<String>,
    /// Whether two values are the same.
    pub same: fn(&str, &str) -> bool,
    /// How it is written.
    pub kind: Kind,
}

/// The fields that the landscape and our data share.
pub const FIELDS: &[Field] = &[
    Field {
        name: "name",
        key: "name",
        ours: &["name"],
        read: |item| key(item, "name"),
        same: same::name,
        kind: Kind::Name,
    },
    Field {
        name: "maturity",
        key: "project, extra.incubating, extra.graduated, extra.archived",
        ours: &["maturity", "level"],
        read: maturity,
        same: same::maturity,
        kind: Kind::Maturity,
    },
    Field {
        name: "accepted",
        key: "extra.accepted",
        ours: &["accepted"],
        read: |item| key(item, "extra.accepted"),
        same: same::date,
        kind: Kind::Accepted,
    },
    Field {
        name: "history",
        key: "extra.archived of a project that is not archived",
        ours: &["history", "archived"],
        read: |item| key(item, "extra.archived").filter(|_| item.get("project") != Some("archived")),
        same: same::date,
        kind: Kind::History,
    },
    Field {
        name: "category",
        key: "the place in the file",
        ours: &["category"],
        read: |item| Some(item.path()),
        same: same::category,
        kind: Kind::Category,
    },
    Field {
        name: "repository",
        key: "repo_url",
        ours: &["links", "repository"],
        read: |item| key(item, "repo_url"),
        same: same::address,
        kind: Kind::Repository,
    },
    Field {
        name: "website",
        key: "homepage_url",
        ours: &["links", "website"],
        read: |item| key(item, "homepage_url"),
        same: same::address,
        kind: Kind::Address,
    },
    Field {
        name: "docs",
        key: "extra.documentation_url",
        ours: &["links", "docs"],
        read: |item| key(item, "extra.documentation_url"),
        same: same::address,
        kind: Kind::Address,
    },
    Field {
        name: "devstats",
        key: "extra.dev_stats_url",
        ours: &["links", "devstats"],
        read: |item| key(item, "extra.dev_stats_url"),
        same: same::address,
        kind: Kind::Address,
    },
    Field {
        name: "chat",
        key: "extra.slack_url with extra.chat_channel, extra.discord_url, extra.gitter_url",
        ours: &["links", "chat"],
        read: chat,
        same: same::chat,
        kind: Kind::Address,
    },
    Field {
        name: "best_practices",
        key: "url_for_bestpractices, where it is a badge",
        ours: &["links", "best_practices"],
        read: |item| {
            key(item, "url_for_bestpractices")
                .or_else(|| key(item, "extra.url_for_bestpractices"))
                .filter(|url| url.contains("/projects/"))
        },
        same: same::badge,
        kind: Kind::Address,
    },
];

/// The fields that the TOC's table and our data share.
pub const TOC_FIELDS: &[Field] = &[
    Field {
        name: "applied",
        key: "Applied",
        ours: &["applied"],
        read: |item| key(item, "applied"),
        same: same::date,
        kind: Kind::Date,
    },
    Field {
        name: "accepted",
        key: "Accepted",
        ours: &["accepted"],
        read: |item| key(item, "accepted"),
        same: same::date,
        kind: Kind::Accepted,
    },
    Field {
        name: "sandbox_request",
        key: "the link of Accepted",
        ours: &["links", "sandbox_request"],
        read: |item| key(item, "request"),
        same: request,
        kind: Kind::Address,
    },
];

impl Field {
    /// Our value, as it is printed and compared.
    #[must_use]
    pub fn value(&self, catalog: &Catalog, project: &Project) -> Option<String> {
        let value = project.get(self.ours)?;
        Some(match self.kind {
            Kind::Category => {
                let name = catalog.categories.iter().find(|category| category.0 == value);
                name.map_or(value, |category| category.1.clone())
            }
            Kind::Maturity if value != "sandbox" => {
                let since = project.get(&["maturity", "since"]).unwrap_or_default();
                format!("{value} since {since}")
            }
            _ => value,
        })
    }
}

fn key(item: &Item, key: &str) -> Option<String> {
    item.get(key).map(str::to_owned)
}

/// The channel: `slack_url` is often only the workspace or its invitation page, and `chat_channel` has the name of the channel.
fn chat(item: &Item) -> Option<String> {
    let Some(slack) = item.get("extra.slack_url") else {
        return key(item, "extra.discord_url").or_else(|| key(item, "extra.gitter_url"));
    };
    match (same::workspace(slack), item.get("extra.chat_channel")) {
        (Some(workspace), Some(channel)) => {
            Some(format!("https://{workspace}/messages/{}", channel.trim_start_matches('#')))
        }
        _ => Some(slack.to_owned()),
    }
}

/// `sandbox`, or another level with its date: `incubating since 2026-07-02`.
fn maturity(item: &Item) -> Option<String> {
    let level = item.get("project")?;
    let day = if level == "sandbox" { None } else { item.get(&format!("extra.{level}")) };
    Some(day.map_or_else(|| level.to_owned(), |day| format!("{level} since {day}")))
}

/// Compares addresses of issues; disputes write `cncf/sandbox#11`.
fn request(one: &str, other: &str) -> bool {
    let whole =
        |text: &str| same::place(&text.replace('#', "/issues/").replace("https://github.com/", "")).to_lowercase();
    whole(one) == whole(other)
}
