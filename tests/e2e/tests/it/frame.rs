//! The framed page, for hosts that only accept frames.

use e2e::engine::Engine;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

/// The frame of docs/hosts.md, with this sandbox.
fn frame(sandbox: &str, query: &str) -> String {
    format!(
        r#"<iframe src="/embed/sandbox-explorer.frame.html?{query}" title="CNCF Sandbox projects" loading="lazy" {sandbox}
            style="border: 0; inline-size: 100%; block-size: 300px"></iframe>"#
    )
}

/// From the first snippets, which are still in many pages.
const SANDBOX: &str = r#"sandbox="allow-scripts allow-popups""#;

/// Allows saving files and printing pages.
const ALLOWED: &str =
    r#"sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals""#;

/// The snippet of docs/hosts.md, with the address of the test server.
fn snippet() -> String {
    let hosts = std::fs::read_to_string(site::root().join("docs/hosts.md")).expect("a page on hosts");
    let from = hosts.find("<iframe").expect("a frame in docs/hosts.md");
    let snippet = &hosts[from..from + hosts[from..].find("```").expect("its end")];
    snippet.replace("https://…/", "/embed/").replace("&lang=zh", "")
}

/// Records every message of frames to the page.
const LISTEN: &str = "<script>window.said = []; addEventListener('message', ({ data, origin }) => window.said.push({ data, origin }))</script>";

fn heights(visitor: &Visitor) -> Vec<Value> {
    let said = visitor.author_runs("return window.said.filter(({ data }) => data.type == 'sandbox-explorer:height')");
    said.as_array().cloned().unwrap_or_default()
}

#[test]
fn a_sandboxed_frame_says_its_height_to_the_page_that_may_know() {
    let visitor = Visitor::comes_to(site::server());
    visitor.reads_next(&[LISTEN, &frame(SANDBOX, "scope=part%3D4")].concat());
    eventually(|| heights(&visitor).last().is_some_and(|said| said["data"]["height"].as_u64() > Some(1000)), &true);
    // No origin: it cannot read our storage, and its messages show that.
    assert_eq!(heights(&visitor)[0]["origin"], "null");
    // Without the parent's script the frame does not change.
    assert_eq!(visitor.author_runs("return document.querySelector('iframe').offsetHeight"), 300);
    visitor.expect_quiet();
}

/// The frame's height in the page around it.
fn height(visitor: &Visitor) -> u64 {
    visitor.author_runs("return document.querySelector('iframe').offsetHeight").as_u64().unwrap_or_default()
}

#[test]
fn the_parents_script_gives_the_frame_its_height() {
    let script = r#"<script src="/embed/sandbox-explorer.frames.js" defer></script>"#;
    for sandbox in [SANDBOX, ""] {
        let visitor = Visitor::comes_to(site::server());
        visitor.reads_next(&[&frame(sandbox, "scope=part%3D4&lang=zh"), script].concat());
        eventually(|| visitor.author_runs("return document.querySelector('iframe').offsetHeight > 1000"), &json!(true));
        // A message from another sender changes nothing.
        visitor.author_runs("window.postMessage({ type: 'sandbox-explorer:height', height: 77 }, '*')");
        visitor.author_runs("return new Promise((done) => setTimeout(done, 50))");
        assert_eq!(visitor.author_runs("return document.querySelector('iframe').offsetHeight > 1000"), true);
        visitor.expect_quiet();
    }
}

#[test]
fn a_frame_that_was_there_before_the_parents_script_is_asked() {
    let visitor = Visitor::comes_to(site::server());
    visitor.reads_next(&[LISTEN, &frame(SANDBOX, "scope=part%3D4")].concat());
    // It has already sent all its messages, and nobody received them.
    eventually(|| heights(&visitor).last().is_some_and(|said| said["data"]["height"].as_u64() > Some(1000)), &true);
    assert_eq!(height(&visitor), 300);
    visitor.author_runs(
        "const script = document.createElement('script');
        script.src = '/embed/sandbox-explorer.frames.js';
        document.body.append(script)",
    );
    eventually(|| height(&visitor) > 1000, &true);
    visitor.expect_quiet();
}

