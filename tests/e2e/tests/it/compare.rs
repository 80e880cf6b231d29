//! Comparisons of projects: picked, compared, in a link.

use e2e::catalog::{Catalog, text};
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

use crate::accessible::{bring_axe, check_with_axe, to_the_end};

fn fragment(visitor: &Visitor) -> String {
    let url = visitor.browser.url();
    url.split_once('#').map(|(_, fragment)| fragment.to_owned()).unwrap_or_default()
}

#[test]
fn projects_are_picked_on_cards_and_in_details() {
    let visitor = Visitor::sees("");
    assert_eq!(visitor.picks(), [""; 0]);
    visitor.author_runs("explorer.shadowRoot.querySelectorAll('article').forEach((card) => (card.isOld = true))");
    visitor.pick("youki");
    visitor.expect_picks(&["youki"]);
    visitor.expect_focus("button", "Compare: youki");
    assert_eq!(visitor.pick_states("youki"), [true, false]);
    assert!(visitor.read_picks().contains("Pick at least one more project"), "{}", visitor.read_picks());
    // A single project cannot be compared: the button is there, and does nothing.
    visitor.click("button", "Compare (1)");
    visitor.expect_no_details();
    visitor.open_details("Kuasar");
    let inside = visitor.find_within(("dialog", "Kuasar"), "button", "Compare: Kuasar");
    visitor.browser.click(&inside).expect("the button in the details");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_picks(&["youki", "Kuasar"]);
    assert_eq!(visitor.pick_states("Kuasar"), [true, false]);
    visitor.compare(&["youki", "Kuasar"]);
    visitor.click("button", "Close");
    visitor.expect_no_details();
    visitor.expect_focus("button", "Compare (2)");
    // A pick is removed where it was made.
    visitor.pick("youki");
    visitor.expect_picks(&["Kuasar"]);
    let n_old = "return [...explorer.shadowRoot.querySelectorAll('article')].filter((card) => card.isOld).length";
    assert_eq!(visitor.author_runs(n_old), 52, "cards were made anew");
    visitor.expect_quiet();
}

#[test]
fn a_fifth_is_refused_and_a_line_says_why() {
    let visitor = Visitor::sees("");
    let four = ["youki", "Kmesh", "Kuasar", "Sermant"];
    for project in four {
        visitor.pick(project);
    }
    visitor.expect_picks(&four);
    eventually(|| visitor.pick_states("OpenEBS"), &[false, true]);
    assert_eq!(visitor.pick_states("Kmesh"), [true, false]);
    assert!(visitor.read_picks().contains("up to four projects"), "{}", visitor.read_picks());
    visitor.pick("OpenEBS");
    visitor.expect_focus("button", "Compare: OpenEBS");
    visitor.expect_picks(&four);
    visitor.open_details("OpenEBS");
    let said = visitor.text_of("dialog", "OpenEBS");
    assert!(said.contains("up to four projects"), "{said}");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    // After one is removed there is room again; the focus moves to the neighbour.
    visitor.click("button", "Remove from comparison: Kmesh");
    visitor.expect_picks(&["youki", "Kuasar", "Sermant"]);
    visitor.expect_focus("button", "Remove from comparison: Kuasar");
    eventually(|| visitor.pick_states("OpenEBS"), &[false, false]);
    visitor.pick("OpenEBS");
    visitor.expect_picks(&["youki", "Kuasar", "Sermant", "OpenEBS"]);
    visitor.click("button", "Clear");
    visitor.expect_picks(&[]);
    assert!(!visitor.sees_now("button", "Compare (0)"), "the bar is still there");
    visitor.expect_quiet();
}

