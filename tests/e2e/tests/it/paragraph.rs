//! Tags that Markdown has put into a paragraph, which cannot contain lists.

use e2e::site;
use e2e::visitor::Visitor;

const LIST: &str = "<ul id=fb><li><a href=/x>youki</a> – a container runtime</li></ul>";

#[test]
fn a_list_that_was_thrown_out_is_named_in_one_line() {
    for page in [
        // python-markdown2, showdown
        format!("<p><sandbox-explorer loading=eager>\n{LIST}\n</sandbox-explorer></p>"),
        // With blank lines between.
        format!("<p><sandbox-explorer loading=eager>\n</p>\n{LIST}\n<p></sandbox-explorer></p>"),
        format!("<p><sandbox-explorer loading=eager>{LIST}</sandbox-explorer></p>"),
        format!("<p><sandbox-explorer loading=eager>\n<p>{}</p>{LIST}</sandbox-explorer></p>", "<a href=/y>All</a>"),
        // Links, with blank lines before and after.
        "<p><sandbox-explorer loading=eager></p>\n<p><span lang=en><a href=/x>youki</a> – a container runtime</span></p>\n<p></sandbox-explorer></p>".to_owned(),
        // Two of them are reported once.
        format!("<p><sandbox-explorer loading=eager>\n{LIST}\n</sandbox-explorer></p>").repeat(2),
    ] {
        let visitor = Visitor::reads(&page);
        visitor.waits_for_cards();
        visitor.expect_console(&["prerender --as links"]);
        // And not again after reinsertion.
        visitor.author_runs("window.kept = explorer; explorer.remove()");
        visitor.author_runs("document.querySelector('main').append(window.kept)");
        visitor.waits_for_cards();
        visitor.expect_quiet();
    }
}

#[test]
fn other_tags_in_paragraphs_are_no_matter() {
    let empty = "<sandbox-explorer loading=eager></sandbox-explorer>";
    for page in [
        format!("<p>{empty}</p>{LIST}"),
        format!("<p>{empty}</p><p><a href=/x>youki</a> is small.</p><p></p>"),
        format!("<p>{empty}</p><p>Words.</p>{LIST}<p></p>"),
        format!("<p>{empty}</p><h2>Links</h2>{LIST}<p></p>"),
        format!("<p>Such as {empty} are small.</p>{LIST}<p></p>"),
        format!("<p><sandbox-explorer loading=eager>\n<a href=/x>youki</a><br>\n</sandbox-explorer></p>{LIST}<p></p>"),
        format!("{empty}{LIST}<p></p>"),
    ] {
        let visitor = Visitor::reads(&page);
        visitor.waits_for_cards();
        visitor.expect_quiet();
    }
}

#[test]
fn printed_links_stay_in_the_tag() {
    let links = site::prerendered(&["--as", "links", "--scope", "part=4"]);
    let visitor =
        Visitor::reads(&format!("<p><sandbox-explorer loading=eager scope=part=4>\n{links}</sandbox-explorer></p>"));
    visitor.waits_for_cards();
    visitor.expect_status("13 projects");
    assert_eq!(visitor.author_runs("return explorer.querySelectorAll('a').length"), 13);
    assert_eq!(visitor.author_runs("return explorer.querySelector('a').checkVisibility()"), false);
    visitor.expect_quiet();
}
