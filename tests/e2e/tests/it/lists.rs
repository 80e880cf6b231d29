//! Lists that people keep: eight landscapes and two awesome lists are imported, and shown, searched, filtered, compared, exported, printed
//! and prerendered as they stand.

use std::collections::BTreeSet;

use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

use crate::accessible::{bring_axe, check_with_axe};

/// A list, the language in which it is read, and how many entries it has.
pub(crate) type List = (&'static str, &'static str, usize);

pub(crate) const LISTS: [List; 10] = [
    ("aswf.yml", "en", 174),
    ("awesome-python-cn.md", "zh", 876),
    ("awesome-rust.md", "en", 1757),
    ("cncf.yml", "en", 2413),
    ("confidential-computing.yml", "zh", 61),
    ("finos.yml", "en", 50),
    ("lfedge.yml", "zh", 161),
    ("lfenergy.yml", "en", 1560),
    ("openmainframe.yml", "zh", 279),
    ("riscv.yml", "en", 482),
];

fn path(name: &str) -> String {
    site::root().join("crates/import/tests/data").join(name).display().to_string()
}

fn imported(name: &str) -> Value {
    serde_json::from_str(&site::command("import", &[&path(name)])).expect("JSON")
}

/// A number as the explorer writes it, with what is counted.
fn entries(n: usize, lang: &str) -> String {
    let digits = if n > 999 { format!("{},{:03}", n / 1000, n % 1000) } else { n.to_string() };
    if lang == "zh" { format!("{digits} 项") } else { format!("{digits} entries") }
}

fn shows(catalog: &Value, lang: &str) -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    visitor.browser.prefers("reduced-motion", "reduce");
    visitor.server.page("/list.json", &catalog.to_string());
    visitor.reads_next(&site::tag(&format!("src=/list.json lang={lang}")));
    if lang == "zh" {
        visitor.reads_chinese();
    }
    let n = catalog["projects"].as_array().expect("projects").len();
    eventually(|| visitor.status(), &*entries(n, lang));
    visitor
}

/// The categories that a project has.
fn categories(project: &Value) -> BTreeSet<&str> {
    let several = project["categories"].as_array().into_iter().flatten().filter_map(Value::as_str);
    several.chain(project["category"].as_str()).collect()
}

/// A naive count of the list: the name and number of each category that has entries, in the order of the list.
fn counted(catalog: &Value) -> Vec<(String, u64)> {
    let projects = catalog["projects"].as_array().expect("projects");
    let rows = catalog["categories"].as_array().into_iter().flatten();
    let count = |slug: &str| projects.iter().filter(|project| categories(project).contains(slug)).count() as u64;
    let rows = rows.map(|row| {
        (row["name"].as_str().unwrap_or_default().to_owned(), count(row["slug"].as_str().unwrap_or_default()))
    });
    rows.filter(|row| row.1 > 0).collect()
}

