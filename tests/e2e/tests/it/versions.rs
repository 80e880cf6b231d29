//! Files of different builds, as caches mix them after a deployment: files that do not belong together never run together, and what the
//! server has is fetched past the cache before an error is reported.

use std::fs;

use e2e::server::Fault;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};
use serde_json::Value;

use crate::failure::fallback_is_seen;

const LOADER: &str = "js";
const GLUE: &str = "core.js";
const PROGRAM: &str = "wasm";
const CHUNK: &str = "later.wasm";
const FEATURES: &str = "features.txt";
const CHINESE: &str = "zh.txt";
const READER: &str = "reader.wasm";
const FILES: [&str; 7] = [LOADER, GLUE, PROGRAM, CHUNK, FEATURES, CHINESE, READER];

fn path(file: &str) -> String {
    ["/embed/sandbox-explorer.", file].concat()
}

/// Puts a file of the other build on the server, or ours again.
fn deploy(visitor: &Visitor, file: &str, other: bool) {
    if other {
        let name = ["sandbox-explorer.", file].concat();
        let content = fs::read(site::another_build().join(name)).expect("the other build has it");
        visitor.server.fault(&path(file), Fault::Content(content));
    } else {
        visitor.server.mend(&path(file));
    }
}

/// A visitor of a server with a post that shows the bundled catalog, and one that shows its author's own.
fn comes() -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    let catalog = fs::read_to_string(site::shipped("catalog.json")).expect("a catalog");
    visitor.server.page("/own.json", &catalog.replacen("\"name\": \"", "\"name\": \"Own ", 1));
    visitor.server.page("/post.html", &site::post(&site::tag("")));
    visitor.server.page("/own.html", &site::post(&site::tag("src=/own.json")));
    // Outside the viewport: only the loader is loaded before the reader scrolls there.
    let below = format!(r#"<div style="height: 6000px"></div><sandbox-explorer>{}</sandbox-explorer>"#, site::FALLBACK);
    visitor.server.page("/below.html", &site::post(&below));
    visitor
}

/// Opens a page and waits until the explorer has started or reported an error; returns the error's detail, if there is one.
#[track_caller]
fn open(visitor: &Visitor, page: &str) -> Option<Value> {
    visitor.open(page);
    until("an explorer or a reason", || {
        (visitor.heard("ready").len() + visitor.heard("error").len() > 0).then_some(())
    });
    visitor.heard("error").pop()
}

#[track_caller]
fn expect_features(visitor: &Visitor, there: bool) {
    visitor.open_details("youki");
    let has_features = || visitor.names("heading").contains(&"Features".to_owned());
    if there {
        eventually(has_features, &true);
    } else {
        assert!(!has_features(), "features of another build");
    }
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
}

#[track_caller]
fn expect_damaged(visitor: &Visitor, error: &Value, whose: &str) {
    assert_eq!(error["cause"], "corrupt", "{whose}: {error}");
    let line = visitor.status();
    assert!(line.contains("damaged or mixed versions: reload"), "{whose}: {line}");
    assert!(fallback_is_seen(visitor), "{whose}: the fallback is gone");
}

#[test]
fn whatever_is_mixed_it_starts_right_or_says_so() {
    let visitor = comes();
    for pairing in 0..32_u8 {
        let is_other = [LOADER, GLUE, PROGRAM, CHUNK, FEATURES]
            .iter()
            .enumerate()
            .map(|(n, file)| {
                let other = pairing >> n & 1 == 1;
                deploy(&visitor, file, other);
                other
            })
            .collect::<Vec<_>>();
        let whose = format!("of another build: loader, glue, program, chunk, features {is_other:?}");
        let error = open(&visitor, "/post.html");
        let [loader, glue, program, chunk, features] = is_other[..] else { unreachable!() };
        if loader == glue && glue == program {
            assert!(error.is_none(), "{whose}: {error:?}");
            visitor.waits_for_cards();
            visitor.expect_status("52 projects");
            let version = visitor.author_runs("return explorer.constructor.version");
            assert_eq!(version == "0.0.0-other", loader, "{whose}");
            if chunk == loader {
                expect_features(&visitor, features == loader);
            } else {
                visitor.click("button", "Table");
                visitor.find("button", "Try again");
            }
        } else {
            expect_damaged(&visitor, &error.expect(&whose), &whose);
        }
        visitor.clear_console();
    }
    visitor.expect_quiet();
}

#[test]
fn a_reader_of_another_build_reads_nothing() {
    let visitor = comes();
    for is_other in [false, true] {
        deploy(&visitor, READER, is_other);
        let whose = format!("reader of another build: {is_other}");
        let error = open(&visitor, "/own.html");
        let own = || visitor.see_cards().iter().any(|name| name.starts_with("Own "));
        if is_other {
            let error = error.expect(&whose);
            assert_eq!(error["cause"], "catalog", "{whose}");
            let message = error["message"].as_str().unwrap_or_default();
            assert!(
                message.contains("sandbox-explorer.reader.") && message.contains("mixed versions"),
                "{whose}: {error}"
            );
            assert!(!own(), "{whose}");
        } else {
            assert!(error.is_none(), "{error:?}");
            eventually(own, &true);
        }
        visitor.clear_console();
    }
    visitor.expect_quiet();
}

