//! The bundled catalog, the published JSON, its schema, and what the reader rejects in external catalogs.

use std::collections::BTreeSet;
use std::fs;

use catalog::model::{Catalog, Dispute, Project};
use catalog::pack;
use proptest::prelude::*;
use sandbox_explorer::data;
use sandbox_explorer::data::mistake::Mistake;
use sandbox_explorer::data::packed::{self, CELL, COLUMN, ITEM, PART, TABLE};
use sandbox_explorer::data::tree::Tree;

use crate::random;
use serde_json::{Value, json};

const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/catalog.json"));
const PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/catalog.txt"));

fn catalog_json() -> Value {
    serde_json::from_str(JSON).unwrap()
}

fn read(json: &Value) -> (Catalog, Vec<String>) {
    let tree: Tree = serde_json::from_value(json.clone()).unwrap();
    let (catalog, mistakes) = data::from_tree(&tree, data::bundled());
    // Without the entry's id; `untrusted` tests whole lines.
    let line = |Mistake { place, reason, .. }: &Mistake| match place.as_str() {
        "" => reason.clone(),
        place => format!("{place}: {reason}"),
    };
    (catalog, mistakes.iter().map(line).collect())
}

fn schema() -> jsonschema::Validator {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/catalog.schema.json");
    let schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    jsonschema::draft202012::meta::validate(&schema).expect("the schema itself is valid");
    jsonschema::draft202012::options().should_validate_formats(true).build(&schema).unwrap()
}

#[test]
fn the_52_projects_are_all_there() {
    let catalog = data::bundled();
    assert_eq!(catalog.projects.len(), 52);
    let n_in = |part: &str| catalog.projects.iter().filter(|project| project.part == part).count();
    assert_eq!(["1", "2", "3", "4"].map(n_in), [13, 12, 14, 13]);
    assert_eq!(catalog.categories.len(), 17);
    for category in catalog.categories {
        assert!(catalog.projects.iter().any(|project| project.category == category.slug), "{} is empty", category.slug);
    }
}

#[test]
fn newest_stand_first_then_by_name() {
    let order: Vec<_> = data::bundled().projects.iter().map(|p| (std::cmp::Reverse(p.accepted), p.name)).collect();
    assert!(order.is_sorted());
}

#[test]
fn the_62_recorded_disagreements_are_kept() {
    let projects = data::bundled().projects;
    let disputes: Vec<&Dispute> = projects.iter().flat_map(|project| project.disputes).collect();
    assert_eq!(disputes.len(), 62);
    assert_eq!(projects.iter().filter(|project| !project.disputes.is_empty()).count(), 35);
}

#[test]
fn what_became_of_the_projects_is_known() {
    let level = |wanted| data::bundled().projects.iter().filter(|p| p.maturity.level == wanted).map(|p| p.id).collect();
    let (incubating, archived): (BTreeSet<_>, BTreeSet<_>) = (level("incubating"), level("archived"));
    assert_eq!(incubating, BTreeSet::from(["hami", "microcks"]));
    assert_eq!(archived, BTreeSet::from(["xline"]));
}

#[test]
fn no_text_is_left_to_be_written() {
    for word in ["TODO", "TBD", "FIXME", "lorem", "null", "undefined"] {
        assert!(!JSON.contains(&format!("\"{word}")) && !JSON.contains(&format!("{word} ")), "{word}");
    }
}

#[test]
fn the_published_json_is_the_bundled_catalog() {
    let (catalog, mistakes) = read(&catalog_json());
    assert_eq!(mistakes, [""; 0]);
    assert_eq!(catalog.terms.map(|terms| terms.title.en), Some("CNCF Sandbox projects"));
    assert_eq!(Catalog { terms: None, ..catalog }, *data::bundled());
}

#[test]
fn packed_text_holds_no_control_characters_but_its_own() {
    let own = |c: char| [TABLE, COLUMN, CELL, ITEM, PART].map(char::from).contains(&c);
    assert_eq!(PACKED.chars().filter(|&c| c.is_control() && !own(c)).collect::<String>(), "");
    // Six tables. A separator inside a text would move everything after it.
    assert_eq!(PACKED.bytes().filter(|&b| b == TABLE).count(), 5);
    assert_eq!(packed::unpack(PACKED).unwrap(), *data::bundled());
}

