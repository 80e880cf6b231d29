//! Untrusted input: catalogs (`src`), attributes, fragments. None of it causes a panic; each error message is a short line that
//! names entry, key and reason; the valid part of a catalog is kept.

mod corpus;
mod example;
mod fuzz;
mod json;
mod limits;

use catalog::model::{Catalog, Project, Text};
use catalog::{pack, packed};
use sandbox_explorer::data;
use sandbox_explorer::data::tree::Tree;
use sandbox_explorer::facet::Index;
use sandbox_explorer::fallback;
use sandbox_explorer::i18n::Lang;
use serde_json::Value;

use corpus::{CORPUS, FINE, IDS, Row};

/// No error message is longer, whatever was rejected: place, entry, value and the allowed values are all truncated.
const LONGEST: usize = 900;

/// Reads JSON as the element does.
fn parse(json: &str) -> Result<Tree, String> {
    catalog::json::read(json.as_bytes().to_vec())
}

fn read(json: &str) -> (Catalog, Vec<String>) {
    let (catalog, mistakes) = data::from_tree(&parse(json).unwrap(), data::brief());
    (catalog, mistakes.iter().map(ToString::to_string).collect())
}

fn ids(catalog: &Catalog) -> Vec<&'static str> {
    catalog.projects.iter().map(|project| project.id).collect()
}

/// What is wrong with the response to a row, if anything.
fn fault(row: &Row) -> Option<String> {
    let Ok(tree) = parse(&row.catalog()) else {
        return (!row.place.is_empty() || row.at != "/").then(|| "is no JSON".to_owned());
    };
    let (catalog, mistakes) = data::from_tree(&tree, data::brief());
    let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    if row.reason.is_empty() {
        return (!lines.is_empty() || catalog.projects.len() != IDS.len()).then(|| format!("refused: {lines:#?}"));
    }
    let begins = row.begins();
    if !lines.iter().any(|line| line.starts_with(&begins) && line[begins.len()..].contains(row.reason)) {
        return Some(format!("expected “{begins}… {} …” in {lines:#?}", row.reason));
    }
    if let Some(long) = lines.iter().find(|line| line.len() > LONGEST) {
        return Some(format!("a line of {} bytes: {long:.200}…", long.len()));
    }
    if let Some(line) = lines.iter().find(|line| line.chars().any(|c| data::check::sign(c).is_err())) {
        return Some(format!("signs that cannot be seen: {line:?}"));
    }
    let kept: Vec<&str> = match row.at {
        "/" | "/projects" => Vec::new(),
        "/as_of" | "/$schema" | "/version" | "/__proto__" => IDS.to_vec(),
        "name" | "/projects/2" => IDS.into_iter().filter(|id| *id != "three").collect(),
        _ => IDS.to_vec(),
    };
    // What has lost its date comes last.
    let in_order = |mut ids: Vec<&'static str>| {
        ids.sort_unstable();
        ids
    };
    if in_order(ids(&catalog)) != in_order(kept) {
        return Some(format!("kept {:?}", ids(&catalog)));
    }
    // And the kept part survives packing and unpacking.
    let catalog = Catalog { terms: None, columns: &[], ..catalog };
    (packed::unpack(pack::print(&catalog).leak()).unwrap() != catalog)
        .then(|| "packed and unpacked it is another".to_owned())
}

#[test]
fn the_good_catalog_is_good() {
    let (catalog, lines) = read(&corpus::good().to_string());
    assert_eq!(lines, [""; 0]);
    assert_eq!(ids(&catalog), IDS);
}

