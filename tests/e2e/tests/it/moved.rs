//! On pages whose scripts move the explorer about.

use e2e::engine::Engine;
use e2e::site;
use e2e::visitor::Visitor;

use crate::hostile::page::{PLAIN, Page};

/// Moves the explorer back and forth between two places, once per frame.
const MOVE: &str = "
    const places = [...document.querySelectorAll('.place')];
    let frames = 60;
    return new Promise((done) => {
        const move = () => {
            const place = places[frames % 2];
            arguments[0] == 'moveBefore' ? place.moveBefore(explorer, null) : place.append(explorer);
            if (--frames) requestAnimationFrame(move);
            else done(places.length);
        };
        move();
    })";

/// A visitor of a page with two places for the explorer, who has searched and filtered.
fn between_two_places() -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    let page = Page {
        name: "moving",
        around: [r#"<div class="place">"#, r#"</div><hr /><div class="place"></div>"#],
        ..PLAIN
    };
    page.open(&visitor);
    visitor.type_search("mesh");
    visitor.tick("Language", "Go");
    visitor.expect_chips(&["“mesh”", "Go"]);
    visitor
}

#[test]
fn a_framework_may_move_it_every_frame() {
    let visitor = between_two_places();
    let cards = visitor.see_cards();
    let program = visitor.author_runs("window.box = explorer.shadowRoot.querySelector('input'); return box.value");
    assert_eq!(program, "mesh");

    // As frameworks did until recently: out of the document and in again. It is never recreated.
    visitor.author_runs(MOVE);
    assert_eq!(
        visitor.author_runs("return box.isConnected && box == explorer.shadowRoot.querySelector('input')"),
        true
    );
    assert_eq!(visitor.searched(), "mesh");
    visitor.expect_chips(&["“mesh”", "Go"]);
    assert_eq!(visitor.see_cards(), cards);
    visitor.expect_quiet();
}

#[test]
fn it_may_be_moved_without_leaving_the_document_while_the_reader_types() {
    if Engine::current().skips("moved::it_may_be_moved_without_leaving_the_document_while_the_reader_types") {
        return;
    }
    let visitor = between_two_places();
    visitor.type_search(" b");
    visitor.expect_focus("searchbox", "Search projects");
    visitor.author_runs(&MOVE.replace("arguments[0]", "'moveBefore'"));
    visitor.press(&["Backspace", "Backspace", "e", "s"]);
    visitor.expect_focus("searchbox", "Search projects");
    assert_eq!(visitor.searched(), "meshes");
    visitor.expect_chips(&["“meshes”", "Go"]);
    visitor.expect_quiet();
}
