//! Input methods: during a composition (pinyin on the way to 网格), the text in the box is not a word
//! yet.

use e2e::engine::Engine;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

/// Records every sign of a search by the explorer from now on, and the steps in the history.
const WATCH: &str = "window.told = [];
    const tell = (what) => told.push(what);
    explorer.addEventListener('sandbox-explorer-change', ({ detail }) => tell(`change ${detail.query}`));
    for (const region of explorer.shadowRoot.querySelectorAll('[role=status], [aria-live]'))
        new MutationObserver(() => tell(`said ${region.textContent}`))
            .observe(region, { childList: true, characterData: true, subtree: true });
    window.steps = history.length;";

fn told(visitor: &Visitor) -> Value {
    visitor.author_runs("return [window.told, decodeURIComponent(location.hash), history.length - window.steps]")
}

/// A page whose explorer has the focus and is recorded.
fn writes(attributes: &str) -> Visitor {
    let visitor = Visitor::sees(&["url-key=x ", attributes].concat());
    visitor.author_runs(WATCH);
    visitor.author_runs("explorer.shadowRoot.querySelector('input[type=search]').focus()");
    visitor
}

/// A composition of 网格 as engines send it, with this end.
fn composes(end: &str) -> String {
    format!(
        "const box = explorer.shadowRoot.querySelector('input[type=search]');
         const send = (Type, type, init) => box.dispatchEvent(new Type(type, {{ bubbles: true, composed: true, cancelable: true, ...init }}));
         const input = (value, isComposing = true) => {{ box.value = value; send(InputEvent, 'input', {{ isComposing, inputType: 'insertCompositionText' }}); }};
         const key = (key, isComposing = true) => send(KeyboardEvent, 'keydown', {{ key, keyCode: 229, isComposing }});
         // Between two of them the page becomes idle.
         const rest = () => new Promise((done) => setTimeout(done));
         send(CompositionEvent, 'compositionstart');
         for (const text of ['w', 'wa', 'wan', 'wang', 'wang\\'g', 'wang\\'ge']) {{ key('Process'); input(text); await rest(); }}
         window.during = structuredClone(window.told);
         {end}
         await rest();"
    )
}

fn runs(visitor: &Visitor, script: &str) -> Value {
    visitor.author_runs(&format!("return (async () => {{ {script} }})()"))
}

/// The events of each engine at the end, in its order.
const ENDS: [(&str, &str); 3] = [
    ("Chromium", "key('Process'); input('网格'); send(CompositionEvent, 'compositionend', { data: '网格' });"),
    (
        "Firefox",
        "key('Process'); box.value = '网格'; send(CompositionEvent, 'compositionend', { data: '网格' }); await rest(); input('网格', false);",
    ),
    (
        "Safari",
        "input('', false); await rest(); input('网格', false); await rest();
         send(CompositionEvent, 'compositionend', { data: '网格' }); key('Enter', false);",
    ),
];

#[test]
fn nothing_is_searched_before_the_word_is_chosen() {
    for (engine, end) in ENDS {
        let visitor = writes("");
        runs(&visitor, &composes(end));
        assert_eq!(visitor.author_runs("return window.during"), json!([]), "{engine}");
        eventually(|| told(&visitor)[0].as_array().map(Vec::len), &Some(2));
        let [told, hash, steps] = [0, 1, 2].map(|at| told(&visitor)[at].clone());
        assert_eq!(told[0], "change q=网格", "{engine}");
        assert!(told[1].as_str().is_some_and(|said| said.starts_with("said ") && said.contains(" of 52 ")), "{told}");
        assert_eq!((hash, steps), (json!("#x=q=网格"), json!(1)), "{engine}");
        assert_eq!(visitor.searched(), "网格");
        visitor.expect_quiet();
    }
}

