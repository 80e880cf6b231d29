//! The explorer from a CDN that serves npm packages: the snippet of the documents as it is pasted, with the files of the tarball under the
//! paths of such a CDN, on another origin, with the headers that they send.

use std::fs;

use e2e::server::Server;
use e2e::site::{self, VERSION};
use e2e::visitor::Visitor;
use e2e::wait::until;
use serde_json::Value;

use crate::failure::fallback_is_seen;

const HOST: &str = "https://cdn.jsdelivr.net";

/// The CDN. These headers are those of jsDelivr and unpkg, as far as browsers act on them.
fn cdn() -> Server {
    let server = Server::start(&[(&format!("/npm/sandbox-explorer@{VERSION}/"), site::npm_package().to_owned())]);
    server.header("Access-Control-Allow-Origin", "*");
    server.header("Cross-Origin-Resource-Policy", "cross-origin");
    server.header("X-Content-Type-Options", "nosniff");
    server
}

/// The hash of a file of the package, as the package says it.
fn integrity(file: &str) -> String {
    let text = fs::read_to_string(site::npm_package().join("integrity.json")).expect("hashes in the package");
    let hashes: Value = serde_json::from_str(&text).expect("JSON");
    hashes[file].as_str().expect("a hash of this file").to_owned()
}

/// The first snippet of a document that loads the explorer from the CDN, from this one instead.
fn snippet(document: &str, cdn: &Server) -> String {
    let text = fs::read_to_string(site::root().join(document)).expect("a document");
    let mut snippets = text.split("```html\n").skip(1).filter_map(|rest| rest.split("```").next());
    let snippet = snippets.find(|snippet| snippet.contains(HOST)).unwrap_or_else(|| panic!("{document}: no snippet"));
    // Its hash is that of the last release, which may be another loader than the one that was built from this commit.
    let (before, rest) = snippet.split_once("integrity=\"").expect("the loader is pinned");
    let (_, after) = rest.split_once('"').expect("the end of the hash");
    let built = integrity("sandbox-explorer.js");
    [before, "integrity=\"", &built, "\"", after].concat().replace(HOST, &cdn.origin())
}

/// A visitor of a post with this in its body, on a server of its own.
fn reads(html: &str) -> Visitor {
    let visitor = Visitor::comes_to(Server::start(&[]));
    let head =
        r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Post</title><link rel="icon" href="data:,">"#;
    visitor.server.page("/post.html", &[head, html].concat());
    visitor.open("/post.html");
    visitor
}

#[test]
fn the_snippets_of_the_documents_start() {
    for (document, chinese, n) in [("README.md", false, 13), ("README.zh.md", true, 13), ("npm/README.md", false, 52)] {
        let cdn = cdn();
        let mut html = snippet(document, &cdn);
        if !html.contains("<sandbox-explorer") {
            html += "<sandbox-explorer></sandbox-explorer>";
        }
        let visitor = reads(&html);
        if chinese {
            visitor.reads_chinese();
        }
        visitor.waits_for_cards();
        if !chinese {
            visitor.expect_status(&format!("{n} projects"));
        }
        visitor.open_details("youki");
        let directory = format!("/npm/sandbox-explorer@{VERSION}/");
        let asked = cdn.requests();
        assert!(asked.iter().all(|path| path.starts_with(&directory)), "{document}: {asked:?}");
        let loader = format!("{directory}sandbox-explorer.js");
        assert_eq!(asked.iter().filter(|path| **path == loader).count(), 1, "{document}: {asked:?}");
        // No second module before the reader comes near.
        assert!(!asked.iter().any(|path| path.ends_with("/element.js")), "{document}: {asked:?}");
        assert!(cdn.failures().is_empty(), "{document}: {:?}", cdn.failures());
        visitor.expect_quiet_beside(&[&cdn.origin()]);
    }
}

