//! The instructions of the READMEs: the files that they name are copied next to a page with their
//! snippet.

use std::fs;
use std::path::PathBuf;

use e2e::server::Server;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;

/// A section of a README about the page: the text before the second snippet, and the first one with its script replaced by that of the second.
/// (As it is, `cdn` tests the first one.)
fn told(readme: &str, heading: &str) -> (String, String) {
    let text = fs::read_to_string(site::root().join(readme)).expect("a README");
    let (_, section) = text.split_once(heading).expect("a section on the page");
    let mut blocks = section.split("```html\n").skip(1).map(|rest| rest.split_once("```").expect("its end"));
    let ((first, between), (script, _)) = (blocks.next().expect("a snippet"), blocks.next().expect("another one"));
    let (_, tag) = first.split_once("</script>\n").expect("a script");
    (between.to_owned(), [script, tag].concat())
}

/// A directory with only the files that a text names.
fn copied(readme: &str, text: &str) -> PathBuf {
    let directory = site::root().join("target/e2e-readme").join(readme);
    _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).expect("target can be written");
    let from = site::shipped("embed");
    let names: Vec<&str> =
        text.split('`').skip(1).step_by(2).filter(|name| name.starts_with("sandbox-explorer.")).collect();
    assert_eq!(names.len(), 6, "{readme}: {names:?}");
    for name in names {
        // A debug build has its program in one piece.
        if from.join(name).exists() || name != "sandbox-explorer.later.wasm" {
            fs::copy(from.join(name), directory.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
    }
    directory
}

#[test]
fn the_snippet_shows_the_last_part_with_the_files_that_the_readmes_name() {
    for (readme, heading, chinese) in
        [("README.md", "\n## Put it in a page\n", false), ("README.zh.md", "\n## 嵌入网页\n", true)]
    {
        let (before, snippet) = told(readme, heading);
        let visitor = Visitor::comes_to(Server::start(&[("/blog/", copied(readme, &before))]));
        if chinese {
            visitor.reads_chinese();
        }
        let head = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Post</title><link rel="icon" href="data:,">"#;
        visitor.server.page("/blog/post.html", &[head, &snippet].concat());
        visitor.open("/blog/post.html");
        visitor.waits_for_cards();
        assert_eq!(visitor.see_cards().len(), 13, "{readme}");
        visitor.open_details("youki");
        // All of them are needed, and nothing else is requested.
        let asked = |name: &str| visitor.server.requests().iter().any(|path| path == &format!("/blog/{name}"));
        for entry in fs::read_dir(site::root().join("target/e2e-readme").join(readme)).expect("the copies") {
            let name = entry.expect("a file").file_name().into_string().expect("a name in ASCII");
            eventually(|| asked(&name), &true);
        }
        visitor.expect_quiet();
    }
}
