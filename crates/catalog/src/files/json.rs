//! A catalog as JSON, in the format that `src` reads and `data/catalog.schema.json` describes.

use serde::ser::{Serialize, Serializer};

use super::Tree;
use crate::model::{Activity, Catalog, Count, Date, Dispute, Label, Maintainers, Project, Release, Text};

/// Prints a catalog; keys are always in the same order, absent values are left out.
pub(super) fn print(catalog: &Catalog) -> String {
    let tree = map([
        ("as_of", date(catalog.as_of)),
        (
            "categories",
            list(catalog.categories, |c| {
                let hue = Tree::Number(c.hue.into());
                map([("slug", text(c.slug)), ("name", label(c.name)), ("about", words(c.about)), ("hue", hue)])
            }),
        ),
        (
            "parts",
            list(catalog.parts, |p| {
                map([
                    ("slug", text(p.slug)),
                    ("batch", text(p.batch)),
                    ("name", label(p.name)),
                    ("title", words(p.title)),
                ])
            }),
        ),
        ("regions", list(catalog.regions, |r| map([("slug", text(r.slug)), ("name", label(r.name))]))),
        (
            "sources",
            list(catalog.sources, |s| {
                let (url, as_of) = (s.url.map_or(Tree::Null, text), s.as_of.map_or(Tree::Null, date));
                map([("slug", text(s.slug)), ("name", label(s.name)), ("url", url), ("as_of", as_of)])
            }),
        ),
        ("projects", list(catalog.projects, project)),
    ]);
    serde_json::to_string_pretty(&Printed(&tree)).expect("plain data can be printed") + "\n"
}

fn project(project: &Project) -> Tree {
    let maybe = |value: Option<&'static str>| value.map_or(Tree::Null, text);
    let (links, maturity, extras) = (&project.links, &project.maturity, &project.extras);
    map([
        ("id", text(project.id)),
        ("name", text(project.name)),
        ("former_names", some(list(project.former_names, |name| text(name)))),
        ("part", text(project.part)),
        ("category", text(project.category)),
        ("licence", text(project.licence)),
        ("languages", list(project.languages, |language| text(language))),
        ("owner", project.owner.map_or(Tree::Null, label)),
        ("region", maybe(project.region)),
        ("first_commit", date(project.first_commit)),
        ("accepted", date(project.accepted)),
        ("tags", list(project.tags, |tag| text(tag))),
        ("summary", words(project.summary)),
        ("features", list(project.features, |feature| words(*feature))),
        (
            "purpose",
            some(map([
                ("en", some(list(project.purpose.en, |phrase| text(phrase)))),
                ("zh", some(list(project.purpose.zh, |phrase| text(phrase)))),
            ])),
        ),
        (
            "links",
            map([
                ("website", text(links.website)),
                ("repository", text(links.repository)),
                ("docs", maybe(links.docs)),
                ("sandbox_request", maybe(links.sandbox_request)),
                ("onboarding", maybe(links.onboarding)),
                ("onboarding_other", maybe(links.onboarding_other)),
                ("devstats", maybe(links.devstats)),
                ("adopters", maybe(extras.adopters)),
                ("best_practices", maybe(extras.best_practices)),
                ("chat", maybe(extras.chat)),
            ]),
        ),
        (
            "maturity",
            map([
                ("level", text(maturity.level.slug())),
                ("since", date(maturity.since)),
                ("as_of", date(maturity.as_of)),
                ("source", text(maturity.source)),
            ]),
        ),
        (
            "history",
            project.history.map_or(Tree::Null, |history| {
                map([("first_accepted", date(history.first_accepted)), ("archived", date(history.archived))])
            }),
        ),
        (
            "counts",
            some(map([
                ("stars", project.stars.map_or(Tree::Null, count)),
                ("contributors", project.contributors.map_or(Tree::Null, count)),
                ("authors", project.authors.map_or(Tree::Null, count)),
            ])),
        ),
        ("snapshot", map([("commit", text(project.snapshot)), ("date", date(project.snapshot_date))])),
        ("sources", map(project.sources.iter().map(|(field, source)| (field.slug(), text(source))))),
        ("disputes", some(list(project.disputes, dispute))),
        ("applied", extras.applied.map_or(Tree::Null, date)),
        ("former_repositories", some(list(extras.former_repositories, |address| text(address)))),
        ("activity", project.activity.map_or(Tree::Null, |it| activity(it, extras.release))),
        ("maintainers", extras.maintainers.map_or(Tree::Null, maintainers)),
    ])
}

