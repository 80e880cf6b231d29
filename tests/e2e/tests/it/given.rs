//! The property `catalog`: a list that the page has already is shown without asking anybody for it.

use std::fs;
use std::time::{Duration, Instant};

use e2e::engine::Engine;
use e2e::server::Fault;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};
use serde_json::json;

use crate::failure::{PROGRAM, fallback_is_seen};
use crate::panic::TRAP;

const OWN: &str = "/own.json";

/// Makes lists of projects with these names.
const LIST: &str = "
    window.project = (name) => ({
        id: name.toLowerCase().replaceAll(' ', '-'), name, part: '4', category: 'service-mesh', licence: 'MIT', languages: ['Go'],
        first_commit: '2023-05-01', accepted: '2024-09', tags: [], summary: { en: 'A project.', zh: '一个项目。' }, features: [],
        links: { website: 'https://example.org/', repository: 'https://example.org/code' },
        maturity: { level: 'sandbox', since: '2024-09', as_of: '2026-11-22', source: 'landscape' },
        snapshot: { commit: 'abc1234', date: '2026-11-20' }, sources: {},
    });
    window.list = (...names) => ({ projects: names.map(project) });
    const explorer = document.querySelector('sandbox-explorer');
";

/// A page with explorers and a script that runs before the loader does.
fn page(tags: &str, script: &str) -> String {
    site::post(&format!("{tags}<script>{LIST}{script}</script>"))
}

/// A visitor of that page. The server also has a list in a file.
fn visits(tags: &str, script: &str) -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.page(OWN, &filed());
    visitor.server.page("/post.html", &page(tags, script));
    visitor.open("/post.html");
    visitor
}

/// The bundled catalog as a file, in which one name begins with this.
fn filed() -> String {
    let catalog = fs::read_to_string(site::shipped("catalog.json")).expect("a catalog");
    catalog.replacen("\"name\": \"", "\"name\": \"Filed ", 1)
}

/// The names on the visible cards of all explorers of the page; of more than a few only what is in the file or the program.
fn cards(visitor: &Visitor) -> Vec<String> {
    let script = "return [...document.querySelectorAll('sandbox-explorer')].map((it) => {
        const names = [...(it.shadowRoot?.querySelectorAll('article h3') ?? [])]
            .filter((name) => name.checkVisibility()).map((name) => name.textContent.trim()).sort();
        return names.length < 5 ? names.join() : names.some((name) => name.startsWith('Filed ')) ? 'filed' : 'bundled';
    })";
    serde_json::from_value(visitor.author_runs(script)).expect("a list")
}

#[track_caller]
fn expect_cards(visitor: &Visitor, names: &[&str]) {
    eventually(|| cards(visitor), names);
}

fn asked(visitor: &Visitor, path: &str) -> usize {
    visitor.server.requests().iter().filter(|asked| *asked == path).count()
}

#[test]
fn it_may_be_set_before_the_element_is_one() {
    let visitor = visits(&site::tag("src=/own.json"), "explorer.catalog = window.given = list('Early');");
    expect_cards(&visitor, &["Early"]);
    // What was set is read back, and is no attribute.
    assert_eq!(visitor.author_runs("return explorer.catalog === given && !explorer.hasAttribute('catalog')"), true);
    let events = ["ready", "error"].map(|name| visitor.heard(name).len());
    assert_eq!((events, asked(&visitor, OWN)), ([1, 0], 0));
    visitor.open_details("Early");
    visitor.expect_quiet();
}

#[test]
fn it_may_be_set_while_the_program_comes_and_at_any_time_afterwards() {
    let visitor = visits("", "");
    visitor.server.fault(PROGRAM, Fault::Held);
    visitor.author_runs(
        "const made = document.createElement('sandbox-explorer');
        made.loading = 'eager';
        made.catalog = list('First');
        document.body.append(made);",
    );
    eventually(|| asked(&visitor, PROGRAM), &1);
    visitor.author_runs("explorer.catalog = JSON.stringify(list('Second'))");
    visitor.server.mend(PROGRAM);
    expect_cards(&visitor, &["Second"]);
    visitor.author_runs("explorer.catalog = list('Third', 'Fourth')");
    expect_cards(&visitor, &["Fourth,Third"]);
    // Without it, there is the `src`, and without that, what is bundled.
    visitor.author_runs("explorer.src = '/own.json'");
    expect_cards(&visitor, &["Fourth,Third"]);
    assert_eq!(asked(&visitor, OWN), 0);
    visitor.author_runs("explorer.catalog = null");
    expect_cards(&visitor, &["filed"]);
    visitor.author_runs("explorer.catalog = list('Fifth'); explorer.src = ''");
    expect_cards(&visitor, &["Fifth"]);
    visitor.author_runs("explorer.catalog = undefined");
    expect_cards(&visitor, &["bundled"]);
    visitor.expect_quiet();
}