#[test]
fn every_bad_input_is_refused_by_entry_key_and_reason_and_costs_no_other() {
    let mut wrong = Vec::new();
    for row in CORPUS {
        if let Some(fault) = fault(row) {
            wrong.push(format!("{} at “{}” ({:.60}): {fault}", row.name, row.at, row.json));
        }
    }
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_corpus_is_large_and_says_each_thing_once() {
    assert!(CORPUS.len() >= 300, "{}", CORPUS.len());
    let mut seen: Vec<_> = CORPUS.iter().map(|row| (row.at, row.json)).collect();
    seen.sort_unstable();
    let twice: Vec<_> = seen.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn all_of_it_at_once_costs_only_the_bad() {
    // The project of each row under its own name, followed by a valid one.
    let (mut catalog, mut n_bad, mut n_nameless) = (corpus::good(), 0, 0);
    let good = catalog["projects"][0].clone();
    let projects = catalog["projects"].as_array_mut().unwrap();
    for row in CORPUS.iter().filter(|row| row.is_in_project() && !row.reason.is_empty()) {
        // Rejected only next to another one of the same catalog.
        let needs_others = row.reason.contains("occurs twice");
        let Ok(one) = serde_json::from_str::<Value>(&row.catalog()) else { continue };
        if needs_others || row.json.contains("000×") {
            continue;
        }
        n_bad += 1;
        n_nameless += IDS.len() - read(&row.catalog()).0.projects.len();
        projects.push(one["projects"][2].clone());
        let mut good = good.clone();
        good["id"] = serde_json::json!(format!("good-{n_bad}"));
        good["name"] = serde_json::json!(format!("Good {n_bad}"));
        projects.push(good);
    }
    // The first project of each name is valid, so a duplicate is rejected for that reason only.
    let (catalog, lines) = read(&catalog.to_string());
    assert!(n_bad > 190, "{n_bad}");
    assert_eq!(catalog.projects.len(), 5 + 2 * n_bad - n_nameless);
    assert_eq!(lines.len(), data::limits::MISTAKES + 1);
}

#[test]
fn a_link_in_disguise_is_refused_wherever_a_link_may_stand() {
    let is_bad = |row: &&Row| row.at == "links.website" && row.json.starts_with('"') && !row.reason.is_empty();
    for row in CORPUS.iter().filter(is_bad) {
        for at in ["repository", "docs", "sandbox_request", "onboarding", "onboarding_other", "devstats"] {
            let mut catalog = corpus::good();
            let Ok(Value::Object(spoiled)) = serde_json::from_str(&row.catalog()) else { panic!("{}", row.name) };
            catalog["projects"][2]["links"][at] = spoiled["projects"][2]["links"]["website"].clone();
            let (catalog, lines) = read(&catalog.to_string());
            let begins = format!("projects[2].links.{at} (three): ");
            assert!(lines.len() == 1 && lines[0].starts_with(&begins), "{}: {lines:#?}", row.name);
            assert!(lines[0].contains(row.reason), "{}: {lines:#?}", row.name);
            assert_eq!(ids(&catalog), IDS);
        }
    }
}

/// Every text of a project that is shown separately in the views.
fn texts(project: &Project) -> Vec<&'static str> {
    let both = |text: &Text| [text.en, text.zh];
    let mut texts = vec![project.name, project.licence];
    for list in [project.former_names, project.languages, project.tags] {
        texts.extend(list);
    }
    texts.extend(both(&project.summary));
    texts.extend(project.owner.iter().flat_map(|owner| [owner.en, owner.zh]));
    texts.extend(project.features.iter().flat_map(both));
    for dispute in project.disputes {
        texts.extend(both(&dispute.note));
        texts.extend(dispute.values.iter().flat_map(|claim| both(&claim.value)));
    }
    texts
}

#[test]
fn a_program_in_any_text_stays_the_text_that_it_is() {
    const PLACES: [&str; 16] = [
        "name",
        "former_names.0",
        "licence",
        "languages.0",
        "tags.0",
        "owner.en",
        "owner.zh",
        "summary.en",
        "summary.zh",
        "features.0.en",
        "features.2.zh",
        "disputes.0.note.en",
        "disputes.0.note.zh",
        "disputes.0.values.0.value",
        "disputes.0.values.1.value.en",
        "disputes.0.values.1.value.zh",
    ];
    for payload in CORPUS.iter().filter(|row| row.reason.is_empty() && row.name != FINE) {
        let text: String = serde_json::from_str(payload.json).unwrap();
        for at in PLACES {
            let row = Row { name: payload.name, at, json: payload.json, place: "", reason: "" };
            let (catalog, lines) = read(&row.catalog());
            assert_eq!((lines.len(), ids(&catalog).as_slice()), (0, &IDS[..]), "{at}: {text}: {lines:?}");
            assert!(texts(&catalog.projects[2]).contains(&text.as_str()), "{at}: {text}");
            let catalog = packed::unpack(pack::print(&catalog).leak()).unwrap();
            assert!(texts(&catalog.projects[2]).contains(&text.as_str()), "{at}: {text}");
            let index = Index::new(Box::leak(Box::new(catalog)));
            for lang in [Lang::En, Lang::Zh] {
                let html = fallback::list(&index, "", lang);
                assert_eq!(html.matches('<').count(), 2 + 5 * 4, "{at}: {html}");
                assert_eq!(html.matches('"').count(), 2 + 5 * 2, "{at}: {html}");
            }
        }
    }
}

#[test]
fn numbers_that_are_none_are_refused() {
    let json: Value = corpus::good();
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, -0.5, f64::MIN_POSITIVE] {
        let mut tree: Tree = serde_json::from_value(json.clone()).unwrap();
        let place = ["projects", "2", "counts", "stars", "value"];
        *at(&mut tree, &place) = Tree::Number(number);
        let (catalog, mistakes) = data::from_tree(&tree, data::brief());
        assert_eq!(mistakes[0].place, "projects[2].counts.stars.value");
        assert_eq!(catalog.projects.len(), 5);
    }
}

fn at<'t>(tree: &'t mut Tree, keys: &[&str]) -> &'t mut Tree {
    keys.iter().fold(tree, |tree, key| match tree {
        Tree::List(items) => &mut items[key.parse::<usize>().unwrap()],
        Tree::Map(entries) => &mut entries.iter_mut().find(|(name, _)| name == key).unwrap().1,
        _ => panic!("{key}"),
    })
}
