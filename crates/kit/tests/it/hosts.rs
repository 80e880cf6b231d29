//! The hosts, their examples, and what is said about them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use sandbox_explorer::Lang;
use sandbox_explorer::i18n::LANGUAGES;
use sandbox_explorer_kit::words::Words;
use sandbox_explorer_kit::{Choice, Cost, Files, HOSTS, Place, When, cost, files_of, host, notices, text};

use crate::texts::{choice, files};

fn snippets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("snippets")
}

#[test]
fn the_hosts_are_those_of_the_issue_and_each_is_there_once() {
    let slugs: Vec<&str> = HOSTS.iter().map(|host| host.slug).collect();
    for slug in [
        "html",
        "hugo",
        "jekyll",
        "eleventy",
        "astro",
        "docusaurus",
        "vitepress",
        "hexo",
        "mkdocs",
        "pelican",
        "sphinx",
        "mdbook",
        "wordpress",
        "ghost",
        "react",
        "vue",
        "svelte",
        "solid",
        "leptos",
        "iframe",
    ] {
        assert_eq!(slugs.iter().filter(|known| **known == slug).count(), 1, "{slug}");
    }
    let names: BTreeSet<&str> = HOSTS.iter().map(|host| host.name).collect();
    assert_eq!(names.len(), HOSTS.len());
    let why = host("hogo").unwrap_err();
    assert!(why.starts_with("no host is called \"hogo\"; there are html, hugo, "), "{why}");
}

/// With the attributes of the example, the text is the example: what is replaced is found in each.
#[test]
fn each_text_is_its_example_in_npm_snippets() {
    let mut seen = BTreeSet::new();
    for host in HOSTS {
        let mut choice = choice(&[("scope", "part=4"), ("heading-level", "2")]);
        let printed = text(&choice, host, &Files::default(), Lang::En);
        // Another list is inside; everything else is as it is in the file.
        let outside = |text: &str| match (text.find("<ul"), text.rfind("</ul>")) {
            (Some(start), Some(end)) => [&text[..start], "LIST", &text[end + 5..]].concat(),
            _ => text.replace("<a href=\"https://www.cncf.io/sandbox-projects/\">CNCF Sandbox projects</a>", "LIST"),
        };
        let post = printed.last().unwrap();
        assert_eq!(post.place, Place::Post, "{}", host.slug);
        let top = printed.iter().find(|piece| piece.place == Place::Top);
        let post = outside(&top.map_or_else(|| post.text.clone(), |top| [&top.text, "\n", &post.text].concat()));
        let mut all = Vec::new();
        walk(&snippets(), &mut all);
        let is_example = |path: &&PathBuf| {
            let file = outside(&fs::read_to_string(path).unwrap());
            let is_whole = file == post || file.split_once("-->\n").is_some_and(|(_, rest)| rest == post);
            // The component without links is closed.
            is_whole || host.slug == "leptos" && path.ends_with("leptos.rs")
        };
        let found: Vec<&PathBuf> = all.iter().filter(is_example).collect();
        assert_eq!(found.len(), 1, "{}: {found:?}\n{post}", host.slug);
        seen.insert(found[0].clone());
        // And it changes with the attributes.
        choice.set("scope", "part=3").unwrap();
        assert_ne!(
            outside(&text(&choice, host, &Files::default(), Lang::En).last().unwrap().text),
            post,
            "{}",
            host.slug
        );
    }
    assert_eq!(seen.len(), HOSTS.len(), "two hosts have one example");
    let mut posts = Vec::new();
    walk(&snippets().join("posts"), &mut posts);
    let unused: Vec<&PathBuf> = posts.iter().filter(|path| !seen.contains(*path)).collect();
    assert!(unused.is_empty(), "no host prints {unused:?}");
}

fn walk(directory: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { walk(&path, found) } else { found.push(path) }
    }
}

#[test]
fn a_file_of_a_site_is_that_of_npm_snippets() {
    for host in HOSTS {
        for piece in text(&Choice::default(), host, &Files::default(), Lang::En) {
            let (Place::File(path) | Place::Into(path)) = &piece.place else { continue };
            let name = path.rsplit('/').next().unwrap();
            let mut all = Vec::new();
            walk(&snippets(), &mut all);
            let is_same = |file: &&PathBuf| file.ends_with(name) && fs::read_to_string(file).unwrap() == piece.text;
            let is_list = host.slug == "jekyll" && name == "all.html";
            assert!(is_list || all.iter().any(|file| is_same(&file)), "{}: {path}", host.slug);
        }
    }
}

