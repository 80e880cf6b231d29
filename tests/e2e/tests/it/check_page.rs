//! “Check my page” on the standalone page: pasted HTML, and the line for the console on pages with real faults.

use e2e::browser::Browser;
use e2e::engine::Engine;
use e2e::server::{Fault, Server};
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};
use serde_json::{Value, json};

use crate::accessible::{bring_axe, check_with_axe};
use crate::own::{goes_to, opens, run};

const LOADER: &str = r#"<script type="module" src="/embed/sandbox-explorer.js"></script>"#;
const TYPE: &str = "const area = document.getElementById(arguments[0]);
    area.value = arguments[1];
    area.dispatchEvent(new Event('input', { bubbles: true }))";

fn findings(visitor: &Visitor) -> Vec<[String; 2]> {
    let script = "return [...document.querySelectorAll('.finding')].map((it) => [it.dataset.id, it.querySelector('code').textContent])";
    serde_json::from_value(run(visitor, script, &[])).expect("pairs")
}

#[test]
fn pasted_html_is_checked_and_the_remedy_is_told_in_the_language_of_the_page() {
    let visitor = opens("");
    goes_to(&visitor, "check");
    let html = "<html>\n<script src=\"/x/sandbox-explorer.js\"></script>\n<p><sandbox-explorer>\n<ul><li><a href=/x>y</a></ul>\n</sandbox-explorer></p>";
    run(&visitor, TYPE, &[json!("check-html"), json!(html)]);
    run(&visitor, TYPE, &[json!("check-pasted"), json!("<sandbox-explorer scope=\"part=4\"></sandbox-explorer>")]);
    visitor.click("button", "Check");
    eventually(|| findings(&visitor).len(), &3);
    let found = findings(&visitor);
    assert_eq!(found[0], ["module", "<script src=\"/x/sandbox-explorer.js\">"]);
    assert_eq!(found[1], ["attributes", "scope=\"part=4\""]);
    assert_eq!(found[2][0], "paragraph");
    let text = || run(&visitor, "return document.querySelector('.findings').innerText", &[]);
    assert!(text().as_str().is_some_and(|text| text.contains("line 2") && text.contains("type=\"module\"")));
    visitor.click("button", "繁體中文");
    eventually(|| text().as_str().is_some_and(|text| text.contains("第 2 行") && text.contains("模組")), &true);
    visitor.click("button", "English");
    let right = format!("{LOADER}<div><sandbox-explorer scope=\"part=4\"></sandbox-explorer></div>");
    run(&visitor, TYPE, &[json!("check-html"), json!(right)]);
    visitor.click("button", "Check");
    let status = "return document.querySelector('.check [role=status]').textContent";
    eventually(|| run(&visitor, status, &[]).as_str().is_some_and(|it| it.starts_with("Nothing is wrong")), &true);
    assert_eq!(findings(&visitor).len(), 0);
    visitor.expect_quiet();
}

/// The line that the page shows, as an author copies it.
fn line(lang: &str) -> String {
    std::fs::read_to_string(site::shipped("page").join(format!("tools/console.{lang}.js"))).expect("a script")
}

#[test]
fn the_line_is_one_line_and_is_shown_when_it_is_unfolded() {
    let visitor = opens("?lang=zh");
    goes_to(&visitor, "check");
    run(&visitor, "document.querySelector('.check details summary').click()", &[]);
    let shown = || run(&visitor, "return document.querySelector('.check-line code').textContent", &[]);
    until("the line", || shown().as_str().is_some_and(|text| !text.is_empty()).then_some(()));
    assert_eq!(shown(), json!(line("zh").trim()));
    assert_eq!(line("en").trim().lines().count(), 1);
    visitor.expect_quiet();
}

/// What the line finds in the page that is open, as kinds and details; and what the console says.
fn told(browser: &Browser) -> (Vec<(String, String)>, String) {
    let script = format!(
        "const said = [];
         const {{ log }} = console;
         console.log = (text) => said.push(text);
         {}
         return done.then((found) => {{ console.log = log; return [found, said.join()] }})",
        line("en").trim().replace("sandboxExplorerCheck.check()", "const done = sandboxExplorerCheck.check();")
    );
    let answer = browser.run(&script, &[]);
    let found = answer[0].as_array().expect("findings").iter();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let found = found.map(|it| (text(&it["id"]), text(&it["detail"]))).collect();
    (found, text(&answer[1]))
}

