//! “Your own list” on the standalone page: what the command makes of a list, the page makes as well, byte for byte, and nobody is told.

use std::path::{Path, PathBuf};
use std::process::Command;

use e2e::engine::Engine;
use e2e::server::Server;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};
use serde_json::{Value, json};

use crate::accessible::{bring_axe, check_with_axe};

pub(crate) fn opens(path: &str) -> Visitor {
    let visitor = Visitor::comes_to(Server::start(&[("/explorer/", site::shipped("page"))]));
    visitor.looks_at_page();
    visitor.browser.prefers("color-scheme", "light");
    visitor.browser.prefers("reduced-motion", "reduce");
    visitor.open(&["/explorer/", path].concat());
    visitor.waits_for_cards();
    visitor
}

pub(crate) fn run(visitor: &Visitor, script: &str, arguments: &[Value]) -> Value {
    visitor.browser.run(script, arguments)
}

/// Scrolls to a tool; they are made when a reader comes near.
pub(crate) fn goes_to(visitor: &Visitor, id: &str) {
    let there = format!(
        "document.getElementById('tools')?.scrollIntoView();
         const tool = document.getElementById('{id}');
         tool?.scrollIntoView();
         return !!tool"
    );
    eventually(|| run(visitor, &there, &[]), &json!(true));
}

fn own() -> Visitor {
    let visitor = opens("");
    goes_to(&visitor, "own");
    // What is saved is kept here instead.
    run(
        &visitor,
        "window.saved = [];
         const make = URL.createObjectURL;
         URL.createObjectURL = (blob) => (saved.push(blob), make.call(URL, blob));
         HTMLAnchorElement.prototype.click = function () { saved.push(this.download) }",
        &[],
    );
    visitor
}

const DROP: &str = "
    const files = new DataTransfer();
    files.items.add(new File([arguments[0] instanceof Array ? new Uint8Array(arguments[0]) : arguments[0]], arguments[1]));
    document.querySelector('.own-drop').dispatchEvent(
        new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }))";
const PICK: &str = "
    const files = new DataTransfer();
    files.items.add(new File([arguments[0]], arguments[1]));
    const input = document.getElementById('own-file');
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }))";

fn status(visitor: &Visitor) -> String {
    let text = run(visitor, "return document.getElementById('own-status')?.textContent ?? ''", &[]);
    text.as_str().unwrap_or_default().to_owned()
}

fn list(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("lists").join(name)
}

/// What the command prints: the catalog, and the lines of what it did not understand, without their indentation.
fn command(path: &Path) -> (String, String) {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(path.parent().expect("a directory")).args(["run", "--quiet", "--manifest-path"]);
    cargo.arg(site::root().join("Cargo.toml")).args(["--package", "sandbox-explorer-cli", "--", "import", "--verbose"]);
    let output = cargo.arg(path.file_name().expect("a name")).output().expect("cargo runs");
    let told = String::from_utf8(output.stderr).expect("text");
    (String::from_utf8(output.stdout).expect("text"), told)
}

fn expect_same(visitor: &Visitor, path: &Path) {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let (catalog, told) = command(path);
    until("the list", || status(visitor).starts_with(&format!("{name}: ")).then_some(()));
    run(visitor, "saved.length = 0", &[]);
    visitor.click("button", "Save catalog.json");
    let saved = run(visitor, "return saved[0].text().then((text) => [text, saved[0].type, saved[1]])", &[]);
    assert_eq!(saved[1], "application/json");
    assert_eq!(saved[2], "catalog.json");
    let text = saved[0].as_str().unwrap_or_default();
    assert!(text == catalog, "{name}: {} bytes, the command prints {}", text.len(), catalog.len());
    // The lines of the command, in its order.
    let lines = "return [...document.querySelectorAll('.own-lines[lang=en] li')].map((it) => it.textContent)";
    let seen = run(visitor, lines, &[]);
    let expected: Vec<&str> = told
        .lines()
        .filter_map(|line| line.strip_prefix("  "))
        .filter(|line| line.starts_with("line "))
        .take(500)
        .collect();
    assert_eq!(seen, json!(expected), "{name}");
    let counted: Vec<&str> = told.lines().filter_map(|line| line.strip_prefix("left out: ")).collect();
    let seen = run(
        visitor,
        "return [...document.querySelectorAll('.own-lines:not([lang]) li')].map((it) => it.textContent)",
        &[],
    );
    assert_eq!(seen, json!(counted), "{name}");
    // The real element shows it.
    let n = serde_json::from_str::<Value>(&catalog).expect("JSON")["projects"].as_array().map_or(0, Vec::len);
    let shown =
        "return document.getElementById('own-preview').shadowRoot?.querySelector('[role=status]')?.textContent ?? ''";
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    eventually(|| digits(run(visitor, shown, &[]).as_str().unwrap_or_default()), &n.to_string());
}

