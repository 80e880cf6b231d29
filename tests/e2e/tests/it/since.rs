//! Changes since the post was published.

use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;

#[test]
fn cards_say_what_has_changed_since_the_post() {
    let visitor = Visitor::sees("published=2024-09-05");
    for (project, news) in [
        ("Xline", "archived since this post"),
        ("HAMi", "promoted to Incubating since this post"),
        ("Headlamp", "repository moved since this post"),
        ("Ratify", "repository moved since this post"),
    ] {
        let card = visitor.read_card(project);
        assert!(card.contains(news), "no “{news}” in: {card}");
    }
    assert!(!visitor.read_card("youki").contains("since this post"));
    visitor.expect_quiet();
}

#[test]
fn a_line_offers_the_list_of_what_has_changed() {
    let visitor = Visitor::sees("published=2024-09-05");
    let line = "return explorer.shadowRoot.querySelector('summary').innerText";
    assert_eq!(visitor.author_runs(line), "Changed since this post (5 Sep 2024): 5 projects");
    visitor.author_runs("explorer.shadowRoot.querySelector('summary').click()");
    visitor.click("button", "Microcks");
    visitor.expect_details("Microcks");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    // In a scope, only its projects count.
    visitor.author_runs("explorer.scope = 'part=4'");
    eventually(|| visitor.author_runs(line), "Changed since this post (5 Sep 2024): 2 projects");
    visitor.author_runs("explorer.lang = 'zh'");
    eventually(|| visitor.author_runs(line), "自本文发表（2024 年 9 月 5 日）以来，有 2 个项目发生变化");
    visitor.author_runs("explorer.scope = 'project=youki'");
    let no_line = "return !explorer.shadowRoot.querySelector('summary')";
    eventually(|| visitor.author_runs(no_line), &serde_json::Value::Bool(true));
    visitor.expect_quiet();
}

#[test]
fn the_page_itself_says_when_it_was_published() {
    let visitor = Visitor::comes_to(site::server());
    let meta = r#"<meta property="article:published_time" content="2026-06-01T08:00:00+02:00">"#;
    visitor.server.page("/post.html", &site::post(&site::tag("")).replace("</head>", &[meta, "</head>"].concat()));
    visitor.open("/post.html");
    visitor.waits_for_cards();
    let hami = || visitor.read_card("HAMi").contains("promoted to Incubating since this post");
    eventually(hami, &true);
    // Archived earlier.
    assert!(visitor.read_card("Xline").contains("Archived 2025"));
    visitor.author_runs("explorer.published = 'none'");
    eventually(hami, &false);
    visitor.expect_quiet();
}