#[test]
fn an_input_method_of_the_browser_composes_undisturbed() {
    if Engine::current().name != "chromium" {
        return;
    }
    let visitor = writes("");
    for text in ["w", "wa", "wan", "wang", "wang'g", "wang'ge"] {
        let length = text.len();
        let composition = json!({ "text": text, "selectionStart": length, "selectionEnd": length });
        visitor.browser.devtools("Input.imeSetComposition", &composition);
    }
    assert_eq!(visitor.searched(), "wang'ge");
    assert_eq!(told(&visitor), json!([[], "", 0]));
    visitor.browser.devtools("Input.insertText", &json!({ "text": "网格" }));
    eventually(|| told(&visitor)[0].as_array().map(Vec::len), &Some(2));
    assert_eq!(told(&visitor)[0][0], "change q=网格");
    assert_eq!((&told(&visitor)[1], &told(&visitor)[2]), (&json!("#x=q=网格"), &json!(1)));
    assert_eq!(visitor.searched(), "网格");
    visitor.expect_quiet();
}

#[test]
fn a_composition_that_is_given_up_leaves_the_search_as_it_was() {
    let visitor = writes("query=q=mesh");
    let end = "key('Escape'); input('mesh'); send(CompositionEvent, 'compositionend', { data: '' });";
    runs(&visitor, &composes(end));
    assert_eq!(visitor.searched(), "mesh");
    assert_eq!(told(&visitor), json!([[], "", 0]));
    visitor.expect_chips(&["“mesh”"]);
    visitor.expect_quiet();
}

#[test]
fn its_keys_are_not_ours() {
    // On the page, in a dialog of the page, and in a frame.
    for place in ["", "<dialog open id=host>", "frame"] {
        let visitor = Visitor::comes_to(site::server());
        if place == "frame" {
            visitor.open("/embed/sandbox-explorer.frame.html");
        } else {
            visitor.reads_next(&[place, &site::tag("")].concat());
        }
        visitor.waits_for_cards();
        visitor.type_search("mesh ");
        visitor.expect_chips(&["“mesh”"]);
        let prevented = |key: &str, init: &str| {
            visitor.author_runs(&format!(
                "const box = explorer.shadowRoot.querySelector('input[type=search]');
                 box.focus();
                 return !box.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true, composed: true, cancelable: true, {init} }}))"
            ))
        };
        for key in ["Escape", "Enter", "ArrowDown", "ArrowLeft"] {
            // The second as Safari sends it after the composition has ended.
            for init in ["keyCode: 229, isComposing: true", "keyCode: 229", "isComposing: true"] {
                assert_eq!(prevented(key, init), false, "{key} {init}");
                assert_eq!(visitor.searched(), "mesh ", "{key} {init}");
            }
        }
        assert_eq!(prevented("Escape", "keyCode: 27"), true);
        eventually(|| visitor.searched(), "");
        visitor.expect_quiet();
    }
}

#[test]
fn a_query_from_outside_does_not_break_it_off() {
    let visitor = writes("");
    let end = "explorer.query = 'language=rust&q=runtime'; await rest(); await rest();
        window.box = box.value;
        input('网格'); send(CompositionEvent, 'compositionend', { data: '网格' });";
    runs(&visitor, &composes(end));
    assert_eq!(visitor.author_runs("return window.box"), "wang'ge");
    eventually(|| visitor.searched(), "网格");
    visitor.expect_chips(&["“网格”", "Rust"]);
    visitor.expect_quiet();
}

#[test]
fn it_ends_when_the_box_loses_the_focus_and_when_the_element_is_moved() {
    let visitor = writes("");
    let end = "input('runtime'); box.blur();";
    runs(&visitor, &composes(end));
    visitor.expect_chips(&["“runtime”"]);
    // A move fires no end event.
    let end = "input('mesh'); document.querySelector('main').append(explorer); box.blur(); box.focus();";
    runs(&visitor, &composes(end));
    visitor.expect_chips(&["“mesh”"]);
    visitor.press(&["s"]);
    eventually(|| visitor.chips().len(), &1);
    visitor.expect_quiet();
}
