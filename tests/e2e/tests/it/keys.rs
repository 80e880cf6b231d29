//! Keys on a page that listens to them: keys for the explorer do not reach the page.

use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::json;

/// A page with its own search box and the listeners of documentation themes. From outside, a focused element in a shadow root looks like
/// its host, which is not a field. All keys that reach the page are recorded.
const PAGE: &str = r#"<input id="site" aria-label="Search this site">
<script>
    const isField = (element) => /^(INPUT|TEXTAREA|SELECT|BUTTON)$/.test(element.nodeName);
    const take = (event) => { event.preventDefault(); document.querySelector('#site').focus(); };
    // Sphinx (doctools.js), and with it Furo, Alabaster and Read the Docs.
    document.addEventListener('keydown', (event) => {
        if (isField(document.activeElement) || event.altKey || event.ctrlKey || event.metaKey) return;
        if (event.key == '/') take(event);
    });
    // mdBook.
    document.addEventListener('keydown', (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || isField(event.target)) return;
        if (event.key == 's') take(event);
        if (/^Arrow(Left|Right)$/.test(event.key)) { event.preventDefault(); window.turned = (window.turned ?? 0) + 1; }
    });
    // Material.
    window.addEventListener('keydown', (event) => /^[fnp,.]$/.test(event.key) && !isField(event.target) && take(event));
    // Older themes.
    document.addEventListener('keypress', (event) => event.key == 'h' && !isField(event.target) && take(event));
    document.addEventListener('keyup', (event) => event.key == 'e' && !isField(event.target) && take(event));
    window.reached = [];
    const site = document.querySelector('#site');
    for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'paste'])
        for (const [place, capture] of [[window, false], [document, false], [document.body, false]])
            place.addEventListener(type, (event) => event.target != site && reached.push(`${type} ${event.key ?? ''}`.trim()), capture);
</script>"#;

fn page(attributes: &str) -> Visitor {
    let visitor = Visitor::reads(&[PAGE, &e2e::site::tag(attributes)].concat());
    visitor.waits_for_cards();
    visitor
}

/// The keys that have reached the page since the last call, each once.
fn reached(visitor: &Visitor) -> Vec<String> {
    let reached = visitor.author_runs("return [...new Set(window.reached.splice(0))]");
    reached.as_array().unwrap().iter().map(|it| it.as_str().unwrap().to_owned()).collect()
}

/// Not every driver sends keypress for a shortcut, and not every engine has one for Escape.
fn without_keypress(reached: Vec<String>) -> Vec<String> {
    reached.into_iter().filter(|it| !it.starts_with("keypress")).collect()
}

fn focuses(visitor: &Visitor, selector: &str) {
    visitor.author_runs(&format!("explorer.shadowRoot.querySelector(`{selector}`).focus()"));
    reached(visitor);
}

#[test]
fn what_is_typed_into_the_search_stays_there() {
    let visitor = page("");
    visitor.find("searchbox", "Search projects");
    focuses(&visitor, "input[type=search]");
    for key in ["m", "e", "s", "h", "Space", "/", "Space", "s", "Space", "f"] {
        visitor.press(&[key]);
    }
    assert_eq!(visitor.searched(), "mesh / s f");
    visitor.expect_focus("searchbox", "Search projects");
    assert_eq!(visitor.author_runs("return document.querySelector('#site').value"), "");
    visitor.press(&["ArrowLeft", "Home", "End", "Backspace", "Enter"]);
    assert_eq!(visitor.searched(), "mesh / s ");
    assert_eq!(reached(&visitor), [""; 0]);
    assert_eq!(visitor.author_runs("return window.turned ?? 0"), 0);
    visitor.expect_quiet();
}

#[test]
fn arrows_move_what_has_the_focus_and_not_the_page() {
    let visitor = Visitor::reads(&[PAGE, &e2e::site::tag("view=table")].concat());
    visitor.browser.resize(700, 900);
    visitor.waits_for_rows();
    for selector in ["input[type=search]", "select", "[role=tab][tabindex=\"0\"]", "[role=region][tabindex=\"0\"]"] {
        focuses(&visitor, selector);
        visitor.press(&["ArrowRight", "ArrowLeft"]);
        assert_eq!(reached(&visitor), [""; 0], "{selector}");
    }
    visitor.author_runs("explorer.query = ''; explorer.view = 'cards'");
    visitor.waits_for_cards();
    visitor.open_details("youki");
    reached(&visitor);
    visitor.press(&["ArrowRight", "s", "/"]);
    assert_eq!(reached(&visitor), [""; 0], "details");
    eventually(|| visitor.sees_now("dialog", "youki"), &false);
    assert_eq!(visitor.author_runs("return window.turned ?? 0"), 0);
    visitor.expect_quiet();
}

#[test]
fn a_key_that_presses_something_of_ours_does_nothing_else() {
    let visitor = page("");
    focuses(&visitor, "input[type=checkbox]");
    let ticked = || visitor.author_runs("return explorer.shadowRoot.querySelector('input[type=checkbox]').checked");
    visitor.press(&["Space"]);
    eventually(ticked, &json!(true));
    assert_eq!(reached(&visitor), [""; 0]);
    focuses(&visitor, ".se-take-button");
    visitor.press(&["Enter"]);
    eventually(|| visitor.sees_now("button", "Save as CSV"), &true);
    assert_eq!(reached(&visitor), [""; 0]);
    // The page's own shortcuts work everywhere else.
    visitor.press(&["/"]);
    assert_eq!(visitor.author_runs("return document.activeElement.id"), "site");
    visitor.expect_quiet();
}

