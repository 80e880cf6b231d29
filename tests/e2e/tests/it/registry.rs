//! On pages with an unusual element registry: patched, with the name taken by another element, or served by two loaders.

use std::fs;

use serde_json::json;

use e2e::server::Server;
use e2e::site::{self, VERSION};
use e2e::visitor::Visitor;

use crate::hostile::page::{PAGES, PLAIN, Page, changes, serve_tools};

#[test]
fn patched_registries_get_a_whole_element() {
    let visitor = Visitor::comes_to(site::server());
    serve_tools(&visitor);
    for page in PAGES.iter().filter(|page| ["forced-polyfill", "scoped-registry"].contains(&page.name)) {
        page.open(&visitor);
        // Attributes and properties work, and a created element is complete too.
        visitor.author_runs("explorer.setAttribute('scope', 'part=4')");
        visitor.expect_status("13 projects");
        visitor.author_runs("explorer.scope = 'part=1'");
        visitor.expect_status("13 projects");
        visitor.author_runs("explorer.remove(); document.querySelector('form').after(explorer)");
        visitor.expect_status("13 projects");
        visitor.author_runs(
            "const made = document.createElement('sandbox-explorer');
             made.loading = 'eager';
             made.scope = 'project=youki';
             explorer.replaceWith(made)",
        );
        visitor.expect_cards(&["youki"]);
        visitor.author_runs(
            "const div = document.createElement('div');
             div.dataset.sandboxExplorer = '';
             div.dataset.loading = 'eager';
             div.dataset.scope = 'project=kmesh';
             explorer.replaceWith(div)",
        );
        visitor.expect_cards(&["Kmesh"]);
    }
    visitor.expect_quiet();
}

#[test]
fn an_element_of_the_same_name_that_was_there_first_stays_what_it_is() {
    let visitor = Visitor::comes_to(site::server());
    let page = Page {
        name: "taken",
        head: "<script>customElements.define('sandbox-explorer', class extends HTMLElement {
            connectedCallback() { this.dataset.owner = 'somebody else'; } })</script>",
        around: ["", "<div data-sandbox-explorer><p>Another list</p></div>"],
        ..PLAIN
    };
    visitor.server.page("/taken.html", &page.html());
    visitor.open("/taken.html");
    visitor.expect_console(&[&format!("sandbox-explorer {VERSION} ignored: undefined is there")]);
    assert_eq!(
        visitor.author_runs("return [explorer.dataset.owner, explorer.shadowRoot]"),
        json!(["somebody else", null])
    );
    visitor.looks_at_page();
    assert!(visitor.sees_now("link", "All CNCF Sandbox projects"), "the author's own list is gone");
    assert_eq!(changes(&visitor), json!([]));
    assert!(
        !visitor.server.requests().iter().any(|path| path.ends_with(".wasm")),
        "a program that nobody uses was loaded"
    );
    visitor.expect_quiet();
}

#[test]
fn of_two_loaders_the_first_serves_all() {
    let loader =
        fs::read_to_string(site::shipped("embed").join("sandbox-explorer.js")).expect("the loader can be read");
    let ignored = format!("sandbox-explorer 9.9.9 ignored: {VERSION} is there");
    for (version, warning) in [("9.9.9", Some(ignored.as_str())), (VERSION, None)] {
        let visitor = Visitor::comes_to(site::server());
        let other = loader.replace(VERSION, version);
        assert!(other.contains(version), "the loader says its version");
        visitor.server.page("/other/sandbox-explorer.js", &other);
        let second =
            [r#"<script type="module" src="/other/sandbox-explorer.js"></script>"#, &site::tag("scope=part=4")]
                .concat();
        let page = Page { name: "twice", around: ["", &second], ..PLAIN };
        page.open(&visitor);
        visitor.looks_at(1);
        visitor.expect_status("13 projects");
        match warning {
            Some(warning) => visitor.expect_console(&[warning]),
            None => assert_eq!(visitor.console(), Vec::<String>::new()),
        }
        let asked = visitor.server.requests();
        assert_eq!(
            asked.iter().filter(|path| path.ends_with("explorer.wasm")).collect::<Vec<_>>(),
            ["/embed/sandbox-explorer.wasm"]
        );
        visitor.expect_quiet();
    }
}

/// An object with external names as keys also has inherited names.
#[test]
fn files_may_lie_in_a_directory_of_any_name() {
    let [embed, pages] = [site::shipped("embed"), site::root().join("tests/e2e/pages")];
    let server = Server::start(&[("/embed/", embed.clone()), ("/__proto__/", embed), ("/pages/", pages)]);
    let visitor = Visitor::comes_to(server);
    visitor.reads_next(&site::tag("base=__proto__ scope=part=4"));
    visitor.expect_status("13 projects");
    visitor.expect_quiet();
}
