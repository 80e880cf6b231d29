//! Several explorers on one page: readers who navigate by landmarks must be able to tell them apart.

use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

use crate::accessible::bring_axe;

/// The names of the regions and searches, explorer by explorer.
fn names(visitor: &Visitor) -> Value {
    visitor.author_runs(
        "return [...document.querySelectorAll('sandbox-explorer')].map((it) =>
             [...it.shadowRoot.querySelectorAll('[role=region], [role=search]')].map((it) => it.ariaLabel ?? ''))",
    )
}

fn expect_unique(visitor: &Visitor) {
    bring_axe(visitor);
    let problems = visitor.browser.run(
        "return axe.run(document, { runOnly: ['landmark-unique'] }).then(({ violations }) => violations.map((it) => it.nodes.length))",
        &[],
    );
    assert_eq!(problems, json!([]), "{}", names(visitor));
}

fn reads(explorers: &[&str]) -> Visitor {
    let tags: Vec<String> = explorers.iter().map(|attributes| site::tag(attributes)).collect();
    let visitor = Visitor::reads(&tags.concat());
    for nth in 0..explorers.len() {
        visitor.looks_at(nth as u32);
        visitor.waits_for_cards();
    }
    visitor
}

#[test]
fn one_explorer_is_called_as_ever() {
    let visitor = reads(&["scope=part=4"]);
    assert_eq!(names(&visitor), json!([["CNCF Sandbox projects", ""]]));
    expect_unique(&visitor);
    visitor.expect_quiet();
}

#[test]
fn several_are_called_after_their_scopes() {
    let visitor = reads(&[
        "",
        "scope=part=4",
        "scope='category=service-mesh,security-compliance'",
        "scope='project=youki,kmesh'",
    ]);
    let expected = json!([
        ["CNCF Sandbox projects", ""],
        ["CNCF Sandbox projects: Part 4", "Search projects: Part 4"],
        [
            "CNCF Sandbox projects: Security & Compliance, Service Mesh",
            "Search projects: Security & Compliance, Service Mesh"
        ],
        ["CNCF Sandbox projects: youki, Kmesh", "Search projects: youki, Kmesh"],
    ]);
    eventually(|| names(&visitor)[1][0].clone(), &expected[1][0]);
    println!("{}", names(&visitor));
    assert_eq!(names(&visitor)[3], expected[3]);
    expect_unique(&visitor);
    visitor.expect_quiet();
}

#[test]
fn equal_scopes_are_numbered_and_a_lone_one_needs_no_number() {
    let visitor = reads(&["scope=part=4", "scope=part=4", "scope=part=4"]);
    let expected = json!([
        ["CNCF Sandbox projects: Part 4", "Search projects: Part 4"],
        ["CNCF Sandbox projects: Part 4 (2)", "Search projects: Part 4 (2)"],
        ["CNCF Sandbox projects: Part 4 (3)", "Search projects: Part 4 (3)"],
    ]);
    eventually(|| names(&visitor), &expected);
    expect_unique(&visitor);
    // They are removed, one after the other.
    visitor.author_runs("explorer.remove()");
    eventually(|| names(&visitor)[0][0].clone(), "CNCF Sandbox projects: Part 4");
    expect_unique(&visitor);
    visitor.author_runs("explorer.remove()");
    eventually(|| names(&visitor), &json!([["CNCF Sandbox projects", ""]]));
    visitor.expect_quiet();
}

#[test]
fn two_without_a_scope_are_numbered_in_every_view() {
    let visitor = reads(&["", "lang=en"]);
    eventually(|| names(&visitor)[1][0].clone(), "CNCF Sandbox projects (2)");
    visitor.author_runs("document.querySelectorAll('sandbox-explorer').forEach((it) => (it.view = 'table'))");
    eventually(|| names(&visitor)[1].as_array().map(Vec::len), &Some(3));
    assert_eq!(names(&visitor)[1][2], "Table of projects (2)");
    expect_unique(&visitor);
    visitor.expect_quiet();
}

#[test]
fn the_name_that_the_page_gives_wins() {
    let visitor = Visitor::reads(
        &[
            "<h2 id=part-4>Thirteen arrivals</h2>",
            &site::tag("aria-labelledby=part-4 scope=part=4"),
            &site::tag("aria-label='All of them'"),
        ]
        .concat(),
    );
    for nth in [0, 1] {
        visitor.looks_at(nth);
        visitor.waits_for_cards();
    }
    let expected = json!([
        ["Thirteen arrivals", "Search projects: Thirteen arrivals"],
        ["All of them", "Search projects: All of them"],
    ]);
    eventually(|| names(&visitor), &expected);
    expect_unique(&visitor);
    visitor.expect_quiet();
}
