//! Pages with Turbo 8, which rebuilds a page for each of its links, also for those to anchors in it, keeps copies of pages for going back,
//! and morphs them.

use e2e::server::Server;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::json;

const TAG: &str = "<sandbox-explorer url-key=explorer loading=eager></sandbox-explorer>";
const DIV: &str = "<div data-sandbox-explorer data-url-key=explorer data-loading=eager><a href=/list>All</a></div>";

/// A visitor of `/post.html`, next to `/other.html`; both have this in the head, and this explorer.
fn reads(head: &str, explorer: &str) -> Visitor {
    let visitor = Visitor::comes_to(Server::start(&[
        ("/embed/", site::shipped("embed")),
        ("/pages/", site::root().join("tests/e2e/pages")),
        ("/turbo/", site::node_module("@hotwired/turbo/dist")),
    ]));
    let head = format!(r#"{head}<script type="module" src="/turbo/turbo.es2017-esm.js"></script></head>"#);
    for name in ["post", "other"] {
        let links = format!(
            r##"<p id=where>{name}</p><p><a href="/post.html">Post</a> <a href="/other.html">Other</a>
            <a href="#sec">Section</a> <a href="#explorer=part=4">Part 4</a></p>"##
        );
        let page = site::post(&[&links, explorer, "<h2 id=sec>Section</h2>"].concat()).replace("</head>", &head);
        visitor.server.page(&format!("/{name}.html"), &page);
    }
    visitor.open("/post.html");
    visitor.waits_for_cards();
    // Lost if the browser loads a page by itself.
    visitor.author_runs(
        "window.kept = true;
         window.loads = 0;
         addEventListener('turbo:load', () => window.loads++)",
    );
    visitor
}

/// Waits until Turbo has finished what this starts.
fn through(visitor: &Visitor, begin: impl Fn()) {
    visitor.author_runs("window.loads = 0");
    begin();
    eventually(|| visitor.author_runs("return window.loads"), &json!(1));
}

/// Follows a link of the page.
fn follow(visitor: &Visitor, link: &str) {
    through(visitor, || {
        visitor.looks_at_page();
        visitor.click("link", link);
        visitor.looks_at(0);
    });
}

fn fragment(visitor: &Visitor) -> String {
    let url = visitor.browser.url();
    url.split_once('#').map(|(_, fragment)| fragment.to_owned()).unwrap_or_default()
}

fn ends(visitor: &Visitor) {
    assert_eq!(visitor.author_runs("return window.kept"), true);
    visitor.expect_quiet();
}

#[test]
fn turbo_and_the_explorer_go_back_together() {
    let visitor = reads("", TAG);
    let where_ = || visitor.author_runs("return document.querySelector('#where').textContent");
    visitor.pick_tab("Service Mesh");
    eventually(|| fragment(&visitor), "explorer=category=service-mesh");
    visitor.pick_tab("Observability");
    eventually(|| fragment(&visitor), "explorer=category=observability");
    // To another page and back: the explorer there is recreated from the URL.
    follow(&visitor, "Other");
    assert_eq!(where_(), "other");
    visitor.expect_status("52 projects");
    visitor.browser.back();
    eventually(where_, &json!("post"));
    eventually(|| fragment(&visitor), "explorer=category=observability");
    eventually(|| visitor.chosen_tab(), "Observability");
    visitor.browser.back();
    eventually(|| visitor.chosen_tab(), "Service Mesh");
    visitor.browser.back();
    visitor.waits_for_cards();
    visitor.expect_status("52 projects");
    ends(&visitor);
}

#[test]
fn an_anchor_leaves_the_filter() {
    for explorer in [TAG, DIV] {
        let visitor = reads("", explorer);
        visitor.type_search("mesh");
        eventually(|| fragment(&visitor), "explorer=q=mesh");
        follow(&visitor, "Section");
        assert_eq!(fragment(&visitor), "sec");
        visitor.expect_status("6 of 52 projects");
        assert_eq!(visitor.searched(), "mesh");
        // From there on as usual.
        visitor.pick_tab("Service Mesh");
        eventually(|| fragment(&visitor), "sec&explorer=q=mesh%26category=service-mesh");
        through(&visitor, || visitor.browser.back());
        assert_eq!(fragment(&visitor), "sec");
        visitor.expect_status("6 of 52 projects");
        through(&visitor, || visitor.browser.back());
        visitor.expect_status("6 of 52 projects");
        through(&visitor, || visitor.browser.back());
        assert_eq!(fragment(&visitor), "");
        visitor.expect_status("52 projects");
        // The link sets its filter, and the filter is kept afterwards.
        follow(&visitor, "Part 4");
        visitor.expect_status("13 of 52 projects");
        follow(&visitor, "Section");
        visitor.expect_status("13 of 52 projects");
        // The page itself, and another one, start without a filter.
        follow(&visitor, "Post");
        visitor.expect_status("52 projects");
        follow(&visitor, "Part 4");
        visitor.expect_status("13 of 52 projects");
        follow(&visitor, "Other");
        visitor.expect_status("52 projects");
        follow(&visitor, "Section");
        visitor.expect_status("52 projects");
        ends(&visitor);
    }
}

#[test]
fn a_page_that_is_refreshed_by_morphing_leaves_the_reader_alone() {
    let morphs =
        r#"<meta name="turbo-refresh-method" content="morph"><meta name="turbo-refresh-scroll" content="preserve">"#;
    for explorer in [TAG, DIV] {
        let visitor = reads(morphs, explorer);
        visitor.author_runs(
            "window.first = explorer;
             window.morphs = 0;
             addEventListener('turbo:morph', () => window.morphs++)",
        );
        let refresh = || through(&visitor, || drop(visitor.author_runs("Turbo.session.refresh(location.href)")));
        visitor.type_search("mesh");
        eventually(|| fragment(&visitor), "explorer=q=mesh");
        let told = visitor.heard("change").len();
        refresh();
        refresh();
        visitor.expect_status("6 of 52 projects");
        assert_eq!(visitor.searched(), "mesh");
        assert_eq!(fragment(&visitor), "explorer=q=mesh");
        assert_eq!(visitor.heard("change").len(), told);
        visitor.open_details("Kmesh");
        refresh();
        visitor.expect_details("Kmesh");
        assert_eq!(visitor.author_runs("return [window.first == explorer, window.morphs]"), json!([true, 3]));
        through(&visitor, || visitor.browser.back());
        visitor.expect_no_details();
        visitor.expect_status("6 of 52 projects");
        ends(&visitor);
    }
}