#[test]
fn no_height_is_endless_and_a_frame_led_elsewhere_is_not_believed() {
    let visitor = Visitor::comes_to(site::server());
    let says = "parent.postMessage({ type: 'sandbox-explorer:height', height: +location.search.slice(1) }, '*')";
    visitor.server.page("/says.html", &format!("<!doctype html><script>{says}</script>"));
    let script = r#"<script src="/embed/sandbox-explorer.frames.js" defer></script>"#;
    visitor.reads_next(&[LISTEN, &frame("", "scope=part%3D4"), script].concat());
    eventually(|| height(&visitor) > 1000, &true);
    visitor.author_runs("document.querySelector('iframe').contentWindow.location = '/says.html?1000000'");
    eventually(|| height(&visitor), &30_000);
    // As sent by a frame with another site's page, which no visitor here may open.
    visitor.author_runs(
        "const source = document.querySelector('iframe').contentWindow;
        const data = { type: 'sandbox-explorer:height', height: 777 };
        for (const origin of ['https://elsewhere.example', location.origin.replace('http:', 'https:'), '']) {
            dispatchEvent(new MessageEvent('message', { source, origin, data }));
        }",
    );
    assert_eq!(height(&visitor), 30_000);
    visitor.expect_quiet();
}

#[test]
fn a_host_that_embeds_as_wordpress_does_is_told_in_its_way() {
    let visitor = Visitor::comes_to(site::server());
    visitor.reads_next(&[LISTEN, &frame(SANDBOX, "scope=part%3D4#?secret=abc123")].concat());
    let told = || {
        visitor.author_runs(
            "return window.said.map(({ data }) => data).filter(({ message }) => message == 'height').pop() ?? {}",
        )
    };
    eventually(|| told()["value"].as_u64() > Some(1000), &true);
    assert_eq!(told()["secret"], "abc123");
    visitor.expect_quiet();
}

#[test]
fn the_frame_is_a_page_of_its_own() {
    let visitor = Visitor::comes_to(site::server());
    visitor.open("/embed/sandbox-explorer.frame.html?scope=part%3D4&lang=zh&src=https://evil.example/catalog.json");
    visitor.looks_at(0);
    visitor.reads_chinese();
    visitor.waits_for_cards();
    visitor.expect_status("13 个项目");
    assert_eq!(
        visitor.author_runs("return [document.documentElement.lang, getComputedStyle(document.body).backgroundColor]"),
        json!(["zh", "rgba(0, 0, 0, 0)"])
    );
    visitor.expect_quiet();
}

#[test]
fn the_details_open_where_the_reader_is() {
    let visitor = Visitor::comes_to(site::server());
    visitor.browser.resize(800, 6000);
    visitor.open("/embed/sandbox-explorer.frame.html");
    visitor.looks_at(0);
    visitor.waits_for_cards();
    visitor.open_details("youki");
    let apart = visitor.author_runs(
        "const root = document.querySelector('sandbox-explorer').shadowRoot;
        const [name, dialog] = ['[data-project=youki]', 'dialog'].map((it) => root.querySelector(it).getBoundingClientRect().top);
        return Math.abs(name - dialog)",
    );
    assert!(apart.as_f64().unwrap() < 300.0, "{apart} px from the card");
    visitor.expect_quiet();
}

/// Reads a page with this frame, and enters the frame.
fn goes_into(html: &str) -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    visitor.reads_next(&["<p>Above.</p>", html].concat());
    visitor.author_runs("document.querySelector('iframe').scrollIntoView()");
    visitor.browser.enters_frame(Some(0));
    visitor.looks_at(0);
    visitor.waits_for_cards();
    visitor
}

/// The buttons of Share.
fn shares(visitor: &Visitor) -> Vec<String> {
    visitor.click("button", "Share");
    let offered = || visitor.names_within(("group", "Share"), "button");
    eventually(|| !offered().is_empty(), &true);
    offered()
}

const SAVES: [&str; 2] = ["Save as CSV", "Save as JSON"];

