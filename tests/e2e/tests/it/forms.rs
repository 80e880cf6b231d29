//! The small forms.

use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};
use serde_json::json;

fn reads(explorer: &str) -> Visitor {
    let visitor = Visitor::reads(explorer);
    let there = || visitor.author_runs("return !!explorer.shadowRoot?.querySelector('button')");
    until("the explorer", || (there() == true).then_some(()));
    visitor
}

#[test]
fn a_chip_stands_in_a_sentence_and_opens_the_details() {
    let visitor = reads(
        "<p id=sentence>Runtimes such as <sandbox-explorer loading=eager layout=inline scope='project=youki'>\
         <a href='https://youki-dev.github.io/youki/'>youki</a></sandbox-explorer> are small.</p>",
    );
    let lines = "const range = document.createRange();
         range.selectNodeContents(document.querySelector('#sentence'));
         return [explorer.getBoundingClientRect().height < 40, document.querySelector('#sentence').offsetHeight < 70]";
    assert_eq!(visitor.author_runs(lines), json!([true, true]), "it breaks the sentence");
    visitor.click("button", "youki");
    visitor.expect_details("youki");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_focus("button", "youki");
    visitor.expect_quiet();
}

#[test]
fn one_card_stands_alone() {
    let visitor = reads("<sandbox-explorer loading=eager layout=single scope='project=youki'></sandbox-explorer>");
    assert_eq!(visitor.names("article").len(), 1);
    for role in ["tablist", "searchbox", "combobox", "checkbox", "status"] {
        assert_eq!(visitor.names(role), Vec::<String>::new(), "{role}");
    }
    assert_eq!(visitor.author_runs("return explorer.offsetHeight < 500"), true, "it keeps room for what never comes");
    visitor.click("button", "youki");
    visitor.expect_details("youki");
    visitor.expect_quiet();
}

#[test]
fn no_room_is_kept_for_a_small_form() {
    for layout in ["single", "inline"] {
        let text = "<p>A paragraph of the post.</p>".repeat(100);
        let tag = format!("<sandbox-explorer layout={layout} scope='project=youki'>youki</sandbox-explorer>");
        let visitor = Visitor::reads(&format!("{text}<p>Such as {tag} are small.</p>"));
        // Far below, so that it is not loaded; the reserved space comes with the element's class.
        let height =
            "return customElements.whenDefined('sandbox-explorer').then(() => explorer.parentElement.offsetHeight)";
        assert!(visitor.author_runs(height).as_u64().is_some_and(|height| height < 50), "{layout}");
        assert_eq!(visitor.heard("ready").len(), 0, "{layout}");
        visitor.expect_quiet();
    }
}

#[test]
fn a_dense_list_filters_like_the_cards() {
    let visitor = Visitor::sees("layout=compact");
    visitor.expect_number_of_cards(52);
    // Low, and without the parts for a closer look.
    let height = "return explorer.shadowRoot.querySelector('article').offsetHeight < 110";
    assert_eq!(visitor.author_runs(height), true, "the list is not dense");
    let more = "return [...explorer.shadowRoot.querySelectorAll('article :is(time, svg)')].filter((it) => it.checkVisibility()).length";
    assert_eq!(visitor.author_runs(more), 0, "dates and life lines make it long");
    visitor.pick_tab("Service Mesh");
    eventually(|| visitor.see_cards().len() < 52, &true);
    visitor.click("button", "Filters");
    visitor.tick("Part of the series", "Part 4 · 2024 H2");
    visitor.open_details(&visitor.see_cards()[0]);
    visitor.expect_quiet();
}

#[test]
fn the_form_may_change_at_any_time() {
    let visitor = Visitor::sees("scope=part=4");
    visitor.author_runs("explorer.layout = 'single'");
    eventually(|| visitor.names("article").len(), &1);
    visitor.author_runs("explorer.layout = 'full'");
    visitor.expect_number_of_cards(13);
    visitor.expect_quiet();
}
