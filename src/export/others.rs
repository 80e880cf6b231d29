//! Exports of a catalog of somebody else: with the columns in which it has something, its fields and its links, and as JSON that can be
//! read again (`src`).

use super::{COLUMNS, Column, Value, quoted, string, table};
use crate::citation::{address, linked, plain};
use crate::facet::field;
use crate::i18n::Lang;
use crate::model::{Catalog, Date, Label, Project, Text};
use crate::text::{concat, decimal, join};

/// The most links under other names that become columns.
const MOST_LINKS: usize = 16;

/// The built-in columns in which one of the projects has something.
fn columns(catalog: &Catalog, projects: &[&'static Project], lang: Lang) -> Vec<Column> {
    let has =
        |column: &Column| projects.iter().any(|project| !matches!((column.1)(catalog, project, lang), Value::Unknown));
    COLUMNS.into_iter().filter(has).collect()
}

/// The fields in which one of the projects has something: slug and name.
fn fields(catalog: &Catalog, projects: &[&'static Project], lang: Lang) -> Vec<(&'static str, &'static str)> {
    let has = |slug| projects.iter().any(|project| !field(project, slug).is_empty());
    let columns = catalog.columns.iter().filter(|column| has(column.slug));
    columns.map(|column| (column.slug, lang.label(column.name))).collect()
}

/// The names of links that are not keys of ours.
fn links(projects: &[&'static Project]) -> Vec<&'static str> {
    let mut names = Vec::new();
    for other in projects.iter().flat_map(|project| project.links.others) {
        if names.len() < MOST_LINKS && !names.contains(&other.name) {
            names.push(other.name);
        }
    }
    names
}

fn link(project: &Project, name: &str) -> &'static str {
    project.links.others.iter().find(|other| other.name == name).map_or("", |other| other.url)
}

/// CSV: of the built-in columns those in which there is something, then fields and links.
pub(super) fn csv(catalog: &Catalog, projects: &[&'static Project], lang: Lang) -> String {
    let (fields, links) = (fields(catalog, projects, lang), links(projects));
    let names: Vec<&str> = fields.iter().map(|field| field.1).chain(links.iter().copied()).collect();
    table(catalog, projects, lang, &columns(catalog, projects, lang), &names, |csv, project| {
        fields.iter().for_each(|(slug, _)| cell(csv, &join(field(project, slug), ", ")));
        links.iter().for_each(|name| cell(csv, link(project, name)));
    })
}

fn cell(csv: &mut String, text: &str) {
    csv.push(',');
    if !text.is_empty() {
        quoted(csv, text);
    }
}

/// A table in Markdown: of the columns, those in which there is something.
pub(super) fn markdown_table(catalog: &Catalog, projects: &[&'static Project], lang: Lang) -> String {
    let (words, late) = (lang.words(catalog), lang.late());
    let list = |items: &[&str]| plain(&join(items, words.list_separator));
    let mut columns: Vec<(&str, Vec<String>)> = Vec::new();
    let mut column = |name: &'static str, cell: &dyn Fn(&Project) -> String| {
        let cells: Vec<String> = projects.iter().map(|project| cell(project)).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            columns.push((name, cells));
        }
    };
    column(late.name, &|project| linked(project, ["(<", ">)"]));
    column(words.category, &|project| list(&lang.categories(catalog, project)));
    column(words.maturity, &|project| plain(words.level(project.maturity.level)));
    column(words.language, &|project| list(project.languages));
    column(words.entered, &|project| words.date(project.accepted));
    for (slug, name) in fields(catalog, projects, lang) {
        column(name, &|project| list(field(project, slug)));
    }
    column(late.links, &|project| {
        let links =
            project.links.others.iter().map(|it| concat(&["[", &plain(it.name), "](<", &address(it.url), ">)"]));
        join(&links.collect::<Vec<_>>().iter().map(String::as_str).collect::<Vec<_>>(), words.list_separator)
    });
    column(late.description, &|project| plain(lang.of(project.summary)));
    let row = |cells: &[&str]| concat(&["| ", &join(cells, " | "), " |\n"]);
    let heads: Vec<String> = columns.iter().map(|(name, _)| plain(name)).collect();
    let mut table = row(&heads.iter().map(String::as_str).collect::<Vec<_>>());
    table.push_str(&row(&vec!["---"; columns.len()]));
    for n in 0..projects.len() {
        table.push_str(&row(&columns.iter().map(|(_, cells)| cells[n].as_str()).collect::<Vec<_>>()));
    }
    table
}

/// JSON that is written key by key; what is blank is left out.
struct Json {
    text: String,
    /// Whether the next key or item is the first one.
    is_first: bool,
}

impl Json {
    fn comma(&mut self) {
        self.text.push_str(if self.is_first { "" } else { ", " });
        self.is_first = false;
    }

    fn key(&mut self, key: &str) {
        self.comma();
        string(&mut self.text, key);
        self.text.push_str(": ");
    }

    fn text(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.key(key);
            string(&mut self.text, text);
        }
    }

    fn number(&mut self, key: &str, number: u32) {
        if number > 0 {
            self.key(key);
            self.text.push_str(&decimal(number));
        }
    }

    fn date(&mut self, key: &str, date: Date) {
        self.text(key, &if date.year > 0 { date.iso() } else { String::new() });
    }

    /// Something in brackets, if `inside` writes anything.
    fn group(&mut self, key: &str, [open, close]: [&str; 2], inside: impl FnOnce(&mut Json)) {
        let (length, was_first) = (self.text.len(), self.is_first);
        if key.is_empty() {
            self.comma()
        } else {
            self.key(key)
        }
        self.text.push_str(open);
        self.is_first = true;
        inside(self);
        if self.is_first {
            self.text.truncate(length);
            self.is_first = was_first;
        } else {
            self.text.push_str(close);
            self.is_first = false;
        }
    }

    fn map(&mut self, key: &str, inside: impl FnOnce(&mut Json)) {
        self.group(key, ["{ ", " }"], inside);
    }

    fn list(&mut self, key: &str, items: &[&str]) {
        self.group(key, ["[", "]"], |json| {
            for item in items {
                json.comma();
                string(&mut json.text, item);
            }
        });
    }

    fn label(&mut self, key: &str, Label { en, zh, zh_hant }: Label) {
        if en == zh && zh_hant.is_empty() {
            self.text(key, en);
        } else {
            self.map(key, |json| {
                [("en", en), ("zh", zh), ("zh-Hant", zh_hant)].iter().for_each(|it| json.text(it.0, it.1))
            });
        }
    }

    fn words(&mut self, key: &str, Text { en, zh }: Text) {
        self.label(key, Label { en, zh, zh_hant: "" });
    }

    /// The rows of a table that the projects name.
    fn rows<T>(&mut self, key: &str, rows: &[T], row: impl Fn(&mut Json, &T)) {
        self.group(key, ["[\n    ", "\n  ]"], |json| rows.iter().for_each(|it| json.map("", |json| row(json, it))));
    }
}

/// The projects as JSON that `src` reads.
pub(super) fn json(catalog: &Catalog, projects: &[&'static Project]) -> String {
    let terms = catalog.terms.copied().unwrap_or_default();
    let named = |is: &dyn Fn(&Project) -> bool| projects.iter().any(|project| is(project));
    let mut json = Json { text: String::from("{\n  "), is_first: true };
    json.label("title", terms.title);
    json.words("about", terms.about);
    json.map("item", |json| {
        json.label("one", terms.one);
        json.label("many", terms.many);
    });
    json.label("accepted", terms.accepted);
    json.date("as_of", catalog.as_of);
    json.text("tabs", terms.tabs);
    json.list("facets", terms.facets);
    json.rows("fields", catalog.columns, |json, column| {
        json.text("slug", column.slug);
        json.label("name", column.name);
    });
    let is_used = |slug| named(&|project| project.all_categories().contains(&slug));
    let categories: Vec<_> = catalog.categories.iter().filter(|category| is_used(category.slug)).collect();
    json.rows("categories", &categories, |json, category| {
        json.text("slug", category.slug);
        json.label("name", category.name);
        json.label("parent", category.parent);
        json.number("hue", category.hue.into());
    });
    let parts: Vec<_> = catalog.parts.iter().filter(|part| named(&|project| project.part == part.slug)).collect();
    json.rows("parts", &parts, |json, part| {
        json.text("slug", part.slug);
        json.label("name", part.name);
    });
    let is_used = |slug| named(&|project| project.region == Some(slug));
    let regions: Vec<_> = catalog.regions.iter().filter(|region| is_used(region.slug)).collect();
    json.rows("regions", &regions, |json, region| {
        json.text("slug", region.slug);
        json.label("name", region.name);
    });
    json.rows("projects", projects, |json, project| one(json, project));
    json.text.push_str("\n}\n");
    json.text
}

fn one(json: &mut Json, project: &Project) {
    let links = &project.links;
    json.text("id", project.id);
    json.text("name", project.name);
    json.list("former_names", project.former_names);
    match project.categories {
        [] => json.text("category", project.category),
        several => json.list("categories", several),
    }
    json.text("part", project.part);
    json.words("summary", project.summary);
    json.text("lang", project.lang);
    json.list("languages", project.languages);
    json.text("licence", project.licence);
    json.label("owner", project.owner.unwrap_or_default());
    json.text("region", project.region.unwrap_or_default());
    json.date("first_commit", project.first_commit);
    json.date("accepted", project.accepted);
    json.map("maturity", |json| {
        json.text("level", project.maturity.level);
        json.date("since", project.maturity.since);
    });
    json.map("counts", |json| {
        if let Some(stars) = project.counts.stars {
            json.map("stars", |json| {
                json.number("value", stars.value);
                json.date("as_of", stars.as_of);
            });
        }
    });
    json.list("tags", project.tags);
    json.group("features", ["[", "]"], |json| {
        for &feature in project.features {
            json.map("", |json| {
                json.text("en", feature.en);
                json.text("zh", feature.zh);
            });
        }
    });
    json.map("links", |json| {
        let named = [
            ("website", Some(links.website)),
            ("repository", Some(links.repository)),
            ("docs", links.docs),
            ("chat", links.chat),
            ("adopters", links.adopters),
            ("best_practices", links.best_practices),
            ("sandbox_request", links.sandbox_request),
            ("onboarding", links.onboarding),
            ("devstats", links.devstats),
        ];
        named.iter().for_each(|(key, href)| json.text(key, href.unwrap_or_default()));
        links.others.iter().for_each(|other| json.text(other.name, other.url));
    });
    json.text("logo", project.logo);
    json.map("fields", |json| {
        for extra in project.fields {
            match extra.values {
                [one] => json.text(extra.field, one),
                several => json.list(extra.field, several),
            }
        }
    });
}
