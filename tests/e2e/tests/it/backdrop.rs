//! The page behind an open dialog does not scroll, and looks the same before, meanwhile and after.

use e2e::engine::Engine;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::json;

/// A visitor far down on a page with this style, who has opened the details of a project.
fn reads_details(visitor: &Visitor, style: &str) {
    let post = site::post(&site::tag("scope=part=4"));
    let style = format!(
        "<style>main {{ box-sizing: border-box }} p:last-child {{ padding-bottom: 3000px }} {style}</style></head>"
    );
    visitor.server.page("/long.html", &post.replace("</head>", &style));
    visitor.open("/long.html");
    visitor.waits_for_cards();
    visitor.author_runs(
        "const main = document.querySelector('main');
         window.scroller = main.scrollHeight > main.clientHeight + 9 ? main : document.scrollingElement;
         scroller.scrollTop = 200;
         window.wheels = 0;
         addEventListener('wheel', () => window.wheels++, { capture: true, passive: true });
         window.place = () => [scroller.scrollTop, document.documentElement.clientWidth, Math.round(main.getBoundingClientRect().left),
             document.documentElement.getAttribute('style'), document.body.getAttribute('style')]",
    );
    visitor.author_runs("window.before = JSON.stringify(place()); explorer.show('youki')");
    visitor.expect_details("youki");
}

#[track_caller]
fn expect_same_place(visitor: &Visitor, after: &str) {
    // By then the page has handled all events.
    let place = visitor.author_runs(
        "return new Promise((done) => {
             let frames = 20;
             const frame = () => (frames-- ? requestAnimationFrame(frame) : done(before == JSON.stringify(place()) || place()));
             frame();
         })",
    );
    assert_eq!(place, true, "{after}");
}

#[track_caller]
fn wheel(visitor: &Visitor, x: u32, y: u32) {
    visitor.author_runs("window.wheels = 0");
    visitor.browser.wheel_at(x, y, 400);
    eventually(|| visitor.author_runs("return wheels > 0"), &true);
}

/// Leaves so little in the details that they cannot scroll.
const SHORTEN: &str = "const body = explorer.shadowRoot.querySelector('dialog h2').parentElement.parentElement;
     for (const it of [...body.children].slice(1)) it.style.display = 'none'";

#[test]
fn the_page_stands_still_behind_open_details() {
    let visitor = Visitor::comes_to(site::server());
    // The page itself scrolls, or an element in it.
    for style in ["", "html, body { height: 100%; overflow: hidden } main { height: 100vh; overflow: auto }"] {
        reads_details(&visitor, style);
        expect_same_place(&visitor, "opening");
        wheel(&visitor, 5, 450);
        expect_same_place(&visitor, "a wheel beside the dialog");
        wheel(&visitor, 600, 450);
        eventually(|| visitor.author_runs("return explorer.shadowRoot.querySelector('dialog').scrollTop > 0"), &true);
        for _ in 0..5 {
            wheel(&visitor, 600, 450);
        }
        expect_same_place(&visitor, "a wheel at the dialog's end");
        visitor.author_runs("explorer.shadowRoot.querySelector('dialog h2').focus({ preventScroll: true })");
        // One by one: a key pressed while another one still scrolls is part of that scroll.
        let ends = [
            ("End", ["End", "PageDown", "ArrowDown", "Space"]),
            ("Home", ["Home", "PageUp", "ArrowUp", "Shift+Space"]),
        ];
        for (end, keys) in ends {
            visitor.browser.press(&[end]);
            let is_there =
                "const { scrollTop, scrollHeight, clientHeight } = explorer.shadowRoot.querySelector('dialog');
                 return [scrollTop < 1, scrollHeight - clientHeight - scrollTop < 1]";
            eventually(|| visitor.author_runs(is_there)[usize::from(end == "End")].clone(), &true);
            for key in keys {
                visitor.browser.press(&[key]);
                expect_same_place(&visitor, &format!("{key} where the dialog has no more that way"));
            }
        }
        visitor.author_runs(SHORTEN);
        wheel(&visitor, 600, 450);
        expect_same_place(&visitor, "a wheel over a dialog with nothing to scroll");
        visitor.author_runs("explorer.shadowRoot.querySelector('dialog h2').focus()");
        visitor.browser.press(&["PageDown", "End", "ArrowDown", "ArrowDown", "Space"]);
        expect_same_place(&visitor, "keys in a dialog with nothing to scroll");
        visitor.press(&["Escape"]);
        visitor.expect_no_details();
        expect_same_place(&visitor, "closing");
        wheel(&visitor, 600, 450);
        eventually(|| visitor.author_runs("return scroller.scrollTop > 200"), &true);
    }
    visitor.expect_quiet();
}

#[test]
fn taken_out_while_its_details_are_open_it_leaves_a_page_that_scrolls() {
    let visitor = Visitor::comes_to(site::server());
    reads_details(&visitor, "");
    visitor.author_runs("explorer.remove()");
    visitor.browser.wheel_at(600, 450, 400);
    eventually(|| visitor.browser.run("return scroller.scrollTop > 200", &[]), &true);
    visitor.expect_quiet();
}

#[test]
fn a_finger_beside_the_details_moves_nothing() {
    // No other driver has touch scrolling.
    if Engine::current().name != "chromium" {
        return;
    }
    let visitor = Visitor::comes_to(site::server());
    visitor.browser.devtools("Emulation.setTouchEmulationEnabled", &json!({ "enabled": true }));
    visitor.browser.resize(900, 1100);
    reads_details(&visitor, "");
    visitor.author_runs(SHORTEN);
    let swipe = |x: u32| {
        let touch = |kind: &str, points: serde_json::Value| {
            visitor.browser.devtools("Input.dispatchTouchEvent", &json!({ "type": kind, "touchPoints": points }));
        };
        touch("touchStart", json!([{ "x": x, "y": 600 }]));
        for y in (400..600).rev().step_by(20) {
            touch("touchMove", json!([{ "x": x, "y": y }]));
        }
        touch("touchEnd", json!([]));
    };
    swipe(10);
    expect_same_place(&visitor, "a finger beside the dialog");
    swipe(450);
    expect_same_place(&visitor, "a finger on a dialog with nothing to scroll");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    swipe(450);
    eventually(|| visitor.author_runs("return scroller.scrollTop > 200"), &true);
    visitor.expect_quiet();
}
