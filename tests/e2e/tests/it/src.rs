//! The catalog of a `src`: when it is fetched, and how many times.

use std::fs;
use std::time::Duration;

use e2e::server::Fault;
use e2e::site::{self, FALLBACK};
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};

use crate::failure::PROGRAM;
use crate::panic::TRAP;

const READER: &str = "/embed/sandbox-explorer.reader.wasm";
const OWN: &str = "/own.json";
const OTHER: &str = "/other.json";

/// The bundled catalog, in which one name begins with this.
fn catalog(word: &str) -> String {
    let catalog = fs::read_to_string(site::shipped("catalog.json")).expect("a catalog");
    catalog.replacen("\"name\": \"", &format!("\"name\": \"{word} "), 1)
}

/// A visitor of a server with two catalogs, before the first page.
fn comes() -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.page(OWN, &catalog("Own"));
    visitor.server.page(OTHER, &catalog("Other"));
    visitor
}

fn asked(visitor: &Visitor, path: &str) -> usize {
    visitor.server.requests().iter().filter(|asked| *asked == path).count()
}

/// The explorers of the page that show a card whose name begins with this word.
fn showing(visitor: &Visitor, word: &str) -> u64 {
    let script = format!(
        "return [...document.querySelectorAll('sandbox-explorer')].filter((it) =>
            [...it.shadowRoot.querySelectorAll('article h3')].some((name) => name.textContent.trim().startsWith('{word} '))).length"
    );
    visitor.author_runs(&script).as_u64().expect("a number")
}

#[test]
fn catalog_and_reader_come_while_the_program_does() {
    let visitor = comes();
    visitor.server.fault(PROGRAM, Fault::Held);
    visitor.server.page("/post.html", &site::post(&site::tag("src=/own.json")));
    visitor.open("/post.html");
    // They used to be requested by the program.
    eventually(|| [OWN, READER].map(|path| asked(&visitor, path)), &[1, 1]);
    visitor.server.mend(PROGRAM);
    eventually(|| showing(&visitor, "Own"), &1);
    assert_eq!([OWN, READER].map(|path| asked(&visitor, path)), [1, 1]);
    visitor.expect_quiet();
}

#[test]
fn so_do_those_of_the_other_explorers_of_the_page() {
    let visitor = comes();
    visitor.server.fault(PROGRAM, Fault::Held);
    let tags = ["src=/own.json", "", "src=/other.json"].map(site::tag);
    visitor.server.page("/post.html", &site::post(&tags.concat()));
    visitor.open("/post.html");
    eventually(|| [OWN, OTHER, READER].map(|path| asked(&visitor, path)), &[1, 1, 1]);
    visitor.server.mend(PROGRAM);
    eventually(|| [showing(&visitor, "Own"), showing(&visitor, "Other")], &[1, 1]);
    assert_eq!([OWN, OTHER, READER].map(|path| asked(&visitor, path)), [1, 1, 1]);
    visitor.expect_quiet();
}

#[test]
fn a_page_without_a_src_asks_for_no_reader() {
    let visitor = Visitor::sees("");
    visitor.open_details("youki");
    assert_eq!(asked(&visitor, READER), 0);
    visitor.expect_quiet();
}

