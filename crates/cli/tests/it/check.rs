//! The subcommand `check`: what it says about catalogs and other lists.

use std::fmt::Write;

use sandbox_explorer::data;
use sandbox_explorer::data::limits::MISTAKES;
use serde_json::{Value, json};

use crate::command::{Run, catalog, projects, serve};

fn run(args: &[&str], files: &[(&str, &str)]) -> Run {
    Run::of(&[&["check"], args].concat(), files).0
}

/// A catalog in which these entries have no name, and nothing else is wrong.
fn nameless(n: usize, numbers: &[usize]) -> String {
    let mut projects = projects(n);
    for &number in numbers {
        projects[number].as_object_mut().unwrap().remove("name");
    }
    catalog(&projects)
}

/// The line of a text in a file.
fn line_of(file: &str, text: &str) -> usize {
    file.lines().position(|line| line.contains(text)).unwrap() + 1
}

#[test]
fn a_catalog_without_a_mistake_has_all_its_entries() {
    let own = catalog(&projects(3));
    for args in [&["c.json"][..], &["c.json", "--strict"], &["c.json", "--format", "catalog"]] {
        let checked = run(args, &[("c.json", &own)]);
        assert_eq!(
            (checked.out.as_str(), checked.told.as_str(), checked.code),
            ("c.json: catalog, 3 entries\n", "", 0)
        );
    }
    let bundled = Run::with(&["check", "-", "--strict"], data::JSON, &std::env::temp_dir());
    assert_eq!((bundled.out.as_str(), bundled.code), ("-: catalog, 52 entries\n", 0));
}

#[test]
fn a_mistake_has_its_place_and_line_and_an_entry_that_is_lost_is_counted() {
    let file = nameless(3, &[1]);
    let checked = run(&["c.json"], &[("c.json", &file)]);
    let mut lines = checked.out.lines();
    assert_eq!(lines.next(), Some("c.json: catalog, 2 entries"));
    assert_eq!(lines.next(), Some("1 of 3 entries could not be read"));
    assert_eq!(lines.next(), Some("1 mistake:"));
    let line = line_of(&file, "\"loom-1\"");
    let mistake = lines.next().unwrap();
    // The entry begins in the line before its id.
    assert!(mistake.starts_with(&format!("  line {}: projects[1].name (loom-1): ", line - 1)), "{mistake}\n{file}");
    assert_eq!((lines.next(), checked.code, checked.told.as_str()), (None, 0, ""));
    assert_eq!(run(&["c.json", "--strict"], &[("c.json", &file)]).code, 1);
}

#[test]
fn a_value_that_is_wrong_is_found_in_its_line() {
    let mut entries = projects(3);
    entries[2]["links"]["website"] = json!("ftp://loom.example");
    let file = catalog(&entries);
    let checked = run(&["c.json"], &[("c.json", &file)]);
    let line = line_of(&file, "ftp://");
    let expected = format!("  line {line}: projects[2].links.website (loom-2): \"ftp://loom.example\": ");
    assert!(checked.out.contains(&expected), "{}", checked.out);
}

#[test]
fn few_lines_are_printed_unless_all_are_wanted() {
    let numbers: Vec<usize> = (1..1241).collect();
    let file = nameless(1241, &numbers);
    let files = [("c.json", file.as_str())];
    let short = run(&["c.json"], &files);
    assert!(
        short.out.starts_with(
            "c.json: catalog, 1 entry\n1,240 of 1,241 entries could not be read\n1,240 mistakes:\n  line "
        ),
        "{}",
        short.out
    );
    assert!(short.out.ends_with("  and 1,220 more (--verbose tells all)\n"), "{}", short.out);
    assert_eq!(short.out.lines().count(), 24);
    let long = run(&["c.json", "--verbose"], &files);
    assert!(long.out.ends_with("  and 1,040 more, which were only counted\n"), "{}", long.out);
    assert_eq!(long.out.lines().count(), 3 + MISTAKES + 1);
}

#[test]
fn without_an_entry_there_is_nothing_to_show() {
    for file in [nameless(2, &[0, 1]), r#"{ "projects": [5] }"#.to_owned(), r#"{ "projects": {} }"#.to_owned()] {
        let checked = run(&["c.json"], &[("c.json", &file)]);
        assert!(checked.out.starts_with("c.json: catalog, 0 entries\n"), "{}", checked.out);
        assert!(checked.out.contains(": projects"), "{}", checked.out);
        let end = "\nnothing to show; if this is a list of another kind: --format json\n";
        assert!(checked.out.ends_with(end), "{}", checked.out);
        assert_eq!((checked.code, checked.told.as_str()), (2, ""));
    }
}

#[test]
fn a_list_of_another_kind_is_imported_first() {
    let list = "# Looms\n\n## Shafts\n- [Hazel](https://hazel.example) - weaves\n- nothing\n";
    let json = r#"[{ "title": "Hazel", "url": "https://hazel.example" }, 5]"#;
    let lines = "{ \"name\": \"Hazel\" }\n{ \"url\": \"https://hazel.example\" }\n";
    for (name, file, format, mistake) in [
        ("list.md", list, "awesome", "  line 5: a bullet: has no link: \"nothing\"\n"),
        ("list.json", json, "json", "  line 1: an entry: expected an object, found \"5\"\n"),
        ("lines.json", lines, "json", "  line 2: an entry: has no name, so it is left out\n"),
    ] {
        let checked = run(&[name], &[(name, file)]);
        assert!(checked.out.starts_with(&format!("{name}: {format}, ")), "{}", checked.out);
        assert!(checked.out.contains(mistake), "{}", checked.out);
        assert_eq!(checked.told, "");
    }
    // What an import leaves out on purpose is no mistake, but told.
    let landscape = "landscape:\n  - name: A\n    subcategories:\n      - name: B\n        items:\n          - name: C\n            \
                     homepage_url: https://c.example\n            branch: main\n";
    let checked = run(&["landscape.yml"], &[("landscape.yml", landscape)]);
    assert!(checked.out.contains("left out: key branch (1, from line "), "{}", checked.out);
}

