//! Whether the page jumps when the explorer replaces its fallback: every layout shift on a slow network, the reader's place
//! in the text, and the reader's input.

use std::time::Duration;

use e2e::browser::Element;
use e2e::catalog::{Catalog, text};
use e2e::engine::Engine;
use e2e::server::Fault;
use e2e::site::{self, FALLBACK};
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

/// The maximum sum of all shifts of a visit that counts as no movement. Nothing else on these pages moves.
const STILL: f64 = 0.02;

/// Style that a page may add, so that space is reserved from the first paint on and not only when the loader has run; and
/// not at all where scripts do not run.
const ROOM: &str =
    "<style>@media (scripting) { sandbox-explorer:not(:defined) { display: block; min-height: 900px } }</style>";

/// The explorer's place in a post, and how the reader gets there.
struct Placement {
    name: &'static str,
    style: &'static str,
    fallback: fn() -> String,
    /// Paragraphs before it.
    before: usize,
    folded: bool,
    /// The reader's actions, as a script.
    does: &'static str,
}

/// At the top with a short fallback, where no space is reserved.
const TOP: Placement = Placement { name: "top", style: "", fallback: short, before: 0, folded: false, does: "" };

const PLACEMENTS: &[Placement] = &[
    Placement { name: "top, room kept by the page", style: ROOM, ..TOP },
    Placement { name: "top, with all links as the fallback", fallback: list, ..TOP },
    Placement { name: "middle, begun by a screen of text", before: 10, does: "await scrollOn(20)", ..TOP },
    Placement { name: "below, come to by reading on", before: 40, does: "await scrollOn(20)", ..TOP },
    Placement { name: "below, come to in a hurry", before: 40, does: "await scrollOn(250)", ..TOP },
    Placement { name: "below, come to by a link", before: 40, does: "explorer.scrollIntoView()", ..TOP },
    Placement { name: "in a closed details", before: 2, folded: true, ..TOP },
];

fn short() -> String {
    FALLBACK.to_owned()
}