#[test]
fn what_was_read_and_packed_is_unpacked_as_it_was() {
    let mut json = catalog_json();
    let sources: Vec<Value> = (0..300)
        .map(|n| json!({ "slug": format!("s-{n}"), "name": { "en": format!("Source {n}"), "zh": "来源" } }))
        .collect();
    json["sources"] = json!(sources);
    for project in json["projects"].as_array_mut().unwrap() {
        // Beyond ASCII, beyond the letters in field names, and the last one.
        project["sources"] = json!({ "name": "s-79", "website": "s-130", "docs": "s-299" });
        project["maturity"]["source"] = json!("s-0");
        for key in ["activity", "maintainers"] {
            if project.get(key).is_some() {
                project[key]["source"] = json!("s-2");
            }
        }
        for count in ["stars", "contributors", "authors"] {
            if project["counts"].get(count).is_some() {
                project["counts"][count]["source"] = json!("s-1");
            }
        }
        project.as_object_mut().unwrap().remove("disputes");
    }
    let (catalog, mistakes) = read(&json);
    assert_eq!(mistakes, [""; 0]);
    assert_eq!(catalog.projects[0].sources.len(), 3);
    let catalog = Catalog { terms: None, ..catalog };
    assert_eq!(packed::unpack(pack::print(&catalog).leak()).unwrap(), catalog);
}

#[test]
fn the_first_catalog_and_its_chinese_can_be_apart() {
    let whole = data::bundled();
    let [text, chinese] = pack::brief(whole);
    let (text, chinese): (&'static str, &'static str) = (text.leak(), chinese.leak());
    assert!(!text.contains(|c| matches!(c, '\u{4e00}'..='\u{9fff}')));
    let (chinese, rest) = packed::chinese(chinese).unwrap();
    assert_eq!(rest, "");
    let brief = packed::brief(text, chinese).unwrap();
    assert_eq!(packed::with_features(&brief, data::FEATURES).as_ref(), Some(whole));
    // Without it, English is in its place.
    let english = packed::brief(text, "").unwrap();
    let summaries = |catalog: &Catalog| catalog.projects.iter().map(|it| it.summary.en).collect::<Vec<_>>();
    assert!(english.projects.iter().all(|project| project.summary.zh == project.summary.en));
    assert_eq!(summaries(&english), summaries(whole));
    // Damaged, it gives other texts and no panic.
    for end in (0..chinese.len()).step_by(97).filter_map(|end| chinese.get(..end)) {
        assert_eq!(summaries(&packed::brief(text, end).unwrap()), summaries(whole));
    }
}

#[test]
fn a_cut_packed_text_gives_less_and_no_panic() {
    let n_projects = |text| packed::unpack(text).map_or(0, |catalog| catalog.projects.len());
    for end in (0..PACKED.len()).step_by(997).filter_map(|end| PACKED.get(..end)) {
        assert!(n_projects(end) <= 52);
    }
    assert_eq!(packed::unpack(""), None);
}

