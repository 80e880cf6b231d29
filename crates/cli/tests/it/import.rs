//! The subcommand `import`: files, standard input, addresses; what it tells, and how it ends.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::command::{Run, serve};

fn run_with(args: &[&str], input: &str, directory: &Path) -> Run {
    Run::with(&[&["import"], args].concat(), input, directory)
}

/// Runs it in a directory with these files.
fn run(args: &[&str], files: &[(&str, &str)]) -> (Run, TempDir) {
    Run::of(&[&["import"], args].concat(), files)
}

const LIST: &str = "# Looms\n\n## Shafts\n- [Hazel](https://hazel.example) - weaves\n- nothing\n";

#[test]
fn a_list_becomes_a_catalog_and_a_summary() {
    let (run, _) = run(&["list.md"], &[("list.md", LIST)]);
    assert_eq!(
        run.out,
        "{\n  \"title\": \"Looms\",\n  \"categories\": [\n    {\"slug\":\"shafts\",\"name\":\"Shafts\"}\n  ],\n  \"projects\": [\n    \
         {\"id\":\"hazel\",\"name\":\"Hazel\",\"category\":\"shafts\",\"summary\":\"weaves\",\"links\":{\"website\":\"https://hazel.example\"}}\n  ]\n}\n"
    );
    assert_eq!(
        run.told,
        "list.md: awesome, 1 entry in 1 category\n1 thing could not be read:\n  line 5: a bullet: has no link: \"nothing\"\n"
    );
    assert_eq!(run.code, 0);
}

#[test]
fn a_file_is_written_whole_and_nothing_else_is_left() {
    let (written, directory) = run(
        &["list.md", "-o", "out.json", "--title", "T", "--item", "loom, looms", "--as-of", "2026-08-22"],
        &[("list.md", LIST)],
    );
    assert_eq!((written.out.as_str(), written.code), ("", 0));
    let catalog: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(directory.path().join("out.json")).unwrap()).unwrap();
    assert_eq!(
        (&catalog["title"], &catalog["item"]["many"], &catalog["as_of"]),
        (&"T".into(), &"looms".into(), &"2026-08-22".into())
    );
    let names = || -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(directory.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names(), ["list.md", "out.json"]);
    // What is refused leaves the old file as it was.
    let before = fs::read(directory.path().join("out.json")).unwrap();
    let refused = run_with(&["-", "-o", "out.json"], "no list", directory.path());
    assert_eq!((refused.out.as_str(), refused.code), ("", 2));
    assert_eq!(fs::read(directory.path().join("out.json")).unwrap(), before);
    let nowhere = run_with(&["list.md", "-o", "no/out.json"], "", directory.path());
    assert!(nowhere.told.starts_with("error: no/out.json: ") && nowhere.code == 2, "{}", nowhere.told);
    assert_eq!(names(), ["list.md", "out.json"]);
}

#[test]
fn at_most_twenty_lines_are_told_unless_all_are_wanted() {
    let list = format!("- [A](https://a.example)\n{}", "- nothing\n".repeat(25));
    let files = [("list.md", list.as_str())];
    let (short, _) = run(&["list.md"], &files);
    assert_eq!(short.told.lines().count(), 23);
    assert!(short.told.ends_with("  and 5 more (--verbose tells all)\n"), "{}", short.told);
    let (long, _) = run(&["list.md", "--verbose"], &files);
    assert_eq!(long.told.lines().count(), 27);
    let (strict, _) = run(&["list.md", "--strict"], &files);
    assert_eq!((strict.code, strict.out == short.out), (1, true));
    let (good, _) = run(&["-", "--strict", "--format", "awesome"], &[]);
    assert_eq!(good.code, 2);
}

