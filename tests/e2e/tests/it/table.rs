//! The table.

use e2e::catalog::{Catalog, text};
use e2e::engine::Engine;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

/// "17 Oct 2024"; "Jun 2024" if only the month is known.
fn day(date: &Value) -> String {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let date = text(date);
    let number = |range: std::ops::Range<usize>| date.get(range).and_then(|digits| digits.parse::<usize>().ok());
    let [year, month] = [number(0..4), number(5..7)].map(Option::unwrap_or_default);
    let month = format!("{} {year}", months[month - 1]);
    number(8..10).map_or(month.clone(), |day| format!("{day} {month}"))
}

/// Years with a fraction, for ages; a month counts as its first day.
fn years(date: &Value) -> f64 {
    let date = text(date);
    let number =
        |range: std::ops::Range<usize>| date.get(range).and_then(|digits| digits.parse::<f64>().ok()).unwrap_or(1.0);
    number(0..4) + (number(5..7) - 1.0 + (number(8..10) - 1.0) / 31.0) / 12.0
}

#[test]
fn every_project_is_in_the_table_with_its_facts() {
    let visitor = Visitor::sees_table("");
    let catalog = Catalog::read();
    let heads = visitor.see_heads();
    let at =
        |head: &str| heads.iter().position(|it| it == head).unwrap_or_else(|| panic!("no column {head}: {heads:?}"));
    let rows = visitor.see_rows();
    let mut names: Vec<_> = rows.iter().map(|row| row[at("Name")].clone()).collect();
    names.sort();
    let mut expected = catalog.names(|_| true);
    expected.sort();
    assert_eq!(names, expected);
    for row in rows {
        let project = catalog.project(&row[at("Name")]);
        let words = |list: &Value| list.as_array().into_iter().flatten().map(text).collect::<Vec<_>>().join(", ");
        let age = (years(&project["accepted"]) - years(&project["first_commit"])) * 10.0;
        let age = (age + 0.5).floor() / 10.0;
        let stars = project["counts"]["stars"]["value"].as_u64();
        let thousands = |n: u64| if n < 1000 { n.to_string() } else { format!("{},{:03}", n / 1000, n % 1000) };
        let since = text(&project["maturity"]["since"]);
        for (head, expected) in [
            ("Category", catalog.name_of("categories", &project["category"])),
            ("Part of the series", format!("Part {}", text(&project["part"]))),
            ("Language", words(&project["languages"])),
            ("Licence", text(&project["licence"])),
            ("Started by", text(&project["owner"]["en"])),
            ("Origin", catalog.name_of("regions", &project["region"])),
            ("First commit", day(&project["first_commit"])),
            ("Accepted", day(&project["accepted"])),
            ("Age at acceptance", if age == 1.0 { "1 year".to_owned() } else { format!("{age:.1} years") }),
            ("Stars", stars.map(|n| format!("about {}", thousands(n))).unwrap_or_default()),
            ("Last commit", {
                let activity = &project["activity"];
                // A record from more than half a year before the catalog's date does not count as
                // current.
                let is_old = text(&activity["as_of"]).as_str() < "2026-05-22";
                day(&activity["last_commit"]) + if is_old { " or later" } else { "" }
            }),
            (
                "CNCF status",
                match text(&project["maturity"]["level"]).as_str() {
                    "archived" => format!("Archived {}", &since[..4]),
                    "incubating" => format!("Incubating since {}", &since[..4]),
                    "sandbox" => "Sandbox".to_owned(),
                    other => panic!("an unknown level: {other}"),
                },
            ),
        ] {
            assert_eq!(row[at(head)], expected, "{head} of {}", row[at("Name")]);
        }
    }
    visitor.expect_quiet();
}

