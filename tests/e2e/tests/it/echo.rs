//! The attribute `query`, which both sides write: pages that repeat events, late; pages that are morphed into their own HTML; and pages
//! that request something.

use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::json;

/// Makes the page repeat each change event; `q` is its query. Each finished repetition is counted.
fn repeats(visitor: &Visitor, how: &str) {
    visitor.author_runs(&format!(
        "window.repeated = 0;
         window.told = 0;
         explorer.addEventListener('sandbox-explorer-change', ({{ detail }}) => {{
             const q = detail.query;
             const over = () => window.repeated++;
             window.told++;
             {how}
         }})"
    ));
}

/// Waits until every event has been repeated.
fn all_is_back(visitor: &Visitor) {
    eventually(|| visitor.author_runs("return window.told > 0 && window.repeated >= window.told"), &true);
}

/// Waits until a reported query no longer counts as an echo, in turns of a timer, on a machine of any speed.
fn a_while_passes(visitor: &Visitor) {
    visitor.author_runs(
        "return (async () => { for (let n = 0; n < 8; n++) await new Promise((done) => setTimeout(done, 250)) })()",
    );
}

#[test]
fn what_comes_back_late_disturbs_nobody() {
    for how in [
        "explorer.setAttribute('query', q); over()",
        "setTimeout(() => { explorer.setAttribute('query', q); over() }, 0)",
        "setTimeout(() => { explorer.setAttribute('query', q); over() }, 30)",
        "setTimeout(() => { explorer.setAttribute('query', q); over() }, 300)",
        "setTimeout(() => { explorer.query = q; over() }, 0)",
        "setTimeout(() => { explorer.query = q || null; over() }, 30)",
        "setTimeout(() => { explorer.query = q; over() }, 300)",
        // In another order than reported.
        "setTimeout(() => { explorer.setAttribute('query', q); over() }, window.told % 3 * 120)",
        // A store at once, and then the router, with its own escapes.
        "explorer.query = q;
         setTimeout(() => { explorer.setAttribute('query', '?' + q.replaceAll('+', '%20')); over() }, 200)",
        // Frameworks remove an attribute that is off.
        "setTimeout(() => { q ? explorer.setAttribute('query', q) : explorer.removeAttribute('query'); over() }, 30)",
    ] {
        let visitor = Visitor::sees("");
        repeats(&visitor, how);
        visitor.type_search("service mesh");
        eventually(|| visitor.searched(), "service mesh");
        all_is_back(&visitor);
        assert_eq!(visitor.searched(), "service mesh", "{how}");
        let told = visitor.heard("change").len();
        assert!(told <= "service mesh".len(), "{told} events: {how}");
        // The attribute shows the current state.
        eventually(|| visitor.author_runs("return explorer.getAttribute('query')"), &json!("q=service+mesh"));
        a_while_passes(&visitor);
        assert_eq!(visitor.heard("change").len(), told, "it is not quiet: {how}");
        visitor.expect_quiet();
    }
}

#[test]
fn a_debounced_page_has_the_last_word_only_once() {
    let visitor = Visitor::sees("");
    repeats(
        &visitor,
        "clearTimeout(window.later);
         window.later = setTimeout(() => setTimeout(() => { explorer.setAttribute('query', q); window.repeated = window.told }, 100), 50)",
    );
    visitor.type_search("service mesh");
    all_is_back(&visitor);
    assert_eq!(visitor.searched(), "service mesh");
    assert!(visitor.heard("change").len() <= 12);
    visitor.expect_quiet();
}

#[test]
fn what_a_page_means_is_done() {
    for (repeat, attributes) in
        [("over()", ""), ("setTimeout(() => { explorer.query = q; over() }, 30)", ""), ("over()", "query=sort=name")]
    {
        let visitor = Visitor::sees(attributes);
        repeats(&visitor, repeat);
        visitor.type_search("mesh");
        visitor.expect_status("6 of 52 projects");
        visitor.author_runs("explorer.query = 'part=4'");
        visitor.expect_status("13 of 52 projects");
        // An earlier state, by attribute and by property.
        visitor.author_runs("explorer.setAttribute('query', 'q=mesh')");
        visitor.expect_status("6 of 52 projects");
        visitor.author_runs("explorer.removeAttribute('query')");
        visitor.expect_status("52 projects");
        assert_eq!(visitor.searched(), "");
        a_while_passes(&visitor);
        visitor.author_runs("explorer.query = 'part=4'");
        visitor.expect_status("13 of 52 projects");
        visitor.author_runs("explorer.query = ''");
        visitor.expect_status("52 projects");
        visitor.type_search("kmesh");
        visitor.expect_status("1 of 52 projects");
        a_while_passes(&visitor);
        visitor.author_runs("explorer.query = null");
        visitor.expect_status("52 projects");
        assert_eq!(visitor.author_runs("return explorer.getAttribute('query')"), json!(null));
        visitor.type_search("kmesh");
        visitor.expect_status("1 of 52 projects");
        visitor.author_runs("explorer.reset()");
        visitor.expect_status("52 projects");
        a_while_passes(&visitor);
        visitor.author_runs("explorer.setAttribute('query', 'q=kmesh')");
        visitor.expect_status("1 of 52 projects");
        visitor.expect_quiet();
    }
}

