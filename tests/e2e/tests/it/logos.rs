//! Logos of a list: they come when they are near, tell nobody where they are shown, move nothing, and may fail in any way.

use std::time::Duration;

use e2e::server::Fault;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

use crate::jump::shifts;

/// Wider than high, without a size of its own.
const LOGO: &str =
    r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#083"/></svg>"##;

/// A list of so many projects, each with a logo of its own.
fn list(n: usize) -> Value {
    let project = |n: usize| json!({ "name": format!("Loom {n:02}"), "logo": address(n), "summary": "It weaves." });
    json!({ "projects": (0..n).map(project).collect::<Vec<_>>() })
}

fn address(n: usize) -> String {
    format!("/logos/{n:02}.svg")
}

/// A visitor of that list, on a page with this in its head.
fn sees(n: usize, head: &str, prepare: impl FnOnce(&Visitor)) -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    visitor.browser.resize(1000, 700);
    let origin = visitor.server.origin();
    visitor.server.page("/list.json", &list(n).to_string().replace("\"/logos", &format!("\"{origin}/logos")));
    (0..n).for_each(|n| visitor.server.page(&address(n), LOGO));
    prepare(&visitor);
    let page = site::post(&site::tag("src=/list.json loading=eager"));
    let head = format!(r#"{head}<script src="/pages/shifts.js"></script></head>"#);
    visitor.server.page("/post.html", &page.replace("</head>", &head));
    visitor.open("/post.html");
    eventually(|| visitor.status(), &*format!("{n} entries"));
    visitor
}

/// How many logos are seen, and how many marks have letters only.
fn marks(visitor: &Visitor) -> (u64, u64) {
    let script = "const marks = [...explorer.shadowRoot.querySelectorAll('.se-mark')];
        const seen = marks.filter((mark) => mark.querySelector('img')?.naturalWidth > 0).length;
        return [seen, marks.filter((mark) => !mark.querySelector('img')).length]";
    serde_json::from_value(visitor.author_runs(script)).expect("two numbers")
}

fn asked(visitor: &Visitor) -> usize {
    visitor.server.requests().iter().filter(|path| path.starts_with("/logos/")).count()
}

#[test]
fn logos_come_when_they_are_near_and_move_nothing() {
    let visitor = sees(90, "", |visitor| visitor.server.fault(&address(0), Fault::Late(Duration::from_millis(900))));
    eventually(|| marks(&visitor).0 >= 12, &true);
    assert!(asked(&visitor) < 90, "{} of 90 logos are asked for", asked(&visitor));
    // What moved when the list arrived is not about logos.
    let (before, _) = shifts(&visitor);
    let first = "return explorer.shadowRoot.querySelector('.se-mark img').naturalWidth > 0";
    eventually(|| visitor.author_runs(first), &json!(true));
    visitor.author_runs(
        "const frame = () => new Promise((done) => requestAnimationFrame(done));
         return (async () => { for (let n = 0; n < 60; n++) { scrollBy(0, innerHeight / 20); await frame() } })()",
    );
    eventually(|| marks(&visitor).0 >= 24, &true);
    let (after, which) = shifts(&visitor);
    assert_eq!(after, before, "{which}");
    visitor.expect_quiet();
}

#[test]
fn a_logo_that_fails_leaves_its_letters() {
    let visitor = sees(6, "", |visitor| {
        visitor.server.fault(&address(1), Fault::Missing);
        visitor.server.fault(&address(2), Fault::Content(b"no image".to_vec()));
    });
    eventually(|| marks(&visitor), &(4, 2));
    let letters = visitor.author_runs("return explorer.shadowRoot.querySelectorAll('.se-mark')[1].textContent");
    assert_eq!(letters, json!("Lo"));
    // The browser reports the missing file.
    visitor.browser.clear_console();
    visitor.server.forget_failures();
    visitor.expect_quiet();
}

#[test]
fn a_policy_against_images_leaves_all_letters() {
    let policy = r#"<meta http-equiv="Content-Security-Policy" content="img-src 'none'">"#;
    let visitor = sees(6, policy, |_| {});
    eventually(|| marks(&visitor), &(0, 6));
    assert_eq!(asked(&visitor), 0);
    // The browser reports what the policy forbids.
    visitor.browser.clear_console();
    visitor.expect_quiet();
}

#[test]
fn a_logo_is_asked_for_without_a_referrer_and_says_nothing() {
    let visitor = sees(3, "", |_| {});
    eventually(|| marks(&visitor), &(3, 0));
    let images = visitor.author_runs(
        "return [...explorer.shadowRoot.querySelectorAll('.se-mark img')]
             .map((it) => [it.referrerPolicy, it.alt, it.loading, it.closest('[aria-hidden=true]') !== null])",
    );
    for image in images.as_array().expect("images") {
        assert_eq!(image, &json!(["no-referrer", "", "lazy", true]));
    }
    visitor.expect_quiet();
}