#[test]
fn a_framework_finds_a_setter_for_it() {
    let visitor = visits(&site::tag(""), "");
    visitor.waits_for_cards();
    let is_setter =
        "return !!Object.getOwnPropertyDescriptor(customElements.get('sandbox-explorer').prototype, 'catalog').set";
    assert_eq!(visitor.author_runs(is_setter), true);
    assert_eq!(visitor.author_runs("return 'catalog' in explorer && explorer.catalog == null"), true);
    visitor.expect_quiet();
}

#[test]
fn it_is_a_copy() {
    let visitor = visits(&site::tag(""), "explorer.catalog = window.given = list('Before');");
    expect_cards(&visitor, &["Before"]);
    visitor.author_runs("given.projects.push(...list('After').projects); explorer.theme = 'dark'");
    // A move is no reason to read it again.
    visitor.author_runs("document.body.append(explorer)");
    expect_cards(&visitor, &["Before"]);
    visitor.author_runs("explorer.catalog = given");
    expect_cards(&visitor, &["After,Before"]);
    visitor.expect_quiet();
}

#[test]
fn an_equal_one_changes_nothing() {
    let visitor = visits(&site::tag(""), "explorer.catalog = list('Kite', 'Loom');");
    expect_cards(&visitor, &["Kite,Loom"]);
    visitor.author_runs("explorer.query = 'q=kite'");
    expect_cards(&visitor, &["Kite"]);
    visitor.author_runs("explorer.catalog = list('Kite', 'Loom')");
    visitor.author_runs("explorer.catalog = JSON.stringify(explorer.catalog)");
    visitor.author_runs("return new Promise((done) => setTimeout(done, 100))");
    expect_cards(&visitor, &["Kite"]);
    // The address of a file that looks like one of ours is still that of a file.
    visitor.server.page("/catalog:0.json", &filed());
    visitor.author_runs("explorer.catalog = null; explorer.query = ''; explorer.src = '/catalog:0.json'");
    expect_cards(&visitor, &["filed"]);
    visitor.expect_quiet();
}

#[test]
fn two_explorers_show_the_same_or_each_its_own() {
    let tags = [site::tag(""), site::tag(""), site::tag("")].concat();
    let visitor = visits(
        &tags,
        "const [first, second, third] = document.querySelectorAll('sandbox-explorer');
        first.catalog = second.catalog = list('Same');
        third.catalog = list('Other');",
    );
    expect_cards(&visitor, &["Same", "Same", "Other"]);
    visitor.author_runs("explorer.catalog = list('Other')");
    expect_cards(&visitor, &["Other", "Same", "Other"]);
    visitor.expect_quiet();
}

#[test]
fn an_explorer_that_comes_back_still_has_it() {
    let visitor = visits(&site::tag(""), "explorer.catalog = list('Kept');");
    expect_cards(&visitor, &["Kept"]);
    visitor.author_runs("window.explorer = explorer; explorer.remove()");
    visitor.author_runs("return new Promise((done) => setTimeout(done, 50))");
    visitor.author_runs("document.body.append(window.explorer)");
    expect_cards(&visitor, &["Kept"]);
    visitor.expect_quiet();
}

