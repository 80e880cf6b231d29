//! The JSON Schema of a catalog, printed from the declarations of the records.

use serde_json::from_str;

use super::{Tree, json};
use crate::keys::{FIELDS, Keys, Kind, Times};
use crate::kind::{FieldKind, SOURCE_KEYS};
use crate::limits;
use crate::model::{Category, Column, Date, Part, Project, Region, Source};
use crate::record::{About, Row};

/// Kinds of texts: what they are, how many characters they have at most, and what else is demanded of them.
pub(super) const TEXTS: [(&str, &str, usize, &str); 5] = [
    (
        "line",
        "A text on one line that says something. It is only ever shown as text. No control characters, bidirectional overrides or invisible characters.",
        limits::LINE,
        r#"{ "type": "string", "pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f\\u180e\\u200b\\u2028-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff\\ufffd]*[^\\u0000-\\u001f\\u007f-\\u009f\\u180e\\u200b\\u2028-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff\\ufffd\\s][^\\u0000-\\u001f\\u007f-\\u009f\\u180e\\u200b\\u2028-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff\\ufffd]*$" }"#,
    ),
    ("name", "A short text.", limits::NAME, r##"{ "allOf": [{ "$ref": "#/$defs/line" }] }"##),
    (
        "value",
        "A short text that can be ticked, and therefore occurs in links, where commas separate values.",
        limits::VALUE,
        r##"{ "allOf": [{ "$ref": "#/$defs/line" }], "pattern": "^[^,]*$" }"##,
    ),
    (
        "slug",
        "A name for query strings: lower-case letters and digits, with hyphens between them. Never renamed.",
        limits::VALUE,
        r#"{ "type": "string", "pattern": "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$" }"#,
    ),
    (
        "address",
        "An http or https address with a plain host; characters outside ASCII are percent-encoded.",
        limits::ADDRESS,
        r#"{ "type": "string", "format": "uri", "pattern": "^https?://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?([/?#][!#-;=?-\\[\\]-~]*)?$" }"#,
    ),
];

/// A date.
const DATE: &str = r#"{
    "type": "string",
    "pattern": "^(20[0-9]{2}|2100)(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
    "if": { "pattern": "^.{10}$" },
    "then": { "format": "date" }
}"#;

/// What a date is.
pub(super) const DATE_IS: &str =
    "A day (2024-09-26), or a month or year if no more is known (2024-09, 2024), from 2000 to 2100.";

/// Records without a declaration, by their keys.
pub(super) const RECORDS: [(&str, &str, Keys); 1] = [("sources", "The slug of a source for each field.", SOURCE_KEYS)];

/// Texts in several languages: what they are, and how many characters they have at most.
pub(super) const LANGUAGES: [(&str, &str, usize); 2] = [
    (
        "text",
        "A text that may have several lines, or one for each language by its BCP 47 tag: en, zh, zh-Hant …",
        limits::TEXT,
    ),
    ("label", "A short text, or one for each language by its BCP 47 tag.", limits::LINE),
];

/// Values of fields.
const FIELDS_OF_PROJECT: &str = r#"{
    "type": "object",
    "additionalProperties": {
        "anyOf": [
            { "type": ["string", "number", "boolean"] },
            { "type": "array", "maxItems": 100, "items": { "type": ["string", "number", "boolean"] } }
        ]
    }
}"#;

