//! The archives of a release, unpacked: what people do with them first. `cargo xtask release` runs these after it has made them.

use std::fs;
use std::path::{Path, PathBuf};

use e2e::server::Server;
use e2e::site::{self, VERSION};
use e2e::visitor::Visitor;

/// A directory of what was unpacked.
fn unpacked(name: &str) -> PathBuf {
    let root = std::env::var_os("E2E_RELEASE").expect("run by `cargo xtask release`");
    let directory = Path::new(&root).join(format!("{name}-{VERSION}"));
    assert!(directory.is_dir(), "there is no {}", directory.display());
    directory
}

#[test]
fn the_page_in_the_zip_shows_the_explorer_from_the_disk() {
    let visitor = Visitor::comes_to(site::server());
    visitor.browser.open(&format!("file://{}", unpacked("sandbox-explorer").join("index.html").display()));
    visitor.waits_for_cards();
    visitor.expect_status("52 projects");
    visitor.open_details("youki");
    visitor.expect_quiet();
}

#[test]
fn the_snippets_of_the_zip_work_with_the_files_of_the_zip() {
    let directory = unpacked("sandbox-explorer");
    let readme = fs::read_to_string(directory.join("README.md")).expect("its README");
    let page = fs::read_to_string(directory.join("index.html")).expect("its page");
    assert!(!readme.contains('{') && !page.contains("{version}"), "a place was not filled in");
    let blocks: Vec<&str> = readme.split("```html\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let [plain, pinned] = blocks[..] else { panic!("two snippets: {blocks:?}") };
    let (_, shown) = page.split_once("<code>&lt;").expect("a snippet on the page");
    let shown =
        ["<", shown.split("</code>").next().expect("its end")].concat().replace("&lt;", "<").replace("&gt;", ">");
    let (_, tag) = plain.split_once("</script>").expect("a script");
    for (name, snippet, n) in [("plain", plain, 13), ("pinned", &[pinned, tag].concat(), 13), ("shown", &shown, 52)] {
        let visitor = Visitor::comes_to(Server::start(&[("/blog/", directory.clone())]));
        let head = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Post</title><link rel="icon" href="data:,">"#;
        visitor.server.page("/blog/post.html", &[head, snippet].concat());
        visitor.open("/blog/post.html");
        visitor.waits_for_cards();
        visitor.expect_status(&format!("{n} projects"));
        assert!(visitor.server.failures().is_empty(), "{name}: {:?}", visitor.server.failures());
        visitor.expect_quiet();
    }
}

#[test]
fn the_zip_of_the_page_works_in_a_directory_of_any_name() {
    let visitor = Visitor::comes_to(Server::start(&[("/some/where/", unpacked("sandbox-explorer-page"))]));
    visitor.looks_at_page();
    visitor.open("/some/where/");
    visitor.waits_for_cards();
    visitor.expect_status("52 projects");
    assert!(visitor.server.failures().is_empty(), "{:?}", visitor.server.failures());
    visitor.expect_quiet();
}

#[test]
fn both_zips_have_the_licences_of_what_is_inside() {
    for name in ["sandbox-explorer", "sandbox-explorer-page"] {
        let text = fs::read_to_string(unpacked(name).join("THIRD-PARTY-LICENSES.txt")).expect("licences");
        for package in ["\nleptos 0.8", "\nwasm-bindgen 0.2", "\nstd 0.0.0  MIT OR Apache-2.0", "\ndlmalloc "] {
            assert!(text.contains(package), "{name}: no {package}");
        }
        assert!(text.contains("Permission is hereby granted") && text.contains("UNICODE LICENSE V3"), "{name}");
        assert!(unpacked(name).join("LICENSE").is_file());
    }
}