#[test]
fn a_list_becomes_what_the_command_makes_of_it_and_nobody_is_told() {
    let visitor = own();
    let text = |name: &str| json!(std::fs::read_to_string(list(name)).expect("a list"));
    run(&visitor, DROP, &[text("looms.yml"), json!("looms.yml")]);
    expect_same(&visitor, &list("looms.yml"));
    // The tool is loaded now. Without a network, nothing can be told to anybody, and everything goes on.
    visitor.server.goes_offline(true);
    let n_requests = visitor.server.requests().len();
    for (name, by) in [("looms.md", DROP), ("tools.csv", PICK), ("tools.tsv", PICK), ("stars.json", DROP)] {
        run(&visitor, by, &[text(name), json!(name)]);
        expect_same(&visitor, &list(name));
    }
    assert_eq!(visitor.server.requests().len(), n_requests);
    visitor.server.goes_offline(false);
    // Nor a host of logos: the preview has none, what is saved has them.
    let (catalog, _) = command(&list("tools.csv"));
    assert!(catalog.contains("https://logos.example/heddle.svg"));
    visitor.expect_quiet();
}

#[test]
fn ten_lists_become_what_the_command_makes_of_them() {
    let visitor = own();
    let data = site::root().join("crates/import/tests/data");
    for (name, ..) in crate::lists::LISTS {
        let text = std::fs::read_to_string(data.join(name)).expect("a list");
        run(&visitor, DROP, &[json!(text), json!(name)]);
        expect_same(&visitor, &data.join(name));
    }
    visitor.expect_quiet();
}

#[test]
fn a_list_can_be_pasted_and_read_in_another_way() {
    let visitor = own();
    let paste = "const area = document.getElementById('own-text');
        area.value = arguments[0];
        area.dispatchEvent(new Event('input', { bubbles: true }))";
    run(&visitor, paste, &[json!("Tool,Since\nHeddle,1995\nBobbin,2001\n")]);
    visitor.click("button", "Read it");
    eventually(|| status(&visitor), "the pasted text: csv, entries: 2, categories: 0");
    // With a map, which the command has as well.
    run(
        &visitor,
        "document.querySelector('.own .tool-more summary').click();
         for (const [id, value] of [['map', 'Since=fields.Used'], ['one', 'tool'], ['many', 'tools']]) {
             const field = document.getElementById('own-option-' + id);
             field.value = value;
             field.dispatchEvent(new Event('input', { bubbles: true }));
         }",
        &[],
    );
    visitor.click("button", "Read it again");
    let shown =
        "return document.getElementById('own-preview')?.shadowRoot?.querySelector('[role=status]')?.textContent ?? ''";
    eventually(|| run(&visitor, shown, &[]), &json!("2 tools"));
    // In Firefox, a script can make no event of this kind with a text.
    if Engine::current().name == "firefox" {
        return visitor.expect_quiet();
    }
    // A long text does not go through the text area.
    let long = format!("Tool,Since\n{}", "Heddle,1995\n".repeat(6000));
    let script = "const data = new DataTransfer();
        data.setData('text/plain', arguments[0]);
        const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
        return [document.getElementById('own-text').dispatchEvent(event), document.getElementById('own-text').value.length]";
    let answer = run(&visitor, script, &[json!(long)]);
    assert_eq!(answer[0], false, "the text area does not get it");
    until("the long text", || status(&visitor).contains("6,000").then_some(()));
    visitor.expect_quiet();
}

