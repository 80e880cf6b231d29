//! axe-core reports no violations: light and dark, English and Chinese, narrow and wide, details open and closed; and the
//! page.

use e2e::server::Server;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;

pub(crate) fn bring_axe(visitor: &Visitor) {
    let axe = site::root().join("xtask/node/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&axe).unwrap_or_else(|error| panic!("{}: {error}", axe.display()));
    visitor.browser.run(&axe, &[]);
}

#[track_caller]
pub(crate) fn check_with_axe(visitor: &Visitor, situation: &str) {
    let problems = visitor.browser.run(
        "return axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).then(({ violations }) => violations.map(
            ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((it) => `${it.target.flat().join(' ')} ${it.failureSummary}`)}`,
        ))",
        &[],
    );
    assert_eq!(problems, serde_json::json!([]), "{situation}: {problems:#}");
}

/// Scrolls to where the bar of picks is not sticky: there it covers content that can be scrolled out from under it, which axe
/// cannot know.
pub(crate) fn to_the_end(visitor: &Visitor) {
    visitor.author_runs("scrollTo(0, document.documentElement.scrollHeight)");
}

fn check(lang: &str, theme: &str) {
    let visitor = Visitor::reads(&site::tag(&format!("lang={lang}")));
    if lang == "zh" {
        visitor.reads_chinese();
    }
    visitor.browser.prefers("reduced-motion", "reduce");
    visitor.browser.prefers("color-scheme", theme);
    visitor.waits_for_cards();
    bring_axe(&visitor);
    // Cards below the viewport are checked as well.
    visitor.author_runs(
        "const sheet = new CSSStyleSheet();
         sheet.replaceSync('* { content-visibility: visible !important }');
         explorer.shadowRoot.adoptedStyleSheets.push(sheet)",
    );
    for width in [360, 1200] {
        visitor.browser.resize(width, 900);
        let situation = format!("{lang}, {theme}, {width} px");
        check_with_axe(&visitor, &situation);
        visitor.open_details("youki");
        check_with_axe(&visitor, &format!("{situation}, details"));
        visitor.press(&["Escape"]);
        visitor.expect_no_details();
        visitor.author_runs("explorer.query = 'language=rust&q=zzzz'");
        visitor.expect_number_of_cards(0);
        if width == 360 {
            visitor.author_runs("explorer.shadowRoot.querySelector('button[aria-expanded]').click()");
        }
        check_with_axe(&visitor, &format!("{situation}, nothing found"));
        visitor.author_runs("explorer.query = ''");
        eventually(|| visitor.see_cards().len(), &52);
    }
    visitor.expect_quiet();
}

#[test]
fn light_english() {
    check("en", "light");
}

#[test]
fn dark_english() {
    check("en", "dark");
}

#[test]
fn light_chinese() {
    check("zh", "light");
}

#[test]
fn dark_chinese() {
    check("zh", "dark");
}

#[test]
fn the_standalone_page() {
    let visitor = Visitor::comes_to(Server::start(&[("/", site::shipped("page"))]));
    visitor.browser.prefers("reduced-motion", "reduce");
    visitor.looks_at_page();
    for (lang, theme) in [("en", "light"), ("zh", "dark")] {
        visitor.open(&format!("/?lang={lang}&theme={theme}"));
        visitor.waits_for_cards();
        bring_axe(&visitor);
        for width in [360, 1200] {
            visitor.browser.resize(width, 900);
            check_with_axe(&visitor, &format!("{lang}, {theme}, {width} px"));
        }
    }
    visitor.expect_quiet();
}

fn check_views(theme: &str) {
    let visitor = Visitor::comes_to(e2e::site::server());
    visitor.browser.prefers("reduced-motion", "reduce");
    visitor.browser.prefers("color-scheme", theme);
    visitor.reads_next(&site::tag("view=table"));
    visitor.waits_for_rows();
    bring_axe(&visitor);
    for width in [360, 1200] {
        visitor.browser.resize(width, 900);
        visitor.author_runs("explorer.view = 'table'");
        visitor.waits_for_rows();
        check_with_axe(&visitor, &format!("table, {theme}, {width} px"));
        visitor.author_runs("explorer.view = 'timeline'");
        visitor.waits_for_lines();
        check_with_axe(&visitor, &format!("timeline, {theme}, {width} px"));
    }
    visitor.expect_quiet();
}

#[test]
fn table_and_timeline_in_light() {
    check_views("light");
}

#[test]
fn table_and_timeline_in_dark() {
    check_views("dark");
}

/// Expanded parts, overflowing parts and parts with unusually long text, all at once.
fn check_what_unfolds(lang: &str, theme: &str) {
    let posts = r#"<a data-part="4" href="/part-4.html">Part 4</a>"#;
    let visitor = Visitor::reads(&format!(
        "<sandbox-explorer loading=eager url-key=x lang={lang} published=2024-09-05 current-part=4>{posts}</sandbox-explorer>"
    ));
    visitor.browser.prefers("reduced-motion", "reduce");
    visitor.browser.prefers("color-scheme", theme);
    let there = "return explorer.shadowRoot?.querySelectorAll('article').length";
    eventually(|| visitor.author_runs(there), &serde_json::json!(52));
    bring_axe(&visitor);
    visitor.author_runs(
        "const shadow = explorer.shadowRoot;
         for (const name of ['.se-take-button', '.se-since > summary', '.se-pick', '.se-item:nth-child(2) .se-pick'])
             shadow.querySelector(name).click();
         explorer.query = 'q=kubernets dashbord'",
    );
    let marked = "return explorer.shadowRoot.querySelectorAll('mark').length > 0";
    eventually(|| visitor.author_runs(marked), &serde_json::json!(true));
    for width in [320, 1200] {
        visitor.browser.resize(width, 900);
        to_the_end(&visitor);
        check_with_axe(&visitor, &format!("{lang}, {theme}, {width} px, unfolded"));
        let fits = "return document.documentElement.scrollWidth <= innerWidth";
        assert_eq!(visitor.author_runs(fits), true, "{width} px: the page scrolls sideways");
    }
    visitor.expect_quiet();
}

#[test]
fn what_unfolds_in_light() {
    check_what_unfolds("en", "light");
}

#[test]
fn what_unfolds_in_dark() {
    check_what_unfolds("zh-Hant", "dark");
}

#[test]
fn the_small_forms_and_the_mirrored_layout() {
    for attributes in
        ["layout=compact", "layout=single scope='project=youki'", "layout=inline scope='project=youki'", "lang=ar-XB"]
    {
        let visitor = Visitor::reads(&format!("<p>Such as {}.</p>", site::tag(attributes)));
        visitor.browser.prefers("reduced-motion", "reduce");
        let there = "return !!explorer.shadowRoot?.querySelector('button')";
        eventually(|| visitor.author_runs(there), &serde_json::json!(true));
        // Firefox tells where the content of a card far from the viewport would be, in the space that is only kept for it.
        visitor.author_runs(
            "const sheet = new CSSStyleSheet();
             sheet.replaceSync('* { content-visibility: visible !important }');
             explorer.shadowRoot.adoptedStyleSheets.push(sheet)",
        );
        bring_axe(&visitor);
        for width in [320, 1200] {
            visitor.browser.resize(width, 900);
            check_with_axe(&visitor, &format!("{attributes}, {width} px"));
        }
        visitor.expect_quiet();
    }
}

#[test]
fn a_screen_reader_is_led_through_it_in_order() {
    let visitor = Visitor::sees("scope=project=youki,kmesh without-facets");
    let expected = [
        "region CNCF Sandbox projects",
        "search",
        "searchbox Search projects",
        "combobox Sort",
        "tablist Categories",
        "tab All 2",
        "tab Container Runtime 1",
        "tab Service Mesh 1",
        "tabpanel CNCF Sandbox projects",
        "status 2 projects",
        "group Active filters",
        "group View",
        "button Cards",
        "button Table",
        "button Timeline",
        "button Insights",
        "button Share",
        "list",
        "article",
        "heading 3 youki",
        "button youki",
        "link Website: youki",
        "link Code: youki",
        "button Compare: youki",
        "article",
        "heading 3 Kmesh",
        "button Kmesh",
        "link Website: Kmesh",
        "link Code: Kmesh",
        "button Compare: Kmesh",
    ];
    assert_eq!(visitor.outline(), expected);
    visitor.expect_quiet();
}
