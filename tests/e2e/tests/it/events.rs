//! Events and methods for the page's author.

use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

#[test]
fn the_page_hears_what_happens_as_plain_data() {
    let visitor = Visitor::sees("");
    eventually(|| visitor.heard("ready"), &vec![json!({ "projects": 52 })]);
    visitor.tick("Language", "Rust");
    visitor.expect_chips(&["Rust"]);
    let n_rust = visitor.see_cards().len();
    let ids = "return [...explorer.shadowRoot.querySelectorAll('article [data-project]')]
        .filter((name) => name.checkVisibility()).map((name) => name.dataset.project)";
    let shown = visitor.author_runs(ids);
    assert_eq!(shown.as_array().map(Vec::len), Some(n_rust));
    let change = json!({ "query": "language=rust", "shown": n_rust, "projects": shown });
    eventually(|| visitor.heard("change"), &vec![change]);
    assert!(visitor.heard("select").is_empty());
    visitor.open_details("youki");
    eventually(|| visitor.heard("select"), &vec![json!({ "project": "youki" })]);
    assert!(visitor.heard("error").is_empty());
    visitor.expect_quiet();
}

#[test]
fn a_change_names_the_projects_in_their_order() {
    let visitor = Visitor::sees("");
    let last = || visitor.heard("change").last().map(|detail| detail["projects"].clone());
    visitor.sort_by("Name");
    eventually(|| last().and_then(|ids| ids.get(0).cloned()), &Some(json!("atlantis")));
    let n_changes = visitor.heard("change").len();
    // Another scope of the same size and the same query is another list.
    visitor.author_runs("explorer.query = ''; explorer.scope = 'project=youki,kmesh'");
    eventually(last, &Some(json!(["youki", "kmesh"])));
    visitor.author_runs("explorer.scope = 'project=kmesh,youki'");
    eventually(last, &Some(json!(["kmesh", "youki"])));
    visitor.author_runs("explorer.query = 'q=qqqqqqq'");
    eventually(last, &Some(json!([])));
    assert!(visitor.heard("change").len() >= n_changes + 3);
    visitor.expect_quiet();
}

#[test]
fn an_explorer_starts_without_a_change() {
    let visitor = Visitor::sees("query=language=rust");
    eventually(|| visitor.heard("ready").len(), &1);
    assert_eq!(visitor.heard("change"), Vec::<Value>::new());
    visitor.expect_quiet();
}

#[test]
fn reset_clears_what_the_reader_has_chosen() {
    let visitor = Visitor::sees("scope=part=4");
    visitor.tick("Language", "Rust");
    visitor.type_search("youki");
    visitor.expect_cards(&["youki"]);
    visitor.author_runs("explorer.reset()");
    // Not the scope, which is the author's.
    visitor.expect_status("13 projects");
    visitor.expect_chips(&[]);
    assert_eq!(visitor.author_runs("return explorer.query"), "");
    visitor.expect_quiet();
}

#[test]
fn reset_takes_the_picks_back_as_well() {
    let visitor = Visitor::sees("scope=part=4");
    let picks = "return explorer.shadowRoot.querySelectorAll('[aria-pressed=true]:is(article *)').length";
    visitor.author_runs("explorer.shadowRoot.querySelector('article [aria-pressed]').click()");
    eventually(|| visitor.author_runs(picks), &json!(1));
    visitor.author_runs("explorer.reset()");
    eventually(|| visitor.author_runs(picks), &json!(0));
    visitor.expect_quiet();
}

#[test]
fn show_opens_the_details_of_a_project() {
    let visitor = Visitor::sees("");
    assert_eq!(visitor.author_runs("return explorer.show('youki')"), true);
    visitor.expect_details("youki");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    assert_eq!(visitor.author_runs("return explorer.show('no-such-project')"), false);
    visitor.expect_no_details();
    visitor.expect_quiet();
}

#[test]
fn show_starts_an_explorer_that_has_not_been_seen_yet() {
    let visitor = Visitor::reads(r#"<div style="height: 9000px"></div><sandbox-explorer></sandbox-explorer>"#);
    let shows = "return customElements.whenDefined('sandbox-explorer').then(() => explorer.show('kmesh'))";
    assert_eq!(visitor.author_runs(shows), true);
    visitor.expect_details("Kmesh");
    visitor.expect_quiet();
}

#[test]
fn a_listener_may_call_any_method() {
    let visitor = Visitor::comes_to(site::server());
    visitor.reads_next("");
    visitor.author_runs(
        "const it = document.createElement('sandbox-explorer');
         it.loading = 'eager';
         it.addEventListener('sandbox-explorer-ready', () => it.show('youki'));
         it.addEventListener('sandbox-explorer-select', () => { it.lang = 'zh'; it.query = 'part=4'; });
         document.querySelector('main').append(it)",
    );
    visitor.reads_chinese();
    eventually(|| visitor.status(), "13 / 52 个项目");
    visitor.expect_quiet();
}