#[test]
fn a_wrong_file_is_refused_with_what_was_expected() {
    let visitor = own();
    let told = "return document.querySelector('.own .tool-wrong')?.textContent ?? ''";
    for (content, name, parts) in [
        (json!("<!doctype html><title>x</title>"), "index.html", ["a web page", "an awesome list has bullets"]),
        (json!(""), "list.yml", ["the file is empty", "a landscape has `landscape:`"]),
        (json!([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), "logo.png", ["not UTF-8 at byte 1", ""]),
        (json!("categories: 1\nlandscape: 2\n"), "landscape.yml", ["", "expected"]),
    ] {
        run(&visitor, DROP, &[content, json!(name)]);
        until("a refusal", || (status(&visitor) == format!("{name} cannot be read:")).then_some(()));
        let why = run(&visitor, told, &[]);
        let why = why.as_str().unwrap_or_default();
        assert!(parts.iter().all(|part| why.contains(part)), "{name}: {why}");
        assert_eq!(run(&visitor, "return !!document.getElementById('own-preview')", &[]), false);
    }
    visitor.expect_quiet();
}

/// The main thread is free while the longest list is read.
#[test]
fn a_long_list_does_not_block_the_page() {
    if Engine::current().skips("own::a_long_list_does_not_block_the_page") {
        return;
    }
    let visitor = own();
    run(
        &visitor,
        "window.tasks = [];
         new PerformanceObserver((list) => tasks.push(...list.getEntries().map((it) => [it.startTime, it.duration])))
             .observe({ type: 'longtask' });
         window.read = 0;
         const status = document.getElementById('own-status');
         new MutationObserver(() => status.textContent.includes('2,413') && (read ||= performance.now()))
             .observe(status, { childList: true, characterData: true, subtree: true })",
        &[],
    );
    let text = std::fs::read_to_string(site::root().join("crates/import/tests/data/cncf.yml")).expect("a list");
    // From a file, as people do; the text is here before the clock begins.
    run(&visitor, "window.given = new File([arguments[0]], 'cncf.yml')", &[json!(text)]);
    run(&visitor, "return new Promise((then) => setTimeout(then, 500))", &[]);
    let drop = "window.began = performance.now();
        const files = new DataTransfer();
        files.items.add(given);
        document.querySelector('.own-drop').dispatchEvent(
            new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }))";
    run(&visitor, drop, &[]);
    eventually(|| run(&visitor, "return read > 0", &[]), &json!(true));
    let blocked =
        run(&visitor, "return tasks.filter(([start]) => start > began && start < read).map((it) => it[1])", &[]);
    let longest = blocked.as_array().into_iter().flatten().filter_map(Value::as_f64).fold(0.0, f64::max);
    let took = run(&visitor, "return read - began", &[]);
    println!("read in {took} ms, longest task {longest} ms");
    // Whatever the speed of the machine: on the main thread it would be one task of all that time.
    let took = took.as_f64().expect("a time");
    assert!(longest < took / 2.0, "the page was blocked for {longest} of {took} ms");
    visitor.expect_quiet();
}

#[test]
fn it_is_accessible_and_fits() {
    for (lang, theme) in [("en", "light"), ("zh", "dark"), ("zh-Hant", "light")] {
        let visitor = Visitor::comes_to(Server::start(&[("/explorer/", site::shipped("page"))]));
        visitor.looks_at_page();
        visitor.browser.prefers("reduced-motion", "reduce");
        visitor.open(&format!("/explorer/?lang={lang}&theme={theme}"));
        goes_to(&visitor, "own");
        let text = std::fs::read_to_string(list("tools.csv")).expect("a list");
        run(&visitor, DROP, &[json!(text), json!("tools.csv")]);
        eventually(
            || {
                run(
                    &visitor,
                    "return !!document.getElementById('own-preview')?.shadowRoot?.querySelector('article')",
                    &[],
                )
            },
            &json!(true),
        );
        run(&visitor, "document.querySelectorAll('.own details').forEach((it) => (it.open = true))", &[]);
        bring_axe(&visitor);
        for width in [320, 390, 1200] {
            visitor.browser.resize(width, 900);
            check_with_axe(&visitor, &format!("{lang}, {theme}, {width} px"));
            let overflow =
                || run(&visitor, "return Math.max(0, document.documentElement.scrollWidth - innerWidth)", &[]);
            eventually(overflow, &json!(0));
        }
        visitor.expect_quiet();
    }
}