#[test]
fn everything_has_words_in_every_language() {
    for lang in LANGUAGES {
        let words = Words::of(lang);
        assert_eq!(words.missing(), Vec::<String>::new(), "{}", lang.tag());
        for host in HOSTS {
            for notice in notices(&choice(&[("src", "a.json"), ("accent", "red"), ("integrity", "")]), host) {
                let said = words.notice(notice, host);
                assert!(!said.is_empty() && !said.contains("{}"), "{} {notice:?}: {said}", host.slug);
            }
        }
        for place in [Place::File("a/b".into()), Place::Into("c".into())] {
            assert!(!words.place(&place).contains("{}"));
        }
    }
}

/// The names of the files that the build writes.
#[test]
fn whoever_copies_the_files_copies_all_that_are_asked_for() {
    let build = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../npm/build.mjs")).unwrap();
    let names = |choice: &Choice, host: &str| {
        let all = files_of(choice, sandbox_explorer_kit::host(host).unwrap(), Lang::En);
        all.into_iter().map(|(name, _)| name).collect::<BTreeSet<_>>()
    };
    let named = |constants: &[&str]| {
        let name = |constant: &&str| {
            build.split_once(&format!("const {constant} = '")).unwrap().1.split('\'').next().unwrap().to_owned()
        };
        constants.iter().map(name).collect::<BTreeSet<_>>()
    };
    let own = ["LOADER", "CORE", "PROGRAM", "CHUNK", "FEATURES", "CHINESE"];
    let of = |set: BTreeSet<&'static str>| set.into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(of(names(&Choice::default(), "html")), named(&own));
    assert_eq!(of(names(&choice(&[("src", "a.json")]), "html")), named(&[&own[..], &["READER"]].concat()));
    for name in names(&Choice::default(), "iframe") {
        assert!(build.contains(&format!("'{name}'")), "{name}");
    }
    assert!(names(&Choice::default(), "leptos").is_empty());
}

#[test]
fn the_cost_is_that_of_the_files_and_when_they_are_fetched() {
    let cost = |values: &[(&str, &str)], name: &str| cost(&choice(values), host(name).unwrap(), &files(), Lang::En);
    let of = |with_page, seen, after| Some(Cost { with_page, seen, after });
    assert_eq!(cost(&[], "html"), of(2_300, 90_000, 86_000));
    assert_eq!(cost(&[("lang", "zh")], "html"), of(2_300, 96_000, 80_000));
    assert_eq!(cost(&[("view", "timeline")], "html"), of(2_300, 140_000, 36_000));
    assert_eq!(cost(&[("query", "q=mesh")], "react"), of(2_300, 170_000, 6_000));
    assert_eq!(cost(&[("src", "catalog.json")], "html"), of(2_300, 110_000, 86_000));
    assert_eq!(cost(&[("loading", "eager")], "html"), of(92_300, 0, 86_000));
    assert_eq!(cost(&[], "leptos"), None);
    // The files of a frame are not in this list.
    assert_eq!(cost(&[], "iframe"), None);
    assert_eq!(sandbox_explorer_kit::cost(&choice(&[]), host("html").unwrap(), &Files::default(), Lang::En), None);
    let chinese = files_of(&choice(&[]), host("html").unwrap(), Lang::Zh);
    assert!(chinese.contains(&("sandbox-explorer.zh.txt", When::Seen)));
}

#[test]
fn a_broken_table_of_files_is_refused() {
    for (json, why) in [
        ("[]", "files.json: expected a table of files, not a list"),
        ("{\"a.js\": {\"raw\": 1, \"gzip\": 1}}", "files.json: a.js.brotli: expected a number"),
        ("{", "files.json: "),
    ] {
        let error = Files::read(json.as_bytes().to_vec()).unwrap_err();
        assert!(error.starts_with(why), "{error}");
    }
}

/// The tables of the documents, which people read in place of the code.
#[test]
fn the_documents_list_every_host() {
    let readme = fs::read_to_string(snippets().join("README.md")).unwrap();
    let command = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/command.md")).unwrap();
    for host in HOSTS {
        let row = readme.lines().find(|line| line.starts_with(&format!("| {} |", host.name)));
        let row = row.unwrap_or_else(|| panic!("npm/snippets/README.md has no row {}", host.name));
        let directory = match host.directory {
            Some("") => "next to the page".to_owned(),
            Some(directory) => format!("`{directory}`"),
            None if host.slug == "leptos" => "crate".to_owned(),
            None => "npm package".to_owned(),
        };
        assert!(row.contains(&format!("| {directory} |")), "{row}");
        let path = row.split("](").nth(1).and_then(|rest| rest.split(')').next()).unwrap();
        assert!(snippets().join(path).exists(), "{row}");
        assert!(command.contains(&format!("`{}`", host.slug)), "docs/command.md: {}", host.slug);
    }
}