/// A post with this in it, on a server that a function has changed; these kinds are found, and no others.
#[track_caller]
fn check(post: &str, change: impl Fn(&Server), expected: &[&str]) -> Vec<(String, String)> {
    let visitor = Visitor::comes_to(site::server());
    change(&visitor.server);
    visitor.server.page("/post.html", post);
    visitor.open("/post.html");
    // Starts, or says that it cannot.
    run(&visitor, "return new Promise((then) => setTimeout(then, 700))", &[]);
    let (found, said) = told(&visitor.browser);
    let mut ids: Vec<&str> = found.iter().map(|it| it.0.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids, expected, "{found:?}\n{said}\n{post}");
    let head = if expected.is_empty() { "nothing is wrong here" } else { "this is wrong here:" };
    assert!(said.contains(head) && expected.iter().all(|id| said.contains(&format!("[{id}]"))), "{said}");
    visitor.clear_console();
    visitor.server.forget_failures();
    visitor.expect_quiet();
    found
}

const TAG: &str = r#"<sandbox-explorer loading="eager" scope="part=4"><p>List</p></sandbox-explorer>"#;

fn post(loader: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><link rel=icon href=data:,><title>A post</title>{loader}<body><main>{body}</main>"
    )
}

#[test]
fn a_page_that_is_right() {
    check(&post(LOADER, TAG), |_| {}, &[]);
    check(&post(LOADER, "<div data-sandbox-explorer data-loading=eager>List</div>"), |_| {}, &[]);
    check(&post("<script src=/embed/sandbox-explorer.inline.js></script>", TAG), |_| {}, &[]);
    // Dark by its own colours, under the strictest policy.
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'unsafe-inline'; img-src data:; require-trusted-types-for 'script'";
    let dark = post(LOADER, &format!("<style>body {{ background: #111; color: #eee }}</style>{TAG}"));
    check(&dark, |server| server.header("Content-Security-Policy", policy), &[]);
}

#[test]
fn faults_of_the_server() {
    let file = "/embed/sandbox-explorer.wasm";
    check(&post(LOADER, TAG), |server| server.fault(file, Fault::Type("application/octet-stream")), &["mime"]);
    check(&post(LOADER, TAG), |server| server.fault(file, Fault::Missing), &["missing", "start"]);
    check(&post(LOADER, TAG), |server| server.fault(file, Fault::StartPage), &["integrity", "missing", "start"]);
    let loader = "/embed/sandbox-explorer.js";
    check(&post(LOADER, TAG), |server| server.fault(loader, Fault::Missing), &["missing"]);
    check(&post(LOADER, TAG), |server| server.fault(loader, Fault::Type("text/plain")), &["mime"]);
    // The chunks of a page with a search service.
    let set = "<script>document.querySelector('sandbox-explorer').searchClient = { search: () => new Promise(() => {}) }</script>";
    for chunk in ["reader", "service"] {
        let file = format!("/embed/sandbox-explorer.{chunk}.wasm");
        let page = post(LOADER, &format!("{TAG}{set}"));
        check(&page, |server| server.fault(&file, Fault::Missing), &["missing"]);
    }
    // Another build than the loader's.
    let mut other = std::fs::read(site::shipped("embed").join("sandbox-explorer.wasm")).expect("a program");
    other.extend(b"\x00\x06\x05other");
    check(&post(LOADER, TAG), |server| server.fault(file, Fault::Content(other.clone())), &["integrity", "start"]);
}

#[test]
fn policies_in_headers() {
    let of = |policy: &'static str, expected: &[&str]| {
        let found = check(&post(LOADER, TAG), |server| server.header("Content-Security-Policy", policy), expected);
        found.into_iter().filter(|it| it.0 == "csp").map(|it| it.1).collect::<Vec<_>>().join(", ")
    };
    // Firefox tells nobody that it has blocked WebAssembly, but the explorer's line says it.
    let tells = Engine::current().name != "firefox";
    if tells {
        assert_eq!(of("script-src 'self'", &["csp", "start"]), "script-src 'wasm-unsafe-eval'");
    } else {
        of("script-src 'self'", &["start"]);
    }
    let told = of("script-src 'none'", &["csp"]);
    assert!(told.contains("script-src-elem http://127.0.0.1"), "{told}");
    assert_eq!(told.contains("wasm-unsafe-eval"), tells, "{told}");
    let told = of("default-src 'self' 'wasm-unsafe-eval'; img-src data:; connect-src 'none'", &["csp", "start"]);
    assert!(told.contains("connect-src http://127.0.0.1"), "{told}");
}

