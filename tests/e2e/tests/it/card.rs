//! The texts of a card are readable: no summary is cut off, and the parts of a line are aligned.

use e2e::catalog::Catalog;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::json;

#[test]
fn no_summary_is_cut() {
    let visitor = Visitor::sees("");
    for scheme in ["light", "dark"] {
        visitor.browser.prefers("color-scheme", scheme);
        for (lang, of) in [("en", "of 52"), ("zh", "52")] {
            visitor.author_runs(&format!("explorer.lang = '{lang}'"));
            eventually(|| visitor.author_runs("return explorer.shadowRoot.querySelectorAll('article').length"), &52);
            for (width, columns) in [(1200, 3), (768, 2), (360, 1), (320, 1)] {
                visitor.lays_out_all(width);
                let seen = visitor.author_runs(
                    "const cards = [...explorer.shadowRoot.querySelectorAll('article')];
                     const tops = cards.map((card) => Math.round(card.getBoundingClientRect().top));
                     const cut = cards.map((card) => card.querySelector('[part=summary]')).filter((it) => it.scrollHeight > it.clientHeight + 1);
                     return [tops.filter((top) => top == tops[0]).length, cut.map((it) => it.textContent.slice(0, 30))]",
                );
                assert_eq!(seen, json!([columns, []]), "{scheme}, {lang}, {width} px, {of}");
            }
        }
    }
    visitor.expect_quiet();
}

#[test]
fn a_very_long_summary_from_elsewhere_is_cut_and_whole_in_the_details() {
    let visitor = Visitor::comes_to(site::server());
    let mut catalog = Catalog::read().only(&["youki", "Kmesh"]);
    catalog["projects"][0]["summary"]["en"] = "A sentence of the same length again. ".repeat(40).trim().into();
    let name = catalog["projects"][0]["name"].as_str().unwrap_or_default().to_owned();
    visitor.server.page("/own.json", &catalog.to_string());
    visitor.reads_next(&site::tag("src=/own.json"));
    visitor.waits_for_cards();
    for width in [1200, 360] {
        visitor.lays_out_all(width);
        let high = visitor.author_runs(
            "return Math.max(...[...explorer.shadowRoot.querySelectorAll('article')].map((card) => card.getBoundingClientRect().height))",
        );
        assert!(high.as_f64().is_some_and(|high| high < 450.), "{width} px: {high}");
    }
    visitor.browser.resize(1200, 900);
    visitor.open_details(&name);
    let whole = visitor
        .author_runs("return explorer.shadowRoot.querySelector('dialog').innerText.match(/same length again/g).length");
    assert_eq!(whole, 40);
    visitor.expect_quiet();
}

#[test]
fn the_sign_for_comparing_is_on_the_line_of_the_links() {
    let visitor = Visitor::sees("");
    for (lang, width) in [("en", 1200), ("zh", 1200), ("en", 360), ("zh", 360)] {
        visitor.author_runs(&format!("explorer.lang = '{lang}'"));
        eventually(|| visitor.author_runs("return explorer.shadowRoot.querySelectorAll('article').length"), &52);
        visitor.lays_out_all(width);
        let off = visitor.author_runs(
            "const middle = ({ top, bottom }) => (top + bottom) / 2;
             const off = [...explorer.shadowRoot.querySelectorAll('article')].map((card) => {
                 const pick = card.querySelector('[data-pick]').getBoundingClientRect();
                 const [link] = [...card.querySelectorAll('a')].slice(-1);
                 const text = document.createRange();
                 text.selectNodeContents(link);
                 const lines = [link.getBoundingClientRect(), text.getBoundingClientRect()];
                 return lines.map((line) => Math.abs(middle(line) - middle(pick)));
             });
             return off.flat().filter((it) => it > .6)",
        );
        assert_eq!(off, json!([]), "{lang}, {width} px");
    }
    visitor.expect_quiet();
}
