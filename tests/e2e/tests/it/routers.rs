//! The page's router and the explorer write the same history.

use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

/// Next 16's history, as patched in `next/dist/client/components/app-router.js`: a state with its own mark is its own; otherwise the
/// URL becomes the canonical one, which every later rendering restores.
const NEXT: &str = r#"<script>{
    const mark = { __NA: true, __PRIVATE_NEXTJS_INTERNALS_TREE: 'tree' };
    const { pushState, replaceState } = History.prototype;
    let canonical = location.href;
    replaceState.call(history, mark, '', canonical);
    for (const [name, original] of Object.entries({ pushState, replaceState })) {
        history[name] = (data, _, url) => {
            if (data?.__NA || data?._N) return original.call(history, data, _, url);
            data ??= {};
            const { __NA, __PRIVATE_NEXTJS_INTERNALS_TREE } = history.state ?? {};
            if (__NA) Object.assign(data, { __NA, __PRIVATE_NEXTJS_INTERNALS_TREE });
            if (url) canonical = new URL(url, location.href).href;
            return original.call(history, data, _, url);
        };
    }
    addEventListener('popstate', ({ state }) => {
        if (!state) return;
        if (!state.__NA) window.reloads = true;
        canonical = location.href;
    });
    window.refresh = () => history.replaceState({ ...history.state, ...mark }, '', canonical);
}</script>"#;

fn fragment(visitor: &Visitor) -> String {
    let url = visitor.browser.url();
    url.split_once('#').map(|(_, fragment)| fragment.to_owned()).unwrap_or_default()
}

#[test]
fn next_keeps_the_fragment_and_back_shows_the_filter_before() {
    let visitor = Visitor::reads(&[NEXT, &site::tag("url-key=explorer")].concat());
    visitor.waits_for_cards();
    visitor.pick_tab("Service Mesh");
    eventually(|| fragment(&visitor), "explorer=category=service-mesh");
    visitor.author_runs("refresh()");
    assert_eq!(fragment(&visitor), "explorer=category=service-mesh");
    // Each letter replaces the step before.
    visitor.type_search("mesh");
    eventually(|| fragment(&visitor), "explorer=q=mesh%26category=service-mesh");
    visitor.author_runs("refresh()");
    assert_eq!(fragment(&visitor), "explorer=q=mesh%26category=service-mesh");
    visitor.author_runs("history.pushState(null, '', '?x=1')");
    visitor.browser.back();
    eventually(|| fragment(&visitor), "explorer=q=mesh%26category=service-mesh");
    visitor.browser.back();
    eventually(|| visitor.searched(), "");
    assert_eq!(visitor.chosen_tab(), "Service Mesh");
    visitor.browser.back();
    visitor.expect_status("52 projects");
    visitor.author_runs("refresh()");
    assert_eq!(fragment(&visitor), "");
    assert_eq!(visitor.author_runs("return window.reloads"), Value::Null);
    visitor.expect_quiet();
}

/// Routers recognise their entries by their state.
#[test]
fn what_a_router_keeps_in_an_entry_stays_there_and_goes_nowhere_else() {
    let own = "<script>history.replaceState({ current: '/post.html', position: 3 }, '')</script>";
    let visitor = Visitor::reads(&[own, &site::tag("url-key=explorer")].concat());
    visitor.waits_for_cards();
    visitor.pick_tab("Service Mesh");
    eventually(|| fragment(&visitor), "explorer=category=service-mesh");
    assert_eq!(visitor.author_runs("return history.state"), Value::Null);
    visitor.pick_tab("All");
    // No mark of ours either: a router might mistake it for its own. So the URL contains the note.
    eventually(|| fragment(&visitor), "explorer=");
    assert_eq!(visitor.author_runs("return history.state"), Value::Null);
    visitor.browser.back();
    eventually(|| visitor.chosen_tab(), "Service Mesh");
    visitor.browser.forward();
    eventually(|| visitor.chosen_tab(), "All");
    visitor.author_runs("history.go(-2)");
    visitor.expect_status("52 projects");
    eventually(|| fragment(&visitor), "");
    assert_eq!(visitor.author_runs("return [history.state.current, history.state.position]"), json!(["/post.html", 3]));
    visitor.expect_quiet();
}

/// Some routers do not restore a page whose entry lacks their state, or restore the address in it. As written by the routers
/// themselves: SvelteKit 2.70, Astro 5.18, Vue Router 5.5, and Next 16 with `pages`.
#[test]
fn what_some_routers_need_in_each_entry_goes_along() {
    let old = "explorer=category=observability";
    for (state, address) in [
        (json!({ "sveltekit:history": 7, "sveltekit:navigation": 3 }), ""),
        (json!({ "index": 2, "scrollX": 0, "scrollY": 0 }), ""),
        (
            json!({ "back": "/", "current": "/post.html#top", "forward": null, "replaced": false, "position": 3 }),
            "current",
        ),
        (json!({ "url": "/[post]?post=post", "as": "/post.html", "options": {}, "__N": true, "key": "ab" }), "as"),
    ] {
        let anew = "<script>addEventListener('popstate', ({ state }) => {
            const { 'sandbox-explorer': notes, ...others } = state;
            window.noted = notes;
            history.replaceState(others, '');
        })</script>";
        let visitor = Visitor::reads(&[anew, &site::tag("url-key=explorer")].concat());
        visitor.waits_for_cards();
        visitor.author_runs(&format!("history.replaceState({state}, '', '#top')"));
        let expect = |fragment: &str| {
            eventually(|| self::fragment(&visitor), fragment);
            let mut wanted = state.clone();
            if !address.is_empty() {
                wanted[address] = json!(format!("/post.html#{fragment}"));
            }
            assert_eq!(visitor.author_runs("return history.state"), wanted);
        };
        visitor.pick_tab("Observability");
        expect(&format!("top&{old}"));
        visitor.type_search("a");
        eventually(|| fragment(&visitor), "top&explorer=q=a%26category=observability");
        visitor.type_search("u");
        expect("top&explorer=q=au%26category=observability");
        // The note in the first entry is found next to the router's state, also if the router has rewritten the entry before us.
        visitor.author_runs("history.go(-2)");
        visitor.expect_status("52 projects");
        assert_eq!(visitor.author_runs("return window.noted"), json!({ "explorer": "" }));
        let mut wanted = state.clone();
        wanted["sandbox-explorer"] = json!({ "explorer": "" });
        assert_eq!(visitor.author_runs("return history.state"), wanted);
        visitor.expect_quiet();
    }
}

/// A router that handles links itself, so that the browser only reports a new entry.
#[test]
fn a_link_by_a_router_is_followed() {
    let links = r##"<p><a href="#explorer=part=4" onclick="event.preventDefault(); history.pushState({ idx: 1 }, '', this.href)">Part 4</a></p>"##;
    let visitor = Visitor::reads(&[links, &site::tag("url-key=explorer")].concat());
    visitor.waits_for_cards();
    if visitor.author_runs("return !window.navigation") == true {
        visitor.expect_quiet();
        return;
    }
    visitor.looks_at_page();
    visitor.click("link", "Part 4");
    visitor.looks_at(0);
    visitor.expect_status("13 of 52 projects");
    visitor.expect_quiet();
}