#[test]
fn it_survives_a_program_that_dies() {
    let visitor = visits(&[TRAP, &site::tag("")].concat(), "explorer.catalog = list('Kept');");
    expect_cards(&visitor, &["Kept"]);
    visitor.author_runs("window.trap = true; explorer.setAttribute('query', 'q=mesh')");
    eventually(|| visitor.heard("error").len(), &1);
    visitor.author_runs("window.trap = false; explorer.query = ''");
    visitor.click("button", "Try again");
    expect_cards(&visitor, &["Kept"]);
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn its_mistakes_are_told_by_the_name_of_the_property() {
    let visitor = visits(&site::tag(""), "explorer.catalog = { ...list('Good'), colour: 7 };");
    expect_cards(&visitor, &["Good"]);
    let told = until("the line", || visitor.console().pop());
    assert!(told.contains("sandbox-explorer: catalog: colour: unknown key"), "{told}");
    let mut messages = Vec::new();
    let wrong = ["{ projects: [] }", "'[,]'", "(() => 1)", "(window.round = { projects: [] }).round = round"];
    for (n, catalog) in wrong.iter().enumerate() {
        visitor.author_runs(&format!("explorer.catalog = {catalog}"));
        eventually(|| visitor.heard("error").len(), &(n + 1));
        let error = visitor.heard("error").pop().expect("an event");
        assert_eq!(error["cause"], "catalog");
        assert!(fallback_is_seen(&visitor));
        messages.push(error["message"].as_str().expect("a message").to_owned());
    }
    assert_eq!(messages[..2], ["catalog: no projects", "catalog: invalid JSON in line 1, column 2: expected a value"]);
    assert!(messages.iter().all(|message| message.starts_with("catalog: ")), "{messages:?}");
    // The browser's own words, such as "Converting circular structure to JSON".
    assert!(messages[3].contains("ircular") || messages[3].contains("cyclic"), "{messages:?}");
    visitor.author_runs("explorer.catalog = list('Good')");
    expect_cards(&visitor, &["Good"]);
    visitor.clear_console();
    visitor.expect_quiet();
}

#[test]
fn it_replaces_a_first_view_that_a_generator_has_written() {
    let view = site::prerendered(&["--as", "shadow", "--scope", "part=4"]).replace("scope=\"part=4\"", "");
    let visitor = visits(&view, "explorer.catalog = list('Live');");
    expect_cards(&visitor, &["Live"]);
    visitor.expect_quiet();
}

#[test]
fn it_asks_no_server_where_the_policy_forbids_that() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.header("content-security-policy", "connect-src 'none'");
    let module = r#"<script type="module" src="/embed/sandbox-explorer.js"></script>"#;
    let inline = r#"<script src="/embed/sandbox-explorer.inline.js"></script>"#;
    let page = page(&site::tag(""), "explorer.catalog = list('Inside');");
    assert!(page.contains(module));
    visitor.server.page("/post.html", &page.replace(module, inline));
    visitor.open("/post.html");
    expect_cards(&visitor, &["Inside"]);
    visitor.expect_quiet();
}

#[test]
fn a_div_has_no_such_attribute() {
    let visitor =
        visits(r#"<div data-sandbox-explorer data-catalog='{"projects":[]}' data-loading="eager"></div>"#, "");
    expect_cards(&visitor, &["bundled"]);
    visitor.author_runs("explorer.catalog = list('Set')");
    expect_cards(&visitor, &["Set"]);
    visitor.expect_quiet();
}

#[test]
fn ten_thousand_projects_come_at_once() {
    let visitor =
        visits(&site::tag(""), "explorer.catalog = list(...Array.from({ length: 10000 }, (_, n) => `Project ${n}`));");
    let start = Instant::now();
    visitor.expect_status("10,000 entries");
    // Most of it is the start of the browser's page; a debug build takes much longer.
    let most = Duration::from_secs(if Engine::current().needs_recorder { 20 } else { 10 });
    assert!(start.elapsed() < most, "{:?}", start.elapsed());
    assert_eq!(visitor.author_runs("return explorer.catalog.projects.length"), json!(10_000));
    visitor.expect_quiet();
}

#[test]
fn readers_of_two_languages_each_get_their_own_texts() {
    let list = r#"{ "projects": [{ "name": "Loom", "summary": { "en": "It weaves.", "fr": "Il tisse." } }] }"#;
    let visitor = Visitor::comes_to(site::server());
    visitor.server.page("/own.json", list);
    visitor
        .reads_next(&["fr", "en"].map(|lang| site::tag(&format!("src=/own.json loading=eager lang={lang}"))).concat());
    let texts = "return [...document.querySelectorAll('sandbox-explorer')].map((it) => it.shadowRoot?.querySelector('.se-summary')?.textContent)";
    eventually(|| visitor.author_runs(texts), &json!(["Il tisse.", "It weaves."]));
    visitor.expect_quiet();
}