#[test]
fn columns_can_be_named_as_in_an_import() {
    let files = [("list.csv", "Werkzeug;Seite\nWebstuhl;https://w.example\n")];
    let checked = run(&["list.csv", "--map", "Werkzeug=name"], &files);
    assert!(checked.out.starts_with("list.csv: csv, "), "{}{}", checked.out, checked.told);
    let refused = run(&["list.csv"], &files);
    assert!(refused.told.starts_with("error: list.csv: no column is the name of an entry"), "{}", refused.told);
}

#[test]
fn it_is_refused_what_is_no_list() {
    for (args, why) in [
        (
            vec!["broken.json"],
            "error: broken.json: invalid JSON in line 2, column 14: expected a key in quotation marks\n",
        ),
        (vec!["broken.json", "--format", "catalog"], "error: broken.json: invalid JSON in line 2, column 14: "),
        (vec!["page.html"], "error: page.html: a web page; expected the file itself"),
        (vec!["none.json"], "error: none.json: "),
        (
            vec!["page.html", "--format", "xml"],
            "error: invalid value 'xml' for '--format <FORMAT>'\n  [possible values: catalog, ",
        ),
        (vec![], "error: the following required arguments were not provided:\n  <FILE|ADDRESS|->"),
    ] {
        let files = [("broken.json", "{\"projects\":[\n{\"title\":\"A\",}]}"), ("page.html", "<!doctype html><p>404")];
        let refused = run(&args, &files);
        assert!(refused.told.starts_with(why), "{args:?}: {}", refused.told);
        assert_eq!((refused.out.as_str(), refused.code), ("", 2));
    }
}

#[test]
fn an_address_is_checked_as_well() {
    let file = catalog(&projects(2));
    let length = file.len();
    let found = serve(format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{file}"));
    let checked = run(&[&found], &[]);
    assert_eq!(checked.out, format!("{found}: catalog, 2 entries\n"), "{}", checked.told);
}

/// The keys that the schema has are those that are read, and there are no others.
#[test]
fn the_schema_is_that_of_what_is_read() {
    let schema = Run::with(&["schema"], "", &std::env::temp_dir()).out;
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let keys = |object: &Value| object.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let unknown = |catalog: Value| {
        let checked = run(&["c.json"], &[("c.json", &catalog.to_string())]);
        checked.out.lines().filter(|line| line.contains("unknown key")).fold(String::new(), |mut all, line| {
            writeln!(all, "{line}").unwrap();
            all
        })
    };
    // No key accepts true or false, so each is wrong, but none may be unknown.
    let with =
        |known: &Value| keys(known).into_iter().map(|key| (key, json!(false))).collect::<serde_json::Map<_, _>>();
    let top = with(&schema["properties"]);
    assert!(top.contains_key("projects"), "{schema}");
    for (key, value) in top {
        assert_eq!(unknown(json!({ "projects": projects(1), (&*key): value })), "", "{key}");
    }
    for (key, value) in with(&schema["$defs"]["project"]["properties"]) {
        assert_eq!(unknown(json!({ "projects": [{ (&*key): value }] })), "", "{key}");
    }
    assert_ne!(unknown(json!({ "projects": projects(1), "nobody": false })), "");
    assert_ne!(unknown(json!({ "projects": [{ "nobody": false }] })), "");
}

#[test]
fn help_says_what_it_prints_and_how_it_ends() {
    for subcommand in ["check", "prerender", "import", "catalog", "schema"] {
        let help = Run::with(&[subcommand, "--help"], "", &std::env::temp_dir()).out;
        for heading in ["Usage: sandbox-explorer ", "EXIT STATUS\n  0  ", "EXAMPLES\n  sandbox-explorer "] {
            assert!(help.contains(heading), "{subcommand}: {heading}\n{help}");
        }
        assert!(help.lines().all(|line| line.chars().count() <= 160), "{subcommand}\n{help}");
    }
    let help = Run::with(&["check", "--help"], "", &std::env::temp_dir()).out;
    for word in ["--format", "--logos", "--map", "--strict", "--verbose", "OUTPUT", &format!("up to {MISTAKES}")] {
        assert!(help.contains(word), "{word}\n{help}");
    }
}

/// The file and the output of docs/command.md.
#[test]
fn the_document_shows_real_output() {
    let document = include_str!("../../../../docs/command.md");
    let block = |start: &str| document.split_once(start).unwrap().1.split_once("```").unwrap().0;
    let file = block("\n`catalog.json`:\n\n```json\n");
    let checked = run(&["catalog.json"], &[("catalog.json", file)]);
    assert_eq!(checked.out, block("```console\n$ sandbox-explorer check catalog.json\n"));
}
