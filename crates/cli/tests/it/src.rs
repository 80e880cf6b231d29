//! The subcommand `prerender` with a catalog or list that is not the bundled one.

use sandbox_explorer::prerender::ENOUGH;
use serde_json::{Value, json};

use crate::command::{Run, catalog, projects};

fn run(args: &[&str], files: &[(&str, &str)]) -> Run {
    Run::of(&[&["prerender"], args].concat(), files).0
}

/// What is printed of a catalog with so many projects.
#[track_caller]
fn printed(n: usize, args: &[&str]) -> String {
    let file = catalog(&projects(n));
    let run = run(&[&["--src", "looms.json"], args].concat(), &[("looms.json", &file)]);
    assert_eq!((run.told.as_str(), run.code), ("", 0));
    run.out
}

#[track_caller]
fn check_refused(args: &[&str], expected: &str) {
    let file = catalog(&projects(2));
    let list = "# Looms\n- [Hazel](https://hazel.example) - weaves\n";
    let run = run(args, &[("looms.json", &file), ("list.md", list)]);
    assert!(run.told.starts_with(&format!("error: {expected}")), "{}", run.told);
    assert_eq!((run.out.as_str(), run.code), ("", 2));
}

#[test]
fn the_projects_are_those_of_the_catalog() {
    let list = printed(2, &[]);
    let item = |n| format!("  <li><a href=\"https://loom-{n}.example/\">Loom {n}</a> – Weaves {n} threads.</li>\n");
    assert_eq!(list, format!("<ul lang=\"en\">\n{}{}</ul>\n", item(0), item(1)));
    let one = printed(2, &["--scope", "project=loom-1", "--as", "links", "--lang", "zh"]);
    assert_eq!(one, "<span lang=\"zh\"><a href=\"https://loom-1.example/\">Loom 1</a>：织 1 根线。</span>\n");
    let table = printed(2, &["--as", "markdown"]);
    assert!(table.contains("| [Loom 1](") && table.contains("https://loom-1.example/"), "{table}");
    let piped = Run::with(&["prerender", "--src", "-"], &catalog(&projects(2)), &std::env::temp_dir());
    assert_eq!(piped.out, list);
}

#[test]
fn the_element_has_the_address_of_the_catalog() {
    let start = |args: &[&str]| {
        let html = printed(1, &[&["--as", "shadow"], args].concat());
        html.split_once("><template shadowrootmode=\"open\">").unwrap().0.to_owned()
    };
    assert_eq!(start(&[]), "<sandbox-explorer src=\"looms.json\"");
    assert_eq!(start(&["--src-address", "/a?b&c", "--lang", "zh"]), "<sandbox-explorer src=\"/a?b&amp;c\" lang=\"zh\"");
    let directory = tempfile::tempdir().unwrap();
    std::fs::write(directory.path().join("deep.json"), catalog(&projects(1))).unwrap();
    let path = directory.path().join("deep.json");
    let deep = run(&["--as", "shadow", "--lang", "en", "--src", path.to_str().unwrap()], &[]).out;
    assert!(deep.starts_with("<sandbox-explorer lang=\"en\" src=\"deep.json\"><template"), "{}", &deep[..100]);
}

#[test]
fn a_first_view_has_the_rules_of_its_own_categories() {
    let html = printed(3, &["--as", "shadow"]);
    let (style, view) = html.split_once("<style>").unwrap().1.split_once("</style>").unwrap();
    assert!(style.contains("[value=\"weaving\"]:checked") && style.contains("{--se-hue:123;}"), "{style}");
    assert!(!style.contains("container-runtime"), "{style}");
    assert!(!view.contains(" style="), "a policy may forbid it");
    assert_eq!(view.matches("<article").count(), 3);
    // The hash is that of this style.
    let policy = printed(3, &["--as", "style-src"]);
    assert!(policy.starts_with("style-src 'sha256-"), "{policy}");
    assert_ne!(policy, Run::with(&["prerender", "--as", "style-src"], "", &std::env::temp_dir()).out);
    assert_eq!(policy, printed(1, &["--as", "style-src"]));
}

fn json_ld(html: &str) -> Value {
    let json = html.split_once('\n').unwrap().1.rsplit_once("\n</script>").unwrap().0;
    serde_json::from_str(json).unwrap()
}