#[test]
fn nothing_is_asked_for_before_it_is_near() {
    let visitor = comes();
    let far =
        format!(r#"<div style="height: 6000px"></div><sandbox-explorer src=/own.json>{FALLBACK}</sandbox-explorer>"#);
    visitor.reads_next(&far);
    visitor.author_runs(
        "return new Promise((done) => new IntersectionObserver(() => setTimeout(done, 50)).observe(explorer))",
    );
    assert_eq!([OWN, READER].map(|path| asked(&visitor, path)), [0, 0]);
    visitor.author_runs("explorer.scrollIntoView()");
    eventually(|| showing(&visitor, "Own"), &1);
    visitor.expect_quiet();
}

#[test]
fn two_explorers_of_one_catalog_ask_for_it_once() {
    let visitor = comes();
    visitor.server.fault(OWN, Fault::Held);
    visitor.reads_next(&[site::tag("src=/own.json"), site::tag("src=/own.json")].concat());
    let loading = "return [...document.querySelectorAll('sandbox-explorer')]
        .filter((it) => it.shadowRoot.querySelector('[part=root]')).length";
    until("both explorers", || (visitor.author_runs(loading) == 2).then_some(()));
    visitor.server.mend(OWN);
    eventually(|| showing(&visitor, "Own"), &2);
    assert_eq!([OWN, READER].map(|path| asked(&visitor, path)), [1, 1]);
    visitor.expect_quiet();
}

#[test]
fn a_src_that_changes_meanwhile_is_the_one_that_is_shown() {
    let visitor = comes();
    visitor.server.fault(PROGRAM, Fault::Held);
    visitor.server.page("/post.html", &site::post(&site::tag("src=/own.json")));
    visitor.open("/post.html");
    eventually(|| asked(&visitor, OWN), &1);
    visitor.author_runs("explorer.src = '/other.json'");
    visitor.server.mend(PROGRAM);
    eventually(|| showing(&visitor, "Other"), &1);
    // And while it is being loaded; the late one is of no interest then.
    visitor.server.page("/late.json", &catalog("Late"));
    visitor.server.fault("/late.json", Fault::Late(Duration::from_secs(2)));
    visitor.author_runs("explorer.src = '/late.json'");
    eventually(|| asked(&visitor, "/late.json"), &1);
    visitor.author_runs("explorer.src = '/own.json'");
    eventually(|| showing(&visitor, "Own"), &1);
    visitor.author_runs("explorer.src = '/late.json'");
    eventually(|| showing(&visitor, "Late"), &1);
    visitor.expect_quiet();
}

#[test]
fn the_catalog_of_a_program_that_could_not_be_had_is_kept_for_the_next_one() {
    let visitor = comes();
    visitor.server.fault(PROGRAM, Fault::Missing);
    visitor.reads_next(&site::tag("src=/own.json"));
    eventually(|| visitor.heard("error").len(), &1);
    eventually(|| asked(&visitor, OWN), &1);
    visitor.server.mend(PROGRAM);
    visitor.click("button", "Try again");
    eventually(|| showing(&visitor, "Own"), &1);
    assert_eq!(asked(&visitor, OWN), 1);
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn a_file_that_is_no_catalog_is_refused_by_its_place() {
    let visitor = comes();
    visitor.server.page(OWN, "{\n  \"projects\": [,]\n}");
    visitor.reads_next(&site::tag("src=/own.json"));
    let error = until("the error event", || visitor.heard("error").pop());
    let message = error["message"].as_str().expect("a message");
    assert_eq!(message, "/own.json: invalid JSON in line 2, column 16: expected a value");
    // Anything but UTF-8 is a broken character, and not the end.
    let mut broken = catalog("Own").into_bytes();
    broken.splice(0..0, *b"\xef\xbb\xbf{\"x\xff\": 1, \"projects\": 7,");
    broken.remove(broken.iter().position(|&byte| byte == b'7').expect("it") + 2);
    visitor.server.fault(OTHER, Fault::Content(broken));
    visitor.author_runs("explorer.src = '/other.json'");
    eventually(|| showing(&visitor, "Own"), &1);
    let told = |line: &String| line.replace("\\u003C", "<").contains("/other.json: x<U+FFFD>: unknown key; allowed: ");
    assert!(visitor.console().iter().any(told), "{:?}", visitor.console());
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn a_program_that_dies_meanwhile_is_followed_by_one_that_reads_it() {
    let visitor = comes();
    visitor.server.fault(OWN, Fault::Held);
    visitor.reads_next(&[TRAP, &site::tag("src=/own.json")].concat());
    let loading = "return !!explorer.shadowRoot.querySelector('[part=root]')";
    until("the explorer", || (visitor.author_runs(loading) == true).then_some(()));
    visitor.author_runs("window.trap = true; explorer.setAttribute('query', 'q=mesh')");
    eventually(|| visitor.heard("error").len(), &1);
    visitor.author_runs("window.trap = false");
    visitor.click("button", "Try again");
    visitor.server.mend(OWN);
    visitor.waits_for_cards();
    visitor.author_runs("explorer.query = ''");
    eventually(|| showing(&visitor, "Own"), &1);
    assert_eq!(visitor.author_runs("return window.escaped"), serde_json::json!([]));
    assert_eq!(asked(&visitor, READER), 1);
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn the_single_file_has_the_reader_inside() {
    let visitor = comes();
    let module = r#"<script type="module" src="/embed/sandbox-explorer.js"></script>"#;
    let inline = r#"<script src="/embed/sandbox-explorer.inline.js"></script>"#;
    let page = site::post(&site::tag("src=/own.json"));
    assert!(page.contains(module));
    visitor.server.page("/post.html", &page.replace(module, inline));
    visitor.open("/post.html");
    eventually(|| showing(&visitor, "Own"), &1);
    assert_eq!([OWN, READER].map(|path| asked(&visitor, path)), [1, 0]);
    visitor.expect_quiet();
}

#[test]
fn similar_projects_are_found_in_it() {
    let visitor = comes();
    visitor.reads_next(&site::tag("src=/own.json query=project=kuasar"));
    visitor.expect_details("Kuasar");
    let similar =
        "return [...explorer.shadowRoot.querySelectorAll('.se-similar .se-like-name')].map((it) => it.textContent)";
    eventually(|| visitor.author_runs(similar)[0] == "youki", &true);
    visitor.expect_quiet();
}

/// A script that counts the frames in which a catalog is waited for, and those with cards.
const FRAMES: &str = "<script>
    window.frames = { waiting: 0, cards: 0 };
    requestAnimationFrame(function look() {
        const root = document.querySelector('sandbox-explorer')?.shadowRoot;
        if (root?.querySelector('[aria-busy]')) window.frames.waiting++;
        if (root?.querySelector('article')) window.frames.cards++;
        requestAnimationFrame(look);
    });
</script>";

#[test]
fn a_catalog_that_is_there_with_the_program_is_in_the_first_frame() {
    let visitor = comes();
    visitor.server.fault(PROGRAM, Fault::Held);
    let tag = site::tag("src=/own.json");
    visitor.server.page("/post.html", &site::post(&[FRAMES, &tag].concat()));
    visitor.open("/post.html");
    eventually(|| [OWN, READER].map(|path| asked(&visitor, path)), &[1, 1]);
    std::thread::sleep(Duration::from_secs(1));
    visitor.server.mend(PROGRAM);
    eventually(|| visitor.author_runs("return window.frames.cards > 0") == true, &true);
    assert_eq!(visitor.author_runs("return window.frames.waiting"), 0);

    // And one that is not is waited for in sight.
    visitor.server.fault(OTHER, Fault::Held);
    let tag = site::tag("src=/other.json");
    visitor.server.page("/post.html", &site::post(&[FRAMES, &tag].concat()));
    visitor.open("/post.html");
    eventually(|| visitor.author_runs("return window.frames.waiting > 0") == true, &true);
    visitor.server.mend(OTHER);
    eventually(|| showing(&visitor, "Other"), &1);
    visitor.expect_quiet();
}
