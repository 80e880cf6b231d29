//! The views: the control that selects one, the attribute, the key in the link.

use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::json;

fn fragment(visitor: &Visitor) -> String {
    let url = visitor.browser.url();
    url.split_once('#').map(|(_, fragment)| fragment.to_owned()).unwrap_or_default()
}

#[test]
fn one_view_is_chosen_and_shows_the_same_projects() {
    let visitor = Visitor::sees("query=part=4");
    visitor.expect_view("Cards");
    let mut names = visitor.see_cards();
    visitor.pick_view("Table");
    visitor.waits_for_rows();
    assert_eq!(visitor.see_row_names(), names);
    assert_eq!(visitor.see_cards(), [] as [&str; 0]);
    visitor.pick_view("Timeline");
    visitor.waits_for_lines();
    // One batch, so the order is the same.
    let lines = visitor.see_lines();
    assert!(lines.iter().zip(&names).all(|(line, name)| line.starts_with(&format!("{name}: "))), "{lines:?}");
    assert!(visitor.see_rows().is_empty());
    visitor.tick("Language", "Rust");
    visitor.waits_for_lines();
    visitor.pick_view("Cards");
    visitor.waits_for_cards();
    names.retain(|name| visitor.see_cards().contains(name));
    assert_eq!(visitor.see_cards(), names);
    visitor.expect_quiet();
}

#[test]
fn the_attribute_is_the_view_to_start_with_and_may_change() {
    let visitor = Visitor::sees_table("");
    visitor.expect_view("Table");
    visitor.author_runs("explorer.view = 'timeline'");
    visitor.waits_for_lines();
    visitor.expect_view("Timeline");
    visitor.author_runs("explorer.removeAttribute('view')");
    visitor.waits_for_cards();
    visitor.expect_view("Cards");
    visitor.author_runs("explorer.setAttribute('view', 'grid')");
    visitor.expect_console(&["allowed: cards, table, timeline, insights"]);
    visitor.expect_view("Cards");
    // The reader's choice takes precedence over the page's.
    visitor.pick_view("Table");
    visitor.author_runs("explorer.view = 'timeline'");
    visitor.waits_for_rows();
    visitor.expect_view("Table");
    visitor.expect_quiet();
}

#[test]
fn the_view_is_part_of_the_link_and_of_the_history() {
    let visitor = Visitor::sees("url-key=explorer");
    visitor.pick_view("Table");
    eventually(|| fragment(&visitor), "explorer=view=table");
    visitor.tick("Part of the series", "Part 4 · 2024 H2");
    eventually(|| fragment(&visitor), "explorer=part=4%26view=table");
    visitor.pick_view("Timeline");
    eventually(|| fragment(&visitor), "explorer=part=4%26view=timeline");
    visitor.browser.back();
    visitor.waits_for_rows();
    visitor.expect_view("Table");
    visitor.browser.back();
    eventually(|| visitor.see_rows().len(), &52);
    visitor.browser.back();
    visitor.waits_for_cards();
    visitor.expect_view("Cards");
    assert_eq!(fragment(&visitor), "");
    visitor.browser.forward();
    visitor.waits_for_rows();
    // A shared link opens the view. The page's own choice is not written into the link.
    visitor.browser.reload();
    visitor.waits_for_rows();
    visitor.expect_view("Table");
    visitor.pick_view("Cards");
    eventually(|| fragment(&visitor), "");
    visitor.expect_quiet();
}

#[test]
fn a_link_wins_over_the_attribute() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.page("/post.html", &site::post(&site::tag("url-key=explorer view=timeline")));
    visitor.open("/post.html#explorer=view=table");
    visitor.waits_for_rows();
    visitor.pick_view("Timeline");
    eventually(|| fragment(&visitor), "");
    visitor.pick_view("Cards");
    eventually(|| fragment(&visitor), "explorer=view=cards");
    visitor.expect_quiet();
}

#[test]
fn the_focus_stays_on_the_control() {
    let visitor = Visitor::sees("");
    let button = visitor.view_button("Cards");
    visitor.browser.run("arguments[0].focus()", &[button.as_argument()]);
    for view in ["Table", "Timeline"] {
        visitor.press(&["Tab"]);
        visitor.expect_focus("button", view);
        visitor.press(&["Enter"]);
        visitor.expect_view(view);
        visitor.expect_focus("button", view);
    }
    visitor.waits_for_lines();
    visitor.expect_quiet();
}

#[test]
fn the_page_does_not_scroll_sideways_on_a_phone_in_any_view() {
    let visitor = Visitor::sees("");
    for (view, name) in [("cards", "Cards"), ("table", "Table"), ("timeline", "Timeline")] {
        visitor.author_runs(&format!("explorer.view = '{view}'"));
        visitor.expect_view(name);
        for width in [320, 360, 768, 1200] {
            visitor.browser.resize(width, 700);
            let sideways =
                || visitor.author_runs("return Math.max(0, document.documentElement.scrollWidth - innerWidth)");
            eventually(sideways, &json!(0));
            let small = visitor.author_runs(
                "const buttons = [...explorer.shadowRoot.querySelectorAll('button')].filter((it) => it.checkVisibility());
                 return buttons.flatMap((it) => {
                     const { width, height } = it.getBoundingClientRect();
                     return width < 23.9 || height < 23.9 ? [`${it.textContent} ${width} × ${height}`] : [];
                 })",
            );
            assert_eq!(small, json!([]), "too small for a finger: {name}, {width} px");
        }
    }
    visitor.expect_quiet();
}

#[test]
fn where_nothing_matches_each_view_offers_the_ways_out() {
    let visitor = Visitor::sees_table("");
    for view in ["Table", "Timeline"] {
        visitor.pick_view(view);
        visitor.author_runs("explorer.query = explorer.query + '&q=zzzz'");
        eventually(|| visitor.status().starts_with("0 "), &true);
        assert!(!visitor.sees_now("region", "Table of projects") && visitor.see_lines().is_empty());
        assert_eq!(
            visitor.names("listitem").iter().filter(|name| name.contains("Sandbox")).count(),
            0,
            "a legend of nothing"
        );
        visitor.click("button", "Without the filter “zzzz”: 52 projects");
        visitor.expect_status("52 projects");
        eventually(|| visitor.see_rows().len() + visitor.see_lines().len(), &52);
    }
    visitor.expect_quiet();
}
