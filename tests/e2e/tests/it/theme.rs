//! Light and dark.

use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;

/// Whether the text on the cards is light, as on a dark background.
fn is_dark(visitor: &Visitor) -> bool {
    let light = visitor.author_runs(
        "const { color } = getComputedStyle(explorer.shadowRoot.querySelector('article button'));
         const canvas = document.createElement('canvas').getContext('2d');
         canvas.fillStyle = color;
         canvas.fillRect(0, 0, 1, 1);
         const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
         return red + green + blue > 384",
    );
    light == true
}

#[track_caller]
fn expect_dark(visitor: &Visitor, dark: bool) {
    expect_dark_after(visitor, "", dark);
}

#[track_caller]
fn expect_dark_after(visitor: &Visitor, what: &str, dark: bool) {
    eventually(|| (what, is_dark(visitor)), &(what, dark));
}

#[test]
fn a_theme_can_be_asked_for_and_changed() {
    let visitor = Visitor::sees("theme=dark");
    visitor.browser.prefers("color-scheme", "light");
    expect_dark(&visitor, true);
    visitor.author_runs("explorer.theme = 'light'");
    expect_dark(&visitor, false);
    visitor.author_runs("explorer.theme = 'dark'");
    expect_dark(&visitor, true);
    visitor.author_runs("explorer.removeAttribute('theme')");
    expect_dark(&visitor, false);
    visitor.expect_quiet();
}

#[test]
fn auto_follows_the_page() {
    let visitor = Visitor::sees("");
    visitor.browser.prefers("color-scheme", "light");
    expect_dark(&visitor, false);
    for (on, off) in [
        ("root.dataset.theme = 'dark'", "delete root.dataset.theme"),
        ("root.dataset.bsTheme = 'dark'", "delete root.dataset.bsTheme"),
        ("root.className = 'dark'", "root.className = ''"),
        ("document.body.className = 'dark'", "document.body.className = ''"),
        ("root.style.colorScheme = 'dark'", "root.style.colorScheme = ''"),
    ] {
        visitor.author_runs(&format!("const root = document.documentElement; {on}"));
        expect_dark_after(&visitor, on, true);
        visitor.author_runs(&format!("const root = document.documentElement; {off}"));
        expect_dark_after(&visitor, off, false);
    }
    visitor.expect_quiet();
}

#[test]
fn where_the_page_does_not_say_auto_follows_the_system() {
    let visitor = Visitor::sees("");
    for system in ["dark", "light", "dark"] {
        visitor.browser.prefers("color-scheme", system);
        expect_dark(&visitor, system == "dark");
    }
    visitor.author_runs("document.documentElement.dataset.theme = 'light'");
    expect_dark(&visitor, false);
    visitor.expect_quiet();
}

#[test]
fn a_dark_explorer_on_a_page_that_paints_nothing_can_be_read() {
    let visitor = Visitor::comes_to(site::server());
    visitor.browser.prefers("color-scheme", "light");
    let page = site::post(&site::tag("theme=dark")).replace(r#"<link rel="stylesheet" href="/pages/blog.css" />"#, "");
    visitor.server.page("/bare.html", &page);
    visitor.open("/bare.html");
    visitor.waits_for_cards();
    let behind = visitor.author_runs(
        "let element = explorer.shadowRoot.querySelector('[role=status]');
         const paints = (it) => !/rgba\\(.*, 0\\)|transparent/.test(getComputedStyle(it).backgroundColor);
         while (element && !paints(element)) element = element.parentElement;
         return element && getComputedStyle(element).backgroundColor",
    );
    assert!(behind.is_string(), "light text on a white page");
    visitor.expect_quiet();
}