#[test]
fn json_ld_says_nothing_of_the_bundled_catalog() {
    let html = printed(2, &["--as", "json-ld"]);
    assert!(!html.contains("CNCF") && !html.contains("Sandbox"), "{html}");
    let list = json_ld(&html);
    assert_eq!((&list["@type"], &list["numberOfItems"]), (&json!("ItemList"), &json!(2)));
    assert_eq!(list["itemListElement"][1]["item"]["name"], "Loom 1");
    let named = r#"{ "title": "Looms", "about": "For cloth.", "projects": [{ "name": "Hazel" }] }"#;
    let list = json_ld(&run(&["--as", "json-ld", "--src", "c.json"], &[("c.json", named)]).out);
    assert_eq!((&list["name"], &list["description"]), (&json!("Looms"), &json!("For cloth.")));
    // Nothing says that it is software.
    assert_eq!(list["itemListElement"][0]["item"], json!({ "@type": "Thing", "name": "Hazel" }));
    let licensed = |licence: &str| {
        let mut projects = projects(1);
        projects[0]["licence"] = json!(licence);
        let run = run(&["--as", "json-ld", "--src", "c.json"], &[("c.json", &catalog(&projects))]);
        json_ld(&run.out)["itemListElement"][0]["item"]["license"].clone()
    };
    assert_eq!(licensed("MIT"), "https://spdx.org/licenses/MIT.html");
    assert_eq!(licensed("MIT OR Zlib"), json!({ "@type": "CreativeWork", "name": "MIT OR Zlib" }));
}

#[test]
fn of_a_large_list_the_first_projects_are_printed() {
    let n = 250;
    let list = printed(n, &[]);
    assert_eq!(list.matches("<a ").count(), ENOUGH);
    assert!(list.ends_with("  <li>and 150 more</li>\n</ul>\n"), "{}", &list[list.len() - 200..]);
    let links = printed(n, &["--as", "links", "--limit", "2", "--lang", "zh"]);
    assert_eq!((links.matches("<a ").count(), links.lines().count()), (2, 3));
    let table = printed(n, &["--as", "markdown"]);
    assert!(table.lines().count() == ENOUGH + 4 && table.ends_with(" |\n\nand 150 more\n"));
    let ld = json_ld(&printed(n, &["--as", "json-ld", "--limit", "7"]));
    assert_eq!((&ld["numberOfItems"], ld["itemListElement"].as_array().unwrap().len()), (&json!(n), 7));
    let all = printed(n, &["--limit", "all"]);
    assert!(all.matches("<li><a ").count() == n && !all.contains(" more<"));
}

/// Once, the details of all projects were in the page, 5.7 MB, though only some of them had a button.
#[test]
fn a_first_view_of_a_large_list_has_the_details_of_the_projects_that_it_shows() {
    for (n, view) in [(2413, "cards"), (250, "table"), (250, "timeline")] {
        let html = printed(n, &["--as", "shadow", "--view", view]);
        let values = |before: &str| {
            let after = html.split(before).skip(1);
            let mut values: Vec<&str> = after.filter_map(|rest| rest.split('"').next()).collect();
            values.sort_unstable();
            values.dedup();
            values.into_iter().filter(|id| id.starts_with("se-loom-")).map(str::to_owned).collect::<Vec<_>>()
        };
        let (buttons, details) = (values(" popovertarget=\""), values(" id=\""));
        assert_eq!((buttons.len(), &buttons), (ENOUGH, &details), "{view}");
        assert!(html.len() < 700_000, "{view}: {}", html.len());
    }
}

#[test]
fn what_could_not_be_read_is_told_and_the_rest_is_printed() {
    let mut entries = projects(3);
    entries[1].as_object_mut().unwrap().remove("name");
    let run = run(&["--src", "c.json"], &[("c.json", &catalog(&entries))]);
    assert_eq!((run.out.matches("<li>").count(), run.code), (2, 0));
    let told = "c.json: catalog, 2 entries\n1 of 3 entries could not be read\n1 mistake:\n  line ";
    assert!(run.told.starts_with(told), "{}", run.told);
}

#[test]
fn it_says_what_it_cannot_use() {
    check_refused(&["--src", "none.json"], "none.json: ");
    check_refused(
        &["--src", "looms.json", "--limit", "0"],
        "invalid value '0' for '--limit <N|all>': expected a number from 1, or all",
    );
    check_refused(
        &["--src", "looms.json", "--scope", "part=99"],
        "scope: nothing in \"part=99\" restricts the projects; example: project=loom-0\n",
    );
    check_refused(
        &["--src", "looms.json", "--as", "oembed", "--base", "https://blog.example"],
        "src: a frame shows the bundled catalog only",
    );
    check_refused(
        &["--src", "list.md", "--as", "shadow"],
        "src-address: a page cannot load the format awesome, only the catalog that `sandbox-explorer import list.md -o catalog.json` \
         makes of it; needed is the address of the catalog, such as --src-address catalog.json\n",
    );
    for needs in ["--src-address", "--format", "--logos", "--map"] {
        let value = if needs == "--format" { "csv" } else { "a" };
        check_refused(&[needs, value], "the following required arguments were not provided:\n  --src <FILE|ADDRESS|->");
    }
    let empty = run(&["--src", "c.json"], &[("c.json", r#"{ "projects": [] }"#)]);
    assert!(empty.told.starts_with("error: c.json: catalog, 0 entries\nnothing to show"), "{}", empty.told);
    let piped =
        Run::with(&["prerender", "--as", "shadow", "--src", "-"], &catalog(&projects(1)), &std::env::temp_dir());
    assert!(piped.told.starts_with("error: src-address: standard input has no address; "), "{}", piped.told);
}