fn list() -> String {
    let item = |project: &Value| {
        format!(r##"<li><a href="#">{}</a>: {}</li>"##, text(&project["name"]), text(&project["summary"]["en"]))
    };
    format!("<ul>{}</ul>", Catalog::read().projects().map(item).collect::<String>())
}

fn paragraphs(number: usize) -> String {
    "<p class=\"lead\">A paragraph of the post, long enough for several lines on a phone and for one or two of them \
     on a desk, so that whoever reads it notices when it moves.</p>"
        .repeat(number)
}

/// A visitor with a slow phone network and a good server.
fn on_a_slow_network() -> Visitor {
    let visitor = Visitor::comes_to(site::good_server());
    if Engine::current().name != "chromium" {
        // Slow enough that the explorer waits for these files.
        for file in ["core.js", "wasm"] {
            visitor.server.fault(&format!("/embed/sandbox-explorer.{file}"), Fault::Late(Duration::from_millis(700)));
        }
        return visitor;
    }
    let network = json!({
        "offline": false, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8,
    });
    visitor.browser.devtools("Network.enable", &json!({}));
    visitor.browser.devtools("Network.emulateNetworkConditions", &network);
    visitor
}

fn reads(visitor: &Visitor, width: u32, placement: &Placement) {
    visitor.browser.resize(width, if width < 500 { 740 } else { 900 });
    let mut explorer = format!("<sandbox-explorer>{}</sandbox-explorer>", (placement.fallback)());
    if placement.folded {
        explorer = format!("<details><summary>All projects</summary>{explorer}</details>");
    }
    let note = r#"<p><input id="note" aria-label="Note" /></p>"#;
    let content = [note, &paragraphs(placement.before), &explorer, &paragraphs(20)].concat();
    let head = format!(r#"<script src="/pages/shifts.js"></script>{}</head>"#, placement.style);
    visitor.server.page("/post.html", &site::post(&content).replace("</head>", &head));
    visitor.open("/post.html");
    // Readers only scroll what they have seen. On a busy machine the scrolling script can run before the first paint; the
    // browser then counts the scrolling as a layout shift, in one frame with the space that the loader reserves outside the
    // viewport.
    visitor.author_runs("return readShifts()");
}

/// Runs an asynchronous script, with helpers for scrolling.
fn does(visitor: &Visitor, script: &str) {
    visitor.author_runs(&format!(
        "const frame = () => new Promise((done) => requestAnimationFrame(done));
         const scrollOn = async (step) => {{
             while (explorer.getBoundingClientRect().top > innerHeight / 3) {{ scrollBy(0, step); await frame() }}
         }};
         return (async () => {{ {script} }})()"
    ));
}

pub(crate) fn shifts(visitor: &Visitor) -> (f64, Value) {
    let shifts = visitor.author_runs("return readShifts()");
    let values = shifts.as_array().into_iter().flatten().map(|shift| shift["value"].as_f64().unwrap_or(1.0));
    let sum = values.fold(0.0, |sum, value| sum + value);
    (sum, shifts)
}

#[track_caller]
fn nothing_moves(width: u32) {
    let visitor = on_a_slow_network();
    for placement in PLACEMENTS {
        reads(&visitor, width, placement);
        if placement.folded {
            let summary = Element::of(&visitor.author_runs("return document.querySelector('summary')"));
            visitor.browser.click(&summary.expect("a summary")).expect("it can be opened");
        }
        does(&visitor, placement.does);
        visitor.waits_for_cards();
        // Also content that is scrolled into view later: the height of cards outside the viewport is only estimated.
        does(&visitor, "for (let n = 0; n < 40; n++) { scrollBy(0, innerHeight / 20); await frame() }");
        let (sum, shifts) = shifts(&visitor);
        println!("{width} px, {}: {sum:.4}", placement.name);
        assert!(sum <= STILL, "{width} px, {}: {sum:.3} by {shifts:#}", placement.name);
    }
    visitor.expect_quiet();
}

#[test]
fn nothing_moves_on_a_phone() {
    if Engine::current().skips("jump::nothing_moves_on_a_phone") {
        return;
    }
    nothing_moves(360);
}

#[test]
fn nothing_moves_on_a_desk() {
    if Engine::current().skips("jump::nothing_moves_on_a_desk") {
        return;
    }
    nothing_moves(1200);
}

/// If no space is reserved until the loader has run, no script can undo what has been painted before. This also shows that
/// the measurement detects a jump.
#[test]
fn a_short_fallback_at_the_top_does_jump_where_the_page_keeps_no_room() {
    if Engine::current().skips("jump::a_short_fallback_at_the_top_does_jump_where_the_page_keeps_no_room") {
        return;
    }
    let visitor = on_a_slow_network();
    // Otherwise a busy machine paints nothing before it is loaded.
    visitor.server.fault("/embed/sandbox-explorer.js", Fault::Late(Duration::from_secs(1)));
    reads(&visitor, 1200, &TOP);
    visitor.waits_for_cards();
    let (sum, shifts) = shifts(&visitor);
    assert!(sum > 0.2, "{sum:.3} by {shifts:#}");
    // Once, when space is reserved, and not again when the explorer appears.
    assert_eq!(shifts.as_array().map(Vec::len), Some(1), "{shifts:#}");
    visitor.expect_quiet();
}

#[test]
fn the_reader_keeps_the_place_in_the_text_and_what_is_being_written() {
    let visitor = on_a_slow_network();
    for width in [360, 1200] {
        // The explorer is near enough to start while the reader is typing.
        reads(&visitor, width, &Placement { before: 2, ..TOP });
        let note = Element::of(&visitor.author_runs("return document.querySelector('#note')")).expect("the note");
        visitor.browser.type_into(&note, "half a sentence");
        visitor.author_runs("document.querySelector('#note').setSelectionRange(5, 8); scrollTo(0, 40)");
        let in_hand = || {
            visitor.author_runs(
                "const { id, value, selectionStart, selectionEnd } = document.activeElement;
                 return [id, value, selectionStart, selectionEnd, scrollY]",
            )
        };
        let before = in_hand();
        assert_eq!(before, json!(["note", "half a sentence", 5, 8, 40]));
        visitor.waits_for_cards();
        assert_eq!(in_hand(), before);

        // It grows above the visible text, which stays in place.
        reads(&visitor, width, &Placement { before: 40, ..TOP });
        does(&visitor, "scrollTo(0, explorer.getBoundingClientRect().bottom + scrollY + 100); await frame()");
        let place = || {
            visitor
                .author_runs("return explorer.nextElementSibling.getBoundingClientRect().top")
                .as_f64()
                .unwrap_or(0.0)
        };
        let before = place();
        assert!(before < 0.0, "the explorer is not above: {before}");
        visitor.waits_for_cards();
        let (sum, shifts) = shifts(&visitor);
        assert!((place() - before).abs() <= 1.0, "{width} px: the text was at {before} and is at {}", place());
        assert!(sum <= STILL, "{width} px: {sum:.3} by {shifts:#}");
    }
    visitor.expect_quiet();
}

#[test]
fn room_is_kept_while_it_waits_and_given_back_when_it_fails() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.fault("/embed/sandbox-explorer.wasm", Fault::Missing);
    visitor.reads_next(&format!("{}<sandbox-explorer>{FALLBACK}</sandbox-explorer>", paragraphs(60)));
    let height = || visitor.author_runs("return explorer.offsetHeight").as_u64().unwrap_or_default();
    eventually(height, &900);
    visitor.author_runs("explorer.loading = 'eager'");
    eventually(|| visitor.heard("error").len(), &1);
    assert!(height() < 200, "{} px for one line, a reason and a button", height());
    visitor.server.mend("/embed/sandbox-explorer.wasm");
    visitor.click("button", "Try again");
    visitor.waits_for_cards();
    // Nor below an explorer with little content.
    visitor.author_runs("explorer.query = 'q=zzzz'");
    visitor.expect_number_of_cards(0);
    visitor.author_runs("explorer.withoutFacets = explorer.withoutTabs = true");
    eventually(|| height() < 600, &true);
    visitor.clear_console();
    visitor.expect_quiet();
}