#[test]
fn the_table_has_every_fact_and_marks_what_differs() {
    let visitor = Visitor::sees("");
    let catalog = Catalog::read();
    visitor.pick("youki");
    visitor.pick("Kuasar");
    visitor.compare(&["youki", "Kuasar"]);
    let facts = visitor.compared_rows();
    let (youki, kuasar) = (catalog.project("youki"), catalog.project("Kuasar"));
    let expected = [
        ("Category", "Container Runtime".into(), "Container Runtime".into()),
        ("Language", "Rust".into(), "Rust".into()),
        ("Licence", "Apache-2.0".into(), "Apache-2.0".into()),
        ("Part of the series ≠", "Part 4".into(), "Part 2".into()),
        ("Started by ≠", text(&youki["owner"]["en"]), text(&kuasar["owner"]["en"])),
        ("Description ≠", text(&youki["summary"]["en"]), text(&kuasar["summary"]["en"])),
        ("Links ≠", "Website Code Documentation".into(), "Website Code Documentation".into()),
    ];
    for (fact, one, other) in expected {
        assert_eq!(visitor.compared(fact), [one, other], "{fact} in {facts:#?}");
    }
    // No fact is left out, down to the last one that either has.
    let names: Vec<&str> = facts[1..].iter().map(|row| row[0].trim_end_matches([' ', '≠'])).collect();
    let expected = [
        "Category",
        "CNCF status",
        "Part of the series",
        "Language",
        "Licence",
        "Started by",
        "Origin",
        "First commit",
        "Applied",
        "Accepted",
        "Age at acceptance",
        "Last commit",
        "Latest release",
        "Commit authors",
        "Maintainers",
        "Companies of the maintainers",
        "Topic",
        "Description",
        "Features",
        "Links",
    ];
    assert_eq!(names, expected);
    let topics = visitor.compared("Topic ≠");
    assert!(topics[0].contains("container-runtime =") && topics[1].contains("container-runtime ="), "{topics:?}");
    assert!(topics[0].contains("rootless") && !topics[0].contains("rootless ="), "{topics:?}");
    for feature in youki["features"].as_array().into_iter().flatten() {
        assert!(visitor.compared("Features ≠")[0].contains(&text(&feature["en"])), "{facts:#?}");
    }
    // The symbols have text alternatives.
    assert!(
        visitor.author_runs(
            "const marks = [...explorer.shadowRoot.querySelectorAll('dialog [role=img]')];
         return marks.length > 9 && marks.every((mark) => ['differs', 'shared'].includes(mark.ariaLabel))",
        ) == true
    );
    // Only differences.
    visitor.click("checkbox", "Show only differences");
    eventually(|| visitor.compared("Category").is_empty(), &true);
    let left = visitor.compared_rows();
    assert!(left.len() < facts.len() && left[1..].iter().all(|row| row[0].ends_with('≠')), "{left:#?}");
    visitor.click("checkbox", "Show only differences");
    eventually(|| visitor.compared_rows().len(), &facts.len());
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_quiet();
}

#[test]
fn a_column_leads_to_its_details_or_goes() {
    let visitor = Visitor::sees("url-key=x");
    for project in ["youki", "Kmesh", "Kuasar"] {
        visitor.pick(project);
    }
    visitor.compare(&["youki", "Kmesh", "Kuasar"]);
    // Arrow keys are for the details only.
    visitor.press(&["ArrowRight"]);
    visitor.expect_comparison(&["youki", "Kmesh", "Kuasar"]);
    let table = ("region", "Comparison");
    // With a key in the URL it has an address, and is a link.
    let name = visitor.find_within(table, "link", "Kmesh");
    visitor.browser.click(&name).expect("the name");
    visitor.expect_details("Kmesh");
    visitor.expect_focus("heading", "Kmesh");
    eventually(|| fragment(&visitor), "x=project=kmesh");
    visitor.browser.back();
    visitor.expect_comparison(&["youki", "Kmesh", "Kuasar"]);
    let remove = |project: &str| {
        let cross = visitor.find_within(table, "button", &format!("Remove from comparison: {project}"));
        visitor.browser.click(&cross).expect("the cross");
    };
    visitor.click("checkbox", "Show only differences");
    remove("Kmesh");
    visitor.expect_comparison(&["youki", "Kuasar"]);
    visitor.expect_focus("button", "Remove from comparison: Kuasar");
    eventually(|| fragment(&visitor), "x=project=youki,kuasar");
    assert!(visitor.compared("Category").is_empty(), "the box is no longer ticked");
    // A single project cannot be compared.
    remove("youki");
    visitor.expect_no_details();
    visitor.expect_picks(&["Kuasar"]);
    visitor.expect_focus("button", "Compare (1)");
    eventually(|| fragment(&visitor), "");
    // Only the one project that was opened alone was reported.
    assert_eq!(visitor.heard("select"), [json!({ "project": "kmesh" })]);
    visitor.expect_quiet();
}