#[test]
fn the_head_of_a_column_orders() {
    let visitor = Visitor::sees_table("url-key=explorer");
    let catalog = Catalog::read();
    let one = |name: &str, direction: &str| vec![(name.to_owned(), direction.to_owned())];
    assert_eq!(visitor.see_orders(), one("Accepted", "descending"));
    let names = || visitor.see_row_names();
    let keys =
        |key: &dyn Fn(&Value) -> String| names().iter().map(|name| key(catalog.project(name))).collect::<Vec<_>>();

    visitor.click("button", "Name");
    eventually(|| visitor.see_orders(), &one("Name", "ascending"));
    assert!(names().is_sorted_by_key(|name| name.to_lowercase()));
    assert_eq!(visitor.order(), "Name", "the control beside the search says the same");

    visitor.click("button", "First commit");
    eventually(|| visitor.see_orders(), &one("First commit", "ascending"));
    assert!(keys(&|project| text(&project["first_commit"])).is_sorted());

    visitor.click("button", "Stars");
    eventually(|| visitor.see_orders(), &one("Stars", "descending"));
    let stars: Vec<_> = names().iter().map(|name| catalog.project(name)["counts"]["stars"]["value"].as_u64()).collect();
    assert!(stars.is_sorted_by(|a, b| a >= b), "{stars:?}");
    assert!(visitor.browser.url().ends_with("#explorer=sort=stars"));

    visitor.click("button", "Age at acceptance");
    eventually(|| visitor.see_orders(), &one("Age at acceptance", "descending"));
    let age = |name: &String| years(&catalog.project(name)["accepted"]) - years(&catalog.project(name)["first_commit"]);
    let ages: Vec<f64> = names().iter().map(age).collect();
    assert!(ages.windows(2).all(|pair| pair[0] >= pair[1] - 0.1), "{ages:?}");

    visitor.sort_by("Name");
    eventually(|| visitor.see_orders(), &one("Name", "ascending"));
    visitor.click("button", "Accepted");
    eventually(|| visitor.see_orders(), &one("Accepted", "descending"));
    let accepted = keys(&|project| text(&project["accepted"]));
    assert!(accepted.is_sorted_by(|a, b| a >= b));
    visitor.expect_quiet();
}

#[test]
fn no_column_claims_an_order_that_is_another() {
    let visitor = Visitor::sees_table("query=q=container");
    // The best match comes first.
    assert_eq!(visitor.see_orders(), []);
    let accepted = visitor.find("button", "Accepted");
    let says = || visitor.browser.run("return arguments[0].ariaDisabled", &[accepted.as_argument()]);
    assert_eq!(says(), "true");
    visitor.click("button", "Name");
    eventually(|| visitor.see_orders().len(), &1);
    visitor.click("button", "Accepted");
    assert_eq!(visitor.order(), "Name");
    visitor.author_runs("explorer.query = ''");
    visitor.expect_status("52 projects");
    assert_eq!(visitor.see_orders(), [("Accepted".to_owned(), "descending".to_owned())]);
    assert_eq!(says(), Value::Null);
    visitor.expect_quiet();
}

#[test]
fn a_name_opens_the_details_and_gets_the_focus_back() {
    let visitor = Visitor::sees_table("");
    visitor.open_details("Kmesh");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_focus("button", "Kmesh");
    visitor.expect_quiet();
}

#[test]
fn by_keyboard_from_the_control_through_the_heads_to_a_row() {
    let visitor = Visitor::sees_table("scope=project=youki,kmesh,hami&sort=stars");
    let last = visitor.view_button("Insights");
    visitor.browser.run("arguments[0].focus()", &[last.as_argument()]);
    for (role, name) in [
        ("button", "Share"),
        ("region", "Table of projects"),
        ("button", "Name"),
        ("button", "First commit"),
        ("button", "Accepted"),
        ("button", "Age at acceptance"),
        ("button", "Last commit"),
        ("button", "Stars"),
        ("button", &visitor.see_row_names()[0]),
    ] {
        visitor.press(&["Tab"]);
        let focused = visitor.focused().unwrap_or_default();
        assert_eq!((focused.0.as_str(), focused.1.starts_with(name)), (role, true), "{focused:?}, not {name}");
    }
    let name = visitor.find("button", "Name");
    visitor.browser.run("arguments[0].focus()", &[name.as_argument()]);
    visitor.press(&["Enter"]);
    eventually(|| visitor.see_row_names(), &["HAMi", "Kmesh", "youki"][..]);
    visitor.expect_focus("button", "Name");
    let row = visitor.find("button", "Kmesh");
    visitor.browser.run("arguments[0].focus()", &[row.as_argument()]);
    visitor.press(&["Enter"]);
    visitor.expect_details("Kmesh");
    visitor.press(&["Escape"]);
    visitor.expect_focus("button", "Kmesh");
    visitor.expect_quiet();
}

