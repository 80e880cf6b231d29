//! Narrow and wide: by the element's own width, not the window's.

use e2e::visitor::Visitor;
use e2e::wait::eventually;

/// Elements that stick out of the explorer at the sides, except for scroll containers.
const STICKING_OUT: &str = "
    const { left, right } = explorer.getBoundingClientRect();
    const scrolls = (it) => it.closest('[role=tablist]') || it.closest('dialog:not([open])');
    return [...explorer.shadowRoot.querySelectorAll('*')].flatMap((it) => {
        const box = it.getBoundingClientRect();
        // Four pixels are space for a focus ring.
        const out = box.width && !it.closest('svg') && (box.right > right + 4 || box.left < left - 4);
        return out && !scrolls(it) ? [`${it.localName}.${it.className} ${box.left}–${box.right}`] : [];
    }).slice(0, 5)";

#[test]
fn nothing_sticks_out_at_any_width() {
    let visitor = Visitor::sees("");
    visitor.browser.resize(1720, 900);
    // Cards below the viewport are checked as well. Firefox would report their boxes from the last time they were
    // visible.
    visitor.author_runs(
        "const sheet = new CSSStyleSheet();
         sheet.replaceSync('* { content-visibility: visible !important }');
         explorer.shadowRoot.adoptedStyleSheets.push(sheet)",
    );
    for lang in ["en", "zh"] {
        visitor.author_runs(&format!("explorer.lang = '{lang}'"));
        eventually(|| visitor.status().contains("projects"), &(lang == "en"));
        for width in [320, 360, 480, 768, 1000, 1200, 1600] {
            visitor.author_runs(&format!("explorer.style.width = '{width}px'"));
            let out = visitor.author_runs(STICKING_OUT);
            assert_eq!(out, serde_json::json!([]), "{lang}, {width} px");
        }
    }
    visitor.expect_quiet();
}

#[test]
fn the_page_does_not_scroll_sideways_on_a_phone() {
    let visitor = Visitor::sees("");
    for width in [320, 360, 768, 1200, 1600] {
        visitor.browser.resize(width, 800);
        let scroll = || visitor.author_runs("return document.documentElement.scrollWidth - innerWidth <= 0");
        eventually(scroll, &serde_json::Value::Bool(true));
    }
    visitor.browser.resize(320, 640);
    visitor.open_details("youki");
    let inside = visitor.author_runs(
        "const dialog = explorer.shadowRoot.querySelector('dialog');
         const { left, right, top, bottom } = dialog.getBoundingClientRect();
         return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight
             && dialog.scrollWidth <= dialog.clientWidth",
    );
    assert_eq!(inside, true, "the dialog does not fit on a phone");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_quiet();
}

#[test]
fn on_a_phone_the_facets_fold_behind_a_button_that_counts() {
    let visitor = Visitor::sees("");
    assert!(!visitor.sees_now("button", "Filters"), "there is room for the facets");
    visitor.browser.resize(360, 800);
    eventually(|| visitor.sees_now("button", "Filters"), &true);
    assert!(!visitor.sees_now("group", "Language"));
    visitor.click("button", "Filters");
    eventually(|| visitor.sees_now("group", "Language"), &true);
    visitor.tick("Language", "Rust");
    visitor.tick("CNCF status", "Sandbox");
    eventually(|| visitor.sees_now("button", "Filters · 2"), &true);
    visitor.click("button", "Filters · 2");
    eventually(|| visitor.sees_now("group", "Language"), &false);
    visitor.expect_chips(&["Rust", "Sandbox"]);
    visitor.expect_quiet();
}

#[test]
fn the_elements_own_width_decides() {
    let visitor = Visitor::sees(r#"style="width: 360px""#);
    eventually(|| visitor.sees_now("button", "Filters"), &true);
    visitor.author_runs("explorer.style.width = ''");
    eventually(|| visitor.sees_now("button", "Filters"), &false);
    visitor.expect_quiet();
}

#[test]
fn the_blogs_styles_stay_outside() {
    let visitor = Visitor::sees("");
    let styles = visitor.author_runs(
        "const style = (selector) => getComputedStyle(explorer.shadowRoot.querySelector(selector));
         return [style('article').borderTopStyle == 'double', style('button').textTransform]",
    );
    assert_eq!(styles, serde_json::json!([false, "none"]));
    // Font and colour are the blog's.
    let font = visitor.author_runs(
        "document.body.style.fontFamily = 'Georgia, serif';
         return getComputedStyle(explorer.shadowRoot.querySelector('article')).fontFamily",
    );
    assert!(font.as_str().is_some_and(|font| font.contains("Georgia")), "{font}");
    visitor.expect_quiet();
}

#[test]
fn a_first_view_has_few_varieties_of_a_font() {
    let visitor = Visitor::sees("");
    let varieties = visitor.author_runs(
        "const texts = document.createTreeWalker(explorer.shadowRoot, NodeFilter.SHOW_TEXT);
         const all = new Set();
         while (texts.nextNode()) {
             const { parentElement: it, data } = texts.currentNode;
             if (!data.trim() || !it.checkVisibility()) continue;
             const { fontSize, fontWeight, fontVariantNumeric } = getComputedStyle(it);
             all.add([fontSize, fontWeight, fontVariantNumeric].join(' '));
         }
         return [...all].sort()",
    );
    // There were 18, and each cost 2 ms of the first view: the browser looks each up and measures it anew.
    let n_varieties = varieties.as_array().map_or(0, Vec::len);
    assert!((3..=8).contains(&n_varieties), "{varieties}");
    visitor.expect_quiet();
}
