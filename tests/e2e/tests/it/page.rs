//! The standalone page.

use e2e::server::Server;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

fn opens(path: &str) -> Visitor {
    // In a subdirectory, where it may be published.
    let visitor = Visitor::comes_to(Server::start(&[("/explorer/", site::shipped("page"))]));
    visitor.looks_at_page();
    visitor.browser.prefers("color-scheme", "light");
    visitor.open(&["/explorer/", path].concat());
    visitor
}

fn page(visitor: &Visitor, script: &str) -> Value {
    visitor.browser.run(script, &[])
}

#[test]
fn the_page_has_the_explorer_in_full() {
    let visitor = opens("");
    visitor.waits_for_cards();
    visitor.expect_status("52 projects");
    visitor.tick("Language", "Rust");
    visitor.expect_chips(&["Rust"]);
    visitor.type_search("youki");
    visitor.expect_cards(&["youki"]);
    visitor.open_details("youki");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    // A link, because the page has a key.
    visitor.expect_focus("link", "youki");
    visitor.clear_all();
    visitor.expect_number_of_cards(52);
    visitor.expect_quiet();
}

#[test]
fn its_state_stands_in_the_url() {
    let visitor = opens("");
    visitor.waits_for_cards();
    visitor.pick_tab("Service Mesh");
    eventually(|| visitor.browser.url().ends_with("#explorer=category=service-mesh"), &true);
    visitor.browser.reload();
    visitor.waits_for_cards();
    assert_eq!(visitor.chosen_tab(), "Service Mesh");
    visitor.browser.back();
    visitor.expect_number_of_cards(52);
    visitor.expect_quiet();
}

#[test]
fn its_language_can_be_switched() {
    let visitor = opens("");
    visitor.waits_for_cards();
    visitor.tick("Language", "Rust");
    visitor.expect_chips(&["Rust"]);
    let n_rust = visitor.see_cards().len();
    assert_eq!(visitor.names_within(("group", "Language"), "button"), ["English", "简体中文", "繁體中文"]);
    visitor.click("button", "简体中文");
    visitor.reads_chinese();
    visitor.expect_status(&format!("{n_rust} / 52 个项目"));
    eventually(
        || page(&visitor, "return [document.documentElement.lang, document.title]"),
        &json!(["zh", "CNCF 沙箱项目导览"]),
    );
    assert_eq!(visitor.names("heading")[0], "CNCF 沙箱项目导览");
    // The page's address keeps the language and the filter, and so does the link to the other
    // language.
    visitor.browser.reload();
    visitor.expect_status(&format!("{n_rust} / 52 个项目"));
    visitor.click("button", "English");
    visitor.reads_english();
    visitor.expect_status(&format!("{n_rust} of 52 projects"));
    visitor.expect_quiet();
}

#[test]
fn its_theme_can_be_switched() {
    let visitor = opens("");
    visitor.waits_for_cards();
    let scheme = || {
        page(
            &visitor,
            "const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
             const lightness = (color) => {
                 canvas.fillStyle = color;
                 canvas.fillRect(0, 0, 1, 1);
                 return canvas.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((a, b) => a + b) / 3;
             };
             const style = (selector) => getComputedStyle(document.querySelector(selector));
             const text = [lightness(style('h1').color), lightness(style('article button').color)];
             return text.map((it) => (it > 128 ? 'dark' : 'light')).join()",
        )
    };
    eventually(scheme, "light,light");
    visitor.click("button", "Dark");
    eventually(scheme, "dark,dark");
    visitor.browser.reload();
    visitor.waits_for_cards();
    eventually(scheme, "dark,dark");
    visitor.browser.prefers("color-scheme", "dark");
    visitor.click("button", "Light");
    eventually(scheme, "light,light");
    visitor.click("button", "Auto");
    eventually(scheme, "dark,dark");
    visitor.expect_quiet();
}

#[test]
fn the_page_does_not_scroll_sideways() {
    let visitor = opens("");
    visitor.waits_for_cards();
    for width in [320, 360, 768, 1200, 1600] {
        visitor.browser.resize(width, 800);
        let overflow = || page(&visitor, "return Math.max(0, document.documentElement.scrollWidth - innerWidth)");
        eventually(overflow, &json!(0));
    }
    visitor.expect_quiet();
}
