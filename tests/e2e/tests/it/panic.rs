//! A panic ends the explorer but not the page: the fallback returns, the page is notified, and the explorer can start
//! again.

use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;

/// Makes every call into the program trap, like a panic, once the page requests it.
pub(crate) const TRAP: &str = "<script>
    const instantiate = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
        const { instance, module } = await instantiate(...given);
        const trap = (call) => (...values) => {
            if (window.trap) throw new WebAssembly.RuntimeError('unreachable');
            return call(...values);
        };
        const all = Object.entries(instance.exports).map(([name, it]) => [name, typeof it == 'function' ? trap(it) : it]);
        return { instance: { exports: Object.fromEntries(all) }, module };
    };
    window.escaped = [];
    addEventListener('error', (event) => window.escaped.push(event.message));
    addEventListener('unhandledrejection', (event) => window.escaped.push(String(event.reason)));
</script>";

#[test]
fn a_panic_brings_the_fallback_back_and_the_explorer_can_start_anew() {
    let visitor = Visitor::reads(&[TRAP, &site::tag("id=a"), &site::tag("id=b scope=part=4")].concat());
    visitor.waits_for_cards();
    visitor.author_runs("window.trap = true; explorer.setAttribute('query', 'q=mesh')");
    // Both elements used the same program.
    eventually(|| visitor.heard("error").len(), &2);
    assert_eq!(visitor.heard("error")[0]["cause"], "runtime");
    for nth in [0, 1] {
        visitor.looks_at(nth);
        assert_eq!(visitor.author_runs("return explorer.querySelector('a').checkVisibility()"), true);
        assert!(visitor.status().contains("internal error"), "{}", visitor.status());
    }
    assert_eq!(
        visitor.author_runs("return window.escaped"),
        serde_json::json!([]),
        "nothing reaches the page's own handlers"
    );
    let console = visitor.console();
    assert!(console.len() == 2 && console.iter().all(|line| line.contains("could not start")), "{console:?}");
    visitor.clear_console();

    visitor.author_runs("window.trap = false");
    visitor.looks_at(0);
    visitor.click("button", "Try again");
    visitor.waits_for_cards();
    visitor.tick("Language", "Rust");
    visitor.looks_at(1);
    visitor.click("button", "Try again");
    visitor.waits_for_cards();
    visitor.expect_status("13 projects");
    visitor.expect_quiet();
}

#[test]
fn what_still_calls_a_dead_program_does_nothing() {
    let visitor = Visitor::reads(&[TRAP, &site::tag("url-key=explorer")].concat());
    visitor.waits_for_cards();
    visitor.author_runs("window.trap = true; window.kept = explorer.shadowRoot.querySelector('[role=tab]:last-of-type'); window.kept.click()");
    eventually(|| visitor.heard("error").len(), &1);
    // A node that the page has kept, the page's colours, and the back button all call listeners of the dead program.
    visitor.author_runs("window.trap = false; window.kept.click(); document.body.className = 'dark'; location.hash = 'x'; dispatchEvent(new PopStateEvent('popstate'))");
    visitor.author_runs("explorer.remove(); return new Promise((done) => setTimeout(done, 50))");
    assert_eq!(visitor.author_runs("return window.escaped"), serde_json::json!([]));
    visitor.expect_console(&["could not start"]);
    visitor.expect_quiet();
}

#[test]
fn a_panic_while_it_starts_leaves_what_was_there() {
    let visitor = Visitor::reads(&[TRAP, "<script>window.trap = true</script>", &site::tag("")].concat());
    eventually(|| visitor.heard("error").len(), &1);
    assert_eq!(visitor.author_runs("return explorer.querySelector('a').checkVisibility()"), true);
    visitor.expect_console(&["could not start"]);
    visitor.author_runs("window.trap = false");
    visitor.click("button", "Try again");
    visitor.waits_for_cards();
    visitor.expect_quiet();
}
