//! The timeline.

use e2e::catalog::{Catalog, text};
use e2e::engine::Engine;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

/// "Oct 2024".
fn month(date: &Value) -> String {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let date = text(date);
    format!("{} {}", months[date[5..7].parse::<usize>().unwrap_or_default() - 1], &date[..4])
}

#[test]
fn every_line_says_what_it_shows() {
    let visitor = Visitor::sees_timeline("");
    let catalog = Catalog::read();
    let lines = visitor.see_lines();
    assert_eq!(lines.len(), 52);
    for project in catalog.projects() {
        let level = match project["maturity"]["level"].as_str() {
            Some("archived") => format!("Archived ({})", month(&project["maturity"]["since"])),
            Some("incubating") => format!("Incubating ({})", month(&project["maturity"]["since"])),
            Some("sandbox") => "Sandbox".to_owned(),
            other => panic!("an unknown level: {other:?}"),
        };
        let expected = format!(
            "{}: first commit {}, entered the Sandbox {}, CNCF status: {level}",
            text(&project["name"]),
            month(&project["first_commit"]),
            month(&project["accepted"])
        );
        assert!(lines.contains(&expected), "nothing says “{expected}”");
    }
    let youki = visitor.find("img", "youki: first commit Mar 2021, entered the Sandbox Oct 2024, CNCF status: Sandbox");
    let (role, name) = visitor.browser.spoken(&youki);
    assert!(["img", "image"].contains(&role.as_str()) && name.starts_with("youki: first commit"), "{role} {name}");
    visitor.expect_quiet();
}

#[test]
fn batches_are_groups_that_follow_filter_and_order() {
    let visitor = Visitor::sees_timeline("");
    let names = || visitor.see_batches().into_iter().map(|(name, lines)| (name, lines.len())).collect::<Vec<_>>();
    let batch = |name: &str, n: usize| (name.to_owned(), n);
    let all = [
        batch("Part 4 · 2024 H2", 13),
        batch("Part 3 · 2024 H1", 14),
        batch("Part 2 · 2023 H2", 12),
        batch("Part 1 · 2023 H1", 13),
    ];
    assert_eq!(names(), all);
    visitor.sort_by("Name");
    eventually(
        || visitor.see_batches().iter().all(|batch| batch.1.is_sorted_by_key(|line| line.to_lowercase())),
        &true,
    );
    assert_eq!(names(), all);
    visitor.tick("Language", "Rust");
    let catalog = Catalog::read();
    let rust = catalog.count(|project| e2e::catalog::has(&project["languages"], "Rust"));
    eventually(|| visitor.see_lines().len() as u64, &rust);
    visitor.tick("Part of the series", "Part 1 · 2023 H1");
    eventually(|| names().len(), &1);
    assert_eq!(names()[0].0, "Part 1 · 2023 H1");
    assert_eq!(visitor.names("heading"), ["Part 1 · 2023 H1"], "a heading over nothing");
    visitor.expect_quiet();
}

/// For each project: the positions of the start of its line, of its ring, and of its diamond if it has one, and its first day and day
/// of acceptance in the catalog; positions on the screen.
const MARKS: &str = "
    const middle = (it) => {
        const { left, width } = it.getBoundingClientRect();
        return left + width / 2;
    };
    return [...explorer.shadowRoot.querySelectorAll('li')].flatMap((item) => {
        const id = item.querySelector('[data-project]')?.dataset.project;
        const drawing = item.querySelector('[role=img]');
        if (!id || !drawing) return [];
        const [, bar] = drawing.querySelectorAll('line');
        const diamond = drawing.querySelector('rect');
        return [[id, bar.getBoundingClientRect().left, middle(drawing.querySelector('circle')), diamond && middle(diamond)]];
    })";