#[test]
fn what_types_nothing_reaches_the_page() {
    let visitor = page("");
    focuses(&visitor, "input[type=search]");
    for (keys, heard) in [
        ("Control+k", vec!["keydown Control", "keydown k", "keyup k", "keyup Control"]),
        ("F2", vec!["keydown F2", "keyup F2"]),
        ("Escape", vec!["keydown Escape", "keyup Escape"]),
        ("Tab", vec!["keydown Tab", "keyup Tab"]),
    ] {
        focuses(&visitor, "input[type=search]");
        visitor.press(&[keys]);
        assert_eq!(without_keypress(reached(&visitor)), heard, "{keys}");
    }
    assert_eq!(visitor.searched(), "");
    visitor.expect_quiet();
}

#[test]
fn an_escape_reaches_the_page_only_where_it_does_nothing_here() {
    let visitor = page("");
    focuses(&visitor, "input[type=search]");
    visitor.type_search("mesh");
    reached(&visitor);
    visitor.press(&["Escape"]);
    assert_eq!((visitor.searched().as_str(), reached(&visitor)), ("", vec![]));
    visitor.open_details("youki");
    reached(&visitor);
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    // Neither its beginning nor its end, which comes when the focus is on the card again.
    assert_eq!(reached(&visitor), [""; 0]);
    visitor.press(&["Escape"]);
    assert_eq!(without_keypress(reached(&visitor)), ["keydown Escape", "keyup Escape"]);
    visitor.expect_quiet();
}

#[test]
fn text_that_takes_ctrl_and_alt_to_type_is_typed() {
    let visitor = page("");
    let at = |init: &str| {
        let script = format!(
            "const init = {{ bubbles: true, composed: true, cancelable: true, {init} }};
             const box = explorer.shadowRoot.querySelector('input[type=search]');
             for (const type of ['keydown', 'keyup']) box.dispatchEvent(new KeyboardEvent(type, init));"
        );
        visitor.author_runs(&script);
        reached(&visitor)
    };
    focuses(&visitor, "input[type=search]");
    // As sent by Windows and by X11.
    assert_eq!(at("key: '@', code: 'KeyQ', ctrlKey: true, altKey: true, modifierAltGraph: true"), [""; 0]);
    assert_eq!(at("key: '@', code: 'KeyQ', ctrlKey: true, altKey: true"), [""; 0]);
    assert_eq!(at("key: '@', code: 'KeyQ', modifierAltGraph: true"), [""; 0]);
    assert_eq!(at("key: 'ArrowLeft', code: 'ArrowLeft', altKey: true"), ["keydown ArrowLeft", "keyup ArrowLeft"]);
    assert_eq!(at("key: 's', code: 'KeyS', altKey: true"), ["keydown s", "keyup s"]);
    assert_eq!(at("key: 'k', code: 'KeyK', metaKey: true"), ["keydown k", "keyup k"]);
    assert_eq!(at("key: 'é', code: 'KeyE'"), [""; 0]);
    visitor.expect_quiet();
}

#[test]
fn what_is_pasted_here_is_not_the_pages() {
    let visitor = page("");
    let paste = |selector: &str| {
        visitor.author_runs(&format!(
            "explorer.shadowRoot.querySelector(`{selector}`).dispatchEvent(new Event('paste', {{ bubbles: true, composed: true }}))"
        ));
        reached(&visitor)
    };
    assert_eq!(paste("input[type=search]"), [""; 0]);
    assert_eq!(paste("article button"), ["paste"]);
    visitor.expect_quiet();
}

#[test]
fn listeners_in_capture_hear_nothing_unless_they_were_first_at_the_window() {
    let early = "<script>
        window.early = [];
        addEventListener('keydown', ({ key, target }) => early.push(`${key} ${target.localName}`), true);
    </script>";
    let visitor = Visitor::reads(&[early, &e2e::site::tag("")].concat());
    visitor.waits_for_cards();
    visitor.author_runs(
        "window.reached = [];
         document.addEventListener('keydown', ({ key }) => reached.push(key), true);
         addEventListener('keydown', ({ key }) => reached.push(key), true)",
    );
    focuses(&visitor, "input[type=search]");
    visitor.press(&["s", "Control+k"]);
    assert_eq!(visitor.searched(), "s");
    assert_eq!(reached(&visitor), ["Control", "k"]);
    // Nobody can precede these. From outside, the target is our element.
    let early = visitor.author_runs("return early");
    assert_eq!(early, json!(["s sandbox-explorer", "Control sandbox-explorer", "k sandbox-explorer"]));
    visitor.expect_quiet();
}

#[test]
fn an_explorer_that_is_gone_keeps_nothing() {
    let visitor = page("");
    focuses(&visitor, "input[type=search]");
    visitor.author_runs(
        "explorer.remove(); document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus()",
    );
    visitor.press(&["s"]);
    assert_eq!(visitor.author_runs("return document.activeElement.id"), "site");
    visitor.expect_quiet();
}