#[test]
fn a_comparison_has_an_address() {
    let visitor = Visitor::sees("url-key=explorer");
    visitor.pick("youki");
    visitor.pick("Kmesh");
    visitor.expect_picks(&["youki", "Kmesh"]);
    assert_eq!(fragment(&visitor), "", "picking is not part of the link");
    visitor.compare(&["youki", "Kmesh"]);
    eventually(|| fragment(&visitor), "explorer=project=youki,kmesh");
    visitor.browser.back();
    visitor.expect_no_details();
    visitor.expect_picks(&["youki", "Kmesh"]);
    visitor.browser.forward();
    visitor.expect_comparison(&["youki", "Kmesh"]);
    visitor.browser.reload();
    visitor.expect_comparison(&["youki", "Kmesh"]);
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    eventually(|| fragment(&visitor), "");
    visitor.expect_picks(&["youki", "Kmesh"]);
    // Of more than four, the first four; of two with one unknown, the details of the other.
    visitor.author_runs("location.hash = 'explorer=project=youki,kmesh,kuasar,sermant,openebs,kaito'");
    visitor.expect_comparison(&["youki", "Kmesh", "Kuasar", "Sermant"]);
    visitor.author_runs("location.hash = 'explorer=project=toys,kaito'");
    visitor.expect_details("KAITO");
    // A fragment without the key changes nothing.
    visitor.author_runs("location.hash = ''");
    visitor.expect_details("KAITO");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_picks(&["youki", "Kmesh", "Kuasar", "Sermant"]);
    visitor.expect_quiet();
}

#[test]
fn escape_closes_and_the_focus_returns() {
    let visitor = Visitor::sees("");
    visitor.pick("youki");
    visitor.pick("Kmesh");
    visitor.find("button", "Compare (2)");
    // With the keyboard only.
    visitor.author_runs(
        "[...explorer.shadowRoot.querySelectorAll('button')].find((it) => it.textContent == 'Compare (2)').focus()",
    );
    visitor.press(&["Enter"]);
    visitor.expect_comparison(&["youki", "Kmesh"]);
    let inside = "let focus = explorer.shadowRoot.activeElement; return !focus || !!focus.closest('dialog')";
    for _ in 0..20 {
        visitor.press(&["Tab"]);
        assert!(visitor.author_runs(inside) == true, "the focus has left for {:?}", visitor.focused());
    }
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_focus("button", "Compare (2)");
    visitor.expect_quiet();
}

#[test]
fn what_does_not_exist_here_is_not_picked() {
    let visitor = Visitor::sees("url-key=x");
    visitor.pick("youki");
    visitor.pick("Kuasar");
    visitor.expect_picks(&["youki", "Kuasar"]);
    visitor.author_runs("explorer.scope = 'part=4'");
    visitor.expect_number_of_cards(13);
    visitor.expect_picks(&["youki"]);
    // Kuasar is in part 2: there is no project to compare youki with.
    visitor.author_runs("location.hash = 'x=project=youki,kuasar'");
    visitor.author_runs("return new Promise(requestAnimationFrame)");
    visitor.expect_no_details();
    visitor.author_runs("location.hash = 'x=project=youki,kuasar,kmesh'");
    visitor.expect_comparison(&["youki", "Kmesh"]);
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    // The same numbers are other projects in another catalog.
    visitor.server.page("/other.json", &Catalog::read().only(&["Kuasar", "Copa"]).to_string());
    visitor.author_runs("explorer.scope = ''; explorer.src = '/other.json'");
    visitor.expect_number_of_cards(2);
    visitor.expect_picks(&[]);
    visitor.expect_quiet();
}