#[test]
fn the_marks_stand_where_their_dates_are() {
    let visitor = Visitor::sees_timeline("");
    let catalog = Catalog::read();
    for width in [1200, 360] {
        visitor.browser.resize(width, 900);
        let marks = visitor.author_runs(MARKS);
        let marks = marks.as_array().cloned().unwrap_or_default();
        assert_eq!(marks.len(), 52);
        let mut rings: Vec<(String, f64)> = Vec::new();
        let mut starts: Vec<(String, f64)> = Vec::new();
        for mark in &marks {
            let project = catalog.projects().find(|project| project["id"] == mark[0]).expect("a project");
            let place = |at: usize| mark[at].as_f64();
            starts.push((text(&project["first_commit"]), place(1).expect("a line")));
            rings.push((text(&project["accepted"]), place(2).expect("a ring")));
            let moved = project["maturity"]["level"] != "sandbox";
            assert_eq!(place(3).is_some(), moved, "{}", mark[0]);
            if let Some(diamond) = place(3) {
                rings.push((text(&project["maturity"]["since"]), diamond));
            }
        }
        for mut places in [rings, starts] {
            places.sort_by(|a, b| a.0.cmp(&b.0));
            for pair in places.windows(2) {
                let [(earlier, left), (later, right)] = pair else { unreachable!() };
                // The same day has the same position; a later one is further right, by however little.
                if earlier == later {
                    assert!((left - right).abs() < 0.01, "{width} px: {earlier} at {left} and {right}");
                } else {
                    assert!(left < right, "{width} px: {earlier} at {left}, {later} at {right}");
                }
            }
        }
    }
    visitor.expect_quiet();
}

#[test]
fn years_are_named_as_many_as_there_is_room_for() {
    let visitor = Visitor::sees_timeline("");
    let years = || {
        let years = visitor.author_runs(
            "const [batch] = explorer.shadowRoot.querySelectorAll('[part=timeline] > :has(li button)');
             return [...batch.querySelectorAll('text')].filter((it) => it.getBoundingClientRect().width).map((it) => {
                 const { left, right } = it.getBoundingClientRect();
                 return [it.textContent, left, right];
             })",
        );
        years.as_array().cloned().unwrap_or_default()
    };
    let oldest = Catalog::read().projects().map(|project| text(&project["first_commit"])).min().unwrap_or_default();
    for (width, is_thinned) in [(1200, false), (320, true)] {
        visitor.browser.resize(width, 900);
        eventually(|| years().first().is_some_and(|first| first[0] != oldest[..4]), &is_thinned);
        let years = years();
        assert!(years.len() >= 5, "{years:?}");
        for pair in years.windows(2) {
            let right = pair[0][2].as_f64().expect("a place");
            assert!(
                pair[1][1].as_f64().is_some_and(|left| left > right + 2.0),
                "{width} px: years run together: {years:?}"
            );
        }
    }
    visitor.expect_quiet();
}

#[test]
fn a_name_opens_the_details_by_mouse_and_by_key() {
    let visitor = Visitor::sees_timeline("");
    visitor.open_details("youki");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_focus("button", "youki");
    visitor.press(&["Tab", "Enter"]);
    visitor.expect_details("OpenEBS");
    visitor.press(&["Escape"]);
    visitor.expect_focus("button", "OpenEBS");
    visitor.expect_quiet();
}

#[test]
fn on_a_phone_the_name_stands_above_its_line() {
    let visitor = Visitor::sees_timeline("");
    let above = || {
        visitor.author_runs(
            "const item = explorer.shadowRoot.querySelector('[data-project=youki]').closest('li');
             const name = item.querySelector('button').getBoundingClientRect();
             const line = item.querySelector('[role=img]').getBoundingClientRect();
             return [name.bottom <= line.top + 1, line.width > item.offsetWidth * .9]",
        )
    };
    assert_eq!(above(), json!([false, false]));
    visitor.browser.resize(360, 800);
    eventually(above, &json!([true, true]));
    visitor.expect_quiet();
}

/// Whether line, ring, diamond and years have the text colour, and the inside of the ring another one; and whether the selection is
/// visible.
const COLOURS: &str = "
    const style = (selector) => getComputedStyle(explorer.shadowRoot.querySelector(selector));
    const text = style('h3').color;
    const { stroke, fill } = style('li [role=img] circle');
    return [
        style('li [role=img] line:last-of-type').stroke == text,
        stroke == text,
        fill != text,
        style('li [role=img] rect').stroke == text,
        style('[part=timeline] text').fill == text,
        style('[aria-pressed=true]').backgroundColor != style('[aria-pressed=false]').backgroundColor,
        style('[role=tab]').borderBottomColor != style('[role=tab]:last-child').borderBottomColor,
    ]";

#[test]
fn in_forced_colours_the_lines_and_marks_can_be_seen() {
    if Engine::current().skips("timeline::in_forced_colours_the_lines_and_marks_can_be_seen") {
        return;
    }
    let visitor = Visitor::sees_timeline("");
    visitor.browser.prefers("forced-colors", "active");
    let colours = || visitor.author_runs(COLOURS);
    eventually(colours, &json!([true, true, true, true, true, true, true]));
    visitor.expect_quiet();
}