#[test]
fn files_of_another_host() {
    let other = site::server();
    let loader = LOADER.replace("/embed", &[&other.origin(), "/embed"].concat());
    // A visitor would complain about the other host.
    let (browser, server) = (Browser::default(), site::server());
    server.page("/post.html", &post(&loader, TAG));
    browser.open(&[&server.origin(), "/post.html"].concat());
    browser.run("return new Promise((then) => setTimeout(then, 700))", &[]);
    let (found, _) = told(&browser);
    assert!(found.contains(&("cors".to_owned(), format!("{}/embed/sandbox-explorer.js", other.origin()))), "{found:?}");
    assert!(found.iter().all(|(id, _)| id == "cors"), "{found:?}");
}

#[test]
fn faults_of_the_page() {
    let nothing = |_: &Server| {};
    check(&post(LOADER, "<ul><li>List</ul>"), nothing, &["tag"]);
    check(&post(LOADER, "<pre>&lt;sandbox-explorer scope=\"part=4\"&gt;</pre>"), nothing, &["escaped"]);
    check(&post(LOADER, "<div data-scope=\"part=4\">List</div>"), nothing, &["attributes"]);
    check(&post("", TAG), nothing, &["script"]);
    check(&post(&LOADER.replace("type=\"module\"", ""), TAG), nothing, &["module"]);
    check(&post(&LOADER.replace("module", "text/plain"), TAG), nothing, &["held"]);
    check(
        &post(LOADER, "<p><sandbox-explorer loading=eager>\n<ul><li><a href=/x>y</a></ul>\n</sandbox-explorer></p>"),
        nothing,
        &["paragraph"],
    );
    check(&post(LOADER, "<sandbox-explorer loading=eager scope=\"part=4\" /><h1>More</h1>"), nothing, &["unclosed"]);
    let twice = format!("{LOADER}<script type=module src=/embed/sandbox-explorer.js?2></script>");
    check(&post(&twice, TAG), nothing, &["twice"]);
    check(
        &post(&format!("<base href=/blog/>{}", LOADER.replace("/embed", "embed")), TAG),
        nothing,
        &["base", "missing"],
    );
    let base = TAG.replace("scope", "base=/nowhere scope");
    check(&post(LOADER, &base), nothing, &["base", "missing", "start"]);
    let hash = format!("integrity=sha384-{} src", "A".repeat(64));
    check(&post(&LOADER.replace("src", &hash), TAG), nothing, &["integrity"]);
    check(&post(LOADER, &TAG.replace("\"part=4\"", "”part=4”")), nothing, &["quotes"]);
    // A page that is turned round, whose colours tell nothing.
    let round = format!("<style>html {{ background: #fff; filter: invert(1) }}</style>{TAG}");
    check(&post(LOADER, &round), nothing, &["theme"]);
    let fixed =
        format!("<style>body {{ background: #111; color: #eee }}</style>{}", TAG.replace("scope", "theme=light scope"));
    check(&post(LOADER, &fixed), nothing, &["theme"]);
}

#[test]
fn it_is_accessible_and_fits() {
    for (lang, theme) in [("en", "dark"), ("zh", "light")] {
        let visitor = Visitor::comes_to(Server::start(&[("/explorer/", site::shipped("page"))]));
        visitor.looks_at_page();
        visitor.browser.prefers("reduced-motion", "reduce");
        visitor.open(&format!("/explorer/?lang={lang}&theme={theme}"));
        goes_to(&visitor, "check");
        let html = format!("<script src={}/sandbox-explorer.js></script>", "x".repeat(200));
        run(&visitor, TYPE, &[json!("check-html"), json!(html)]);
        run(
            &visitor,
            "document.querySelector('.check .tool-main').click(); document.querySelector('.check summary').click()",
            &[],
        );
        eventually(|| findings(&visitor).is_empty(), &false);
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