#[test]
fn a_page_that_never_asked_for_anything_may_do_so_in_its_first_words() {
    let visitor = Visitor::sees("query=part=4");
    visitor.type_search("mesh");
    eventually(|| visitor.author_runs("return explorer.query"), &json!("q=mesh&part=4"));
    // By the property, also the initial value.
    visitor.author_runs("explorer.query = 'part=4'");
    visitor.expect_status("13 of 52 projects");
    // The page can remove its own filter, whatever the reader has added.
    visitor.type_search("mesh");
    eventually(|| visitor.author_runs("return explorer.query"), &json!("q=mesh&part=4"));
    visitor.author_runs("explorer.removeAttribute('query')");
    visitor.expect_status("52 projects");
    visitor.expect_quiet();
}

/// Morphs the body into the body of the received HTML, like idiomorph, morphdom and similar libraries.
const MORPH: &str = "
    const morph = (old, wanted) => {
        if (old.nodeName != wanted.nodeName) return old.replaceWith(wanted);
        if (old.nodeType == 3) { if (old.data != wanted.data) old.data = wanted.data; return; }
        if (old.nodeType != 1) return;
        for (const { name, value } of wanted.attributes) if (old.getAttribute(name) != value) old.setAttribute(name, value);
        for (const { name } of [...old.attributes]) if (!wanted.hasAttribute(name)) old.removeAttribute(name);
        const children = [...wanted.childNodes];
        while (old.childNodes.length > children.length) old.lastChild.remove();
        children.forEach((child, n) => old.childNodes[n] ? morph(old.childNodes[n], child) : old.append(child));
    };
    return (async () => {
        const html = await (await fetch(location.pathname)).text();
        morph(document.body, new DOMParser().parseFromString(html, 'text/html').body);
        await new Promise((done) => setTimeout(done));
    })()";

#[test]
fn a_page_that_is_morphed_leaves_the_reader_alone() {
    let div = |attributes: &str| {
        format!("<div data-sandbox-explorer data-loading=eager {attributes}>{}</div>", site::FALLBACK)
    };
    for (page, query, hash) in [
        (site::tag(""), "q=mesh", ""),
        (site::tag("url-key=explorer"), "q=mesh", "#explorer=q=mesh"),
        // The HTML contains the initial filter.
        (site::tag("query=sort=name"), "q=mesh&sort=name", ""),
        (div(""), "q=mesh", ""),
        (div("data-url-key=explorer"), "q=mesh", "#explorer=q=mesh"),
    ] {
        let visitor = Visitor::reads(&page);
        visitor.waits_for_cards();
        visitor.author_runs("window.first = explorer");
        visitor.type_search("mesh");
        visitor.expect_status("6 of 52 projects");
        let told = visitor.heard("change").len();
        // Several times, like a page that its server refreshes.
        for _ in 0..3 {
            visitor.author_runs(MORPH);
            assert_eq!(visitor.author_runs("return window.first == explorer"), true, "{page}");
            visitor.expect_status("6 of 52 projects");
            assert_eq!(visitor.searched(), "mesh", "{page}");
            assert_eq!(visitor.author_runs("return [explorer.query, location.hash]"), json!([query, hash]), "{page}");
        }
        assert_eq!(visitor.heard("change").len(), told, "{page}");
        // After a reinsertion as well.
        visitor.author_runs(
            "const next = explorer.nextSibling, parent = explorer.parentNode;
             explorer.remove();
             return new Promise((done) => setTimeout(() => { if (!window.first.isConnected) parent.insertBefore(window.first, next); done() }))",
        );
        visitor.expect_status("6 of 52 projects");
        visitor.author_runs(MORPH);
        visitor.expect_status("6 of 52 projects");
        visitor.expect_quiet();
    }
}

#[test]
fn a_page_that_takes_our_value_away_for_good_may_have_it() {
    let visitor = Visitor::sees("");
    visitor.author_runs(
        "window.taken = 0;
         new MutationObserver(() => {
             if (explorer.hasAttribute('query')) { window.taken++; explorer.removeAttribute('query') }
         }).observe(explorer, { attributes: true })",
    );
    visitor.type_search("mesh");
    visitor.expect_status("6 of 52 projects");
    eventually(|| visitor.author_runs("return explorer.hasAttribute('query')"), &false);
    assert_eq!(visitor.searched(), "mesh");
    let taken = visitor.author_runs("return window.taken").as_u64().unwrap_or_default();
    assert!(taken < 1000, "{taken}");
    visitor.expect_quiet();
}
