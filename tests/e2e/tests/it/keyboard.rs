//! With the keyboard, and with a screen reader.

use e2e::engine::Engine;
use e2e::site;
use e2e::visitor::Visitor;

#[test]
fn everything_is_reached_with_the_tab_key_in_the_order_of_the_page() {
    let visitor = Visitor::sees("");
    visitor.author_runs("document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus()");
    let mut stops = Vec::new();
    for _ in 0..120 {
        visitor.press(&["Tab"]);
        let Some((role, name)) = visitor.focused() else { break };
        if role == "link" {
            break;
        }
        stops.push((role, name));
    }
    let at = |role: &str, name: &str| {
        let found = stops.iter().position(|stop| stop.0 == role && stop.1.starts_with(name));
        found.unwrap_or_else(|| panic!("the tab key does not reach {role} “{name}”: {stops:#?}"))
    };
    let first_card = visitor.see_cards().remove(0);
    let order = [
        at("searchbox", "Search projects"),
        at("combobox", "Sort"),
        at("tab", "All"),
        at("checkbox", "Go"),
        at("button", &first_card),
    ];
    assert!(order.is_sorted(), "{order:?} in {stops:#?}");
    visitor.expect_quiet();
}

#[test]
fn a_visit_by_keyboard_alone() {
    let visitor = Visitor::sees("");
    visitor.author_runs("document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus()");
    let go_to = |role: &str, name: &str| {
        for _ in 0..150 {
            visitor.press(&["Tab"]);
            if visitor.focused().is_some_and(|focus| focus.0 == role && focus.1.starts_with(name)) {
                return;
            }
        }
        panic!("the tab key does not reach {role} “{name}”");
    };
    go_to("searchbox", "Search projects");
    visitor.press(&["r", "u", "n", "t", "i", "m", "e"]);
    visitor.expect_chips(&["“runtime”"]);
    go_to("checkbox", "Rust");
    visitor.press(&["Space"]);
    visitor.expect_chips(&["“runtime”", "Rust"]);
    go_to("button", "youki");
    visitor.press(&["Enter"]);
    visitor.expect_details("youki");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_focus("button", "youki");
    visitor.expect_quiet();
}

#[test]
fn a_screen_reader_is_told_the_same_roles_and_names() {
    let visitor = Visitor::sees("");
    let rust = visitor.option("Language", "Rust");
    for (role, name, spoken) in [
        ("searchbox", "Search projects", "Search projects".to_owned()),
        ("combobox", "Sort", "Sort".to_owned()),
        ("tablist", "Categories", "Categories".to_owned()),
        ("tab", "All", "All 52".to_owned()),
        ("checkbox", "Rust", format!("Rust {}", rust.count)),
        ("group", "Language", "Language".to_owned()),
        ("button", "youki", "youki".to_owned()),
        ("link", "Website: youki", "Website: youki".to_owned()),
    ] {
        let (said_role, said_name) = visitor.browser.spoken(&visitor.find(role, name));
        // WebKit has another role for a select, and its label includes all of its content.
        let expected = match (Engine::current().name, role) {
            ("webkit", "combobox") => ("button", "Sort Newest in the Sandbox".to_owned()),
            _ => (role, spoken),
        };
        assert_eq!((said_role.as_str(), said_name), expected);
    }
    visitor.open_details("youki");
    let dialog = visitor.browser.spoken(&visitor.find("dialog", "youki"));
    assert_eq!(dialog, ("dialog".to_owned(), "youki".to_owned()));
    visitor.expect_quiet();
}

#[test]
fn focus_can_be_seen() {
    let visitor = Visitor::sees("");
    visitor.pick_tab("All");
    visitor.press(&["ArrowRight", "ArrowLeft"]);
    for _ in 0..12 {
        visitor.press(&["Tab"]);
        let outline = visitor.author_runs(
            "const focus = explorer.shadowRoot.activeElement;
             if (!focus) return 'left';
             const seen = [focus, focus.closest('label'), focus.nextElementSibling, focus.parentElement].filter(Boolean);
             return seen.some((it) => {
                 const { outlineStyle, outlineWidth } = getComputedStyle(it);
                 return outlineStyle != 'none' && parseFloat(outlineWidth) >= 2;
             })",
        );
        assert_ne!(outline, false, "{:?} has the focus and does not show it", visitor.focused());
    }
    visitor.expect_quiet();
}

#[test]
fn nothing_moves_for_those_who_prefer_that() {
    let visitor = Visitor::comes_to(site::server());
    visitor.browser.prefers("reduced-motion", "reduce");
    visitor.reads_next(&site::tag(""));
    visitor.waits_for_cards();
    visitor.open_details("youki");
    let moving = visitor.author_runs(
        "return explorer.shadowRoot.getAnimations().filter((it) => it.effect.getComputedTiming().duration > 1).length",
    );
    assert_eq!(moving, 0);
    visitor.expect_quiet();
}
