//! Untrusted input: catalogs, attributes and links that try to be more than data. No script runs, nothing in the page changes, the
//! valid entries are shown, and the console reports the rejected ones.

#[path = "../../../it/untrusted/corpus.rs"]
#[allow(dead_code, unreachable_pub, reason = "shared with the tests on this machine, which use all of it")]
mod corpus;

use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};
use serde_json::{Value, json};

use corpus::{CORPUS, IDS};

/// The function that the programs of the corpus would call. The page records calls, and its original prototypes.
const GUARD: &str = "<script>
    window.ran = [];
    window.pwned = window.alert = window.msgbox = (what) => ran.push(String(what));
    window.prototypes = () => [Object, Array, String, Number, Function, Promise, Map, Event, Node, Element, HTMLElement, ShadowRoot]
        .map((it) => Reflect.ownKeys(it.prototype).map(String).join()).join(' | ') + Object.keys({}) + typeof {}.polluted;
    window.before = prototypes();
</script>";

/// Content that must not be in the explorer: elements that no view creates, handlers, links to anything but the web.
const AUDIT: &str = "
    const wrong = [...ran.map((what) => `ran: ${what}`)];
    if (prototypes() !== before) wrong.push(`prototypes: ${prototypes()}`);
    for (const element of explorer.shadowRoot.querySelectorAll('*')) {
        if (/^(script|style|link|img|image|iframe|object|embed|base|meta|form|math|animate|set|template|video|audio)$/i.test(element.localName))
            wrong.push(element.outerHTML);
        for (const { name, value } of element.attributes) {
            if (/^on/i.test(name) || name == 'srcdoc') wrong.push(`${name}=${value}`);
            if (/^(href|src|action|formaction|xlink:href|data)$/i.test(name) && !/^(https?:\\/\\/|#)/.test(value)) wrong.push(`${name}=${value}`);
        }
        if (element.href && !/^https?:$/.test(element.protocol)) wrong.push(element.href);
    }
    return wrong";

#[track_caller]
fn expect_harmless(visitor: &Visitor) {
    let wrong = visitor.author_runs(AUDIT);
    assert_eq!(wrong, json!([]));
    let requests = visitor.server.requests();
    assert!(!requests.iter().any(|path| path.contains("pwned")), "{requests:#?}");
}

fn guarded(attributes: &str) -> String {
    [GUARD, &site::tag(attributes)].concat()
}

/// A catalog with the changes of all these rows.
fn catalog(rows: impl Iterator<Item = &'static corpus::Row>) -> Value {
    let mut catalog = corpus::good();
    for row in rows {
        let spoiled: Value = serde_json::from_str(&row.catalog()).expect("the row is JSON");
        let pointer = match row.at.strip_prefix('/') {
            Some(_) => row.at.to_owned(),
            None => format!("/projects/2/{}", row.at.replace('.', "/")),
        };
        *catalog.pointer_mut(&pointer).expect("the place is there") =
            spoiled.pointer(&pointer).expect("a value").clone();
    }
    catalog
}

#[test]
fn programs_in_the_texts_of_a_catalog_are_texts() {
    let catalog = catalog(CORPUS.iter().filter(|row| row.reason.is_empty() && row.name != corpus::FINE));
    let name = catalog["projects"][2]["name"].as_str().expect("a name").to_owned();
    assert!(name.contains("<script>"), "{name}");
    let visitor = Visitor::comes_to(site::server());
    visitor.server.page("/own.json", &catalog.to_string());
    visitor.reads_next(&guarded("src=/own.json url-key=explorer"));
    visitor.expect_cards(&["One", "Two", &name, "Four", "Five"]);
    expect_harmless(&visitor);
    // Every text of it is somewhere in the details, unchanged.
    visitor.open_details(&name);
    for language in ["en", "zh"] {
        visitor.author_runs(&format!("explorer.lang = '{language}'"));
        let said =
            |visitor: &Visitor| visitor.author_runs("return explorer.shadowRoot.querySelector('dialog').textContent");
        let is_shown = |row: &&corpus::Row| {
            row.reason.is_empty() && row.name != corpus::FINE && !row.at.starts_with('/') && row.at.ends_with(language)
        };
        for row in CORPUS.iter().filter(is_shown) {
            let text: String = serde_json::from_str(row.json).expect("a text");
            let shown = || said(&visitor).as_str().is_some_and(|said| said.contains(&text));
            until(&format!("{}: {text}", row.at), || shown().then_some(()));
        }
        expect_harmless(&visitor);
    }
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    // In a facet, a chip and a link as well.
    let tag = catalog["projects"][2]["tags"][0].as_str().expect("a tag");
    visitor.author_runs(&format!(
        "explorer.lang = 'en'; explorer.query = 'tag=' + encodeURIComponent({}.replaceAll(' ', '-'))",
        json!(tag)
    ));
    visitor.expect_cards(&[&name]);
    visitor.expect_chips(&[tag]);
    expect_harmless(&visitor);
    visitor.browser.reload();
    visitor.expect_cards(&[&name]);
    expect_harmless(&visitor);
    visitor.expect_quiet();
}

#[test]
fn the_shipped_reader_refuses_the_whole_corpus() {
    // What the console and the error line say about a catalog, and the links of its cards.
    const READ: &str = "return new Promise((done) => {
        const lines = [];
        const { warn } = console;
        console.warn = (line) => lines.push(line);
        const explorer = document.createElement('sandbox-explorer');
        const end = (failed) => {
            console.warn = warn;
            const links = [...explorer.shadowRoot.querySelectorAll('article a')].map((link) => link.href);
            explorer.remove();
            done({ lines, failed, links });
        };
        explorer.loading = 'eager';
        explorer.src = 'ADDRESS';
        explorer.addEventListener('sandbox-explorer-ready', () => setTimeout(() => requestAnimationFrame(() => setTimeout(() => end(false)))));
        explorer.addEventListener('sandbox-explorer-error', ({ detail }) => (lines.push(detail.message), end(true)));
        document.body.append(explorer);
    })";
    let visitor = Visitor::reads(GUARD);
    let mut wrong = Vec::new();
    for (n, row) in CORPUS.iter().enumerate() {
        let address = format!("/bad-{n}.json");
        visitor.server.page(&address, &row.catalog());
        let read = visitor.author_runs(&READ.replace("ADDRESS", &address));
        let lines: Vec<String> = serde_json::from_value(read["lines"].clone()).expect("lines");
        // Nothing to show: the only reason is that of the first mistake, or what is wrong with the JSON.
        let lines: Vec<&str> =
            lines.iter().filter_map(|line| Some(line.split_once(&format!("{address}: "))?.1)).collect();
        let begins = row.begins();
        let is_told = match (row.reason, row.place) {
            ("", _) => lines.is_empty(),
            (_, "") if row.at == "/" => read["failed"] == true && lines[0].contains("JSON"),
            _ => lines.iter().any(|line| line.starts_with(&begins) && line.contains(row.reason)),
        };
        let shown: Vec<String> = serde_json::from_value(read["links"].clone()).expect("links");
        let is_there = |id: &str| shown.contains(&format!("https://{id}.example/"));
        let others_are_there = read["failed"] == true || IDS.iter().all(|id| *id == "three" || is_there(id));
        let is_short = lines.iter().all(|line| line.len() < 900);
        if !is_told || !others_are_there || !is_short {
            wrong.push(format!("{} at “{}” ({:.40}): {lines:.500?}", row.name, row.at, row.json));
        }
    }
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(visitor.browser.run("return [ran, prototypes() === before]", &[]), json!([[], true]));
    visitor.expect_quiet();
}