#[test]
fn columns_are_mapped_and_wrong_ones_refused() {
    let files = [("list.csv", "Werkzeug,Seite\nWebstuhl,https://w.example\n")];
    let (mapped, _) = run(&["list.csv", "--map", "Werkzeug=name", "--map", "Seite=links.Wiki"], &files);
    assert!(mapped.out.contains("\"links\":{\"Wiki\":\"https://w.example\"}"), "{}{}", mapped.out, mapped.told);
    for (args, why) in [
        (
            vec!["list.csv"],
            "error: list.csv: no column is the name of an entry; say which one: --map COLUMN=name; the columns are \"Werkzeug\", \"Seite\"\n",
        ),
        (
            vec!["list.csv", "--map", "Ding=name"],
            "error: list.csv: map: there is no column \"Ding\"; the columns are \"Werkzeug\", \"Seite\"\n",
        ),
        (vec!["list.csv", "--map", "Werkzeug"], "error: map: \"Werkzeug\" is not of the form COLUMN=TARGET\n"),
        (vec!["list.csv", "--item", "tool"], "error: item: \"tool\" is not of the form ONE,MANY, such as tool,tools\n"),
        (vec!["list.csv", "--format", "xml"], "error: invalid value 'xml' for '--format <FORMAT>'"),
        (vec!["none.csv"], "error: none.csv: "),
        (vec![], "error: the following required arguments were not provided:\n  <FILE|ADDRESS|->"),
    ] {
        let (refused, _) = run(&args, &files);
        assert!(refused.told.starts_with(why), "{args:?}: {}", refused.told);
        assert_eq!((refused.out.as_str(), refused.code), ("", 2));
    }
}

#[test]
fn a_wrong_file_is_refused_with_what_was_expected() {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("utf16.csv"), b"\xff\xfen\0a\0m\0e\0,\0b\0\n\0A\0,\0B\0").unwrap();
    let read = run_with(&["utf16.csv"], "", directory.path());
    assert!(read.told.starts_with("utf16.csv: csv, 1 entry in 0 categories\n"), "{}", read.told);
    fs::write(directory.path().join("latin.csv"), b"name,b\nCaf\xe9,1\n").unwrap();
    let latin = run_with(&["latin.csv"], "", directory.path());
    assert_eq!(latin.told, "error: latin.csv: not UTF-8 at byte 11\n");
    let page = run_with(&["-"], "<!doctype html><p>404", directory.path());
    assert!(page.told.starts_with("error: -: a web page; expected the file itself"), "{}", page.told);
}

#[test]
fn an_address_is_fetched() {
    let directory = tempfile::tempdir().unwrap();
    let found = serve(format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{LIST}", LIST.len()));
    let run = run_with(&[&found], "", directory.path());
    assert!(run.told.starts_with(&format!("{found}: awesome, 1 entry in 1 category\n")), "{}", run.told);
    let missing = serve("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_owned());
    let run = run_with(&[&missing], "", directory.path());
    assert!(
        run.told.starts_with(&format!("error: {missing}: http status: 404; expected the address of the file itself")),
        "{}",
        run.told
    );
    assert_eq!(run.code, 2);
}

#[test]
fn help_names_every_format_target_and_exit_status() {
    let help = run(&["--help"], &[]).0.out;
    for word in [
        "landscape",
        "awesome",
        "csv, tsv",
        "json",
        "EXIT STATUS",
        "EXAMPLES",
        "fields.<name>",
        "subcategory",
        "--strict",
    ] {
        assert!(help.contains(word), "{word}\n{help}");
    }
    assert!(help.lines().all(|line| line.chars().count() <= 160), "{help}");
}

/// The files and the outputs of docs/import.md, whose blocks come in pairs.
#[test]
fn the_document_shows_real_output() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/import.md");
    let document = fs::read_to_string(path).unwrap();
    let blocks: Vec<&str> = document.split("\n```").skip(1).step_by(2).collect();
    let (mut n, mut last) = (0, "");
    for block in blocks {
        let (kind, text) = block.split_once('\n').unwrap();
        if let Some((command, expected)) =
            text.strip_prefix("$ sandbox-explorer import ").and_then(|text| text.split_once('\n'))
        {
            let args: Vec<&str> = command.split(' ').collect();
            assert!(document.contains(&format!("\n`{}`:\n", args[0])), "{command}");
            let (run, _) = run(&args, &[(args[0], &format!("{last}\n"))]);
            assert_eq!(run.out + &run.told, format!("{expected}\n"), "{command}");
            n += 1;
        }
        if kind != "console" {
            last = text;
        }
    }
    assert_eq!(n, 3);
}