fn check((name, lang, n): List) {
    let catalog = imported(name);
    let projects = catalog["projects"].as_array().expect("projects");
    assert_eq!(projects.len(), n, "{name}");
    let visitor = shows(&catalog, lang);

    // Every category with its number.
    let tabs = visitor.tabs();
    let all = if lang == "zh" { "全部" } else { "All" };
    assert_eq!(tabs[0], (all.to_owned(), n as u64), "{name}");
    assert_eq!(tabs[1..], counted(&catalog), "{name}");

    // Searched: by the name of an entry in the middle, which comes first.
    let sought = projects[n / 2]["name"].as_str().expect("a name");
    visitor.author_runs(&format!("explorer.query = new URLSearchParams({{ q: {} }}).toString()", json!(sought)));
    eventually(|| visitor.see_cards().first().cloned(), &Some(sought.to_owned()));

    // Filtered: by the category of that entry.
    let slug = categories(&projects[n / 2]).into_iter().next().expect("a category");
    let of_category = projects.iter().filter(|project| categories(project).contains(slug)).count();
    visitor.author_runs(&format!("explorer.query = 'category={slug}'"));
    let total = entries(n, lang);
    let expected = match (of_category == n, lang) {
        (true, _) => total,
        (false, "zh") => format!("{of_category} / {total}"),
        (false, _) => format!("{of_category} of {total}"),
    };
    eventually(|| visitor.status(), &*expected);

    // Details, comparison and table.
    let [one, other] = [0, 1].map(|at| projects[at]["id"].as_str().expect("an id"));
    for query in [format!("project={one}"), format!("project={one},{other}")] {
        visitor.author_runs(&format!("explorer.query = '{query}'"));
        eventually(
            || visitor.author_runs("return explorer.shadowRoot.querySelectorAll('dialog[open]').length"),
            &json!(1),
        );
    }
    visitor.author_runs("explorer.query = 'view=table'");
    eventually(|| visitor.see_rows().is_empty(), &false);
    assert_eq!(visitor.see_rows().concat().iter().filter(|cell| cell.contains("undefined")).count(), 0);
    visitor.author_runs("explorer.query = ''");
    eventually(|| visitor.see_cards().is_empty(), &false);

    // Exported: what is saved is that list again.
    visitor.author_runs(
        "window.saved = [];
         HTMLAnchorElement.prototype.click = function () {
             saved.push(decodeURIComponent(this.href.slice(this.href.indexOf(',') + 1)));
         }",
    );
    let [share, csv, json] = if lang == "zh" {
        ["分享", "保存为 CSV", "保存为 JSON"]
    } else {
        ["Share", "Save as CSV", "Save as JSON"]
    };
    visitor.click("button", share);
    visitor.click("button", json);
    let names = "return JSON.parse(saved[0]).projects.map((it) => it.name).sort()";
    let mut expected: Vec<&str> = projects.iter().filter_map(|project| project["name"].as_str()).collect();
    expected.sort_by(|a, b| a.encode_utf16().cmp(b.encode_utf16()));
    assert_eq!(visitor.author_runs(names), json!(expected), "{name}");
    visitor.click("button", csv);
    assert_eq!(visitor.author_runs("return saved[1].split('\\r\\n').length >= 2"), json!(true));
    visitor.expect_quiet();

    // Printed: every entry is there.
    visitor.author_runs(
        "addEventListener('beforeprint', () => {
             window.printed = explorer.shadowRoot.querySelectorAll('article').length;
         })",
    );
    visitor.browser.print_page();
    assert_eq!(visitor.author_runs("return printed"), n, "{name}");
    visitor.expect_quiet();
}

#[test]
fn small_landscapes_are_shown_as_they_stand() {
    LISTS.into_iter().filter(|list| list.2 < 500 && list.0.ends_with(".yml")).for_each(check);
}

#[test]
fn large_landscapes_are_shown_as_they_stand() {
    LISTS.into_iter().filter(|list| list.2 >= 500 && list.0.ends_with(".yml")).for_each(check);
}

#[test]
fn awesome_lists_are_shown_as_they_stand() {
    LISTS.into_iter().filter(|list| list.0.ends_with(".md")).for_each(check);
}

#[test]
fn axe_finds_nothing_in_any_list() {
    for ((name, lang, _), theme) in LISTS.into_iter().zip(["light", "dark"].into_iter().cycle()) {
        let visitor = shows(&imported(name), lang);
        visitor.browser.prefers("color-scheme", theme);
        bring_axe(&visitor);
        for width in [320, 1200] {
            visitor.browser.resize(width, 900);
            check_with_axe(&visitor, &format!("{name}, {lang}, {theme}, {width} px"));
        }
        visitor.author_runs("explorer.query = 'view=table'");
        eventually(|| visitor.see_rows().is_empty(), &false);
        check_with_axe(&visitor, &format!("{name}, table"));
        visitor.expect_quiet();
    }
}

#[test]
fn a_printed_first_view_of_each_list_has_its_entries() {
    for (name, lang, n) in LISTS {
        let list = site::prerendered(&["--src", &path(name), "--lang", lang, "--limit", "all"]);
        assert_eq!(list.matches("<li>").count(), n, "{name}: {list:.300}");
        for word in ["CNCF Sandbox", "沙箱项目"] {
            assert!(!list.contains(word) || name == "cncf.yml", "{name}: {word}");
        }
    }
}
