//! `snippet`: what it prints and how it refuses. The texts themselves are tested in `crates/kit`.

use std::fs;

use sandbox_explorer::Lang;
use sandbox_explorer_kit::{Choice, Files, HOSTS, host, text};
use serde_json::Value;

use crate::{check_refused, run};

fn snippet(args: &[&str]) -> String {
    run(&[&["snippet"], args].concat()).unwrap()
}

#[test]
fn it_prints_what_the_library_prints() {
    let mut choice = Choice::default();
    for (name, value) in
        [("scope", "part=4"), ("without-tabs", ""), ("accent", "#a3195b"), ("link", "part=4 /4 Part 4")]
    {
        choice.set(name, value).unwrap();
    }
    let args = ["--scope", "part=4", "--without-tabs", "--accent", "#a3195b", "--link", "part=4 /4 Part 4"];
    for known in HOSTS {
        let pieces = text(&choice, host(known.slug).unwrap(), &Files::default(), Lang::En);
        let named = [&["--host", known.slug][..], &args].concat();
        assert_eq!(
            snippet(&[&named[..], &["--format", "post"]].concat()),
            pieces.last().unwrap().text,
            "{}",
            known.slug
        );
        let all = snippet(&named);
        assert!(all.starts_with(&format!("# {}\n", known.name)), "{all}");
        let json: Value = serde_json::from_str(&snippet(&[&named[..], &["--format=json"]].concat())).unwrap();
        let printed = json["pieces"].as_array().unwrap();
        assert_eq!(printed.len(), pieces.len());
        for (piece, printed) in pieces.iter().zip(printed) {
            assert!(all.contains(&piece.text), "{}: {all}", known.slug);
            assert_eq!(printed["text"], piece.text);
        }
        assert_eq!(json["directory"].as_str(), known.directory);
    }
}

#[test]
fn sizes_and_hashes_are_those_of_the_files() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().to_str().unwrap();
    let files =
        ["sandbox-explorer.js", "sandbox-explorer.core.js", "sandbox-explorer.wasm", "sandbox-explorer.later.wasm"];
    let others = ["sandbox-explorer.features.txt", "sandbox-explorer.zh.txt"];
    let rows = files
        .iter()
        .chain(&others)
        .map(|name| format!("\"{name}\": {{\"raw\": 9, \"gzip\": 8, \"brotli\": 7, \"integrity\": \"sha384-X\"}}"));
    fs::write(directory.path().join("files.json"), format!("{{{}}}", rows.collect::<Vec<_>>().join(","))).unwrap();
    let all = snippet(&["--files", path, "--integrity"]);
    assert!(all.contains("src=\"sandbox-explorer.js\" integrity=\"sha384-X\"></script>"), "{all}");
    assert!(
        all.ends_with("Before it is seen: 7 bytes\nWhen it is seen: 14 bytes\nAfter its first view: 21 bytes\n"),
        "{all}"
    );
    let json: Value = serde_json::from_str(&snippet(&["--files", path, "--format", "json"])).unwrap();
    assert_eq!(json["brotli"], serde_json::json!({ "with_page": 7, "seen": 14, "after": 21 }));
    assert_eq!(json["policy"], "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
}

#[test]
fn it_says_what_it_cannot_use() {
    check_refused(&["snippet", "--host", "hogo"], "no host is called \"hogo\"; there are html, hugo, jekyll, ");
    check_refused(&["snippet", "--theme", "blue"], "theme: cannot use \"blue\"; allowed: auto, light, dark");
    check_refused(
        &["snippet", "--scope", "colour=red"],
        "scope: nothing in \"colour=red\" restricts the projects; example: part=4",
    );
    check_refused(
        &["snippet", "--radius", "4px; }"],
        "radius: cannot use \"4px; }\"; expected a value of CSS such as 4px",
    );
    check_refused(
        &["snippet", "--link", "4"],
        "link: cannot use \"4\"; expected `part=4 ADDRESS TEXT` or `project=ID ADDRESS TEXT`",
    );
    check_refused(&["snippet", "--files", "nowhere"], "files: cannot read nowhere/files.json: ");
    check_refused(
        &["snippet", "--integrity"],
        "the following required arguments were not provided:\n  --files <DIRECTORY>",
    );
}

#[test]
fn its_help_lists_every_option_and_host() {
    let help = run(&["help", "snippet"]).unwrap();
    for name in sandbox_explorer_kit::known() {
        assert!(help.contains(&format!("--{name}")), "{name}: {help}");
    }
    for known in HOSTS {
        assert!(help.contains(known.slug), "{}", known.slug);
    }
}