#[test]
fn packed_text_of_another_version_or_column_order_is_refused() {
    let cell = char::from(CELL);
    let column = char::from(COLUMN);
    let head = format!("{}{column}{}{column}", packed::VERSION, packed::LAYOUT);
    // A catalog, an author's own after reading, and the texts loaded after the first view.
    let (own, mistakes) = read(&catalog_json());
    assert_eq!(mistakes, [""; 0]);
    let unpacked = |text| packed::unpack(text).is_some();
    let features = |text| packed::with_features(data::brief(), text).is_some();
    let chinese = |text| packed::chinese(text).is_some();
    let texts: [(String, &dyn Fn(&'static str) -> bool); 4] = [
        (PACKED.to_owned(), &unpacked),
        (pack::print(&own), &unpacked),
        (data::FEATURES.to_owned(), &features),
        (data::CHINESE.to_owned(), &chinese),
    ];
    for (text, is_taken) in texts {
        let is_taken = |text: String| is_taken(text.leak());
        // A date or a word follows; in the features nothing does.
        let head = if text.starts_with(&head) { &head } else { head.trim_end_matches(column) };
        let rest = text.strip_prefix(head).expect("version and columns stand first");
        assert!(is_taken(text.clone()));
        for other in [
            format!("0.0.9{column}{}{column}", packed::LAYOUT),
            format!("{}{column}{}{column}", packed::VERSION, packed::LAYOUT ^ 1),
            format!("{}{column}{column}", packed::VERSION),
            // The format before this head was introduced.
            format!("Made by build.rs from data/{column}"),
            format!("{}{cell}{}{column}", packed::VERSION, packed::LAYOUT),
            String::new(),
        ] {
            assert!(!is_taken([&other, rest].concat()), "{other:?}");
        }
    }
}

proptest! {
    // Each case unpacks everything and never frees it.
    #![proptest_config(random::cases(64, 1000))]

    #[test]
    fn a_packed_text_that_is_none_gives_no_panic(text in "([0-9a-z\u{1d}\u{1e}\u{1f}\n]|[0-9]{1,12}|\u{1e}{1,40}|\\PC){0,200}") {
        let _ = packed::unpack(text.leak());
    }

    #[test]
    fn a_packed_text_with_a_hole_gives_no_panic(from in 0..PACKED.len(), n in 0..2000_usize, by in "[0-9\u{1d}\u{1e}\u{1f}\n]{0,4}") {
        if let (Some(before), Some(after)) = (PACKED.get(..from), PACKED.get(from + n..)) {
            let _ = packed::unpack(format!("{before}{by}{after}").leak());
        }
    }
}

#[test]
fn the_published_json_satisfies_its_schema() {
    let errors: Vec<_> = schema().iter_errors(&catalog_json()).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert_eq!(errors, [""; 0]);
}

#[test]
fn the_schema_knows_every_field() {
    let schema = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/catalog.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    assert_eq!(schema["$defs"]["field"]["enum"], json!(catalog::model::Field::ALL.map(|field| field.slug())));
}

/// Sets a value in the published catalog (`null` removes the key); both the schema and the reader must reject it, the
/// reader with this message, and keep all projects but `n_lost`: a bad value costs itself.
#[track_caller]
fn check_both(pointer: &str, value: Value, n_lost: usize, expected: &str) {
    let mut json = catalog_json();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match json.pointer_mut(parent).unwrap() {
        Value::Object(map) if value.is_null() => _ = map.remove(key).expect("there is such a key"),
        Value::Object(map) => _ = map.insert(key.to_owned(), value),
        Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
        _ => panic!("{parent} holds no keys"),
    }
    assert!(!schema().is_valid(&json), "the schema takes it");
    let (catalog, mistakes) = read(&json);
    assert_eq!(mistakes.first().map(String::as_str), Some(expected), "{mistakes:#?}");
    assert_eq!(catalog.projects.len(), 52 - n_lost);
}

#[test]
fn schema_and_reader_refuse_the_same() {
    let unknown = "unknown key; allowed: ";
    check_both(
        "/projects/3/links/website",
        json!("javascript:alert(1)"),
        0,
        "projects[3].links.website: \"javascript:alert(1)\": must begin with https:// or http://",
    );
    check_both(
        "/projects/3/links/website",
        json!("https://a@b.example/"),
        0,
        "projects[3].links.website: \"https://a@b.example/\": needs a plain host, such as https://example.org/",
    );
    check_both(
        "/projects/0/links/docs",
        json!("https://a.example/\\b"),
        0,
        "projects[0].links.docs: \"https://a.example/\\b\": contains a space or another character that must be percent-encoded",
    );
    check_both(
        "/projects/0/id",
        json!("No Spaces"),
        0,
        "projects[0].id: \"No Spaces\": only a–z and 0–9, with - between them",
    );
    check_both(
        "/projects/0/name",
        json!(""),
        1,
        "projects[0].name: is empty; leave the key out if there is nothing to say",
    );
    check_both("/projects/0/name", Value::Null, 1, "projects[0].name: missing");
    check_both(
        "/projects/0/name",
        json!("Alpha\u{202e}"),
        1,
        "projects[0].name: contains a character that changes text direction",
    );
    check_both(
        "/projects/0/name",
        json!("a".repeat(201)),
        1,
        "projects[0].name: is 201 characters long; at most 200 are allowed",
    );
    let tags: Vec<String> = (0..101).map(|n| format!("tag-{n}")).collect();
    check_both("/projects/0/tags", json!(tags), 0, "projects[0].tags: has 101 items; only the first 100 are read");
    check_both(
        "/projects/0/accepted",
        json!("2023-02-29"),
        0,
        "projects[0].accepted: \"2023-02-29\": no such day in the calendar",
    );
    check_both(
        "/projects/0/accepted",
        json!("yesterday"),
        0,
        "projects[0].accepted: \"yesterday\": must be a date such as 2024-09-26, 2024-09 or 2024",
    );
    check_both(
        "/projects/0/counts/authors/value",
        json!(-1),
        0,
        "projects[0].counts.authors.value: must be a whole number, 0 or more",
    );
    check_both(
        "/projects/0/counts/authors/value",
        json!(1.5),
        0,
        "projects[0].counts.authors.value: must be a whole number, 0 or more",
    );
    check_both("/projects/0/tags", json!(["a", "a"]), 0, "projects[0].tags[1]: \"a\" occurs twice");
    check_both("/projects/0/tags", json!("a"), 0, "projects[0].tags: must be a list, not a text");
    check_both(
        "/projects/0/sources/colour",
        json!("landscape"),
        0,
        &format!("projects[0].sources.colour: {unknown}{}", catalog::model::Field::ALL.map(|f| f.slug()).join(", ")),
    );
    check_both("/projects/5", json!("a text"), 1, "projects[5]: must be a table of keys, not a text");
    check_both("/projects", json!({}), 52, "projects: must be a list, not a table of keys");
    check_both("/projects", Value::Null, 52, "projects: missing");
    check_both("/regions/0/name/en", json!(true), 0, "regions[0].name.en: must be a text, not true or false");
    check_both("/as_of", json!("soon"), 0, "as_of: \"soon\": must be a date such as 2024-09-26, 2024-09 or 2024");
    check_both(
        "/version",
        json!(1),
        0,
        &format!(
            "version: {unknown}$schema, as_of, title, about, item, accepted, lang, tabs, facets, fields, categories, parts, regions, sources, projects"
        ),
    );
}

#[test]
fn names_of_prototypes_are_unknown_keys_like_others() {
    for key in ["__proto__", "constructor", "toString"] {
        let mut json = catalog_json();
        json["projects"][0][key] = json!({ "name": "x" });
        let (catalog, mistakes) = read(&json);
        assert!(mistakes[0].starts_with(&format!("projects[0].{key}: unknown key")), "{mistakes:?}");
        assert_eq!(catalog.projects.len(), 52);
    }
}

#[test]
fn the_id_of_the_second_of_two_is_refused() {
    let mut json = catalog_json();
    json["projects"][7]["id"] = json["projects"][2]["id"].clone();
    let (catalog, mistakes) = read(&json);
    let id = data::bundled().projects[2].id;
    assert_eq!(mistakes, [format!("projects[7].id: \"{id}\" occurs twice")]);
    assert_eq!(catalog.projects.len(), 52);
    // The second one has one that is made from its name.
    assert_eq!(catalog.projects[7].id, catalog::slug::of(catalog.projects[7].name, "p"));
}

/// Projects without their similar projects.
fn alone(projects: &[Project]) -> Vec<Project> {
    projects.iter().map(|project| Project { similar: &[], ..*project }).collect()
}

#[test]
fn one_bad_project_does_not_cost_the_others() {
    let mut json = catalog_json();
    json["projects"][0]["category"] = json!("toys");
    json["projects"][1]["accepted"] = json!("2001-01-01");
    json["projects"][1].as_object_mut().unwrap().remove("applied");
    json["projects"][1]["name"] = json!(7);
    json["projects"][2]["disputes"] = json!([{ "field": "name", "values": [], "note": { "en": "a", "zh": "b" } }]);
    let (catalog, mistakes) = read(&json);
    let places: Vec<&str> = mistakes.iter().filter_map(|mistake| mistake.split(": ").next()).collect();
    let expected =
        ["projects[0].category", "projects[1].name", "projects[1].accepted", "projects[2].disputes[0].values"];
    assert_eq!(places, expected, "{mistakes:#?}");
    // Only the one without a name.
    let ids = |projects: &[Project]| projects.iter().map(|project| project.id).collect::<Vec<_>>();
    let bundled = data::bundled().projects;
    assert_eq!(ids(catalog.projects), ids(&[&bundled[..1], &bundled[2..]].concat()));
    assert_eq!(alone(&catalog.projects[2..]), alone(&bundled[3..]));
    assert_eq!((catalog.projects[0].category, catalog.projects[1].disputes.len()), ("other", 0));
}

#[test]
fn absent_tables_are_the_bundled_ones() {
    let json = json!({ "projects": [catalog_json()["projects"][4]] });
    let (catalog, mistakes) = read(&json);
    assert_eq!(mistakes, [""; 0]);
    assert_eq!(alone(catalog.projects), alone(&data::bundled().projects[4..5]));
    assert_eq!((catalog.categories, catalog.as_of), (data::bundled().categories, data::bundled().as_of));
}

#[test]
fn null_is_absent_and_the_order_does_not_matter() {
    let mut json = catalog_json();
    json["projects"].as_array_mut().unwrap().reverse();
    json["projects"][0]["history"] = Value::Null;
    json["projects"][0]["former_names"] = json!([]);
    let (catalog, mistakes) = read(&json);
    assert_eq!(mistakes, [""; 0]);
    let ids = |catalog: &Catalog| catalog.projects.iter().map(|project| project.id).collect::<Vec<_>>();
    assert_eq!(ids(&catalog), ids(data::bundled()));
}

#[test]
fn what_is_no_catalog_at_all_is_refused() {
    assert_eq!(read(&json!([])).1, ["must be a table of keys, not a list"]);
}

#[test]
fn links_lead_where_they_say() {
    // Every link of every project, as the views print it.
    for project in data::bundled().projects {
        let links = project.links;
        let more = [links.docs, links.sandbox_request, links.onboarding, links.onboarding_other, links.devstats];
        for link in [Some(links.website), Some(links.repository)].into_iter().chain(more).flatten() {
            assert_eq!(data::check::address(link), Ok(()), "{link}");
        }
    }
}
