//! Posts of WordPress in every form of the explorer, by an administrator and by an editor whose HTML is cleaned.
//! `cargo xtask test-hosts wordpress` builds the site and runs this.

use e2e::catalog::text;
use e2e::server::Server;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

/// A post published by `setup.php`.
fn post(name: &str) -> Value {
    let path = site::root().join("target/hosts/wordpress/posts.json");
    let posts = std::fs::read_to_string(path).expect("`cargo xtask test-hosts wordpress` makes the site");
    let posts: Value = serde_json::from_str(&posts).expect("posts.json is JSON");
    posts["posts"][name].clone()
}

/// The HTML that WordPress has kept of it.
fn kept(name: &str) -> String {
    text(&post(name)["kept"])
}

fn reads(path: &str) -> Visitor {
    let host = std::env::var("WORDPRESS_HOST").expect("`cargo xtask test-hosts wordpress` runs the site");
    let visitor = Visitor::comes_to(Server::of_another_program(host.parse().expect("an address")));
    visitor.open(path);
    visitor
}

fn reads_post(name: &str) -> Visitor {
    reads(&text(&post(name)["path"]))
}

fn scripts(visitor: &Visitor) -> Value {
    visitor.author_runs("return document.querySelectorAll('script[src*=sandbox-explorer]').length")
}

#[track_caller]
fn expect_part_4(visitor: &Visitor) {
    visitor.waits_for_cards();
    visitor.expect_status("13 projects");
    let heading = "return explorer.shadowRoot.querySelector('article :is(h1,h2,h3,h4,h5,h6)').localName";
    assert_eq!(visitor.author_runs(heading), "h2");
    assert_eq!(visitor.author_runs("return explorer.querySelectorAll('a').length"), 1, "the fallback, once");
    assert_eq!(scripts(visitor), 1);
    visitor.pick_tab("Service Mesh");
    eventually(|| visitor.see_cards().len() < 13, &true);
}

#[track_caller]
fn expect_fallback_only(visitor: &Visitor) {
    visitor.looks_at_page();
    let _ = visitor.find("link", "CNCF Sandbox projects");
    assert_eq!(visitor.author_runs("return explorer"), Value::Null);
    assert_eq!(scripts(visitor), 0);
}

#[test]
fn an_administrator_pastes_the_tag_into_a_custom_html_block() {
    let visitor = reads_post("administrator-tag");
    expect_part_4(&visitor);
    visitor.expect_quiet();
}

#[test]
fn of_an_editors_tag_the_fallback_stays() {
    assert!(!kept("editor-tag").contains("sandbox-explorer"), "{}", kept("editor-tag"));
    let visitor = reads_post("editor-tag");
    expect_fallback_only(&visitor);
    visitor.expect_quiet();
}

#[test]
fn both_may_write_the_shortcode() {
    for author in ["administrator", "editor"] {
        let visitor = reads_post(&format!("{author}-shortcode"));
        expect_part_4(&visitor);
        assert!(!visitor.sees_now("combobox", "Sort"), "without-sort is not passed on");
        visitor.expect_quiet();
    }
}

#[test]
fn both_may_write_the_div_with_all_its_attributes() {
    for author in ["administrator", "editor"] {
        assert_eq!(kept(&format!("{author}-div")).matches(" data-").count(), 14, "{}", kept("editor-div"));
        let visitor = reads_post(&format!("{author}-div"));
        visitor.reads_chinese();
        // The scripts are found although the post has another `data-base`: that attribute is ignored.
        visitor.waits_for_cards();
        visitor.expect_chips(&["Rust"]);
        for (role, name) in [("searchbox", "搜索项目"), ("combobox", "排序"), ("group", "语言")] {
            assert!(!visitor.sees_now(role, name), "{role} {name}");
        }
        assert!(visitor.tabs().is_empty());
        let theme = "return getComputedStyle(explorer.shadowRoot.querySelector('[role=region]')).colorScheme";
        assert_eq!(visitor.author_runs(theme), "dark");
        visitor.expect_quiet();
    }
}

#[test]
fn what_the_tool_prints_works_as_a_block_and_as_a_shortcode() {
    for author in ["administrator", "editor"] {
        let visitor = reads_post(&format!("{author}-printed"));
        visitor.author_runs("explorer.scrollIntoView()");
        visitor.waits_for_cards();
        visitor.expect_status("13 projects");
        let heading = "return explorer.shadowRoot.querySelector('article :is(h1,h2,h3,h4,h5,h6)').localName";
        assert_eq!(visitor.author_runs(heading), "h2");
        assert_eq!(visitor.author_runs("return explorer.querySelectorAll('li > a').length"), 13, "{author}: the list");
        visitor.expect_quiet();
    }
}

#[test]
fn an_administrator_may_frame_it() {
    let name = "administrator-iframe";
    for attribute in [
        "title=",
        "loading=\"lazy\"",
        "sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals\"",
    ] {
        assert!(kept(name).contains(attribute), "{}", kept(name));
    }
    let visitor = reads_post(name);
    visitor.author_runs("document.querySelector('iframe').scrollIntoView()");
    // It reports its height when the cards are there, and the page's script applies it.
    let height = || visitor.author_runs("return document.querySelector('iframe').offsetHeight");
    assert!(height().as_u64() >= Some(700));
    eventually(|| height().as_u64() > Some(1000), &true);
    visitor.expect_quiet();
}

#[test]
fn of_an_editors_frame_the_link_below_it_stays() {
    assert!(!kept("editor-iframe").contains("iframe"), "{}", kept("editor-iframe"));
    let visitor = reads_post("editor-iframe");
    expect_fallback_only(&visitor);
    visitor.expect_quiet();
}

#[test]
fn the_shortcode_lets_nothing_through_but_its_attributes() {
    let visitor = reads_post("editor-attack");
    visitor.waits_for_cards();
    let names = visitor.author_runs("return explorer.getAttributeNames().sort()");
    assert_eq!(names, json!(["loading", "scope"]));
    let link = visitor.author_runs("return explorer.querySelector('a').outerHTML");
    assert!(!text(&link).contains("javascript:") && !text(&link).contains("onclick"), "{link}");
    assert_eq!(visitor.author_runs("return explorer.querySelectorAll('script').length"), 0);
    visitor.expect_quiet();
}

#[test]
fn a_post_without_an_explorer_loads_nothing() {
    let visitor = reads("/?p=1");
    assert_eq!(scripts(&visitor), 0);
    visitor.expect_quiet();
}