/// Apart from the hashes: if another program comes with the glue, it does not even link.
#[test]
fn no_program_starts_with_the_glue_of_another() {
    let visitor = Visitor::comes_to(e2e::server::Server::start(&[
        ("/embed/", site::shipped("embed")),
        ("/other/", site::another_build().to_owned()),
    ]));
    visitor.server.page("/post.html", &site::post(""));
    visitor.open("/post.html");
    let starts = |glue: &str, program: &str| {
        let script = format!(
            "return import('/{glue}/sandbox-explorer.core.js')
                 .then((core) => core.default({{ module_or_path: fetch('/{program}/sandbox-explorer.wasm') }}))
                 .then(() => true, () => false)"
        );
        visitor.author_runs(&script)
    };
    for (glue, program) in [("embed", "other"), ("other", "embed"), ("embed", "embed"), ("other", "other")] {
        assert_eq!(starts(glue, program), glue == program, "glue of {glue}, program of {program}");
    }
    visitor.clear_console();
    visitor.expect_quiet();
}

/// The page that needs these files.
fn page_for(files: &[&str]) -> &'static str {
    if files.iter().any(|file| file.starts_with("reader")) { "/own.html" } else { "/post.html" }
}

/// Visits a page while a file may be cached, deploys everything again, and revisits it.
#[track_caller]
fn visits_before_and_after(kept: &[&str]) -> (Visitor, Option<Value>) {
    let visitor = comes();
    let page = page_for(kept);
    for file in kept {
        visitor.server.lets_keep(&path(file), true);
    }
    for file in FILES {
        deploy(&visitor, file, true);
    }
    assert_eq!(open(&visitor, page), None);
    visitor.waits_for_cards();
    if page == "/post.html" {
        expect_features(&visitor, true);
    }
    for file in FILES {
        deploy(&visitor, file, false);
    }
    let error = open(&visitor, page);
    (visitor, error)
}

#[test]
fn an_old_file_in_the_cache_is_noticed_and_asked_for_anew_before_anybody_is_told() {
    let alone = FILES[1..].chunks(1);
    for kept in alone.chain([&FILES[1..6], &FILES[1..]]) {
        let (visitor, error) = visits_before_and_after(kept);
        assert_eq!(error, None, "{kept:?}");
        visitor.waits_for_cards();
        assert_ne!(visitor.author_runs("return explorer.constructor.version"), "0.0.0-other", "{kept:?}");
        if page_for(kept) == "/post.html" {
            expect_features(&visitor, true);
        }
        // The cache has been repaired permanently.
        visitor.clear_console();
        assert_eq!(open(&visitor, page_for(kept)), None, "{kept:?}");
        visitor.waits_for_cards();
        visitor.expect_quiet();
    }
}

#[test]
fn all_files_of_one_old_build_start_from_the_cache() {
    let (visitor, error) = visits_before_and_after(&FILES[..6]);
    assert_eq!(error, None);
    visitor.waits_for_cards();
    assert_eq!(visitor.author_runs("return explorer.constructor.version"), "0.0.0-other");
    expect_features(&visitor, true);
    visitor.expect_quiet();
}

/// The loader is on every page, the program only where the reader has scrolled near.
#[test]
fn an_old_loader_in_the_cache_asks_for_a_reload_and_sees_to_it_that_this_helps() {
    let visitor = comes();
    for file in FILES {
        visitor.server.lets_keep(&path(file), true);
        deploy(&visitor, file, true);
    }
    visitor.open("/below.html");
    until("the class", || (visitor.author_runs("return !!explorer.matches(':defined')") == true).then_some(()));
    for file in FILES {
        deploy(&visitor, file, false);
    }
    visitor.open("/below.html");
    until("the class", || (visitor.author_runs("return !!explorer.matches(':defined')") == true).then_some(()));
    visitor.author_runs("explorer.scrollIntoView()");
    let told = |n: usize| {
        eventually(|| visitor.heard("error").len(), &n);
        expect_damaged(&visitor, &visitor.heard("error")[n - 1], "an old loader");
    };
    told(1);
    assert_eq!(visitor.author_runs("return explorer.constructor.version"), "0.0.0-other");
    visitor.click("button", "Try again");
    told(2);
    let n_loaders = || visitor.server.requests().into_iter().filter(|it| *it == path(LOADER)).count();
    until("the new loader", || (n_loaders() > 1).then_some(()));
    visitor.clear_console();
    // Not even a reload, which might request more than a visit does.
    visitor.open("/below.html");
    visitor.author_runs("explorer.scrollIntoView()");
    visitor.waits_for_cards();
    visitor.expect_status("52 projects");
    assert_ne!(visitor.author_runs("return explorer.constructor.version"), "0.0.0-other");
    visitor.expect_quiet();
}

#[test]
fn while_the_server_itself_is_mixed_trying_again_waits_for_the_rest() {
    for late in [GLUE, PROGRAM] {
        let visitor = comes();
        for file in FILES {
            visitor.server.lets_keep(&path(file), true);
        }
        deploy(&visitor, late, true);
        let error = open(&visitor, "/post.html");
        expect_damaged(&visitor, &error.expect(late), late);
        // By now everything is there, but the wrong file is in the cache.
        deploy(&visitor, late, false);
        visitor.click("button", "Try again");
        visitor.waits_for_cards();
        visitor.expect_status("52 projects");
        visitor.clear_console();
        visitor.expect_quiet();
    }
}
