//! A catalog as Rust literals.

use super::super::model::{
    Catalog, Category, Count, Date, Dispute, History, Links, Maturity, Part, Project, Region, Source, Text,
};

/// Prints `static CATALOG`, to be included where `Catalog` is in scope.
pub(super) fn print(catalog: &Catalog) -> String {
    let Catalog { as_of, projects, categories, parts, regions, sources } = catalog;
    let fields = [
        ("as_of", date(*as_of)),
        ("projects", list(projects, project)),
        ("categories", list(categories, category)),
        ("parts", list(parts, part)),
        ("regions", list(regions, region)),
        ("sources", list(sources, source)),
    ];
    let header = "// Made by build.rs from data/*.toml and data/projects/*.toml; see data/README.md.";
    let catalog = record("Catalog", &fields);
    format!("{header}\n\nstatic CATALOG: Catalog = {{\n    use crate::model::*;\n{catalog}\n}};\n")
}

/// A literal of a record: the compiler finds a field that is forgotten here.
fn record(name: &str, fields: &[(&str, String)]) -> String {
    let fields: String = fields.iter().map(|(name, value)| format!("    {name}: {value},\n")).collect();
    format!("\n{name} {{\n{fields}}}")
}

fn list<T>(items: &[T], print: fn(&T) -> String) -> String {
    let mut out = String::from("&[");
    for item in items {
        out += &print(item);
        out += ", ";
    }
    out + "]"
}

fn option<T>(value: &Option<T>, print: fn(&T) -> String) -> String {
    value.as_ref().map_or("None".into(), |value| format!("Some({})", print(value)))
}

fn string(text: &&'static str) -> String {
    format!("{text:?}")
}

fn text(Text { en, zh }: &Text) -> String {
    format!("Text {{ en: {en:?}, zh: {zh:?} }}")
}

fn date(Date { year, month, day }: Date) -> String {
    format!("Date {{ year: {year}, month: {month}, day: {day} }}")
}

fn category(Category { slug, name, about, hue }: &Category) -> String {
    format!("\nCategory {{ slug: {slug:?}, name: {}, about: {}, hue: {hue} }}", text(name), text(about))
}

fn part(Part { slug, batch, name, title }: &Part) -> String {
    format!("\nPart {{ slug: {slug:?}, batch: {batch:?}, name: {}, title: {} }}", text(name), text(title))
}

fn region(Region { slug, name }: &Region) -> String {
    format!("\nRegion {{ slug: {slug:?}, name: {} }}", text(name))
}

fn source(Source { slug, name, url, as_of }: &Source) -> String {
    let as_of = option(as_of, |day| date(*day));
    format!("\nSource {{ slug: {slug:?}, name: {}, url: {url:?}, as_of: {as_of} }}", text(name))
}

fn count(Count { value, as_of, source }: &Count) -> String {
    format!("Count {{ value: {value}, as_of: {}, source: {source:?} }}", date(*as_of))
}

fn maturity(Maturity { level, since, as_of, source }: Maturity) -> String {
    let (since, as_of) = (date(since), date(as_of));
    format!("Maturity {{ level: Level::{level:?}, since: {since}, as_of: {as_of}, source: {source:?} }}")
}

fn history(History { first_accepted, archived }: &History) -> String {
    format!("History {{ first_accepted: {}, archived: {} }}", date(*first_accepted), date(*archived))
}

fn links(links: &Links) -> String {
    let Links { website, repository, docs, sandbox_request, onboarding, onboarding_other, devstats } = links;
    format!(
        "Links {{ website: {website:?}, repository: {repository:?}, docs: {docs:?}, sandbox_request: {sandbox_request:?}, \
         onboarding: {onboarding:?}, onboarding_other: {onboarding_other:?}, devstats: {devstats:?} }}"
    )
}

fn dispute(Dispute { field, claims, note }: &Dispute) -> String {
    let claims = list(claims, |claim| format!("Claim {{ source: {:?}, value: {} }}", claim.source, text(&claim.value)));
    format!("Dispute {{ field: Field::{field:?}, claims: {claims}, note: {} }}", text(note))
}

fn project(project: &Project) -> String {
    // Taken apart so that a new field cannot be forgotten here.
    let Project { id, name, former_names, part, category, licence, languages, owner, region, .. } = project;
    let Project { first_commit, accepted, tags, summary, features, snapshot, snapshot_date, folded, .. } = project;
    let fields = [
        ("id", string(id)),
        ("name", string(name)),
        ("former_names", list(former_names, string)),
        ("part", string(part)),
        ("category", string(category)),
        ("licence", string(licence)),
        ("languages", list(languages, string)),
        ("owner", option(owner, text)),
        ("region", option(region, |region| format!("{region:?}"))),
        ("first_commit", date(*first_commit)),
        ("accepted", date(*accepted)),
        ("maturity", maturity(project.maturity)),
        ("history", option(&project.history, history)),
        ("tags", list(tags, string)),
        ("summary", text(summary)),
        ("features", list(features, text)),
        ("links", links(&project.links)),
        ("stars", option(&project.stars, count)),
        ("contributors", option(&project.contributors, count)),
        ("authors", option(&project.authors, count)),
        ("snapshot", string(snapshot)),
        ("snapshot_date", date(*snapshot_date)),
        ("sources", list(project.sources, |(field, source)| format!("(Field::{field:?}, {source:?})"))),
        ("disputes", list(project.disputes, dispute)),
        ("folded", string(folded)),
    ];
    record("Project", &fields)
}