/// The schema of a catalog.
pub(super) fn print() -> String {
    let n = |limit: usize| Tree::Number(limit as f64);
    let table = |key, about: &str, record: Option<&About>, most| {
        let items = record.map_or(Tree::Null, |record| object(about_first(record.about), record));
        let list = [("description", text(about)), ("type", text("array")), ("maxItems", n(most)), ("items", items)];
        (key, Tree::map(list))
    };
    let properties = [
        ("$schema", described(from("{ \"type\": \"string\" }"), "Address of this schema, for editors.")),
        (
            "as_of",
            described(
                value(Date::KIND),
                "The day on which the facts were collected; life lines end here. Absent: that of the bundled catalog.",
            ),
        ),
        ("title", described(reference("label"), "Its title.")),
        ("about", described(reference("text"), "One or two sentences about it.")),
        (
            "item",
            closed(
                "What its items are called. Absent: entries.",
                [("one", "One of them."), ("many", "Several of them.")]
                    .map(|(key, about)| (key, described(reference("label"), about), Times::Need))
                    .into_iter(),
            ),
        ),
        ("accepted", described(reference("label"), "What accepted means there. Absent: accepted.")),
        (
            "lang",
            described(
                reference("value"),
                "BCP 47 tag of texts that do not say their language, if it is not English or Chinese.",
            ),
        ),
        (
            "tabs",
            described(
                reference("value"),
                "The facet of the tabs: the key of one, or the slug of a field. Absent: chosen.",
            ),
        ),
        (
            "facets",
            Tree::map([
                ("description", text("The facets in order: keys of them, or slugs of fields. Absent: chosen.")),
                ("type", text("array")),
                ("items", reference("value")),
            ]),
        ),
        table(
            Column::KEY,
            "Fields of the projects that are no keys of theirs. One that only a project names has its key as its name.",
            Column::ABOUT,
            limits::ROWS,
        ),
        table(
            Category::KEY,
            "Categories in the order of the tabs. Absent: those of the bundled catalog.",
            Category::ABOUT,
            limits::ROWS,
        ),
        table(
            Part::KEY,
            "Parts of the article series, in order. Absent: those of the bundled catalog.",
            Part::ABOUT,
            limits::ROWS,
        ),
        table(
            Region::KEY,
            "Regions that owners come from, in display order. Absent: those of the bundled catalog.",
            Region::ABOUT,
            limits::ROWS,
        ),
        table(Source::KEY, "Sources of the facts. Absent: those of the bundled catalog.", Source::ABOUT, limits::ROWS),
        (
            "projects",
            Tree::map([
                ("description", text("The projects, in any order.")),
                ("type", text("array")),
                ("maxItems", n(limits::PROJECTS)),
                ("items", reference("project")),
            ]),
        ),
    ];
    let texts = TEXTS.map(|(name, about, most, rest)| {
        (name, Tree::map([("description", text(about)), ("maxLength", n(most))].into_iter().chain(entries(from(rest)))))
    });
    let records = RECORDS.map(|(name, about, keys)| {
        let fields = keys.iter().map(|key| (key.name, value(key.kind), key.times));
        (name, closed(about, fields))
    });
    let languages = LANGUAGES.map(|(name, about, most)| {
        let one = Tree::map([("type", text("string")), ("minLength", n(1)), ("maxLength", n(most))]);
        let all = [("type", text("object")), ("minProperties", n(1)), ("additionalProperties", one.clone())];
        (name, Tree::map([("description", text(about)), ("anyOf", Tree::List(vec![one, Tree::map(all)]))]))
    });
    let field = [
        ("description", text("A field that a source or a dispute can be about.")),
        ("enum", Tree::List(FIELDS.map(text).to_vec())),
    ];
    let date = ("date", described(from(DATE), DATE_IS));
    let project = Project::ABOUT.map(|about| ("project", object(about_first(about.about), about)));
    let defs = texts
        .into_iter()
        .chain([date])
        .chain(languages)
        .chain(records)
        .chain([("field", Tree::map(field))])
        .chain(project);
    let root = [
        ("$schema", text("https://json-schema.org/draft/2020-12/schema")),
        ("$comment", text(&["Made by `", super::COMMAND, "`"].concat())),
        ("title", text("Catalog of Sandbox Explorer")),
        ("description", text(ABOUT)),
        ("type", text("object")),
        ("additionalProperties", Tree::Flag(false)),
        ("required", Tree::List(vec![text("projects")])),
        ("properties", Tree::map(properties)),
        ("$defs", Tree::map(defs)),
    ];
    json::print(&Tree::map(root))
}

const ABOUT: &str = "What catalog.json contains and the src attribute reads. Beyond this schema, part, category, region and every source must name a row of its table, dates must follow each other (first_commit, accepted, maturity.since, maturity.as_of; applied, accepted; activity.last_commit, activity.as_of), and there may be 1,000 different languages, licences and tags each.";