#[test]
fn the_loader_of_the_package_is_the_one_to_copy() {
    for name in ["sandbox-explorer.js", "sandbox-explorer.core.js", "sandbox-explorer.inline.js"] {
        let [packed, copied] =
            [site::npm_package().to_owned(), site::shipped("embed")].map(|it| fs::read(it.join(name)));
        assert!(packed.expect("in the package") == copied.expect("in dist/embed"), "{name}");
    }
}

#[test]
fn a_loader_with_another_hash_does_not_run() {
    let cdn = cdn();
    let html = snippet("README.md", &cdn);
    let built = integrity("sandbox-explorer.js");
    let other = integrity("sandbox-explorer.core.js");
    assert!(html.contains(&built));
    let visitor = reads(&html.replace(&built, &other));
    until("the browser's line", || visitor.console().iter().any(|line| line.contains("integrity")).then_some(()));
    assert!(fallback_is_seen(&visitor));
    assert_eq!(visitor.author_runs("return explorer.shadowRoot"), Value::Null);
    let asked = cdn.requests();
    assert!(asked.iter().all(|path| path.ends_with("/sandbox-explorer.js")), "{asked:?}");
    visitor.clear_console();
    visitor.expect_quiet_beside(&[&cdn.origin()]);
}

/// Without `crossorigin` no hash can be checked; without CORS headers there is no module of another origin.
#[test]
fn a_host_without_cors_headers_leaves_the_fallback() {
    let cdn = Server::start(&[(&format!("/npm/sandbox-explorer@{VERSION}/"), site::npm_package().to_owned())]);
    let visitor = reads(&snippet("README.md", &cdn));
    until("the browser's line", || (!visitor.console().is_empty()).then_some(()));
    assert!(fallback_is_seen(&visitor));
    visitor.clear_console();
    visitor.expect_quiet_beside(&[&cdn.origin()]);
}

/// docs/hosting.md: in one file, everything is pinned by its hash.
#[test]
fn the_single_file_is_pinned_as_a_whole() {
    let text = fs::read_to_string(site::root().join("docs/hosting.md")).expect("a document");
    let mut blocks = text.split("```html\n").skip(1).filter_map(|rest| rest.split("```").next());
    let script = blocks.find(|block| block.contains(HOST) && block.contains("inline.js")).expect("a snippet");
    for (file, starts) in [("sandbox-explorer.inline.js", true), ("sandbox-explorer.js", false)] {
        let cdn = cdn();
        let hash = integrity(file);
        let script = script.replace("sha384-…", &hash).replace(HOST, &cdn.origin());
        assert!(script.contains(&hash) && script.contains(&cdn.origin()), "{script}");
        let visitor =
            reads(&[&script, "<sandbox-explorer scope=\"part=4\">", site::FALLBACK, "</sandbox-explorer>"].concat());
        if starts {
            visitor.waits_for_cards();
            visitor.open_details("youki");
            assert_eq!(cdn.requests().len(), 1, "{:?}", cdn.requests());
        } else {
            until("the browser's line", || {
                visitor.console().iter().any(|line| line.contains("integrity")).then_some(())
            });
            assert!(fallback_is_seen(&visitor));
            visitor.clear_console();
        }
        visitor.expect_quiet_beside(&[&cdn.origin()]);
    }
}

#[test]
fn a_strict_policy_that_names_the_cdn_allows_everything() {
    let cdn = cdn();
    let visitor = Visitor::comes_to(Server::start(&[]));
    let origin = cdn.origin();
    visitor.server.header(
        "Content-Security-Policy",
        &format!(
            "default-src 'none'; script-src {origin} 'wasm-unsafe-eval'; connect-src {origin}; img-src data: 'self'; \
             require-trusted-types-for 'script'"
        ),
    );
    let head =
        r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Post</title><link rel="icon" href="data:,">"#;
    visitor.server.page("/post.html", &[head, &snippet("README.md", &cdn)].concat());
    visitor.open("/post.html");
    visitor.waits_for_cards();
    visitor.open_details("youki");
    visitor.expect_quiet_beside(&[&origin]);
}
