//! The active filters.

use e2e::visitor::Visitor;
use e2e::wait::eventually;

#[test]
fn a_chip_takes_its_filter_back() {
    let visitor = Visitor::sees("");
    visitor.tick("Language", "Rust");
    visitor.tick("CNCF status", "Sandbox");
    visitor.type_search("runtime");
    visitor.expect_chips(&["“runtime”", "Rust", "Sandbox"]);
    visitor.remove_chip("“runtime”");
    visitor.expect_chips(&["Rust", "Sandbox"]);
    assert_eq!(visitor.searched(), "");
    visitor.remove_chip("Rust");
    visitor.expect_chips(&["Sandbox"]);
    assert!(!visitor.option("Language", "Rust").ticked);
    // The focus moves to the neighbour, and is not lost with the removed chip.
    let focus = visitor.focused();
    assert!(focus.as_ref().is_some_and(|(role, name)| role == "button" && name.contains("Sandbox")), "{focus:?}");
    visitor.expect_quiet();
}

#[test]
fn clear_all_clears_all() {
    let visitor = Visitor::sees("");
    visitor.tick("Language", "Rust");
    visitor.pick_tab("Container Runtime");
    visitor.type_search("youki");
    visitor.expect_cards(&["youki"]);
    visitor.clear_all();
    visitor.expect_number_of_cards(52);
    visitor.expect_status("52 projects");
    visitor.expect_chips(&[]);
    assert_eq!(visitor.chosen_tab(), "All");
    assert_eq!(visitor.searched(), "");
    assert!(!visitor.sees_now("button", "Clear all"));
    eventually(|| visitor.focused().is_some(), &true);
    visitor.expect_quiet();
}