/// The first paragraph of a description, on one line.
pub(super) fn about_first(about: &str) -> String {
    let lines = about.lines().map(str::trim).take_while(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

/// A declared record.
fn object(about: String, record: &About) -> Tree {
    let fields = record.fields.iter().map(|field| {
        let about = about_first(field.about);
        let is_list = !matches!(field.times, Times::May | Times::Need);
        let one = match field.record {
            Some(record) if is_list => object(about_first(record.about), record),
            Some(record) => object(about.clone(), record),
            None => value(field.kind),
        };
        let tree = match (is_list, field.record) {
            _ if matches!(field.kind, Kind::Fields) => described(value(field.kind), &about),
            (false, Some(_)) => one,
            (false, None) => described(one, &about),
            (true, _) => {
                let is_text = matches!(field.kind, Kind::Line | Kind::Name | Kind::Value | Kind::Address);
                let unique = if is_text { Tree::Flag(true) } else { Tree::Null };
                let least = if field.times == Times::NeedSome { Tree::Number(1.0) } else { Tree::Null };
                Tree::map([
                    ("description", text(&about)),
                    ("type", text("array")),
                    ("minItems", least),
                    ("maxItems", Tree::Number(limits::ITEMS as f64)),
                    ("uniqueItems", unique),
                    ("items", one),
                ])
            }
        };
        (field.name, tree, field.times)
    });
    closed(&about, fields)
}

/// An object that has these keys and no others.
fn closed<'n>(about: &str, fields: impl Iterator<Item = (&'n str, Tree, Times)> + Clone) -> Tree {
    let is_required = |times| !matches!(times, Times::May | Times::MayList);
    let required = fields.clone().filter(|field| is_required(field.2)).map(|field| text(field.0));
    let required: Vec<Tree> = required.collect();
    // The keys that have no name of their own.
    let others = fields.clone().find(|(name, ..)| *name == OTHERS);
    let rest = others.map_or(Tree::Flag(false), |_| reference("address"));
    let fields = fields.filter(|(name, ..)| *name != OTHERS);
    Tree::map([
        ("description", text(about)),
        ("type", text("object")),
        ("additionalProperties", rest),
        ("required", if required.is_empty() { Tree::Null } else { Tree::List(required) }),
        ("properties", Tree::map(fields.map(|(name, tree, _)| (name, tree)))),
    ])
}

/// The field of `links` that has all addresses under other keys.
const OTHERS: &str = "others";

/// A value of this kind.
fn value(kind: Kind) -> Tree {
    let number = |least: u32, most: u32| {
        let [least, most] = [least, most].map(|n| Tree::Number(n.into()));
        Tree::map([("type", text("integer")), ("minimum", least), ("maximum", most)])
    };
    match kind {
        Kind::Line => reference("line"),
        Kind::Name => reference("name"),
        Kind::Value => reference("value"),
        Kind::Text => reference("text"),
        Kind::Label => reference("label"),
        Kind::Fields => from(FIELDS_OF_PROJECT),
        // A word that is in no table becomes a row.
        Kind::Category | Kind::Region => reference("value"),
        Kind::Slug | Kind::Part | Kind::Source | Kind::Column => reference("slug"),
        Kind::Date => reference("date"),
        Kind::Address => reference("address"),
        Kind::Number => number(0, u32::MAX),
        Kind::Positive => number(1, u32::MAX),
        Kind::Degrees => number(0, 359),
        Kind::Field => reference("field"),
        Kind::Others => reference("address"),
        Kind::Record(keys) => record(keys).map_or(Tree::Null, reference),
    }
}

/// The name of a record without a declaration.
pub(super) fn record(keys: Keys) -> Option<&'static str> {
    let names = |keys: Keys| keys.iter().map(|key| key.name);
    RECORDS.iter().find(|known| names(known.2).eq(names(keys))).map(|known| known.0)
}

fn described(tree: Tree, about: &str) -> Tree {
    Tree::map([("description", text(about))].into_iter().chain(entries(tree)))
}

fn reference(name: &str) -> Tree {
    Tree::map([("$ref", text(&["#/$defs/", name].concat()))])
}

fn text(text: &str) -> Tree {
    Tree::String(text.to_owned().into())
}

fn from(json: &str) -> Tree {
    from_str(json).expect("JSON of this file")
}

/// The entries of a map. Leaked: this runs once, for the build.
fn entries(tree: Tree) -> Vec<(&'static str, Tree)> {
    let Tree::Map(entries) = tree else { return Vec::new() };
    entries.into_iter().map(|(key, tree)| (&*key.into_owned().leak(), tree)).collect()
}