#[test]
fn what_is_refused_of_a_catalog_is_named_and_the_rest_is_shown() {
    let visitor = Visitor::comes_to(site::server());
    let mut catalog = corpus::good();
    let chosen = [
        "a program with a tab inside",
        "a page as data",
        "someone's name before the host",
        "an id of all objects",
        "a key of all objects",
        "the maker of objects",
        "a key with a line break",
        "10,000 tags",
        "accepted before it began",
    ];
    let mut expected = Vec::new();
    for (n, name) in chosen.iter().enumerate() {
        let row = CORPUS.iter().find(|row| row.name == *name).expect("such a row");
        let mut spoiled: Value = serde_json::from_str(&row.catalog()).expect("JSON");
        catalog["projects"].as_array_mut().expect("projects").push(spoiled["projects"][2].take());
        expected.push(row.begins().replace("projects[2]", &format!("projects[{}]", n + 5)));
    }
    // The third one is valid as well; the bad ones have its name, and each loses only what is bad.
    visitor.server.page("/own.json", &catalog.to_string());
    visitor.reads_next(&guarded("src=/own.json"));
    let names = ["One", "Two", "Four", "Five"].into_iter().chain(std::iter::repeat_n("Three", chosen.len() + 1));
    visitor.expect_set_of_cards(names.map(str::to_owned).collect());
    expect_harmless(&visitor);
    // The log escapes texts like JSON.
    let console: Vec<String> = visitor.console().iter().map(|line| line.replace("\\u003C", "<")).collect();
    for begins in &expected {
        let line = |line: &&String| line.contains(&format!("sandbox-explorer: /own.json: {begins}"));
        assert!(console.iter().any(|it| line(&it)), "no “{begins}” in {console:#?}");
    }
    assert!(console.iter().all(|line| line.len() < 1200), "{console:#?}");
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn a_catalog_that_is_none_leaves_the_fallback() {
    let visitor = Visitor::comes_to(site::server());
    for (n, content) in
        ["", "<!doctype html><script>pwned(1)</script>", "[]", r#"{ "projects": [] }"#, "7"].iter().enumerate()
    {
        let path = format!("/own-{n}.json");
        visitor.server.page(&path, content);
        visitor.reads_next(&guarded(&format!("src={path}")));
        until("the error event", || visitor.heard("error").pop());
        // The browser shows it again: the element's own children are visible.
        let fallback = visitor.author_runs("return explorer.querySelector('a').getClientRects().length");
        assert_eq!(fallback, 1, "{content}");
        expect_harmless(&visitor);
    }
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn attributes_are_only_ever_values() {
    // Name, value, and whether all projects are still shown.
    let long = "x".repeat(100_000);
    let bad = [
        ("scope", r#""><script>pwned(1)</script>"#, true),
        ("scope", "project=__proto__,constructor&__proto__=1", true),
        ("scope", "part=%ff%00%&=&&,,,", true),
        ("scope", &long, true),
        ("query", "<img src=/pwned.png onerror=pwned(1)>", true),
        ("query", "q=<img src=/pwned.png onerror=pwned(1)>", false),
        ("query", "q=%3Cscript%3Epwned(1)%3C/script%3E&project=%22%3E%3Cscript%3E", false),
        ("query", "tag=javascript:pwned(1)&project=../../pwned", true),
        ("lang", r#"en"><script>pwned(1)</script>"#, true),
        ("lang", "__proto__", true),
        ("lang", "\u{202e}hz", true),
        ("lang", &long, true),
        ("theme", "url(javascript:pwned(1))", true),
        ("theme", "dark;background:url(/pwned.png)", true),
        ("view", "javascript:pwned(1)", true),
        ("heading-level", "1e9", true),
        ("heading-level", "2 onclick=pwned(1)", true),
        ("heading-level", "-3", true),
        ("url-key", "__proto__", true),
        ("url-key", "a=b&c#d", true),
        ("url-key", "\"><script>pwned(1)</script>", true),
        ("without-search", "javascript:pwned(1)", true),
        ("loading", "\"><script>pwned(1)</script>", true),
        ("onclick2", "pwned(1)", true),
    ];
    let visitor = Visitor::reads(&guarded(""));
    visitor.waits_for_cards();
    for (name, value, all) in bad {
        visitor.author_runs(&format!("explorer.setAttribute({}, {})", json!(name), json!(value)));
        let at_rest = || {
            let cards = visitor.see_cards().len();
            // A search may show what is closest, with a line that names the words.
            if all { cards == 52 } else { cards < 52 }
        };
        until(&format!("{name}={value:.60}"), || at_rest().then_some(()));
        expect_harmless(&visitor);
        // From the start as well.
        let markup = value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        if value.len() < 1000 {
            visitor.reads_next(&guarded(&format!("{name}=\"{markup}\"")));
            until(&format!("{name}={value:.60} from the start"), || at_rest().then_some(()));
            expect_harmless(&visitor);
        }
        visitor.author_runs(&format!("explorer.removeAttribute({})", json!(name)));
        visitor.expect_number_of_cards(52);
    }
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn addresses_of_catalogs_that_are_programs_run_none() {
    let visitor = Visitor::reads(&guarded(""));
    visitor.waits_for_cards();
    for src in [
        "javascript:pwned(1)",
        "JaVaScRiPt:pwned(1)//",
        "\\tjavascript:pwned(1)",
        "vbscript:pwned(1)",
        "data:text/html,<script>pwned(1)</script>",
        "data:text/javascript,pwned(1)",
        "about:blank",
        "http://",
        "://",
        "/embed/sandbox-explorer.js",
    ] {
        let n_errors = visitor.heard("error").len();
        visitor.author_runs(&format!("explorer.src = '{src}'"));
        eventually(|| visitor.heard("error").len(), &(n_errors + 1));
        expect_harmless(&visitor);
        visitor.author_runs("explorer.removeAttribute('src')");
        visitor.expect_number_of_cards(52);
    }
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn links_to_the_page_are_only_ever_filters() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.page("/post.html", &site::post(&guarded("url-key=explorer")));
    let many = format!("explorer=q={}", "a+".repeat(200_000));
    let links = [
        "explorer=q=%3Cimg%20src=/pwned.png%20onerror=pwned(1)%3E",
        "explorer=q=<script>pwned(1)</script>",
        "explorer=project=__proto__%26tag=constructor",
        "explorer=project=%22%3E%3Cscript%3Epwned(1)%3C/script%3E",
        "explorer=%25%25%25ff%2500%2526%26%26=",
        "explorer=__proto__=1%26constructor=2",
        "__proto__=1&explorer=&explorer=&=&&&",
        "explorer=javascript:pwned(1)",
        "explorer=q=%E6%9C%26q=%FF%FE",
        "explorer=sort=%3Cb%3E%26view=javascript:pwned(1)",
        &many,
    ];
    for (n, link) in links.iter().enumerate() {
        // A new page each time: a change of the fragment does not restart the explorer.
        visitor.open(&format!("/post.html?{n}#{link}"));
        until("the explorer", || visitor.status().contains("52 projects").then_some(()));
        expect_harmless(&visitor);
        // And the same while it is open.
        visitor.author_runs("location.hash = 'explorer='");
        visitor.expect_number_of_cards(52);
        visitor.author_runs(&format!("location.hash = {}", json!(link)));
        until("the explorer", || visitor.status().contains("52 projects").then_some(()));
        expect_harmless(&visitor);
    }
    visitor.expect_quiet();
}