#[test]
fn the_bar_stays_in_sight_and_in_the_explorer() {
    let visitor = Visitor::sees("");
    visitor.browser.resize(360, 700);
    visitor.pick("KAITO");
    visitor.pick("Kmesh");
    visitor.expect_picks(&["KAITO", "Kmesh"]);
    let place = "const bar = explorer.shadowRoot.querySelector('[aria-label=Comparison]').getBoundingClientRect();
        const own = explorer.getBoundingClientRect();";
    let in_sight = [place, "return bar.height > 20 && bar.top >= 0 && bar.bottom <= innerHeight + 1"].concat();
    eventually(|| visitor.author_runs(&in_sight), &json!(true));
    // Below the explorer, the bar stays inside it.
    visitor.author_runs("document.querySelector('main').style.paddingBottom = '2000px'; scrollTo(0, 1e6)");
    let at_home = [place, "return bar.bottom <= own.bottom + 1 && own.bottom < 0"].concat();
    eventually(|| visitor.author_runs(&at_home), &json!(true));
    visitor.expect_quiet();
}

#[test]
fn on_a_phone_the_table_scrolls_in_its_own_box() {
    let visitor = Visitor::sees("");
    visitor.browser.resize(320, 640);
    let no_scroll = || visitor.author_runs("return document.documentElement.scrollWidth - innerWidth <= 0");
    let four = ["KAITO", "Kmesh", "OVN-Kubernetes", "youki"];
    for project in four {
        visitor.pick(project);
    }
    visitor.expect_picks(&four);
    eventually(no_scroll, &Value::Bool(true));
    visitor.compare(&four);
    eventually(no_scroll, &Value::Bool(true));
    let found = visitor.author_runs(
        "const box = explorer.shadowRoot.querySelector('dialog [role=region]');
         const dialog = box.closest('dialog').getBoundingClientRect();
         box.scrollTo(120, 300);
         const at = (selector) => box.querySelector(selector).getBoundingClientRect();
         const { left, top } = box.getBoundingClientRect();
         return {
             fits: dialog.left >= 0 && dialog.right <= innerWidth && dialog.bottom <= innerHeight,
             scrolled: [box.scrollLeft, box.scrollTop],
             names: Math.abs(at('tbody th').left - left) < 3,
             heads: Math.abs(at('thead th').top - top) < 3,
             focusable: box.tabIndex,
         }",
    );
    let expected = json!({ "fits": true, "scrolled": [120, 300], "names": true, "heads": true, "focusable": 0 });
    assert_eq!(found, expected);
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_quiet();
}

#[test]
fn axe_finds_nothing_in_the_comparison() {
    let visitor = Visitor::reads(&site::tag(""));
    visitor.browser.prefers("reduced-motion", "reduce");
    for theme in ["light", "dark"] {
        visitor.browser.prefers("color-scheme", theme);
        visitor.reads_next(&site::tag(""));
        visitor.waits_for_cards();
        bring_axe(&visitor);
        let four = ["KAITO", "Kmesh", "OVN-Kubernetes", "youki"];
        for project in four {
            visitor.pick(project);
        }
        for width in [360, 1200] {
            visitor.browser.resize(width, 900);
            to_the_end(&visitor);
            check_with_axe(&visitor, &format!("{theme}, {width} px, picked"));
            visitor.compare(&four);
            check_with_axe(&visitor, &format!("{theme}, {width} px, compared"));
            visitor.press(&["Escape"]);
            visitor.expect_no_details();
        }
    }
    visitor.expect_quiet();
}
