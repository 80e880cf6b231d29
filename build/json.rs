//! A catalog as JSON, in the form that `src` takes and `data/catalog.schema.json` describes.

use serde::ser::{Serialize, Serializer};

use super::super::model::{Catalog, Count, Date, Dispute, Project, Text};
use super::Tree;

/// Prints a catalog, keys always in the same order, absent values left out.
pub(super) fn print(catalog: &Catalog) -> String {
    let tree = map([
        ("as_of", date(catalog.as_of)),
        (
            "categories",
            list(catalog.categories, |c| {
                let hue = Tree::Number(c.hue.into());
                map([("slug", text(c.slug)), ("name", words(c.name)), ("about", words(c.about)), ("hue", hue)])
            }),
        ),
        (
            "parts",
            list(catalog.parts, |p| {
                map([
                    ("slug", text(p.slug)),
                    ("batch", text(p.batch)),
                    ("name", words(p.name)),
                    ("title", words(p.title)),
                ])
            }),
        ),
        ("regions", list(catalog.regions, |r| map([("slug", text(r.slug)), ("name", words(r.name))]))),
        (
            "sources",
            list(catalog.sources, |s| {
                let (url, as_of) = (s.url.map_or(Tree::Null, text), s.as_of.map_or(Tree::Null, date));
                map([("slug", text(s.slug)), ("name", words(s.name)), ("url", url), ("as_of", as_of)])
            }),
        ),
        ("projects", list(catalog.projects, project)),
    ]);
    serde_json::to_string_pretty(&Printed(&tree)).expect("plain data can be printed") + "\n"
}

fn project(project: &Project) -> Tree {
    let maybe = |value: Option<&'static str>| value.map_or(Tree::Null, text);
    let (links, maturity) = (&project.links, &project.maturity);
    map([
        ("id", text(project.id)),
        ("name", text(project.name)),
        ("former_names", some(list(project.former_names, |name| text(name)))),
        ("part", text(project.part)),
        ("category", text(project.category)),
        ("licence", text(project.licence)),
        ("languages", list(project.languages, |language| text(language))),
        ("owner", project.owner.map_or(Tree::Null, words)),
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
    ])
}

fn count(Count { value, as_of, source }: Count) -> Tree {
    map([("value", Tree::Number(value.into())), ("as_of", date(as_of)), ("source", text(source))])
}

fn dispute(dispute: &Dispute) -> Tree {
    let values = list(dispute.claims, |claim| {
        let Text { en, zh } = claim.value;
        let value = if en == zh { text(en) } else { words(claim.value) };
        map([("source", text(claim.source)), ("value", value)])
    });
    map([
        ("field", text(dispute.field.slug())),
        ("values", values),
        ("note", words(dispute.note)),
        ("changed_after", dispute.changed_after.map_or(Tree::Null, date)),
    ])
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

fn list<T>(items: &[T], print: impl Fn(&T) -> Tree) -> Tree {
    Tree::List(items.iter().map(print).collect())
}

/// A map without what is absent.
fn map<'a>(entries: impl IntoIterator<Item = (&'a str, Tree)>) -> Tree {
    let there = entries.into_iter().filter(|(_, value)| *value != Tree::Null);
    Tree::Map(there.map(|(key, value)| (key.to_owned(), value)).collect())
}

/// Nothing instead of an empty list or map.
fn some(tree: Tree) -> Tree {
    if tree == Tree::List(Vec::new()) || tree == Tree::Map(Vec::new()) { Tree::Null } else { tree }
}

struct Printed<'a>(&'a Tree);

impl Serialize for Printed<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Tree::Null => out.serialize_unit(),
            Tree::Flag(flag) => out.serialize_bool(*flag),
            // Only whole numbers are in a catalog.
            Tree::Number(number) => out.serialize_u64(*number as u64),
            Tree::Text(text) => out.serialize_str(text),
            Tree::List(items) => out.collect_seq(items.iter().map(Printed)),
            Tree::Map(entries) => out.collect_map(entries.iter().map(|(key, value)| (key, Printed(value)))),
        }
    }
}
