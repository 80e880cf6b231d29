//! The Chinese texts, which the program does not contain: loaded before the first view of a Chinese page, after that of others.

use std::time::Duration;

use e2e::server::Fault;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};

const CHINESE: &str = "/embed/sandbox-explorer.zh.txt";

/// Notes the language in which an explorer is first seen.
const NOTES: &str = "<script>
    window.first = [];
    addEventListener('sandbox-explorer-ready', (event) => {
        const { shadowRoot } = event.composedPath()[0];
        first.push(['[role=region]', '.se-status'].map((it) => shadowRoot.querySelector(it)).map((it) => it.lang || it.textContent).join(' '));
    });
</script>";

/// A visitor of a post whose server has this fault in the texts.
fn with(fault: Fault, post: &str) -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(CHINESE, fault);
    visitor.server.page("/post.html", &site::post(&[NOTES, post].concat()));
    visitor.open("/post.html");
    visitor
}

fn late() -> Fault {
    Fault::Late(Duration::from_secs(2))
}

fn asked(visitor: &Visitor) -> usize {
    visitor.server.requests().iter().filter(|path| *path == CHINESE).count()
}

/// The language and the status with which the explorers began.
fn first(visitor: &Visitor) -> Vec<String> {
    until("a first view", || (!visitor.heard("ready").is_empty()).then_some(()));
    let first = visitor.author_runs("return first");
    first.as_array().expect("a list").iter().filter_map(|it| it.as_str()).map(str::to_owned).collect()
}

#[test]
fn a_chinese_page_is_chinese_from_the_start() {
    let around = |lang: &str| format!("<section lang={lang}>{}</section>", site::tag(""));
    for (post, expected) in [
        (site::tag("lang=zh"), "zh 52 个项目"),
        (site::tag("lang=' ZH_tw'"), "zh-Hant 52 個專案"),
        (around("zh-CN"), "zh 52 个项目"),
        // The nearest language is that of a shadow host around the explorer.
        (
            format!("<div lang=zh-HK><template shadowrootmode=open><p>{}</p></template></div>", site::tag("")),
            "zh-Hant 52 個專案",
        ),
    ] {
        let visitor = with(late(), &post);
        eventually(|| visitor.author_runs("return first"), &serde_json::json!([expected]));
        visitor.expect_quiet();
    }
    // An author's catalog has no texts there, but the interface has.
    let visitor = Visitor::comes_to(site::server());
    let catalog = std::fs::read_to_string(site::shipped("catalog.json")).expect("a catalog");
    visitor.server.page("/own.json", &catalog);
    visitor.server.fault(CHINESE, late());
    visitor.server.page("/post.html", &site::post(&[NOTES, &site::tag("lang=zh src=/own.json")].concat()));
    visitor.open("/post.html");
    assert_eq!(first(&visitor), ["zh 52 个项目"]);
    visitor.expect_quiet();
}

#[test]
fn another_page_does_not_wait_for_it() {
    for post in [site::tag(""), site::tag("lang=fr")] {
        let visitor = with(late(), &post);
        assert_eq!(first(&visitor), ["en 52 projects"]);
        assert!(asked(&visitor) <= 1);
        eventually(|| asked(&visitor), &1);
        visitor.expect_quiet();
    }
}

#[test]
fn the_present_language_stays_until_it_is_there() {
    let visitor = with(Fault::Late(Duration::from_secs(4)), &site::tag(""));
    visitor.waits_for_cards();
    visitor.author_runs(
        "window.seen = [];
         const note = () => {
             const now = explorer.shadowRoot.querySelector('[role=region]').lang + ' ' + explorer.shadowRoot.querySelector('.se-status').textContent;
             if (seen.at(-1) != now) seen.push(now);
             if (now != 'zh 52 个项目') requestAnimationFrame(note);
         };
         note();
         document.documentElement.lang = 'zh'",
    );
    visitor.reads_chinese();
    visitor.expect_status("52 个项目");
    assert_eq!(visitor.author_runs("return seen"), serde_json::json!(["en 52 projects", "zh 52 个项目"]));
    let card = visitor.read_card("youki");
    assert!(card.contains("运行时"), "{card}");
    assert_eq!(visitor.heard("ready").len(), 1);
    visitor.expect_quiet();
}

#[test]
fn both_languages_are_searched() {
    let visitor = Visitor::sees("");
    // In its Chinese summary only.
    visitor.type_search("内存占用少");
    visitor.expect_cards(&["youki"]);
    visitor.expect_quiet();
    let visitor = with(late(), &site::tag("query=q=内存占用少"));
    visitor.expect_cards(&["youki"]);
    assert_eq!(visitor.heard("change").len(), 0);
    visitor.expect_quiet();
}

#[test]
fn one_page_asks_for_it_once() {
    let visitor = with(late(), &[site::tag("lang=zh"), site::tag("lang=zh-TW"), site::tag("")].concat());
    eventually(|| visitor.author_runs("return first.length"), &serde_json::json!(3));
    assert_eq!(asked(&visitor), 1);
    visitor.expect_quiet();
}

/// The page is English, and the console names the missing file. Then the file is there.
fn is_english_without_it(visitor: &Visitor) {
    assert_eq!(first(visitor), ["en 52 projects"]);
    visitor.waits_for_cards();
    let named =
        || visitor.console().iter().any(|line| line.contains("sandbox-explorer: sandbox-explorer.zh.txt: HTTP 404"));
    eventually(named, &true);
    visitor.server.mend(CHINESE);
}

#[test]
fn a_chinese_page_without_it_is_english_and_asks_again() {
    let visitor = with(Fault::Missing, &site::tag("lang=zh"));
    is_english_without_it(&visitor);
    visitor.open_details("youki");
    visitor.reads_chinese();
    eventually(|| visitor.text_of("dialog", "youki").contains("特性"), &true);
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn a_page_that_becomes_chinese_asks_again() {
    let visitor = with(Fault::Missing, &site::tag(""));
    is_english_without_it(&visitor);
    visitor.author_runs("explorer.lang = 'zh'");
    visitor.reads_chinese();
    visitor.expect_status("52 个项目");
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn the_single_file_has_it() {
    let inline = [NOTES, &site::tag("lang=zh")].concat();
    let post = site::post(&inline)
        .replace("type=\"module\" src=\"/embed/sandbox-explorer.js\"", "src=\"/embed/sandbox-explorer.inline.js\"");
    assert!(post.contains("inline.js"), "{post}");
    let visitor = Visitor::comes_to(site::server());
    visitor.server.page("/post.html", &post);
    visitor.open("/post.html");
    assert_eq!(first(&visitor), ["zh 52 个项目"]);
    assert_eq!(asked(&visitor), 0);
    visitor.expect_quiet();
}
