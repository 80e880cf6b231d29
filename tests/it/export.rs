//! Exports: CSV, JSON and Markdown.

use catalog::model::{Catalog, Project, Text};
use sandbox_explorer::export::{csv, json, markdown_list, markdown_table};
use sandbox_explorer::facet::Index;
use sandbox_explorer::i18n::Lang;

use crate::tiny::PLAIN;

fn all() -> (&'static Catalog, Vec<&'static Project>) {
    let catalog = Index::bundled().catalog;
    (catalog, catalog.projects.iter().collect())
}

/// Reads CSV according to RFC 4180.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut in_quotes) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = csv.chars().peekable();
    while let Some(sign) = signs.next() {
        match (sign, in_quotes) {
            ('"', true) if signs.peek() == Some(&'"') => cell.extend(signs.next()),
            ('"', _) => in_quotes = !in_quotes,
            (',', false) => row.push(std::mem::take(&mut cell)),
            ('\r', false) => {}
            ('\n', false) => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (sign, _) => cell.push(sign),
        }
    }
    assert!(row.is_empty() && cell.is_empty() && !in_quotes, "the last line has no end");
    rows
}

#[test]
fn csv_has_a_head_and_a_row_for_each_project() {
    let (catalog, projects) = all();
    let text = csv(catalog, &projects, Lang::Zh);
    let rows = rows(text.strip_prefix('\u{feff}').expect("the mark of UTF-8"));
    assert_eq!(rows.len(), 53);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    let youki = rows.iter().find(|row| row[0] == "youki").unwrap();
    let cell = |name: &str| youki[rows[0].iter().position(|head| head == name).unwrap()].as_str();
    assert_eq!((cell("languages"), cell("accepted"), cell("age_in_years")), ("Rust", "2024-10-17", "3.6"));
    assert_eq!((cell("category"), cell("region")), ("容器运行时", "日本"));
    assert!(cell("summary").contains("OCI 容器运行时"));
}

/// A project whose texts try to be something else.
const SLY: Project = Project {
    id: "sly",
    name: "=HYPERLINK(\"https://evil.example\")",
    languages: &["C, with a comma", "say \"C\""],
    summary: Text { en: "a | b \\ <b>c</b> [d](e) & `f` *g*", zh: "a" },
    ..PLAIN
};

#[test]
fn csv_lets_no_text_out_of_its_cell_nor_be_a_formula() {
    let text = csv(all().0, &[&SLY], Lang::En);
    let rows = rows(text.trim_start_matches('\u{feff}'));
    assert_eq!(rows[1][1], "'=HYPERLINK(\"https://evil.example\")");
    assert_eq!(rows[1][5], "C, with a comma, say \"C\"");
}

/// The CSV cell with the name of a project called so.
fn cell(name: &'static str) -> String {
    let project = Box::leak(Box::new(Project { id: "sly", name, ..PLAIN }));
    let text = csv(all().0, &[project], Lang::En);
    rows(text.trim_start_matches('\u{feff}'))[1][1].clone()
}

#[test]
fn what_a_spreadsheet_may_take_for_a_formula_begins_with_an_apostrophe() {
    // Characters that spreadsheets skip before they look for a formula.
    let before = [
        "",
        " ",
        "   ",
        "\t",
        "\r",
        "\n",
        "\r\n",
        "\0",
        "\u{b}",
        "\u{7f}",
        "\u{85}",
        "\u{a0}",
        "\u{3000}",
        "\u{2009}",
        "\u{202f}",
        "\u{2028}",
        "\u{feff}",
        "\u{200b}",
        "\u{200c}",
        "\u{200e}",
        "\u{202e}",
        "\u{2060}",
        "\u{2066}",
        "\u{ad}",
        "\u{301}",
        "\u{fe0f}",
        "\"",
        "\"\"",
        "'",
        "‘",
        "“",
        "`",
        " \t\u{a0}\u{feff}\"",
    ];
    let formulas = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(1)",
        "|cmd",
        "%0A",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "｜cmd",
        "％x",
        "\u{2212}1",
        "﹦1",
        "﹢1",
        "﹣1",
        "﹫x",
        "=HYPERLINK(\"https://evil.example\")",
        "=cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
    ];
    for before in before {
        for formula in formulas {
            let name = &*[before, formula].concat().leak();
            assert_eq!(cell(name), ["'", name].concat(), "{name:?}");
        }
    }
    // These become separate cells where semicolons or tabs separate cells.
    assert_eq!(cell("a;=1+1;b"), "a;'=1+1;b");
    assert_eq!(cell("a; ＝1+1"), "a;' ＝1+1");
    assert_eq!(cell("a\t-1\n+2\r@x"), "a\t'-1\n'+2\r'@x");
}

#[test]
fn what_is_no_formula_is_left_as_it_is() {
    let plain = [
        "youki",
        "1+1",
        "a=b",
        " padded",
        "100%",
        "C++",
        "a|b",
        "“quoted”",
        "'s",
        "服务＝网格",
        "(=)",
        "#x",
        "",
        " ",
        "a; b",
        "a;",
        "é=",
        "e\u{301}",
    ];
    for name in plain {
        assert_eq!(cell(name), name);
    }
}

#[test]
fn json_is_the_catalogs_own_keys_with_the_query_and_the_day() {
    let (catalog, projects) = all();
    let text = json(catalog, &projects, Lang::En, "q=\"a\"\\b&language=go");
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["as_of"], catalog.as_of.iso());
    assert_eq!(value["query"], "q=\"a\"\\b&language=go");
    let published: serde_json::Value =
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/catalog.json"))).unwrap();
    let records = value["projects"].as_array().unwrap();
    assert_eq!(records.len(), 52);
    for (record, project) in records.iter().zip(published["projects"].as_array().unwrap()) {
        for key in ["id", "name", "part", "licence", "languages", "tags", "first_commit", "accepted"] {
            let text = |value: &serde_json::Value| value.as_u64().map_or(value.clone(), |n| n.to_string().into());
            assert_eq!(text(&record[key]), text(&project[key]), "{key} of {}", project["id"]);
        }
        let category = catalog.category(project["category"].as_str().unwrap()).unwrap();
        assert_eq!(record["category"], category.name.en);
        assert_eq!(record["summary"], project["summary"]["en"]);
        assert_eq!(record["maturity"], project["maturity"]["level"]);
        assert_eq!(record.get("stars").is_some(), project["counts"]["stars"].is_object(), "{}", project["id"]);
    }
    let sly: serde_json::Value = serde_json::from_str(&json(catalog, &[&SLY], Lang::En, "")).unwrap();
    assert_eq!(sly["projects"][0]["name"], SLY.name);
}

#[test]
fn markdown_keeps_a_text_a_text() {
    let (catalog, projects) = all();
    let table = markdown_table(catalog, &projects, Lang::En);
    assert_eq!(table.lines().count(), 54);
    assert!(table.contains("| [youki](<https://youki-dev.github.io/youki/>) | Container Runtime | Rust |"), "{table}");
    let row = markdown_table(catalog, &[&SLY], Lang::En).lines().last().unwrap().to_owned();
    assert!(row.contains("a \\| b \\\\ \\<b\\>c\\</b\\> \\[d\\](e) \\& \\`f\\` \\*g\\*"), "{row}");
    let list = markdown_list(catalog, &projects, Lang::Zh);
    assert_eq!(list.lines().count(), 52);
    assert!(list.lines().all(|line| line.starts_with("- [") && line.contains("](http")), "{list}");
}