#[test]
fn in_the_frame_of_the_documents_files_are_saved_and_the_projects_printed() {
    let visitor = goes_into(&snippet());
    let directory = std::env::temp_dir().join(format!("sandbox-explorer-{}", std::process::id()));
    if Engine::current().name == "chromium" {
        let allow = json!({ "behavior": "allow", "downloadPath": directory, "eventsEnabled": true });
        visitor.browser.devtools("Browser.setDownloadBehavior", &allow);
    }
    let offered = shares(&visitor);
    for name in SAVES.iter().chain(&["Print"]) {
        assert!(offered.contains(&(*name).to_owned()), "{name}: {offered:?}");
    }
    // A replaced function, because the browser's own dialog cannot be closed here.
    visitor.author_runs("window.printed = 0; window.print = () => (window.printed += 1)");
    visitor.click("button", "Print");
    eventually(|| visitor.author_runs("return window.printed"), &json!(1));
    if Engine::current().name == "chromium" {
        for (name, file) in SAVES.iter().zip(["sandbox-projects.csv", "sandbox-projects.json"]) {
            visitor.click("button", name);
            eventually(|| std::fs::metadata(directory.join(file)).is_ok_and(|file| file.len() > 1000), &true);
        }
        drop(std::fs::remove_dir_all(&directory));
    }
    visitor.expect_quiet();
}

#[test]
fn what_a_sandbox_forbids_is_not_offered_in_it() {
    let script = r#"<script src="/embed/sandbox-explorer.frames.js" defer></script>"#;
    // The last one is WordPress's frame of an oEmbed response.
    for (html, saves, prints) in [
        (frame(SANDBOX, "scope=part%3D4"), false, false),
        (frame(r#"sandbox="allow-scripts""#, "scope=part%3D4#?secret=abc123"), false, false),
        // The permissions are known by the frame's name, by the script around it, or by both having the same
        // origin.
        (frame(&[ALLOWED, " name='allow-downloads'"].concat(), "scope=part%3D4"), true, false),
        ([&frame(ALLOWED, "scope=part%3D4"), script].concat(), true, true),
        ([&frame(SANDBOX, "scope=part%3D4"), script].concat(), false, false),
        (frame(r#"sandbox="allow-scripts allow-same-origin""#, "scope=part%3D4"), false, false),
        (frame(r#"sandbox="allow-scripts allow-same-origin allow-modals""#, "scope=part%3D4"), false, true),
        (frame("", "scope=part%3D4"), true, true),
    ] {
        let visitor = goes_into(&html);
        if html.contains("frames.js") {
            let told = || visitor.author_runs("return document.documentElement.dataset.sandbox?.length > 0");
            eventually(told, &json!(true));
        }
        let offered = shares(&visitor);
        for name in SAVES {
            assert_eq!(offered.contains(&name.to_owned()), saves, "{name} in {html}");
        }
        assert_eq!(offered.contains(&"Print".to_owned()), prints, "{html}");
        assert!(offered.contains(&"Copy as Markdown table".to_owned()), "{offered:?}");
        visitor.browser.clear_console();
        visitor.expect_quiet();
    }
}

#[test]
fn a_link_of_the_documents_frame_leads_out_of_the_sandbox() {
    let visitor = goes_into(&snippet());
    let storage = "let storage = 'storage'; try { localStorage.setItem('x', '1') } catch { storage = 'nothing' }";
    let tells = "fetch(`/told-${origin == 'null' ? 'no-origin' : 'origin'}-${storage}`)";
    visitor.server.page("/project.html", &format!("<!doctype html><script>{storage}; {tells}</script>"));
    for told in ["/told-origin-storage", "/told-no-origin-nothing"] {
        visitor.server.page(told, "");
    }
    visitor.author_runs("explorer.shadowRoot.querySelector('article a').href = '/project.html'");
    let name = visitor.author_runs("return explorer.shadowRoot.querySelector('article a').ariaLabel");
    visitor.click("link", name.as_str().unwrap());
    let told = || visitor.server.requests().into_iter().find(|path| path.starts_with("/told-"));
    eventually(told, &Some("/told-origin-storage".to_owned()));
    visitor.expect_quiet();
}