fn activity(Activity { last_commit, as_of, source }: Activity, release: Option<Release>) -> Tree {
    let release = release.map(|Release { tag, date: day }| map([("tag", text(tag)), ("date", date(day))]));
    map([
        ("last_commit", date(last_commit)),
        ("release", release.unwrap_or(Tree::Null)),
        ("as_of", date(as_of)),
        ("source", text(source)),
    ])
}

fn maintainers(Maintainers { count, companies, independent }: Maintainers) -> Tree {
    let companies =
        list(companies, |company| map([("name", named(company.name)), ("value", Tree::Number(company.value.into()))]));
    let independent = if independent == 0 { Tree::Null } else { Tree::Number(independent.into()) };
    map([
        ("value", Tree::Number(count.value.into())),
        ("companies", some(companies)),
        ("independent", independent),
        ("as_of", date(count.as_of)),
        ("source", text(count.source)),
    ])
}

fn count(Count { value, as_of, source }: Count) -> Tree {
    map([("value", Tree::Number(value.into())), ("as_of", date(as_of)), ("source", text(source))])
}

fn dispute(dispute: &Dispute) -> Tree {
    let values = list(dispute.claims, |claim| map([("source", text(claim.source)), ("value", claimed(claim.value))]));
    map([
        ("field", text(dispute.field.slug())),
        ("values", values),
        ("note", words(dispute.note)),
        ("changed_after", dispute.changed_after.map_or(Tree::Null, date)),
    ])
}

/// A text that may be the same in every language.
fn claimed(value: Text) -> Tree {
    if value.en == value.zh { text(value.en) } else { words(value) }
}

fn date(Date { year, month, day }: Date) -> Tree {
    Tree::Text(match (month, day) {
        (0, _) => format!("{year}"),
        (_, 0) => format!("{year}-{month:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    })
}

fn text(text: &str) -> Tree {
    Tree::Text(text.to_owned())
}

fn words(Text { en, zh }: Text) -> Tree {
    map([("en", text(en)), ("zh", text(zh))])
}

/// A text if it is the same in every language.
fn named(value: Label) -> Tree {
    if value.en == value.zh && [value.zh, ""].contains(&value.zh_hant) { text(value.en) } else { label(value) }
}

fn label(Label { en, zh, zh_hant }: Label) -> Tree {
    let zh_hant = if zh_hant.is_empty() { Tree::Null } else { text(zh_hant) };
    map([("en", text(en)), ("zh", text(zh)), ("zh-Hant", zh_hant)])
}

fn list<T>(items: &[T], print: impl Fn(&T) -> Tree) -> Tree {
    Tree::List(items.iter().map(print).collect())
}

/// A map without absent values.
fn map<'a>(entries: impl IntoIterator<Item = (&'a str, Tree)>) -> Tree {
    let there = entries.into_iter().filter(|(_, value)| *value != Tree::Null);
    Tree::Map(there.map(|(key, value)| (key.to_owned(), value)).collect())
}

/// Null instead of an empty list or map.
fn some(tree: Tree) -> Tree {
    if tree == Tree::List(Vec::new()) || tree == Tree::Map(Vec::new()) { Tree::Null } else { tree }
}

struct Printed<'a>(&'a Tree);

impl Serialize for Printed<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Tree::Null => out.serialize_unit(),
            Tree::Flag(flag) => out.serialize_bool(*flag),
            // A catalog contains whole numbers only.
            Tree::Number(number) => out.serialize_u64(*number as u64),
            Tree::Text(text) => out.serialize_str(text),
            Tree::List(items) => out.collect_seq(items.iter().map(Printed)),
            Tree::Map(entries) => out.collect_map(entries.iter().map(|(key, value)| (key, Printed(value)))),
        }
    }
}
