//! Foreign content in our shadow root, which is open: sheets and nodes of the page, and of extensions.

use e2e::server::Fault;
use e2e::site::{self, FALLBACK};
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::json;

use crate::failure::PROGRAM;

/// An extension that puts a style element and a sheet into every fresh root.
const EXTENSION: &str = "<script>
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
        const root = attach.call(this, options);
        const style = document.createElement('style');
        style.className = 'darkreader';
        root.append(style);
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.of-extension { color: red }');
        root.adoptedStyleSheets = [sheet];
        return root;
    };
</script>";

/// Puts a sheet and a node of the page's own into the root.
const PUT: &str = "
    const sheet = window.sheet ??= new CSSStyleSheet();
    explorer.shadowRoot.adoptedStyleSheets.push(sheet);
    const node = document.createElement('style');
    node.className = 'of-page';
    explorer.shadowRoot.append(node);";

/// Whether the foreign content is in the root, each item once, and ours with the rules for cards comes after their sheets.
fn expect_foreign(visitor: &Visitor, nodes: &[&str], n_sheets: usize) {
    let there = "const { adoptedStyleSheets: sheets, children } = explorer.shadowRoot;
         const isOurs = (sheet) => [...sheet.cssRules].some((rule) => rule.cssText.includes('se-card'));
         const isForeign = (it) => it == window.sheet || [...it.cssRules].some((rule) => rule.cssText.includes('of-extension'));
         return [
             [...children].filter((it) => it.localName == 'style').map((it) => it.className),
             [...sheets].filter(isForeign).length,
             [...sheets].filter(isOurs).length,
             [...sheets].findLastIndex(isForeign) < [...sheets].findIndex(isOurs),
         ]";
    assert_eq!(visitor.author_runs(there), json!([nodes, n_sheets, 1, true]));
}

#[test]
fn a_fresh_root_need_not_be_empty() {
    let far = format!("{EXTENSION}<div style='height: 6000px'></div><sandbox-explorer>{FALLBACK}</sandbox-explorer>");
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault(PROGRAM, Fault::Missing);
    visitor.reads_next(&far);
    let waiting = "return customElements.whenDefined('sandbox-explorer').then(() =>
         [explorer.querySelector('a').checkVisibility(), explorer.offsetHeight >= 900])";
    assert_eq!(visitor.author_runs(waiting), json!([true, true]));
    visitor.author_runs("explorer.scrollIntoView()");
    eventually(|| visitor.heard("error").len(), &1);
    let failed = "const line = explorer.shadowRoot.querySelector('[part=error]').getBoundingClientRect();
         const link = explorer.querySelector('a').getBoundingClientRect();
         return [link.height > 0, line.top >= link.bottom, explorer.offsetHeight < 300]";
    assert_eq!(visitor.author_runs(failed), json!([true, true, true]));
    visitor.clear_console();
    visitor.server.mend(PROGRAM);
    visitor.click("button", "Try again");
    visitor.waits_for_cards();
    expect_foreign(&visitor, &["darkreader"], 1);
    assert_eq!(visitor.author_runs("return explorer.querySelector('a').checkVisibility()"), false);
    visitor.expect_quiet();
}

#[test]
fn what_others_put_there_outlives_all_that_happens() {
    let far = format!("{EXTENSION}<div style='height: 6000px'></div><sandbox-explorer>{FALLBACK}</sandbox-explorer>");
    let visitor = Visitor::reads(&far);
    visitor.author_runs(&format!("return customElements.whenDefined('sandbox-explorer').then(() => {{ {PUT} }})"));
    assert_eq!(visitor.author_runs("return explorer.offsetHeight >= 900"), true);
    visitor.author_runs("explorer.scrollIntoView()");
    visitor.waits_for_cards();
    let nodes = ["darkreader", "of-page"];
    expect_foreign(&visitor, &nodes, 2);
    // Another language.
    visitor.author_runs("explorer.lang = 'zh'");
    visitor.reads_chinese();
    visitor.waits_for_cards();
    expect_foreign(&visitor, &nodes, 2);
    visitor.author_runs("explorer.lang = 'en'");
    visitor.reads_english();
    visitor.waits_for_cards();
    // After a removal and reinsertion.
    visitor.author_runs("window.kept = explorer; explorer.remove(); return new Promise((done) => setTimeout(done))");
    assert_eq!(visitor.author_runs("return window.kept.shadowRoot.querySelectorAll('slot, article').length"), 1);
    visitor.author_runs("document.querySelector('main').append(window.kept)");
    visitor.waits_for_cards();
    expect_foreign(&visitor, &nodes, 2);
    visitor.expect_quiet();
}

#[test]
fn what_comes_later_stays_too() {
    let visitor = Visitor::sees("");
    visitor.author_runs(PUT);
    let there = "return [explorer.shadowRoot.adoptedStyleSheets.includes(window.sheet), !!explorer.shadowRoot.querySelector('.of-page')]";
    visitor.author_runs("explorer.scope = 'part=4'");
    visitor.expect_status("13 projects");
    assert_eq!(visitor.author_runs(there), json!([true, true]));
    visitor.author_runs("window.kept = explorer; explorer.remove(); return new Promise((done) => setTimeout(done))");
    visitor.author_runs("document.querySelector('main').append(window.kept)");
    visitor.waits_for_cards();
    expect_foreign(&visitor, &["of-page"], 1);
    visitor.expect_quiet();
}