/// Scrolls the table's container and reads the positions of its parts, relative to it.
const AFTER_SCROLLING: &str = "
    const box = explorer.shadowRoot.querySelector('[part=table]');
    box.scrollTo(200, 500);
    const here = box.getBoundingClientRect();
    const table = box.querySelector('table');
    const place = (element) => {
        const { left, top } = element.getBoundingClientRect();
        return [Math.round(left - here.left - box.clientLeft), Math.round(top - here.top - box.clientTop)];
    };
    const last = table.rows[table.rows.length - 1];
    // The visible cells at the corner, in the header of another column, and at the beginning of a
    // row.
    const seen = (x, y) => explorer.shadowRoot.elementFromPoint(here.left + x, here.top + y)?.closest('th, td');
    return {
        scrolled: [box.scrollLeft, box.scrollTop],
        corner: place(table.rows[0].cells[0]),
        head: place(table.rows[0].cells[5])[1],
        name: place(last.cells[0])[0],
        cell: place(last.cells[5])[0] < box.clientWidth + 400,
        seen: [
            seen(10, 10) == table.rows[0].cells[0],
            // A scroll bar may cover the end of it.
            seen(box.clientWidth - 60, 10)?.scope,
            seen(10, 200)?.scope,
        ],
        fits: here.bottom - here.top <= innerHeight,
    }";

#[test]
fn head_and_names_stay_in_sight_while_the_box_scrolls() {
    for width in [360, 1200] {
        let visitor = Visitor::sees_table("");
        visitor.browser.resize(width, 800);
        visitor.author_runs("explorer.shadowRoot.querySelector('[part=table]').scrollIntoView()");
        let found = visitor.author_runs(AFTER_SCROLLING);
        let expected = json!({
            "scrolled": [200, 500], "corner": [0, 0], "head": 0, "name": 0, "cell": true,
            "seen": [true, "col", "row"], "fits": true,
        });
        assert_eq!(found, expected, "{width} px");
        visitor.expect_quiet();
    }
}

#[test]
fn what_gets_the_focus_is_not_hidden_by_what_stays() {
    let visitor = Visitor::sees_table("");
    visitor.browser.resize(360, 700);
    let row = visitor.find("button", &visitor.see_row_names()[5]);
    // The header row covers it when it gets the focus.
    visitor.browser.run(
        "const box = arguments[0].closest('[part=table]');
         box.scrollTop += arguments[0].getBoundingClientRect().top - box.getBoundingClientRect().top - 8;
         arguments[0].focus()",
        &[row.as_argument()],
    );
    let is_seen = || {
        visitor.browser.run(
            "const { left, top } = arguments[0].getBoundingClientRect();
             return arguments[0].getRootNode().elementFromPoint(left + 4, top + 4) == arguments[0]",
            &[row.as_argument()],
        )
    };
    eventually(is_seen, &json!(true));
    visitor.expect_quiet();
}

#[test]
fn on_paper_the_whole_table_is_there() {
    if Engine::current().skips("table::on_paper_the_whole_table_is_there") {
        return;
    }
    let visitor = Visitor::sees_table("");
    visitor.browser.prints();
    // A4 without margins.
    visitor.browser.resize(703, 1000);
    let paper = visitor.author_runs(
        "const box = explorer.shadowRoot.querySelector('[part=table]');
         const rows = [...box.querySelectorAll('tbody tr')];
         return {
             whole: box.clientHeight >= box.querySelector('table').offsetHeight,
             rows: rows.filter((row) => row.getBoundingClientRect().height > 10).length,
             wide: box.querySelector('table').offsetWidth > innerWidth,
             head: getComputedStyle(box.querySelector('th')).position,
         }",
    );
    assert_eq!(paper, json!({ "whole": true, "rows": 52, "wide": false, "head": "static" }));
    visitor.expect_quiet();
}

#[test]
fn filtering_keeps_the_rows_and_the_place_of_the_rest() {
    let visitor = Visitor::sees_table("");
    visitor.author_runs("explorer.shadowRoot.querySelectorAll('tbody tr').forEach((row) => row.kept = true)");
    visitor.pick_tab("Service Mesh");
    eventually(|| visitor.see_row_names(), &["Kmesh", "Sermant"][..]);
    visitor.pick_tab("All");
    eventually(|| visitor.see_rows().len(), &52);
    let made_anew = "return [...explorer.shadowRoot.querySelectorAll('tbody tr')].filter((row) => !row.kept).length";
    assert_eq!(visitor.author_runs(made_anew), 0);
    visitor.expect_quiet();
}
